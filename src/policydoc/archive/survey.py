"""预览: what a run would read, without reading or writing anything."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from itertools import islice
from typing import IO, TYPE_CHECKING, Final

from policydoc.archive.findings import findings
from policydoc.archive.manifest import FILE
from policydoc.archive.premises import check
from policydoc.archive.run import reading
from policydoc.archive.sources import Search

if TYPE_CHECKING:
    from policydoc.archive.settings import Settings

NAMED: Final = 5
"""Files of each kind that are named."""
_KINDS: Final = {
    "new": "new",
    "changed": "changed since they were read",
    "version": "read by another version, or filed by other years",
    "done": "done",
    "failed": "not read last time; --retry-failed tries them again",
    "problem": "cannot be opened",
}


def survey(settings: Settings, listed: IO[bytes] | None = None) -> str:
    """How many files would be read and why, with the first of each kind."""
    check(settings.out, settings.resume)
    path = f"{settings.out}/{FILE}"
    known = sqlite3.connect(f"file:{path}?mode=ro", uri=True) if os.path.exists(path) and settings.resume is not False else None
    search = Search(settings.include, settings.exclude, settings.out)
    kinds: Counter[str] = Counter()
    names: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    try:
        for file in islice(findings(search, settings.sources, listed), settings.limit):
            kind = "problem" if file.problem else _kind(known, file.path, file.digest, reading(settings))
            kinds[kind] += 1
            if len(names[kind]) < NAMED:
                names[kind].append(file.name + (f": {file.problem}" if file.problem else ""))
    finally:
        if known is not None:
            known.close()
    lines = [f"{kinds.total():,} files"]
    for kind, words in _KINDS.items():
        if kinds[kind]:
            lines.append(f"{kinds[kind]:>9,}  {words}")
            lines += [f"           {name}" for name in names[kind] if kind != "done"]
            if kinds[kind] > NAMED and kind != "done":
                lines.append("           …")
    for ending, count in search.skipped.most_common():
        lines.append(f"{count:>9,}  {ending}: left alone (--include '*' tries them all)")
    lines += [f"           {name}: {problem}" for name, problem in search.unlisted]
    return "\n".join([*lines, f"nothing was written; {settings.out} is where the tables would stand"]) + "\n"


def _kind(known: sqlite3.Connection | None, path: str, digest: str | None, wanted: str) -> str:
    row = known.execute("SELECT status, read_digest, reading FROM files WHERE path = ?", (os.fsencode(path),)).fetchone() if known else None
    if row is None or row[0] is None:
        return "new"
    status, read, by = row
    if read != digest:
        return "changed"
    if by != wanted:
        return "version"
    return "done" if status == "read" else "failed"
