"""增幅: 由95%提高到97%，提高2个百分点 says the same change twice, and both must agree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from policydoc.checks.found import Entry, Found
from policydoc.checks.precision import half, plain
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern

_STATED = pattern(
    r"[,、(]?(?:即|也就是)?(?:净|共|累计|总共|合计)?"
    r"(?P<verb>提高|增长|增加|上升|提升|扩大|下降|降低|减少|缩短|压缩|压减|缩减)(?:了|幅度?(?:为|达到?)?)?"
    r"(?P<number>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P<unit>个?百分点|%|[\u3400-\u9fff]{1,4}?)(?=[,。;、)]|$)"
)
_RISES: Final = ("提高", "增长", "增加", "上升", "提升", "扩大")
_REACH: Final = 48


def check_changes(found: Found) -> Iterator[Entry]:
    """N013: the two ends of a change and the change that stands behind them."""
    for target in found.reading.targets:
        base = target["baseline"]
        if base is None or base["value"] is None or not base["value"] or base["unit"] != target["unit"]:
            continue
        if target["value"] is None or target["comparator"] != "eq" or target["change"].endswith("_by"):
            continue
        end = target["quantity"]["span"][1]
        stated = _STATED.match(found.words(end, end + _REACH))
        if stated is not None:
            yield from _compared(target, stated["verb"] in _RISES, Decimal(stated["number"]), stated["number"], stated["unit"])


def _compared(target: Entry, rises: bool, stated: Decimal, number: str, unit: str) -> Iterator[Entry]:
    old, new = target["baseline"]["value"], target["value"]
    change = new - old if rises else old - new
    rough = half(target["quantity"]["text"], new) + half(target["baseline"]["text"], old)
    if unit == "%":
        if target["unit"] == "%" and abs(change - stated) <= rough:
            return  # 提高2% said for 2个百分点
        known, allowed = change / old * 100, rough / abs(old) * 100 + _last(number)
    elif unit.endswith("百分点"):
        if target["unit"] != "%":
            return
        known, allowed = change, rough + half(number + unit, stated)
    elif target["unit_text"] and unit == target["unit_text"]:
        scale = new / Decimal(_digits(target)) if _digits(target) else Decimal(0)
        if not scale:
            return
        known, allowed = change / scale, rough / scale + half(number, stated)
    else:
        return
    if abs(known - stated) > allowed:
        yield diagnostic(
            "N013",
            target["quantity"]["span"],
            [target["baseline"]["span"]],
            old=_printed(target, old),
            new=_printed(target, new),
            change=f"{plain(known)}{unit}",
            stated=f"{number}{unit}",
        )


def _printed(target: Entry, value: Decimal) -> str:
    """A value in the unit of the target as written: 120万亩 rather than 1200000."""
    digits = _digits(target)
    scale = target["value"] / Decimal(digits) if digits else Decimal(1)
    return f"{plain(value / scale)}{target['unit_text'] or ''}"


def _last(number: str) -> Decimal:
    """Half of the last place of a printed rate: growth rates are rounded."""
    return Decimal(10) ** -len(number.partition(".")[2]) / 2


def _digits(target: Entry) -> str:
    text = target["quantity"]["text"]
    digits = "".join(mark for mark in text if mark.isdecimal() or mark == ".")
    return digits if digits.replace(".", "", 1).isdecimal() and digits.isascii() and Decimal(digits) else ""
