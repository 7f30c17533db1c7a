"""单音动词: verbs of one character at the head of a clause, the noun between them and the number: 修机耕道3公里, 建便桥2座."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import bare_verbs, verb_at
from policydoc.targets.adjuncts import strip
from policydoc.targets.chains import Chain
from policydoc.targets.indicators import is_indicator

_NOUN = pattern(r"(?:[\u4e00-\u9fffA-Z0-9、“”]|[(][\u4e00-\u9fff、]{1,8}[)]){2,16}")
_LONGEST: Final = 18
_COUNTS: Final = frozenset({"length", "area", "volume", "mass"})
_NO_NOUN: Final = tuple("的了成为在到至好有起过于")
"""What stands behind these is no noun."""
_EARNS: Final = "创"
_EARNED: Final = ("产值", "利税", "税收", "利润", "销售收入", "外汇", "收入", "营收", "效益")
"""创|产值300万元."""


def bare_chain(text: str, start: int, quantity: Quantity) -> Chain | None:
    """The verb of one character at a place, where nothing but its noun stands between it and a number that counts or measures.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("修机耕道3公里", "建筑面积3公里", "建便桥2座", "装机容量200万千瓦", "创产值300万元", "建档户300户")
    >>> [line[slice(*found.span)] if (found := bare_chain(line, 0, quantities(line)[0])) else None for line in lines]
    ['修', None, '建', None, '创', None]
    """
    stop = quantity.before
    if not 2 < stop - start <= _LONGEST:
        return None
    found = bare_verbs().at(text, start, stop)
    if found is None or text.startswith(_NO_NOUN, start + 1):
        return None
    noun_end = strip(text, start + 1, stop)
    if _NOUN.fullmatch(text, start + 1, noun_end) is None:
        return None
    verb, end = found
    if quantity.dimension == "money":
        earns = verb.form == _EARNS and text.endswith(_EARNED, end, noun_end)
        return Chain(start, end, verb, verb) if earns else None
    if not quantity.counts and quantity.dimension not in _COUNTS:
        return None
    inner = verb_at(text, end, noun_end)
    if is_indicator(text, start, noun_end) or (inner is not None and (inner.use != "noun" or noun_end - end - len(inner.form) < 2)):
        return None  # 砌|灌溉渠道
    return Chain(start, end, verb, verb)
