"""版心宽度: the width at which a text was wrapped, told by its lines.

Widths are display columns of the line as it was set, blanks included: a Chinese character is two, a digit or letter one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from policydoc.layout.marks import LABELLED, MARKER, TERMINAL

FEWEST = 5
"""Fewer lines show no margin."""
_SPREAD = 6
"""Columns by which lines of one margin differ: a mark of punctuation that would not fit, a number that was not parted."""
_NARROWEST, _WIDEST = 30, 150


def columns(text: str) -> int:
    """The display columns of a line as it was set.

    >>> columns("新建5处"), columns("ab ")
    (7, 3)
    """
    return len(text.encode("gb18030", "replace"))


def margin(texts: Sequence[str], widths: Sequence[int]) -> int:
    """The width in columns at which the text was wrapped; 0 where lines are whole paragraphs.

    A wrapped text has many lines of nearly one width, most of them end inside a sentence, and few are longer.
    """
    wide = sorted(width for width in widths if width >= 20)
    if len(wide) < FEWEST:
        return 0
    width, most = _cluster(wide)
    longer = len(wide) - bisect_right(wide, 1.3 * width)
    if not _NARROWEST <= width <= _WIDEST or longer > 0.2 * len(wide) or most < (0.3 if len(wide) >= 3 * FEWEST else 0.5) * len(wide):
        return _of_breaks(texts, widths)
    unended = [own for text, own in zip(texts, widths, strict=True) if own >= 20 and text[-1] not in TERMINAL]
    near = sum(0.85 * width <= own <= 1.1 * width for own in unended)
    broken = sum(width - _SPREAD <= own <= width for own in unended)
    return width if broken >= 0.6 * most and near >= 0.6 * len(unended) else _of_breaks(texts, widths)


def _cluster(wide: Sequence[int]) -> tuple[int, int]:
    """The width near which most of the ascending widths lie, and how many do."""
    most, width, low = 0, 0, 0
    for high, own in enumerate(wide):
        while wide[low] < own - _SPREAD:
            low += 1
        if high - low + 1 >= most:
            most, width = high - low + 1, own
    return width, most


def _of_breaks(texts: Sequence[str], widths: Sequence[int]) -> int:
    """The width of a short text with many titles: that of the lines that break off before a line which begins nothing.

    >>> _of_breaks(["为改善城乡人居环境,制", "定本方案。"] * 4, [44, 10] * 4), _of_breaks(["一、公厕", "新建公厕,改造公厕。"] * 4, [8, 60] * 4)
    (44, 0)
    """
    breaks = sorted(
        own
        for text, own, after in zip(texts, widths, texts[1:], strict=False)
        if own >= _NARROWEST
        and any(mark in text for mark in ",。;、")
        and text[-1] not in TERMINAL
        and not MARKER.match(after)
        and not LABELLED.match(after)
    )
    if len(breaks) < 3:
        return 0
    width, most = _cluster(breaks)
    longer = sum(own > width + _SPREAD for own in widths)
    full = sum(own >= 0.8 * width for own in widths)
    told = most >= 3 and most >= 0.6 * sum(own >= 0.6 * width for own in breaks) and longer <= 0.1 * full
    return width if told and _NARROWEST <= width <= _WIDEST else 0
