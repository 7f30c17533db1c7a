"""名称: whether a stretch names a unit, a kind of units, or none.

1. A unit's name ends as names of authorities do (局, 委, 政府, 公司), and does not end in a word that only looks like it (布局, 机会).
2. 各街道 and 市直有关部门 name many; 牵头单位 and 龙头企业 say what a unit does rather than which it is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from policydoc.rules.kept import compiled
from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table

LONGEST = 40
"""Characters of the longest name; a longer stretch is a sentence."""

PLACED = pattern(r"(?:[省市县区州盟旗镇乡]|自治区)(?![级内外以域直长])")
"""How a name begins that says whose unit it is: 市教育局."""
_RANKED = pattern(r"(?:地|县|副省)级及?以[上下]")


@cache
def words(kind: str) -> tuple[str, ...]:
    """The forms of a kind of `data/organisations.tsv`, the longest first.

    >>> "等部门" in words("tail")
    True
    """
    return tuple(sorted((form for row in table("organisations") if row["kind"] == kind for form in forms(row)), key=len, reverse=True))


@cache
def matcher(kind: str, shape: str) -> re.Pattern[str]:
    """A pattern of all forms of a kind, in a shape.

    >>> matcher("post", "(?:{})").search("市教育局局长")[0]
    '局长'
    """
    return compiled(shape.format("|".join(re.escape(word) for word in words(kind))))


def is_organisation(name: str) -> bool:
    """Whether a folded name ends as names of authorities do: 局, 委, 政府, 公司 …

    >>> is_organisation("云泽市教育局"), is_organisation("一网通办"), is_organisation("龙头企业")
    (True, False, False)
    """
    return _ends(name[-12:])


@lru_cache(maxsize=1024)  # a notice names the same units again and again
def _ends(tail: str) -> bool:
    if tail.endswith((")", "]")):
        tail = tail[: max(tail.rfind("("), tail.rfind("["))]
    return len(tail) >= 2 and tail.endswith(words("suffix")) and not tail.endswith(words("false"))


def is_collective(name: str) -> bool:
    """Whether a folded name is of a kind of units or of an area: 各街道, 市直有关部门, 北溪区.

    >>> is_collective("各街道"), is_collective("北溪区"), is_collective("公厕")
    (True, True, False)
    """
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]\Z", "", name)
    return 2 <= len(bare) <= (LONGEST if PLACED.match(bare) else 16) and bare.endswith(words("collective"))


def is_generic(name: str) -> bool:
    """Whether a name says what a unit does rather than which it is: 牵头单位, 龙头企业, 三级医院.

    >>> is_generic("牵头单位"), is_generic("三级医院"), is_generic("云泽市第二医院")
    (True, True, False)
    """
    name = name.removeprefix("其他").removeprefix("其余") or name
    each = name.removeprefix("各") in words("generic")
    return each or name in words("bare") or matcher("generic_head", r"(?:{})").match(name) is not None


def is_sentence(name: str) -> bool:
    """Whether a stretch says something rather than names a unit.

    >>> is_sentence("支持企业建设技术中心"), is_sentence("云泽市科技局")
    (True, False)
    """
    if PLACED.match(name) and (is_organisation(name) or is_collective(name)):
        return False
    return len(name) > 26 or matcher("clause", r"(?:{})").search(_RANKED.sub("", name)) is not None
