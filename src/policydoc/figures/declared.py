"""申报数: how many projects, measures or sides a text says it has (20项民生工程, 三大任务): no number to be reached."""

from __future__ import annotations

from functools import cache
from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern

_UNITS: Final = frozenset({"项", "件", "条", "类", "个", "方面", "场", "点", "种", "大类", "张"})
_MOST = 500
_FEW: Final = frozenset({"一", "两", "二", "三", "四", "五"})
"""两个市场: so few of something abstract are its names."""
_LONGEST = 12
_HALVES: Final = frozenset({"特色", "优势", "关键", "重点", "主题", "主体", "标准", "功能", "支柱", "方向", "区域", "单元", "专项", "产业"})
"""10个特色|体育小镇: these are nouns only where nothing follows."""
_NOT_COUNTS = pattern(
    r"率|化|上|量|面积|里程|园|示范|村|镇|乡|小镇|街|馆|基地|带|站|户|企业|田园|小区|社区|楼宇|建筑|农产品|品牌|景区|景点|院|校|学校|医院|门店|商圈|夜市|合作社"
)
"""3个特色|田园乡村: the noun goes on."""
_ADJECTIVES: Final = 4
_SIDES: Final = ("方面", "领域", "类")
"""深度融合方面6项: how many of a kind there are."""
_ENDS: Final = frozenset(("", "。", ",", ";", ":", ")"))
_BREAKS: Final = _ENDS | frozenset("、和与及的两二三四五”")
_BUILT: Final = ("新建", "改造", "建成", "扩建", "改建")
_QUOTED = pattern(r"[“\"][^“”\"]{1,20}[”\"]")
_SORTED = pattern(r"[0-9一二三四五六七八九十](?:大类|大项|大?件|类|方面|个方面)[、,]?(?:共|计|共计)?\Z")
_OFFICES = pattern(r"(?:部门|单位|委办局|厅局)(?!的)[^,。;]{0,8}?(?:数据|资源|系统|信息|力量|职能|会议|制度|机制)")
"""整合14个部门数据资源, 11个部门参加的联席会议制度: whose it is."""
_MADE_OF = pattern(r"[^,。;]{1,12}组成")
_LISTED: Final = ("项目", "事项", "任务", "工程", "实事", "措施", "举措")
"""实施重点项目5个: at the end of a line that a list follows."""
_HEADS_LIST = pattern(
    r"(?:重点|民生|具体|专项|惠民|重大)?(?:项目|事项|任务|工程|实事|措施|举措|行动)(?:,?(?:分别是|分别为|包括|即|如下|是|为))?:(?:\Z|[(]?[1一][)、.]|一是|①)"
)
"""实施5个项目:(1)…: the count of the list that begins behind it."""
_STATED = pattern(
    r"(?:确定|公布|征集到|梳理|形成|提出|票决|选出|分解)[^,。;0-9]{0,4}[^,。;]{0,26}(?:实事|任务|事项|措施|举措|项目|问题|意见|建议)\Z"
    r"|(?:实事|任务|事项|措施|举措|问题|建议)(?:共|共计|合计|总计)\Z"
    r"|[一二三四五六七八九十0-9]大?(?:重点|专项|主要|攻坚)?(?:行动|任务|方面|领域|板块|工程|类别)\Z"
)
"""确定民生实事项目20件: what is listed is declared."""
_SORTING = pattern(
    r"(?:大类|大项|大?件|类|个?方面)[、,]?(?:共|计|共计|提出|确定|部署|安排|明确|梳理|细化为|分解为|形成|制定)?了?[0-9一二三四五六七八九十百]{1,4}[项个件条种]"
)
"""十大类26项, 5个方面79项, 10件27项: both numbers declare."""


@cache
def _words(role: str) -> Lexicon[str]:
    return lexicon("declared", lambda row, _: row["id"], lambda row: row["role"] == role)


def _noun(text: str, start: int) -> bool:
    """Whether 重点 民生 工程 stands at a place."""
    stop = min(len(text), start + _LONGEST)
    for _ in range(_ADJECTIVES):
        quoted = _QUOTED.match(text, start)
        if quoted is not None:
            start, stop = quoted.end(), min(len(text), quoted.end() + _LONGEST)
        noun = _words("noun").at(text, start, stop)
        whole = noun is not None and (text[start : noun[1]] not in _HALVES or text[noun[1] : noun[1] + 1] in _BREAKS)
        if noun is not None and whole and not _NOT_COUNTS.match(text, noun[1]):
            return True
        adjective = _words("adjective").at(text, start, stop)
        if adjective is None:
            return False
        start = adjective[1]
    return False


def is_declared(text: str, quantity: Quantity, clause: Span) -> bool:
    """Whether a number says how many there are rather than how many to build.

    >>> from policydoc.figures.quantities import quantities
    >>> [is_declared(line, quantities(line)[0], (0, len(line))) for line in ("实施20项民生工程", "建设20个驿站", "推进5个项目:(1)修路")]
    [True, False, True]
    """
    if quantity.value is None or quantity.value > _MOST or quantity.comparator != "eq" or quantity.dimension not in (None, "count"):
        return False
    unit = quantity.unit
    start, end = quantity.start, quantity.number_end
    if unit is None:
        return text.startswith("大", end) or (_noun(text, end) and not text[start].isascii())
    if unit.canonical not in _UNITS:
        return False
    if text.endswith(("(", "(共", "(共计", "(合计", "(计"), 0, start) and text.startswith(")", quantity.end):
        return True
    if text.endswith(_SIDES, clause[0], start) and text[quantity.end : quantity.end + 1] in _ENDS:
        return True
    if text.endswith(("分", "分为", "分成", "划分为"), clause[0], start) and unit.canonical in ("类", "个", "项", "种", "大类"):
        return True
    if _SORTED.search(text, max(0, start - 8), start) or _SORTING.match(text, end):
        return True
    always = _words("always").at(text, quantity.end, len(text))
    if always is not None and text[always[1] : always[1] + 1] in _ENDS:
        return True
    if text[start:end] in _FEW and not text.endswith(_BUILT, clause[0], start):
        abstract = _words("abstract").at(text, quantity.end + text.startswith("大", quantity.end), len(text))
        if abstract is not None and text[abstract[1] : abstract[1] + 1] in _BREAKS:
            return True
    if _STATED.search(text, max(clause[0], start - 40), start) and (
        text[quantity.end : quantity.end + 1] in _ENDS or _noun(text, quantity.end)
    ):
        return True
    if unit.canonical == "个" and (
        _OFFICES.match(text, quantity.end) or (text[start - 1 : start] == "由" and _MADE_OF.match(text, quantity.end))
    ):
        return True
    if text.startswith(":", quantity.end) and quantity.end + 1 == len(text) and text.endswith(_LISTED, clause[0], start):
        return True
    if _HEADS_LIST.match(text, quantity.end) and not text.endswith(_BUILT, clause[0], start):
        return True
    if not _noun(text, quantity.end):
        return False
    lead = text[clause[0] : start]
    return not lead or not text[start].isascii() or _words("declarer").before(text, clause[0], start) is not None or lead[-1] in "年、"


def is_sorting(text: str, quantity: Quantity) -> bool:
    """Whether a number says how many groups the things counted right behind it make: 五个方面|79项.

    >>> from policydoc.figures.quantities import quantities
    >>> [is_sorting(line, quantities(line)[0]) for line in ("五个方面79项任务", "五个方面的任务", "20项民生工程")]
    [True, False, False]
    """
    return _SORTING.match(text, quantity.number_end) is not None
