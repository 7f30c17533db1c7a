"""段内序数: items inside one paragraph, （1）… （2）…, 一是…；二是….

They count only as runs that start at 1 and go up, each behind a punctuation mark.
"""

from __future__ import annotations

from policydoc.outline.amounts import is_amount
from policydoc.outline.markers import LAST, Marker, marker_at
from policydoc.rules.patterns import pattern

_PLACE = pattern(
    r"(?:(?<=[。;:.!?,、)\]”])|(?<=--))(?=[一二三四五六七八九十(\[0-9①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿首其再最第])"
    r"|(?=[①-⑳⑴-⒇❶-❿])|(?<=[一-龥])(?<![一二三四五六七八九十第条款项和及与至到按据照合式图表件注见])(?=\([一二三四五六七八九十0-9]{1,2}\)[^)项款条、,])"
)
_AFTER_SENTENCE = "。;:.!?)”]-"
_AFTER_CLAUSE = _AFTER_SENTENCE + ","
_SPOKEN = frozenset({"point", "need", "said", "spoken"})
_RUNS = frozenset({"paren", "paren_han", "half", "digit", "circled", "point", "need", "said", "spoken", "han"})
_CHAPTERS = frozenset({"named_编", "named_篇", "named_部分", "named_章", "named_节"})
_ARTICLE = pattern(r"第[一二三四五六七八九十百零0-9]{1,5}[章节条](?!的|款|项|规定|例|件)")
LONGEST_CHAPTER = 40
LONGEST_RUN = 40
_ANYWHERE = frozenset({"paren", "paren_han", "circled", "half"})


def inner_markers(text: str) -> list[Marker]:
    """The markers inside a folded line, behind punctuation.

    >>> [marker.ordinal for marker in inner_markers("办好三件实事:(1)新建公厕;(2)改造公园。")]
    [1, 2]
    """
    found: list[Marker] = []
    here = 1
    for place in _PLACE.finditer(text):
        start = place.start()
        if start < here:
            continue
        marker = marker_at(text, start)
        if (
            marker is None
            or (marker.doubtful and is_amount(text, start))
            or (marker.family not in _RUNS and not marker.family.startswith("named_"))
        ):
            continue
        if marker.family not in _ANYWHERE and text[start - 1] not in (_AFTER_CLAUSE if marker.family in _SPOKEN else _AFTER_SENTENCE):
            continue
        found.append(marker)
        here = marker.end
    return found


def article_at(text: str, chapter: Marker) -> Marker | None:
    """The article or section that stands on the line of its chapter: 第一章 总则 第一条 为规范….

    >>> article_at("第一章总则第一条为规范补贴", marker_at("第一章总则第一条为规范补贴")).start
    5
    """
    if chapter.family not in _CHAPTERS:
        return None
    match = _ARTICLE.search(text, chapter.end + 1, chapter.end + LONGEST_CHAPTER)
    return marker_at(text, match.start()) if match else None


class Run:
    """The runs that are open inside a paragraph."""

    def __init__(self, markers: list[Marker]) -> None:
        self._markers = markers
        self._following: list[int | None] = [None] * len(markers)
        latest: dict[str, int] = {}
        for rank in range(len(markers) - 1, -1, -1):
            self._following[rank] = latest.get(markers[rank].family)
            latest[markers[rank].family] = markers[rank].ordinal
        self._open: list[tuple[str, int]] = []
        self.ordinal = 0
        """That of the item found last: 最后 is one more than the item before it."""

    def clear(self) -> None:
        """Closes all runs."""
        self._open.clear()

    def reach(self, rank: int) -> int:
        """The last ordinal of the items that go on from the marker of a rank one by one."""
        family, last = self._markers[rank].family, self._markers[rank].ordinal
        for marker in self._markers[rank + 1 : rank + LONGEST_RUN]:
            if marker.family == family and marker.ordinal == last + 1:
                last += 1
        return last

    def continues(self, marker: Marker) -> int | None:
        """The depth of the run whose next item a marker is, or None."""
        for depth, (family, last) in enumerate(self._open):
            if family == marker.family and (marker.ordinal == last + 1 or marker.ordinal == LAST):
                del self._open[depth:]
                self.ordinal = last + 1
                self._open.append((family, self.ordinal))
                return depth
        return None

    def starts(self, rank: int) -> int | None:
        """The depth of the run that the marker of a rank starts, or None."""
        marker = self._markers[rank]
        if marker.ordinal != 1 or marker.doubtful or self._following[rank] not in (2, LAST) or marker.family.startswith("named_"):
            return None
        for depth, (family, _) in enumerate(self._open):
            if family == marker.family:
                del self._open[depth:]
                break
        self.ordinal = 1
        self._open.append((marker.family, 1))
        return len(self._open) - 1
