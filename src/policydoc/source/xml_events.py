"""XML: a file as a flat run of starts, texts and ends, from a parser that takes no DOCTYPE and so no entities.

Flat rather than a tree: what reads it is a loop, whatever the depth, and no more of the file is held than one stretch of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pyexpat import ExpatError, ParserCreate
from typing import TypeAlias

from policydoc.errors import SourceError
from policydoc.rules.patterns import pattern
from policydoc.source.limits import XML_CHUNK, XML_DEPTH, XML_ELEMENTS

Event: TypeAlias = "tuple[str, dict[str, str]] | str | None"
"""A start with its name and attributes, a text, or an end (None)."""

_AGAIN = "open it in its program and save it again"
_CHINESE = pattern(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"'](?:gb2312|gbk|gb18030)[\"']", re.IGNORECASE)


class _Names(dict[str, str]):
    """Names as the parser gives them (`namespace local`) → as they are told to the reader."""

    def __init__(self, prefixes: Mapping[str, str] | None) -> None:
        self.prefixes = prefixes

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        told = local if self.prefixes is None or not space else f"{self.prefixes.get(space, '?')}:{local}"
        if len(self) < 10_000:
            self[name] = told
        return told


def events(data: bytes, shown: str, prefixes: Mapping[str, str] | None = None) -> Iterator[Event]:
    """The events of an XML file; one that is damaged, has a DOCTYPE or nests too deep raises `SourceError`.

    Names are local ones; where `prefixes` (namespace → prefix) are given, a name in a namespace has its prefix, `?` for others.

    >>> list(events("<a xmlns='urn:x'><b c='1'>公厕</b></a>".encode(), "a.xml"))
    [('a', {}), ('b', {'c': '1'}), '公厕', None, None]
    >>> list(events("<x:a xmlns:x='urn:x' x:c='1'/>".encode(), "a.xml", {"urn:x": "w"}))
    [('w:a', {'w:c': '1'}), None]
    """
    found: list[Event] = []
    names = _Names(prefixes)
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > XML_DEPTH or elements > XML_ELEMENTS:
            raise SourceError(f"{shown}: more than {XML_DEPTH} elements deep or {XML_ELEMENTS} elements of XML; {_AGAIN}")
        found.append((names[name], {names[key]: value for key, value in attributes.items()} if attributes else attributes))

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1
        found.append(None)

    def refuse(*_: object) -> None:
        raise SourceError(f"{shown}: its XML declares a DOCTYPE or entities, which no office file does; {_AGAIN}")

    if _CHINESE.match(data):
        data = data.decode("gb18030", "replace").encode()
        parser = ParserCreate("utf-8", " ")
    else:
        parser = ParserCreate(None, " ")
    parser.buffer_text = True
    parser.buffer_size = 64 * 1024
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = found.append
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    here, step = 0, XML_CHUNK
    while here <= len(data):
        try:
            parser.Parse(data[here : here + step], here + step >= len(data))
        except (ExpatError, LookupError, ValueError) as error:
            raise SourceError(f"{shown}: damaged XML ({str(error)[:60]}); {_AGAIN}") from None
        here += step
        step = XML_CHUNK if found else 2 * step  # a piece without an event is part of one long tag, which is scanned anew
        yield from found
        found.clear()
        if here >= len(data):
            return
