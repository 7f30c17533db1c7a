"""折行: whether a line of a page goes on with the next one, told by where both stand.

A line goes on where the next word had no room on it and the next line is set in no further, no farther below and no larger.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from policydoc.rules.patterns import pattern
from policydoc.source.pages.glyphs import Line, needed

_HEADING = pattern(
    r"[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十百]{1,5}[章节条编]|附件"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[ 　]?[一-龥Ⅰ-Ⅻ][^，。；]{1,20}\Z|[0-9]{1,2}[ 　]?[一-龥]{2,6}\Z"
)
"""How a heading begins, or reads as a whole: 三、…, 4.3 预警响应, 6 附则."""
_MARKER = pattern(
    r"[（(〔][一二三四五六七八九十0-9０-９]{1,3}[）)〕]|[0-9０-９]{1,3}[．.、][^0-9０-９]|[①-⑳]|[一二三四五六七八九十]{1,3}[、．.]"
)
"""How an item begins."""
PAGE = pattern(r"[-—–―－·•~～ 　]{0,6}第? ?[0-9０-９]{1,4} ?页?[-—–―－·•~～ 　]{0,6}(?:[/／共，, ]{1,4}[0-9]{1,4} ?页?)?")
"""The number of a page."""
_BRACKETED = pattern(r"[（(].{6,}[）)]")
_ASIDE = pattern(r"[（(][^（）()]{6,}(?:[）)]|\Z)")
"""A line in brackets, below a title."""
_LABEL = pattern(r"附件|附[:：]|[0-9０-９]{1,2}[.．、]|[^，。；]{2,10}[：:]")
_LABELLED = pattern(r"[（(]?(?:责任|牵头|配合|协办|主办|承办|完成|建设|实施|抄送|联系)[一-龥]{0,6}[：:]|[（(](?:此件|联系人)")
_NUMBER = pattern(r"[一-龥]{1,20}[〔\[（(【](?:19|20)[0-9]{2}[〕\]）)】]第?[0-9]{1,4}号")
_ENDED = "。；：！？;:"
_HANGING = "，。、；：,.;:"
"""Marks that may stand beyond the edge."""
_HANGING_BY = 8
"""Heights by which the lines below a label are set in further than it, at most."""
_NARROWEST = 12
"""Heights that a column of text is wide, at least."""
_FEWEST = 6
"""Lines of a page whose edges are those of its text."""
_SAME = 3.0
"""Heights by which the edges of two pages of one setting differ at most."""
_INDENTED = 0.5
"""Of the lines behind short ones, in a text whose paragraphs are set in."""
_EXACT = 0.35
"""Heights by which a line that is set to the full width may miss the edge."""
_JUSTIFIED = 0.6
"""Of the lines that are nearly full, in a text that is set to the full width."""
_FARTHEST = 4
"""Heights by which the first line of a paragraph may be set in."""
_LARGER = 1.15
"""Of the height of the text, that of titles at least."""


class Edges(NamedTuple):
    """Where the lines of a column of text begin and end, and how they are set; the right edge is infinite where no two lines reach it."""

    left: float
    right: float
    size: float
    leading: float
    """How far one line is below another."""
    indented: bool
    """Whether paragraphs are set in."""
    justified: bool
    """Whether full lines reach the right edge exactly."""


def edges(lines: Sequence[Line], whole: Edges | None = None) -> Edges:
    """The edges of lines; those of a page with few lines are taken from `whole`, all pages, unless they differ much."""
    if not lines:
        return whole or Edges(0.0, 0.0, 1.0, 1.0, False, False)
    size = median(line.size for line in lines)
    rights = sorted((line.right - (line.size if line.text[-1] in _HANGING else 0) for line in lines), reverse=True)
    lefts = sorted(line.left for line in lines)
    right = next((one for one, other in pairwise(rights) if one - other < 0.5 * size), math.inf)
    left = next((one for one, other in pairwise(lefts) if other - one < 0.5 * size), lefts[0])
    steps = [after.base - line.base for line, after in pairwise(lines) if 0 < after.base - line.base < 4 * size]
    leading = median(steps) if steps else 1.5 * size
    if whole is None:
        starts = [after.left - left > size for line, after in pairwise(lines) if right - line.right > 2 * size]
        long = [abs(right - line.right) < _EXACT * size for line in lines if right - line.right < 1.5 * size]
        right = right if right - left >= _NARROWEST * size else math.inf
        return Edges(left, right, size, leading, sum(starts) >= _INDENTED * len(starts), sum(long) >= _JUSTIFIED * len(long))
    few = len(lines) < _FEWEST
    near_left, near_right = abs(left - whole.left) < _SAME * size, math.isinf(right) or whole.right - right > -_SAME * size
    return Edges(
        whole.left if near_left and (few or left > whole.left) else left,
        whole.right if near_right and (few or not right >= whole.right or math.isinf(right)) else right,
        size,
        whole.leading if few else leading,
        whole.indented,
        whole.justified,
    )


def goes_on(line: Line, after: Line, edges: Edges) -> bool:
    """Whether a line is the continuation of another, below it on the same page."""
    if not 0 < after.base - line.base < max(1.35 * edges.leading, 1.2 * line.size) or PAGE.fullmatch(after.text):
        return False
    return _is_broken(line, after, edges, edges)


def goes_on_page(line: Line, after: Line, edges: Edges, following: Edges) -> bool:
    """Whether the first line of a page is the continuation of the last line of the page before."""
    return (edges.indented or line.text[-1] not in _ENDED) and _is_broken(line, after, edges, following)


def _is_broken(line: Line, after: Line, edges: Edges, following: Edges) -> bool:
    size, words = line.size, after.text
    if not 0.87 < after.size / size < 1.15 or _BRACKETED.fullmatch(line.text) or _NUMBER.fullmatch(words):
        return False
    ended = line.text[-1] in _ENDED and line.text.rfind("（") <= line.text.rfind("）")
    left, set_in = line.left - edges.left, after.left - following.left
    is_title = size > _LARGER * edges.size or set_in > size
    if is_title and _is_middle(line, edges) and _is_middle(after, following):
        room = edges.right - edges.left - (line.right - line.left)
        return not ended and room < (needed(words) + 0.5) * size and not _ASIDE.match(words)
    if _begins(line, words, edges, ended=ended) or edges.right - line.right >= (needed(words) + 0.3) * size:
        return False
    if set_in <= min(left, size) + 0.5 * size:
        return left < _FARTHEST * size or abs(left - set_in) < size
    return size < left < set_in - size and set_in - left < _HANGING_BY * size and _LABEL.match(line.text) is not None


def _begins(line: Line, words: str, edges: Edges, *, ended: bool) -> bool:
    """Whether words below a full line look like the beginning of a paragraph rather than the rest of one."""
    if (ended and _HEADING.match(words)) or (line.is_parted and words.startswith("关于")):
        return True
    exact = edges.justified and edges.right - line.right < _EXACT * line.size
    if _MARKER.match(words):
        return not edges.indented or not (ended or exact)
    return not exact and not edges.indented and (ended or _LABELLED.match(words) is not None)


def _is_middle(line: Line, edges: Edges) -> bool:
    """Whether a line stands in the middle, as far from the one edge as from the other."""
    return abs((line.left - edges.left) - (edges.right - line.right)) < line.size
