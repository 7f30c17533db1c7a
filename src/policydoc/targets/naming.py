"""数量定语: measures that stand inside the name of a thing: 总投资20亿元的项目, 按500册以上的标准, 8立方米容积的沼气池."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.targets.chains import chain_at

ENDS: Final = frozenset(",。;:!?.()[]”、的\t| 和及与或至到")
_SIZE = pattern(r"(?:容积|容量|长度|高度|宽度|直径|口径)的")
_STANDARD = pattern(r"[^,。;:]{0,12}的(?:标准|要求|比例|规格|额度)")
_INVESTED: Final = ("总投资", "计划投资", "概算投资", "投资", "投资额", "注册资本")
_WORKS = pattern(r"的[^,。;:、]{1,24}(?:项目|工程|企业|基地|园区|产业园|生产线)(?=[,。;、)]|\Z|[0-9])")
_DWELL: Final = frozenset({"户", "人"})
_SETTLED = pattern(
    r"的?(?:自然村|行政村|建制村|村[寨庄屯组]|乡镇|建制镇|居民点|聚居点|集中居住点|小区|居住区)(?!干|[居村农]民|群众|[教医]|职工|卫生|工作)"
)
"""Places that a number of people describes."""
_BRED: Final = ("出栏", "存栏", "年产", "饲养")
_UPPER: Final = frozenset({"以上", "以下", "及以上"})
_PLANTS = pattern(r"[^,。;:、0-9]{1,16}(?:项目|工程|生产线)(?=[,。;、)]|\Z)")
_MASSES: Final = frozenset({"mass", "energy"})
_PUSHED = pattern(r"(?:推进|加快推进|抓好|加快|推动|做好|协调推进|服务)\Z")


def attributive(text: str, quantity: Quantity, clause: Span) -> bool:
    """Whether a number is part of the name or the norm of the thing behind it.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("按照500册以上图书的标准配置", "引进总投资20亿元的锂盐项目", "年出栏100头以上规模养殖比例", "设立总投资20亿元的基金")
    >>> [attributive(line, quantities(line)[0], (0, len(line))) for line in lines]
    [True, True, True, False]
    """
    start, stop = clause
    after, suffix = quantity.after, text[quantity.end : quantity.after]
    if text.endswith(("按照", "按", "依照"), start, quantity.before) and _STANDARD.match(text, after, stop):
        return True
    if text.startswith(("容", "长", "高", "宽", "直", "口"), after) and _SIZE.match(text, after, stop):
        return True
    if quantity.dimension == "money" and text.endswith(_INVESTED, start, quantity.before) and _WORKS.match(text, after):
        return True
    if suffix in _UPPER and text.endswith(_BRED, start, quantity.before) and after < stop and text[after] not in ENDS:
        return True
    if suffix in _UPPER and quantity.unit_name in _DWELL and _SETTLED.match(text, after, stop):
        return True  # 30户以上自然村寨
    if quantity.dimension in _MASSES and suffix == "" and _PUSHED.search(text, max(start, quantity.before - 6), quantity.before):
        return _PLANTS.match(text, after, stop) is not None  # 抓好80万吨乙烯改扩建项目
    return False


def place_of(text: str, quantity: Quantity, start: int, after: int, stop: int) -> bool:
    """落户东湖新城9平方公里启动区: a measure inside the name of a place."""
    if quantity.counts or quantity.after != quantity.end or after >= stop or text[after] in ENDS:
        return False
    lead = max((text.rfind(word, max(start, quantity.before - 16), quantity.before) for word in "向在沿从于"), default=-1)
    if lead < 0 or (lead and text[lead - 1] in "少低高大小多用属对由") or quantity.before - lead <= 3:
        return False
    return all(chain_at(text, place, quantity.before) is None for place in range(lead + 1, quantity.before))
