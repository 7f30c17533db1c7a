"""数词用字: numeral characters that are parts of words (统一, 一批, 两癌) or stand for nothing in particular (一个, 几十)."""

from __future__ import annotations

from functools import cache
from typing import Final

from policydoc.figures.quantity import Quantity
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern

_ARTICLE_UNITS: Final = frozenset({"座", "所", "处", "栋", "幢", "条", "家", "公里", "亿", "万"})
"""一座: with these a single one may be what is to be built."""
_COUNTED_BEFORE: Final = ("各", "只", "仅", "少", "每", "多", "共", "达", "为", "于", "过", "约")
_BUILT_BEFORE: Final = ("建", "建设", "建成", "开工", "建造", "开通", "造", "改造", "设", "扩建", "增加", "新增", "成")
_LIST_BEFORE: Final = (*_BUILT_BEFORE, "创建", "打造", "培育")
_NEXT = pattern(r"[^,。;:、]{1,16}[、和][两二三四五六七八九十]{1,3}")
SIZED: Final = ("企业", "项目", "大户", "村", "园区", "产业", "集群", "镇", "县", "楼宇")
"""十亿元企业, 百万元村: the sum is the size of the thing."""
_BUILDS = pattern(r"(?:新建|建设|开工|扩建|续建|迁建)[一-鿿]{0,8}\Z")
_PLANT = pattern(r"[一-鿿]{0,6}?(?:电站|机组|生产线|冷库|水厂|电厂|处理厂)(?:等?(?:项目|工程))?(?=[,。;、]|\Z)")
_PLANT_SIZES: Final = frozenset({"mass", "energy", "capacity", "volume"})
_PROGRAMME = pattern(r"[一-鿿]{2,12}?(?:计划|工程|行动|大赛)")
_MOST_ITEMS: Final = 100
_PAGE: Final = "-·。."
"""-12-, ·12·, 。12: marks around a page number, as a scan has them."""
_NEAR = 14
_LONGEST = 4
_NUMERALS: Final = frozenset("零一二两三四五六七八九十百千万亿半几")
_VAGUE_BEFORE: Final = ("几", "数", "若干")


@cache
def _words() -> Lexicon[str]:
    return lexicon("numeral_words", lambda row, _: row["id"])


def word_at(text: str, start: int) -> int:
    """Where the word ends that the Han numeral at a place is part of; 0 where it is part of none.

    >>> word_at("建设一批驿站", 2), word_at("统一标识", 1), word_at("新建三座", 2)
    (4, 2, 0)
    """
    found = _words().at(text, start, len(text))
    if found is not None:
        return found[1]
    return start + 1 if _words().before(text, max(0, start - _LONGEST), start + 1) is not None else 0


def is_article(text: str, start: int, unit: str) -> bool:
    """Whether 一 with a measure word is no number to be counted: 打造一支队伍, but 每县一个, 新建一座.

    >>> is_article("打造一支队伍", 2, "支"), is_article("每县建设一个驿站", 4, "个"), is_article("新建一座驿站", 2, "座")
    (True, False, False)
    """
    before = text[max(0, start - _NEAR) : start]
    if before.endswith(_LIST_BEFORE) and (listed := _NEXT.match(text, start + 1 + len(unit))) and text.startswith(unit, listed.end()):
        return False  # 建设一个甲、两个乙
    if "每" in before or before.endswith(_COUNTED_BEFORE):
        return False
    return not (unit in _ARTICLE_UNITS and before.endswith(_BUILT_BEFORE))


def is_listed_name(text: str, start: int, end: int) -> bool:
    """Whether a Han numeral and the measure word behind it are the name of a place in a list of such: 云泽、六枝、青岭.

    >>> is_listed_name("云泽、六枝、青岭3地", 3, 5), is_listed_name("五所、六处、七座", 3, 5)
    (True, False)
    """
    if end - start != 2 or text[start - 1 : start] != "、" or text[end : end + 1] not in ("、", "和", "及", "等"):
        return False
    first = max(text.rfind(mark, max(0, start - 8), start - 1) for mark in "、,在和及 ")
    before = text[max(first + 1, start - 4) : start - 1]
    return len(before) in (2, 3) and all("一" <= sign <= "鿿" and sign not in _NUMERALS for sign in before)


def is_vague(text: str, start: int, end: int) -> str:
    """Why a Han numeral is too vague to be read: 几十, 数百, 十几.

    >>> is_vague("几十个", 1, 2), is_vague("十几个", 0, 1), is_vague("三十个", 0, 2)
    ('几 makes it vague', '几 makes it vague', '')
    """
    for word in _VAGUE_BEFORE:
        if text[start] in "十百千万亿" and text.endswith(word, 0, start):
            return f"{word} makes it vague"
    return "几 makes it vague" if text.startswith("几", end) else ""


def is_label(text: str, quantity: Quantity) -> bool:
    """Whether a number is (3) or 3. at the head of an item, or a page number alone on its line.

    >>> from policydoc.figures.quantities import quantities
    >>> [is_label(line, quantities(line)[0]) for line in ("(3)新建驿站", "3.新建驿站", "新建3处")]
    [True, True, False]
    """
    if quantity.unit is not None or quantity.value is None:
        return False
    if quantity.end - quantity.start >= len(text) - 4 and text[: quantity.start].strip(_PAGE) == text[quantity.end :].strip(_PAGE) == "":
        return True
    if quantity.value >= _MOST_ITEMS:
        return False
    if quantity.start == 0:
        return text.startswith((".", "、", ")"), quantity.end)
    return text[quantity.start - 1] == "(" and text.startswith(")", quantity.end)


def is_slogan(text: str, quantity: Quantity) -> bool:
    """Whether a round Chinese numeral is part of a name: 百万人才培训计划, 百亿产业.

    >>> from policydoc.figures.quantities import quantities
    >>> [is_slogan(line, quantities(line)[0]) for line in ("百万人才培训计划", "百亿产业", "三亿,")]
    [True, True, False]
    """
    run = text[quantity.start : quantity.number_end]
    if run.strip("十百千万亿") or quantity.comparator != "eq":
        return False
    programme = len(run) > 1 and _PROGRAMME.match(text, quantity.end) is not None
    return programme or (run[-1] in "万亿" and text.startswith(SIZED, quantity.end))


def is_plant_size(text: str, quantity: Quantity, start: int) -> bool:
    """Whether a number is the size of the plant that is built: 建设300兆瓦储能电站, but 新增储能300兆瓦; its clause begins at `start`.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("建设300兆瓦储能电站", "新建5万吨冷库项目", "新增储能300兆瓦", "新增300兆瓦储能")
    >>> [is_plant_size(line, quantities(line)[0], 0) for line in lines]
    [True, True, False, False]
    """
    if quantity.dimension not in _PLANT_SIZES or quantity.comparator != "eq" or quantity.after != quantity.end:
        return False
    near = max(start, quantity.before - _NEAR)
    return _PLANT.match(text, quantity.end) is not None and _BUILDS.search(text, near, quantity.before) is not None
