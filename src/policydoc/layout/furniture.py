"""网页与版面的附件: page numbers, navigation, print buttons; whole lines that are no part of the document."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from policydoc.rules.table import table

LONGEST = 140


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in table("furniture")), re.IGNORECASE)


def is_furniture(text: str) -> bool:
    """Whether a folded line is page furniture as a whole.

    >>> is_furniture("-3-"), is_furniture("新建公厕3座。")
    (True, False)
    """
    return len(text) <= LONGEST and _pattern().fullmatch(text) is not None


def lone_page_numbers(lines: list[tuple[int, str, bool]]) -> frozenset[int]:
    """Indices of bare-number lines that count pages: each followed by a blank line or the end, ascending one by one.

    The argument holds (index, folded text, whether a blank line or nothing follows).
    """
    candidates = [(index, int(text)) for index, text, alone in lines if alone and text.isascii() and text.isdigit() and len(text) <= 4]
    found: set[int] = set()
    for (first, number), (second, following) in pairwise(candidates):
        if following == number + 1:
            found.update((first, second))
    return frozenset(found)
