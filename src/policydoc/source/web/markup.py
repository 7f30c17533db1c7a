"""页面: the markup of a page → what a reader sees of it, as a flat list of starts, texts and ends.

A flat list rather than a tree: every pass over it is a loop, whatever the depth, and any element's text is a slice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from policydoc.rules.patterns import pattern
from policydoc.source.web.elements import SILENT, Element
from policydoc.source.web.nesting import shallow

_BLANKS = pattern(r"[ \t\r\n\f]+")
_INDENT = pattern(r"^ +")
_PREFORMATTED = frozenset(("pre", "xmp", "listing", "plaintext"))
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TITLES = frozenset(("articletitle", "og:title", "title", "dc.title"))
_LINE_BREAK = Element("br", {})


@dataclass(frozen=True, slots=True)
class Page:
    """What is visible of a page, in document order.

    `events` holds an `Element` where one starts, a text, and None where the innermost open element ends; `ends[i]` is where
    the element that starts at i ends (of anything else, i itself).
    """

    events: list[Element | str | None]
    ends: list[int]
    titles: tuple[str, ...]
    """What the page's head gives as title, the plainest first."""

    def texts(self, start: int, end: int) -> Iterator[str]:
        """The texts between two places, a blank for each border of a block and each line break."""
        for event in self.events[start:end]:
            if isinstance(event, str):
                yield event
            elif event is not None and (event.is_block or event.name == "br"):
                yield " "

    def text(self, start: int) -> str:
        """All text of the element that starts at a place, in one line.

        >>> page = read_page("<td><p>市发展改革委</p><p>市财政局</p></td>")
        >>> page.text(0)
        '市发展改革委'
        """
        return _BLANKS.sub(" ", "".join(self.texts(start, self.ends[start]))).strip(" ")


def _attributes(node: Any) -> dict[str, str]:
    return {name.lower(): value or "" for name, value in node.attributes.items() if name}


def _texts(content: str, element: Element | None, before: str, preformatted: bool) -> Iterator[Element | str]:
    if preformatted:
        for number, line in enumerate(re.split(r"\r\n|[\r\n]", content)):
            if number:
                yield _LINE_BREAK
            text = line.replace("\t", " ")
            yield _INDENT.sub(lambda blanks: "\xa0" * len(blanks[0]), text)
        return
    text = _BLANKS.sub(" ", content)
    if element is not None and element.name == "sup" and before[-1:].isdigit() and text.strip().isdigit():
        text = text.translate(_SUPERSCRIPT)
    yield text


def _titles(tree: Any) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = _attributes(node)
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        if name in _TITLES and attributes.get("content", "").strip():
            found.setdefault(name, attributes["content"])
    node = tree.css_first("title")
    whole = node.text() if node is not None else ""
    return tuple(_BLANKS.sub(" ", text).strip() for text in (*(found[name] for name in sorted(found)), whole) if text.strip())


def read_page(markup: str, hidden: bool = False) -> Page:
    """What is visible of a page; with `hidden` also what its styles hide.

    >>> read_page("<p>PM<sub>2.5</sub><script>x()</script></p>").events
    [Element(name='p', attributes={}), 'PM', Element(name='sub', attributes={}), '2.5', None, None]
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(shallow(markup))
    events: list[Element | str | None] = []
    ends: list[int] = []
    opened: list[tuple[Any, int, bool]] = []
    last = ""
    body = tree.body
    node = body.child if body is not None else None
    while True:
        if node is None:
            if not opened:
                return Page(events, ends, _titles(tree))
            parent, start, _ = opened.pop()
            ends[start] = len(events)
            ends.append(len(events))
            events.append(None)
            node = parent.next
            continue
        name = node.tag
        if name == "-text":
            element = events[opened[-1][1]] if opened else None
            assert not isinstance(element, str)
            for event in _texts(node.text_content or "", element, last, bool(opened) and opened[-1][2]):
                ends.append(len(events))
                events.append(event)
                if isinstance(event, Element):
                    ends[-1] = len(events)
                    ends.append(len(events))
                    events.append(None)
                elif event.strip():
                    last = event.rstrip()
        elif name and not name.startswith(("-", "!")) and name not in SILENT:
            element = Element(name, _attributes(node))
            if hidden or not element.is_hidden:
                preformatted = name in _PREFORMATTED or (bool(opened) and opened[-1][2])
                opened.append((node, len(events), preformatted))
                ends.append(-1)
                events.append(element)
                node = node.child
                continue
        node = node.next
