"""分段: the stretches of names in a list of duties, and the verb that closes a group of them (X牵头 | Y、Z配合)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from policydoc.model.task import DutyRole
from policydoc.rules.kept import compiled
from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.tasks.labels import alternatives

_MARK = pattern(r"[()\[\]、,;。]|牵头")
_PLAIN = pattern(r"[^()\[\]、,;。]*")
_TITLE = pattern(r"牵头(?:[)\]]|和|及|单位|部门|责任)")
_AS = pattern("[为是任]")
_TOGETHER = pattern("并?会同|联合(?!国)|商(?![务业会贸协])")


@cache
def _verbs() -> dict[str, DutyRole]:
    roles: dict[str, DutyRole] = {"lead": "lead", "responsible": "responsible", "support": "support"}
    return {form: roles[row["role"]] for row in table("duties") if row["kind"] in ("verb", "label") for form in forms(row)}


@cache
def _ending() -> re.Pattern[str]:
    """A verb of assignment at the end of a segment, with the manner before it."""
    return compiled(
        rf"(?:{alternatives('manner')})*"
        rf"(?:(?P<verb>{alternatives('verb')})(?:工作)?|(?:为|作为|是|任)(?P<role>{alternatives('label')})(?:{alternatives('noun')}))\Z"
    )


@cache
def _ends() -> frozenset[str]:
    """The last characters of the verbs."""
    return frozenset(form[-1] for row in table("duties") if row["kind"] == "verb" for form in forms(row)) | {"作"}


def segments(text: str, start: int, end: int) -> Iterator[tuple[DutyRole | None, int, int, int]]:
    """The role, the stretch of names and the end of the verb of each group; what no verb closes comes last, without a role.

    >>> list(segments("市教育局牵头、市财政局配合", 0, 13))
    [('lead', 0, 4, 6), ('support', 7, 11, 13)]
    """
    first, with_lead = start, False
    for a, b in stretches(text, start, end):
        match = _ending().search(text, max(a, b - 24), b) if _may_close(text, a, b) else None
        if match is None:
            continue
        role = _verbs()[match["verb"] or match["role"]]
        if role == "responsible" and with_lead and _TOGETHER.match(text, first):
            role = "support"
        yield role, first, match.start(), b
        with_lead = role == "lead"
        first = b + 1 if text[b : b + 1] in "、,;。." else b
    if first < end:
        yield None, first, end, end


def _may_close(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends as the pattern above does: most names do not, and are not searched."""
    return start < end and (text[end - 1] in _ends() or _AS.search(text, max(start, end - 24), end) is not None)


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between separators outside brackets; 牵头 ends one where a name follows it.

    >>> list(stretches("市教育局牵头市财政局、各区配合", 0, 15))
    [(0, 6), (6, 10), (11, 15)]
    """
    depth, here = 0, start
    for match in _MARK.finditer(text, start, end):
        mark, at = match[0], match.start()
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and mark == "牵头":
            tail = _PLAIN.match(text, at, min(end, at + 30))
            if tail and tail[0] not in _verbs() and not _TITLE.match(text, at, at + 5):
                yield here, at + 2
                here = at + 2
        elif depth == 0:
            yield here, at
            here = at + 1
    if here < end:
        yield here, end
