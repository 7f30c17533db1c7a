"""目录: the lines of a table of contents, which are no headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.layout.line import Line
from policydoc.rules.patterns import pattern

_TITLE = pattern(r"(?:目录|目次|目录表|contents)(?:序言|前言|引言)?", re.IGNORECASE)
_LEADERS = pattern(r"(?:[.·…\-_]{3,}+|[.·…]{2,}+|\t)[(\-·.]{0,3}(?:[0-9]{1,4}|[IVXivx]{1,5})?[)\-·.]{0,3}\Z")
_PAGE = pattern(r"(?<![0-9])[(\-]?([0-9]{1,3})[)\-]?\Z")
_LEADERS_END = frozenset("0123456789IVXivx)-·.…_\t")
LONGEST_ENTRY = 90
MOST_ENTRIES = 400
LONGEST_TAIL = 40
SAME = 8
"""So many characters alike make an entry and a heading the same."""


def contents_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Indices of the lines of tables of contents.

    Entries follow the word 目录 until the first of them comes again as a heading, or until the page numbers end;
    without that word, three lines with dot leaders in a row are such a table too.
    """
    found: set[int] = set()
    titles = [index for index, line in enumerate(lines) if line.role in ("text", "table") and _is_title(line.text)]
    for index in titles[:3]:
        if index not in found:
            found.update(_entries(lines, index))
    found.update(_leader_runs(lines))
    return frozenset(found)


def _is_title(text: str) -> bool:
    return len(text) <= 9 and _TITLE.fullmatch(text.replace("\t", "").replace(" ", "")) is not None


def _words(text: str) -> tuple[str, bool, int]:
    """The words of an entry, whether dot leaders stood behind them, and the page number (0 where there is none).

    >>> _words("一、总则........12"), _words("第二章附则 7"), _words("第三章奖惩")
    (('一、总则', True, 12), ('第二章附则', False, 7), ('第三章奖惩', False, 0))
    """
    tail = text[-LONGEST_TAIL:]
    page = _PAGE.search(tail[-6:])
    number = int(page[1]) if page else 0
    leaders = _LEADERS.search(tail)
    if leaders:
        return text[: len(text) - len(tail) + leaders.start()].rstrip(".·…-_\t "), True, number
    return (text[: len(text) - len(page[0])] if page else text).strip("\t "), False, number


def _entries(lines: Sequence[Line], title: int) -> list[int]:
    """The lines of the table under a title, the title with them."""
    first = ""
    block: list[int] = [title]
    sure = latest = 0
    dotted = False
    for index in range(title + 1, min(len(lines), title + MOST_ENTRIES)):
        line = lines[index]
        if line.role in ("blank", "furniture"):
            continue
        text = line.text
        words, leaders, page = _words(text)
        if first and not leaders and text.startswith(first):
            return block
        if not first and len(words) >= 2:
            first = words
        dotted = dotted or leaders
        if leaders or (not dotted and len(words) >= 2 and latest <= page > 0):
            sure, latest = len(block) + 1, page
        elif len(text) > LONGEST_ENTRY or "。" in text or text[-1] in ",;:":
            break
        block.append(index)
    return block[:sure] if sure else _repeated(lines, block)


def _repeated(lines: Sequence[Line], block: Sequence[int]) -> list[int]:
    """The entries that come again as headings, where most of them do."""
    later = {line.text[:SAME] for line in lines[block[-1] + 1 :] if line.role == "text"}
    again = [place for place, index in enumerate(block) if place and lines[index].text[:SAME] in later]
    return list(block[: again[-1] + 1]) if len(again) >= 2 and len(again) > 0.6 * again[-1] else []


def _has_leaders(text: str) -> bool:
    return text[-1] in _LEADERS_END and _LEADERS.search(text[-LONGEST_TAIL:]) is not None


def _leader_runs(lines: Sequence[Line]) -> list[int]:
    found: list[int] = []
    run: list[int] = []
    for index, line in enumerate(lines):
        if line.role in ("blank", "furniture"):
            continue
        if line.role in ("text", "table") and len(line.text) >= 8 and _has_leaders(line.text):
            run.append(index)
            continue
        found += run if len(run) >= 3 else []
        run = []
    return found + (run if len(run) >= 3 else [])
