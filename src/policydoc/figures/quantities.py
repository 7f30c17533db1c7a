"""数量: every number of a line with its multiplier, range, unit and the words that compare it.

1. One pass over the line, each number once; a number without a sure reading keeps its place and has no value.
2. Chinese numerals that are parts of words (统一, 一批, 第一) are told from numbers by what stands beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from policydoc.figures.numerals import FRACTION, NUMERAL, TENTHS, amount, between, fraction, numeral_at, tenths
from policydoc.rules.units import Unit, unit_at, unit_named
from policydoc.rules.verbs import comparator_after, comparator_before

_START = re.compile(r"[0-9〇零一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟翻]")
_DOUBLING = re.compile(r"翻(?:(?P<times>[一两二三四1-4])?番|倍)")
_RANGE = re.compile(r"[-~至到]{1,2}(?=[0-9一二两三四五六七八九十百])")
_VAGUE = re.compile(r"[余多几来]|有余")
_HAN_WORD = re.compile(r"[〇零一二两三四五六七八九十百千万亿半]++")
_MULTIPLIER = re.compile(r"[百千万亿]++\Z")
_NEUTRAL = (
    "达到",
    "达",
    "为",
    "共计",
    "合计",
    "总计",
    "累计",
    "共",
    "到",
    "至",
    "计",
    "均",
    "各",
    "分别",
    "总体",
    "实现",
    "成",
    "升",
    "增",
    "降",
)
_COUNT_BEFORE = re.compile(r"第\Z")
_BEFORE_HAN = re.compile(r"[统唯专单同逐进之划初归万千百第星周每某有其任每另哪那这]\Z")
_NOUN_NUMBER = re.compile(
    r"一(?:[些切般定律体系直旦致批并贯线样带路同起流步方面样揽举旦时度向律站网件老小揽盘把手道环]|次性|卡通|站式|体化|揽子|方面|系列|线|窗|刻)"
    r"|[一二三四五六七八九十]是|万(?:一|能|里|众|物)|千(?:方|家万|万百)|百(?:姓|货|年大|花|强县)|十(?:分(?!钟)|字|足|佳)|两(?:岸|侧|旁|手|会|翼|江|山|委|新)|三(?:农|甲|产|角|维|峡|明市|亚)|四(?:川|周|季)|双|零(?:售|距离|星|散|部件|工|碳|就业|接触|跑)|半(?:导体|成品|岛)|五(?:保|一)|九(?:龙|江)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """数量: one number, or one range, with its unit. All offsets are into the folded line."""

    start: int
    end: int
    """Number, multiplier and unit as written."""
    number_end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: Unit | None
    unit_start: int
    """Where the unit as written begins, its multiplier included; `end` where there is none."""
    comparator: str
    before: int
    """Where the comparing words before the number begin."""
    after: int
    """Where the comparing words behind the unit end."""
    unknown_unit: str = ""
    """A measure word that the table does not know."""
    problem: str = ""
    """Why the number was not read."""
    doubling: bool = False
    """翻番."""

    @property
    def read(self) -> bool:
        """Whether there is a value."""
        return self.value is not None or (self.low is not None and self.high is not None)

    @property
    def unit_name(self) -> str | None:
        """The canonical unit."""
        return self.unit.canonical if self.unit else self.unknown_unit or None

    @property
    def dimension(self) -> str | None:
        """The unit's dimension."""
        return self.unit.dimension if self.unit else None


def quantities(text: str, written: str | None = None) -> list[Quantity]:
    """Every number of a folded line, in order. `written` is the line before folding, of the same length.

    >>> [(q.value, q.unit_name, q.comparator) for q in quantities("新建公厕76座,面积不低于1.2万平方米")]
    [(Decimal('76'), '座', 'eq'), (Decimal('12000'), '平方米', 'ge')]
    >>> [(q.low, q.high, q.unit_name) for q in quantities("建设2至3个中心")]
    [(Decimal('2'), Decimal('3'), '个')]
    """
    found: list[Quantity] = []
    here = 0
    while (match := _START.search(text, here)) is not None:
        quantity = _at(text, match.start(), here, written)
        if quantity is None:
            skipped = NUMERAL.match(text, match.start())
            here = max(match.end(), skipped.end() if skipped and not text[match.start()].isascii() else 0)
            continue
        found.append(quantity)
        here = max(quantity.number_end, quantity.end if quantity.unit else quantity.number_end)
    return found


def _at(text: str, start: int, floor: int, written: str | None) -> Quantity | None:
    doubling = _DOUBLING.match(text, start)
    if doubling:
        times = Decimal(2) ** {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}.get(doubling["times"] or "", 1)
        return _compared(
            text, floor, start, doubling.end(), doubling.end(), times, None, None, unit_named("倍"), doubling.end(), doubled=True
        )
    if text[start] == "翻":
        return None
    part = FRACTION.match(text, start)
    if part and (share := fraction(part[0])) is not None:
        end = part.end()
        return _compared(text, floor, start, end, end, share[0], None, None, unit_named(share[1]) if share[1] else None, end)
    tenth = TENTHS.match(text, start)
    if tenth and (percent := tenths(tenth[0])) is not None:
        return _compared(text, floor, start, tenth.end(), tenth.end(), percent, None, None, unit_named("%"), tenth.end())
    end = numeral_at(text, start, written)
    if end == start:
        return None
    return _number(text, start, end, floor, written)


def _number(text: str, start: int, end: int, floor: int, written: str | None) -> Quantity | None:
    run = text[start:end]
    han = not run[0].isascii()
    if han and (_NOUN_NUMBER.match(text, start) or (_BEFORE_HAN.search(text, floor, start) and len(run) == 1)):
        return None
    if start > floor and text[start - 1] == "-" and (start - 1 == floor or text[start - 2 : start - 1] in "长幅率为到速,(") and not han:
        start -= 1
        run = text[start:end]
    value, low, high = amount(run), None, None
    problem = ""
    if value is None:
        pair = between(run)
        if pair:
            low, high = pair
        elif han and not any(character in "十百千万亿" for character in run):
            return None
        elif not han or len(run) > 1:
            problem = "more than 15 significant digits" if len(run) > 15 else f"“{run}” has no one reading"
        else:
            return None
    number_end = end
    vague = None
    second = _RANGE.match(text, end)
    first_unit = None
    if second is None and value is not None:
        first_unit = unit_at(text, _blank(text, end))
        if first_unit is not None:
            second = _RANGE.match(text, first_unit[1])
            if second is not None and (first_unit[0].dimension == "time" or text[max(0, start - 2) : start].endswith(("由", "从", "自"))):
                second = None
    if second is not None and value is not None and not text[max(floor, start - 3) : start].endswith(("由", "从", "自")):
        stop = numeral_at(text, second.end(), written)
        upper = amount(text[second.end() : stop]) if stop > second.end() else None
        unit = unit_at(text, _blank(text, stop)) if upper is not None else None
        if upper is not None and unit is not None and (first_unit is None or first_unit[0].canonical == unit[0].canonical):
            low, high = _shared(value, upper, run, text[second.end() : stop], first_unit is not None)
            value, number_end = None, stop
            after = comparator_after(text, unit[1])
            return Quantity(
                start,
                unit[1],
                stop,
                None,
                low,
                high,
                unit[0],
                _unit_start(text, start, stop),
                "range",
                _before(text, floor, start)[1],
                unit[1] + (len(after.form) if after else 0),
            )
    if match := _VAGUE.match(text, number_end):
        unit = unit_at(text, _blank(text, match.end()))
        if unit is not None and match[0] != "来":
            vague = match
            number_end = match.end()
    unit = unit_at(text, _blank(text, number_end)) if vague is None else unit_at(text, _blank(text, number_end))
    if han and unit is None and len(run) == 1 and not problem and text[end : end + 1] not in ("大",):
        return None
    if unit is not None:
        stop = unit[1]
        quantity = _compared(
            text,
            floor,
            start,
            stop,
            number_end,
            value,
            low,
            high,
            unit[0],
            _unit_start(text, start, end if vague is None else number_end, end),
        )
    else:
        quantity = _compared(text, floor, start, number_end, number_end, value, low, high, None, number_end)
    if vague is not None and quantity.comparator == "eq":
        quantity = _with(quantity, comparator="approx")
    if low is not None and value is None and quantity.comparator == "eq":
        quantity = _with(quantity, comparator="range")
    return _with(quantity, problem=problem) if problem else quantity


def _with(quantity: Quantity, **changes: object) -> Quantity:
    from dataclasses import replace

    return replace(quantity, **changes)  # type: ignore[arg-type]


def _shared(value: Decimal, upper: Decimal, first: str, second: str, own_unit: bool) -> tuple[Decimal, Decimal]:
    """5至8万: both ends share the multiplier where only the second has one and the first would be out of reach."""
    tail = _MULTIPLIER.search(second)
    if tail and not own_unit and first.isascii() and _MULTIPLIER.search(first) is None and second[: tail.start()].isascii():
        scale = amount("1" + tail[0])
        if scale is not None and value * scale <= upper:
            return value * scale, upper
    return value, upper


def _blank(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] == " " else position


def _unit_start(text: str, start: int, number_end: int, run_end: int | None = None) -> int:
    """Where multiplier and unit begin."""
    tail = _MULTIPLIER.search(text, start, run_end or number_end)
    return tail.start() if tail and tail.start() > start else number_end


def _before(text: str, floor: int, start: int) -> tuple[str, int]:
    """The comparator before a number, and where the comparing words begin."""
    found = "eq"
    here = start
    for _ in range(4):
        comparator = comparator_before(text, floor, here)
        if comparator is not None:
            if found in ("eq", "gt") or comparator.comparator in ("approx",):
                found = comparator.comparator if found == "eq" else found
            here -= len(comparator.form)
            continue
        for word in ("达到", "达", "为", "共", "均"):
            if here - len(word) >= floor and text.startswith(word, here - len(word)) and word in ("达到", "达", "为") and here != start:
                return found, here
        break
    return found, here


def _compared(
    text: str,
    floor: int,
    start: int,
    end: int,
    number_end: int,
    value: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    unit: Unit | None,
    unit_start: int,
    *,
    doubled: bool = False,
) -> Quantity:
    comparator, before = _before(text, floor, start)
    after = end
    tail = comparator_after(text, end)
    if tail is not None and not (tail.form in ("余", "多", "之上") and tail.form != text[end : end + 1]):
        follows = text[end + len(tail.form) : end + len(tail.form) + 1]
        if tail.form not in ("余", "多") or (unit is not None and follows in ("", ",", "。", ";", "、")):
            after = end + len(tail.form)
            if tail.comparator == "approx":
                comparator = "approx"
            elif comparator == "eq" or (comparator == "le" and tail.comparator == "le"):
                comparator = tail.comparator
    if unit is None and tail is None:
        after = end
    return Quantity(start, end, number_end, value, low, high, unit, unit_start, comparator, before, after, doubling=doubled)
