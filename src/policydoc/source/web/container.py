"""正文区: the element of a page that holds the document, told by where its sentences stand.

An element that holds nearly all sentences of the page lies on one way down from the body. The document's container is the
innermost one on that way that a content system is known to use (`containers.tsv`), else the innermost of all; it is
widened while text of the document (a signature's date, a list of attachments, further sentences) stands right beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.source.web.blocks import Block
from policydoc.source.web.elements import Element
from policydoc.source.web.markup import Page
from policydoc.source.web.metadata import plain, starts_with_key

SHARE = 0.85
"""Of all sentences, by characters, that the container must hold."""

_HAN = pattern(r"[\u3400-\u9fff]")
_SENTENCE = pattern(r"[,。;]")
_LEAVES = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre"])
_NO_DOCUMENT = pattern(
    r"版权|主办|承办|ICP备|公网安备|标识码|邮编|邮政编码|技术支持|分辨率|浏览器|当前位置|联系我们|本网|上一篇|下一篇|相关(?:阅读|链接|文档)|扫一扫|分享"
)
_DATE = pattern(
    r"(?:[12][0-9]{3}|[一二〇零○]{4})年(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日"
)
_ATTACHED = pattern(r"附[件表录][0-9一二三四五六七八九十]{0,3}:|附[件表录]$")
_LONGEST_NOTE = 60
_NEAR = 3
_SENTENCE_BESIDE = 0.03


@dataclass(frozen=True, slots=True)
class Container:
    """Where the document stands: the blocks from `first` to `last` (half-open), and whether a known element says so."""

    first: int
    last: int
    known: bool


@cache
def _known() -> frozenset[str]:
    return frozenset(form.lower() for row in table("containers") for form in forms(row))


def weight(block: Block) -> int:
    """The characters of a block that speak: those of sentences and table rows, without links.

    >>> weight(Block("新建便民驿站8个，惠及居民1.2万户。", 0, "line", "p")), weight(Block("政务公开", 0, "line", "li"))
    (13, 0)
    """
    if block.kind in ("pair", "blank") or block.is_link:
        return 0
    text = plain(block.text)
    count = len(_HAN.findall(text))
    unlike = count < 10 or not _SENTENCE.search(text) or starts_with_key(block.text)
    if block.kind == "line" and (unlike or (count < _LONGEST_NOTE and _NO_DOCUMENT.search(text))):
        return 0
    return max(count - block.links, 0)


class _Blocks:
    """The blocks of a page with running totals of their weight."""

    def __init__(self, page: Page, blocks: Sequence[Block]) -> None:
        self.page = page
        self.blocks = blocks
        self.starts = [block.start for block in blocks]
        self.weights = list(map(weight, blocks))
        self.totals = list(accumulate(self.weights, initial=0))

    def inside(self, start: int) -> tuple[int, int]:
        """The blocks of the element that starts at a place."""
        return bisect_left(self.starts, start), bisect_left(self.starts, self.page.ends[start])

    def weight(self, first: int, last: int) -> int:
        return self.totals[last] - self.totals[first]

    def way_down(self) -> list[int]:
        """The elements that hold nearly all sentences, from the outermost to the innermost."""
        way: list[int] = []
        least = SHARE * self.totals[-1]
        start, end = 0, len(self.page.events)
        while start < end:
            event = self.page.events[start]
            if isinstance(event, Element):
                holds = self.weight(*self.inside(start)) >= least
                if holds and (_is_known(self.page, start) or (event.name not in _LEAVES and self._holds_blocks(start))):
                    way.append(start)
                    start, end = start + 1, self.page.ends[start]
                    continue
                start = self.page.ends[start]
            start += 1
        return way

    def _holds_blocks(self, start: int) -> bool:
        """Whether an element holds several blocks and is no table of data (all rows of one start where it starts)."""
        first, last = self.inside(start)
        return last - first >= 2 and (self.blocks[first].kind in ("line", "blank") or self.starts[first] != start)

    def is_document(self, first: int, last: int, inner: tuple[int, int]) -> bool:
        """Whether text of the document stands among the blocks, beside the inner ones."""
        beside = [*range(first, inner[0]), *range(inner[1], last)]
        spoken = sum(self.weights[index] for index in beside)
        if spoken >= _SENTENCE_BESIDE * self.totals[-1] and spoken >= 15:
            return True
        near = [block for block in self.blocks[inner[1] : last] if block.kind != "blank"][:_NEAR]
        for block in near:
            text = plain(block.text)
            if block.links or _NO_DOCUMENT.search(text):
                return False
            if _DATE.fullmatch(text) or _ATTACHED.match(text):
                return True
        return False


def find_container(page: Page, blocks: Sequence[Block]) -> Container:
    """The blocks of the document; all of them where no element stands out.

    >>> from policydoc.source.web.blocks import read_blocks
    >>> from policydoc.source.web.markup import read_page
    >>> page = read_page("<ul><li><a href=/>首页</a></ul><div><p>各区人民政府：</p><p>现将有关事项通知如下，请认真组织实施。</p></div>")
    >>> find_container(page, read_blocks(page))
    Container(first=1, last=3, known=False)
    """
    measured = _Blocks(page, blocks)
    if not measured.totals[-1]:
        return _without_sentences(page, measured)
    way = measured.way_down()
    known = [place for place, start in enumerate(way) if _is_known(page, start)]
    if not way:
        return Container(0, len(blocks), known=False)
    chosen = known[-1] if known else len(way) - 1
    inner = measured.inside(way[chosen])
    for place in range(chosen - 1, -1, -1):
        outer = measured.inside(way[place])
        if outer == inner:
            continue
        if not measured.is_document(*outer, inner):
            break
        inner = outer
    return Container(*inner, known=bool(known))


def _is_known(page: Page, start: int) -> bool:
    event = page.events[start]
    return isinstance(event, Element) and not _known().isdisjoint(event.tokens)


def _without_sentences(page: Page, measured: _Blocks) -> Container:
    """The known element with most characters, of a page that has no sentence; else all blocks."""
    best, most = (0, len(measured.blocks)), 0
    totals = list(accumulate((len(block.text) - block.links for block in measured.blocks), initial=0))
    for start, event in enumerate(page.events):
        if isinstance(event, Element) and _is_known(page, start):
            first, last = measured.inside(start)
            if totals[last] - totals[first] > most:
                best, most = (first, last), totals[last] - totals[first]
    return Container(*best, known=most > 0)


def without_copies(page: Page, blocks: Sequence[Block]) -> list[Block]:
    """The blocks without a second copy of the document: some pages hold one for large and one for small screens.

    >>> from policydoc.source.web.blocks import read_blocks
    >>> from policydoc.source.web.markup import read_page
    >>> text = "<div class=TRS_Editor><p>2024年，新建便民驿站8个，惠及居民1.2万户。</p></div>"
    >>> page = read_page(text * 2)
    >>> len(read_blocks(page)), len(without_copies(page, read_blocks(page)))
    (2, 1)
    """
    measured = _Blocks(page, blocks)
    alike: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for start, event in enumerate(page.events):
        if isinstance(event, Element) and _is_known(page, start):
            first, last = measured.inside(start)
            spoken = measured.weight(first, last)
            if spoken:
                alike.setdefault((spoken, last - first), []).append((first, last))
    copies: set[int] = set()
    for ranges in alike.values():
        whole = ranges[0]
        for first, last in ranges[1:]:
            if first >= whole[1] and [block.text for block in blocks[first:last]] == [block.text for block in blocks[slice(*whole)]]:
                copies.update(range(first, last))
    return [block for number, block in enumerate(blocks) if number not in copies]
