"""OFD 文件: tiny files of fixed pages, written from GB/T 33190-2016."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
EM = 5.6
"""Millimetres: 三号."""
LEFT, TOP, STEP, WIDTH = 28.0, 45.0, 10.0, 28
"""Where lines begin, how far they are apart, and how many characters they hold."""


def text(words: str, x: float, y: float, size: float = EM, more: str = "") -> str:
    """A text object whose first character stands at a place, with a step for each character."""
    steps = " ".join(str(size if sign >= "ᄀ" else size / 2) for sign in words[:-1])
    return (
        f'<ofd:TextObject ID="{abs(hash((words, x, y))) % 10**6}" Boundary="{x} {y - size} {len(words) * size} {size}" Font="1" Size="{size}"{more}>'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def line(x: float, y: float, u: float, v: float) -> str:
    """A ruled line between two places."""
    return (
        f'<ofd:PathObject ID="9" Boundary="{x} {y} {u - x} {v - y}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>M 0 0 L {u - x} {v - y}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def wrapped(notice: str) -> list[list[tuple[str, float]]]:
    """The lines of a notice as a clerk sets them: 28 characters a line, paragraphs set in by two; with where each begins."""
    found: list[tuple[str, float]] = []
    for paragraph in notice.splitlines():
        words, start = paragraph.strip(" 　"), 2
        while words:
            room, end = 2 * (WIDTH - start), 0
            while end < len(words) and room >= (2 if words[end] >= "ᄀ" else 1):
                room -= 2 if words[end] >= "ᄀ" else 1
                end += 1
            found.append((words[:end], LEFT + start * EM))
            words, start = words[end:], 0
    return [found[first : first + 22] for first in range(0, len(found), 22)]


def page(objects: str, template: str = "") -> str:
    """The content of a page."""
    return f'<ofd:Page {SPACE}>{template}<ofd:Content><ofd:Layer ID="2">{objects}</ofd:Layer></ofd:Content></ofd:Page>'


def ofd(pages: Sequence[str], more: Mapping[str, str] | None = None, common: str = "", tail: str = "", root: str = "") -> bytes:
    """A file of these pages; `more` are further parts, `common` and `tail` stand in Document.xml, `root` in OFD.xml."""
    listed = "".join(f'<ofd:Page ID="{number}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number in range(len(pages)))
    parts = {
        "OFD.xml": f'<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody>{root}<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>{tail}</ofd:Document>",
        **{f"Doc_0/Pages/Page_{number}/Content.xml": content for number, content in enumerate(pages)},
        **(more or {}),
    }
    with zipfile.ZipFile(packed := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + content)
    return packed.getvalue()


def notice_as_ofd(notice: str) -> bytes:
    """A notice on pages with numbers at their feet."""
    pages = []
    for number, lines in enumerate(wrapped(notice), 1):
        objects = "".join(text(words, x, TOP + STEP * rank) for rank, (words, x) in enumerate(lines))
        pages.append(page(objects + text(f"— {number} —", 95, 280, 4.9)))
    return ofd(pages)
