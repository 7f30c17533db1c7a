"""周期与期间: 每月5日前, 常年, 尽快, 三年内, 印发之日起30日内: limits that are no calendar date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from policydoc.dates.calendar import day, last_day, small_number
from policydoc.dates.expressions import expressions
from policydoc.dates.limits import Deadline
from policydoc.dates.points import Precision
from policydoc.dates.surroundings import Surroundings, orders
from policydoc.dates.vocabulary import open_time, phrases
from policydoc.rules.kept import compiled
from policydoc.rules.patterns import pattern

_COUNT = r"(?:[0-9]{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九半])"
_REPEATED = pattern(r"[每季按逐](?:(?<=[每季])|[季半月年周旬日])")
"""What every term of 周期 has."""


@cache
def _recurring() -> re.Pattern[str]:
    return compiled(
        rf"""
    (?<![人户名均亩家辆台生床])(?:
        每(?:间?隔)?(?:(?:{_COUNT})个?)?(?:年度?|季度?|半年|学期|学年|月|周|旬|日(?!常)|天|工作日)(?:一|各)?
        (?:首月|末月|第[一二三]个月)?(?:的)?
        (?: (?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:[0-9]{{1,2}}[日号]|[底末初]|[上中下]旬)? | [0-9]{{1,2}}[日号](?![线楼院店]) | [上中下]旬 | 月?[底末初](?![级步中期]) | [一二三四五六日]|周[一二三四五六日] )?
        (?:[之以]?前(?![期提后往沿置列茅瞻景几]))?
      | 逢?(?:每)?季(?:度)?[首末]月(?:[0-9]{{1,2}}[日号]|[底末])(?:[之以]?前)?
      | 按(?:季度|半年|[月季年周旬日])(?=度?(?:调度|通报|报送|上报|报告|汇报|反馈|统计|监测|评估|考核|分析|公布|公开|公示|会商|推进|督导|督查|跟踪|梳理|更新|发布|召开|研究|总结|填报))
      | 逐[年月季周日](?=[^,。;:0-9]{{0,6}}(?:调度|通报|报送|推进|分解|落实|检查|开展|实施))
    )
    """,
        re.VERBOSE,
    )


_RATE = pattern(
    r"(?:平均|各|再|还|可|约|按|给予|补助|补贴|奖励|发给|发放|增长|提高|递增|递减|增加|下降|减少|不超过|不低于|最高|人均|达到?|保持|在|以|计|的|产|均|新增)*(?:[0-9一二两三四五六七八九十]|每)"
)
_DAY = pattern(r"[0-9][日号]|[0-9]月份?\Z")
_NOT_EACH = pattern(r"平均\Z|[的为按]\Z|[^,。;:]{0,3}(?:标准|补助|补贴|津贴|工资|租金|收入)\Z")
_ISSUE = pattern(r"[印下]发|[发公]布|发文")
_LIMIT = pattern(r"[年月周未今届任](?:(?:左右)?的?(?:[以之]?内|时间)|来|后|期|(?<=届))")
"""What every duration has."""
_ANCHORED = pattern(
    rf"(?:自|在|于|从)?(?:本|此|该)?(?:通知|方案|文件|意见|办法|公告|计划|决定|细则|要点)?(?P<anchor>印发|发布|下发|公布|发文)(?:之日)?[起后]?(?:之?日起)?,?(?:的)?"
    rf"(?P<count>{_COUNT})(?P<half>半)?个?(?P<unit>工作日|日|天|周|月|年)(?:之|以)?内"
)
_DURATION = pattern(
    rf"(?:(?P<lead>力争|争取|确保|计划|未来|今后|利用|用|在|拟用|拟|到|分)(?:接?下来)?的?)?(?<![0-9.近过去前连续满第])(?P<count>{_COUNT}(?:(?:至|到|-|~){_COUNT})?)(?P<unit>年|个月|周)(?:左右)?(?:的)?(?P<close>以内|之内|内(?!乱|外|部)|时间(?!内?[以之]?前))"
    rf"|(?P<coming>未来|今后)的?(?P<coming_count>{_COUNT})年(?!来)"
    r"|(?P<term>本届(?:政府|党委)?(?:任期)?[内末]|届内|任期[内末])"
)
_PROMISE = pattern(r",?是|不得|未|免|按|给予|兑现|享受|累计|首次|仍|有|无|的|可|达不到|扣|减|提供|曾|受到|连续|发生")


def recurring(line: Surroundings, year: int | None, issued_on: datetime.date | None) -> Iterator[Deadline]:
    """周期: 每月5日前, 每季度, 按月调度. An amount for each month or year is a rate, not a time; a day of each year is next due in the plan year.

    >>> line = Surroundings("每月5日前报送,每年补助500元,每年6月底前上报")
    >>> [(line.text[due.start : due.end], str(due.last)) for due in recurring(line, 2024, None)]
    [('每月5日前', 'None'), ('每年6月底前', '2024-06-30')]
    """
    text = line.text
    for match in _recurring().finditer(text) if _REPEATED.search(text) else ():
        start, end = match.span()
        firm = text[end - 1] in "前底末" or _DAY.search(match[0]) is not None
        if line.named(start, end) or _NOT_EACH.search(text[max(0, start - 8) : start]):
            continue
        if not firm and (end == len(text) or text[end] in ",。;:)" or _RATE.match(text, end)):
            continue
        yield Deadline(start, end, "recurring", None, _next(match[0], year, issued_on), _unit(match[0]))


def _next(words: str, year: int | None, issued_on: datetime.date | None) -> datetime.date | None:
    """When a day of each year is next due."""
    named = (
        [found for found in expressions(words, year, issued_on, []) if found.last and not found.whole] if words.startswith("每年") else []
    )
    last = named[0].last if named else None
    if last and issued_on and last < issued_on:
        return day(last.year + 1, last.month, last.day) or last_day(last.year + 1, last.month)
    return last


def _unit(words: str) -> Precision:
    if "日" in words or "号" in words or "天" in words or "周" in words:
        return "day"
    return "month" if "月" in words or "旬" in words else "quarter" if "季" in words else "half" if "半年" in words else "year"


_ALONE = (":", "(", ";", "]", "\t", "|")


def open_times(line: Surroundings, year: int | None = None) -> Iterator[Deadline]:
    """常年 and 持续推进 (ongoing), 尽快 and 即日起 (unspecified). 全年实施 goes on to the end of the year.

    >>> [due.kind for due in open_times(Surroundings("尽快修复路面(持续推进)"))]
    ['unspecified', 'ongoing']
    >>> [due.kind for due in open_times(Surroundings("长期护理保险,完成时限:长期"))]
    ['ongoing']
    """
    for match in open_time().finditer(line.text):
        phrase = phrases()[match[0]]
        after = line.after(match.end())
        if line.named(*match.span()):
            continue
        if phrase.needs in ("end", "alone") and after:
            continue
        if phrase.needs == "alone" and not line.text.startswith(_ALONE, match.start() - 1 if match.start() else len(line.text)):
            continue
        if phrase.needs == "deed" and (after or line.before(match.start())) and ("的" in after[:6] or not orders(after)):
            continue
        if phrase.kind != "ongoing":
            yield Deadline(*match.span(), "unspecified")
            continue
        yield Deadline(*match.span(), "ongoing", None, day(year, 12, 31) if year and match[0].startswith("全年") else None, "year")


def durations(line: Surroundings, issued_on: datetime.date | None) -> Iterator[Deadline]:
    """期间: 印发之日起30日内 ends on a day; 三年内 has no day on which it begins, so none on which it ends.

    >>> found = durations(Surroundings("自印发之日起30日内制定细则"), datetime.date(2024, 3, 25))
    >>> [str(due.last) for due in found]
    ['2024-04-24']
    """
    text = line.text
    anchored: set[int] = set()
    for match in _ANCHORED.finditer(text) if "内" in text and _ISSUE.search(text) else ():
        anchored.add(match.end())
        last = _later(issued_on, match["count"], match["unit"]) if issued_on and not match["half"] else None
        yield Deadline(*match.span(), "by", None, last, "day")
    for match in _DURATION.finditer(text) if _LIMIT.search(text) else ():
        start, end = match.span()
        if match["lead"] in ("力争", "争取", "确保", "计划", "拟", "到", "在", "分"):
            start = match.start("count")
        if end in anchored or line.named(start, end):
            continue
        aside = not match["lead"] and not match["coming"] and line.before(start)
        if not match["term"] and (_PROMISE.match(text, end) or aside):
            continue
        yield Deadline(
            start, end, "during", precision="half" if match["count"] == "半" else "month" if match["unit"] in ("个月", "周") else "plan"
        )


def _later(start: datetime.date, count: str, unit: str) -> datetime.date | None:
    """The day so many days, weeks, months or years after a date; working days need a calendar of holidays."""
    if unit == "工作日" or count == "半":
        return None
    number = small_number(count.replace("两", "二"))
    if unit in ("日", "天", "周"):
        return start + datetime.timedelta(days=number * (7 if unit == "周" else 1))
    months = start.month - 1 + number * (12 if unit == "年" else 1)
    year, month = start.year + months // 12, months % 12 + 1
    if year > datetime.MAXYEAR - 1:
        return None
    return day(year, month, start.day) or last_day(year, month)
