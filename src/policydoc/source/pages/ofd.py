"""OFD: the format of fixed pages of GB/T 33190-2016, a zip container of XML → the lines of its pages.

Every document of a file is read (DocBody), every page with the templates that it shows; annotations, seals and signatures are no
text of the document. The codes of characters are those of TextCode; which glyph draws them (CGTransform) changes nothing.
"""

from __future__ import annotations

import posixpath

from policydoc.errors import SourceError
from policydoc.source.package import Package
from policydoc.source.pages.collected import Collected
from policydoc.source.pages.ofd_page import Shown, Units, read_content, read_units
from policydoc.source.reading import Reading
from policydoc.source.xml_events import events

MEDIA_TYPE = "application/ofd"
_AGAIN = "open it in its program and save it again"


def read_ofd(data: bytes, shown: str) -> Reading:
    """The text of an OFD file, page by page; one without text, a damaged or an encrypted one raises `SourceError`."""
    package = Package(data, shown)
    pages = Collected(shown, "an OFD file")
    attachments: list[str] = []
    for root in _roots(package, shown):
        document = _Document(package, root, shown)
        for place in document.pages:
            pages.add(document.page(place))
        attachments += document.attachments
    return pages.reading(MEDIA_TYPE, attachments)


def _roots(package: Package, shown: str) -> list[str]:
    """Where the documents of a file are described."""
    found: list[str] = []
    inside = ""
    for event in events(package.read("OFD.xml"), shown):
        if isinstance(event, tuple):
            inside = event[0]
            if inside in ("Encryptions", "EncryptInfo"):
                raise SourceError(f"{shown}: an OFD file that is encrypted; open it with its password and save it without one")
            if inside == "DocRoot":
                found.append("")
        elif isinstance(event, str):
            if inside == "DocRoot":
                found[-1] += event
        else:
            inside = ""
    if not any(found):
        raise SourceError(f"{shown}: an OFD file without a document; {_AGAIN}")
    return [_resolved("", place) for place in found if place.strip()]


def _resolved(beside: str, place: str) -> str:
    """The name of a part, from the name of the part that names it and what it says there.

    >>> _resolved("Doc_0/Document.xml", "Pages/Page_0/Content.xml"), _resolved("Doc_0/Document.xml", "/Doc_1/Res.xml")
    ('Doc_0/Pages/Page_0/Content.xml', 'Doc_1/Res.xml')
    """
    place = place.strip().replace("\\", "/")
    return posixpath.normpath(posixpath.join("/" + posixpath.dirname(beside), place)).lstrip("/")


class _Document:
    """One document of a file: where its pages, templates and resources stand."""

    def __init__(self, package: Package, root: str, shown: str) -> None:
        self.package = package
        self.shown = shown
        self.pages: list[str] = []
        self._templates: dict[str, str] = {}
        self._read: dict[str, Shown] = {}
        self.attachments: list[str] = []
        """The names of the files that are attached."""
        resources: list[str] = []
        attachments: list[str] = []
        inside = ""
        for event in events(package.read(root), shown):
            if isinstance(event, tuple):
                inside, attributes = event
                if inside == "Page" and "BaseLoc" in attributes:
                    self.pages.append(_resolved(root, attributes["BaseLoc"]))
                elif inside == "TemplatePage":
                    self._templates[attributes.get("ID", "")] = _resolved(root, attributes.get("BaseLoc", ""))
                elif inside in ("PublicRes", "DocumentRes"):
                    resources.append("")
                elif inside == "Attachments":
                    attachments.append("")
                elif inside == "Encryptions":
                    raise SourceError(f"{shown}: an OFD file that is encrypted; open it with its password and save it without one")
            elif isinstance(event, str):
                if inside in ("PublicRes", "DocumentRes"):
                    resources[-1] += event
                elif inside == "Attachments":
                    attachments[-1] += event
            else:
                inside = ""
        for place in attachments:
            name = _resolved(root, place)
            if place.strip() and name in package:
                told = (event for event in events(package.read(name), shown) if isinstance(event, tuple) and event[0] == "Attachment")
                self.attachments += (attributes.get("Name") or attributes.get("ID", "") for _, attributes in told)
        self._units: Units = {}
        for place in resources:
            name = _resolved(root, place)
            if place.strip() and name in package:
                self._units.update(read_units(events(package.read(name), shown)))

    def page(self, place: str) -> Shown:
        """What a page shows, its templates included; a page that is missing in the file is empty."""
        if place not in self.package:
            return Shown()
        content = read_content(events(self.package.read(place), self.shown), self._units)
        for template in content.templates:
            name = self._templates.get(template, "")
            if name not in self._read:
                there = name in self.package
                self._read[name] = read_content(events(self.package.read(name), self.shown), self._units) if there else Shown()
            behind = self._read[name]
            content.glyphs[:0] = behind.glyphs
            content.rules.extend(behind.rules)
            content.turned.extend(behind.turned)
            content.pictured |= behind.pictured
        return content
