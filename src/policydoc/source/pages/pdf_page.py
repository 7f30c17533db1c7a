"""PDF 页: one page of a PDF → its characters and ruled lines, by the calls of pdfium."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any, TypeAlias

from pypdfium2 import raw

from policydoc.source.limits import ON_PAGE
from policydoc.source.pages.glyphs import Glyph
from policydoc.source.pages.matrix import IDENTITY, Matrix, times
from policydoc.source.pages.page import Content
from policydoc.source.pages.ruling import Rule, rule

Point: TypeAlias = "tuple[float, float]"

UNKNOWN = "\ufffd"
"""A glyph of which the file does not tell the character."""
_ASKEW = 0.1
"""Radians from the upright, beyond which a character stands askew."""
_DEEPEST = 5
"""Forms within forms."""
_MOST_OBJECTS = 100_000
_MOST_SEGMENTS = 2_000
_MOST_ATTACHMENTS = 100
_FULL = 0.95
"""Of its height, the width of a Chinese character, whatever of it is drawn."""
_TURN = 2 * math.pi


def read_page(document: Any, number: int) -> Content:
    """What a page of a PDF shows; one that is damaged is empty."""
    content = Content()
    page = raw.FPDF_LoadPage(document.raw, number)
    if not page:
        return content
    try:
        view = _View(page)
        text = raw.FPDFText_LoadPage(page)
        if text:
            try:
                content.glyphs, content.turned = _glyphs(text, view)
            finally:
                raw.FPDFText_ClosePage(text)
        _Objects(content, view).read(page)
        return content
    finally:
        raw.FPDF_ClosePage(page)


def attachments(document: Any) -> list[str]:
    """The names of the files that are attached to a PDF."""
    found: list[str] = []
    for index in range(min(raw.FPDFDoc_GetAttachmentCount(document.raw), _MOST_ATTACHMENTS)):
        attachment = raw.FPDFDoc_GetAttachment(document.raw, index)
        size = raw.FPDFAttachment_GetName(attachment, None, 0)
        if size > 2:
            name = (ctypes.c_ushort * (size // 2))()
            raw.FPDFAttachment_GetName(attachment, name, size)
            found.append(bytes(name).decode("utf-16-le", "replace").rstrip("\0"))
    return found


class _View:
    """How a page is turned: from the space of its content to places from the top left as it is read."""

    def __init__(self, page: Any) -> None:
        self.turns = raw.FPDFPage_GetRotation(page) % 4
        self.angle = self.turns * _TURN / 4

    def place(self, x: float, y: float) -> Point:
        """The place of a point, counted downwards."""
        if self.turns == 1:
            return y, x
        if self.turns == 2:
            return -x, y
        if self.turns == 3:
            return -y, -x
        return x, -y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a box."""
        one, two = self.place(left, bottom), self.place(right, top)
        return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])


def _glyphs(text: Any, view: _View) -> tuple[list[Glyph], list[Glyph]]:
    """The characters that stand upright as the page is read, and the others."""
    upright: list[Glyph] = []
    askew: list[Glyph] = []
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    high, line, written = 0, math.nan, 0.0
    stands, scale = True, 1.0
    for index in range(min(raw.FPDFText_CountChars(text), ON_PAGE + 1)):
        code = raw.FPDFText_GetUnicode(text, index)
        if (code <= 0x20 or code == 0xA0) and raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        if 0xD800 <= code < 0xE000:
            if code < 0xDC00:
                high = code
                continue
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        high = 0
        if not raw.FPDFText_GetLooseCharBox(text, index, box) or not raw.FPDFText_GetCharOrigin(text, index, x, y):
            continue
        left, top, right, bottom = view.box(box.left, box.bottom, box.right, box.top)
        start, base = view.place(x.value, y.value)
        told = raw.FPDFText_GetFontSize(text, index)
        if base != line or told != written:
            line, written = base, told
            turn = (raw.FPDFText_GetCharAngle(text, index) + view.angle) % _TURN
            stands = min(turn, _TURN - turn) < _ASKEW
            raw.FPDFText_GetMatrix(text, index, matrix)
            scale = math.hypot(matrix.c, matrix.d)
        sign = _sign(code, text, index)
        high_as = bottom - top
        size = told * scale
        if not 0.5 * high_as < size < 2 * high_as:
            size = high_as
        if sign and size > 0:
            if stands:
                left = min(left, start) if start > left - size else left
                right = max(right, start + _FULL * size) if "一" <= sign <= "鿿" else right
            (upright if stands else askew).append(Glyph(sign, left, max(left, right), base if stands else bottom, size))
    return upright, askew


def _sign(code: int, text: Any, index: int) -> str:
    """The character of a code; a hyphen at the end of a line is told as U+FFFE or U+0002, and one for private use tells nothing."""
    if code in (0x02, 0xFFFE):
        return "-"
    if code < 0x20 or code == 0x7F:
        return ""
    if raw.FPDFText_HasUnicodeMapError(text, index) == 1 or code > 0x10FFFF or 0xE000 <= code <= 0xF8FF:
        return UNKNOWN
    return chr(code)


def _matrix(thing: Any) -> Matrix:
    made = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(thing, made):
        return IDENTITY
    return made.a, made.b, made.c, made.d, made.e, made.f


class _Objects:
    """The objects of a page, those of forms in it included: ruled lines, pictures, and whether text is seen."""

    def __init__(self, content: Content, view: _View) -> None:
        self.content = content
        self.view = view
        self.left = _MOST_OBJECTS
        self.seen = self.unseen = False

    def read(self, page: Any) -> None:
        """All objects of a page."""
        count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
        self._read((raw.FPDFPage_GetObject(page, index) for index in range(count)), IDENTITY, 0)
        self.content.unseen = self.unseen and not self.seen

    def _read(self, things: Iterator[Any], outer: Matrix, depth: int) -> None:
        for thing in things:
            self.left -= 1
            if self.left < 0:
                return
            kind = raw.FPDFPageObj_GetType(thing)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                unseen = raw.FPDFTextObj_GetTextRenderMode(thing) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
                self.seen |= not unseen
                self.unseen |= unseen
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self.content.rules.extend(_of_path(thing, self.view, times(_matrix(thing), outer)))
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.content.pictured = True
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                count = min(raw.FPDFFormObj_CountObjects(thing), _MOST_OBJECTS)
                inner = (raw.FPDFFormObj_GetObject(thing, index) for index in range(count))
                self._read(inner, times(_matrix(thing), outer), depth + 1)


def _of_path(path: Any, view: _View, matrix: Matrix) -> Iterator[Rule]:
    """The lines of a path: the whole of a thin one, the segments of one that is stroked."""
    points = list(_points(path, view, matrix))
    if not points:
        return
    across, down = [x for _, (x, _) in points], [y for _, (_, y) in points]
    whole = rule(min(across), min(down), max(across), max(down))
    if whole is not None:
        yield whole
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, fill, stroke) or not stroke.value:
        return
    start = points[0][1]
    for number, (drawn, point) in enumerate(points):
        if not drawn:
            start = point
        else:
            before = points[number - 1][1]
            found = rule(min(before[0], point[0]), min(before[1], point[1]), max(before[0], point[0]), max(before[1], point[1]))
            if found is not None:
                yield found
        if number + 1 == len(points) or not points[number + 1][0]:
            found = rule(min(start[0], point[0]), min(start[1], point[1]), max(start[0], point[0]), max(start[1], point[1]))
            if found is not None:
                yield found


def _points(path: Any, view: _View, matrix: Matrix) -> Iterator[tuple[bool, Point]]:
    """The points of a path, and whether a line leads to each."""
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    for index in range(min(raw.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        if raw.FPDFPathSegment_GetPoint(segment, x, y):
            drawn = raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO
            yield drawn, view.place(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
