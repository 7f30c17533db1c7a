"""主送机关, and the 署名 that some texts have under their title."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout import Line
from policydoc.parts import shape
from policydoc.parts.title import Title
from policydoc.rules.agencies import is_organisation
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.patterns import pattern

_GO_ON = pattern(r"(?=[^,、]{1,60}[,、])[^。;:!?]{2,200}")
_MOST = 6
_COMMAS = pattern(r"[,、]")
_OFFICER = pattern(
    r"[^。:]{0,24}(?:省长|市长|县长|区长|州长|旗长|主席|主任|院长|检察长)(?!牵头|负责|分管|包抓|联系|主持)[\u3400-\u9fff·]{2,4}"
)


def runs_in(text: str, title: Title | None) -> bool:
    """主送机关 with the first paragraph behind them in one line, under a notice's title."""
    colon = text.find(":", 0, 200)
    kind = kind_at_end(title.folded) if title else None
    if colon <= 2 or not text.startswith("各") or not shape.is_addressed(text[: colon + 1]):
        return False
    return (title is None and "," in text[:colon]) or (kind is not None and kind.status == "statutory")


def uncoloned(lines: Sequence[Line], live: Sequence[int], place: int) -> bool:
    """主送机关 whose colon is lost: 各… and only offices in the line, a paragraph right below it."""
    text = lines[live[place]].text
    if not text.startswith("各") or len(text) > 90 or place + 1 >= len(live) or text[-1] in "。;:!?" or shape.is_item(text):
        return False
    below = lines[live[place + 1]]
    return (
        below.role == "text"
        and (len(below.text) >= 16 or below.text[-1] in "。:")
        and shape.is_addressed(text + ":")
        and _COMMAS.search(text) is not None
    )


def is_officer(text: str) -> bool:
    """Whether a line is a post and a name: 市长某某."""
    return any(post in text for post in ("长", "主席", "主任")) and _OFFICER.fullmatch(text) is not None


def undersigned(lines: Sequence[Line], live: Sequence[int], place: int) -> int:
    """Where 署名 and date under a title end; 0 where none stand here."""
    for step in range(place, min(place + 5, len(live))):
        text = lines[live[step]].text
        if step > place and (shape.is_date(text) or shape.is_month(text)):
            return step + 1
        if step == place and shape.is_signed_date(text):
            return step + 1
        if not is_organisation(text):
            return 0
    return 0


def is_author(lines: Sequence[Line], live: Sequence[int], place: int) -> bool:
    r"""Whether an office stands alone between the title and the first paragraph: 署名 without its date.

    >>> from policydoc.layout import lines
    >>> is_author(lines("云泽市民政局\n为做好助餐工作，结合实际，制定本方案。"), [0, 1], 0)
    True
    """
    if place + 1 >= len(live) or live[place + 1] > live[place] + 2 or not is_organisation(lines[live[place]].text):
        return False
    below = lines[live[place + 1]]
    return below.role == "text" and len(below.text) >= 16 and not shape.is_item(below.text) and below.text[-1] in "。:"


def addressed(lines: Sequence[Line], live: Sequence[int], place: int) -> int:
    """Where 主送机关 that begin at `place` end; 0 where none do."""
    text = ""
    for step in range(place, min(place + _MOST, len(live))):
        line = lines[live[step]]
        if line.role != "text":
            return 0
        text += line.text
        if shape.is_addressed(text):
            return step + 1
        if not _GO_ON.fullmatch(line.text) or shape.is_item(line.text):
            return 0
    return 0
