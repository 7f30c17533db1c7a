"""文种 and 体裁: the fifteen statutory kinds of 公文, and the genres of the texts that they enclose."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table

_TRAILER = pattern(r"(?:[(\[][^()\[\]]{0,60}[)\]]|[·*#。.])+$")
_TRAILS = (")", "]", "·", "*", "#", "。", ".", "\n")
_LONGEST = 6


class Kind(NamedTuple):
    """文种: one form of the kinds table."""

    form: str
    name: str
    status: str
    """statutory (one of the fifteen), document (a text that stands alone) or genre (only enclosed)."""


@cache
def kinds() -> dict[str, Kind]:
    """Every form of the table.

    >>> kinds()["通知"].status, kinds()["清单"].status
    ('statutory', 'genre')
    """
    return {form: Kind(form, row["name"], row["status"]) for row in table("kinds") for form in forms(row)}


@cache
def _last_characters() -> frozenset[str]:
    """What the forms end with: most lines end with something else."""
    return frozenset(form[-1] for form in kinds())


def kind_at_end(title: str) -> Kind | None:
    """The kind or genre that a folded title ends with; brackets behind it do not count.

    >>> kind_at_end("云泽市三年行动计划(2023-2025年)").name, kind_at_end("新建公厕3座")
    ('计划', None)
    """
    text = title[-200:]
    for _ in range(3):
        if not text.endswith(_TRAILS):
            break
        shorter = _TRAILER.sub("", text)
        if shorter == text:
            break
        text = shorter
    if text.startswith("《"):
        text = text.rstrip("》")
    if text[-1:] not in _last_characters():
        return None
    known = kinds()
    for length in range(min(_LONGEST, len(text)), 0, -1):
        kind = known.get(text[-length:])
        if kind is not None:
            return kind
    return None
