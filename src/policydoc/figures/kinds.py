"""数字的性质: what a number is before anybody asks whether it is a target.

The rules stand in the order in which they are tried; each looks at the number and at what stands directly beside it. A
number that none of them knows is "open": the targets room decides.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import Final

from policydoc.figures.citing import cited_kind
from policydoc.figures.declared import is_declared
from policydoc.figures.durations import duration_kind
from policydoc.figures.limits import limit_kind
from policydoc.figures.masks import Masks
from policydoc.figures.quantity import OPEN, Quantity, Span
from policydoc.figures.wording import SIZED, is_label, is_plant_size, is_slogan
from policydoc.rules.cues import cue_pattern
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by
from policydoc.rules.verbs import tails

_CLASSES: Final = frozenset({"千伏", "伏", "蒸吨", "吨级", "英寸", "分贝", "摄氏度", "赫兹", "兆赫", "K", "英里", "蒸吨/小时"})
"""Units that name a class of things where a noun follows: 110千伏变电站."""
_MARKS: Final = frozenset(",。;:、)]”!?\t|")
_RATE_BEFORE = pattern(r"(?:按照?|最高|比例|不超过|不高于|给予|上浮|下浮|原则上|之和|减按|的|不低于)[^,。;]{0,6}\Z")
_WITHIN: Final = ("范围", "以内的", "内的", "半径")
_REACHED: Final = frozenset({"米", "公里"})
_DAY_OF = pattern(r"(?:每[0-9一二三两双单]?个?(?:月|季度?)(?:首月)?|次月|下月|当月|翌月|本月|隔月|[单双逐按]月|[0-9]月)\Z")
_YEARS: Final = frozenset({"年", "个月", "月"})
_PERIOD = pattern(r"(?:过去|今后|未来|最近|往后|随后|其后|近)(?:的|这)?\Z")
_EACH = pattern(r"每(?:人|户|亩|月|生|家|名|个|台|辆|床|张|吨|件|例|次|平方米|千瓦|位|头|只|株)")
"""每人每月发放300元: so much for each."""
_FREQUENT = pattern(r"(?:每|逢)[^,。;]{1,8}\Z|每[0-9两三四五六七八九十半]{1,2}[个天周月年]?[^,。;]{0,3}\Z")
_CLASS_BEHIND: Final = ("级", "型")  # 30万千瓦级机组
_RATE_BEHIND: Final = ("加计扣除", "贴息", "补贴", "补助", "奖励", "减免", "的比例", "给予", "报销")
_LISTED_ORDINAL = pattern(r"第[0-9一二三四五六七八九十百]{1,4}[、和至-]\Z")
_COVERING = pattern(r"(?:开展|提供|进行|实施|实行)\Z")
"""开展48种疾病筛查: what a service covers."""
_NAMING: Final = frozenset({"届", "期", "路", "线", "街", "类", "批", "版", "段", "层", "号", "等", "代"})
_HAMLETS: Final = frozenset({"家", "里", "间", "棵", "口", "道", "处"})
_VILLAGES: Final = ("村", "庄", "屯", "寨", "沟", "河", "桥", "坪", "湾", "镇", "乡", "子村", "埠", "铺", "岭", "庙")
_COUNTED_TOO: Final = ("表", "图", "注", "附", "问题", "专栏")
"""With a unit behind the number these are what is counted: 水表50只."""
_EMERGENCY: Final = frozenset({"110", "119", "120", "122", "12345", "12348", "12320", "12333"})
_RANKS: Final = frozenset({"名", "位", "列", "强", "个"})
_REPEATED: Final = ("连续", "再", "多")
_TIMES: Final = frozenset({"次", "轮", "批", "期"})
ARRANGED: Final = ("安排", "把握", "掌握", "考虑", "预期")
"""增长按6%安排: the number is planned."""
_REGULAR = pattern(r"(?:半年|一年|季度|逐月|按月|按季|月度)[^,。;]{0,6}\Z")
_NORM = pattern(r"的?[一-鿿]{0,6}标准(?!化|厂房|地)")


@cache
def _beside(side: str) -> Lexicon[str]:
    return lexicon("figure_kinds", lambda row, _: row["kind"], lambda row: row["side"] == side)


@cache
def _cue(name: str) -> re.Pattern[str]:
    return cue_pattern("figure_kinds", "id", name)


class Kinds:
    """The kinds of the numbers of one folded line.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "第3批5G基站,60周岁以上老人12名"
    >>> kinds = Kinds(line)
    >>> [kinds.kind(found, (0, len(line))) for found in quantities(line)]
    ['ordinal', 'name', 'threshold', 'open']
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.masks = Masks(text)

    @cached_property
    def scores(self) -> bool:
        """Whether the line speaks of points and weights."""
        return _cue("score_line").search(self.text) is not None

    def kind(self, quantity: Quantity, clause: Span) -> str:
        """The kind of a number, or "open"."""
        if quantity.dated:
            return by("date", "date")
        text, start = self.text, quantity.start
        masked = self.masks.kind(start)
        if masked:
            return by("inside_name", masked)
        if text.endswith("每", 0, start):
            return by("each_before", "standard", (start - 1, start))
        cited = cited_kind(text, quantity)
        if cited or is_label(text, quantity):
            return by("cited", cited) if cited else by("label", "ordinal")
        found = self._beside(quantity) or self._letters(quantity)
        if found:
            return found
        if is_declared(text, quantity, clause):
            return by("declared", "declared_count")
        if quantity.unit is None:
            return by("slogan", "name") if is_slogan(text, quantity) else by("no_unit", OPEN)
        if not text[start].isascii() and not quantity.problem:
            found = self._in_han(quantity)
        return found or self._by_unit(quantity, clause)

    def _in_han(self, quantity: Quantity) -> str:
        """Chinese numerals that name rather than count: 滨河三路, 二期, 十九届, 千亩示范片; 第三、五项."""
        text, unit = self.text, quantity.unit
        run = text[quantity.start : quantity.number_end]
        name = unit.canonical if unit is not None else ""
        if _LISTED_ORDINAL.search(text, max(0, quantity.start - 8), quantity.start):
            return by("listed_ordinal", "ordinal")
        if len(run) == 1 and name in _HAMLETS and text.startswith(_VILLAGES, quantity.end):
            return by("han_name", "name")  # 三家村, 五里河
        if len(run) == 1 and text[quantity.end : quantity.end + 1].isdigit() and text.endswith("、", 0, quantity.start):
            return by("han_name", "name")  # 太乙、五台3个街道
        if name in _NAMING and len(run) <= 3 and quantity.comparator == "eq":
            return by("session", "ordinal") if name == "届" else by("han_name", "name")
        if unit is not None and unit.dimension == "place" and len(run) == 1 and quantity.comparator == "eq" and quantity.per is None:
            return by("han_name", "name")
        if unit is not None and unit.dimension == "money" and text.startswith(SIZED, quantity.end) and run[-1] in "万亿":
            return by("sized", "threshold" if len(run) > 1 or quantity.comparator != "eq" else "name")
        if run.strip("百千万亿") == "" and quantity.comparator == "eq" and quantity.per is None:
            return "" if _is_reached(text, 0, quantity.before) else by("slogan", "name")
        return ""

    def _beside(self, quantity: Quantity) -> str:
        """By the words that touch the number."""
        text, start, unit = self.text, quantity.start, quantity.unit
        before = _beside("before").before(text, max(0, start - 8), start)
        if before is not None:
            kind = before[0]
            if kind == "ranked":
                kind = "ordinal" if unit is not None and unit.canonical in _RANKS else ""
            if kind == "ordinal" and unit is not None and text.endswith(_COUNTED_TOO, 0, start):
                kind = ""  # 更换智能水表50只
            if kind == "ordinal" or (kind == "contact" and quantity.value is not None and quantity.value >= 100):
                return by("word_before", kind, (before[1], start))
            if (kind == "score" and (unit is None or unit.canonical == "分")) or (kind == "reference" and unit is None):
                return by("word_before", kind, (before[1], start))
            if kind == "imprint" and (unit is None or unit.canonical == "份"):
                return by("word_before", "reference", (before[1], start))
        after = _beside("after").at(text, quantity.number_end, len(text))
        if after is not None:
            small = quantity.value is None or quantity.value < 100
            refused = small if after[0] == "contact" else after[0] == "threshold" and _is_reached(text, 0, quantity.before)
            return "" if refused else by("word_behind", after[0], (quantity.number_end, after[1]))
        if text.startswith(_CLASS_BEHIND, quantity.end) and unit is not None:
            return by("class_of", "name")
        return ""

    def _letters(self, quantity: Quantity) -> str:
        """By Latin letters and signs that touch the number: G25, 5G, 1+4."""
        text, start, unit = self.text, quantity.start, quantity.unit
        if not text[start].isascii():
            return ""
        last, following = text[start - 1 : start], text[quantity.end : quantity.end + 1]
        if last.isascii() and last.isalpha() and not (quantity.counts and text[start - 2 : start - 1].isascii()):
            return by("sign_beside", "name")
        if last in ("某", "-", "+", "×", "/", "*") and last:
            return by("sign_beside", "name")
        if following in ("+", "×", "*", "=") or (last in ("=", "÷") and last):
            return by("sign_beside", "name" if following in ("+", "×") else "standard")
        if unit is None and text[start : quantity.number_end] in _EMERGENCY and "一" <= following <= "鿿":
            return by("emergency", "contact")  # 提升120急救能力
        if unit is None and following.isascii() and following.isalpha():
            return by("sign_beside", "name")
        if unit is not None and unit.canonical == "G" and not text.endswith(("至", "到", "达"), 0, start):
            return by("sign_beside", "name")
        return ""

    def _by_unit(self, quantity: Quantity, clause: Span) -> str:
        """By the dimension of the unit and the words of the clause."""
        text, unit = self.text, quantity.unit
        name = unit.canonical if unit is not None else ""
        lead = text[clause[0] : quantity.start]
        following = text[quantity.end : quantity.end + 1]
        if name == "版" and "." in text[quantity.start : quantity.number_end]:
            return by("by_unit", "name")
        limit = "rate" if name == "折" else limit_kind(text, quantity, clause)
        if limit:
            return by("limit_or_price", limit)
        if (
            name == "字"
            or (name in _REACHED and text.startswith(_WITHIN, quantity.end))
            or lead.endswith(("限领", "限购", "限报", "仅限", "只限", "每人限", "每户限"))
        ):
            return by("limit", "standard")  # 3000字以内, 周边500米范围内
        if (name == "日" or text.startswith("号", quantity.number_end)) and _DAY_OF.search(lead):
            return by("day_of_month", "date")  # 每月5日前
        if name in _YEARS and quantity.after == quantity.end and _PERIOD.search(text, max(0, quantity.before - 2), quantity.start):
            return by("years_past", "date")  # 过去三年
        if name in ("岁", "周岁", "分"):
            reached = _is_reached(text, clause[0], quantity.before) and not (name == "分" and self.scores)
            return by("level_reached", OPEN) if reached else by("by_unit", "score" if name == "分" else "threshold")
        if (name in _CLASSES and following and following not in _MARKS) or is_plant_size(text, quantity, clause[0]):
            return by("class_of", "threshold")
        norm = name == "%" and "标准" in text[quantity.end : quantity.end + 9] and _NORM.match(text, quantity.end)
        if norm or (name == "种" and _COVERING.search(lead)):
            return by("norm", "standard")  # 执行65%节能标准
        if name in _TIMES and (lead.endswith(_REPEATED) or _FREQUENT.search(lead) or text.startswith("以上", quantity.end)):
            return by("frequency", "standard")
        if name in _TIMES and ("每" in lead[-8:] or _REGULAR.search(lead)) and _cue("frequency").search(text, *clause):
            return by("frequency", "standard")
        if quantity.dimension == "time":
            return duration_kind(text, quantity, clause)
        if quantity.dimension == "money" or name in _RATIO_NAMES:
            return self._rate(quantity, clause, lead)
        return by("no_kind", OPEN)

    def _rate(self, quantity: Quantity, clause: Span, lead: str) -> str:
        """Subsidies, prices and fines are rates; a total to be paid out is not."""
        text = self.text
        money = quantity.dimension == "money"
        if self.scores and not money and lead.endswith(("占", "占比为", "占比", "为", "按")):
            return by("scored", "score")
        if _cue("rate_clause").search(text, *clause) is None:
            if money and quantity.unit is not None and "/" in quantity.unit.canonical:
                return by("level_reached", OPEN) if _is_reached(text, clause[0], quantity.before) else by("price_each", "standard")
            return by("no_kind", OPEN)
        if money:
            reached = tails().before(text, clause[0], quantity.before)
            if reached is not None and reached[0].change != "level":
                return by("level_reached", OPEN)
            granted = _cue("grant_clause").search(text, clause[0], quantity.start) is not None
            return by("paid_in_all", OPEN) if granted and quantity.per is None and _EACH.search(lead) is None else by("rate", "rate")
        held = tails().before(text, clause[0], quantity.before)
        if held is not None and held[0].change not in ("rise_by", "fall_by") and held[0].form != "为":
            return by("level_reached", OPEN)
        if text.startswith(ARRANGED, quantity.after):
            return by("arranged", OPEN)
        rated = _RATE_BEFORE.search(lead) is not None or text.startswith(_RATE_BEHIND, quantity.after)
        return by("rate", "rate") if rated else by("no_kind", OPEN)


def _is_reached(text: str, floor: int, stop: int) -> bool:
    """Whether 达到, 提高到, 增长 end at a place; 为 says too little."""
    found = tails().before(text, floor, stop)
    return found is not None and found[0].form != "为"


_RATIO_NAMES: Final = frozenset({"%", "倍", "‰"})
