"""A zip container and its XML cost no more than a large honest file, whatever they say of themselves."""

from __future__ import annotations

import contextlib
import io
import struct
import warnings
import zipfile
import zlib

import pytest

from policydoc.errors import SourceError
from policydoc.source import limits, read
from policydoc.source.package import Package
from policydoc.source.xml_events import events
from word import document, docx, paragraph, zipped

BILLION = '<!DOCTYPE w [<!ENTITY a "公厕"><!ENTITY b "&a;&a;&a;&a;">]><w>&b;</w>'


def lying(size: int, said: int) -> bytes:
    """A container whose entry says another size than it has."""
    packed = bytearray(zipped({"word/document.xml": b"0" * size}))
    directory = packed.rindex(b"PK\x01\x02")
    packed[directory + 24 : directory + 28] = struct.pack("<I", said)
    return bytes(packed)


def test_entries_are_read_by_name() -> None:
    """Names are compared without case, with either slash; an entry that is missing is named."""
    package = Package(zipped({"Word\\Document.xml": "甲"}), "notice.docx")

    assert package.read("word/document.xml") == "甲".encode()
    assert "/word/document.xml" in package
    with pytest.raises(SourceError, match=r"^notice\.docx: without its part word/styles\.xml; "):
        package.read("word/styles.xml")


def test_an_entry_without_a_name_does_no_harm() -> None:
    """A name that begins with a zero byte is read as none: the container stays a Word file."""
    packed = docx(paragraph("新建公厕8座。"))
    whole = io.BytesIO(packed)
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("nameless", "")

    assert read(whole.getvalue().replace(b"nameless", b"\0ameless")).text == "新建公厕8座。"


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is packed too well, unpacks to too much, alone or together, or lies about its size, is not unpacked to its end."""
    with pytest.raises(SourceError, match="200 to 1"):
        Package(zipped({"a": b"0" * 4_000_000}), "bomb.docx").read("a")
    monkeypatch.setattr("policydoc.source.package.UNCHECKED", 10**9)
    with pytest.raises(SourceError, match="more than 3 MB"):
        Package(zipped({"a": b"0" * 4_000_000}), "bomb.docx", unpacked=3 * 1024 * 1024).read("a")
    package = Package(zipped({"a": b"0" * 2_000_000, "b": b"0" * 2_000_000}), "bomb.docx", unpacked=3 * 1024 * 1024)
    package.read("a")
    with pytest.raises(SourceError, match="more than 3 MB"):
        package.read("b")
    with pytest.raises(SourceError):
        Package(lying(4_000_000, 10), "bomb.docx", unpacked=10**6).read("word/document.xml")


def test_crowds_are_refused() -> None:
    """Too many entries, whether listed or hidden."""
    with pytest.raises(SourceError, match="2001 entries"):
        Package(zipped({str(number): "" for number in range(2001)}), "crowd.zip")
    with pytest.raises(SourceError, match="more than 20000 entries"):
        Package(zipped({"a": "甲"}) + b"PK\x01\x02" * 20_001, "crowd.zip")


def test_twins_are_refused() -> None:
    """Two entries of one name: programs differ in which of them they read."""
    with zipfile.ZipFile(packed := io.BytesIO(), "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "甲")
        archive.writestr("word/Document.xml", "乙")

    with pytest.raises(SourceError, match="two entries"):
        Package(packed.getvalue(), "twins.docx")


def test_encrypted_and_strangely_packed_entries_are_refused() -> None:
    """An entry with a password, and one packed by a method that Office does not use."""
    locked = bytearray(zipped({"word/document.xml": "甲"}))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(sign) + place] |= 1
    strange = zipped({"word/document.xml": "甲"}, zipfile.ZIP_LZMA)

    with pytest.raises(SourceError, match="encrypted"):
        Package(bytes(locked), "locked.docx").read("word/document.xml")
    with pytest.raises(SourceError, match="method 14"):
        Package(strange, "strange.docx").read("word/document.xml")


def test_damaged_containers_are_refused() -> None:
    """Cut off anywhere, or with any byte changed, a container is read or refused in one line."""
    whole = docx(paragraph("新建公厕8座。"))
    for cut in range(4, len(whole), 29):
        with pytest.raises(SourceError):
            read(whole[:cut])
    for place in range(4, len(whole), 11):
        with contextlib.suppress(SourceError):
            read(whole[:place] + bytes((whole[place] ^ 0x55,)) + whole[place + 1 :])


def test_events() -> None:
    """Starts, texts and ends; names by prefix where prefixes are given, and of an unknown namespace with a question mark."""
    xml = "<a xmlns='urn:a' xmlns:b='urn:b'><b:c d='1'>甲&amp;乙</b:c></a>".encode()

    assert list(events(xml, "a.xml")) == [("a", {}), ("c", {"d": "1"}), "甲&乙", None, None]
    assert list(events(xml, "a.xml", {"urn:a": "w"}))[:2] == [("w:a", {}), ("?:c", {"d": "1"})]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb2312", "GBK", "gb18030"])
def test_encodings_of_xml(encoding: str) -> None:
    """An XML file says its encoding; those of Chinese programs are known."""
    xml = f'<?xml version="1.0" encoding="{encoding}"?><a>公厕</a>'.encode("gb18030" if encoding.lower().startswith("gb") else encoding)

    assert list(events(xml, "a.xml"))[1] == "公厕"


@pytest.mark.parametrize(
    "xml",
    [
        BILLION,
        "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
        "<!DOCTYPE a><a/>",
        '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/">]><a>&x;</a>',
    ],
)
def test_doctypes_are_refused(xml: str) -> None:
    """No office file declares a document type: entities that grow or reach outside never come to be."""
    with pytest.raises(SourceError, match="DOCTYPE"):
        list(events(xml.encode(), "a.xml"))
    with pytest.raises(SourceError, match="DOCTYPE"):
        read(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": xml}))


@pytest.mark.parametrize(
    "xml", ["", "<a>", "<a></b>", "<a b='1' b='2'/>", "<a>&x;</a>", "\x00", "<a xmlns:b=''/>", '<?xml version="1.0" encoding="zz"?><a/>']
)
def test_damaged_xml_is_refused(xml: str) -> None:
    """What is no XML is told in one line."""
    with pytest.raises(SourceError, match=r"^a\.xml: damaged XML \("):
        list(events(xml.encode(), "a.xml"))


def test_depth_and_number_of_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elements that nest too deep, or are too many, are refused while they are read."""
    deep = limits.XML_DEPTH + 1
    with pytest.raises(SourceError, match="deep"):
        list(events(b"<a>" * deep + b"</a>" * deep, "a.xml"))
    monkeypatch.setattr("policydoc.source.xml_events.XML_ELEMENTS", 100)
    with pytest.raises(SourceError, match="100 elements"):
        list(events(b"<a>" + b"<b/>" * 100 + b"</a>", "a.xml"))


def test_long_tags_take_linear_time() -> None:
    """A tag over many pieces of the file is not read again with each of them: the pieces grow."""
    value = "公" * (6 * 1024 * 1024)

    assert next(events(f'<a b="{value}"/>'.encode(), "a.xml")) == ("a", {"b": value})


def test_word_files_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many paragraphs, tables too deep in each other, too many characters."""
    nested = "<w:tbl><w:tr><w:tc>" * 30 + paragraph("甲") + "</w:tc></w:tr></w:tbl>" * 30
    with pytest.raises(SourceError, match="tables in each other"):
        read(docx(nested))
    monkeypatch.setattr("policydoc.source.word.state.PARAGRAPHS", 3)
    with pytest.raises(SourceError, match="3 paragraphs"):
        read(docx(paragraph("甲") * 4))
    monkeypatch.setattr("policydoc.source.word.state.CHARACTERS", 3)
    with pytest.raises(SourceError, match="characters"):
        read(docx(paragraph("新建公厕")))


def test_thousands_of_open_elements_take_linear_time() -> None:
    """Open fields, hidden marks and merged cells by the thousand."""
    fields = '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>甲</w:t></w:r></w:p>' * 20_000
    marks = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t> </w:t></w:r></w:p>" * 20_000
    spans = "<w:tbl>" + "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='200'/></w:tcPr><w:p/></w:tc><w:tc/></w:tr>" * 2_000 + "</w:tbl>"

    whole = document(fields, marks, spans, paragraph("新建公厕8座。"))
    stored = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": whole}, zipfile.ZIP_STORED)

    assert read(stored).text.endswith("新建公厕8座。")


def test_checksum_is_kept() -> None:
    """An entry that is not what it was packed from is refused."""
    packed = bytearray(zipped({"word/document.xml": document(paragraph("甲"))}))
    checksum = struct.pack("<I", zlib.crc32(document(paragraph("甲")).encode()))
    for sign, place in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        start = packed.index(sign) + place
        assert packed[start : start + 4] == checksum
        packed[start] ^= 1

    with pytest.raises(SourceError, match="damaged zip"):
        Package(bytes(packed), "notice.docx").read("word/document.xml")
