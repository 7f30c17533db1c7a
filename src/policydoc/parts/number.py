"""发文字号 (GB/T 9704-2012 7.2.5): agency code, year and serial, in the forms that offices and web pages give them."""

from __future__ import annotations

import re
from typing import NamedTuple

from policydoc.dates.han import han_number
from policydoc.rules.patterns import pattern

_HAN = "〇零一二三四五六七八九十百千"
YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零0Oo九][〇零0Oo一二三四五六七八九]{2})"
_CODE = r"[\u3400-\u9fff·A-Za-z]{1,24}"
_SERIES = "发办函字规政电督令复任通"

COMMON = pattern(
    rf"""
    (?P<code>{_CODE})\ ? [\[(《{{] \ ?(?P<year>{YEAR})年? \ ?
    (?: [\])》}}]\ ?-?\ ?第?\ ?(?P<serial>[0-9]{{1,5}}|[{_HAN}]{{1,6}}) | (?P<fused>[0-9]{{1,4}}) )
    \ ? (?P<end>号)?
    """,
    re.VERBOSE,
)
"""机关代字, year in brackets of any kind, serial; `fused`: the closing bracket is lost."""
_SHORT = pattern(rf"(?P<code>{_CODE})[\[(](?P<year>[4-9][0-9])年?[\])]第?(?P<serial>[0-9]{{1,5}})(?P<end>号)")
_BARE = pattern(rf"(?P<code>)[\[(](?P<year>{YEAR})年?[\])]第?\ ?(?P<serial>[0-9]{{1,5}})\ ?(?P<end>[号期])")
_OFFICE = pattern(rf"(?:人民政府|办公[室厅]|委员会|管委会)(?:文件)?(?!办公|公告|通告|文件)(?=[\u3400-\u9fff]{{2,10}}[{_SERIES}]$)")
"""An office that stands before its own code in one line."""
_OPEN = pattern(rf"(?P<code>{_CODE})(?P<year>(?:19|20)[0-9]{{2}})-?(?:第(?P<nth>[0-9]{{1,5}})号|-(?P<serial>[0-9]{{1,5}})号)")
_LOST = pattern(
    rf"(?P<code>{_CODE}(?:(?<=[{_SERIES}])|(?=[0-9]{{4}}[\])》])))(?P<year>(?:19|20)[0-9]{{2}})[\])》年]?第?(?P<serial>[0-9]{{1,4}})(?P<end>号)"
)
"""The opening bracket is lost, or both."""
_LED = pattern(rf"[\[(](?P<year>{YEAR})[\])](?P<code>[\u3400-\u9fff]{{2,12}})第?(?P<serial>[0-9]{{1,5}})号")
_ISSUE = pattern(
    rf"""
    (?P<code>[\u3400-\u9fff]{{0,30}}?) (?:[(]?(?P<year>(?:19|20)[0-9]{{2}})[)]?年?)?
    第\ ?(?P<serial>[0-9]{{1,5}}|[{_HAN}]{{1,7}})\ ?号 (?P<tail>令|公告|通告|法律公告)?
    """,
    re.VERBOSE,
)
_PERIOD = pattern(
    rf"""
    (?P<code>(?:[\u3400-\u9fff]{{2,12}}[报讯刊查况息要])?) (?:(?P<year>(?:19|20)[0-9]{{2}})年?)?
    (?:总?第)?\ ?(?P<serial>[0-9]{{1,5}}|(?<=第)[{_HAN}]{{1,5}})\ ?期 (?:[(,]?总第?[0-9]{{1,5}}期?[)]?)?
    """,
    re.VERBOSE,
)
"""期号 of a 简报, 督查, 会议纪要."""
_TAIWAN = pattern(r"(?P<code>[\u3400-\u9fff]{1,14}字)第?(?P<year>[A-Z]?[01][0-9]{2})(?P<serial>[0-9]{4,9})号?")
_SLASHED = pattern(
    r"(?P<before>[\u3400-\u9fff]{0,10}?(?:[A-Z]{1,4}(?:[(][0-9A-Z]{1,2}[)])?|(?=第)))第?(?P<serial>[0-9]{1,5})/(?P<year>(?:19|20)[0-9]{2}|[0-9]{2}-[0-9]{2})号"
    r"(?P<after>[\u3400-\u9fff]{0,12})"
)
_DAMAGED_CODES = "发办函字规政电令"
_DAMAGED = pattern(rf"(?P<code>{_CODE}[{_DAMAGED_CODES}])[\[(《][0-9 ]{{0,6}}[\])》]?\ ?第?[0-9 ]{{0,4}}号?")
_DAMAGED_ENDS = tuple("[(《])》 第0123456789号")
_OPENING = "[(《{"
_YEARLESS = pattern(rf"(?P<code>{_CODE}[发办函字规政电])第?(?P<serial>[0-9]{{1,4}})号")
_NO_CODE = pattern(r"特急|特提|加急|平急|关于|印发|转发|贯彻|落实|根据|按照|执行|通知|[的和及]")
"""Words of a sentence or title, or the urgency of a telegram beside its number: what stands before the year is no agency code then."""
_BEHIND = pattern(
    rf"(?<=通知|意见|办法|方案|决定|公告|通告|批复|函件|规定|计划)(?P<code>[\u3400-\u9fff]{{2,12}})[\[(](?P<year>{YEAR})[\])]第?(?P<serial>[0-9]{{1,5}})(?P<end>号)$"
)
"""A number that stands right behind a title."""
_APART = pattern(r"[、,;/ ]")
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
    """bracketed, open, yearless, issue (第N号), period (第N期), led (the year first), taiwan or slashed."""
    tail: int
    """Where a kind word or an office behind 号 begins; `end` where there is none."""
    damaged: bool


def _value(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() else han_number(written)


def bracketed(match: re.Match[str], offset: int = 0) -> Number:
    """The number of a match of `COMMON`; an office in front of the code is no part of it."""
    pieces = match.groupdict()
    written = pieces["serial"] or pieces["fused"]
    year = pieces["year"]
    damaged = pieces["serial"] is None or pieces["end"] is None or (written.startswith("0") and written.isascii())
    before = [cut.end() for cut in _OFFICE.finditer(pieces["code"])] if len(pieces["code"]) > 7 else []
    return Number(
        match.start() + offset + (before[-1] if before else 0),
        match.end() + offset,
        match.end("code") + offset,
        _value(year) + (1900 if len(year) == 2 else 0),
        _value(written),
        "period" if pieces["end"] == "期" else "bracketed",
        match.end() + offset,
        damaged,
    )


def _coded(match: re.Match[str] | None) -> re.Match[str] | None:
    """A match of `COMMON` whose code is one."""
    return match if match and not _NO_CODE.search(match["code"]) else None


def whole_number(text: str) -> Number | None:
    """The document number that a folded text is as a whole, brackets around it or 文件 behind it allowed.

    >>> number = whole_number("云政办发[2024]7号")
    >>> number.year, number.serial, number.damaged
    (2024, 7, False)
    >>> whole_number("云区府办发[202026").serial, whole_number("云区府办发[202026").damaged
    (26, True)
    >>> whole_number("第305号令").serial, whole_number("第12期").form, whole_number("根据云政办发[2024]7号的要求")
    (305, 'period', None)
    """
    if len(text) > LONGEST or not text:
        return None
    offset = 0
    if "号文" in text[-3:] and "/" not in text:
        text = text[: text.rindex("号") + 1]
    if any(bracket in text for bracket in _OPENING):
        if text[0] in "([" and text[-1] in ")]" and len(text) > 4 and COMMON.fullmatch(text[1:-1]):
            text, offset = text[1:-1], 1
        match = _coded(COMMON.fullmatch(text))
        if match is None and text[-1] in "号期":
            match = _BARE.fullmatch(text) or _SHORT.fullmatch(text)
        if match:
            return bracketed(match, offset)
    return _other_form(text)


def _other_form(text: str) -> Number | None:
    """Numbers without a bracketed year: 府行文字第…號, 第12/2024号, 云政办2024-7号, 第305号令, 第12期, 政办7号."""
    if "字" in text and (match := _TAIWAN.fullmatch(text)):
        year = int(match["year"].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) + 1911
        return Number(0, len(text), match.end("code"), year, int(match["serial"]), "taiwan", len(text), False)
    framed = int(text[0] == "(" and text[-1] == ")")
    if "期" in text and len(text) <= 30 and (match := _PERIOD.fullmatch(text, framed, len(text) - framed)):
        issued = int(match["year"]) if match["year"] else None
        damaged = "第" not in text
        return Number(match.start(), match.end(), match.end("code"), issued, _value(match["serial"]), "period", match.end(), damaged)
    if "号" not in text:
        return None
    if "/" in text and (match := _SLASHED.fullmatch(text)):
        session = None if "-" in match["year"] else int(match["year"])
        return Number(0, len(text), match.end("before"), session, int(match["serial"]), "slashed", match.start("after"), False)
    if match := _OPEN.fullmatch(text):
        return Number(0, len(text), match.end("code"), int(match["year"]), int(match["nth"] or match["serial"]), "open", len(text), False)
    if match := _ISSUE.fullmatch(text, framed, len(text) - framed):
        tail = match.start("tail") if match["tail"] else match.end()
        issued = int(match["year"]) if match["year"] else None
        return Number(match.start(), match.end(), match.end("code"), issued, _value(match["serial"]), "issue", tail, False)
    if match := _LOST.fullmatch(text):
        return Number(0, len(text), match.end("code"), int(match["year"]), int(match["serial"]), "bracketed", len(text), True)
    if match := _LED.fullmatch(text):
        return Number(0, len(text), match.end("code"), _value(match["year"]), int(match["serial"]), "led", len(text), False)
    if match := _YEARLESS.fullmatch(text):
        return Number(0, len(text), match.end("code"), None, int(match["serial"]), "yearless", len(text), True)
    return None


def leading_number(text: str, start: int = 0) -> Number | None:
    """The number at the start of a line that goes on with something else (a title, 签发人).

    >>> leading_number("云政办发[2024]7号关于做好便民服务工作的通知").end
    12
    """
    match = _coded(COMMON.match(text, start, start + LONGEST))
    return bracketed(match) if match and match["end"] and match["serial"] else None


def trailing_numbers(text: str) -> list[Number]:
    """The numbers in brackets at the end of a title, or the one that stands bare behind it.

    >>> [number.start for number in trailing_numbers("关于做好便民服务工作的通知(云政办发[2024]7号)")]
    [14]
    >>> [number.start for number in trailing_numbers("关于做好助餐工作的通知(云民发[2024]7号、云财社[2024]12号)")]
    [12, 24]
    >>> [number.start for number in trailing_numbers("关于做好助餐工作的通知云民发[2024]7号")]
    [11]
    """
    if text.endswith("号"):
        match = _BEHIND.search(text, max(0, len(text) - LONGEST))
        return [bracketed(match)] if match else []
    if not text.endswith(")"):
        return []
    window = max(0, len(text) - 2 * LONGEST)
    place = text.find("(", window)
    while place >= 0:
        found: list[Number] = []
        here = place + 1
        for piece in _APART.split(text[place + 1 : -1]):
            match = COMMON.fullmatch(text, here, here + len(piece))
            if match is None:
                found = []
                break
            found.append(bracketed(match))
            here += len(piece) + 1
        if found:
            return found
        place = text.find("(", place + 1)
    return []


def is_damaged_number(text: str) -> bool:
    """Whether a line is the ruin of a document number: a code and brackets, but no year or no serial.

    >>> is_damaged_number("云政办发[20 4] 号"), is_damaged_number("新建公厕3座")
    (True, False)
    """
    if len(text) > LONGEST or not text.endswith(_DAMAGED_ENDS):
        return False
    opening = min((place for place in map(text.find, _OPENING) if place > 0), default=0)
    return opening > 0 and text[opening - 1] in _DAMAGED_CODES and _DAMAGED.fullmatch(text) is not None
