"""函 of Taiwan (文書處理手冊): labelled lines from 檔號 to 附件, then 主旨 and 說明, 正本 and 副本."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from policydoc.layout import Line
from policydoc.rules.labels import label_forms, label_of, label_pattern
from policydoc.rules.patterns import pattern

REACH = 40
_LETTERHEAD = pattern(r".{2,40}(?:函|书函|令|公告|开会通知单|开会通知)")
_TELLING = frozenset({"addressee", "letter_number", "letter_date", "file_number"})


class Letter(NamedTuple):
    """The labels of a letter, its letterhead, and the line of 主旨."""

    labels: dict[str, tuple[int, int]]
    """Id of the label → line, and offset behind the colon."""
    letterhead: int | None
    purport: int


def piece_starts(line: Line) -> list[int]:
    """The folded offsets at which the physical lines of a logical line begin.

    >>> from policydoc.layout import lines
    >>> piece_starts(lines("速別：普通件")[0])
    [0]
    """
    found, place = [], 0
    for start, _ in line.pieces or ((line.start, line.end),):
        while place < len(line.at) and line.at[place] < start:
            place += 1
        found.append(place)
    return found


def read_letter(lines: Sequence[Line], live: Sequence[int]) -> Letter | None:
    r"""The letter that the live lines begin with, or None where they are no letter.

    >>> from policydoc.layout import lines
    >>> found = lines("臨海縣政府　函\n受文者：各鄉鎮市公所\n主旨：檢送計畫1份，請查照。")
    >>> letter = read_letter(found, [0, 1, 2])
    >>> letter.letterhead, letter.labels["addressee"], letter.purport
    (0, (1, 4), 2)
    """
    ids = label_forms("letter")
    purports = [form for form, name in ids.items() if name == "purport"]
    if not any(form in lines[index].text for index in live[:REACH] for form in purports):
        return None
    known = label_pattern("letter")
    labels: dict[str, tuple[int, int]] = {}
    purport: int | None = None
    for index in live[:REACH]:
        starts = set(piece_starts(lines[index]))
        for match in known.finditer(lines[index].text):
            if match.start() in starts:
                name = ids[label_of(match)]
                labels.setdefault(name, (index, match.end()))
                if name == "purport" and purport is None:
                    purport = index
    if purport is None or not labels.keys() & _TELLING:
        return None
    above = (index for index in live if index < purport)
    letterhead = next((index for index in above if _LETTERHEAD.fullmatch(lines[index].text) and not known.match(lines[index].text)), None)
    return Letter(labels, letterhead, purport)
