"""How time grows with length, measured so that a busy machine spoils nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
BOUND = 8
"""Four times the length may cost eight times the time; a square costs sixteen."""


def growth(cost: Callable[[int], float], short: int, long: int, floor: float = 0.005) -> float:
    """The least ratio of some rounds of `cost(long)` to `cost(short)`; below `floor` seconds a clock says nothing.

    >>> growth(lambda size: size / 1000, 100, 400)
    4.0
    """
    least = float("inf")
    for _ in range(ROUNDS):
        least = min(least, cost(long) / max(cost(short), floor))
        if least <= BOUND:
            break
    return least
