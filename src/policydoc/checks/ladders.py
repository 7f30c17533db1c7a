"""进度: steps towards a number, by date (3月底前50%，6月底前80%) or by year (三年累计)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from policydoc.checks.found import Entry, Found
from policydoc.checks.precision import half, plain
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern

_GAP: Final = 40
_FALLING = pattern(r"失业|能耗|发生率|死亡|排放|劣|负债|不合格|空置|赤字|投诉|耗|费用|返贫|流失|漏损|差错|下降|降低|减少|控制")
"""What is better the lower it is."""
_TOGETHER = pattern(r"(?P<years>[二两三四五])年(?:累计|共计?|合计|总计|总共)[^,。;:、0-9]{0,12}\Z")
_YEARS: Final = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_YEAR = pattern(r"(?<![0-9])20[0-9]{2}(?=年)")


def check_ladders(found: Found) -> Iterator[Entry]:
    """N014: a step that lies below the one before it, a last step that is not the total; N015: years that do not add up."""
    targets = found.reading.targets
    for first, second in pairwise(targets):
        if first["part"] == second["part"]:
            yield from _step(found, first, second)
    for rank, target in enumerate(targets):
        yield from _last_step(found, targets, rank)
        yield from _years(found, targets, rank, target)


def _step(found: Found, first: Entry, second: Entry) -> Iterator[Entry]:
    days = _day(first), _day(second)
    if days[0] is None or days[1] is None or days[0] >= days[1] or first["value"] is None or second["value"] is None:
        return
    if not _alike(first, second) or first["value"] <= second["value"] or not _sentence(found, first, second):
        return
    if second["unit"] != "%" and second["change"] not in ("level", "rise_to"):
        return
    if second["comparator"] in ("le", "lt") or second["change"] in ("fall_to", "fall_by", "rise_by"):
        return
    if _FALLING.search(found.words(first["span"][0], second["span"][1])):
        return
    spans = first["quantity"]["span"], second["quantity"]["span"]
    yield diagnostic("N014", spans[1], [spans[0]], step=second["quantity"]["text"], before=first["quantity"]["text"])


def _last_step(found: Found, targets: Sequence[Entry], rank: int) -> Iterator[Entry]:
    """新建500个，3月底前100个，6月底前200个，9月底前450个: the last step is less or more than what it leads to."""
    whole = targets[rank]
    if whole["kind"] != "target" or whole["value"] is None or whole["comparator"] != "eq" or _day(whole) is not None:
        return
    last = rank + 1
    while last < len(targets) and targets[last]["kind"] == "milestone" and _sentence(found, targets[last - 1], targets[last]):
        last += 1
    if last - rank < 3 or last >= len(targets):
        return
    end = targets[last]
    if any(step["of"] != end["id"] for step in targets[rank + 1 : last]) or not _sentence(found, targets[last - 1], end):
        return
    if _alike(whole, end) and end["comparator"] == "eq" and end["value"] is not None and end["value"] != whole["value"]:
        if _day(end) is None:
            return
        spans = whole["quantity"]["span"], end["quantity"]["span"]
        yield diagnostic("N014", spans[1], [spans[0]], step=end["quantity"]["text"], before=whole["quantity"]["text"])


def _years(found: Found, targets: Sequence[Entry], rank: int, total: Entry) -> Iterator[Entry]:
    if total["value"] is None or total["comparator"] != "eq":
        return
    start = total["quantity"]["span"][0]
    lead = _TOGETHER.search(found.words(max(0, start - 24), start))
    if lead is None:
        return
    count = _YEARS[lead["years"]]
    years = targets[max(0, rank - count) : rank]
    if len(years) < count or any(not _alike(each, total) or each["value"] is None or each["comparator"] != "eq" for each in years):
        return
    words = found.words(max(0, years[0]["quantity"]["span"][0] - _GAP), start)
    words = words[words.rfind("。") + 1 :]
    if "。" in found.words(years[0]["quantity"]["span"][0], start) or len(set(_YEAR.findall(words))) != count:
        return
    added = sum((each["value"] for each in years), Decimal(0))
    allowed = sum((half(each["quantity"]["text"], each["value"]) for each in (total, *years)), Decimal(0))
    if abs(added - total["value"]) > allowed:
        spans = [each["quantity"]["span"] for each in years]
        yield diagnostic("N015", total["quantity"]["span"], spans, sum=plain(added), total=plain(total["value"]))


def _day(target: Entry) -> Any:
    """The last day that stands at the target itself."""
    days = [due["date"] for due in target["deadlines"] if due["inherited_from"] is None and due["date"] is not None]
    return days[-1] if days else None


def _alike(first: Entry, second: Entry) -> bool:
    same = first["unit"] == second["unit"] and first["per"] == second["per"]
    return same and first["action"] == second["action"] and first["object"] in (second["object"], None)


def _sentence(found: Found, first: Entry, second: Entry) -> bool:
    """Whether two targets stand close to each other in one sentence."""
    gap = found.content[first["quantity"]["span"][1] : second["quantity"]["span"][0]]
    return len(gap) <= _GAP and "。" not in gap and "\n" not in gap
