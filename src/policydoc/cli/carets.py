"""A sentence with carets under the words that are spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydoc.cli.cell import ink
from policydoc.cli.terminal import char_width, width

MOST_ROWS = 3
"""Rows of a long sentence that are shown: those with the words and what stands before them."""
NARROWEST = 8


def plain(chars: Sequence[str]) -> list[str]:
    """Characters for a terminal, one for one: what would steer it is a dot, a line end a blank."""
    return ["".join(piece.text for piece in ink(char)) or "·" for char in chars]


def underlined(chars: Sequence[str], marked: tuple[int, int], room: int) -> Iterator[str]:
    """The rows of a sentence, and under each the carets of its marked characters; wide characters take two.

    >>> list(underlined("新建公厕12座。", (4, 7), 40))
    ['新建公厕12座。', '        ^^^^']
    >>> list(underlined("新建公厕12座。", (4, 7), 10))
    ['新建公厕12', '        ^^', '座。', '^^']
    """
    start, stop = marked
    rows = list(broken(plain(chars), max(room, NARROWEST)))
    hit = [rank for rank, (first, row) in enumerate(rows) if start < first + len(row) and first < max(stop, start + 1)]
    first_row = max(0, (hit[0] if hit else 0) - MOST_ROWS + 1)
    for first, row in rows[first_row : (hit[-1] if hit else 0) + 2][: MOST_ROWS + len(hit)]:
        yield "".join(row).rstrip()
        before = width("".join(row[: max(0, start - first)]))
        under = width("".join(row[max(0, start - first) : max(0, stop - first)]))
        if under:
            yield " " * before + "^" * under


def broken(chars: Sequence[str], room: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Rows of at most `room` columns, each with the rank of its first character.

    >>> list(broken("公厕12座", 6))
    [(0, '公厕12'), (4, '座')]
    """
    first = used = 0
    for rank, char in enumerate(chars):
        wide = sum(map(char_width, char))
        if used + wide > room or rank - first >= 8 * room:  # the second: marks stacked without end
            yield first, chars[first:rank]
            first, used = rank, 0
        used += wide
    yield first, chars[first:]
