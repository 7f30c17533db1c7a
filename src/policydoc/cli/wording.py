"""Amounts, deadlines and duties in the fewest words that people use for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydoc.cli.passage import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from policydoc.model import Deadline, Responsibility, Target

SIGNS = {"ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "approx": "≈ "}
CHANGES = {"rise_to": "→ ", "fall_to": "→ ", "keep": "= "}
STEPS = {"rise_by": "+", "fall_by": "−"}
_DIGITS = re.compile(r"(.*\d)\s*(\D*)")


def number(value: Decimal | None) -> str:
    """A number in plain digits.

    >>> from decimal import Decimal
    >>> number(Decimal("8.20E+3")), number(Decimal("4.60")), number(None)
    ('8200', '4.6', '')
    """
    if value is None:
        return ""
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def amount(target: Target, written: str) -> tuple[str, str]:
    """A target's number with its comparator, and its unit: digits as the notice writes them, numerals in words as their value."""
    found = _DIGITS.fullmatch(written)
    if found is not None:
        digits, unit = found[1], found[2]
    elif target.value is None and target.low is None and target.high is None:
        digits, unit = written, ""
    else:
        known = (target.value,) if target.value is not None else (target.low, target.high)
        digits, unit = "—".join(map(number, known)), target.unit or ""
    before = target.baseline
    start = f"{number(before.value)}{before.unit or ''} " if before is not None and before.value is not None else ""
    sign = SIGNS.get(target.comparator, "")
    change = start + CHANGES[target.change] if target.change in CHANGES and not (sign and target.change == "keep") else ""
    per = f"（{joined(target.per)}）" if target.per else ""
    return change + sign + STEPS.get(target.change, "") + digits, unit + per


def when(deadlines: Iterable[Deadline], *, stages: bool = False) -> str:
    """The last days of some deadlines, the year once; the words of one that has no day.

    >>> import datetime
    >>> from policydoc import find_deadlines
    >>> when(find_deadlines("9月底前基本完成，12月底前全面完成。", 2024)), when(find_deadlines("尽快完成。", 2024))
    ('2024-09-30, 12-31', '尽快')
    """
    said: list[str] = []
    known: set[str] = set()
    year = ""
    for deadline in deadlines:
        day = deadline.date.isoformat() if deadline.date else joined(deadline.text)
        stage = f" {joined(deadline.stage)}" if stages and deadline.stage else ""
        if day + stage not in known:
            known.add(day + stage)
            said.append((day[5:] if deadline.date and day[:4] == year else day) + stage)
            year = day[:4] if deadline.date else year
    return ", ".join(said)


def labelled(label: str | None) -> str:
    """A label as it stands before its title.

    >>> labelled("（一）"), labelled("1."), labelled(None)
    ('（一）', '1. ', '')
    """
    plain = joined(label or "")
    return plain if not plain or plain[-1] > "\u2e7f" else plain + " "


def units(duties: Iterable[Responsibility], role: str) -> list[str]:
    """The units of one role, each once."""
    return list(dict.fromkeys(joined(unit) for duty in duties if duty.role == role for unit in duty.units))


def who(duties: Iterable[Responsibility]) -> str:
    """Who answers for a task: 牵头, 责任, 配合 in this order."""
    duties = list(duties)

    def roles() -> Iterator[str]:
        for role, word in (("lead", "牵头"), ("responsible", ""), ("support", "配合")):
            named = "、".join(units(duties, role))
            if named:
                yield named + word

    return "，".join(roles())


def first_unit(duties: Iterable[Responsibility]) -> str:
    """Who answers first, and how many others do."""
    duties = list(duties)
    named = list(dict.fromkeys(unit for role in ("lead", "responsible", "support") for unit in units(duties, role)))
    return named[0] + (f" +{len(named) - 1}" if len(named) > 1 else "") if named else ""
