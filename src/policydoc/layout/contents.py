"""目录: the lines of a table of contents, which are no headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.layout.line import Line

_TITLE = re.compile(r"(?:目录|目次|目录表|contents)(?:序言|前言|引言)?", re.IGNORECASE)
_LEADERS = re.compile(r"(?:[.·…\-_]{3,}|[.·…]{2,}|\t)[(\-·.]{0,3}(?:[0-9]{1,4}|[IVXivx]{1,5})?[)\-·.]{0,3}\Z")
_PAGE = re.compile(r"[(\-]?[0-9]{1,4}[)\-]?\Z")
LONGEST_ENTRY = 90
MOST_ENTRIES = 400


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


def _has_leaders(text: str) -> bool:
    return len(text) <= 400 and _LEADERS.search(text, max(0, len(text) - 200)) is not None


def _entries(lines: Sequence[Line], title: int) -> list[int]:
    first = ""
    block: list[int] = [title]
    sure = 0
    for index in range(title + 1, min(len(lines), title + MOST_ENTRIES)):
        line = lines[index]
        if line.role in ("blank", "furniture"):
            continue
        text = line.text
        leaders = _has_leaders(text)
        words = _PAGE.sub("", _LEADERS.sub("", text[:400])).strip("\t ")
        if first and len(words) >= 2 and not leaders and text.startswith(first):
            return block
        if not first:
            first = words if len(words) >= 2 else ""
        if leaders or (_PAGE.search(text) and len(words) >= 2 and len(text) <= LONGEST_ENTRY):
            sure = len(block) + 1
        elif len(text) > LONGEST_ENTRY or "。" in text or text[-1] in ",;:":
            break
        block.append(index)
    return block[:sure] if sure else []


def _leader_runs(lines: Sequence[Line]) -> list[int]:
    found: list[int] = []
    run: list[int] = []
    for index, line in enumerate(lines):
        if line.role in ("blank", "furniture"):
            continue
        if line.role in ("text", "table") and len(line.text) >= 8 and _has_leaders(line.text) and line.text[-1] in "0123456789-)IVXivx.·…":
            run.append(index)
            continue
        found += run if len(run) >= 3 else []
        run = []
    return found + (run if len(run) >= 3 else [])
