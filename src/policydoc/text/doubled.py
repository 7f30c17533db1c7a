"""叠标点: marks that a conversion wrote twice (，，) and quotation marks of another language («» for 《》)."""

from __future__ import annotations

from policydoc.rules.patterns import pattern
from policydoc.text.changes import Change, changed, told
from policydoc.text.edits import Repaired

_MARKS = "，、；：。"
_DOUBLED = pattern(rf"(?<=[\u3400-\u9fff）”》0-9%％])([{_MARKS}])\1(?=[\u3400-\u9fff（“《0-9\s]|\Z)")
_WIDTHS = pattern(r"(?<=[\u3400-\u9fff）”》0-9%％])(?:，,|,，|；;|;；|：:|:：)(?=[\u3400-\u9fff（“《0-9\s]|\Z)")
FEWEST = 3
"""One is a slip of the pen; more are of a machine."""
_ANGLES = pattern(r"«(?P<words>[^«»]{1,200})»")
_HAN = pattern(r"[\u3400-\u9fff]")


def read_doubled(text: str) -> Repaired | None:
    """The text with one mark where a machine wrote two.

    >>> done = read_doubled("新建公厕，，改造泵站，，修复绿道。。")
    >>> done.content if done else ""
    '新建公厕，改造泵站，修复绿道。'
    """
    changes = [Change(*match.span(), match[1], "probable", (match[0],)) for match in _DOUBLED.finditer(text)]
    changes += [Change(*match.span(), match[0].strip(",;:"), "probable", (match[0],)) for match in _WIDTHS.finditer(text)]
    if len(changes) < FEWEST:
        return None
    return told(changed(text, "doubled", sorted(changes)), "T017", "marks")


def read_angles(text: str) -> Repaired | None:
    """书名号: «» around Chinese words are 《》.

    >>> done = read_angles("印发«云泽市工作方案»的通知")
    >>> done.content if done else ""
    '印发《云泽市工作方案》的通知'
    """
    changes: list[Change] = []
    for match in _ANGLES.finditer(text):
        if _HAN.search(match["words"]):
            changes += (Change(match.start(), match.start() + 1, "《"), Change(match.end() - 1, match.end(), "》"))
    return told(changed(text, "angles", changes), "T014", "«» for 《》")
