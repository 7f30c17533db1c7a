"""layout: repaired text → logical lines.

1. The physical pieces of all lines are in order, do not overlap and leave out only line ends.
2. Wrapped paragraphs are joined logically, never in the text.
3. Furniture, blank lines, table rows and tables of contents are told by their role.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout.contents import contents_lines
from policydoc.layout.furniture import is_furniture, lone_page_numbers
from policydoc.layout.line import Line, Role, compact
from policydoc.layout.paragraphs import join_wrapped
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

__all__ = ["Line", "lines"]

_ENDS = "\r\n\f\v\x85\u2028\u2029"
"""What ends a line: LF, CR, page and soft breaks."""
_PHYSICAL = pattern(rf"[^{_ENDS}]+|\r\n|[{_ENDS}]")
_INDENT = pattern(r"[ \t]*+(?:#{1,6} )?+")
_PIPES = pattern(r"\|[^|]*\||[^|]*\|[^|]*\|")
_LABEL_TAB = pattern(
    r"((?:第?[一二三四五六七八九十百0-9]{1,5}[章节条编篇、.,)]|[(][一二三四五六七八九十0-9]{1,3}[)]|目|[0-9]{1,2}))\t+(?=[^\t]{1,}\Z)"
)
_RULE = pattern(r"[|:+\-=_* ]++")


def _role(text: str) -> Role:
    if not text or (_RULE.fullmatch(text) and "|" not in text and len(text) >= 3):
        return "blank" if not text else "furniture"
    if "\t" in text or _PIPES.match(text):
        return "table"
    return "furniture" if is_furniture(text) else "text"


def _untabbed(text: str, at: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text without tabs at its ends, and without the one between a heading's number and its words."""
    words = text.strip("\t")
    skipped = len(text) - len(text.lstrip("\t"))
    text, at = words, at[skipped : skipped + len(words)]
    label = _LABEL_TAB.match(text)
    if label:
        return text[: label.end(1)] + text[label.end() :], [*at[: label.end(1)], *at[label.end() :]]
    return text, at


def lines(content: str) -> list[Line]:
    r"""The logical lines of a repaired text.

    >>> [line.text for line in lines("一、主要目标\n\n新建 公厕76座。")]
    ['一、主要目标', '', '新建公厕76座。']
    """
    shadow = fold(content)
    found: list[Line] = []
    ended = True
    for match in _PHYSICAL.finditer(shadow):
        start, end = match.span()
        if match[0][0] in _ENDS:
            if ended:
                found.append(Line(start, end, "", range(start, start), "blank", 0, ((start, end),)))
            ended = True
            continue
        ended = False
        lead = _INDENT.match(shadow, start, end)
        first = lead.end() if lead else start
        text, at = compact(shadow, first, end)
        if "\t" in text:
            text, at = _untabbed(text, at)
        found.append(Line(start, end, text, at, _role(text), first - start, ((start, end),)))
    alone = [
        (index, line.text, index + 1 == len(found) or found[index + 1].role == "blank")
        for index, line in enumerate(found)
        if line.role == "text" and len(line.text) <= 4
    ]
    pages = lone_page_numbers(alone)
    found = [line.as_role("furniture") if index in pages else line for index, line in enumerate(found)]
    contents = contents_lines(found)
    return join_wrapped([line.as_role("contents") if index in contents else line for index, line in enumerate(found)], content)
