"""双字节乱码: text of one encoding of two bytes (GBK, Big5, UTF-16) that was read as another, or as Latin-1.

Nothing in the bytes proves it, so the outcome must be Chinese where what is shown is not, over a whole line. What the wrong
decoder could not show must have left a mark: where it vanished without a trace, the line stays and is reported.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.changes import Change, changed, moved
from policydoc.text.edits import Repaired
from policydoc.text.mojibake import LINE, reported
from policydoc.text.plausible import plausibility
from policydoc.text.transcoding import GAP, WALL, Bytes, double_bytes, latin_bytes

LOST = "\ufffd"
PLAUSIBLE = 0.75
BETTER = 0.3
_FEWEST = 5
"""Chinese characters of a line that speaks for itself."""
_HAN = pattern(r"[\u3400-\u9fff]")
_SEEN = pattern(r"[\ue000-\uf8ff\ufffd]|[^\x00-\x7f]\?|\?[^\x00-\x7f]")
"""A mark of what could not be shown, or a character of private use that shows it."""


class Kind(NamedTuple):
    """One pair of encodings: its name, how shown characters become bytes, and how bytes are read."""

    step: str
    about: str
    bytes: Callable[[str], Bytes]
    encoding: str
    lossless: bool
    """Whether the wrong decoder shows every byte."""


GBK_AS_LATIN = Kind("gbk-as-latin", "GBK read as Latin-1 or Windows-1252", latin_bytes, "gb18030", True)
BIG5_AS_LATIN = Kind("big5-as-latin", "Big5 read as Latin-1 or Windows-1252", latin_bytes, "big5hkscs", True)
BIG5_AS_GBK = Kind("big5-as-gbk", "Big5 read as GBK", double_bytes, "big5hkscs", False)
GBK_AS_CP950 = Kind("gbk-as-big5", "GBK read as Big5", partial(double_bytes, encoding="cp950"), "gb18030", False)
GBK_AS_HKSCS = Kind("gbk-as-big5", "GBK read as Big5", partial(double_bytes, encoding="big5hkscs"), "gb18030", False)


class Line(NamedTuple):
    """A stretch of a line and what it is in the right encoding."""

    start: int
    end: int
    shown: str
    read: str
    strong: bool
    better: bool
    """Whether it looks much more like Chinese so."""


def read_pairs_as_latin(text: str) -> Repaired | None:
    """¸÷¼¶ for 各级: GBK or Big5 that was read as Latin-1.

    >>> done = read_pairs_as_latin("ÐÂ½¨¹«²Þ76×ù£¬¸ÄÔìÐ¡Çø¡£")
    >>> done.content if done else ""
    '新建公厕76座，改造小区。'
    """
    done = _best(text, (GBK_AS_LATIN, BIG5_AS_LATIN))
    if done is not None:
        return done
    left = [line.span() for line in LINE.finditer(text) if _is_latin(line[0])]
    return Repaired(text, (), [_unread(left, "Chinese read as Latin-1, more than once or with bytes lost")]) if left else None


def _is_latin(line: str) -> bool:
    """Whether a line is for the most part letters and signs of Latin-1 above ASCII, of many kinds."""
    high = _HIGH_LATIN.findall(line)
    return 2 * len(high) >= len(line) and len(set(high)) >= _FEWEST and _HAN.search(line) is None


def read_pairs_as_pairs(text: str) -> Repaired | None:
    """陔膘 for 新建, そ for 公: GBK that was read as Big5, Big5 that was read as GBK.

    >>> done = read_pairs_as_pairs("陔膘誰耋﹝蜊婖誰繚﹝?")
    >>> done.content if done else ""
    '新建街道。改造街路。?'
    """
    return _best(text, (GBK_AS_CP950, GBK_AS_HKSCS, BIG5_AS_GBK))


def find_utf16(text: str) -> Repaired | None:
    r"""T018 where UTF-16 was read as GBK or by the byte: every 。 and every ， lost a byte, and nothing leads back.

    >>> found = find_utf16("癳鷁縊8\x00*N\x00")
    >>> [each["code"] for each in found.diagnostics] if found else []
    ['T018']
    """
    if text.count("\x00") * _ONE_IN < len(text):
        return None
    return Repaired(text, (), [_unread([line.span() for line in LINE.finditer(text) if "\x00" in line[0]], "UTF-16 read as GBK")])


_ONE_IN = 60
"""One NUL in so many characters is no accident."""


def _best(text: str, kinds: Sequence[Kind]) -> Repaired | None:
    """What the kind makes of a text that reads most of it; T018 where a kind fits and bytes have vanished."""
    found = [(kind, _lines(text, kind)) for kind in kinds]
    kind, lines = max(found, key=lambda each: sum(len(line.read) for line in each[1] if line.strong))
    if not any(line.strong for line in lines):
        return None
    if not kind.lossless and _SEEN.search(text) is None:
        return Repaired(text, (), [_unread([(line.start, line.end) for line in lines if line.strong], kind.about)])
    done = changed(
        text,
        kind.step,
        [Change(line.start, line.end, line.read, "probable" if _SEEN.search(line.shown) else "certain") for line in lines],
    )
    if done is None:
        return None
    ends = sorted(line.start for line in lines)
    left = [
        line.span()
        for line in LINE.finditer(text)
        if _is_strange(line[0]) and bisect_left(ends, line.start()) == bisect_left(ends, line.end())
    ]
    if left:
        done.diagnostics.extend(moved([_unread(left, kind.about)], done.edits))
    return reported(done, kind.about)


def _is_strange(line: str) -> bool:
    return len(_FOREIGN.findall(line)) >= _FEWEST and plausibility(line) < _STRANGE


_STRANGE = 0.4


def _unread(spans: Sequence[tuple[int, int]], about: str) -> dict[str, Any]:
    """T018: lines that are of a wrong encoding and cannot be read back."""
    return diagnostic("T018", spans[0], spans[1:_MOST_LINES], count=len(spans), kind=about)


_MOST_LINES = 1000


def _lines(text: str, kind: Kind) -> list[Line]:
    """The stretches of all lines that read better so; short ones too, in a line or a text that does."""
    found: list[list[Line]] = [list(_stretches(line[0], line.start(), kind)) for line in LINE.finditer(text)]
    better = [sum(len(each.shown) for each in line if each.better) for line in found]
    mostly = sum(better) >= _MOSTLY * len(_FOREIGN.findall(text))
    if not any(each.strong for line in found for each in line):
        return []
    return [each for line, size in zip(found, better, strict=True) for each in line if each.better or size or mostly]


_MOSTLY = 0.6
_FOREIGN = pattern(r"[^\x00-\x7f]")


def _stretches(line: str, start: int, kind: Kind) -> Iterator[Line]:
    """The stretches of a line without a character that the wrong encoding does not have."""
    whole = kind.bytes(line)
    here = 0
    for piece in whole.text.split(WALL):
        first, last = here, here + len(piece)
        here = last + 1
        inner = [place for place in range(first, last) if whole.text[place] >= "\x80"]
        if not inner:
            continue
        begin, stop = whole.at[inner[0]], whole.at[min(inner[-1] + 1, last)]
        for end in dict.fromkeys((whole.at[inner[-1]] + 1, min(stop + 1, whole.at[last]) if kind.lossless else 0)):
            shown = line[begin:end]
            read = _read(kind.bytes(shown).text, kind) if shown and not (kind.lossless and _is_utf8(shown)) else None
            if read is not None and (made := _line(start + begin, start + end, shown, read)):
                yield made
                break


def _is_utf8(shown: str) -> bool:
    """Whether it is what UTF-8 makes in Latin-1, twice or with bytes lost: Â, Ã and â before most characters."""
    return 4 * len(_LEADS.findall(shown)) >= len(_HIGH.findall(shown))


_LEADS = pattern("[ÂÃâ]")
_HIGH_LATIN = pattern(r"[\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_HIGH = pattern(r"[^\x00-\x7f]")


def _read(bytes_: str, kind: Kind) -> str | None:
    """Bytes in the right encoding, U+FFFD where they are gone; None where they are not of that encoding.

    A mark stands for two bytes or for one: for one, the byte behind it is the rest of the lost character.
    """
    if not kind.lossless and "?" in bytes_:
        bytes_ = _QUESTIONS.sub(lambda marks: GAP * len(marks[0]), bytes_)
    ways = [bytes_, _HALF.sub(GAP, bytes_)] if _HALF.search(bytes_) else [bytes_]
    found = []
    for way in ways:
        try:
            found.append(LOST.join(piece.encode("latin-1").decode(kind.encoding) for piece in way.split(GAP)))
        except UnicodeError:
            continue
    return max(found, key=lambda text: plausibility(text.replace(LOST, "")), default=None)


_HALF = pattern(r"\u0100[\x80-\xff]")
_QUESTIONS = pattern(r"(?<=[\x80-\u0100])\?{1,200}|\?{1,200}(?=[\x80-\u0100])")


def _line(start: int, end: int, shown: str, read: str) -> Line | None:
    kept = read.replace(LOST, "")
    good = plausibility(kept)
    if good < PLAUSIBLE:
        return None
    better = good >= plausibility(shown) + BETTER
    return Line(start, end, shown, read, better and len(set(_HAN.findall(kept))) >= _FEWEST, better)
