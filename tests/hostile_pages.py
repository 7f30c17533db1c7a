"""敌意: files made to do harm: PDF (ISO 32000-1), OFD (GB/T 33190-2016), and compound files with Word's binary format ([MS-CFB], [MS-DOC])."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from hostile import MEGA, Makers
from zipper import ENCRYPTED, Entry, zipped

_O = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_CLX = 0x9A + 33 * 8
"""Where the head of a Word file says where its piece table is."""


def pdf(*objects: bytes, trailer: bytes = b"/Root 1 0 R", size: int | None = None, start: int | None = None) -> bytes:
    """A PDF of some objects, numbered from 1."""
    body, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (size or len(objects) + 1, trailer, table if start is None else start)
    return bytes(body)


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A packed stream."""
    packed = zlib.compress(content, 9)
    return b"<</Length %d /Filter /FlateDecode %s>>stream\n%s\nendstream" % (len(packed), more, packed)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def one_page(content: bytes) -> bytes:
    """A PDF of one page with this content."""
    return pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, stream(content), FONT)


def many_pages(count: int) -> bytes:
    """A PDF of very many pages, all the same object."""
    kids = b"3 0 R " * count
    return pdf(CATALOG, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), PAGE, stream(b"BT /F 12 Tf 9 9 Td (1) Tj ET"), FONT)


def bomb_of_streams() -> bytes:
    """A stream that is packed five times."""
    content = b" " * 200 * MEGA
    for _ in range(2):
        content = zlib.compress(content, 9)
    packed = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(content), content)
    return pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, packed, FONT)


def ofd(pages: Sequence[str], contents: dict[str, str], *, flags: int = 0) -> bytes:
    """An OFD whose document names some pages, and the files that it has."""
    listed = "".join(f'<ofd:Page ID="{rank}" BaseLoc="{place}"/>' for rank, place in enumerate(pages, 10))
    parts = {
        "OFD.xml": f"<ofd:OFD {_O}><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_O}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    return zipped(*(Entry(name, content.encode(), flags=flags) for name, content in (parts | contents).items()))


def ofd_page(objects: str) -> str:
    """A page of some objects."""
    return f"<ofd:Page {_O}><ofd:Content><ofd:Layer ID='1'>{objects}</ofd:Layer></ofd:Content></ofd:Page>"


def ofd_text(words: str, boundary: str = "10 10 100 10") -> str:
    """A run of text."""
    return (
        f'<ofd:TextObject ID="2" Boundary="{boundary}" Font="1" Size="5"><ofd:TextCode X="0" Y="5">{words}</ofd:TextCode></ofd:TextObject>'
    )


def compound(streams: dict[str, bytes], fat: dict[int, int] | None = None, links: dict[int, int] | None = None) -> bytes:
    """A compound file; `fat` and `links` (of the directory) say otherwise than is right."""
    sectors: list[bytes] = []
    table: list[int] = []
    entries = [directory_entry("Root Entry", 5, _END, 0, child=1)]
    for rank, (name, content) in enumerate(streams.items(), 1):
        content = content.ljust(4096, b"\x00")
        count = -(-len(content) // 512)
        entries.append(directory_entry(name, 2, len(table), len(content), right=rank + 1 if rank < len(streams) else _FREE))
        table += [*range(len(table) + 1, len(table) + count), _END]
        sectors += [content[at : at + 512].ljust(512, b"\x00") for at in range(0, count * 512, 512)]
    for rank, right in (links or {}).items():
        entries[rank] = entries[rank][:72] + struct.pack("<L", right) + entries[rank][76:]
    listing = b"".join(entries)
    listing += directory_entry("", 0, 0, 0) * (-len(entries) % 4)
    first = len(table)
    count = len(listing) // 512
    table += [*range(first + 1, first + count), _END]
    sectors += [listing[at : at + 512] for at in range(0, len(listing), 512)]
    own = -(-(len(table) + 1) // 127)
    place = len(table)
    table += [_FAT] * own
    for sector, following in (fat or {}).items():
        table[sector] = following
    packed = struct.pack(f"<{len(table)}L", *table).ljust(own * 512, b"\xff")
    head = struct.pack("<8s16x6H10x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0)[:40]
    head += struct.pack("<9L", 0, own, first, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109L", *range(place, place + own), *[_FREE] * (109 - own))
    return head + b"".join(sectors) + packed


def directory_entry(name: str, kind: int, start: int, size: int, right: int = _FREE, child: int = _FREE) -> bytes:
    """An entry of the directory of a compound file."""
    written = name.encode("utf-16-le")
    head = written.ljust(64, b"\x00") + struct.pack("<HBB3L", len(written) + 2 if name else 0, kind, 1, _FREE, right, child)
    return head + bytes(36) + struct.pack("<LQ", start, size)


def doc(pieces: bytes, *, characters: int = 10, flags: int = 0x0200, text: bytes = b"") -> bytes:
    """A Word file whose piece table is these bytes."""
    head = bytearray(0x400)
    struct.pack_into("<HHHHHH", head, 0, 0xA5EC, 0xC1, 0, 0x804, 0, flags)
    struct.pack_into("<H", head, 0x20, 14)
    struct.pack_into("<H", head, 0x3E, 22)
    struct.pack_into("<L", head, 0x4C, characters)
    struct.pack_into("<H", head, 0x98, 0x5D)
    struct.pack_into("<LL", head, _CLX, 0, len(pieces))
    return compound({"WordDocument": bytes(head) + text, "1Table": pieces})


def piece_table(ends: Sequence[int], places: Sequence[int]) -> bytes:
    """A piece table: the characters at which pieces end, and where they stand in the file."""
    told = struct.pack(f"<{len(ends)}L", *ends) + b"".join(struct.pack("<HLH", 0, place, 0) for place in places)
    return b"\x02" + struct.pack("<L", len(told)) + told


PDF: Makers = {
    "tree-loop.pdf": lambda: pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>"),
    "parent-loop.pdf": lambda: pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 3 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    "ten-thousand-pages.pdf": lambda: many_pages(10_000),
    "huge-count.pdf": lambda: pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", PAGE, stream(b""), FONT),
    "huge-xref.pdf": lambda: pdf(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>", size=2**31 - 1),
    "xref-loop.pdf": lambda: pdf(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>", trailer=b"/Root 1 0 R /Prev 20", start=20),
    "deep.pdf": lambda: pdf(b"[" * 500_000 + b"]" * 500_000, CATALOG),
    "deep-content.pdf": lambda: one_page(b"q " * MEGA + b"[" * MEGA),
    "bomb.pdf": lambda: one_page(b"0 0 m " * 25 * MEGA),
    "bomb-of-streams.pdf": bomb_of_streams,
    "million-words.pdf": lambda: one_page(b"BT /F 1 Tf 9 9 Td " + b"(8) Tj 1 0 Td " * MEGA + b"ET"),
    "huge-page.pdf": lambda: one_page(b"BT /F 12 Tf 9 9 Td (8) Tj ET").replace(b"595 842", b"9e9 9e9"),
    "encrypted.pdf": lambda: pdf(
        CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE,
        stream(b""),
        FONT,
        trailer=b"/Root 1 0 R /ID[<00><00>] /Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%s>/U<%s>>>" % (b"11" * 32, b"22" * 32),
    ),
    "torn.pdf": lambda: many_pages(3)[:200],
    "head-only.pdf": lambda: b"%PDF-1.7",
}

OFD: Makers = {
    "same-page.ofd": lambda: ofd(["Pages/a.xml"] * 100_000, {"Doc_0/Pages/a.xml": ofd_page(ofd_text("新建公厕76座。"))}),
    "itself.ofd": lambda: ofd(["Document.xml", "../OFD.xml", "Document.xml"], {}),
    "way-up.ofd": lambda: ofd(["../../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"], {}),
    "bomb.ofd": lambda: ofd(["a.xml"], {"Doc_0/a.xml": ofd_page(ofd_text("8" * 60 * MEGA))}),
    "many-objects.ofd": lambda: ofd(["a.xml"], {"Doc_0/a.xml": ofd_page(ofd_text("8") * 400_000)}),
    "strange-numbers.ofd": lambda: ofd(["a.xml"], {"Doc_0/a.xml": ofd_page(ofd_text("公厕", "nan inf -1e999 1e999"))}),
    "nested-blocks.ofd": lambda: ofd(["a.xml"], {"Doc_0/a.xml": ofd_page("<ofd:PageBlock ID='3'>" * 100_000)}),
    "entities.ofd": lambda: ofd(["a.xml"], {"Doc_0/a.xml": '<!DOCTYPE a [<!ENTITY b "c">]>' + ofd_page(ofd_text("&b;"))}),
    "encrypted.ofd": lambda: ofd(["a.xml"], {"Doc_0/a.xml": ofd_page(ofd_text("公厕"))}, flags=ENCRYPTED),
}

COMPOUND: Makers = {
    "fat-loop.doc": lambda: compound({"WordDocument": bytes(9000), "1Table": bytes(9000)}, fat={3: 0}),
    "fat-outside.doc": lambda: compound({"WordDocument": bytes(9000)}, fat={0: 0x7FFFFFFF}),
    "directory-loop.doc": lambda: compound({"WordDocument": bytes(9000), "1Table": bytes(9000)}, links={1: 2, 2: 1}),
    "huge-piece.doc": lambda: doc(piece_table([0, 0x7FFFFFFF], [0x400]), characters=0x7FFFFFFF),
    "same-piece.doc": lambda: doc(piece_table(range(60_001), [0x400 << 1 | 0x40000000] * 60_000), characters=60_000, text=b"8" * 99),
    "backward-pieces.doc": lambda: doc(piece_table([9, 5, 0xFFFFFFFF, 3], [0x400, 0xFFFFFFF0, 0]), characters=0x7FFFFFFF),
    "endless-pieces.doc": lambda: doc(b"\x01\xff\xff" + b"\x02\xff\xff\xff\xff" * 1000),
    "encrypted.doc": lambda: doc(piece_table([0, 10], [0x400]), flags=0x0300),
    "encrypted-ooxml.docx": lambda: compound({"EncryptionInfo": bytes(4096), "EncryptedPackage": bytes(9000)}),
    "torn.doc": lambda: doc(piece_table([0, 10], [0x400]))[:700],
    "head-only.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
}
