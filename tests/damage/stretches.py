"""What a damage did: the stretches of a text side by side, as they were and as they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import NamedTuple


class Stretch(NamedTuple):
    """A stretch of a text: what is shown of it, what it was, and whether the damage went over it."""

    shown: str
    true: str
    hurt: bool


@dataclass(frozen=True, slots=True, repr=False)
class Damage:
    """A damaged text: its stretches in order, hurt and sound."""

    stretches: tuple[Stretch, ...]

    def __repr__(self) -> str:
        return f"Damage({self.shown!r})"

    @property
    def shown(self) -> str:
        """The text after the damage."""
        return "".join(stretch.shown for stretch in self.stretches)

    @property
    def true(self) -> str:
        """The text that a perfect repair gives."""
        return "".join(stretch.true for stretch in self.stretches)

    @property
    def hurt(self) -> bool:
        """Whether anything is shown otherwise than it was."""
        return any(stretch.hurt for stretch in self.stretches)

    def lines(self) -> Iterator[Damage]:
        r"""The lines without their ends, where every line end stands in a sound stretch or on both sides of a hurt one.

        >>> [line.true for line in Damage((Stretch("x", "甲", True), Stretch("\n乙", "\n乙", False))).lines()]
        ['甲', '乙']
        """
        held: list[Stretch] = []
        for stretch in self.stretches:
            shown, true = stretch.shown.split("\n"), stretch.true.split("\n")
            assert len(shown) == len(true), stretch
            for place, (seen, was) in enumerate(zip(shown, true, strict=True)):
                if place:
                    yield Damage(tuple(held))
                    held = []
                held.append(Stretch(seen, was, stretch.hurt and seen != was))
        yield Damage(tuple(held))


def joined(stretches: Iterable[Stretch]) -> Damage:
    """Neighbours of the same kind as one; what is shown as it was counts as sound only if it says so itself.

    >>> joined([Stretch("a", "甲", True), Stretch("b", "乙", True), Stretch("丙", "丙", False)]).stretches
    (Stretch(shown='ab', true='甲乙', hurt=True), Stretch(shown='丙', true='丙', hurt=False))
    """
    found: list[Stretch] = []
    for stretch in stretches:
        if found and found[-1].hurt == stretch.hurt:
            last = found.pop()
            stretch = Stretch(last.shown + stretch.shown, last.true + stretch.true, stretch.hurt)
        if stretch.shown or stretch.true:
            found.append(stretch)
    return Damage(tuple(found))


def by_line(text: str, hurt: Callable[[str], Iterable[Stretch] | None], chosen: Callable[[str], bool] = bool) -> Damage:
    """The text with the chosen ones of its lines hurt; a line for which `hurt` gives None stays as it is."""
    stretches: list[Stretch] = []
    for place, line in enumerate(text.split("\n")):
        if place:
            stretches.append(Stretch("\n", "\n", False))
        made = hurt(line) if chosen(line) else None
        stretches += [Stretch(line, line, False)] if made is None else made
    return joined(stretches)


def by_sign(text: str, hurt: Callable[[str], str | None]) -> Damage:
    r"""The text with single characters hurt: `hurt` gives what is shown of one, or None where it stays.

    >>> by_sign("“好”", {"“": chr(0x93), "”": chr(0x94)}.get).shown.encode("latin-1", "replace")
    b'\x93?\x94'
    """
    stretches: list[Stretch] = []
    for sign in text:
        made = hurt(sign)
        stretches.append(Stretch(sign, sign, False) if made is None else Stretch(made, sign, True))
    return joined(stretches)


def some(random: Random, share: float) -> Callable[[object], bool]:
    """A choice of so large a share of whatever is asked about."""
    return lambda _: random.random() < share
