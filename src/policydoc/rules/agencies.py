"""机关名称: what the names of organisations end with, and what tells a name from a sentence."""

from __future__ import annotations

from functools import cache

from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table

LONGEST = 60

_MARKS = frozenset("·“”()、-")
_NO_NAME = pattern(
    r"关于|印发|转发|如下|特此|此致|贯彻|落实|制定|开展|请各|为了|以及|进行|组织实施|[的了]$|第[一二三四五六七八九十0-9]{1,4}[条章节]|^[0-9一二三四五六七八九十]{1,3}[、.]|^[(]"
)
_BRACKET = pattern(r"[(][^()]{0,40}[)]$")


@cache
def tails() -> frozenset[str]:
    """Every ending of the agencies table.

    >>> "人民政府" in tails()
    True
    """
    return frozenset(form for row in table("agencies") for form in forms(row))


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(tail) for tail in tails()}, reverse=True))


def tail_of(text: str) -> str | None:
    """The longest ending of the table with which a folded text ends; a bracket behind it does not count.

    >>> tail_of("云泽市人民政府办公室"), tail_of("各镇人民政府(街道办事处)"), tail_of("新建公厕3座")
    ('办公室', '人民政府', None)
    """
    text = _BRACKET.sub("", text)
    for length in _lengths():
        if len(text) >= length and text[-length:] in tails():
            return text[-length:]
    return None


def is_organisation(text: str) -> bool:
    """Whether a folded line is the name of an organisation and nothing else.

    >>> is_organisation("云泽市民政局"), is_organisation("关于印发方案的通知"), is_organisation("请各单位")
    (True, False, False)
    """
    return 2 <= len(text) <= LONGEST and tail_of(text) is not None and _is_plain(text) and _NO_NAME.search(text) is None


def _is_plain(text: str) -> bool:
    """Whether a text has only characters that names have."""
    return all("\u3400" <= mark <= "\u9fff" or mark in _MARKS or (mark.isascii() and mark.isalnum()) for mark in text)
