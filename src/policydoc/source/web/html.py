"""网页: a page of a government site → the text of its document.

What the reader gives, in this order:

1. the site's metadata as lines `key：value`, each pair once, wherever on the page they stand;
2. the title, where the page shows it outside the container;
3. the blocks of the content container, one line each, data tables one line for each row with tabs between the cells.

Where no container stands out, the third is the whole body, without the short links around the document and the site's imprint.
What a script would show is read where little else speaks; the `<title>`, where the page has no text at all. Everything else
(navigation, footer, related links, share buttons, names of editors) is no part of the document and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policydoc.errors import SourceError
from policydoc.rules.patterns import pattern
from policydoc.source.web.blocks import Block, read_blocks
from policydoc.source.web.charset import decode_page
from policydoc.source.web.container import find_container, weight, without_copies
from policydoc.source.web.heading import heading_lines
from policydoc.source.web.markup import Page, read_page
from policydoc.source.web.metadata import Pair, as_line, has_colon, key_id, line_pairs, once, plain

_SITE = pattern(r"版权所有|ICP备|公网安备|网站标识码|分辨率|浏览器|本网站|网站地图|技术支持|运行维护|主办(?:单位)?:.{2,20}承办(?:单位)?:")
_ATTACHMENT = pattern(r"^附[件表录]|^[0-9]{1,2}[.、]|\.(?:docx?|xlsx?|pdf|wps|ofd|et|rar|zip)$", re.IGNORECASE)
_LITTLE = 200
_LONGEST_VALUE = 200
_LONGEST_LINK = 40


def read_html(data: bytes, name: str) -> tuple[str, str]:
    r"""The text of a page's document and the encoding of the page.

    >>> read_html('<div class="nav"><a href="/">首页</a></div><div id="zoom"><p>一、主要目标</p><p>新建公厕76座。</p></div>'.encode(), "page")
    ('一、主要目标\n新建公厕76座。', 'utf-8')
    """
    markup, encoding = decode_page(data, name)
    page = read_page(markup)
    blocks = read_blocks(page)
    spoken = sum(map(weight, blocks))
    if spoken < _LITTLE:
        whole = read_page(markup, hidden=True)
        shown_by_script = read_blocks(whole) if len(whole.events) > len(page.events) else []
        if sum(map(weight, shown_by_script)) > 3 * spoken:
            page, blocks = whole, shown_by_script
    text = document_text(page, blocks) or "".join(page.titles[-1:])
    if not text:
        raise SourceError(f"{name}: a page without text (its scripts may fetch it); open it in a browser and save what it shows as text")
    return text, encoding


def document_text(page: Page, blocks: Sequence[Block]) -> str:
    """The text of a page's document: metadata, title, container.

    >>> page = read_page("<p>来源：云泽市人民政府</p><div id=zoom><p>一、主要目标</p><p>新建公厕76座，改造8座。</p></div>")
    >>> document_text(page, read_blocks(page)).splitlines()
    ['来源：云泽市人民政府', '', '一、主要目标', '新建公厕76座，改造8座。']
    """
    blocks = without_copies(page, blocks)
    container = find_container(page, blocks)
    inside = blocks[container.first : container.last]
    if not container.known:
        inside = _without_site(inside)
    outside = [*blocks[: container.first], *blocks[container.last :]]
    within = {plain(block.text) for block in inside if block.pair}
    pairs = [pair for pair in once(_site_pairs(outside)) if plain(as_line(pair)) not in within]
    title = heading_lines(blocks, container, page.titles)
    lines = [*map(as_line, pairs), *([""] if pairs else []), *title, *([""] if title else []), *_lines(inside)]
    return "\n".join(lines).strip("\n ")


def _without_site(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the site's imprint at the end, and without short links, unless they name attachments or stand amid sentences."""
    texts = [plain(block.text) for block in blocks]
    spoken = [place for place, block in enumerate(blocks) if weight(block)] or [0]
    kept = [
        place
        for place, (block, text) in enumerate(zip(blocks, texts, strict=True))
        if not block.is_link or len(text) > _LONGEST_LINK or spoken[0] < place < spoken[-1] or _ATTACHMENT.search(text)
    ]
    while kept and (not texts[kept[-1]] or _SITE.search(texts[kept[-1]])):
        kept.pop()
    return [blocks[place] for place in kept]


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines of the container: a pair once, blank lines one at a time."""
    seen: set[str] = set()
    last = ""
    for block in blocks:
        if block.pair:
            told = plain(block.text)
            if told in seen or not block.pair[1].strip():
                continue
            seen.add(told)
        if block.text or last:
            yield block.text
        last = block.text


def _site_pairs(blocks: Sequence[Block]) -> Iterator[Pair]:
    """The pairs among blocks outside the container, however the site lays them out; names of editors are left out."""
    filled = [block for block in blocks if block.kind != "blank"]
    place = 0
    while place < len(filled):
        block = filled[place]
        following = filled[place + 1] if place + 1 < len(filled) else None
        place += 1
        if block.pair:
            found = [block.pair]
        elif block.label:
            found = [(block.text[: block.label], block.text[block.label :])]
        elif key_id(block.text) and following and _is_value(block, following):
            found = [(block.text, following.text)]
            place += 1
        else:
            found = line_pairs(block.text) if block.kind == "line" else []
        yield from (pair for pair in found if key_id(pair[0]) != "editor")


def _is_value(key: Block, value: Block) -> bool:
    apart = has_colon(key.text) or key.name in ("dt", "th", "label")
    return apart and value.kind == "line" and len(value.text) <= _LONGEST_VALUE and not key_id(value.text) and not line_pairs(value.text)
