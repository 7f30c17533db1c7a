"""回顾: how a paragraph that reviews opens without 已 or a year: 在市委领导下,…取得显著成效."""

from __future__ import annotations

import re

from policydoc.rules.patterns import pattern

_GAINED = pattern(r"争取(?=到|中央|上级|省|国家|各类|专项|资金)")
"""争取中央资金2亿元: what a report counts."""
_LED = pattern(
    r"(?:领导|支持|指导|推动|带领|努力|关心)下,[^。;]{0,120}?(?:取得[^,。;]{0,8}(?:成效|成绩|成果|进展|突破|胜利)|圆满|较好地?完成|迈出[^,。;]{0,8}步伐|实现了|呈现出?|再创)"
)
"""在市委领导下,…取得显著成效: a paragraph that reviews."""

_BESIDE = 3
_DONE = pattern(
    r"(?:实施|改造|开展|修建|建设|投入|更新|解决|培训|发放|举办|启动|打造|引进|培育|开工|竣工|出台|创建|编制|配备|安装|整治|治理)了"
)


def reviewed(text: str, future: re.Pattern[str]) -> list[int]:
    """Where the sentences end that open a review; none of them has a word of the `future`.

    >>> reviewed("在县委领导下,治水取得明显成效。", pattern("力争")), reviewed("在县委领导下,力争取得明显成效。", pattern("力争"))
    ([15], [])
    """
    if "下," not in text:
        return []
    return [match.end() for match in _LED.finditer(text) if future.search(text, match.start(), match.end()) is None]


def done_verbs(text: str, start: int, end: int) -> list[int]:
    """Where a verb with 了 ends in a sentence: 实施了|柳湾路等4条公路改造.

    >>> done_verbs("实施了公路改造", 0, 7), done_verbs("为了实施公路改造", 0, 8)
    ([3], [])
    """
    if text.find("了", start, end) < 0:
        return []
    return [match.end() for match in _DONE.finditer(text, start, end)]


def looks_ahead(text: str, word: re.Match[str], head: int) -> bool:
    """Whether a word of the future ends a review that opened at `head`: not 争取中央资金, nor 今年 right behind 据统计.

    >>> [looks_ahead(text, pattern("争取|今年").search(text), 0) for text in ("争取中央资金", "争取新建", "全市今年新增", "会议要求今年新增")]
    [False, True, False, True]
    """
    if word[0] == "今年" and word.start() - head <= _BESIDE:
        return False
    return _GAINED.match(text, word.start()) is None
