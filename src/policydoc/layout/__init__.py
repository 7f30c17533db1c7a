"""layout: repaired text → logical lines.

1. The physical pieces of all lines are in order, do not overlap and leave out only line ends.
2. Wrapped paragraphs are joined logically, never in the text.
3. Furniture, blank lines and table rows are told by their role.
"""

from __future__ import annotations

import re

from policydoc.layout.furniture import is_furniture, lone_page_numbers
from policydoc.layout.line import Line, Role, compact
from policydoc.layout.paragraphs import join_wrapped
from policydoc.text.fold import fold

__all__ = ["Line", "lines"]

_PHYSICAL = re.compile(r"[^\r\n\f]+|\r\n|[\r\n\f]")
_INDENT = re.compile(r"[ \t]*+(?:#{1,6} )?+")
_PIPES = re.compile(r"\|[^|]*\|")
_RULE = re.compile(r"[|:+\-=_* ]++")


def _role(text: str) -> Role:
    if not text or (_RULE.fullmatch(text) and "|" not in text and len(text) >= 3):
        return "blank" if not text else "furniture"
    if "\t" in text or _PIPES.match(text):
        return "table"
    return "furniture" if is_furniture(text) else "text"


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
        if match[0][0] in "\r\n\f":
            if ended:
                found.append(Line(start, end, "", range(start, start), "blank", 0, ((start, end),)))
            ended = True
            continue
        ended = False
        lead = _INDENT.match(shadow, start, end)
        first = lead.end() if lead else start
        text, at = compact(shadow, first, end)
        if text.strip("\t") != text:
            skipped = len(text) - len(text.lstrip("\t"))
            text, at = text.strip("\t"), at[skipped : skipped + len(text.strip("\t"))]
        found.append(Line(start, end, text, at, _role(text), first - start, ((start, end),)))
    alone = [
        (index, line.text, index + 1 == len(found) or found[index + 1].role == "blank")
        for index, line in enumerate(found)
        if line.role == "text" and len(line.text) <= 4
    ]
    pages = lone_page_numbers(alone)
    return join_wrapped([line.as_role("furniture") if index in pages else line for index, line in enumerate(found)])
