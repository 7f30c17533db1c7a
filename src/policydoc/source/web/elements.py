"""元素: the elements of HTML by what a reader makes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policydoc.rules.patterns import pattern

VOID = frozenset((
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
    "param", "source", "track", "wbr",
))  # fmt: skip
"""Elements that hold nothing and have no end tag."""

RAW = frozenset((
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp",
))  # fmt: skip
"""Elements whose inside is not markup."""

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
))  # fmt: skip
"""Elements that stand on lines of their own."""

SILENT = frozenset((
    "applet", "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "link", "map", "meta", "nav",
    "noembed", "noframes", "noscript", "object", "progress", "rp", "rt", "script", "select", "style", "svg", "template",
    "textarea", "title", "video",
))  # fmt: skip
"""Elements whose inside is no text of the page: programs, controls, pictures, navigation, readings beside a character."""

_DISPLAY = pattern(r"(?:^|[;\s])display\s*:\s*([a-z-]+)", re.IGNORECASE)
_HIDDEN = pattern(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its name and its attributes, an attribute without a value is empty."""

    name: str
    attributes: dict[str, str]

    @property
    def is_block(self) -> bool:
        """Whether its text stands on lines of its own.

        >>> Element("span", {}).is_block, Element("span", {"style": "display: block"}).is_block
        (False, True)
        """
        display = _DISPLAY.search(self.attributes.get("style", ""))
        if display is not None and self.name in ("div", "li", "p", "span", "a", "label", "em", "strong", "b"):
            return not display[1].lower().startswith("inline")
        return self.name in BLOCKS

    @property
    def is_hidden(self) -> bool:
        """Whether a browser shows nothing of it.

        >>> Element("p", {"style": "color:red;display:none"}).is_hidden
        True
        """
        return "hidden" in self.attributes or _HIDDEN.search(self.attributes.get("style", "")) is not None

    @property
    def is_link(self) -> bool:
        """Whether it leads elsewhere.

        >>> Element("a", {"href": "/"}).is_link, Element("a", {"name": "top"}).is_link
        (True, False)
        """
        return self.name == "a" and "href" in self.attributes

    @property
    def tokens(self) -> frozenset[str]:
        """Its id and the names of its classes, in small letters."""
        return frozenset((self.attributes.get("id", "") + " " + self.attributes.get("class", "")).lower().split())
