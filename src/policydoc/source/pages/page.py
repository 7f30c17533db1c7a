"""版面: the characters and ruled lines of one page → its lines of text and the rows of its tables, in reading order.

1. What stands in a ruled table gives one row for each of its rows, with empty cells for what a cell that spans covers.
2. Columns of text are read one after the other, everything else from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple, TypeAlias

from policydoc.rules.patterns import pattern
from policydoc.source.pages.glyphs import Glyph, Line, Stroke, joined, lines, needed, strokes
from policydoc.source.pages.ruling import Grid, Rule, grids
from policydoc.source.reading import SAME

SMALLER = 0.92
"""Of the height of the text, that of notes at most."""
_MARK = pattern(r"\[([0-9]{1,2})\]")
_HEAD = pattern(r"([0-9]{1,2})[ 　]{0,4}(?=[一-龥《“])")
_COLUMN = 8
"""Heights of a character that lines of a column of text are wide, at least."""
_MOST = 1_000
"""Lines of a page with columns of text."""
_INSET = 1
"""Heights of a character by which a table may stand out of its column."""
_FEWEST = 5
"""Lines of a column of text, at least."""


@dataclass(slots=True)
class Content:
    """What a page shows: characters, ruled lines, and characters that stand askew."""

    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    turned: list[Glyph] = field(default_factory=list)
    pictured: bool = False
    """Whether it has a picture."""
    unseen: bool = False
    """Whether its text is an invisible layer, as OCR lays it over a scan."""


class Row(NamedTuple):
    """A row of a ruled table: the texts of its cells (`SAME` below one that reaches down), the edges of its columns, and where it ends."""

    cells: tuple[str, ...]
    edges: tuple[float, ...]
    bottom: float

    @property
    def text(self) -> str:
        """Its cells, parted by tabs."""
        return "\t".join(self.cells)


class Text(NamedTuple):
    """A line outside of tables; `column` is 0 where it may be as wide as the page, 1 and 2 in columns of text."""

    line: Line
    column: int = 0

    @property
    def text(self) -> str:
        """Its characters."""
        return self.line.text

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.line.base


Item: TypeAlias = "Row | Text"


def page_items(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> list[Item]:
    """The rows of tables and the lines of a page in reading order.

    >>> glyphs = [Glyph("8", 60, 65, 20, 10), Glyph("公", 0, 10, 20, 10), Glyph("厕", 10, 20, 20, 10)]
    >>> [item.line.text for item in page_items(glyphs, [])]
    ['公厕        8']
    >>> walls = [Rule(True, 5, 0, 80), Rule(True, 30, 0, 80), Rule(False, 0, 5, 30), Rule(False, 40, 5, 30), Rule(False, 80, 5, 30)]
    >>> page_items(glyphs, walls)[0].cells
    ('公厕', '8')
    """
    tables = grids(rules)
    inside: list[dict[tuple[int, int], list[Glyph]]] = [{} for _ in tables]
    free: list[Glyph] = []
    for glyph in glyphs:
        middle, height = (glyph.left + glyph.right) / 2, glyph.base - 0.3 * glyph.size
        for table, cells in zip(tables, inside, strict=True):
            place = table.at(middle, height)
            if place is not None:
                cells.setdefault(place, []).append(glyph)
                break
        else:
            free.append(glyph)
    rows: list[Item] = []
    for table, cells in zip(tables, inside, strict=True):
        if cells and len(table.columns) > 2:
            rows += _rows(table, cells)
        else:
            free += [glyph for place in sorted(cells) for glyph in cells[place]]
    body = _notes_marked(_body(strokes(free)))
    return _ordered(body, rows) if rows else body


def _ordered(body: Sequence[Item], rows: Sequence[Item]) -> list[Item]:
    """The lines and the rows of tables in reading order: a table in a column stands with it, one across both before or behind them."""
    columns = [item for item in body if isinstance(item, Text) and item.column]
    if not columns:
        return sorted([*body, *rows], key=lambda item: item.bottom)
    top = min(item.bottom for item in columns)
    second = min(item.line.left for item in columns if item.column == 2)

    def place(item: Item) -> tuple[int, int, float]:
        if isinstance(item, Text):
            column = item.column
        else:
            column = 1 if item.edges[-1] <= second else 2 if item.edges[0] >= second - _INSET * columns[0].line.size else 0
        return (1 if column else 0 if item.bottom <= top else 2), column, item.bottom

    return sorted([*body, *rows], key=place)


def _rows(table: Grid, cells: dict[tuple[int, int], list[Glyph]]) -> Iterator[Row]:
    """The rows of a table that have text; columns in which no cell begins are none."""
    begun = sorted({column for line in table.cells for _, column in line})
    edges = (*(table.columns[column] for column in begun), table.columns[-1])
    for row in sorted({row for row, _ in cells}):
        texts: list[str] = []
        for column in begun:
            first = table.cells[row][column]
            above = first[0] < row and first[1] == column and first in cells
            texts.append(SAME if above else _cell(cells[first], table.width(*first)) if first == (row, column) and first in cells else "")
        yield Row(tuple(texts), edges, table.rows[row + 1])


def _cell(glyphs: Sequence[Glyph], width: float) -> str:
    """The text of a cell: its lines in one, with a blank where a line ended although the next word had room on it."""
    found = lines(strokes(glyphs))
    if not found:
        return ""
    inset = (width - max(line.right for line in found) + min(line.left for line in found)) / 2
    room = width - 2 * max(0.0, min(0.5 * found[0].size, inset))
    text = found[0].text
    for line, after in pairwise(found):
        ended = line.right - line.left + (needed(after.text) + 0.2) * line.size < room
        text = text + " " + after.text if ended else joined(text, after.text)
    return text.replace("|", " ")


def _body(strokes: Sequence[Stroke]) -> list[Item]:
    """The lines outside of tables, in reading order."""
    gutter = _gutter(strokes)
    if gutter is None:
        return [Text(line, 0) for line in lines(strokes)]
    left = [stroke for stroke in strokes if stroke.right <= gutter]
    right = [stroke for stroke in strokes if stroke.left >= gutter]
    top = min(stroke.base for column in (left, right) for stroke in column)
    across = [stroke for stroke in strokes if stroke.left < gutter < stroke.right]
    above = lines(stroke for stroke in across if stroke.base <= top)
    below = lines(stroke for stroke in across if stroke.base > top)
    return [Text(line, column) for column, part in ((0, above), (1, lines(left)), (2, lines(right)), (0, below)) for line in part]


def _notes_marked(items: list[Item]) -> list[Item]:
    """The lines, with the number at the head of a note in brackets as where the note is called: 1 图书馆指… → [1] 图书馆指…"""
    called = {mark for item in items for mark in _MARK.findall(item.text)}
    if not called:
        return items
    size = median(item.line.size for item in items if isinstance(item, Text))
    found: list[Item] = []
    for item in items:
        head = _HEAD.match(item.text)
        if isinstance(item, Text) and head and head[1] in called and item.line.size < SMALLER * size:
            first, *rest = item.line.strokes
            item = Text(Line((first._replace(text=f"[{head[1]}]{first.text[len(head[1]) :]}"), *rest)), item.column)
        found.append(item)
    return found


def _gutter(strokes: Sequence[Stroke]) -> float | None:
    """Where the white space between two columns of text lies; None where the page has one column."""
    wide = [stroke for stroke in strokes if stroke.right - stroke.left >= _COLUMN * stroke.size]
    if not 2 * _FEWEST <= len(wide) <= _MOST:
        return None
    first, last = min(stroke.left for stroke in wide), max(stroke.right for stroke in wide)
    best = None
    for edge in sorted({round(stroke.right) for stroke in wide if 0.3 < (stroke.right - first) / (last - first) < 0.7}):
        before = [stroke for stroke in wide if stroke.right <= edge + 1]
        after = [stroke for stroke in wide if stroke.left > edge + 1]
        if min(len(before), len(after)) < _FEWEST or len(wide) - len(before) - len(after) > 0.1 * len(wide):
            continue
        high = max(min(stroke.base for stroke in before), min(stroke.base for stroke in after))
        low = min(max(stroke.base for stroke in before), max(stroke.base for stroke in after))
        left = min(stroke.left for stroke in after)
        crossing = any(stroke.left < edge + 1 < stroke.right and high < stroke.base < low for stroke in strokes)
        if low - high > 4 * wide[0].size and not crossing and left > edge + 1:
            best = (edge + left) / 2
    return best
