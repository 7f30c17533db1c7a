"""归目标与否: which words make a number one to be reached, and what it is where none do."""

from __future__ import annotations

from functools import cache
from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by
from policydoc.targets.indicators import is_indicator
from policydoc.targets.reading import Reading
from policydoc.targets.statement import Statement

_WORD = pattern(r"(?:(?![〇零一二两三四五六七八九十百千万亿半每各的])[一-鿿]){1,4}(?=[,。;、:()]|\Z)")
_NO_MEASURE: Final = tuple("年月日时号级类第至到大以及和与等是为在分岁约预左余多")
"""What begins with these is no measure word."""
_NO_MEASURES: Final = (
    "工程",
    "计划",
    "行动",
    "项目",
    "能力",
    "系统",
    "平台",
    "模式",
    "规模",
    "战略",
    "体系",
    "工作",
    "服务",
    "活动",
    "任务",
    "机制",
)
_STATED = pattern(r"(?:全?[市县区省镇乡州村])?(?:总共|共|约|总|大约)?(?:急?需|实有|缺|存有|尚有|仍有|尚缺)")
"""全县需化肥2.8万吨: what is needed or there."""
_ONLY: Final = ("仅", "只", "还有", "仅有")
"""铁路网密度仅为80%: how little there is."""
_FACTS = pattern(
    r"(?:[全我本][省市县区旗镇乡村])?(?:(?:总|户籍|常住|现有|农业)?人口|(?:国土|辖区|行政区域|土地|耕地)总?面积|总面积)\Z|(?:[全我本][省市县区镇乡村])?(?:还|仍|尚|现)有"
)
"""总面积1800平方公里,人口38万人: what a place has."""
_SIZED = pattern(r"[0-9][0-9.]*[^0-9,。;、]{1,5}以[上下][一-鿿]{0,8}(?:项目|企业|基地|园区|大户|农场|合作社)")
"""5亿元以上产业项目3个: what is counted, by its size."""
_LISTED_END: Final = frozenset(("", ",", "。", ";", "、", "(", ")", "|", "\t", *"123456789"))
_NO_NOUN_END: Final = frozenset("由从含的被与和共在前后于以内为有是近")
_NO_NOUN_HEAD: Final = frozenset("每平第由从含被在以含其该此这有未不0123456789")
_PEOPLE_FROM: Final = 100
_MANY: Final = 100
"""送戏下乡一万场, but 老旧小区两个."""
_FLOORS: Final = frozenset({"ge", "gt", "le"})


@cache
def persons() -> Lexicon[str]:
    """Nouns of people: 养老护理员, 退役军人.

    >>> persons().before("养老护理员", 0, 5)[0]
    'person'
    """
    return lexicon("persons", lambda row, _: row["id"])


def claims(text: str, statement: Statement, reading: Reading) -> bool:
    """Whether its words make a number one to be reached. A measure word that the table does not know is taken up on the way.

    A deed or an indicator does; so does a bound (每周不少于30场), a share of the noun behind (九成以上的村), or an item of a
    list of orders (老旧小区11个).
    """
    quantity = statement.quantity
    deed = reading.action is not None or reading.level
    if quantity.unit is None and not quantity.unknown_unit:
        return _bare(text, statement, reading, deed=deed)
    what = reading.object
    if deed:
        if what is None:
            return by("deed", True)
        if text.endswith(_ONLY, *what):
            return by("only", False, what)
        known = reading.action is None and quantity.comparator in ("eq", "approx")
        if known and text[what[0]] == "占" and not is_indicator(text, *what):
            return by("fact", False, what)  # 占全县人口21%
        if known and _FACTS.match(text, *what) is not None:
            return by("fact", False, what)
        return by("indicator", True) if reading.level else by("deed", True)
    bounded = what is not None and quantity.comparator in _FLOORS
    if bounded and quantity.before < quantity.start:
        return by("bounded", True)
    if bounded and what is not None and quantity.unit_name == "%" and what[0] >= quantity.end:
        return by("share_of_noun", True)
    return by("listed_amount", True) if is_listed_amount(text, quantity, what) else by("no_deed", False)


def _bare(text: str, statement: Statement, reading: Reading, *, deed: bool) -> bool:
    """A number without unit: a fraction, an index (系数提高到0.56), an unknown measure word (3畈), a multitude (120万农村人口)."""
    quantity = statement.quantity
    if "分之" in text[quantity.start : quantity.end] or "半" in (text[quantity.start], text[quantity.end - 1]):
        return by("deed", True) if deed else by("no_deed", False)
    if reading.level and reading.object is not None and is_index(text, quantity, reading.action):
        return by("index", True)
    if not deed:
        return by("no_deed", False)
    unit = unknown_unit(text, quantity)
    if not unit:
        many = is_multitude(text, quantity) or is_people(text, quantity, reading)
        return by("multitude", True) if many else by("no_measure", False)
    end = quantity.end + len(unit)
    statement.quantity = quantity._replace(unknown_unit=unit, end=end, after=max(end, quantity.after))
    return by("new_measure", True, (quantity.end, end))


def unknown_unit(text: str, quantity: Quantity) -> str:
    """The one to four characters between a number and a mark that must be its measure word: 3畈.

    >>> from policydoc.figures.quantities import quantities
    >>> [unknown_unit(line, quantities(line)[0]) for line in ("新建公园3畈。", "新建3大公园。")]
    ['畈', '']
    """
    match = _WORD.match(text, quantity.end) if quantity.after == quantity.end else None
    if match is None or match[0].startswith(_NO_MEASURE) or match[0].endswith(_NO_MEASURES):
        return ""
    return match[0]


def is_listed_amount(text: str, quantity: Quantity, what: Span | None) -> bool:
    """Whether a noun and its number make an item of a list of orders without a verb: 老旧小区11个.

    >>> from policydoc.figures.quantities import quantities
    >>> [is_listed_amount(line, quantities(line)[0], (0, 4)) for line in ("老旧小区11个。", "骨干队伍12名集中办公。", "老旧小区两个。")]
    [True, False, False]
    """
    if what is None or what[0] >= quantity.start or what[1] - what[0] < 3:
        return False
    if not text[quantity.start].isascii() and (quantity.value is None or quantity.value < _MANY):
        return False
    if quantity.dimension in (None, "ratio", "time", "money") or text[what[1] - 1] in _NO_NOUN_END:
        return False
    if text[what[0]] in _NO_NOUN_HEAD and _SIZED.fullmatch(text, *what) is None:
        return False
    return text[quantity.after : quantity.after + 1] in _LISTED_END and _STATED.match(text, *what) is None


def is_index(text: str, quantity: Quantity, action: Span | None) -> bool:
    """Whether a number without unit is a level by its verb: 系数提高到0.56.

    >>> from policydoc.figures.quantities import quantities
    >>> line = "系数提高到0.56。"
    >>> is_index(line, quantities(line)[0], (2, 5)), is_index(line, quantities(line)[0], None)
    (True, False)
    """
    return action is not None and 0 <= quantity.before - action[1] <= 1 and text[quantity.after : quantity.after + 1] in _LISTED_END


def is_multitude(text: str, quantity: Quantity) -> bool:
    """Whether a number without unit counts people or things in 万 or 亿: 120万农村人口.

    >>> from policydoc.figures.quantities import quantities
    >>> [is_multitude(line, quantities(line)[0]) for line in ("120万农村人口", "12万,", "3农村人口")]
    [True, False, False]
    """
    following = text[quantity.end : quantity.end + 1]
    return text[quantity.number_end - 1] in "万亿" and "一" <= following <= "鿿" and not text.startswith(_NO_MEASURE, quantity.end)


def is_people(text: str, quantity: Quantity, reading: Reading) -> bool:
    """Whether a number without unit before a mark counts people by its verb and noun: 培训农民3万, 新增就业4000以上."""
    if quantity.value is None or quantity.value < _PEOPLE_FROM or text[quantity.after : quantity.after + 1] not in _LISTED_END:
        return False
    what, action = reading.object, reading.action
    if what is None or what[1] > quantity.start or (action is None and not text.endswith("新增就业", *what)):
        return False
    return text.endswith(("就业", "人口", "人次", "人数", "户数"), *what) or persons().before(text, *what) is not None


def residual_kind(quantity: Quantity, *, wanted: bool) -> str:
    """The kind of an open number that is no target; "unknown" only where nothing tells.

    >>> from policydoc.figures.quantities import quantities
    >>> [residual_kind(quantities(line)[0], wanted=True) for line in ("8个", "8个以上", "8万元", "8%")]
    ['unknown', 'threshold', 'funding', 'standard']
    """
    if quantity.unit is None or quantity.problem:
        return by("no_rest", "unknown")
    if quantity.comparator != "eq":
        return by("rest_bound", "threshold")
    if quantity.dimension == "money":
        return by("rest_money", "funding")
    return by("no_rest", "unknown") if wanted and quantity.counts else by("rest", "standard")
