"""含混的逗号: a comma between digits that are no groups of three: a decimal comma, or two numbers; nobody can tell."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.figures.quantity import Quantity

_SHARED = ("分别", "依次", "各")


def torn_pairs(text: str, numbers: Sequence[Quantity]) -> list[int]:
    """The ranks of the numbers that a comma parts from the next without a unit of their own: 增长21,7%.

    A list of three or more, or one that 分别 announces, is a list.

    >>> from policydoc.figures.quantities import quantities
    >>> [torn_pairs(line, quantities(line)) for line in ("增长21,7%", "分别达到12,15万人", "达到12,15,20万人", "新建3座,改造5座")]
    [[0], [], [], []]
    """
    found = []
    for rank in range(len(numbers) - 1):
        if not _joins(text, numbers, rank) or _joins(text, numbers, rank - 1) or _joins(text, numbers, rank + 1):
            continue
        if not any(word in text[max(0, numbers[rank].start - 12) : numbers[rank].start] for word in _SHARED):
            found.append(rank)
    return found


def _joins(text: str, numbers: Sequence[Quantity], rank: int) -> bool:
    """Whether a number ends right before a comma that the next one follows."""
    if not 0 <= rank < len(numbers) - 1:
        return False
    first, second = numbers[rank], numbers[rank + 1]
    return first.unit is None and text[first.end : first.end + 1] == "," and second.start == first.end + 1 and text[first.end - 1].isdigit()
