"""引用的发文字号: the numbers inside running text, without the words that lead to them."""

from __future__ import annotations

from policydoc.parts.number import COMMON, YEAR, Number, bracketed
from policydoc.rules.patterns import pattern

_CITED = pattern(rf"[\[(《]{YEAR}[\])》]\ ?-?第?[0-9]{{1,5}}\ ?(?:号|(?=[)》]))|第[0-9]{{1,4}}/(?:19|20)[0-9]{{2}}号")
_LEAD = pattern(
    r"根据|按照|依据|落实|执行|转发|印发|批转|关于|依照|遵照|贯彻|参照|结合|废止|详见|参见|原则|文件|通知|意见|办法|方案|规定|要求|精神|现将|下发|以及|同时|公布|(?:政府|办公[厅室]|国务院)(?=[\u3400-\u9fff]{2})"
)
_LEAD_LETTER = "以经见与和及即为由对按将从在据依受于因"


def cited_numbers(text: str) -> list[Number]:
    """The document numbers inside running folded text, in order; what leads to them (根据, 按照) is no part of them.

    >>> [number] = cited_numbers("根据云政发[2023]16号要求")
    >>> number.start, number.end
    (2, 14)
    """
    found: list[Number] = []
    last = 0
    for anchor in _CITED.finditer(text):
        if anchor[0].startswith("第"):
            continue
        start = anchor.start()
        floor = max(last, start - 24)
        while start > floor and ("\u3400" <= text[start - 1] <= "\u9fff" or text[start - 1] == "·"):
            start -= 1
        for lead in _LEAD.finditer(text, start, anchor.start()):
            if lead.end() < anchor.start():
                start = lead.end()
        while start < anchor.start() - 1 and text[start] in _LEAD_LETTER:
            start += 1
        match = COMMON.fullmatch(text, start, anchor.end())
        if match and start < anchor.start():
            found.append(bracketed(match))
            last = anchor.end()
    return found
