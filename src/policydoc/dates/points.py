"""时点: the written dates and periods of a line, each with the years, months and days that it names.

`2024年3月底`, `第三季度`, `“十四五”`, `明年`, `二〇三五年`, `113年12月`: a year, what follows it, or both. A year that is not
written stays open; whoever knows the plan year fills it in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from policydoc.dates.calendar import small_number
from policydoc.dates.han import han_number
from policydoc.rules.patterns import pattern

Precision = Literal["day", "month", "quarter", "half", "year", "plan"]

_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|[二廿]十?[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
_HAN_YEAR = r"[一二][〇零0Oo九八一二三四五六七]{3}"
_TO = r"(?:[-~]{1,2}|[至到])"
_QUARTER = r"[一二三四1-4首]"
_START = pattern(
    r"[0-9一二三四五六七八九十元民中今本当明次翌来去前上下全年月首第]"
    r"(?=[0-9〇零Oo一二三四五六七八九十]{0,5}[-~./年月份季度至到、和及第首]|半年|[底末初中终内华国])"
)
"""Where a date may begin: found fast, so that its forms are tried at few places."""
_POINT = pattern(
    rf"""
    (?P<iso>(?<![0-9./])(?P<iso_year>(?:19|20)[0-9]{{2}})(?P<sep>[-./])(?P<iso_month>1[0-2]|0?[1-9])
        (?: (?P=sep)(?P<iso_day>[12][0-9]|3[01]|0?[1-9])(?![0-9.]日?) | (?=[之以]?前|[至~\t|)]|-20|\Z) ) )?
    (?(iso)|(?P<years>
        (?:中华)?民国(?P<roc_year>[0-9]{{2,3}})年
      | (?<![0-9]) (?P<fiscal>20[0-9]{{2}})[-/](?P<fiscal_end>[0-9]{{2}})(?=年度)年
      | (?<![0-9]) (?:(?P<first_year>(?:19|20)[0-9]{{2}})年?{_TO})? (?P<year>(?:19|20)[0-9]{{2}})
        (?: 年(?!代) | (?=(?:1[0-2]|[1-9])月[份底末0-9]) | (?(first_year)(?=[\t|),。;]|\Z)|(?!)) )
      | (?<![0-9]) (?P<listed>(?:19|20)[0-9]{{2}}) (?=(?:[、和及](?:19|20)[0-9]{{2}}){{1,5}}[两三四五]?年)
      | (?<![〇零一二三四五六七八九十百]) (?:(?P<han_first>{_HAN_YEAR})年?{_TO})? (?P<han_year>{_HAN_YEAR}) 年
      | (?<![0-9.]) (?P<short_roc>1[0-2][0-9])年(?=度|底|末|初|[0-9]{{1,2}}月|[上下]半年|第[一二三四]季)
      | (?:(?<=[,。;、:至自于到迄])|(?<![\s\S])) (?P<bare_roc>1[0-2][0-9])年(?=[㐀-鿿“,])(?![来以历的期租间前内后限])
      | (?P<relative>今年|(?<!基)本年度?|当年度?|(?<![证说声])明年(?![检审限龄])|(?<![层每批档])次年|翌年|(?<![以近历本从未])来年(?!均)
        |去年|(?<![以先目])前年(?!度)|(?<!以)上一?年度?)(?!龄|纪|级|审|检)
    ))?
    (?(iso)|(?:
        (?(years)|(?<![0-9OoIl〇零一二三四五六七八九十百千万亿几数两]))
        (?:(?P<first_month>{_MONTH})月?份?{_TO})? (?P<month>{_MONTH})月(?![饼亮球光嫂龄租票薪经刊均活供])份?
        (?: (?:(?P<first_day>{_DAY})[日号]?{_TO})? (?P<day>{_DAY})[日号](?![线楼院店])
          | (?(years)(?P<bare_day>3[01]|[12][0-9]|0?[1-9])(?=[之以]?前|[。;)]|\Z)|(?!))
          | (?P<third>[上中下]{{1,2}}旬) | 月?(?P<month_edge>[底末初](?![级步中期])|中(?=之?前|[,。;])) )?
      | (?P<front>前)?第?(?(years)|(?<![0-9〇零一二三四五六七八九十百]))
        (?:(?P<first_quarter>{_QUARTER})季?度?(?:{_TO}|[、和])第?)? (?P<quarter>{_QUARTER})季(?:度|(?<=第[一二三四1-4]季)|(?<=首季))
        (?P<quarter_edge>[底末初])?
      | (?P<half>[上下])半年(?P<half_edge>[底末])?
      | (?P<whole>全年度?(?![龄级纪]))
      | (?(years)年?|(?<![0-9〇零一二两三四五六七八九十百几数多半每近去前])年) (?P<year_edge>[底末初](?![级步中期])|中(?=之?前|[,。;]|完)|(?<=年年)中(?![央国])|终(?=之?前))
      | (?(years)(?!)|(?<![0-9〇零一二两三四五六七八九十百几数多半每近])(?P<within>年内))
      | (?(years)(?!)|(?<![每元正个当次翌0-9A-Za-z一二三四五六七八九十])(?P<this_month>[本下]?月)[底末](?=之?前|[,。;)]|完|建))
      | (?(years)度|(?!))
    ))?
    """,
    re.VERBOSE,
)
_MARK = pattern(r"[年月季]|(?:19|20)[0-9]{2}")
"""What every date of the calendar has; most lines have none of it."""
_FIVE = pattern(r"五[”规计时期末内收年]|十[一二三四五六]五")
_FIVE_YEARS = pattern(
    r"(?P<open>“)?(?<![〇零一二三四五六七八九十])(?P<plan>十[一二三四五六]?五|[五六七八九]五)(?P<close>”)?"
    r"(?:规划|计划)?(?P<tail>时期|期间|期?[末内]|收官之?年?)?|第(?P<named>十[一二三四五六]?|[六七八九])个五年(?:规划|计划)(?:时期|期间|期?[末内])?"
)
_QUOTED = pattern(r"“(?P<month>1[0-2]|[1-9])[·•.](?P<day>3[01]|[12][0-9]|[1-9])”(?=[之以]?前)")
"""“6·30”前: a day as offices call it."""
_RELATIVE = {"明": 1, "次": 1, "翌": 1, "来": 1, "去": -1, "上": -1, "前": -2}
_THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, None)}
_DIGITS = dict(zip("一二三四五六七八九", range(1, 10), strict=True))


class Point(NamedTuple):
    """时点: what a written date names; what it does not name is open."""

    start: int
    end: int
    precision: Precision
    years: tuple[int, int] | None = None
    shift: int | None = None
    """今年 0, 明年 1, 去年 -1."""
    follows: bool = False
    """次年: the year after the date before it."""
    months: tuple[int, int] = (1, 12)
    days: tuple[int | None, int | None] = (None, None)
    """First and last day inside the months; None is the month's own."""
    edge: str = ""
    """底 the end, 初 the beginning, 中 the middle."""
    this_month: int | None = None
    """本月 0, 下月 1."""
    season: bool = False
    """2023-2024年度: it runs over the turn of the year."""

    @property
    def dated(self) -> bool:
        """Whether it names its year itself."""
        return self.years is not None or self.shift is not None


@lru_cache(maxsize=64)  # a line is read for its dates and again for its deadlines
def points(text: str) -> tuple[Point, ...]:
    """The dates and periods of a folded line, in order.

    >>> [(point.years, point.months, point.edge) for point in points("2025年3月底前开工,三季度完工")]
    [((2025, 2025), (3, 3), '底'), (None, (7, 9), '')]
    """
    found = [*_calendar(text), *_five_years(text), *_quoted(text)]
    found.sort(key=lambda point: point.start)
    return tuple(point for before, point in zip([None, *found], found, strict=False) if before is None or point.start >= before.end)


def _calendar(text: str) -> list[Point]:
    found: list[Point] = []
    here = _START.search(text) if _MARK.search(text) else None
    while here is not None:
        match = _POINT.match(text, here.start())
        if match is not None and match.end() > match.start():
            found.append(_read(match))
            here = _START.search(text, match.end())
        else:
            here = _START.search(text, here.start() + 1)
    return found


def _quoted(text: str) -> list[Point]:
    matches = _QUOTED.finditer(text) if "”" in text else ()
    return [_days(Point(*match.span(), "day"), int(match["month"]), int(match["day"]), int(match["day"])) for match in matches]


def _read(match: re.Match[str]) -> Point:
    years, shift = _years(match)
    follows = (match["relative"] or "").startswith(("次", "翌"))
    point = Point(*match.span(), "year" if years is None or years[0] == years[1] else "plan", years, shift, follows)
    if match["fiscal"]:
        return point._replace(months=(4, 3), precision="year")
    if match["iso_day"]:
        return _days(point, int(match["iso_month"]), int(match["iso_day"]), int(match["iso_day"]))
    if match["iso"]:
        return point._replace(precision="month", months=(int(match["iso_month"]),) * 2)
    if match["month"]:
        return _month(match, point)
    if match["quarter"]:
        last = _quarter(match["quarter"])
        first = 1 if match["front"] else _quarter(match["first_quarter"]) if match["first_quarter"] else last
        return point._replace(precision="quarter", months=(3 * min(first, last) - 2, 3 * last), edge=_edge(match["quarter_edge"]))
    if match["half"]:
        months = (1, 6) if match["half"] == "上" else (7, 12)
        return point._replace(precision="half", months=months, edge=_edge(match["half_edge"]))
    if match["this_month"]:
        return point._replace(precision="month", this_month=1 if match["this_month"][0] == "下" else 0, edge="底")
    if match["year_edge"] == "中":
        return point._replace(precision="half", months=(1, 6), edge="底")
    season = match[0].endswith("年度") and years is not None and years[1] == years[0] + 1
    return point._replace(edge=_edge(match["year_edge"]), season=season)


def _years(match: re.Match[str]) -> tuple[tuple[int, int] | None, int | None]:
    """The years that are written, or how far the year lies from this one."""
    if match["iso_year"]:
        return (int(match["iso_year"]),) * 2, None
    roc = match["roc_year"] or match["short_roc"] or match["bare_roc"]
    if roc:
        return (int(roc) + 1911,) * 2, None
    if match["fiscal"]:
        first = int(match["fiscal"])
        return (first, first + 1), None
    written = match["year"] or match["listed"]
    if written:
        return (int(match["first_year"] or written), int(written)), None
    if match["han_year"]:
        last = han_number(match["han_year"])
        return (han_number(match["han_first"]) if match["han_first"] else last, last), None
    if match["relative"]:
        return None, _RELATIVE.get(match["relative"][0], 0)
    return None, None


def _month(match: re.Match[str], point: Point) -> Point:
    month = small_number(match["month"])
    if match["day"]:
        last = small_number(match["day"])
        return _days(point, month, small_number(match["first_day"]) if match["first_day"] else last, last)
    if match["bare_day"]:
        return _days(point, month, int(match["bare_day"]), int(match["bare_day"]))
    first = small_number(match["first_month"]) if match["first_month"] else month
    if match["third"]:
        days = _THIRDS[match["third"][0]][0], _THIRDS[match["third"][-2]][1]
        return point._replace(precision="month", months=(first, month), days=days)
    if match["month_edge"] == "中":
        return point._replace(precision="month", months=(first, month), days=(None, 20))
    return point._replace(precision="month", months=(first, month), edge=_edge(match["month_edge"]))


def _days(point: Point, month: int, first: int, last: int) -> Point:
    return point._replace(precision="day", months=(month, month), days=(first, last))


def _quarter(written: str) -> int:
    return 1 if written == "首" else int(written) if written.isascii() else _DIGITS[written]


def _edge(written: str | None) -> str:
    return "底" if written in ("底", "末", "终") else written or ""


def _five_years(text: str) -> Iterator[Point]:
    """五年规划: the fourteenth is 2021 to 2025. Two numerals alone are none: they need their quotation marks or their 期间."""
    for match in _FIVE_YEARS.finditer(text) if "五" in text and _FIVE.search(text) else ():
        written = match["plan"]
        if written and not match["tail"] and not (match["open"] and match["close"]) and len(written) < 3:
            continue
        if written and bool(match["open"]) != bool(match["close"]) and not match["tail"]:
            continue
        number = small_number(match["named"] or written[:-1])
        first = 1981 + 5 * (number - 6)
        ends = (match["tail"] or "").endswith("末")
        yield Point(*match.span(), "plan", (first, first + 4), edge="底" if ends else "")
