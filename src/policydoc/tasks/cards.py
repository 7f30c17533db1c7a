"""任务卡片: tasks that are written as pairs of key and value (项目名称：…⏎建设内容：…⏎责任单位：…), each block one task.

1. A card begins with the key of its name, which comes again for the next card, or is followed by at least two other keys.
2. Keys are titles of columns; a line without one goes on the value before it. Numbered items are no cards, they are sections.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policydoc.layout import Line
from policydoc.layout.marks import MARKER
from policydoc.model.fields import Span
from policydoc.rules.patterns import pattern
from policydoc.tasks.assignments import value_groups
from policydoc.tasks.cells import cells
from policydoc.tasks.columns import Column, column
from policydoc.tasks.duties import settled
from policydoc.tasks.labels import Label
from policydoc.tasks.rows import SILENT, Order, Place

FEWEST = 3
"""Pairs of a card that stands alone."""
LONGEST = 30
"""Lines of a card."""
_KEY = pattern(r"[(\[]?(?P<key>[一-龥]{2,10}(?:[(][^()]{1,10}[)])?)[)\]]?:")
_NAME = ("item", "task")


class Pair(NamedTuple):
    """What a key says of its value, and the value's place; `key` is "" where a line goes on the value before it."""

    key: str
    made: Column
    value: Place


class Card(NamedTuple):
    """The lines of a card and its pairs."""

    lines: tuple[int, ...]
    pairs: tuple[Pair, ...]


def cards(lines: Sequence[Line], first: int, last: int) -> list[Card]:
    r"""The cards among the lines from `first` to `last`.

    >>> from policydoc.layout import lines
    >>> rows = lines("项目名称：公厕改造\n建设内容：改造公厕6座\n责任单位：市城管局\n\n项目名称：驿站\n责任单位：市总工会")
    >>> [[pair.key for pair in card.pairs] for card in cards(rows, 0, len(rows))]
    [['项目名称', '建设内容', '责任单位'], ['项目名称', '责任单位']]
    """
    found: list[Card] = []
    names: list[str] = []
    index = first
    while index < last:
        pairs = _pairs(lines, index)
        if not pairs or pairs[0].made.role not in _NAME:
            index += 1
            continue
        name = pairs[0].key
        own, inside = [index], list(pairs)
        index += 1
        while index < last and len(own) < LONGEST:
            line = lines[index]
            if line.role in ("blank", "furniture"):
                index += 1
                continue
            pairs = _pairs(lines, index)
            if (pairs and pairs[0].key == name) or (not pairs and not _goes_on(lines, own[-1], index)):
                break
            inside += pairs or [Pair("", inside[-1].made, (index, 0, len(line.text)))]
            own.append(index)
            index += 1
        found.append(Card(tuple(own), tuple(inside)))
        names.append(name)
    return [card for card, name in zip(found, names, strict=True) if _is_card(card, names.count(name))]


def _is_card(card: Card, times: int) -> bool:
    roles = {pair.made.role for pair in card.pairs[1:] if pair.key}
    keys = sum(bool(pair.key) for pair in card.pairs)
    return bool(roles & {"duty", "deadline", "content"}) and (keys >= FEWEST or (times > 1 and keys > 1))


def _pairs(lines: Sequence[Line], index: int) -> list[Pair]:
    """The keys and values of a line: cells by turns, or words and colons."""
    line = lines[index]
    if line.role == "table":
        spans = cells(line)
        made = [column(line.text[slice(*span)].strip(":")) if span[0] < span[1] else None for span in spans[::2]]
        if (
            len(spans) % 2
            or not made
            or made[0] is None
            or any(key is None and a < b for key, (a, b) in zip(made, spans[1::2], strict=True))
        ):
            return []
        return [
            Pair(line.text[slice(*spans[2 * place])].strip(":"), key, (index, *spans[2 * place + 1]))
            for place, key in enumerate(made)
            if key
        ]
    if line.role != "text" or MARKER.match(line.text):
        return []
    starts = list(_keys(line))
    if not starts or starts[0][0]:
        return []
    ends = [*(start for start, _, _, _ in starts[1:]), len(line.text)]
    return [Pair(key, made, (index, value, end)) for (_, value, key, made), end in zip(starts, ends, strict=True)]


def _keys(line: Line) -> Iterator[tuple[int, int, str, Column]]:
    """Where the keys of a line begin: at its start, and behind blanks."""
    here = 0
    while here < len(line.text):
        match = _KEY.match(line.text, here)
        made = column(match["key"]) if match else None
        if match and made is not None:
            yield here, match.end(), match["key"], made
            here = match.end()
        elif here == 0:
            return
        here = next((place for place in range(here + 1, len(line.text)) if line.at[place] > line.at[place - 1] + 1), len(line.text))


def _goes_on(lines: Sequence[Line], before: int, index: int) -> bool:
    """Whether a line goes on the value above it: right below it, and no item, sentence of its own or row."""
    line = lines[index]
    return index == before + 1 and line.role == "text" and not MARKER.match(line.text) and lines[before].text[-1] != "。"


def card_orders(
    lines: Sequence[Line], found: Sequence[Card], rank: int, *, first_leads: bool
) -> list[tuple[Order, list[tuple[int, Span, str]]]]:
    """The orders that cards are, with their values and what the keys make of them."""
    return [(_order(lines, card, f"t{rank}.r{number}", first_leads), _values(card)) for number, card in enumerate(found, 1)]


def _values(card: Card) -> list[tuple[int, Span, str]]:
    return [(line, (start, end), pair.made.role) for pair in card.pairs for line, start, end in [pair.value]]


def _places(card: Card, *roles: str) -> tuple[Place, ...]:
    return tuple(pair.value for pair in card.pairs if pair.made.role in roles and pair.value[1] < pair.value[2])


def _order(lines: Sequence[Line], card: Card, name: str, first_leads: bool) -> Order:
    title = card.pairs[0].value
    line, start, end = title
    words = lines[line].text[start:end].rstrip("。;")
    groups = []
    for pair in card.pairs:
        if pair.made.role == "duty":
            line, start, end = pair.value
            found = value_groups(lines[line].text, Label(start, start, pair.made.duty, pair.made.rest), end)
            groups += [(line, duty) for duty in settled([(0, group) for group in found], first_leads)]
    return Order(
        name=name,
        line=card.lines[0],
        start=0,
        end=len(lines[card.lines[0]].text),
        label=None,
        ordinal=None,
        title=(title[0], title[1], title[1] + len(words)) if words else None,
        group=None,
        reads=_places(card, "item", "task", "content", "schedule"),
        times=_places(card, "deadline") or _places(card, "schedule"),
        silent=_places(card, *SILENT),
        duties=tuple(groups),
        more=card.lines[1:],
    )
