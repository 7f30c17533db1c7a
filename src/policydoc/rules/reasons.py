"""理由: why the rules answer as they do, noted where somebody listens.

A rule that decides says its id (a row of the table `reasons`) together with its answer. In a plain parse nobody listens, and the
answer is all there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple, TypeVar

from policydoc.rules.table import Row, table

Span = tuple[int, int]
T = TypeVar("T")


class Reason(NamedTuple):
    """理由: a rule that decided, and where the words stand that it looked at."""

    rule: str
    words: Span | None = None
    """Offsets into the folded line."""


@dataclass(slots=True)
class Account:
    """What was said while somebody listened."""

    told: list[Reason] = field(default_factory=list)
    """Reasons that nobody has taken yet."""
    kept: list[tuple[str, Any, tuple[Reason, ...]]] = field(default_factory=list)
    """What it is (number, section, part), the thing itself or its id, and its reasons in order."""


_ACCOUNT: ContextVar[Account | None] = ContextVar("policydoc.reasons", default=None)


@contextmanager
def listening() -> Iterator[Account]:
    """Listen to the rules while a notice is parsed.

    >>> with listening() as account:
    ...     _ = by("each_before", "standard")
    >>> [reason.rule for reason in account.told], by("each_before", "standard")
    (['each_before'], 'standard')
    """
    account = Account()
    token = _ACCOUNT.set(account)
    try:
        yield account
    finally:
        _ACCOUNT.reset(token)


def by(rule: str, answer: T, words: Span | None = None) -> T:
    """The answer of a rule; whoever listens hears which rule it was."""
    account = _ACCOUNT.get()
    if account is not None:
        account.told.append(Reason(rule, words))
    return answer


def heard() -> tuple[Reason, ...]:
    """The reasons told since this was last asked; none where nobody listens."""
    account = _ACCOUNT.get()
    if account is None or not account.told:
        return ()
    told = tuple(account.told)
    account.told.clear()
    return told


def witness(about: str, thing: Any, *rules: str, reasons: tuple[Reason, ...] = ()) -> None:
    """Keep a thing with its reasons, or the rules that decided on it, for whoever listens."""
    account = _ACCOUNT.get()
    if account is not None:
        account.kept.append((about, thing, (*reasons, *map(Reason, rules))))


@cache
def reasons() -> dict[str, Row]:
    """The table of reasons by id: the step at which a rule decides, and what it says in a plain sentence.

    >>> reasons()["each_before"]["step"]
    'kind'
    """
    return {row["id"]: row for row in table("reasons")}
