"""The list of all kinds of damage: name, what it looks like, and what a reader owes to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Literal

from damage import encodings, escapes, gbk, lost, signs
from damage.stretches import Damage

Owed = Literal["all", "most", "word", "nothing"]
"""all: every character comes back; most: what is put in is right, the rest is reported; word: a diagnostic and no change;
nothing: the text is read as it stands."""


@dataclass(frozen=True, slots=True, repr=False)
class Kind:
    """One kind of damage: a pure function of a text and a source of chance."""

    name: str
    family: str
    about: str
    owed: Owed
    damage: Callable[[str, Random], Damage]
    script: Literal["any", "Hant"] = "any"

    def __repr__(self) -> str:
        return self.name


def _kinds() -> list[Kind]:
    def of(family: str, owed: Owed, damage: Callable[[str, Random], Damage], script: Literal["any", "Hant"] = "any") -> Kind:
        about = " ".join((damage.__doc__ or "").split())
        return Kind(damage.__name__.replace("_", "-"), family, about, owed, damage, script)

    found = [misaligned(kind, reader) for kind in gbk.KINDS for reader in gbk.READERS]
    found += [
        of("encoding", "most", encodings.utf8_as_gbk),
        of("encoding", "most", encodings.utf8_as_gbk_in_lines),
        of("encoding", "all", encodings.utf8_as_latin),
        of("encoding", "all", encodings.utf8_as_cp1252),
        of("encoding", "all", encodings.utf8_as_cp1252_twice),
        of("encoding", "all", encodings.utf8_as_cp1252_in_lines),
        of("encoding", "most", encodings.utf8_as_cp1252_dropped),
        of("encoding", "all", encodings.gbk_as_latin),
        of("encoding", "most", encodings.big5_as_gbk, "Hant"),
        of("encoding", "most", encodings.gbk_as_big5),
        of("encoding", "word", encodings.utf16_as_gbk),
    ]
    found += [
        of("escape", "all", escapes.entities),
        of("escape", "all", escapes.entities_of_signs),
        of("escape", "all", escapes.entities_of_some),
        of("escape", "all", escapes.entities_twice),
        of("escape", "all", escapes.unicode_escapes),
        of("escape", "all", escapes.percent),
        of("escape", "all", escapes.percent_u),
        of("escape", "all", escapes.blanks),
    ]
    found += [
        of("sign", "all", signs.invisible),
        of("sign", "all", signs.soft_hyphens),
        of("sign", "all", signs.control_quotes),
        of("sign", "all", signs.radicals),
        of("sign", "all", signs.compatibility),
        of("sign", "all", signs.private),
        of("sign", "all", signs.glosses),
        of("sign", "all", signs.doubled_punctuation),
        of("sign", "most", signs.spaced),
        of("sign", "all", signs.spaced_digits),
        of("sign", "all", signs.angle_quotes),
        of("sign", "nothing", signs.wide_digits),
    ]
    found += [
        of("lost", "word", lost.replacement),
        of("lost", "word", lost.replaced_signs),
        of("lost", "word", lost.kun_jin_kao),
        of("lost", "word", lost.uninitialised),
        of("lost", "word", lost.lost_digits),
        of("lost", "word", lost.question_marks),
        of("lost", "word", lost.confused_digits),
        of("lost", "word", lost.wholly_lost),
    ]
    return found


def misaligned(kind: str, reader: gbk.Reader) -> Kind:
    """A kind of misaligned GBK, shown by that reader."""
    name = f"gbk-{kind}:{reader.name}"
    return Kind(name, "gbk", gbk.KINDS[kind], "most", partial(gbk.misaligned, kind, reader))


KINDS = {kind.name: kind for kind in _kinds()}
"""Every kind by its name; those of misaligned GBK once for each reader."""
