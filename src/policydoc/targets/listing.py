"""列举: where a list of things goes on with a deed of its own: 新建6条市政道路、|建成北路."""

from __future__ import annotations

from typing import Final

from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import verb_at
from policydoc.targets.chains import is_noun_head

_LISTED = pattern(r"(?<=[一-鿿])、(?=[一-鿿])")
_BUILDS: Final = frozenset({"build", "renew", "open", "remove"})
_SIZES: Final = (2, 3)


def before_deed(text: str, start: int, end: int) -> int:
    """Where a noun ends that a list joins to another deed.

    >>> line = "市政道路、建成北路"
    >>> before_deed(line, 1, len(line)), before_deed("污水处理、回用设施", 1, 9)
    (4, 9)
    """
    for mark in _LISTED.finditer(text, start, end):
        place = mark.start()
        lead = [verb_at(text, place - size, place) for size in _SIZES]
        if any(verb is not None and verb.group in _BUILDS and text.endswith(verb.form, start, place) for verb in lead):
            continue  # 9个市新建、改扩建
        verb = verb_at(text, mark.end(), end)
        if verb is None or verb.group not in _BUILDS or "等" in text[mark.end() : end]:
            continue
        behind = mark.end() + len(verb.form)
        if end - behind > 1 and not is_noun_head(text, behind, verb):
            return place
    return end
