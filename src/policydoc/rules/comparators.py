"""比较词: the words before and behind a number that say whether it is a floor, a ceiling or a rough amount (民法典 §1259)."""

from __future__ import annotations

from functools import cache

from policydoc.rules.lexicon import Lexicon, lexicon


@cache
def comparators(side: str) -> Lexicon[str]:
    """The forms of one side (before, after, or verb: 控制在) and the comparator of each.

    >>> comparators("before").before("演出不低于30场", 0, 5), comparators("after").at("30场以上", 3, 5)
    (('ge', 2), ('ge', 5))
    >>> comparators("before").before("最近3年", 0, 2)
    """
    return lexicon("comparators", lambda row, _: row["comparator"], lambda row: row["side"] == side)


@cache
def leading() -> Lexicon[tuple[str, bool]]:
    """The forms before a number, and whether they are verbs that a reader needs (控制在).

    >>> leading().before("控制在", 0, 3), leading().before("不低于", 0, 3)
    ((('le', True), 0), (('ge', False), 0))
    """
    return lexicon("comparators", lambda row, _: (row["comparator"], row["side"] == "verb"), lambda row: row["side"] != "after")
