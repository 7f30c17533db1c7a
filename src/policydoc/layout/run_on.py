"""续项: a wrapped line that starts with a number of its own paragraph: the next item of a list in it, or a cited item."""

from __future__ import annotations

from policydoc.rules.patterns import pattern

_NUMERALS = "一二三四五六七八九十"
_ITEM = pattern(
    rf"(?P<sign>[②-⑳⑵-⒇])|(?P<open>\()?(?:(?P<han>[{_NUMERALS}])|(?P<digits>[1-9][0-9]?))(?P<close>\)|(?<![{_NUMERALS}(])[.、])"
    rf"|(?P<spoken>[{_NUMERALS}])(?P<word>[是要])"
)


def runs_on(text: str, after: str) -> bool:
    """Whether a line starts with the next item of a list inside the folded paragraph, or with the number of a cited item.

    >>> runs_on("包括①新建公厕②改造公厕", "③拆除旱厕。"), runs_on("落实第", "(一)项要求。"), runs_on("①新建公厕", "②改造公厕")
    (True, True, False)
    """
    if text[-1] == "第" or (text[-1].isdigit() and after[0] in ".、)"):
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
