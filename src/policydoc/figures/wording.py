"""数词用字: numeral characters that are parts of words (统一, 一批, 两癌) or stand for nothing in particular (一个, 几十)."""

from __future__ import annotations

from functools import cache
from typing import Final

from policydoc.rules.lexicon import Lexicon, lexicon

_ARTICLE_UNITS: Final = frozenset({"座", "所", "处", "栋", "幢", "条", "家", "公里", "亿", "万"})
"""一座: with these a single one may be what is to be built."""
_COUNTED_BEFORE: Final = ("各", "只", "仅", "少", "每", "多", "共", "达", "为", "于", "过", "约")
_BUILT_BEFORE: Final = ("建", "建设", "建成", "开工", "建造", "开通", "造", "改造", "设", "扩建", "增加", "新增", "成")
_NEAR = 14
_LONGEST = 4
_VAGUE_BEFORE: Final = ("几", "数", "若干")


@cache
def _words() -> Lexicon[str]:
    return lexicon("numeral_words", lambda row, _: row["id"])


def word_at(text: str, start: int) -> int:
    """Where the word ends that the Han numeral at a place is part of; 0 where it is part of none.

    >>> word_at("建设一批驿站", 2), word_at("统一标识", 1), word_at("新建三座", 2)
    (4, 2, 0)
    """
    found = _words().at(text, start, len(text))
    if found is not None:
        return found[1]
    return start + 1 if _words().before(text, max(0, start - _LONGEST), start + 1) is not None else 0


def is_article(text: str, start: int, unit: str) -> bool:
    """Whether 一 with a measure word is no number to be counted: 打造一支队伍, but 每县一个, 新建一座.

    >>> is_article("打造一支队伍", 2, "支"), is_article("每县建设一个驿站", 4, "个"), is_article("新建一座驿站", 2, "座")
    (True, False, False)
    """
    before = text[max(0, start - _NEAR) : start]
    if "每" in before or before.endswith(_COUNTED_BEFORE):
        return False
    return not (unit in _ARTICLE_UNITS and before.endswith(_BUILT_BEFORE))


def is_vague(text: str, start: int, end: int) -> str:
    """Why a Han numeral is too vague to be read: 几十, 数百, 十几.

    >>> is_vague("几十个", 1, 2), is_vague("十几个", 0, 1), is_vague("三十个", 0, 2)
    ('几 makes it vague', '几 makes it vague', '')
    """
    for word in _VAGUE_BEFORE:
        if text[start] in "十百千万亿" and text.endswith(word, 0, start):
            return f"{word} makes it vague"
    return "几 makes it vague" if text.startswith("几", end) else ""
