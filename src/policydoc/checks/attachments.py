"""附件: what is announced, what the body refers to, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from policydoc.checks.found import Entry, Found, Span, title
from policydoc.dates.han import han_number
from policydoc.parts.names import is_named
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

if TYPE_CHECKING:
    from policydoc.layout import Line

_COUNT: Final = r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_MARK = pattern(rf"附件(?P<number>{_COUNT})(?![0-9]|级|是|类|个|份|项)")
_REFERRED = pattern(
    rf"(?:[见按照依填在]|参照|根据|按照|列入|详见)(?:本[^,。;]{{2,8}})?附件(?P<number>{_COUNT})?(?![0-9二三四五六七八九十])"
)
_ELSEWHERE = pattern(r"附件[^。;]{0,80}?(?P<where>此?略|从略|另发|另附|另行印发|另行下发|请[^。;]{0,20}下载|下载)[)。]?$|^附件下载")
_FAR: Final = 40


def check_attachments(found: Found) -> Iterator[Entry]:
    """H005 absent though announced; H012 numbers that skip; H013 referred to, not there; H014 kept elsewhere."""
    elsewhere = list(_kept_elsewhere(found))
    yield from elsewhere
    numbered = list(_numbered(found))
    yield from _skipped(numbered)
    following = sum(part.kind in ("attachment", "enclosure") for part in found.parts[1:])
    announced = found.values["attachments_announced"]
    if not elsewhere:
        titles = [title(part) for part in found.parts[1:] if part.title]
        spans = found.values["spans"].get("attachments_announced", [])
        for number, (name, span) in enumerate(zip(announced, spans, strict=True), 1):
            if following < number and not is_named("".join(fold(name).split()), titles):
                yield diagnostic("H005", span, title=name)
        attached = sum(part.kind == "attachment" for part in found.parts)
        known = max([len(announced), attached or following, *(number for number, _ in numbered)])
        yield from _referred(found, known)


def _kept_elsewhere(found: Found) -> Iterator[Entry]:
    for line in found.texts():
        if len(line.text) <= 120 and line.text.startswith(("附件", "(附件")):
            match = _ELSEWHERE.search(line.text)
            if match is not None:
                yield diagnostic("H014", line.span(0, len(line.text)))
                return


def _numbered(found: Found) -> Iterator[tuple[int, Span]]:
    """The numbers that attachments bear at their heads."""
    for part in found.parts:
        if part.kind not in ("attachment", "enclosure"):
            continue
        for line in found.lines[part.first : max(part.body_first, part.first + 1)]:
            match = _MARK.match(line.text.lstrip("(["))
            if match is not None and len(line.text) <= _FAR:
                yield han_number(match["number"]), line.span(0, len(line.text))
                break


def _skipped(numbered: list[tuple[int, Span]]) -> Iterator[Entry]:
    for (before, place), (number, span) in pairwise(numbered):
        if number != before + 1 and number != 1:
            yield diagnostic("H012", span, [place], number=number, before=before)


def _referred(found: Found, known: int) -> Iterator[Entry]:
    """见附件2 in a text that has one attachment: one finding for each number."""
    places: dict[int, list[Span]] = {}
    for line in _bodies(found):
        if "附件" in line.text:
            for match in _REFERRED.finditer(line.text):
                number = han_number(match["number"]) if match["number"] else 1
                if number > known:
                    places.setdefault(number, []).append(line.span(match.start(), match.end()))
    for number, spans in sorted(places.items()):
        yield diagnostic("H013", spans[0], spans[1:], number=number, known=known or "none")


def _bodies(found: Found) -> Iterator[Line]:
    for part in found.parts:
        yield from (line for line in found.lines[part.body_first : part.body_last] if line.role in ("text", "table"))
