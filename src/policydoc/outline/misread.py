"""误认序数: numbers that a scanner misread or that lost a sign; each counts only where exactly that number is due.

A stroke for a numeral (≡、 for 三、, 人、 for 八、, l. for 1., 1O. for 10.), a bracket or a point that is missing
(二重点任务, （2公园).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from policydoc.outline.markers import Marker, numeral
from policydoc.rules.patterns import pattern
from policydoc.rules.units import unit_at

if TYPE_CHECKING:
    from policydoc.layout import Line

_STROKES = {
    "-": "一", "I": "一", "丨": "一", "=": "二", "ニ": "二", "工": "二", "≡": "三", "彡": "三",
    "囚": "四", "匕": "七", "人": "八", "入": "八", "丸": "九", "+": "十", "士": "十",
}  # fmt: skip
_LETTERS = str.maketrans({"I": "1", "l": "1", "丨": "1", "O": "0", "o": "0", "Q": "0"})
_HAN = "一二三四五六七八九十"
_STRUCK = rf"[{_HAN}]?[-I丨=ニ工≡彡囚匕人入丸+士][{_HAN}]?"
_MISREAD = pattern(
    rf"""
      (?P<digit>(?=[0-9]{{0,2}}[IlOoQ丨])[0-9IlOoQ丨]{{1,3}})[.、](?![0-9A-Za-z])
    | (?P<han>{_STRUCK})[、.](?=[一-龥“《\[])
    | \((?P<paren>(?=[0-9]{{0,2}}[IlOoQ丨])[0-9IlOoQ丨]{{1,3}})\)
    | \((?P<paren_han>{_STRUCK})\)
    | [条弟笫苐](?P<tiao>[{_HAN}百零]{{1,5}})条(?![款项])
    | \((?P<open_paren>[0-9]{{1,2}})(?=[一-龥“《\[])
    | (?P<bare>[0-9]{{1,2}}|[{_HAN[1:]}][{_HAN}]{{0,2}})[·;:' ]?(?=[一-龥“《\[])
    """,
    re.VERBOSE,
)
_WORD = pattern(r"[级类期等线批档产型代孩胎是要年月日天大十百千万亿余多几来]")


def misread_at(text: str) -> tuple[Marker, ...]:
    """The markers that the start of a folded line may be a misreading of.

    >>> [(marker.family, marker.ordinal) for marker in misread_at("≡、丙类")], misread_at("三级医院")
    ([('han', 3)], ())
    >>> [(marker.family, marker.ordinal) for marker in misread_at("1O.丙类")], misread_at("二重点任务")[0].ordinal
    ([('digit', 10)], 2)
    """
    match = _MISREAD.match(text)
    if match is None:
        return ()
    name = match.lastgroup or ""
    written = match[name]
    end = match.end()
    if name == "bare":
        if _WORD.match(text, end) or unit_at(text, end) is not None:
            return ()
        family = "digit" if written.isascii() else "han"
        ordinal = numeral(written)
    elif name == "tiao":
        family, ordinal = "named_条", numeral(written)
    elif name in ("han", "paren_han"):
        family, ordinal = name, numeral("".join(_STROKES.get(sign, sign) for sign in written))
    else:
        family, ordinal = name.removeprefix("open_"), int(written.translate(_LETTERS))
    found = [Marker(family, ordinal, 0, end, True)] if ordinal else []
    if family == "digit" and ordinal == 1 and len(written) == 1 and not written.isdigit():
        found.append(Marker("han", 1, 0, end, True))
    return tuple(found)


def misread(lines: Sequence[Line], first: int, last: int, leads: Mapping[int, Sequence[Marker]]) -> dict[int, tuple[Marker, ...]]:
    r"""Line index → what a line that starts with no sure number may have started with.

    >>> from policydoc.layout import lines
    >>> {index: found[0].ordinal for index, found in misread(lines("建设泵站\n二水渠\n≡、河道"), 0, 3, {}).items()}
    {1: 2, 2: 3}
    """
    found: dict[int, tuple[Marker, ...]] = {}
    for index in range(first, last):
        line = lines[index]
        if (
            line.role == "text"
            and line.text
            and (index not in leads or leads[index][0].doubtful or leads[index][0].family.startswith("letter"))
        ):
            markers = misread_at(line.text)
            apart = markers and line.span(markers[0].end, markers[0].end + 1)[0] > line.span(markers[0].end - 1, markers[0].end)[1]
            if markers and not (apart and is_whole(line.text, markers[0])):
                found[index] = markers
    return found


def is_whole(text: str, marker: Marker) -> bool:
    """Whether the number itself is well read, and only a sign behind or around it is lost.

    >>> is_whole("二重点任务", misread_at("二重点任务")[0]), is_whole("≡、丙类", misread_at("≡、丙类")[0])
    (True, False)
    """
    written = text[marker.start : marker.end].strip("()[].、·;:' ")
    return numeral(written) == marker.ordinal
