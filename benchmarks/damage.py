"""How well damaged text is repaired: `python benchmarks/damage.py`; `--write` keeps the counts in benchmarks/damage.tsv.

With a pattern (`python benchmarks/damage.py gbk-cut --write`) only the rows whose names it finds are measured.

The text is damaged by tests/damage, which knows nothing of the repairer: plans from a grammar of its own, the generated notices
of benchmarks/notices.py, and the notices of the corpus. Exits with 1 when a bar is missed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "benchmarks")]

import policydoc  # noqa: E402
from damage import KINDS, Damage, Kind  # noqa: E402  # beside the tests
from damage.gbk import KINDS as STARTS  # noqa: E402
from damage.gbk import READERS  # noqa: E402
from damage.judge import Score, judged  # noqa: E402
from damage.kinds import misaligned  # noqa: E402
from damage.papers import papers  # noqa: E402
from policydoc.text import repair  # noqa: E402

SCORES = ROOT / "benchmarks" / "damage.tsv"
USUAL = "cp936/pair"
PAPERS = 14
"""Plans for each kind."""
CLEAN_LINES = 50_000
ROUNDS = 5


def texts(kind: Kind, count: int) -> Iterator[str]:
    """Plans to be damaged, half of them Traditional where the kind takes both."""
    half = count if kind.script == "Hant" else count // 2
    if kind.script != "Hant":
        yield from papers(count - half, seed=1)
    yield from papers(half, seed=2, script="Hant")


def score(kind: Kind, count: int = PAPERS) -> Score:
    """The score of one kind over so many plans."""
    total = Score()
    for number, text in enumerate(texts(kind, count)):
        damage = kind.damage(text, Random(f"{kind.name} {number}"))
        repaired = repair(damage.shown)
        total += judged(damage, repaired.content, repaired.edits, repaired.diagnostics)
    return total


def rows() -> Iterator[tuple[str, Callable[[], Score]]]:
    """Every row of the table: misaligned GBK for the usual reader, with and without folding, then over all readers; the other kinds."""
    for start in STARTS:
        for ending in ("", "/fold"):
            yield f"gbk-{start}{ending}", partial(score, KINDS[f"gbk-{start}:{USUAL}{ending}"])
    for start in STARTS:
        yield f"gbk-{start} (all readers)", partial(over_readers, start)
    for kind in KINDS.values():
        if kind.family != "gbk" and kind.owed in ("all", "most"):
            yield kind.name, partial(score, kind)


def over_readers(start: str) -> Score:
    """The score of one plan for each reader."""
    return sum((score(misaligned(start, reader), 1) for reader in READERS), Score())


def clean_lines() -> Iterator[str]:
    """Texts without damage: plans of both scripts, generated notices, the corpus."""
    import notices

    from policydoc.source import read

    number = 0
    while True:
        number += 1
        yield from papers(1, seed=number, script="Hant" if number % 3 == 0 else "Hans")
        name, content = notices.notice(number)
        yield read(content, name).text


def false_positives(most: int) -> tuple[int, int]:
    """How many clean lines were read, and how many a repair changed."""
    lines = changed = 0
    for text in clean_lines():
        repaired = repair(text)
        lines += text.count("\n") + 1
        if repaired.edits:
            changed += sum(one != other for one, other in zip(text.split("\n"), repaired.content.split("\n"), strict=False)) or 1
        if lines >= most:
            return lines, changed
    raise AssertionError


def cost(work: Callable[[], object]) -> float:
    """CPU seconds of one call, the median of some."""
    work()
    found = []
    for _ in range(ROUNDS):
        start = process_time()
        work()
        found.append(process_time() - start)
    return median(found)


def gate_share() -> float:
    """What the gates of the repair cost on clean text, as a share of a parse."""
    clean = "\n".join(papers(6, seed=7))
    times = 20
    return cost(lambda: [repair(clean) for _ in range(times)]) / times / cost(lambda: policydoc.parse(clean))


def seconds_for_heads() -> tuple[float, Damage]:
    """CPU seconds for a notice with seventeen damaged heads, Traditional and folded, behind the load of the tables."""
    kind = misaligned("cut", next(reader for reader in READERS if reader.name == f"{USUAL}/fold"))
    text = "\n".join(papers(1, seed=17, items=24, script="Hant"))
    tries = (kind.damage(text, Random(seed)) for seed in range(1000))
    damage = next(made for made in tries if sum(line.hurt for line in made.lines()) == 17)
    return cost(lambda: repair(damage.shown)), damage


def bars(scores: dict[str, Score]) -> Iterator[tuple[str, float, float | None, str]]:
    """Name, value, bar and its sign."""
    cut = scores["gbk-cut"] + scores["gbk-cut/fold"]
    marked = scores["gbk-first-marked"] + scores["gbk-first-marked/fold"]
    first = scores["gbk-first"] + scores["gbk-first/fold"]
    every = sum((found for name, found in scores.items() if name.startswith("gbk-")), Score())
    yield "head of a line cut: characters right", cut.right, 0.93, "≥"
    yield "first byte shown as ?: characters right", marked.right, 0.85, "≥"
    yield "first byte lost: characters right", first.right, 0.85, "≥"
    yield "misaligned: of characters called certain, right", every.certain_right / max(1, every.certain), 0.99, "≥"
    yield "misaligned: of characters called probable, right", every.probable_right / max(1, every.probable), 0.88, "≥"
    yield "misaligned: digits", every.digits, 2000, "≥"
    yield "misaligned: digits wrong without a word", every.digits_wrong, 0, "≤"
    yield "misaligned: digits put in", every.digits_invented, 0, "≤"
    yield "sound lines of damaged texts that were changed", sum(found.changed for found in scores.values()), 0, "≤"


def written(scores: dict[str, Score]) -> str:
    """The counts as a table for a file."""
    names = list(asdict(Score()))
    lines = ["\t".join(("kind", *names))]
    lines += ["\t".join((kind, *(str(asdict(found)[name]) for name in names))) for kind, found in scores.items()]
    return "\n".join(lines) + "\n"


def shown(name: str, found: Score) -> str:
    """A score on a line."""

    def share(right: int, of: int) -> str:
        return f"{100 * right / of:5.1f}" if of else "    –"

    return (
        f"{name:<32}{found.lines:>5} lines {share(found.exact, found.lines)} % exact  "
        f"characters {share(found.characters - found.before, found.characters)} → {share(found.characters - found.after, found.characters)} %  "
        f"certain {share(found.certain_right, found.certain)} of {found.certain:<5} probable {share(found.probable_right, found.probable)} of "
        f"{found.probable:<5} digits {found.digits:>4}: {found.digits_wrong} wrong {found.digits_doubted} doubted {found.digits_invented} put in"
        + (f"  CHANGED {found.changed} sound lines" if found.changed else "")
    )


def kept() -> dict[str, Score]:
    """The scores of the file."""
    if not SCORES.exists():
        return {}
    head, *lines = [line.split("\t") for line in SCORES.read_text(encoding="utf-8").splitlines()]
    return {line[0]: Score(**dict(zip(head[1:], map(int, line[1:]), strict=True))) for line in lines}


def main() -> int:
    """Measure all rows, or those whose name the first argument finds; print, judge, keep."""
    wish = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    names = [name for name, _ in rows()]
    scores = kept() if wish else {}
    for name, measure in rows():
        if re.search(wish, name):
            scores[name] = measure()
            print(shown(name, scores[name]), flush=True)
            if "--write" in sys.argv:
                SCORES.write_text(written({each: scores[each] for each in names if each in scores}), encoding="utf-8")
    if wish:
        return 0
    measured: list[tuple[str, float, float | None, str]] = [*bars(scores)]
    lines, changed = false_positives(CLEAN_LINES)
    seconds, _ = seconds_for_heads()
    measured += [
        (f"of 10,000 clean lines ({lines:,} read), changed", 10_000 * changed / lines, 1, "≤"),
        ("gates on clean text, share of a parse", gate_share(), 0.05, "≤"),
        ("CPU seconds for seventeen heads", seconds, 1.5, "≤"),
    ]
    missed = 0
    for name, value, bar, sign in measured:
        holds = bar is None or (value >= bar if sign == "≥" else value <= bar)
        missed += not holds
        print(f"{name:<64} {value:10.3f}" + (f"   bar {sign} {bar}" if bar is not None else "") + ("" if holds else "   MISSED"))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
