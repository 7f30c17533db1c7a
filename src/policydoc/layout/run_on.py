"""续项: a wrapped line that starts with a number of its own paragraph: the next item of a list in it, or a cited item."""

from __future__ import annotations

from itertools import pairwise

from policydoc.layout.marks import ENDED
from policydoc.rules.patterns import pattern

_NUMERALS = "一二三四五六七八九十"
_ITEM = pattern(
    rf"(?P<sign>[②-⑳⑵-⒇])|(?P<open>\()?(?:(?P<han>[{_NUMERALS}])|(?P<digits>[1-9][0-9]?))(?P<close>\)|(?<![{_NUMERALS}(])[.、])"
    rf"|(?P<spoken>[{_NUMERALS}])(?P<word>[是要])"
)
_CLASSES = pattern(f"(?:{'|'.join(f'{one}、{two}' for one, two in pairwise(_NUMERALS))})[类级等档期批层季线环]|[(][12一二][)][型类]")
"""Classes of a thing: 四、五类危桥, 小(2)型水库."""


def runs_on(text: str, after: str) -> bool:
    """Whether a line starts with the next item of a list inside the folded paragraph, or with numbers that are no item's.

    >>> runs_on("包括①新建公厕②改造公厕", "③拆除旱厕。"), runs_on("落实第", "(一)项要求。"), runs_on("①新建公厕", "②改造公厕")
    (True, True, False)
    >>> runs_on("新建公路8公里,改造", "四、五类危桥4座。"), runs_on("新建公路8公里。", "四、改造危桥4座。")
    (True, False)
    """
    if text.endswith(("第", "分之")) or (text[-1] in _NUMERALS and after[0] in _NUMERALS) or (text[-1].isdigit() and after[0] in ".、)"):
        return True
    if text[-1] not in ENDED and _CLASSES.match(after):
        return True
    item = _ITEM.match(after)
    if item is None:
        return False
    if item["sign"]:
        return text.find(chr(ord(item["sign"]) - 1), 1) > 0
    han = item["han"] or item["spoken"]
    ordinal = _NUMERALS.index(han) + 1 if han else int(item["digits"])
    before = _NUMERALS[ordinal - 2] if han else str(ordinal - 1)
    return ordinal > 1 and text.find(f"{item['open'] or ''}{before}{item['close'] or item['word']}", 1) > 0


_LISTED = pattern(r"[(](?P<digits>[1-9][0-9]?)[)]|(?P<sign>[①-⑳⑴-⒇])|(?P<spoken>[一二三四五六七八九十])(?P<word>[是要])")
REACH = 600


def carries_on(text: str, after: str) -> bool:
    """Whether a line holds, behind its start, the next item of a list that the folded paragraph began behind its own.

    >>> carries_on("办好实事:(1)改造公厕。(2)便民出行。", "新建农村公路60公里。(3)强化供水。"), carries_on("(1)改造公厕。", "新建驿站。(2)强化供水。")
    (True, False)
    """
    found = next(reversed(list(_LISTED.finditer(text, max(1, len(text) - REACH)))), None)
    item = _LISTED.search(after, 1)
    if found is None or item is None or found.lastgroup != item.lastgroup:
        return False
    if item["sign"]:
        return ord(item["sign"]) == ord(found["sign"]) + 1
    if item["digits"]:
        return int(item["digits"]) == int(found["digits"]) + 1
    return item["word"] == found["word"] and _NUMERALS.find(item["spoken"]) == _NUMERALS.find(found["spoken"]) + 1
