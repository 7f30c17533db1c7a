"""OFD 页: the XML of one page or template → its characters and ruled lines; GB/T 33190-2016, 7.7, 8.5, 9.3, 11.3, 13.

Places are given in millimetres from the top left; here they become points.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import TypeAlias

from policydoc.rules.patterns import pattern
from policydoc.source.limits import ON_PAGE
from policydoc.source.pages.glyphs import Glyph
from policydoc.source.pages.matrix import IDENTITY, Matrix, times
from policydoc.source.pages.page import Content
from policydoc.source.pages.ruling import Rule, rule
from policydoc.source.xml_events import Event

Attributes: TypeAlias = "dict[str, str]"
Units: TypeAlias = "dict[str, list[Event]]"
"""The content of composite graphic units by their ID."""

_POINTS = 72 / 25.4
_ASKEW = 0.1
_DEEPEST = 5
"""Composite objects within each other."""
_MOST_EVENTS = 500_000
"""Starts, texts and ends that are read for one page, those of what it shows from elsewhere included."""
_MOST_DRAWN = 20_000
"""Tokens of a path."""
_TOKEN = pattern(r"[A-Za-z]|[-+0-9.eE]{1,24}")
_NUMBER = pattern(r"[-+]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})(?:[eE][-+]?[0-9]{1,2})?")
_POINT_COUNT = {"S": 1, "M": 1, "L": 1, "Q": 2, "B": 3}
_WIDE = "ᄀ"
"""From here on characters are about as wide as high."""


class Shown(Content):
    """What a page or template shows, and the templates that it names."""

    __slots__ = ("left", "templates")

    def __init__(self) -> None:
        super().__init__()
        self.templates: list[str] = []
        self.left = _MOST_EVENTS


def number(text: str | None, default: float = 0.0) -> float:
    """A number of an attribute; the default where there is none.

    >>> number("5.64"), number("x", 1.0), number("1e400", 2.0)
    (5.64, 1.0, 2.0)
    """
    if text is None or not _NUMBER.fullmatch(text.strip()):
        return default
    found = float(text)
    return found if math.isfinite(found) else default


def _numbers(text: str | None, count: int) -> tuple[float, ...] | None:
    parts = (text or "").split()
    return tuple(number(part) for part in parts) if len(parts) == count else None


def deltas(text: str | None, count: int) -> list[float]:
    """The steps from character to character, where `g 3 5` stands for three times 5.

    >>> deltas("g 3 5 2", 10), deltas("g 1000000000 5", 2), deltas(None, 2)
    ([5.0, 5.0, 5.0, 2.0], [5.0, 5.0], [])
    """
    found: list[float] = []
    parts = iter((text or "").split())
    for part in parts:
        if len(found) >= count:
            break
        if part == "g":
            times, step = number(next(parts, None)), number(next(parts, None))
            found.extend([step] * int(min(max(times, 0), count - len(found))))
        else:
            found.append(number(part))
    return found


def _placed(attributes: Attributes, outer: Matrix) -> Matrix:
    """From the space of an object to that of the page: its own matrix, then the place of its boundary."""
    box = _numbers(attributes.get("Boundary"), 4) or (0.0, 0.0, 0.0, 0.0)
    own = _numbers(attributes.get("CTM"), 6)
    matrix: Matrix = (own[0], own[1], own[2], own[3], own[4], own[5]) if own else IDENTITY
    return times(times(matrix, (1.0, 0.0, 0.0, 1.0, box[0], box[1])), outer)


def read_units(found: Iterable[Event]) -> Units:
    """The composite graphic units of a resource file, which pages may show."""
    units: Units = {}
    depth = 0
    inside: list[Event] | None = None
    for event in found:
        if isinstance(event, tuple):
            depth += inside is not None
            if event[0] == "CompositeGraphicUnit" and inside is None:
                inside = units[event[1].get("ID", "")] = []
                depth = 0
                continue
        elif event is None and inside is not None:
            if not depth:
                inside = None
                continue
            depth -= 1
        if inside is not None:
            inside.append(event)
    return units


def read_content(found: Iterable[Event], units: Units) -> Shown:
    """What a page or template shows."""
    content = Shown()
    _read(found, units, content, IDENTITY, 0)
    return content


def _read(found: Iterable[Event], units: Units, content: Shown, outer: Matrix, depth: int) -> None:
    """The objects of a run of events, placed by a matrix."""
    opened: list[str] = []
    matrix, attributes, hidden = outer, dict[str, str](), False
    text: _Text | None = None
    code = path = ""
    for event in found:
        content.left -= 1
        if content.left < 0:
            return
        if isinstance(event, tuple):
            name, own = event
            opened.append(name)
            if name == "Template":
                content.templates.append(own.get("TemplateID", ""))
            elif name in ("TextObject", "PathObject"):
                matrix, attributes, hidden = _placed(own, outer), own, own.get("Visible") == "false"
                text = _Text(own, matrix) if name == "TextObject" else None
                path = ""
            elif name == "TextCode" and text is not None:
                text.move(own)
                code = ""
            elif name == "ImageObject":
                content.pictured = True
            elif name == "CompositeObject" and depth < _DEEPEST and own.get("Visible") != "false":
                inner = units.get(own.get("ResourceID", ""), [])
                _read(inner, units, content, _placed(own, outer), depth + 1)
        elif isinstance(event, str):
            inside = opened[-1] if opened else ""
            if inside == "TextCode":
                code += event
            elif inside == "AbbreviatedData":
                path += event
        elif opened:
            name = opened.pop()
            if name == "TextCode" and text is not None and not hidden:
                into = content.turned if text.is_askew else content.glyphs
                into.extend(text.glyphs(code[: ON_PAGE + 1 - len(into)]))
            elif name == "PathObject" and not hidden:
                content.rules.extend(_rules(path, matrix, attributes.get("Stroke") != "false"))


class _Text:
    """A text object: its size, its matrix, and where its next character stands."""

    def __init__(self, attributes: Attributes, matrix: Matrix) -> None:
        self.matrix = matrix
        self.size = abs(number(attributes.get("Size"), 4.0)) * math.hypot(matrix[2], matrix[3]) * _POINTS
        turn = abs(math.atan2(matrix[1], matrix[0]))
        directions = (attributes.get("ReadDirection", "0"), attributes.get("CharDirection", "0"))
        self.is_askew = turn > _ASKEW or any(direction not in ("0", "") for direction in directions)
        self.own = abs(number(attributes.get("Size"), 4.0)) * abs(number(attributes.get("HScale"), 1.0))
        self.x = self.y = 0.0
        self.across: str | None = None
        self.down: str | None = None

    def move(self, attributes: Attributes) -> None:
        """Where the next run of characters begins and how it steps on."""
        self.x = number(attributes.get("X"), self.x)
        self.y = number(attributes.get("Y"), self.y)
        self.across, self.down = attributes.get("DeltaX"), attributes.get("DeltaY")

    def glyphs(self, code: str) -> Iterator[Glyph]:
        """The characters of a run."""
        if not self.size:
            return
        a, b, c, d, e, f = self.matrix
        across, down = deltas(self.across, len(code) - 1), deltas(self.down, len(code) - 1)
        for place, sign in enumerate(code):
            wide = self.own * (1.0 if sign >= _WIDE else 0.5)
            step = across[place] if place < len(across) else 0.0 if self.down else wide
            left, base = a * self.x + c * self.y + e, b * self.x + d * self.y + f
            right = left + min(wide, step if 0 < step < wide else wide) * a
            if sign >= " ":
                yield Glyph(sign, left * _POINTS, max(left, right) * _POINTS, base * _POINTS, self.size)
            self.x += step
            self.y += down[place] if place < len(down) else 0.0


def _rules(path: str, matrix: Matrix, stroked: bool) -> Iterator[Rule]:
    """The straight lines of a path across or down the page; those of a filled thin box are one."""
    points = [(drawn, _at(matrix, x, y)) for drawn, x, y in _points(path)]
    if not points:
        return
    across, along = [x for _, (x, _) in points], [y for _, (_, y) in points]
    whole = rule(min(across), min(along), max(across), max(along))
    if whole is not None:
        yield whole
    elif stroked:
        for before, (drawn, point) in pairwise(points):
            (x, y), (u, v) = before[1], point
            found = rule(min(x, u), min(y, v), max(x, u), max(y, v)) if drawn else None
            if found is not None:
                yield found


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e) * _POINTS, (b * x + d * y + f) * _POINTS


def _points(path: str) -> Iterator[tuple[bool, float, float]]:
    """The points of abbreviated path data, and whether a straight line leads to each.

    >>> list(_points("M 0 0 L 10 0 L 10 5 C"))
    [(False, 0.0, 0.0), (True, 10.0, 0.0), (True, 10.0, 5.0), (True, 0.0, 0.0)]
    """
    tokens = iter([match[0] for match in islice(_TOKEN.finditer(path), _MOST_DRAWN)])
    start = (0.0, 0.0)
    for token in tokens:
        if token == "C":
            yield True, *start
        elif token == "A":
            ends = [number(each) for each in islice(tokens, 7)][-2:]
            if len(ends) == 2:
                yield False, ends[0], ends[1]
        elif token in _POINT_COUNT:
            values = [number(each) for each in islice(tokens, 2 * _POINT_COUNT[token])][-2:]
            if len(values) == 2:
                start = (values[0], values[1]) if token in "SM" else start
                yield token == "L", values[0], values[1]
