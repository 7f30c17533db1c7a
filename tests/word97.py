"""Word 97-2003 文档: tiny files of Word's binary format, written from [MS-DOC]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from struct import pack
from typing import NamedTuple

from compound import compound

_TEXT = 0x800
"""Where the text begins in the stream."""
DELETED, HIDDEN = pack("<HB", 0x0800, 1), pack("<HB", 0x083C, 1)
CELL = pack("<HB", 0x2416, 1)
OLD_NUMBER = pack("<HBB", 0xC63E, 83, 0) + bytes(82)


def listed(number: int, level: int = 0) -> bytes:
    """Modifiers that put a paragraph into a list."""
    return pack("<HBHH", 0x260A, level, 0x460B, number)


def row_end(*edges: int, below: Sequence[int] = ()) -> bytes:
    """Modifiers of the mark that ends a row of cells with these edges; those that are `below` go on the cells above."""
    cells = b"".join(pack("<H", 0x20 if cell in below else 0) + bytes(18) for cell in range(len(edges) - 1))
    table = pack("<B", len(edges) - 1) + pack(f"<{len(edges)}h", *edges) + cells
    return CELL + pack("<HB", 0x2417, 1) + pack("<HH", 0xD608, len(table) + 1) + table


class Run(NamedTuple):
    """Some text and what modifies its characters."""

    text: str
    modified: bytes = b""


class Paragraph(NamedTuple):
    """A paragraph: its runs, what modifies it, the mark at its end, its style."""

    runs: Sequence[Run | str]
    modified: bytes = b""
    mark: str = "\r"
    style: int = 0
    mark_modified: bytes = b""


class Level(NamedTuple):
    """A level of a list: how its number is written (MSONFC), its text with `%1` for its number, where it starts."""

    kind: int
    text: str
    start: int = 1


def _level(level: Level) -> bytes:
    signs, places = [], []
    text = level.text
    while text:
        if text[0] == "%":
            signs.append(int(text[1]) - 1)
            places.append(len(signs))
            text = text[2:]
        else:
            signs.append(ord(text[0]))
            text = text[1:]
    head = pack("<iBB", level.start, level.kind, 0) + bytes(places).ljust(9, b"\0") + pack("<BiIBBBB", 0, 0, 0, 0, 0, 0, 0)
    return head + pack(f"<H{len(signs)}H", len(signs), *signs)


def _pages(runs: Sequence[tuple[int, bytes]], start: int, paragraphs: bool) -> bytes:
    """One page of formats (FKP): the ends of stretches and what modifies them."""
    page = bytearray(512)
    width, top = (13, 511) if paragraphs else (1, 511)
    bounds = [start, *(end for end, _ in runs)]
    page[: 4 * len(bounds)] = pack(f"<{len(bounds)}I", *bounds)
    for rank, (_, modified) in enumerate(runs):
        if modified:
            size = len(modified)
            body = (bytes((0, (size + 1) // 2)) + modified.ljust(size + size % 2, b"\0")) if paragraphs else bytes((size,)) + modified
            top = (top - len(body)) // 2 * 2
            page[top : top + len(body)] = body
            page[4 * len(bounds) + width * rank] = top // 2
    page[511] = len(runs)
    return bytes(page)


def streams(
    paragraphs: Sequence[Paragraph | str],
    lists: Mapping[int, Sequence[Level]] | None = None,
    *,
    notes: Sequence[str] = (),
    boxes: Sequence[tuple[int, str]] = (),
    styles: Sequence[bytes] = (),
    compressed: Sequence[int] = (),
    flags: int = 0,
) -> dict[str, bytes]:
    r"""The streams of a file. `notes` are called by \x02 in order, `boxes` anchored at places; `compressed` paragraphs are of 8 bits."""
    whole = [paragraph if isinstance(paragraph, Paragraph) else Paragraph([paragraph]) for paragraph in paragraphs]
    main_text = sum(sum(len(run if isinstance(run, str) else run.text) for run in paragraph.runs) + 1 for paragraph in whole)
    whole += [Paragraph([f"\x02{note}"]) for note in notes] + ([Paragraph([""])] if notes else [])
    whole += [Paragraph([text]) for _, text in boxes] + ([Paragraph([""])] if boxes else [])
    stream, pieces, characters, formats, calls = bytearray(), [], [], [], []
    place = 0
    for number, paragraph in enumerate(whole):
        width = 1 if number in compressed else 2
        begun = _TEXT + len(stream)
        for run in (*paragraph.runs, Run(paragraph.mark, paragraph.mark_modified)):
            words, modified = (run, b"") if isinstance(run, str) else run
            calls += [place + at for at, sign in enumerate(words) if sign == "\x02" and place < main_text]
            stream += words.encode("cp1252" if width == 1 else "utf-16-le")
            place += len(words.encode("utf-16-le")) // 2
            characters.append((_TEXT + len(stream), modified))
        formats.append((_TEXT + len(stream), pack("<H", paragraph.style) + paragraph.modified))
        pieces.append((place, begun * 2 | 0x4000_0000 if width == 1 else begun))
    table = bytearray(b"\0" * 4)
    parts: dict[int, tuple[int, int]] = {}

    def put(index: int, data: bytes) -> None:
        parts[index] = (len(table), len(data))
        table.extend(data)

    if styles:
        put(
            1,
            pack("<H", 18)
            + pack("<HH", len(styles), 10)
            + bytes(14)
            + b"".join(pack("<H", len(style)) + style + bytes(len(style) % 2) for style in styles),
        )
    lengths = [len(note) + 2 for note in notes]
    if notes:
        starts = [sum(lengths[:count]) for count in range(len(notes) + 1)]
        put(2, pack(f"<{len(calls) + 1}I", *calls, main_text) + bytes(2 * len(calls)))
        put(3, pack(f"<{len(starts) + 1}I", *starts, starts[-1] + 1))
    noted = sum(lengths) + (1 if notes else 0)
    if boxes:
        sizes = [len(text) + 1 for _, text in boxes]
        starts = [sum(sizes[:count]) for count in range(len(boxes) + 1)]
        put(
            40,
            pack(f"<{len(boxes) + 1}I", *(at for at, _ in boxes), main_text)
            + b"".join(pack("<i", 100 + rank) + bytes(22) for rank in range(len(boxes))),
        )
        told = [*(pack("<iiHii", 1, 0, 0, 100 + rank, 0) + bytes(4) for rank in range(len(boxes))), bytes(22)]
        put(56, pack(f"<{len(starts) + 1}I", *starts, starts[-1] + 1) + b"".join(told))
    boxed = sum(len(text) + 1 for _, text in boxes) + (1 if boxes else 0)
    end = -(-(_TEXT + len(stream)) // 512) * 512
    main = bytearray(end)
    main[_TEXT : _TEXT + len(stream)] = stream
    for index, runs, paragraphs_too in ((12, characters, False), (13, formats, True)):
        chunks = [runs[first : first + 8] for first in range(0, len(runs), 8)]
        bounds, numbers, begun = [_TEXT], [], _TEXT
        for chunk in chunks:
            numbers.append(len(main) // 512)
            main += _pages(chunk, begun, paragraphs_too)
            begun = chunk[-1][0]
            bounds.append(begun)
        put(index, pack(f"<{len(bounds)}I", *bounds) + pack(f"<{len(numbers)}I", *numbers))
    if lists:
        put(
            73,
            pack("<H", len(lists))
            + b"".join(pack("<ii", lsid, 0) + bytes(18) + bytes((len(levels) == 1, 0)) for lsid, levels in lists.items()),
        )
        for levels in lists.values():
            table.extend(b"".join(map(_level, [*levels, *([levels[-1]] * (9 - len(levels) if len(levels) > 1 else 0))])))
        put(74, pack("<I", len(lists)) + b"".join(pack("<iIIBBBB", lsid, 0, 0, 0, 0, 0, 0) for lsid in lists) + b"\xff" * 4 * len(lists))
    bounds = [0, *(end for end, _ in pieces)]
    put(33, pack("<BI", 2, 4 + 12 * len(pieces)) + pack(f"<{len(bounds)}I", *bounds) + b"".join(pack("<HIH", 0, at, 0) for _, at in pieces))
    head = pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x804, 0, 0x0200 | flags) + bytes(20) + pack("<H", 14) + bytes(28) + pack("<H", 22)
    head += pack("<11i", 0, 0, 0, main_text, noted, 0, 0, 0, 0, boxed, 0) + bytes(44) + pack("<H", 93)
    for index in range(93):
        head += pack("<II", *parts.get(index, (0, 0)))
    main[: len(head)] = head
    return {"WordDocument": bytes(main), "1Table": bytes(table)}


def style(base: int, modified: bytes) -> bytes:
    """A paragraph style."""
    body = pack("<HHHHH", 0, 1 | base << 4, 1, 0, 0) + pack("<H", 1) + "a".encode("utf-16-le") + b"\0\0"
    return body + pack("<H", 2 + len(modified)) + pack("<H", 0) + modified


def doc(*paragraphs: Paragraph | str, **more: object) -> bytes:
    """The file of some paragraphs."""
    return compound(streams(paragraphs, **more))  # type: ignore[arg-type]
