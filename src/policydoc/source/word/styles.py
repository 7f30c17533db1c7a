"""样式: what styles say about numbering and hidden text, with what they are based on (ISO/IEC 29500-1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from policydoc.source.word.numbering import Lists, integer
from policydoc.source.xml_events import Event

_LONGEST_CHAIN = 50
_OFF = ("0", "false", "off")


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a property that is on or off is on: without a value it is.

    >>> is_on({}), is_on({"w:val": "0"})
    (True, False)
    """
    return attributes.get("w:val") not in _OFF


@dataclass(slots=True)
class Style:
    """A style: what it is based on, its list and level, and whether its text is hidden; None where it does not say."""

    based_on: str | None = None
    list: str | None = None
    level: int | None = None
    hidden: bool | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a file by their id, and the one of paragraphs that name none."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str | None = None
    links: dict[str, str] = field(default_factory=dict)
    """Styles of lists and the lists that they name."""

    def _chain(self, name: str | None) -> Iterator[tuple[str, Style]]:
        """A style and those that it is based on, each once."""
        for _ in range(_LONGEST_CHAIN):
            style = self.styles.get(name) if name is not None else None
            if name is None or style is None:
                return
            yield name, style
            name = style.based_on

    def is_hidden(self, name: str | None) -> bool:
        """Whether the text of a style is hidden.

        >>> Styles({"a": Style(hidden=True), "b": Style("a")}).is_hidden("b")
        True
        """
        return next((style.hidden for _, style in self._chain(name) if style.hidden is not None), False)

    def list_of(self, name: str | None, lists: Lists) -> tuple[str, int] | None:
        """The list and the level that a style gives its paragraphs; the level that the list keeps for the style comes first."""
        level: int | None = None
        for id_, style in self._chain(name if name is not None else self.default):
            level = style.level if level is None else level
            if style.list is not None:
                kept = lists.level_of_style(style.list, id_)
                return style.list, kept if kept is not None else level or 0
        return None


def read_styles(events: Iterable[Event]) -> Styles:
    """The styles of a `styles.xml`.

    >>> from policydoc.source.xml_events import events
    >>> xml = "<w:styles xmlns:w='urn:w'><w:style w:type='paragraph' w:styleId='2'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    >>> read_styles(events((xml + "</w:styles>").encode(), "styles.xml", {"urn:w": "w"})).styles["2"].list
    '1'
    """
    found = Styles()
    style, kind, name = Style(), "", ""
    for event in events:
        if not isinstance(event, tuple):
            continue
        element, attributes = event
        value = attributes.get("w:val")
        if element == "w:style":
            style, kind, name = Style(), attributes.get("w:type", ""), attributes.get("w:styleId", "")
            found.styles[name] = style
            if kind == "paragraph" and attributes.get("w:default") in ("1", "true", "on"):
                found.default = name
        elif element == "w:basedOn":
            style.based_on = value
        elif element == "w:numId":
            style.list = value
            if kind == "numbering" and value:
                found.links[name] = value
        elif element == "w:ilvl":
            style.level = integer(value, 0)
        elif element == "w:vanish":
            style.hidden = is_on(attributes)
    return found
