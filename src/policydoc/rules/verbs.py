"""动词 and 比较词: the longest verb or comparator of the tables at a place of folded text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from policydoc.rules.table import forms, table


@dataclass(frozen=True, slots=True)
class Verb:
    """动词: one form of the verbs table and the change that it orders."""

    form: str
    group: str
    change: str
    """output, rise, fall, keep or level."""


@cache
def verbs() -> dict[str, Verb]:
    """Every form of the table.

    >>> verbs()["新建"].change, verbs()["下降"].change
    ('output', 'fall')
    """
    found: dict[str, Verb] = {}
    for row in table("verbs"):
        for form in forms(row):
            found[form] = Verb(form, row["id"], row["change"])
    return found


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for form in verbs():
        lengths.setdefault(form[0], set()).add(len(form))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def verb_at(folded: str, position: int, stop: int) -> Verb | None:
    """The longest verb that begins at a place and ends at or before `stop`.

    >>> verb_at("优化升级孵化基地", 0, 8).form, verb_at("便民驿站", 0, 4)
    ('优化升级', None)
    """
    known = verbs()
    for length in _lengths().get(folded[position : position + 1], ()):
        if position + length <= stop:
            verb = known.get(folded[position : position + length])
            if verb is not None:
                return verb
    return None


@dataclass(frozen=True, slots=True)
class Comparator:
    """比较词: what a word before or after a number makes of it."""

    form: str
    comparator: str


@cache
def _comparators(side: str) -> tuple[dict[str, Comparator], int]:
    known = {form: Comparator(form, row["comparator"]) for row in table("comparators") if row["side"] == side for form in forms(row)}
    return known, max(map(len, known))


def comparator_before(folded: str, start: int, stop: int) -> Comparator | None:
    """The longest comparator that ends at `stop` and does not begin before `start`.

    >>> comparator_before("演出不低于30场", 0, 5).comparator, comparator_before("演出30场", 0, 2)
    ('ge', None)
    """
    known, longest = _comparators("before")
    for length in range(min(longest, stop - start), 0, -1):
        found = known.get(folded[stop - length : stop])
        if found is not None:
            return found
    return None


def comparator_after(folded: str, start: int) -> Comparator | None:
    """The longest comparator that begins at a place.

    >>> comparator_after("30场以上", 3).comparator
    'ge'
    """
    known, longest = _comparators("after")
    for length in range(longest, 0, -1):
        found = known.get(folded[start : start + length])
        if found is not None:
            return found
    return None
