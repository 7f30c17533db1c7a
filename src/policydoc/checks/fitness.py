"""量纲: does a number fit what it counts: no share above the whole, no area in 公里, no 万万, no -3座."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from policydoc.checks.found import Entry, Found
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern
from policydoc.rules.table import table
from policydoc.text.fold import fold

if TYPE_CHECKING:
    from policydoc.layout import Line

_TWICE = pattern(
    r"(?<![0-9.])[0-9]{1,9}(?:\.[0-9]{1,4})?(?:(?P<scale>万|亿)(?P=scale)|[万亿]?(?P<unit>公里|平方米|平方公里|立方米|公顷|万元|亿元|百分点|人次|元|亩|吨|%)(?P=unit))"
)
_OVER = pattern(r"(?<![0-9.,])[1-9][0-9]{2,5}(?:\.[0-9]{1,4})?(?=%)")
_TO = pattern(
    r"(?:均|都|分别|已|将|力争|要|能|保持|稳定|总体|整体)?(?:达到?|提高[到至]|提升[到至]|增加[到至]|稳定在|保持在?|不低于|不少于|超过|为|实现|至|到|在|约|近){0,2}\Z"
)
_NEGATIVE = pattern(
    r"(?:新建|新增|建成|改造|建设|培训|完成|发放|购置|安装|总数|达到|达|为)[\u3400-\u9fff]{0,8}(?P<sign>-)(?P<number>[1-9][0-9]{0,6}万?(?:个|座|人|户|套|所|家|处|台|辆|公里|平方米|亩)(?![分月年]))"
)
_SIGNED = pattern(r"(?<![0-9])-[1-9]")
_MINUS: Final = "-−－"
_REACH: Final = 10
_HUNDRED: Final = Decimal(100)


@cache
def _shares() -> Lexicon[str]:
    return lexicon("shares", lambda row, _: row["id"])


@cache
def _measured() -> Lexicon[frozenset[str]]:
    """What an object is never measured in."""
    known = {row["id"]: frozenset(row["against"].split(";")) for row in table("measured")}
    return lexicon("measured", lambda row, _: known[row["id"]])


def check_fitness(found: Found) -> Iterator[Entry]:
    """N009 to N012."""
    for line in found.lines:
        if line.role in ("text", "table"):
            yield from _in_line(found, line)
    for target in found.reading.targets:
        yield from _measure(target)


def _in_line(found: Found, line: Line) -> Iterator[Entry]:
    text = line.text
    for match in _TWICE.finditer(text):
        yield diagnostic("N009", line.span(*match.span()), written=match["scale"] or match["unit"])
    for match in _OVER.finditer(text) if "%" in text else ():
        if Decimal(match[0]) > _HUNDRED and (share := _share_before(text, match.start())):
            yield diagnostic("N010", line.span(match.start(), match.end() + 1), share=share, value=match[0])
    for match in _NEGATIVE.finditer(text) if "-" in text and _SIGNED.search(text) else ():
        if found.content[line.at[match.start("sign")]] in _MINUS:
            yield diagnostic("N012", line.span(match.start("sign"), match.end()), written=f"-{match['number']}")


def _share_before(text: str, stop: int) -> str:
    """The share whose value a number is: 覆盖率达到120%.

    >>> _share_before("污水处理率达到120%", 7), _share_before("财政收入增长120%", 6)
    ('处理率', '')
    """
    floor = max(0, stop - _REACH)
    to = _TO.search(text, floor, stop)
    end = to.start() if to is not None else stop
    found = _shares().before(text, max(0, end - 8), end)
    return text[found[1] : end] if found is not None else ""


def _measure(target: Entry) -> Iterator[Entry]:
    what, dimension = target["object"], target["dimension"]
    if not what or dimension is None or dimension in ("ratio", "time") or target["change"].endswith("_by"):
        return
    words = "".join(fold(what[-_REACH:]).split())
    found = _measured().before(words, max(0, len(words) - 8), len(words))
    if found is not None and dimension in found[0]:
        yield diagnostic("N011", target["quantity"]["span"], [target["object_span"]], object=what, unit=target["unit_text"])
