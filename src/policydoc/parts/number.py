"""发文字号 (GB/T 9704-2012 7.2.5): agency code, year and serial, in the forms that offices and web pages give them."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydoc.dates.han import han_number
from policydoc.rules.patterns import pattern

_HAN = "〇零一二三四五六七八九十百千"
_YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零0Oo九][〇零0Oo一二三四五六七八九]{2})"
_CODE = r"[\u3400-\u9fff·A-Za-z]{1,24}"

_COMMON = pattern(
    rf"""
    (?P<code>{_CODE})\ ? [\[(《] \ ?(?P<year>{_YEAR})年? \ ?
    (?: [\])》]\ ?-?\ ?第?\ ?(?P<serial>[0-9]{{1,5}}|[{_HAN}]{{1,6}}) | (?P<fused>[0-9]{{1,4}}) )
    \ ? (?P<end>号)?
    """,
    re.VERBOSE,
)
_OPEN = pattern(rf"(?P<code>{_CODE})(?P<year>(?:19|20)[0-9]{{2}})-?(?:第(?P<nth>[0-9]{{1,5}})号|-(?P<serial>[0-9]{{1,5}})号)")
_ISSUE = pattern(
    rf"""
    (?P<code>[\u3400-\u9fff]{{0,30}}?) (?:[(]?(?P<year>(?:19|20)[0-9]{{2}})[)]?年?)?
    第\ ?(?P<serial>[0-9]{{1,5}}|[{_HAN}]{{1,7}})\ ?号 (?P<tail>令|公告|通告)?
    """,
    re.VERBOSE,
)
_TAIWAN = pattern(r"(?P<code>[\u3400-\u9fff]{1,14}字)第?(?P<year>[A-Z]?[01][0-9]{2})(?P<serial>[0-9]{4,9})号?")
_SLASHED = pattern(
    r"(?P<before>[\u3400-\u9fff]{0,10})第(?P<serial>[0-9]{1,4})/(?P<year>(?:19|20)[0-9]{2})号(?P<after>[\u3400-\u9fff]{0,10})"
)
_DAMAGED_CODES = "发办函字规政电令"
_DAMAGED = pattern(rf"(?P<code>{_CODE}[{_DAMAGED_CODES}])[\[(《][0-9 ]{{0,6}}[\])》]?\ ?第?[0-9 ]{{0,4}}号?")
_DAMAGED_ENDS = tuple("[(《])》 第0123456789号")
_OPENING = "[(《"
_YEARLESS = pattern(rf"(?P<code>{_CODE}[发办函字规政电])第?(?P<serial>[0-9]{{1,4}})号")
_CITED = pattern(rf"[\[(《]{_YEAR}[\])》]\ ?-?第?[0-9]{{1,5}}\ ?(?:号|(?=[)》]))|第[0-9]{{1,4}}/(?:19|20)[0-9]{{2}}号")
_LEAD = pattern(
    r"根据|按照|依据|落实|执行|转发|印发|批转|关于|依照|遵照|贯彻|参照|结合|废止|详见|参见|原则|文件|通知|意见|办法|方案|规定|要求|精神|现将|下发|以及|同时|公布|(?:政府|办公[厅室]|国务院)(?=[\u3400-\u9fff]{2})"
)
_LEAD_LETTER = "以经见与和及即为由对按将从在据依受于因"
LONGEST = 48


class Number(NamedTuple):
    """发文字号: its pieces, and where it stands in a folded text."""

    start: int
    end: int
    code_end: int
    """Where the agency code ends: `text[start:code_end]` is 机关代字."""
    year: int | None
    serial: int
    form: str
    """bracketed, open, yearless, issue (第N号), taiwan or slashed."""
    tail: int
    """Where a kind word or an office behind 号 begins; `end` where there is none."""
    damaged: bool


def _value(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() else han_number(written)


def _bracketed(match: re.Match[str], offset: int = 0) -> Number:
    written = match["serial"] or match["fused"]
    damaged = match["serial"] is None or match["end"] is None or (written.startswith("0") and written.isascii())
    return Number(
        match.start() + offset,
        match.end() + offset,
        match.end("code") + offset,
        _value(match["year"]),
        _value(written),
        "bracketed",
        match.end() + offset,
        damaged,
    )


def whole_number(text: str) -> Number | None:
    """The document number that a folded text is as a whole, brackets around it allowed.

    >>> number = whole_number("云政办发[2024]7号")
    >>> number.year, number.serial, number.damaged
    (2024, 7, False)
    >>> whole_number("云区府办发[202026").serial, whole_number("云区府办发[202026").damaged
    (26, True)
    >>> whole_number("第305号令").serial, whole_number("根据云政办发[2024]7号的要求")
    (305, None)
    """
    if len(text) > LONGEST or not text:
        return None
    offset = 0
    if any(bracket in text for bracket in _OPENING):
        if text[0] in "([" and text[-1] in ")]" and len(text) > 4 and _COMMON.fullmatch(text[1:-1]):
            text, offset = text[1:-1], 1
        match = _COMMON.fullmatch(text)
        if match:
            return _bracketed(match, offset)
    return _other_form(text)


def _other_form(text: str) -> Number | None:
    """Numbers without a bracketed year: 府行文字第…號, 第12/2024号, 云政办2024-7号, 第305号令, 政办7号."""
    if "字" in text and (match := _TAIWAN.fullmatch(text)):
        year = int(match["year"].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) + 1911
        return Number(0, len(text), match.end("code"), year, int(match["serial"]), "taiwan", len(text), False)
    if "号" not in text:
        return None
    if "/" in text and (match := _SLASHED.fullmatch(text)):
        return Number(0, len(text), match.end("before"), int(match["year"]), int(match["serial"]), "slashed", match.start("after"), False)
    if match := _OPEN.fullmatch(text):
        return Number(0, len(text), match.end("code"), int(match["year"]), int(match["nth"] or match["serial"]), "open", len(text), False)
    framed = int(text[0] == "(" and text[-1] == ")")
    if match := _ISSUE.fullmatch(text, framed, len(text) - framed):
        tail = match.start("tail") if match["tail"] else match.end()
        issued = int(match["year"]) if match["year"] else None
        return Number(match.start(), match.end(), match.end("code"), issued, _value(match["serial"]), "issue", tail, False)
    if match := _YEARLESS.fullmatch(text):
        return Number(0, len(text), match.end("code"), None, int(match["serial"]), "yearless", len(text), True)
    return None


def leading_number(text: str) -> Number | None:
    """The number at the start of a line that goes on with something else (a title, 签发人).

    >>> leading_number("云政办发[2024]7号关于做好便民服务工作的通知").end
    12
    """
    match = _COMMON.match(text[:LONGEST])
    return _bracketed(match) if match and match["end"] and match["serial"] else None


def trailing_number(text: str) -> Number | None:
    """The number in brackets at the end of a title.

    >>> trailing_number("关于做好便民服务工作的通知(云政办发[2024]7号)").start
    14
    """
    if not text.endswith(")"):
        return None
    window = max(0, len(text) - LONGEST)
    place = text.find("(", window)
    while place >= 0:
        match = _COMMON.fullmatch(text, place + 1, len(text) - 1)
        if match:
            return _bracketed(match)
        place = text.find("(", place + 1)
    return None


def is_damaged_number(text: str) -> bool:
    """Whether a line is the ruin of a document number: a code and brackets, but no year or no serial.

    >>> is_damaged_number("云政办发[20 4] 号"), is_damaged_number("新建公厕3座")
    (True, False)
    """
    if len(text) > LONGEST or not text.endswith(_DAMAGED_ENDS):
        return False
    opening = min((place for place in map(text.find, _OPENING) if place > 0), default=0)
    return opening > 0 and text[opening - 1] in _DAMAGED_CODES and _DAMAGED.fullmatch(text) is not None


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
        match = _COMMON.fullmatch(text, start, anchor.end())
        if match and start < anchor.start():
            found.append(_bracketed(match))
            last = anchor.end()
    return found
