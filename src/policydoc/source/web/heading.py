"""标题: the title and the document number of a page that shows them outside the container of the document."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.rules.kinds import kind_at_end
from policydoc.rules.patterns import pattern
from policydoc.source.web.blocks import Block
from policydoc.source.web.container import Container
from policydoc.source.web.metadata import plain, starts_with_key

_HEADINGS = ("h1", "h2", "h3")
_SHORTEST, _SHORTEST_UNNAMED = 6, 10
_REACH = 8
"""Lines before the container among which a line that ends with a kind of document is its title."""

_NUMBER = pattern(r"[^\[\]]{1,12}\[[0-9]{4}\][0-9]{1,5}号")
_LIST = pattern(
    r"(?:任务|项目|实事|工作|责任|分工|指标|事项|分解|计划|要点|方案|行动)[^,。;:]{0,10}(?:表|清单|方案|计划|要点|台账|任务书)(?:[(][^()]{1,16}[)])?$"
)
"""How lists of tasks are titled that name no kind of document."""
_NO_TITLE = pattern(r"[,。;:>|]")
_HEAD = 20
_LONGEST = 400


def _is_named(text: str) -> bool:
    if len(text) < _SHORTEST_UNNAMED or _NO_TITLE.search(text):
        return False
    return ("关于" in text and kind_at_end(text) is not None) or _LIST.search(text) is not None


def heading_lines(blocks: Sequence[Block], container: Container, titles: Sequence[str]) -> list[str]:
    """The lines of the title, and of the number behind it, that stand before the container and not also at its head.

    The title is told by the page's own (`<title>`), else it is a heading, else it ends as titles do (关于…的通知).

    >>> from policydoc.source.web.blocks import read_blocks
    >>> from policydoc.source.web.markup import read_page
    >>> blocks = read_blocks(read_page("<h1>关于建设便民驿站的通知</h1><p>云政办发〔2024〕7号</p><div><p>各区：</p></div>"))
    >>> heading_lines(blocks, Container(2, 3, True), [])
    ['关于建设便民驿站的通知', '云政办发〔2024〕7号']
    """
    before = [block for block in blocks[: container.first] if block.kind == "line" and not block.is_link]
    before = [block for block in before if not starts_with_key(block.text)]
    texts = [plain(block.text) for block in before]
    told = [plain(title[:_LONGEST]) for title in titles]
    long = [place for place, text in enumerate(texts) if len(text) >= _SHORTEST]
    found = (
        [place for place in long if any(texts[place] in title for title in told)]
        or [place for place in long if before[place].name in _HEADINGS]
        or [place for place in long if place >= len(before) - _REACH and _is_named(texts[place])]
    )
    if not found:
        return []
    first = last = found[-1]
    places = set(found)
    while first - 1 in places and before[first - 1].name == before[first].name:
        first -= 1
    head = "".join(plain(block.text) for block in blocks[container.first : container.last][:_HEAD])
    title = [] if "".join(texts[first : last + 1]) in head else range(first, last + 1)
    number = [place for place in range(last + 1, len(before)) if _NUMBER.fullmatch(texts[place]) and texts[place] not in head]
    return [before[place].text.strip() for place in (*title, *number)]
