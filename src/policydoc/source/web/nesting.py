"""嵌套: markup that nests too deep is flattened before it is parsed, as browsers do.

The time of a tree builder grows with the length of the markup times the number of open elements, and with the number of
`<b>` and `<font>` that were never closed; with both bounded, it grows with the length alone.
"""

from __future__ import annotations

import re
from collections import Counter

from policydoc.rules.patterns import pattern
from policydoc.source.web.elements import BLOCKS, RAW, VOID

DEEPEST = 512
"""Open elements at a time; the start tags beyond are dropped, those of blocks leave a line break."""

_FORMATS = frozenset(["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"])
_MOST_FORMATS = 16
_MOST_ATTRIBUTES = 400
_TABLE_PARTS = frozenset(["caption", "tbody", "td", "tfoot", "th", "thead", "tr"])
_SCOPE = frozenset(["applet", "caption", "html", "table", "td", "th", "marquee", "object", "template"])
_PAGE = frozenset(("html", "head", "body"))
_TABLE, _PARAGRAPH = frozenset(("table",)), frozenset(("p",))
_ITEMS = {"li": frozenset(("li",)), "dd": frozenset(("dd", "dt")), "dt": frozenset(("dd", "dt"))}
_AROUND_ITEMS = BLOCKS - {"div", "p", "address"}
_TAG = pattern(r"<(?:!--|(/?)([a-zA-Z][^\s/>]*))")
_REST = pattern(r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')|=)*+>")


class _Stack:
    """The names of the elements that a tree builder would have open."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.open = Counter[str]()
        self.formats = Counter[str]()

    def back_to(self, wanted: frozenset[str], until: frozenset[str]) -> int:
        """Where the innermost wanted element stands, -1 when another one of `until` stands before it."""
        if not any(map(self.open.__getitem__, wanted)):
            return -1
        for place in range(len(self.names) - 1, -1, -1):
            if self.names[place] in wanted:
                return place
            if self.names[place] in until:
                return -1
        return -1

    def cut(self, place: int) -> None:
        if place >= 0:
            self.open.subtract(self.names[place:])
            del self.names[place:]

    def opened(self, name: str) -> bool:
        """Take a start tag; False where nothing more may be opened."""
        if name == "a":
            return True  # an open link is closed by the next one
        if name in _FORMATS:
            if self.formats.total() >= _MOST_FORMATS:
                return False
            self.formats[name] += 1
            return True
        if name in _TABLE_PARTS:
            table = self.back_to(_TABLE, frozenset())
            if table < 0:
                return True
            self.cut(table + 1)
        elif name in _ITEMS:
            self.cut(self.back_to(_ITEMS[name], _AROUND_ITEMS))
        elif name in BLOCKS:
            self.cut(self.back_to(_PARAGRAPH, _SCOPE))
        if len(self.names) >= DEEPEST:
            return False
        self.names.append(name)
        self.open[name] += 1
        return True

    def closed(self, name: str) -> None:
        """Take an end tag."""
        if name in _FORMATS:
            self.formats[name] -= self.formats[name] > 0
        elif name in ("table", "tbody", "tfoot", "thead", "tr"):
            table = self.back_to(_TABLE, frozenset())
            self.cut(table + (name != "table") if table >= 0 else -1)
        else:
            self.cut(self.back_to(frozenset((name,)), _SCOPE if name in BLOCKS else BLOCKS))


def shallow(markup: str) -> str:
    """The same markup with at most `DEEPEST` elements open at any place.

    >>> shallow("<div>" * 600 + "正文").count("<div>"), shallow("<div><p>正文</div>")
    (512, '<div><p>正文</div>')
    """
    stack, dropped = _Stack(), Counter[str]()
    kept: list[str] = []
    written = 0
    place = markup.find("<")
    while place >= 0:
        tag = _TAG.match(markup, place)
        if tag is None:
            place = markup.find("<", place + 1)
            continue
        if tag[2] is None:
            end = markup.find("-->", place + 4)
            place = markup.find("<", end + 3) if end >= 0 else -1
            continue
        rest = _REST.match(markup, tag.end())
        if rest is None:
            break
        name, end = tag[2].lower(), rest.end()
        instead = None
        if tag[1]:
            if dropped[name]:
                dropped[name] -= 1
                instead = "<br>" if name in BLOCKS else ""
            else:
                stack.closed(name)
        elif name not in VOID and name not in _PAGE and name not in RAW and not stack.opened(name):
            dropped[name] += 1
            instead = "<br>" if name in BLOCKS else ""
        if instead is None and not tag[1] and _is_crowded(rest[0]):
            instead = f"<{name}>"
        if instead is not None:
            kept.append(markup[written:place])
            kept.append(instead)
            written = end
        if name in RAW and not tag[1]:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(markup, end)
            end = closing.start() if closing else len(markup)
        place = markup.find("<", end)
    return "".join(kept) + markup[written:] if kept else markup


def _is_crowded(attributes: str) -> bool:
    return len(attributes) > 4 * _MOST_ATTRIBUTES and max(attributes.count("="), len(attributes.split()) // 4) > _MOST_ATTRIBUTES
