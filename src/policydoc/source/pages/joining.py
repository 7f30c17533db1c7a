"""通页: the lines and rows of all pages → the text, paragraphs whole.

1. What the margin broke is one line again, and so is a paragraph or a row that a page broke: its rest stands with its beginning.
2. What stands above and below the text on each page (numbers, running heads) keeps its place at the head or foot of the page.
3. Pages are parted by form feeds; the origins tell from which page each stretch comes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from policydoc.rules.patterns import pattern
from policydoc.source.origin import Origin
from policydoc.source.pages.glyphs import joined
from policydoc.source.pages.page import SMALLER, Item, Row, Text
from policydoc.source.pages.wraps import PAGE, Edges, edges, goes_on, goes_on_page
from policydoc.source.reading import MERGED, SAME, Reading
from policydoc.text.edits import Edit

_DIGITS = pattern(r"[0-9０-９一二三四五六七八九十\s]{1,10}")
_ORDINAL = pattern(r"[0-9]{1,4}|[一二三四五六七八九十]{1,4}")
_NOTE = pattern(r"\[[0-9]{1,2}\]")
_MOST_INDENT = 30
_REACH = 3
"""Lines at the head or foot of a page that may stand there on each page."""
_APART = 1.35
"""Leadings by which lines of one text lie below each other, at most."""
_NEAR = 4.0
"""Points by which the edges of one table differ on two pages."""


class Part(NamedTuple):
    """A stretch of a line of the text, and the page that it comes from."""

    text: str
    page: int
    covered: tuple[int, ...] = ()
    """Where in it a sign stands for the cell above."""


Written = list[Part]
"""A line of the text."""


class _Page(NamedTuple):
    """What stands on a page: above its text, its text, below its text; and the edges of its columns."""

    head: Sequence[Item]
    body: Sequence[Item]
    foot: Sequence[Item]
    edges: dict[int, Edges]


def joined_pages(pages: Sequence[Sequence[Item]], others: Sequence[Sequence[str]], media_type: str) -> Reading:
    r"""The text of all pages and its origins; `others` are lines that stand askew, which come last on their page.

    >>> from policydoc.source.pages.glyphs import Line, Stroke
    >>> page = [Text(Line((Stroke("新建公厕", 0, 40, 10, 10),)))]
    >>> joined_pages([page, page], [[], []], "").text
    '新建公厕\x0c新建公厕'
    """
    laid = _laid_out(pages)
    found: list[list[Written]] = []
    last: tuple[Item, Edges | None, Written] | None = None
    numbered = False
    for number, page in enumerate(laid, 1):
        lines: list[Written] = [[Part(item.text, number)] for item in page.head]
        fresh = True
        for item in page.body:
            known = page.edges[item.column] if isinstance(item, Text) else None
            if last is not None and _continues(last, item, known, fresh, numbered):
                last = (item, known, last[2])
                _add(last[2], item, number)
            else:
                last = (item, known, [_begun(item, known, number)])
                lines.append(last[2])
                numbered = isinstance(item, Row) and (bool(_ORDINAL.fullmatch(item.cells[0])) or (numbered and item.cells[0] != ""))
            fresh = False
        lines += ([Part(item.text, number)] for item in page.foot)
        lines += ([Part(text, number)] for text in others[number - 1])
        found.append(lines)
    return _written(found, media_type)


def _laid_out(pages: Sequence[Sequence[Item]]) -> list[_Page]:
    """The pages with what stands on each of them apart, and the edges of their columns."""
    texts = [[item for item in page if isinstance(item, Text)] for page in pages]
    whole = {column: edges([item.line for page in texts for item in page if item.column == column]) for column in (0, 1, 2)}
    again = Counter(key for page in pages for key in {_key(item) for item in (*page[:_REACH], *page[-_REACH:])})
    found: list[_Page] = []
    for page, lines in zip(pages, texts, strict=True):
        known = {column: edges([item.line for item in lines if item.column == column], whole[column]) for column in (0, 1, 2)}
        first, last = 0, len(page)
        while first < min(_REACH, last) and _is_furniture(page[first], again):
            first += 1
        while last > max(first, len(page) - _REACH) and _is_furniture(page[last - 1], again):
            last -= 1
        often = [again[_key(item)] * 2 > len(pages) or PAGE.fullmatch(item.text) is not None for item in (*page[:first], *page[last:])]
        if not (all(often[:first]) or _is_apart(page, first, known)):
            first = 0
        if not (all(often[first:]) or _is_apart(page, last, known)):
            last = len(page)
        last = _first_note(page, first, last, known[0].size)
        found.append(_Page(page[:first], page[first:last], page[last:], known))
    return found


def _first_note(page: Sequence[Item], first: int, last: int, size: float) -> int:
    """Where the notes at the foot of a page begin; the end of its text where there are none."""
    found = last
    for place in range(last - 1, first - 1, -1):
        item = page[place]
        if isinstance(item, Row) or item.line.size >= SMALLER * size:
            break
        found = place if _NOTE.match(item.text) else found
    return found


def _is_apart(page: Sequence[Item], place: int, known: dict[int, Edges]) -> bool:
    """Whether more space than between lines of one text lies before an item: heads and feet stand apart, or are of another size."""
    if not 0 < place < len(page):
        return True
    before, after = page[place - 1], page[place]
    if not (isinstance(before, Text) and isinstance(after, Text)) or not 0.87 < after.line.size / before.line.size < 1.15:
        return True
    return not 0 < after.bottom - before.bottom < _APART * known[after.column].leading


def _key(item: Item) -> tuple[str, int]:
    """What an item says but for its numbers, and how far down it stands."""
    return _DIGITS.sub("", item.text), round(item.bottom / _NEAR)


def _is_furniture(item: Item, again: Counter[tuple[str, int]]) -> bool:
    if isinstance(item, Row):
        return False
    text, down = _key(item)
    return PAGE.fullmatch(item.text) is not None or sum(again[text, near] for near in (down - 1, down, down + 1)) > 1


def _continues(last: tuple[Item, Edges | None, Written], item: Item, known: Edges | None, fresh: bool, numbered: bool) -> bool:
    """Whether an item goes on with the last one; `fresh`: it is the first on its page; `numbered`: the rows before have numbers."""
    before, edges_before, _ = last
    if isinstance(before, Row) or isinstance(item, Row):
        return isinstance(before, Row) and isinstance(item, Row) and fresh and _is_rest(before, item, numbered)
    if edges_before is None or known is None:
        return False
    if before.column == item.column and not fresh:
        return goes_on(before.line, item.line, known)
    return (fresh or item.column == before.column + 1) and goes_on_page(before.line, item.line, edges_before, known)


def _is_rest(row: Row, after: Row, numbered: bool) -> bool:
    """Whether a row is what a page broke off from the row before: cells below filled ones, without the first.

    Where each row has a number (`numbered`) one without is the rest of another; elsewhere it has few cells.
    """
    if len(row.edges) != len(after.edges) or any(abs(one - other) > _NEAR for one, other in zip(row.edges, after.edges, strict=True)):
        return False
    filled = [place for place, cell in enumerate(after.cells) if cell and cell is not SAME]
    first = next(place for place, cell in enumerate(row.cells) if cell)
    few = 2 * len(filled) <= sum(map(bool, row.cells))
    return (few or (numbered and first == 0)) and bool(filled) and filled[0] > first and all(row.cells[place] for place in filled)


def _add(line: Written, item: Item, page: int) -> None:
    """The item behind a line that goes on with it."""
    if isinstance(item, Row):
        cells = line[0].text.split("\t")
        rests = ["" if rest is SAME else rest for rest in item.cells]
        line[0] = _row([joined(cell, rest) if rest else cell for cell, rest in zip(cells, rests, strict=True)], line[0].page)
        return
    glue = joined(line[-1].text, item.text)[len(line[-1].text) :]
    if line[-1].page == page:
        line[-1] = Part(line[-1].text + glue, page)
    else:
        line.append(Part(glue, page))


def _row(cells: Sequence[str], page: int) -> Part:
    """A row as a line, its cells parted by tabs."""
    covered: list[int] = []
    place = 0
    for cell in cells:
        if cell == SAME:
            covered.append(place)
        place += len(cell) + 1
    return Part("\t".join(cells), page, tuple(covered))


def _begun(item: Item, known: Edges | None, page: int) -> Part:
    """The first part of a line: a row, or a text that is set in by as many blanks as on the page."""
    if isinstance(item, Row):
        return _row(item.cells, page)
    indent = round((item.line.left - known.left) / item.line.size) if known else 0
    return Part("　" * max(0, min(_MOST_INDENT, indent)) + item.text, page)


def _written(pages: Sequence[Sequence[Written]], media_type: str) -> Reading:
    """The text of the lines, what was put in, and where its stretches come from."""
    texts: list[str] = []
    origins: list[Origin] = []
    edits: list[Edit] = []
    start = 0
    for number, lines in enumerate(pages, 1):
        parts = [part for line in lines for part in ([Part("\n", 0), *line] if line is not lines[0] else line)]
        for text, page, covered in [*([Part("\f", number)] if number > 1 else []), *parts]:
            if page and (not origins or origins[-1].number != page):
                origins.append(Origin(start - len(edits) + (text == "\f"), "page", page))
            edits += (Edit(MERGED, start + place, start + place + 1, "", SAME, "certain") for place in covered)
            texts.append(text)
            start += len(text)
        if not origins or (not lines and origins[-1].number != number):
            origins.append(Origin(start - len(edits), "page", number))
    return Reading("".join(texts), media_type, None, tuple(edits), tuple(origins))
