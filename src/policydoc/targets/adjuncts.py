"""状语: the words around verb and object that say when, where, how firmly and how: 力争, 2024年底前, 全面, 分别."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from policydoc.figures.quantity import Span
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import verb_at

_LABEL = pattern(
    r"[一二三四五六七八九十]{1,3}是要?|其[一二三四五六]|[(]?(?:[0-9一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壬癸A-Ha-h])[).、](?![0-9])|[①-⑳⒈-⒛]"
)
_DURATION = pattern(
    r"(?:用|在|力争用|利用)?(?:[0-9]{1,3}|半|[一二两三四五六七八九十]{1,3})(?:年半?|个月|天|日|个工作日)(?:左右)?(?:时间)?(?:以内|之内|内|(?=累计|共|基本|全面))"
    r"|用(?:[0-9]{1,2}|半|[一两二三四五六七八九十]{1,2})(?:年半?|个月)(?:左右)?(?:的?时间)?"
)
_PERIOD = pattern(
    r"(?<=今后|未来)(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})年(?:[(][0-9年至到度/-]{4,24}[)]|内|里)?"
    r"|(?:今后|未来|这|接下来)?(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})年(?:时间|期间)?[(][0-9年至到度/-]{4,24}[)]"
    r"|[(](?:即|指)?[0-9]{4}[0-9年月日至到度/-]{1,20}[)]"
    r"|[省市县区镇乡街村](?:[、和][省市县区镇乡街村]){1,4}[两二三四五]级(?=[一-鿿]{2})"
)
"""未来五年(2024至2028年度); 市、区两级: when and by whom."""
_COUNTS: Final = frozenset(
    "甲乙丙丁戊己庚辛壬癸ABCDEFGHabcdefgh0123456789一二两三四五六七八九十半其(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛用在力利今未这接省市县区镇乡街村"
)
"""What a label, a duration or a period begins with."""
_NEAR: Final = 16
"""What tells them from each other stands so near."""
_AGENT = pattern(r"[一-鿿]{1,10}?(?:局|署|处|部|厅|委|办|院|公司|政府|机构|单位|部门)(?:将会|将|会|须)(?!议|计|场|展|员)(?=[一-鿿]{2})")
"""房屋署会|审查25万份: who will do it."""
_EVERY = pattern(
    r"各(?:[县区市镇乡村旗州]|街道|部门|单位|社区|学校){1,3}+(?:[、(](?:[县区市镇乡村旗州]|街道|部门|单位|社区|学校){1,3}+[)]?){0,3}+"
)
"""各区、县(市)|至少办1所: whom the order is for."""
_BARE: Final = ("放", "送", "办", "建", "种", "养")
"""各村|放电影12场: verbs of one character."""
_YEARS = pattern(r"(?:(?<![0-9])[0-9]{1,2}|[一两二三四五六七八九十]{1,2})年\Z")
"""电网投资三年累计: how long the number takes."""
_DATED: Final = frozenset("年底末前内月日")
_DATE = pattern(
    r"[到至于在]?(?:(?:20[0-9]{2}|(?<![0-9])1[01][0-9])年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?|(?<![0-9])[0-9]{1,2}月(?:[0-9]{1,2}日)?|今年|明年)(?:年?[底末]前?|前|以前|内)?\Z|年(?:[底末]前?|内)\Z"
)
"""研究型病房|到2024年底: a date before the verb is no part of its subject."""
_AFTER_DATE = pattern(r"[底末前内间初起]{0,2}(?:之前|以前|期间|时间|以内)?,?")
_BEFORE_DATE = frozenset("到至在于从自")
_MARKS = frozenset("、,:·. -的")
_AT_THE_END = frozenset("为是在至到有了,的")
_PER_VERB = "各"
_OF_NOUNS = frozenset("及和与以或后也而则即故")
"""Links that may as well begin a noun: 及格率, 和美乡村, 以工代赈项目."""
_HEADS = frozenset(",。;:!?、(\t|")


class Skipped(NamedTuple):
    """Where the adjuncts end, what a bound among them (至少) says, and where 各 stands."""

    place: int
    comparator: str
    per: Span | None


@cache
def _adjuncts() -> Lexicon[str]:
    return lexicon("adjuncts", lambda row, _: row["comparator"], lambda row: row["kind"] != "adverb")


@cache
def _adverbs() -> Lexicon[str]:
    return lexicon("adjuncts", lambda row, _: row["id"], lambda row: row["kind"] == "adverb")


def adjunct_at(text: str, start: int, stop: int) -> int:
    """Where the adjunct at a place ends, or 0.

    >>> adjunct_at("全年新建", 0, 4), adjunct_at("新建", 0, 2)
    (2, 0)
    """
    found = _adjuncts().at(text, start, stop)
    return found[1] if found is not None else 0


def adverb_before(text: str, start: int, stop: int) -> bool:
    """Whether an adverb ends at a place: 累计|服务.

    >>> adverb_before("平台累计", 0, 4), adverb_before("平台", 0, 2)
    (True, False)
    """
    return _adverbs().before(text, start, stop) is not None


def skip(text: str, start: int, stop: int, dates: Mapping[int, int]) -> Skipped:
    """Past the adjuncts at the head of a clause; `dates` maps where a date begins to where it ends.

    >>> line = "力争全年至少新建驿站8处"
    >>> found = skip(line, 0, len(line), {})
    >>> line[found.place :], found.comparator
    ('新建驿站8处', 'ge')
    """
    comparator, per = "", None
    shall = text.find("将", start, stop) >= 0 or text.find("会", start, stop) >= 0 or text.find("须", start, stop) >= 0
    agent = _AGENT.match(text, start, stop) if shall else None
    if agent is not None and (verb_at(text, agent.end(), stop) is not None or adjunct_at(text, agent.end(), stop)):
        start = agent.end()
    while start < stop:
        mark = text[start]
        if mark in _MARKS:
            start += 1
            continue
        end = dates.get(start, 0) or (dates.get(start + 1, 0) if mark in _BEFORE_DATE else 0)
        if 0 < end <= stop:
            behind = _AFTER_DATE.match(text, end, stop)
            start = behind.end() if behind else end
            continue
        found = _adjuncts().at(text, start, stop)
        if found is None:
            every = _EVERY.match(text, start, stop) if mark == _PER_VERB else None
            if every is not None and (
                adjunct_at(text, every.end(), stop) or verb_at(text, every.end(), stop) or text.startswith(_BARE, every.end())
            ):
                start, per = every.end(), every.span()
                continue
            other = None
            if mark in _COUNTS:
                near = text[start : start + _NEAR]
                lasts = "年" in near or "月" in near or "天" in near or "日" in near
                other = (
                    _LABEL.match(text, start, stop)
                    or (_DURATION.match(text, start, stop) if lasts else None)
                    or (_PERIOD.match(text, start, stop) if lasts or "级" in near else None)
                )
            if other is None:
                break
            start = other.end()
            continue
        verb = verb_at(text, start, stop)
        if verb is not None and len(verb.form) > found[1] - start:
            break
        if (
            verb is not None
            and verb.use != "pivot"
            and verb_at(text, found[1], stop) is None
            and not (text[found[1] - 1] == "后" and adjunct_at(text, found[1], stop))
        ):
            break  # 统筹资金3亿元: no adverb where no verb follows
        heads = mark in _OF_NOUNS and found[1] == start + 1 and (start == 0 or text[start - 1] in _HEADS)
        if heads and found[1] not in dates and verb_at(text, found[1], stop) is None and adjunct_at(text, found[1], stop) == 0:
            break  # at the head of a clause a link leads to a verb
        comparator = found[0] or comparator
        if text[start : found[1]] == _PER_VERB:
            per = (start, found[1])
        start = found[1]
    return Skipped(start, comparator, per)


def strip(text: str, start: int, stop: int) -> int:
    """Where the adverbs and particles before a number or its verb begin: 分别, 年均, 为.

    >>> strip("收入年均", 0, 4), strip("公共", 0, 2)
    (2, 2)
    """
    while stop > start:
        if text[stop - 1] in _DATED and (dated := _DATE.search(text, max(start, stop - 14), stop)) is not None and dated.start() > start:
            stop = dated.start()
            continue
        if text[stop - 1] == "年" and (years := _YEARS.search(text, max(start, stop - 4), stop)) is not None:
            stop = years.start()
            continue
        found = _adverbs().before(text, start, stop)
        if found is not None and not (text[found[1] : stop] == "年" and text[max(0, found[1] - 4) : found[1]].isdigit()):
            stop = found[1]
        elif text[stop - 1] in _AT_THE_END:
            stop -= 1
        else:
            break
    return stop
