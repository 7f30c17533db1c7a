"""乱码: stretches that were decoded with the wrong encoding, encoded back and decoded with the right one.

Line by line, for pages are put together from many sources. A stretch is taken where its bytes are UTF-8 without exception and
the outcome is Chinese; shorter ones, where longer ones of the same kind speak for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.changes import MOST_PLACES, Change, changed, moved
from policydoc.text.edits import Repaired
from policydoc.text.fold import fold
from policydoc.text.language import Language
from policydoc.text.mending import LINE_END, LOST, Mended, mended, unread
from policydoc.text.plausible import is_common, plausibility
from policydoc.text.sequences import Run, Token, runs
from policydoc.text.swallowed import swallowed
from policydoc.text.torn import Channel
from policydoc.text.transcoding import Bytes, double_bytes, latin_bytes

LINE = pattern(r"[^\r\n\f\v\u2028\u2029]+")
STRONG = {"gbk": 4, "latin": 2}
"""Chinese characters that speak for a run by themselves."""
BOM = "\ufeff"
_USUAL = 0.5
"""The share of usual characters in a run whose bytes are UTF-8."""
PLAUSIBLE = 0.75
KINDS = {"gbk": "UTF-8 read as GBK", "latin": "UTF-8 read as Latin-1 or Windows-1252"}
_MOST_TORN = {"gbk": 3, "latin": 30}
"""Torn characters in a row; between them sound text looks like torn characters of GBK, never of Latin-1."""


class Found(NamedTuple):
    """A run of a line: where it stands in the text, where its line does, its bytes and what they are."""

    start: int
    end: int
    line: int
    bytes: Bytes
    run: Run
    text: str
    strong: bool
    before: str
    """ASCII that stands before it."""


def read_utf8_as_gbk(text: str) -> Repaired | None:
    """鏄 for 是: UTF-8 that was read as GBK.

    >>> done = read_utf8_as_gbk("鏂板缓渚挎皯椹跨珯宸ョ▼")
    >>> done.content if done else ""
    '新建便民驿站工程'
    """
    return _read(text, "utf8-as-gbk", "gbk")


def read_utf8_as_latin(text: str) -> Repaired | None:
    """æ˜¯ for 是: UTF-8 that was read as Latin-1 or Windows-1252, once or twice.

    >>> done = read_utf8_as_latin("æ–°å»ºå…¬åŽ•76åº§ã€‚")
    >>> done.content if done else ""
    '新建公厕76座。'
    """
    return _read(text, "utf8-as-latin", "latin")


def _read(text: str, step: str, channel: Channel) -> Repaired | None:
    if channel == "gbk" and not any(_TWO.match(double_bytes(text[place : place + 3]).text) for place in _firsts(text)):
        return None
    found = [each for line in LINE.finditer(text) for each in _runs(line[0], line.start(), channel)]
    shown = {sign for each in found if each.strong for sign in text[each.start : each.end]}
    if not shown:
        return None
    taken: list[Found] = []
    for each in sorted(found, key=lambda each: each.start):
        like = each.strong or all(sign.isascii() or sign in shown or not is_common(fold(sign)) for sign in text[each.start : each.end])
        if like and (not taken or taken[-1].end <= each.start):
            taken.append(each)
    torn = sum(token.kind == "torn" for each in taken for token in each.run)
    language = Language("\n".join((*(each.text for each in taken), *_sound(text, taken)))) if torn else None
    left = _MOST_MENDED
    changes: list[Change] = []
    gone: list[tuple[int, int]] = []
    for each in taken:
        readings = _readings(each, language if left > 0 else None, channel)
        changes += _changes(each, readings)
        gone += swallowed(text, each.run, [each.line + each.bytes.at[token.end - 1] + 1 for token in each.run], readings)
        left -= len(readings)
    done = changed(text, step, changes)
    if done is None:
        return None
    if gone:
        done.diagnostics.extend(moved([diagnostic("T025", gone[0], gone[1:], count=len(gone))], done.edits))
    return reported(done, KINDS[channel])


def _readings(found: Found, language: Language | None, channel: Channel) -> list[Mended]:
    """The torn tokens of a run, read."""
    if language is None:
        return unread(found.run)
    closes = [Token("whole", 0, 0, LINE_END)] if found.end - found.line == found.bytes.at[-1] else []
    return mended([*found.run, *closes], language, channel, found.before)


_MOST_MENDED = 4000
"""Torn characters of a text; those beyond them are U+FFFD."""


def _sound(text: str, taken: Sequence[Found]) -> Iterator[str]:
    """The lines of a text that are none of the runs and look like Chinese."""
    held = {each.line for each in taken}
    return (line[0] for line in LINE.finditer(text) if line.start() not in held and plausibility(line[0]) >= PLAUSIBLE)


_PIECE = pattern(r"[\xe3-\xe9\xef][\x80-\xbf]?[\u0100?]{0,2}")
_ALONE = pattern(r"(?:[\xe3-\xe9\xef][\x80-\xbf]?[\u0100?]{0,2}){1,3}(?![\x80-\xff\u0101])")
_TWO = pattern(r"(?:[\xe2-\xe9\xef][\x80-\xbf]{2}){2}")


def _firsts(text: str) -> Iterator[int]:
    """Where a character stands that the first two bytes of a Chinese character can have made."""
    from policydoc.text.steps import FIRST_HALVES

    return (match.start() for match in FIRST_HALVES.finditer(text))


def reported(done: Repaired, kind: str) -> Repaired:
    """T011 over the edits of a step, and T002 over the characters that it could not put together."""
    spans = [(edit.start, edit.end) for edit in done.edits]
    lost = [(edit.start + place, edit.start + place + 1) for edit in done.edits for place, sign in enumerate(edit.inserted) if sign == LOST]
    done.diagnostics.append(diagnostic("T011", spans[0], spans[1:MOST_PLACES], count=len(spans), kind=kind))
    if lost:
        done.diagnostics.append(diagnostic("T002", lost[0], lost[1:MOST_PLACES], count=len(lost)))
    return done


def _runs(line: str, start: int, channel: Channel) -> Iterator[Found]:
    """The runs of a line that are Chinese in UTF-8, at the ends of shown characters."""
    of_line = double_bytes(line) if channel == "gbk" else latin_bytes(line)
    found = False
    for run in runs(of_line, torn=_MOST_TORN[channel]):
        wholes = "".join(token.text for token in run if token.kind == "whole")
        han = [sign for sign in wholes if sign >= "\u2e80" and sign != BOM]
        if (han and sum(map(is_common, fold("".join(han)))) >= _USUAL * len(han)) or wholes == BOM:
            found = True
            sound = "".join("\n" if token.kind == "torn" else token.text for token in run)
            yield _found(start, of_line, run, sound, len(han) >= STRONG[channel] or wholes == BOM)
    if channel == "gbk":
        yield from _remains(line, start, of_line)
    for run in () if found else runs(of_line, doubled=True):
        whole = deeper("".join(token.text for token in run), channel)
        if whole:
            yield _found(start, of_line, [Token("whole", run[0].start, run[-1].end, whole)], whole, True)


def _remains(line: str, start: int, of_line: Bytes) -> Iterator[Found]:
    """Runs of torn characters alone, between ASCII: 2024骞? for 2024年."""
    for match in _ALONE.finditer(of_line.text):
        first, last = of_line.at[match.start()], of_line.at[match.end() - 1] + 1
        if (not first or line[first - 1].isascii()) and (last == len(line) or line[last].isascii()):
            run = [Token("torn", *torn.span(), torn[0]) for torn in _PIECE.finditer(of_line.text, *match.span())]
            yield _found(start, of_line, run, "\n", False)


def _found(start: int, of_line: Bytes, run: Run, text: str, strong: bool) -> Found:
    first, last = of_line.at[run[0].start], of_line.at[run[-1].end - 1] + 1
    before = of_line.text[max(0, run[0].start - 4) : run[0].start]
    return Found(start + first, start + last, start, of_line, run, text, strong, before if before.isascii() and before else LINE_END)


def deeper(text: str, channel: Channel, most: int = 3) -> str | None:
    """What a text is that was misread more than once; None where it was not.

    >>> deeper("閺傛澘缂撴笟鎸庣毌妞硅法鐝銉р柤", "gbk"), deeper("新建公厕", "gbk")
    ('新建便民驿站工程', None)
    """
    for _ in range(most):
        found = double_bytes(text) if channel == "gbk" else latin_bytes(text)
        try:
            text = found.text.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return None
        if len(text) >= STRONG[channel] and plausibility(text) >= PLAUSIBLE:
            return text
    return None


def _changes(found: Found, torn: Sequence[Mended]) -> Iterator[Change]:
    """The changes of a run: whole characters for certain, torn ones by the words around them; ASCII between them stays."""
    at, run = found.bytes.at, found.run
    here, waiting = at[run[0].start], ""
    readings = iter(torn)
    for place, token in enumerate(run):
        shared = at[token.end - 1] == at[token.end]
        """Whether a shown character is half of this token and half of the next."""
        last = place + 1 == len(run)
        stop = max(here, at[token.end] + (shared and (last or (token.kind == "torn" and run[place + 1].kind != "torn"))))
        if token.kind == "torn":
            reading = next(readings)
            yield Change(found.line + here, found.line + stop, reading.text, "probable", reading.alternatives)
            here = stop
            continue
        waiting += token.text
        if last or not shared or run[place + 1].kind == "torn":
            yield Change(found.line + here, found.line + stop, waiting)
            here, waiting = stop, ""
