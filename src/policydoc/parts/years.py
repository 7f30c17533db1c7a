"""计划年度: the years that a title says its plan covers."""

from __future__ import annotations

from policydoc.dates.han import han_number
from policydoc.rules.patterns import pattern

_HAN_YEAR = r"[一二][〇零Oo0九][〇零Oo0一二三四五六七八九]{2}"
_RANGE = pattern(rf"(?P<first>(?:19|20)[0-9]{{2}}|{_HAN_YEAR})年?[-~至到/](?P<last>(?:19|20)?[0-9]{{2}}|{_HAN_YEAR})年?")
_YEAR = pattern(rf"(?<![0-9])(?P<year>(?:19|20)[0-9]{{2}}|{_HAN_YEAR})(?=年(?!远景|前|底|末|以前|之前|以来)|[·\ ]|$)")
_ROC = pattern(r"(?<![0-9])(?P<roc>[0-9]{2,3})年?(?:度|施政)|民国(?P<named>[0-9]{2,3})年")
_FIVE = {
    "六": 1981,
    "七": 1986,
    "八": 1991,
    "九": 1996,
    "十": 2001,
    "十一": 2006,
    "十二": 2011,
    "十三": 2016,
    "十四": 2021,
    "十五": 2026,
    "十六": 2031,
}
_FIVE_YEAR = pattern(r"[“\"](?P<quoted>[六七八九]|十[一二三四五六]?)五[”\"]|第(?P<named>[六七八九]|十[一二三四五六]?)个五年")


def plan_years(title: str) -> tuple[int, int] | None:
    """First and last year of a plan by its folded title; None where it names none.

    >>> plan_years("三年行动计划(2023-2025年)"), plan_years("“十四五”养老规划"), plan_years("113年度施政计画")
    ((2023, 2025), (2021, 2025), (2024, 2024))
    >>> plan_years("二〇二四年民生实事"), plan_years("关于做好便民服务工作的意见")
    ((2024, 2024), None)
    """
    if match := _RANGE.search(title):
        first, last = han_number(match["first"]), han_number(match["last"])
        last = last if last >= 1000 else first // 100 * 100 + last
        if first <= last <= first + 40:
            return first, last
    if match := _YEAR.search(title):
        year = han_number(match["year"])
        return year, year
    if match := _FIVE_YEAR.search(title):
        start = _FIVE[match["quoted"] or match["named"]]
        return start, start + 4
    if match := _ROC.search(title):
        year = int(match["roc"] or match["named"]) + 1911
        return (year, year) if 1940 <= year <= 2100 else None
    return None
