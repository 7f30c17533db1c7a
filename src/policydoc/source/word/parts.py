"""部件: the parts of a Word file and the relations between them, from a zip container or from one flat XML file (ISO/IEC 29500-2)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import Protocol

from policydoc.errors import SourceError
from policydoc.source.package import Package
from policydoc.source.xml_events import Event, events

_STRICT = "http://purl.oclc.org/ooxml/"
_OPEN = "http://schemas.openxmlformats.org/"
PREFIXES = {
    f"{_OPEN}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    "http://schemas.microsoft.com/office/word/2003/wordml": "w",
    "http://schemas.microsoft.com/office/word/2003/auxHint": "wx",
    "http://schemas.microsoft.com/aml/2001/core": "aml",
    f"{_OPEN}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OPEN}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OPEN}markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/2006/xmlPackage": "pkg",
    f"{_OPEN}drawingml/2006/chart": "c",
    f"{_STRICT}drawingml/chart": "c",
    f"{_OPEN}drawingml/2006/diagram": "dgm",
    f"{_STRICT}drawingml/diagram": "dgm",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
"""The namespaces that are read; those of the strict form are the same."""


class Parts(Protocol):
    """The parts of one file."""

    def __contains__(self, name: str) -> bool: ...

    def events(self, name: str) -> Iterator[Event]:
        """The events of an XML part."""

    def read(self, name: str) -> bytes:
        """The bytes of a part."""


class ZippedParts:
    """The parts of a zip container."""

    def __init__(self, package: Package) -> None:
        self.package = package

    def __contains__(self, name: str) -> bool:
        return name in self.package

    def events(self, name: str) -> Iterator[Event]:
        """The events of an XML part."""
        return events(self.package.read(name), self.package.shown, PREFIXES)

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        return self.package.read(name)


class FlatParts:
    """The parts of a flat file (`pkg:package`); its XML is read again for each part, so that none is held."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.data = data
        self.shown = shown

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(attributes.get("pkg:name", "").lstrip("/") for name, attributes in self._starts() if name == "pkg:part")

    def _starts(self) -> Iterator[tuple[str, dict[str, str]]]:
        return (event for event in events(self.data, self.shown, PREFIXES) if isinstance(event, tuple))

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def events(self, name: str) -> Iterator[Event]:
        """The events of an XML part."""
        depth, wanted = 0, False
        for event in events(self.data, self.shown, PREFIXES):
            if event is None:
                depth -= 1
                if wanted and depth == 2:
                    return
            elif not isinstance(event, str):
                depth += 1
                if depth == 2:
                    wanted = event[0] == "pkg:part" and event[1].get("pkg:name", "").lstrip("/") == name
                    continue
                if depth == 3:
                    continue
            if wanted and depth >= 3:
                yield event

    def read(self, name: str) -> bytes:
        """The bytes of a part are not kept apart in a flat file."""
        raise SourceError(f"{self.shown}: a file inside it ({name}) is not read; open it in Word and save it as docx")


def relations(parts: Parts, name: str) -> dict[str, tuple[str, str]]:
    """The relations of a part by their id: the last word of the type, and the part that it leads to. Those to outside are left out."""
    folder = dirname(name)
    path = join(folder, "_rels", f"{name[len(folder) :].lstrip('/')}.rels")
    if path not in parts:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for event in parts.events(path):
        if isinstance(event, tuple) and event[0].endswith("Relationship") and event[1].get("TargetMode") != "External":
            target = event[1].get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            found[event[1].get("Id", "")] = (event[1].get("Type", "").rpartition("/")[2], whole)
    return found
