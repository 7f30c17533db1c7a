"""字形: the characters of a page with their places → strokes and lines of text.

Coordinates run from the left and from the top of the page as it is read, in any one unit. A stroke is what was written in one
go on one baseline; a line is all that stands on one, whoever wrote it in which order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from policydoc.rules.patterns import pattern

GAP = 0.8
"""Of the height of the characters, from which on white space between two of them is a blank; less is the setting of the line."""
WORD_GAP = 0.12
"""The same between letters of a word."""
HAN_GAP = 0.2
"""The same between Chinese characters, where most of a stroke are set closer."""
_BACK = 0.6
"""Of the height, by which a character may stand before the end of the one before it."""
_NEXT = 2.5
"""Of the height, how far from each other characters stand that were written askew in one go."""
_SMALL, _RAISED = 0.75, 0.2
"""Of the height of a line: how large the marks of notes are at most, and how far they are raised."""
_NOTE = pattern(r"[0-9]{1,2}")
_MOST_BLANKS = 40
_LATIN = pattern(r"[A-Za-z0-9%,.;:)]")
_TOKEN = pattern(r"[0-9A-Za-z][0-9A-Za-z.,%/-]{0,20}")
_ENDS_WORD = pattern(r"[A-Za-z]{2,30}\Z")
_WORD = pattern(r"[A-Za-z]{2}")
_NEVER_FIRST = "，。、；：）》”’？！,;:)〕】%％"
_NEVER_LAST = "（《“‘〔【([「『"
_LATIN_START = pattern(r"[A-Za-z0-9(]")


class Glyph(NamedTuple):
    """A character, its left and right edge, its baseline and its height."""

    sign: str
    left: float
    right: float
    base: float
    size: float


class Stroke(NamedTuple):
    """Characters of one baseline, from left to right, not far from each other."""

    text: str
    left: float
    right: float
    base: float
    size: float


class Line(NamedTuple):
    """The strokes that stand on one line, from left to right."""

    strokes: tuple[Stroke, ...]

    @property
    def left(self) -> float:
        """The left edge."""
        return self.strokes[0].left

    @property
    def right(self) -> float:
        """The right edge."""
        return max(stroke.right for stroke in self.strokes)

    @property
    def base(self) -> float:
        """The baseline of its largest characters."""
        return max(self.strokes, key=lambda stroke: stroke.size).base

    @property
    def size(self) -> float:
        """The height of its largest characters."""
        return max(stroke.size for stroke in self.strokes)

    @property
    def is_parted(self) -> bool:
        """Whether a clear gap stands in it."""
        return any(after.left - before.right >= GAP * self.size for before, after in pairwise(self.strokes))

    @property
    def text(self) -> str:
        """Its characters, with blanks for clear gaps."""
        return "".join(_written(self.strokes))


def _written(strokes: Sequence[Stroke]) -> Iterator[str]:
    """The texts of strokes and the blanks between them; a small raised number is the mark of a note, and stands in brackets."""
    largest = max(strokes, key=lambda stroke: stroke.size)
    before = None
    for stroke in strokes:
        raised = stroke.size <= _SMALL * largest.size and largest.base - stroke.base >= _RAISED * largest.size
        if before is not None:
            size = max(before.size, stroke.size)
            gap = (stroke.left - before.right) / size
            if gap >= GAP:
                yield " " * min(_MOST_BLANKS, max(1, round(2 * gap)))
            elif gap >= WORD_GAP and _LATIN.fullmatch(before.text[-1]) and _LATIN_START.fullmatch(stroke.text[0]):
                yield " "
            raised = raised and not ("A" <= before.text[-1] <= "z")
        yield f"[{stroke.text}]" if raised and before is not None and _NOTE.fullmatch(stroke.text) else stroke.text
        before = stroke


def strokes(glyphs: Iterable[Glyph]) -> list[Stroke]:
    """The strokes of some characters in the order in which they were written, without blanks at their ends.

    >>> [stroke.text for stroke in strokes([Glyph("公", 0, 10, 50, 10), Glyph("厕", 10, 20, 50, 10), Glyph("8", 60, 65, 50, 10)])]
    ['公厕', '8']
    """
    found: list[Stroke] = []
    signs: list[str] = []
    steps: list[float] = []
    left = base = size = right = ink = 0.0
    latin = False
    for sign, start, end, at, height in glyphs:
        step = start - right
        if signs:
            near = abs(at - base) < 0.25 * size and -_BACK * size < step < GAP * size and 0.6 * size < height < 1.6 * size
            if not near or (step >= WORD_GAP * size and latin and _LATIN_START.fullmatch(sign)):
                found.append(Stroke(_set(signs, steps, size), left, ink, base, size))
                signs, steps = [], []
        if sign.isspace():
            if signs:
                signs.append(sign)
                steps.append(0.0)
                right = max(right, end)
                latin = False
            continue
        steps.append(step if signs else 0.0)
        if not signs:
            left, base, size, right = start, at, height, end
        signs.append(sign)
        size, right = max(size, height), max(right, end)
        ink = right
        latin = sign.isascii() and _LATIN.fullmatch(sign) is not None
    if signs:
        found.append(Stroke(_set(signs, steps, size), left, ink, base, size))
    return found


def _set(signs: Sequence[str], steps: Sequence[float], size: float) -> str:
    """The characters of a stroke, with a blank where white space between two Chinese ones is wider than elsewhere in it."""
    wide = [
        place
        for place, step in enumerate(steps)
        if step >= HAN_GAP * size and place and "一" <= signs[place - 1] <= "鿿" and "一" <= signs[place] <= "鿿"
    ]
    if not wide or 3 * len(wide) > len(signs):
        return "".join(signs).rstrip()
    spaced = list(signs)
    for place in wide:
        spaced[place] = " " + spaced[place]
    return "".join(spaced).rstrip()


def lines(strokes: Iterable[Stroke]) -> list[Line]:
    """The lines that strokes make, from top to bottom: strokes share a line where their heights overlap by half of the smaller.

    >>> [line.text for line in lines([Stroke("8座", 40, 60, 51, 10), Stroke("公厕", 0, 20, 50, 10), Stroke("驿站", 0, 20, 70, 10)])]
    ['公厕    8座', '驿站']
    """
    found: list[list[Stroke]] = []
    top = bottom = 0.0
    for stroke in sorted(strokes, key=lambda stroke: stroke.base):
        high, low = stroke.base - stroke.size, stroke.base
        if found and min(bottom, low) - max(top, high) >= 0.5 * min(bottom - top, low - high):
            found[-1].append(stroke)
            if stroke.size > bottom - top:
                top, bottom = high, low
        else:
            found.append([stroke])
            top, bottom = high, low
    return [Line(tuple(sorted(line, key=lambda stroke: stroke.left))) for line in found]


def joined(text: str, after: str) -> str:
    """A text and its next line in one, with a blank between words of letters.

    >>> joined("改造5", "G基站"), joined("the city", "of Yunze"), joined("建设", "公厕")
    ('改造5G基站', 'the city of Yunze', '建设公厕')
    """
    return text + (" " if _ENDS_WORD.search(text, max(0, len(text) - 30)) and _WORD.match(after) else "") + after


def needed(text: str) -> float:
    """The room that the first word of a line takes, in heights of a character: marks that never begin or end a line stay with it.

    >>> needed("建设"), needed("2024年"), needed("座。")
    (1.0, 2.4, 2.0)
    """
    word = _TOKEN.match(text)
    end = len(word[0]) if word else 2 if text[0] in _NEVER_LAST else 1
    return (0.6 * end if word else end) + (1.0 if text[end : end + 1] and text[end] in _NEVER_FIRST else 0.0)


def askew_lines(glyphs: Iterable[Glyph]) -> list[str]:
    """The texts of characters that do not stand upright, in the order in which they were written.

    >>> askew_lines([Glyph("公", 0, 10, 50, 10), Glyph("章", 0, 10, 62, 10), Glyph("密", 90, 100, 50, 10)])
    ['公章', '密']
    """
    found: list[str] = []
    last: Glyph | None = None
    for glyph in glyphs:
        near = last is not None and max(abs(glyph.left - last.left), abs(glyph.base - last.base)) < _NEXT * max(glyph.size, last.size)
        if near:
            found[-1] += glyph.sign
        else:
            found.append(glyph.sign)
        last = glyph
    return [text.strip() for text in found if text.strip()]
