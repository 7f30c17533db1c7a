"""结构层次序数 (GB/T 9704-2012 7.3.3): the marker at a place of a line, its family and its ordinal.

Markers that the standard ranks alike are one family: 一、 and 一. and 一,; （一） and (一) and ㈠; 1. and 1、 and １． and ⒈.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from policydoc.dates.calendar import small_number
from policydoc.rules.patterns import pattern

_HAN = "一二三四五六七八九十"
_CIRCLED = (
    {chr(0x2460 + n): n + 1 for n in range(20)}
    | {chr(0x3251 + n): n + 21 for n in range(15)}
    | {chr(0x2776 + n): n + 1 for n in range(10)}
    | {chr(0x24F5 + n): n + 1 for n in range(10)}
)
_SINGLE = {
    "paren_han": {chr(0x3220 + n): n + 1 for n in range(10)},
    "paren": {chr(0x2474 + n): n + 1 for n in range(20)},
    "digit": {chr(0x2488 + n): n + 1 for n in range(20)},
    "circled": _CIRCLED,
    "roman": {chr(0x2160 + n): n + 1 for n in range(12)},
}
_BIG = dict(zip("壹贰叁肆伍陆柒捌玖拾", range(1, 11), strict=True)) | {"参": 3}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
LAST = 99
"""最后: the ordinal after all others, whatever their number."""
_SPOKEN = {"首先": 1, "其次": 2, "再次": 3, "最后": LAST}
NTH = "项|件|类|步|阶段|方面"
"""第一项：, 第二阶段：: what is counted with 第."""
COUNTED = "专栏|项目|任务|工程|实事|措施|行动|专题|事项|重点"

_MARKER = pattern(
    rf"""
      第(?P<named>[{_HAN}百零〇0-9]{{1,5}})(?P<name>[编篇章节条]|部分)(?!的|款|项|规定|例|件|之一|所[称列指述]|[至、和及或]第|(?<=条)第)[:、]?
    | [第其](?P<said>[{_HAN}]{{1,2}})[,、]
    | (?P<word>{COUNTED})(?P<counter>[{_HAN}]{{1,3}}|[0-9]{{1,2}})(?:[:、]|\.(?![0-9])|(?=\Z))
    | 第(?P<nth>[{_HAN}]{{1,3}}|[0-9]{{1,2}})(?P<thing>{NTH})(?:(?:实事|好事|大事|工程|任务|项目|工作|措施|行动)?[:、]|(?=[(\[]|\Z)|(?<=阶段)(?=[一-龥])(?![的中里内前后末为是]))
    | 专栏(?P<column>[{_HAN}]{{1,3}}|[0-9]{{1,2}})(?![0-9])
    | (?P<big>[壹贰叁肆伍陆柒捌玖拾参])[、.]
    | (?P<han>[{_HAN}百]{{1,4}})[、.,](?![、,.])
    | [(\[《](?P<paren_han>[{_HAN}百]{{1,4}})[)\]》](?!、?[(\[][{_HAN}百]{{1,4}}[)\]]|项[^目]|款|期[^货刊限末]|式)[、.:]?
    | \((?P<paren_plus>\+[{_HAN}]?)\)
    | [(《](?P<paren>[0-9]{{1,3}})\)(?!、?\([0-9])[、.]?
    | (?P<half>[0-9]{{1,3}})\)[、.]?
    | (?P<decimal>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{2,3}})\.?(?![0-9.])
    | (?P<digit>[0-9]{{1,3}})(?:[.、](?![.、])|,(?=[一-龥“《\[]))
    | (?P<single>[①-⑳㉑-㉟❶-❿⓵-⓾㈠-㈩⑴-⒇⒈-⒛Ⅰ-Ⅻ])[、.]?
    | (?P<point>[{_HAN}]{{1,2}})是(?!否)[:,]?
    | (?P<need>[{_HAN}]{{1,2}})要(?!素|点|求)[:,]?
    | (?P<spoken>首先|其次|再次|最后)[,:]
    | \((?P<letter_paren>[A-Za-z])\)
    | (?P<letter_half>[A-Za-z])\)
    | (?P<letter>[A-Za-z])[.、](?![A-Za-z0-9])
    | (?P<stem>[{_STEMS}])、
    | (?:(?P<stroke>-)、|\((?P<open_han>[{_HAN}]{{1,3}}))(?=[一-龥“《\[])
    | (?P<close_han>[{_HAN}]{{1,3}})\)
    """,
    re.VERBOSE,
)
_HUNDREDS = pattern(rf"([{_HAN}])?百零?([{_HAN}]{{1,3}})?")
_NUMBERED = {
    "big": "big",
    "han": "han",
    "paren_han": "paren_han",
    "paren": "paren",
    "half": "half",
    "digit": "digit",
    "point": "point",
    "need": "need",
    "said": "said",
    "column": "column",
    "open_han": "paren_han",
    "close_han": "paren_han",
}
_DOUBTFUL = frozenset({"open_han", "close_han", "stroke"})
_GRADES = pattern(rf"([{_HAN}])(?:[、,级类期等线批档产型代孩胎])")


class Marker(NamedTuple):
    """One marker: its family (一、 and 二、 are one family), ordinal, and where it stands in the folded line."""

    family: str
    ordinal: int
    start: int
    end: int
    doubtful: bool = False
    """Whether the same characters are at least as often something else: a decimal number, a lone bracket."""
    graded: bool = False
    """Whether the next numeral follows, as in 二、三产业: only the items around it can tell."""


def numeral(text: str) -> int:
    """The ordinal that a marker's numeral stands for; 0 where it stands for none.

    >>> numeral("十二"), numeral("7"), numeral("一百零三"), numeral("百百")
    (12, 7, 103, 0)
    """
    text = text.replace("〇", "零")
    if text.isascii():
        return int(text) if text.isdigit() else 0
    if "百" in text:
        match = _HUNDREDS.fullmatch(text)
        return ((small_number(match[1]) if match[1] else 1) * 100 + (numeral(match[2]) if match[2] else 0)) if match else 0
    text = text.replace("零", "")
    tens, ten, ones = text.partition("十")
    if not text or len(tens) > 1 or len(ones) > 1 or (not ten and len(text) > 1) or "十" in ones:
        return 0
    return small_number(text)


def marker_at(text: str, start: int = 0) -> Marker | None:
    """The marker at a place of a folded line, or None.

    >>> marker_at("(十二)养老服务").ordinal, marker_at("3.新建公厕").family, marker_at("新建公厕")
    (12, 'digit', None)
    >>> marker_at("1.5亿元").doubtful, marker_at("2.1.3应急响应").family
    (True, 'decimal_3')
    """
    match = _MARKER.match(text, start)
    if match is None:
        return None
    name = match.lastgroup or ""
    written = match[name]
    end = match.end()
    if name == "name":
        family, ordinal = f"named_{written}", numeral(match["named"])
    elif name == "counter":
        family, ordinal = f"counter_{match['word']}", numeral(written)
    elif name == "thing":
        family, ordinal = f"nth_{written}", numeral(match["nth"])
    elif name == "single":
        family = next(kind for kind, signs in _SINGLE.items() if written in signs)
        ordinal = _SINGLE[family][written]
    elif name == "paren_plus":
        family, ordinal = "paren_han", 10 + (numeral(written[1:]) if written[1:] else 0)
    elif name == "decimal":
        family, ordinal = f"decimal_{written.count('.') + 1}", int(written.rpartition(".")[2])
    elif name == "big":
        family, ordinal = "big", _BIG[written]
    elif name == "stem":
        family, ordinal = "stem", _STEMS.index(written) + 1
    elif name.startswith("letter"):
        family, ordinal = name if written.isupper() else f"{name}_small", ord(written.upper()) - ord("A") + 1
    elif name == "stroke":
        family, ordinal = "han", 1
    elif name == "spoken":
        family, ordinal = "spoken", _SPOKEN[written]
    else:
        family, ordinal = _NUMBERED[name], numeral(written)
    if name == "stroke" and text[end] == "“":
        return None
    doubtful = name in _DOUBTFUL or name == "thing" or (name == "digit" and text[end : end + 1].isdigit())
    graded = name == "han" and _enumerates(text, end, ordinal)
    if graded and (ordinal == 1 or text[end + 1] in "、,"):
        return None
    return Marker(family, ordinal, match.start(), end, doubtful or graded, graded) if ordinal else None


def _enumerates(text: str, end: int, ordinal: int) -> bool:
    """一、二、三级公路, 二、三产业: numerals in a row are grades, not markers."""
    grade = _GRADES.match(text, end)
    return grade is not None and numeral(grade[1]) == ordinal + 1
