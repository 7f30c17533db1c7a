"""限额: numbers that bound or price one thing, person or case: 最高补贴, 单户最高, 服务半径, 每餐留样; and at what an alarm is raised."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import tails

_BESIDE: Final = 20
"""How near the words stand that price a number."""
_AT_MOST = pattern(r"(?:最高|最多|一次性|再|可)(?:给予)?(?:补贴|补助|奖励|奖补|资助|扶持|报销|支付)\Z")
"""最高补贴1200立方米: what is granted at most."""
_GRANTED: Final = ("补贴", "补助", "奖励", "奖补", "资助", "扶持", "报销", "支付")
_EACH_PAID = pattern(r"(?<![到至为达])每(?:人|户|名|位|生)(?:每[月年天日次])?(?:发放|补助|补贴|给予|奖励|资助|减免|发给|支付)?\Z")
"""向居民每人发放900元."""
_PRICED = pattern(
    r"(?:罚款|罚锾|罚鍰|票价|电价|气价|水价|下浮|上浮|扣减|单价)(?:的|为|至|按)?\Z|单个(?:企业|项目|保单|单位|产品)[^,。;]{0,8}\Z"
)
_AT_MOST_EACH = pattern(
    r"(?:单|每)(?:户|家|人|笔|次|间|个|亩|件|店|生|台|例|位|名|宗|项|公顷|年)[一-鿿]{0,6}(?:最高|最多|上限|封顶|限额|不超过|不高于|不得超过)"
)
"""单户最高不超过30万元, 每间上限200万元."""
_HIGHEST: Final = ("最高", "最多", "上限", "封顶")
_CUT = pattern(r"的?(?:税收|税费|税额|租金|房租|电费|水费|费用|价格|票价|学费|利息)?(?:减免|优惠|折扣|加计扣除|贴息|费率|税率)")
"""将3%的税收减免…落实: what is let off."""
_FEE = pattern(r"(?:费率|税率|征收率)(?:统一|阶段性)?(?:下调|降低|降|调低|减|调整)?(?:至|到|为)?\Z")
_CAPPED: Final = ("上限", "封顶", "限额", "上限为", "限额为")
_BY_EACH = pattern(r"按照?每[^,。;]{1,12}\Z")
_BY = pattern(r"按照?[^,。;]{1,8}\Z")
_STANDARDS: Final = ("标准", "的标准", "以上标准", "以上的标准")
_NEAR: Final = frozenset({"米", "公里", "分钟"})
_NEARNESS: Final = ("覆盖率", "半径", "服务半径", "服务覆盖率")
_ROUNDS = pattern(r"(?:集中|全面|专项)?(?:督查|督导|检查|通报|调度|考核|评估)(?=[,。;]|\Z)")
"""组织两次检查: how the work is watched."""
_SOURCES: Final = ("自筹", "自筹资金", "申请上级补助", "上级补助")
_LETTER_OFF = pattern(r"的[^,。;]{2,10},?(?:给予|减征|减免|奖励|补助|补贴|免征|按)")
"""对租金减免不低于30%的业主,给予…: who is meant."""
_ALARM = pattern(r"降雨量|雨量|警戒水位|水位将|流量将|震级|受旱面积占|(?:死亡|失踪|受伤|伤亡)(?![率人总])[^,。;]{0,8}\Z")
_ALARMED: Final = frozenset({"毫米", "米", "立方米/秒", "级", "%"})
"""Units in which an alarm is raised."""
_REACH = pattern(r"(?:半径|步行(?:时间|距离)?|间距|车程)\Z")
_EACH_OF_THEM = pattern(r"(?:^|[,(;。])每[个处所座条家间套栋]\Z")
"""每个不少于120平方米: of those named before."""
_SIDES: Final = frozenset({"米", "厘米", "毫米"})
_WIDE: Final = ("宽", "厚")
"""不低于20米宽的林带: how wide a thing is."""
_SAMPLE = pattern(r"每(?:餐|样|份|瓶|袋|次|批|件)")
_SMALL: Final = frozenset({"克", "毫克", "毫升", "升", "厘米", "毫米"})
_FLOORS: Final = frozenset({"ge", "gt", "le", "lt"})
_FAULT = pattern(r"(?:对|凡)[^,。;]{0,12}\Z")
_FAULTY = pattern(r"[^,。;]{1,12}的")


def limit_kind(text: str, quantity: Quantity, clause: Span) -> str:
    """rate, standard or threshold by the words beside a number; "" where they bound nothing.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("单户最高不超过20万元", "服务半径不超过800米", "服务半径缩短到800米", "24小时降雨量达到80毫米", "对两次以上漏报的通报")
    >>> [limit_kind(line, quantities(line)[-1], (0, len(line))) for line in lines]
    ['rate', 'standard', '', 'threshold', 'threshold']
    """
    start = clause[0]
    lead = text[start : quantity.start]
    name = quantity.unit_name or ""
    if (lead.endswith(_GRANTED) and _AT_MOST.search(lead)) or _PRICED.search(lead[-_BESIDE:]):
        return "rate"
    if name == "%" and not quantity.after > quantity.end and _CUT.match(text, quantity.after):
        return "rate"
    if lead.endswith(_CAPPED) and quantity.dimension == "money":
        return "rate"
    if name == "%" and lead.endswith(_GRANTED):
        return "rate"
    if quantity.dimension == "money" and "每" in lead and _EACH_PAID.search(lead) is not None:
        return "rate"
    if quantity.dimension == "money" and (_BY_EACH.search(lead) or (_BY.search(lead) and text.startswith(_STANDARDS, quantity.after))):
        return "rate"
    if name in _NEAR and text.startswith(_NEARNESS, quantity.end):
        return "standard"
    if name == "次" and not text[quantity.start].isascii() and _ROUNDS.match(text, quantity.end) is not None:
        return "standard"
    if quantity.dimension == "money" and lead.endswith(_SOURCES):
        return "funding"
    if name == "%" and quantity.comparator != "eq" and lead.startswith("对") and _LETTER_OFF.match(text, quantity.after):
        return "threshold"
    if name == "%" and _FEE.search(lead):
        return "rate"
    if name in _SIDES and text.startswith(_WIDE, quantity.end):
        return "standard"
    if quantity.comparator == "eq":
        return "threshold" if name in _ALARMED and _ALARM.search(lead) else ""
    if quantity.dimension == "money" and _is_at_most(text, quantity, start):
        return "rate"
    if _ALARM.search(lead):
        return "threshold"
    if quantity.after > quantity.end and name == "次" and _FAULT.search(lead) and _FAULTY.match(text, quantity.after):
        return "threshold"
    if quantity.before == quantity.start or quantity.comparator not in _FLOORS:
        return ""
    if tails().before(text, start, quantity.before) is not None:
        return ""
    if _REACH.search(text, max(start, quantity.before - 8), quantity.before):
        return "standard"
    if _EACH_OF_THEM.search(("," if start else "") + text[start : quantity.before]):
        return "standard"
    return "standard" if name in _SMALL and _SAMPLE.search(lead) else ""


def _is_at_most(text: str, quantity: Quantity, start: int) -> bool:
    """Whether a sum is the most that one may have: 最高300万元, 每间上限200万元; not 将负债控制在最高3亿元."""
    if quantity.comparator not in ("le", "lt"):
        return False
    return text.startswith(_HIGHEST, quantity.before) or _AT_MOST_EACH.search(text, start, quantity.start) is not None
