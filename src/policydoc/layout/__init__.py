"""layout: repaired text → logical lines.

1. The physical pieces of all lines are in order, do not overlap and leave out only line ends.
2. Wrapped paragraphs are joined logically, never in the text.
3. Furniture, blank lines, table rows and tables of contents are told by their role.
4. The cells of a table that lost its borders are one row again; numbers of pages part no sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout.contents import contents_lines
from policydoc.layout.furniture import is_furniture, lone_page_numbers
from policydoc.layout.line import Line, Role, compact
from policydoc.layout.notes import note_lines
from policydoc.layout.pages import page_lines, printed_heads
from policydoc.layout.paragraphs import join_wrapped
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

__all__ = ["Line", "lines"]

_ENDS = "\r\n\f\v\x85\u2028\u2029"
"""What ends a line: LF, CR, page and soft breaks."""
_PHYSICAL = pattern(rf"[^{_ENDS}]+|\r\n|[{_ENDS}]")
_INDENT = pattern(r"[ \t]*+(?:>[ \t]?(?=[^0-9>])){0,3}+[ \t]*+(?:#{1,6} )?+(?:[·●◆■▪◇□]\s{1,4}(?=[^0-9\s]))?+")
_PIPES = pattern(r"\|[^|]*\||[^|]*\|[^|]*\|")
_LABEL_TAB = pattern(
    r"((?:第?[一二三四五六七八九十百0-9]{1,5}[章节条编篇、.,)]|[(][一二三四五六七八九十0-9]{1,3}[)]|目|[0-9]{1,2}))\t(?=[^\t]{1,}\Z)"
)
_DRAWN = "│┃║"
"""What a table drawn with line characters has."""
FEWEST = 3
"""Short lines in a row that may be the titles of a table's columns."""
SHORT = 16
LONGEST_HEADER = 120
_RULE = pattern(r"[|:+\-=_* ]++")


def _role(text: str) -> Role:
    if not text:
        return "blank"
    if text[0] in ":+-=_* " and len(text) >= 2 and "|" not in text and _RULE.fullmatch(text):
        return "furniture"
    if not text.strip("|"):
        return "table"
    if is_furniture(text):
        return "furniture"
    return "table" if "\t" in text or ("|" in text and _PIPES.match(text)) else "text"


def _untabbed(text: str, at: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text without tabs at its ends, and without the one between a heading's number and its words."""
    words = text.strip("\t")
    skipped = len(text) - len(text.lstrip("\t"))
    text, at = words, at[skipped : skipped + len(words)]
    label = _LABEL_TAB.match(text)
    if label:
        return text[: label.end(1)] + text[label.end() :], [*at[: label.end(1)], *at[label.end() :]]
    return text, at


def _rows_again(lines: list[Line], tabbed: dict[int, Line]) -> list[Line]:
    """The lines with those rows of a table as they stand that lost tabs as if they were headings."""
    table = False
    for index, line in enumerate(lines):
        if line.role == "text":
            row = tabbed.get(index)
            if table and row is not None and line.text and (row.text.count("\t") > 1 or line.text[0] in "0123456789"):
                lines[index] = row
            else:
                table = False
        elif line.role == "table":
            table = True
    return lines


def _tables(lines: list[Line], shadow: str) -> list[Line]:
    """The lines with the rows of tables that lost their borders; most notices have no table, and load nothing for one."""
    short, loose, rows = 0, False, False
    run = 0
    for line in lines:
        if line.role == "text":
            run = run + 1 if len(line.text) <= SHORT and line.text[-1] not in "。;" else 0
            short = max(short, run)
            loose = loose or (not isinstance(line.at, range) and len(line.text) <= LONGEST_HEADER) or line.text.startswith(("序号", "编号"))
        rows = rows or line.role == "table"
    if rows:
        from policydoc.layout.rows import offices_parted

        lines = [offices_parted(line) if line.role == "table" else line for line in lines]
    if loose:
        from policydoc.layout.columns import column_rows
        from policydoc.layout.glued import glued_rows

        lines = glued_rows(column_rows(lines, shadow))
    if short >= FEWEST:
        from policydoc.layout.cells import cell_rows

        heads = printed_heads(lines)
        lines = cell_rows([line.as_role("furniture") if index in heads else line for index, line in enumerate(lines)])
    return lines


def lines(content: str) -> list[Line]:
    r"""The logical lines of a repaired text.

    >>> [line.text for line in lines("一、主要目标\n\n新建 公厕76座。")]
    ['一、主要目标', '', '新建公厕76座。']
    """
    shadow = fold(content)
    found: list[Line] = []
    tabbed: dict[int, Line] = {}
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
        if len(text) > 1 and text.find("|") == len(text) - 1:
            text, at = text[:-1], at[:-1]
        if "\t" in text:
            tabbed[len(found)] = Line(start, end, text, at, "table", first - start, ((start, end),))
            text, at = _untabbed(text, at)
        found.append(Line(start, end, text, at, _role(text), first - start, ((start, end),)))
    found = _rows_again(found, tabbed)
    found = _tables(found, shadow)
    if any(mark in content for mark in _DRAWN):
        from policydoc.layout.boxed import boxed_rows

        found = boxed_rows(found, content)
    if len(found) == 1 and len(found[0].text) > SHORT:
        return found  # a sentence: no page, no note, no margin
    alone = [
        (index, line.text, index + 1 == len(found) or found[index + 1].role == "blank")
        for index, line in enumerate(found)
        if line.role == "text" and len(line.text) <= 4
    ]
    pages = lone_page_numbers(alone)
    found = _as_role(found, "furniture", pages)
    found = _as_role(found, "furniture", page_lines(found))
    found = _as_role(found, "furniture", note_lines(found))
    found = _as_role(found, "contents", contents_lines(found))
    return join_wrapped(found, content)


def _as_role(lines: list[Line], role: Role, indices: frozenset[int]) -> list[Line]:
    return [line.as_role(role) if index in indices else line for index, line in enumerate(lines)] if indices else lines
