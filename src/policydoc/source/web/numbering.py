"""自动编号: the numbers that a browser writes before the items of an ordered list, which the markup itself does not hold."""

from __future__ import annotations

import re

from policydoc.rules.patterns import pattern
from policydoc.source.web.elements import Element
from policydoc.source.web.markup import Page
from policydoc.text.fold import fold

_NUMERALS = "〇一二三四五六七八九"
_STYLE = pattern(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_EDITOR = pattern(r"(?:^|\s)custom_(cn|num)([12]?)(?:\s|$)")
_MARKED = pattern(
    r"[(（]?[0-9一二三四五六七八九十百]{1,4}[)）]|[0-9]{1,3}[.、．]|[一二三四五六七八九十]{1,3}[、.]|[①-⑳]|第[0-9一二三四五六七八九十百]{1,4}[章节条]"
)
_KEYED = pattern(r"\[|[^:]{1,10}:")
_SHAPES = {
    ("cn", ""): "{}、", ("cn", "1"): "{}）", ("cn", "2"): "（{}）", ("num", ""): "{}.", ("num", "1"): "{}）", ("num", "2"): "（{}）",
}  # fmt: skip
_CHINESE = frozenset(("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal"))


def chinese(number: int) -> str:
    """A number up to 99 as Chinese numerals.

    >>> chinese(7), chinese(10), chinese(23)
    ('七', '十', '二十三')
    """
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _NUMERALS[tens] + "十") + (_NUMERALS[ones] if ones or not tens else "")


def _shape(element: Element) -> tuple[str, bool] | None:
    """How a list writes its numbers and whether in Chinese numerals; None where it writes none, or letters."""
    editor = _EDITOR.search(element.attributes.get("class", ""))
    if editor is not None:
        return _SHAPES[editor[1], editor[2]], editor[1] == "cn"
    style = _STYLE.search(element.attributes.get("style", ""))
    name = style[1].lower() if style else "decimal" if element.attributes.get("type", "1") == "1" else "letters"
    if name in _CHINESE:
        return "{}、", True
    return ("{}.", False) if name == "decimal" else None


def _integer(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,3}", text.strip()) else None


def item_markers(page: Page) -> dict[int, str]:
    """Where items of ordered lists start, and the marker of each; an item that begins with a number of its own has none.

    >>> from policydoc.source.web.markup import read_page
    >>> item_markers(read_page("<ol start=3><li>新建便民驿站<li>4.改造公厕</ol>"))
    {1: '3.'}
    """
    found: dict[int, str] = {}
    lists: list[tuple[int, int, tuple[str, bool] | None]] = []
    for place, event in enumerate(page.events):
        while lists and place > lists[-1][0]:
            lists.pop()
        if not isinstance(event, Element):
            continue
        if event.name in ("ol", "ul", "menu"):
            first = _integer(event.attributes.get("start", "")) or 1
            lists.append((page.ends[place], first, _shape(event) if event.name == "ol" else None))
        elif event.name == "li" and lists:
            end, number, shape = lists.pop()
            number = _integer(event.attributes.get("value", "")) or number
            lists.append((end, number + 1, shape))
            if shape is not None and number < 100 and _wants_marker(page, place):
                found[place] = shape[0].format(chinese(number) if shape[1] else number)
    return found


def _wants_marker(page: Page, place: int) -> bool:
    """Whether an item has text, and begins neither with a marker nor with a key and its colon, nor is a link as a whole."""
    head = ""
    for event in page.events[place + 1 : page.ends[place]]:
        if isinstance(event, Element) and (event.name in ("ol", "ul") or (event.is_link and not head)):
            break
        head += event.strip() if isinstance(event, str) else ""
        if len(head) >= 16:
            break
    return bool(head) and not _MARKED.match(fold(head)) and not _KEYED.match(fold(head))
