"""报告: what an archive holds and what became of its files, for programs (JSON) and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policydoc.archive.columns import STATUSES, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydoc.archive.manifest import Manifest
    from policydoc.archive.run import Run

SLOWEST: Final = 10
FAILURES: Final = 10_000
"""Failures that the report lists; all of them stand in the table `documents`."""
ISSUERS: Final = 200
SHOWN: Final = 12
_SUMS = "count(*), coalesce(sum(status = 'read'), 0), coalesce(sum(tasks), 0), coalesce(sum(targets), 0), coalesce(sum(goals), 0)"
_SUM_NAMES = ("files", "read", "tasks", "targets", "goals")


def report(manifest: Manifest, run: Run, cost: dict[str, float]) -> dict[str, Any]:
    """The report as JSON has it; `cost` is what the run took: seconds, cpu_seconds, peak_megabytes."""
    ask = manifest.select
    statuses = {
        str(status): count
        for status, count in ask("SELECT status, count(*) FROM files WHERE status IS NOT NULL GROUP BY 1 ORDER BY 2 DESC")
    }
    sums = next(ask(f"SELECT {_SUMS} FROM files WHERE status IS NOT NULL"))
    failures = ask("SELECT name, status, error FROM files WHERE status <> 'read' ORDER BY path LIMIT ?", FAILURES)
    slow = ask("SELECT name, round(seconds, 3), bytes FROM files WHERE seconds IS NOT NULL ORDER BY seconds DESC, path LIMIT ?", SLOWEST)
    issuers = ask(f"SELECT issuer, {_SUMS} FROM files WHERE issuer IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", ISSUERS)
    years = ask(f"SELECT year, {_SUMS} FROM files WHERE status IS NOT NULL GROUP BY 1 ORDER BY year IS NULL, 1")
    return {
        "policydoc": _versions(),
        "tables": VERSION,
        "formats": list(run.formats),
        "complete": not run.stopped and _open(manifest) == 0,
        "run": {
            "files": run.total,
            "read": run.read,
            "failed": run.failed,
            **cost,
            "workers_replaced": run.replaced,
            "skipped": dict(run.search.skipped.most_common()),
            "folder_loops": run.search.loops,
            "folders_not_listed": [{"name": name, "error": error} for name, error in run.search.unlisted],
        },
        "archive": dict(zip(_SUM_NAMES, sums, strict=True))
        | {
            "copies": next(ask("SELECT count(*) - count(DISTINCT digest) FROM files WHERE digest IS NOT NULL"))[0],
            "not_named_this_time": next(ask("SELECT count(*) FROM files WHERE run <> ?", manifest.run))[0],
        },
        "statuses": statuses,
        "years": [dict(zip(("year", *_SUM_NAMES), row, strict=True)) for row in years],
        "issuers": [dict(zip(("issuer", *_SUM_NAMES), row, strict=True)) for row in issuers],
        "diagnostics": list(_diagnostics(manifest)),
        "slowest": [dict(zip(("name", "seconds", "bytes"), row, strict=True)) for row in slow],
        "failures": [dict(zip(("name", "status", "error"), row, strict=True)) for row in failures],
        "failures_listed_up_to": FAILURES,
    }


def _versions() -> dict[str, str]:
    from policydoc.rules.digest import digest
    from policydoc.version import __version__

    return {"version": __version__, "rules": digest()}


def _open(manifest: Manifest) -> int:
    """Files without an outcome."""
    return int(str(next(manifest.select("SELECT count(*) FROM files WHERE status IS NULL"))[0]))


def _diagnostics(manifest: Manifest) -> Iterator[dict[str, Any]]:
    from policydoc.rules.diagnostics import diagnostics

    known = diagnostics()
    for code, count in manifest.select("SELECT code, sum(count) FROM codes GROUP BY 1 ORDER BY 2 DESC, 1"):
        row = known.get(str(code), {})
        yield {"code": code, "severity": row.get("severity"), "title": row.get("title"), "count": count}


def summary(found: dict[str, Any]) -> str:
    """The report for people: what was read, what was not and why, where the plans come from, what a clerk should look at."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: dict[str, Any]) -> Iterator[str]:
    archive, run = found["archive"], found["run"]
    yield f"{archive['files']:,} files: {archive['read']:,} read, {archive['files'] - archive['read']:,} not"
    yield f"{archive['tasks']:,} tasks, {archive['targets']:,} targets, {archive['goals']:,} goals; tables as {', '.join(found['formats'])}"
    rate = f", {run['read'] / run['seconds']:,.0f} files/s" if run["read"] and run["seconds"] else ""
    yield f"this run: {run['read']:,} files in {run['seconds']:,.1f} s{rate}"
    if archive["copies"]:
        yield f"{archive['copies']:,} files are copies of others: read once, listed each"
    if archive["not_named_this_time"]:
        yield f"{archive['not_named_this_time']:,} files of earlier runs were not named this time: kept as they are"
    if run["workers_replaced"]:
        yield f"{run['workers_replaced']:,} workers died and were replaced"
    if run["folder_loops"]:
        yield f"{run['folder_loops']:,} links lead back into their own folder: not followed"
    for row in run["folders_not_listed"]:
        yield f"{row['name']}: {row['error']}"
    if run["skipped"]:
        kinds = list(run["skipped"].items())
        told = ", ".join(f"{count:,} {ending}" for ending, count in kinds[:SHOWN]) + (" …" if len(kinds) > SHOWN else "")
        yield f"left alone in the folders: {told} (--include '*' tries them all)"
    if not found["complete"]:
        yield "not complete: the same command goes on"
    yield from _table("year", [(str(row["year"] or "none"), row) for row in found["years"]])
    yield from _table("issuer", [(row["issuer"], row) for row in found["issuers"]])
    if found["diagnostics"]:
        yield from ("", "what a clerk should look at (policydoc explain CODE)")
        for row in found["diagnostics"][:SHOWN]:
            yield f"  {row['count']:>9,}  {row['code']}  {row['severity'] or ''}  {row['title'] or ''}"
        yield from _more(found["diagnostics"])
    if found["slowest"] and found["slowest"][0]["seconds"] >= 1:
        yield from ("", "slowest")
        for row in found["slowest"]:
            yield f"  {row['seconds']:>9.1f} s  {row['name']}"
    if found["failures"]:
        yield from ("", "not read")
        for status, count in found["statuses"].items():
            if status != "read":
                yield f"  {count:>9,}  {status}: {STATUSES[status]}"
        for row in found["failures"][:SHOWN]:
            yield f"  {row['name']}: {row['error']}"
        yield from _more(found["failures"])


def _table(title: str, rows: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    if not rows:
        return
    yield from ("", f"{'files':>11} {'read':>9} {'tasks':>9} {'targets':>9}  {title}")
    for name, row in rows[:SHOWN]:
        yield f"  {row['files']:>9,} {row['read']:>9,} {row['tasks']:>9,} {row['targets']:>9,}  {name}"
    yield from _more(rows)


def _more(rows: list[Any]) -> Iterator[str]:
    if len(rows) > SHOWN:
        yield f"  … and {len(rows) - SHOWN:,} more in report.json"
