"""版头标识: 份号, 密级, 紧急程度, 签发人 and 发文字号 that fill a line of the letterhead, alone or side by side."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydoc.parts.number import COMMON, LONGEST, bracketed, whole_number
from policydoc.rules.patterns import pattern

_MARKED = pattern(
    r"""
      (?:签发人|会签人):?(?P<signatory>[\u3400-\u9fff·、,\ 〇]{2,40})$
    | (?:(?:紧急程度|等级|缓急|速别):?)?(?P<urgency>(?:特急|加急|特提|平急|急件|紧急|最速件|速件)(?:[·.\-]?(?:内部)?明电)?)
    | (?:密级:?)?(?P<classification>(?:绝密|机密|秘密|内部(?:资料|文件|使用)?(?:,?(?:注意保存|不得外传))?)
        (?:[★☆*](?:[0-9一二三四五六七八九十]{1,3}(?:年|个?月|日|天)|长期|启用前|永久|[^\ ,;]{0,8}$)?|[(][^()]{1,12}[)])?)
    | (?:(?:(?:份号|编号):?|№|[Nn][Oo]\.?)\ ?(?=[0-9]{6,8}))?(?P<copy_number>[0-9]{6}(?![0-9年])|(?<=[号:№.oO\ ])[0-9]{7,8}(?![0-9年]))
    | (?:发电单位|签批盖章):(?P<office>[\u3400-\u9fff·]{2,24}?)(?=签批盖章|等级|[\ ,;\t]|$)
    """,
    re.VERBOSE,
)
_FIRST = frozenset("签会紧等缓速特加平急最密绝机秘内份编№Nn0123456789发")
_APART = frozenset(" 、;,\t/|·★")
_YEARLESS = pattern(r"[\u3400-\u9fff]{1,8}[发电]\ ?(?:第\ ?)?[0-9]{1,5}号")
_LONGEST = 160


class Mark(NamedTuple):
    """One element: signatory, urgency, classification, copy_number, office or number; its stretch of the folded line."""

    name: str
    start: int
    end: int


def marks(text: str) -> list[Mark]:
    """The elements that fill a folded line from end to end; none where anything else stands in it.

    >>> [(mark.name, "000123机密★10年特急"[mark.start : mark.end]) for mark in marks("000123机密★10年特急")]
    [('copy_number', '000123'), ('classification', '机密★10年'), ('urgency', '特急')]
    >>> [mark.name for mark in marks("等级:特急·明电云政发明电[2024]7号云机发123号")], marks("特急事项")
    (['urgency', 'number', 'number'], [])
    """
    if len(text) > _LONGEST:
        return []
    found: list[Mark] = []
    place = 0
    while place < len(text):
        if text[place] in _FIRST and (match := _MARKED.match(text, place)):
            name = match.lastgroup or ""
            found.append(Mark(name, *match.span(name)))
            place = match.end()
        elif (end := _number_end(text, place)) > place:
            found.append(Mark("number", place, end))
            place = end
        elif text[place] in _APART:
            place += 1
        else:
            return []
    return found


def _number_end(text: str, start: int) -> int:
    """Where a number that begins at a place ends; `start` where none does."""
    match = COMMON.match(text, start, start + LONGEST)
    if match and (match["end"] or whole_number(text[start:])):
        return bracketed(match).end
    yearless = _YEARLESS.match(text, start) if text.find("号", start) > start else None
    return yearless.end() if yearless else start
