"""张冠李戴: bytes of one encoding read as another.

Each is the whole of a text, or some of its lines where pages of different origin were put together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from damage.gbk import GAPS, Gap, Reader, decoded
from damage.stretches import Damage, Stretch, by_line, some

CP1252 = {code: bytes((code,)).decode("cp1252") for code in range(256) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""The characters of Windows-1252; five bytes have none."""


def as_gbk(data: bytes, reader: Reader) -> str:
    """Bytes of any kind as a GBK decoder shows them.

    >>> as_gbk("各级，".encode(), Reader())
    '鍚勭骇锛'
    """
    return "".join(shown for shown, _ in decoded(data, reader))


def as_latin(data: bytes) -> str:
    """Bytes as Latin-1: each is a character."""
    return data.decode("latin-1")


def as_cp1252(data: bytes, undefined: str = "keep") -> str:
    """Bytes as Windows-1252; what it does not know is kept as a control character, dropped, or U+FFFD.

    >>> as_cp1252("级".encode()), as_cp1252("京".encode(), "drop"), as_cp1252("京".encode(), "mark")
    ('çº§', 'äº¬', 'äº¬')
    """
    other = {"keep": None, "drop": "", "mark": "\ufffd"}[undefined]
    return "".join(CP1252.get(byte, chr(byte) if other is None else other) for byte in data)


def as_big5(data: bytes, gap: Gap) -> str:
    """Bytes as a decoder of Big5 (CP950) shows them.

    >>> as_big5("建设".encode("gbk"), "mark")
    '膘扢'
    """
    mark, width = GAPS[gap]
    shown, here = "", 0
    while here < len(data):
        lead = data[here]
        if lead < 0x80:
            shown, here = shown + chr(lead), here + 1
            continue
        try:
            shown, here = shown + data[here : here + 2].decode("cp950"), here + 2
        except UnicodeDecodeError:
            alone = here + 1 >= len(data) or data[here + 1] < 0x40
            shown, here = shown + mark, here + (1 if alone else width)
    return shown


def misread(text: str, seen: Callable[[str], str], chosen: Callable[[object], bool]) -> Damage:
    """A text with the chosen lines misread; a line that cannot be written or is shown as it was stays."""

    def hurt(line: str) -> Iterable[Stretch] | None:
        try:
            shown = seen(line)
        except UnicodeEncodeError:
            return None
        return None if shown == line or "\n" in shown else [Stretch(shown, line, True)]

    return by_line(text, hurt, chosen)


def whole(_: object) -> bool:
    """All lines."""
    return True


def utf8_as_gbk(text: str, random: Random) -> Damage:
    """UTF-8 read as GBK: 鍚勭骇 for 各级; what makes no pair is lost, a mark or ?."""
    reader = Reader(random.choice(("cp936", "gb18030")), random.choice(("pair", "byte", "mark", "mark-byte", "question")))
    return misread(text, lambda line: as_gbk(line.encode(), reader), whole)


def utf8_as_gbk_in_lines(text: str, random: Random) -> Damage:
    """The same in some lines only."""
    reader = Reader("cp936", random.choice(("pair", "mark", "question")))
    return misread(text, lambda line: as_gbk(line.encode(), reader), some(random, 0.4))


def utf8_as_latin(text: str, random: Random) -> Damage:
    """UTF-8 read as Latin-1: nothing is lost."""
    return misread(text, lambda line: as_latin(line.encode()), whole)


def utf8_as_cp1252(text: str, random: Random) -> Damage:
    """UTF-8 read as Windows-1252, its five unknown bytes kept as control characters."""
    return misread(text, lambda line: as_cp1252(line.encode()), whole)


def utf8_as_cp1252_twice(text: str, random: Random) -> Damage:
    """The same, written as UTF-8 and misread once more."""
    return misread(text, lambda line: as_cp1252(as_cp1252(line.encode()).encode()), whole)


def utf8_as_cp1252_in_lines(text: str, random: Random) -> Damage:
    """The same in some lines only."""
    return misread(text, lambda line: as_cp1252(line.encode()), some(random, 0.4))


def utf8_as_cp1252_dropped(text: str, random: Random) -> Damage:
    """UTF-8 read as Windows-1252, its five unknown bytes gone: one character in six lacks a byte."""
    return misread(text, lambda line: as_cp1252(line.encode(), random.choice(("drop", "mark"))), whole)


def gbk_as_latin(text: str, random: Random) -> Damage:
    """GBK read as Latin-1 or Windows-1252: ¸÷¼¶ for 各级."""
    see = random.choice((as_latin, as_cp1252))
    return misread(text, lambda line: see(line.encode("gb18030")), whole)


def big5_as_gbk(text: str, random: Random) -> Damage:
    """Big5 read as GBK; the text must be Traditional."""
    reader = Reader("cp936", random.choice(("pair", "mark", "question")))
    return misread(text, lambda line: as_gbk(line.encode("cp950"), reader), whole)


def gbk_as_big5(text: str, random: Random) -> Damage:
    """GBK read as Big5: about one pair in eight has no character there."""
    gap = random.choice(("pair", "mark", "question"))
    return misread(text, lambda line: as_big5(line.encode("gbk"), gap), whole)


def utf16_as_gbk(text: str, random: Random) -> Damage:
    """UTF-16, of either byte order, read as GBK; a byte 0A inside is shown as a blank, so that lines stay lines."""
    encoding = random.choice(("utf-16-le", "utf-16-be"))
    reader = Reader("cp936", random.choice(("pair", "mark", "question")))
    return misread(text, lambda line: as_gbk(line.encode(encoding), reader).replace("\n", " "), whole)
