"""无数值目标: commitments without a number: 应保尽保 (coverage), 清零 (eliminate), 以上级下达为准 (deferred)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from policydoc.figures.quantity import Span
from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.targets.clauses import Clauses
from policydoc.targets.past import Past

_TITLE = pattern(r"《[^《》]{0,80}》|“[^“”]{0,30}”(?=工程|行动|计划|项目|活动|政策|机制|攻坚|专项|覆盖率|比例|率)")


class Goal(NamedTuple):
    """A commitment: its kind and where its words stand in the folded line."""

    kind: str
    start: int
    end: int


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Of each row its kind, the words of which every match has one, and its pattern: most lines have none of the words."""
    return tuple((row["kind"], forms(row, "needs"), pattern(row["pattern"])) for row in table("goals"))


def goals(text: str, *, dates: Sequence[Span] = (), year: int | None = None) -> list[Goal]:
    """The goals of a folded line, in order. What was reached already is none; `dates` and the plan's `year` help to tell.

    >>> goals("对困难群众应保尽保。")
    [Goal(kind='coverage', start=5, end=9)]
    >>> goals("已实现村村通。"), goals("实施“村村通”工程。")
    ([], [])
    """
    found: list[Goal] = []
    for kind, needs, rule in _patterns():
        for word in needs:
            if word in text:
                found += [Goal(kind, *match.span()) for match in rule.finditer(text)]
                break
    if not found:
        return []
    clauses = Clauses.of(text)
    past = Past(text, clauses, dates, year)
    titles = [match.span() for match in _TITLE.finditer(text)]
    kept: list[Goal] = []
    rank = 0
    for goal in sorted(found, key=lambda goal: (goal.start, -goal.end)):
        while rank < len(titles) and titles[rank][1] <= goal.start:
            rank += 1
        named = rank < len(titles) and titles[rank][0] <= goal.start
        if not named and (not kept or kept[-1].end <= goal.start) and not past.holds(goal.start, goal.end, clauses.place(goal.start)):
            kept.append(goal)
    return kept
