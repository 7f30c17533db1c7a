"""提示词: the words of a table as one pattern, the longest form first."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from policydoc.rules.kept import compiled
from policydoc.rules.table import Row, forms, table


@cache
def cue_pattern(name: str, column: str, value: str) -> re.Pattern[str]:
    """Any form of the rows of a table that have a value in a column; words of `unless` that hold a form are passed over.

    >>> cue_pattern("past", "role", "past").search("全市已建成驿站8处")[0], cue_pattern("past", "role", "past").search("自印发以来")
    ('已', None)
    """
    return alternatives(name, lambda row: row[column] == value)


def alternatives(name: str, wanted: Callable[[Row], bool] = lambda _: True) -> re.Pattern[str]:
    """The pattern of the wanted rows of a table; a form inside a longer word of its column `unless` is no match.

    >>> alternatives("commitments", lambda row: row["id"] == "planned").findall("计划生育工作,计划新建驿站")
    ['计划']
    """
    rows = [row for row in table(name) if wanted(row)]
    words = {form for row in rows for form in forms(row)}
    longer = {word for row in rows if "unless" in row for word in forms(row, "unless")}
    pieces = []
    for form in sorted(words, key=_longest_first):  # each begins with a literal: the search skips all other characters
        ahead = sorted({word[word.index(form) + len(form) :] for word in longer if word.startswith(form)} - {""}, key=_longest_first)
        behind = sorted({word[: word.index(form)] for word in longer if form in word and not word.startswith(form)})
        piece = re.escape(form) + "".join(f"(?<!{re.escape(before + form)})" for before in behind)
        if ahead:
            piece += f"(?!{'|'.join(map(re.escape, ahead))})"
        pieces.append(piece)
    return compiled("|".join(pieces))


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word
