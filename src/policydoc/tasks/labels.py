"""责任标签: 责任单位:, 牵头部门: and the other labels of a line, which end each other's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policydoc.model.task import DutyRole
from policydoc.rules.kept import compiled
from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.tasks.organisations import is_organisation, is_sentence, units

_ABOUT = pattern(r"(?:各|请|由|有关|相关|约谈|督促|对|向|该|其|将|并|要求|以|按|报|提醒|通报|本|上述|多个|每个|一个)\Z")
"""Words before 责任单位 that speak about responsible units instead of naming them."""
_OTHERS = ("其他", "其余", "其它")

_STOP = pattern(r"[。;:!?)\]]")


class Label(NamedTuple):
    """A label and the role of what stands behind it: the first unit's and the others'; no role where it is no list of units."""

    start: int
    end: int
    role: DutyRole | None
    rest: DutyRole | None


@cache
def _roles() -> dict[str, tuple[DutyRole, DutyRole]]:
    found: dict[str, tuple[DutyRole, DutyRole]] = {}
    for row in table("duties"):
        if row["kind"] == "label":
            for form in forms(row):
                found[form] = (_role(row["role"]), _role(row["rest"]))
    return found


def _role(word: str) -> DutyRole:
    return "lead" if word == "lead" else "support" if word == "support" else "responsible"


def alternatives(kind: str) -> str:
    """A regex of all forms of a kind of the table, the longest first.

    >>> alternatives("verb").split("|")[-1]
    '配合'
    """
    words = {form for row in table("duties") if row["kind"] == kind for form in forms(row)}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _pattern() -> re.Pattern[str]:
    roles = "|".join(re.escape(word) for word in sorted(_roles(), key=len, reverse=True))
    return compiled(
        rf"""(?P<open>[(\[])?
        (?:(?P<stop>{alternatives("stop")})(?:[(\[][^()\[\]]{{1,8}}[)\]])?(?=[)\]]?[:∶]|[)\]])
         |(?:{"|".join(_OTHERS)})?(?P<role>{roles})(?P<noun>{alternatives("noun")})?
           (?:[(\[](?P<aside>[^()\[\]]{{1,10}})[)\]])?
           (?P<more>(?:[及和与、/]|以及)[^,;。:∶、()\[\]]{{2,8}}(?=[:∶)\]]))?)
        (?P<close>[)\]])?(?P<mark>[:∶]|为(?!牵头|责任|主)|是(?!牵头|责任|主))?""",
        re.VERBOSE,
    )


@cache
def _heads() -> re.Pattern[str]:
    """The first two characters of every label: found fast, so that the whole pattern is tried at few places."""
    words = [*_roles(), *(form for row in table("duties") if row["kind"] == "stop" for form in forms(row))]
    return compiled("|".join(re.escape(head) for head in sorted({word[:2] for word in words})))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of the pattern, the next behind the one before; a bracket and 其他 before a label belong to it."""
    here = 0
    head = _heads().search(text)
    while head is not None:
        word = head.start()
        start = word - 2 if text[max(here, word - 2) : word] in _OTHERS else word
        start -= start > here and text[start - 1] in "(["
        match = _pattern().match(text, start)
        if match is None and start < word:
            match = _pattern().match(text, word)
        if match is not None:
            yield match
            here = match.end()
        head = _heads().search(text, here if match is not None else word + 1)


def labels(text: str) -> list[Label]:
    """The labels of a folded line, in order.

    >>> [(label.role, label.end) for label in labels("牵头单位:市住建局配合单位:市财政局完成时限:9月底")]
    [('lead', 5), ('support', 14), (None, 23)]
    """
    found = []
    for match in _matches(text):
        label = _label(text, match)
        if label is not None:
            found.append(label)
    return found


def _label(text: str, match: re.Match[str]) -> Label | None:
    start = match.start() + len(match["open"] or "")
    closed = bool(match["open"] and match["close"]) and (bool(match["noun"]) or match.start() == 0)
    if match["close"] and not closed:
        return None
    begins = bool(match["open"]) or start == 0 or text[start - 1] in "([,;。:.、!?\t|)]"
    if match["stop"]:
        return Label(match.start() if closed else start, match.end(), None, None) if match["mark"] in (":", "∶") or closed else None
    colon = match["mark"] in (":", "∶")
    if _ABOUT.search(text, max(0, start - 3), start) or not (colon or closed or (match["noun"] and begins)):
        return None
    if not begins and not match["noun"]:
        return None
    if not colon and not closed and not _opens(text, start, bool(match["mark"])):
        return None
    role, rest = _roles()[match["role"]]
    if match["more"] and role == "lead" and "责任" in match["more"]:
        rest = "responsible"
    elif match["more"] and any(word in match["more"] for word in ("配合", "参与", "协办", "协助")):
        rest = "support"
    label = Label(match.start() if closed else start, match.end(), role, rest)
    return label if (colon and match["noun"]) or _names_unit(text, match.end()) else None


def _opens(text: str, start: int, stated: bool) -> bool:
    """Whether a label without colon stands where labels do: (责任单位市教育局), or at the head of a line before 为."""
    before = text[max(0, start - 120) : start]
    return text[start - 1 : start] in ("(", "[") or (stated and not before) or before.rfind("(") > before.rfind(")")


def _names_unit(text: str, start: int) -> bool:
    """Whether the first name behind a place is plainly a unit's: a label without colon or noun needs that."""
    stop = _STOP.search(text, start, start + 60)
    found = units(text, start, stop.start() if stop else min(len(text), start + 60))
    name = text[found[0].start : found[0].end] if found else ""
    return bool(found) and found[0].start <= start + 1 and is_organisation(name) and not is_sentence(name)
