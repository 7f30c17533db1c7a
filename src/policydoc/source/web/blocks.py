"""段落: the events of a page → its lines of text, each with the place where it starts and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from policydoc.rules.patterns import pattern
from policydoc.source.web.elements import Element
from policydoc.source.web.grid import measure, read_grid
from policydoc.source.web.markup import Page
from policydoc.source.web.metadata import Pair, as_line, key_id, starts_with_key
from policydoc.source.web.numbering import item_markers

_BLANKS = pattern(r" {2,}")
_SENTENCE = pattern("[，,。；;]")
_LONGEST_LABEL = 24


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a page."""

    text: str
    start: int
    """Where its first event stands."""
    kind: Literal["line", "row", "pair", "blank"]
    name: str
    """The innermost block element that it stands in."""
    links: int = 0
    """How many of its characters are links."""
    pair: Pair | None = None
    label: int = 0
    """The length of a known key, set apart by its markup, that the line begins with, where no colon follows it."""

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is a link."""
        return self.links > 0 and self.links >= 0.8 * len("".join(self.text.split()))


class _Writer:
    """The line that is being written, and those that are."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.start = -1
        self.links = 0
        self.label = 0
        self.speaks = False

    def write(self, text: str, place: int, linked: bool) -> None:
        if self.speaks and not self.parts[-1][-1:].isspace() and starts_with_key(text):
            self.parts.append(" ")
        self.parts.append(text)
        if not self.speaks:
            self.start = place
            self.speaks = bool(text.strip())
        if linked:
            self.links += len("".join(text.split()))

    def inline_ended(self) -> None:
        """Note a key that ends with its element."""
        if not self.label and len(self.parts) <= 4:
            text = "".join(self.parts).strip()
            if text and len(text) <= _LONGEST_LABEL and text[-1] not in ":：" and key_id(text):
                self.label = len(text)

    def end(self, name: str) -> None:
        """End the line; one of nothing but hard blanks is an empty line."""
        text = _BLANKS.sub(" ", "".join(self.parts)).lstrip(" ")
        if text.strip():
            text = text.rstrip()
            label = self.label if self.label < len(text) and text[self.label :].lstrip()[:1] not in (":", "：") else 0
            self.blocks.append(Block(text, self.start, "line", name, self.links, None, label))
        elif text:
            self.blank(self.start)
        self.parts, self.start, self.links, self.label, self.speaks = [], -1, 0, 0, False

    def blank(self, place: int) -> None:
        if self.blocks and self.blocks[-1].kind != "blank":
            self.blocks.append(Block("", place, "blank", ""))


def read_blocks(page: Page) -> list[Block]:
    """The lines of a page, in order.

    >>> from policydoc.source.web.markup import read_page
    >>> [block.text for block in read_blocks(read_page("<p>云泽市<b>人民</b>政府</p>办公室<br>2024年<li>PM<sub>2.5</sub>"))]
    ['云泽市人民政府', '办公室', '2024年', 'PM2.5']
    """
    writer = _Writer()
    totals = measure(page)
    markers = item_markers(page)
    grids = {
        place: read_grid(page, place, totals)
        for place, event in enumerate(page.events)
        if isinstance(event, Element) and event.name == "table"
    }
    joined = frozenset(row for grid in grids.values() for row in grid.joined)
    names = ["body"]
    opened: list[Element] = []
    marker, links, place = "", 0, -1
    while (place := place + 1) < len(page.events):
        event = page.events[place]
        if isinstance(event, str):
            if marker and event.strip():
                writer.write(marker, place, linked=False)
                marker = ""
            if event:
                writer.write(event, place, linked=links > 0)
        elif event is None:
            element = opened.pop()
            links -= element.is_link
            if element.is_block:
                writer.end(names.pop())
            elif element.name == "br":
                if not writer.speaks:
                    writer.blank(place)
                writer.end(names[-1])
            else:
                writer.inline_ended()
        else:
            if event.is_block:
                writer.end(names[-1])
            if place in grids and grids[place].kind != "layout":
                grid = grids[place]
                share = totals.of(totals.linked, page, place) / max(totals.of(totals.characters, page, place), 1)
                if grid.caption:
                    writer.write(grid.caption, place, linked=False)
                    writer.end("caption")
                for row in grid.rows:
                    links_of_row = round(share * len("".join("".join(row).split())))
                    writer.blocks.append(Block("\t".join(row), place, "row", "table", links_of_row))
                for pair in grid.pairs:
                    writer.blocks.append(Block(as_line(pair), place, "pair", "table", 0, pair))
                place = page.ends[place]
            elif place in joined:
                cells = [page.text(cell) for cell, inner in _cells(page, place) if inner.name in ("td", "th")]
                writer.write("　".join(cell for cell in cells if cell), place, linked=False)
                writer.end("tr")
                place = page.ends[place]
            else:
                opened.append(event)
                links += event.is_link
                names.extend([event.name] if event.is_block else [])
                marker = markers.get(place, "") if event.name == "li" else marker
    writer.end("body")
    return _without_open_link(writer.blocks)


def _without_open_link(blocks: list[Block]) -> list[Block]:
    """The same blocks; where nearly all sentences are links, a link was left open and none of them is one."""
    sentences = [block for block in blocks if len(block.text) >= 15 and _SENTENCE.search(block.text)]
    characters = sum(len(block.text) for block in sentences)
    if characters and sum(block.links for block in sentences) > 0.8 * characters:
        return [replace(block, links=0) for block in blocks]
    return blocks


def _cells(page: Page, row: int) -> list[tuple[int, Element]]:
    return [(place, event) for place, event in enumerate(page.events[row : page.ends[row]], row) if isinstance(event, Element)]
