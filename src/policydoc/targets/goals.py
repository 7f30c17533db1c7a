"""无数值目标: commitments without a number: 应保尽保 (coverage), 清零 (eliminate), 以上级下达为准 (deferred)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from policydoc.rules.table import table

_PAST = re.compile(r"已|去年|上年|截至|以来|过去|实现了")
_NAMED = re.compile(r"[《“][^《》“”]{0,30}\Z")


@dataclass(frozen=True, slots=True)
class Goal:
    """A commitment: its kind and where its words stand in the folded line."""

    kind: str
    start: int
    end: int


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["kind"], re.compile(row["pattern"])) for row in table("goals"))


@cache
def _gate() -> re.Pattern[str]:
    return re.compile(r"[尽则覆零不通消杜解确执为]|实施|下达|规定|要求|[省市]定")


def goals(text: str) -> list[Goal]:
    """The goals of a folded line, in order.

    >>> goals("对困难群众应保尽保。")
    [Goal(kind='coverage', start=5, end=9)]
    """
    if _gate().search(text) is None:
        return []
    found: list[Goal] = []
    for name, pattern in _patterns():
        for match in pattern.finditer(text):
            clause = max(text.rfind(mark, 0, match.start()) for mark in "。;")
            lead = text[clause + 1 : match.start()]
            if _PAST.search(lead) or _NAMED.search(lead):
                continue
            if not any(goal.start < match.end() and match.start() < goal.end for goal in found):
                found.append(Goal(name, match.start(), match.end()))
    return sorted(found, key=lambda goal: goal.start)
