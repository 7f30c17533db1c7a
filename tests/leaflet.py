"""PDF 文件: tiny files of fixed pages, written from ISO 32000-1, with a font that every reader must take from its tables."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

EM = 16.0
"""Points: 三号."""
LEFT, TOP, STEP = 79.0, 750.0, 28.0
"""Where lines begin, and how far they are apart, on a page of 595 by 842 points."""
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_TABLE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
%s
endcmap end end"""


def text(words: str, x: float = LEFT, y: float = TOP, size: float = EM, mode: int = 0, matrix: str = "1 0 0 1") -> str:
    """The operators that write words from a place on (from the lower left); mode 3 writes them invisibly."""
    codes = words.encode("utf-16-be").hex()
    return f"BT {mode} Tr /F1 {size} Tf {matrix} {x} {y} Tm <{codes}> Tj ET\n"


def lines(paragraphs: Sequence[str], top: float = TOP) -> str:
    """Lines of a page below each other; `　` sets them in."""
    return "\n".join(
        text(words.lstrip("　"), LEFT + EM * (len(words) - len(words.lstrip("　"))), top - STEP * rank)
        for rank, words in enumerate(paragraphs)
    )


def rule(x: float, y: float, u: float, v: float) -> str:
    """A ruled line."""
    return f"{x} {y} m {u} {v} l S\n"


def rc4(key: bytes, data: bytes) -> bytes:
    """The cipher of old encrypted files."""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


class Leaflet:
    """A PDF that grows object by object."""

    def __init__(self, password: str | None = None) -> None:
        self.objects: list[bytes] = []
        self.key = b""
        self.encrypt = b""
        if password is not None:
            owner = rc4(hashlib.md5(_PADDING).digest()[:5], (password.encode() + _PADDING)[:32])
            self.key = hashlib.md5(
                (password.encode() + _PADDING)[:32] + owner + (-4).to_bytes(4, "little", signed=True) + b"leaflet"
            ).digest()[:5]
            user = rc4(self.key, _PADDING)
            self.encrypt = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]" % (
                owner.hex().encode(), user.hex().encode(), b"leaflet".hex().encode(), b"leaflet".hex().encode(),
            )  # fmt: skip

    def add(self, body: str | bytes, stream: bytes | None = None) -> int:
        """An object; its number."""
        body = body.encode() if isinstance(body, str) else body
        number = len(self.objects) + 1
        if stream is not None:
            if self.key:
                stream = rc4(hashlib.md5(self.key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], stream)
            body = b"<< %s /Length %d >> stream\n%s\nendstream" % (body, len(stream), stream)
        self.objects.append(body)
        return number

    def data(self, catalog: int) -> bytes:
        """The file."""
        out, places = bytearray(b"%PDF-1.4\n"), []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer << /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, catalog, self.encrypt, start)
        return bytes(out)


def pdf(
    pages: Sequence[str], *, told: bool = True, password: str | None = None, turned: int = 0, attached: str = "", picture: bool = False
) -> bytes:
    """A file of pages of these operators. `told`: the font says which characters its codes are; `picture`: each page has one, called /I."""
    leaflet = Leaflet(password)
    ranges = b"\n".join(
        b"100 beginbfrange\n%s\nendbfrange" % b"\n".join(b"<%02X00> <%02XFF> <%02X00>" % (h, h, h) for h in range(f, f + 100))
        for f in (0, 100)
    )
    ranges += b"\n56 beginbfrange\n%s\nendbfrange" % b"\n".join(b"<%02X00> <%02XFF> <%02X00>" % (h, h, h) for h in range(200, 256))
    table = f"/ToUnicode {leaflet.add('', _TABLE % ranges)} 0 R" if told else ""
    descriptor = leaflet.add(
        "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"
    )
    inner = leaflet.add(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /FontDescriptor {descriptor} 0 R /DW 1000 /W [32 126 500] >>"
    )  # fmt: skip
    font = leaflet.add(f"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [{inner} 0 R] {table} >>")
    image = (
        leaflet.add("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\x80")
        if picture
        else 0
    )
    shown = f"/XObject << /I {image} 0 R >>" if picture else ""
    root = len(leaflet.objects) + 2 * len(pages) + 1
    kids = []
    for operators in pages:
        content = leaflet.add("", operators.encode())
        kids.append(
            leaflet.add(
                f"<< /Type /Page /Parent {root} 0 R /MediaBox [0 0 595 842] /Rotate {turned} /Contents {content} 0 R"
                f" /Resources << /Font << /F1 {font} 0 R >> {shown} >> >>"
            )
        )
    leaflet.add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>")
    names = ""
    if attached:
        file = leaflet.add("/Type /EmbeddedFile", b"1")
        spec = leaflet.add(f"<< /Type /Filespec /F ({attached}) /UF ({attached}) /EF << /F {file} 0 R >> >>")
        names = f"/Names << /EmbeddedFiles << /Names [({attached}) {spec} 0 R] >> >>"
    return leaflet.data(leaflet.add(f"<< /Type /Catalog /Pages {root} 0 R {names} >>"))


IMAGE = "q 400 0 0 600 90 100 cm /I Do Q\n"
"""A picture across the page."""
