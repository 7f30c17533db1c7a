"""读法: what a sentence does to what, as read around one quantity."""

from __future__ import annotations

from typing import NamedTuple

from policydoc.figures.quantity import Span
from policydoc.rules.verbs import Verb


class Reading(NamedTuple):
    """What is done to what: offsets into the folded line.

    >>> Reading((0, 2), (2, 6), "output").action
    (0, 2)
    """

    action: Span | None
    object: Span | None
    change: str
    """One of the contract's changes: output, level, rise_to, rise_by, fall_to, fall_by, keep."""
    verb: Verb | None = None
    level: bool = False
    """Whether the words before the number are an indicator's rather than a deed's."""
    bound: str = ""
    """What 至少 before the verb says."""
    per: Span | None = None
    """各 before the verb."""
    event: Span | None = None
    """The noun with the verbal noun that ends it (水质检测): the object where another verb governs it."""
