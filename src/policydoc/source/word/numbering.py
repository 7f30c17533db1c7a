"""自动编号: the numbers that Word writes before paragraphs and that the file does not hold (ISO/IEC 29500-1, 17.9).

1. A list (`num`) is an instance of a definition (`abstractNum`); instances of one definition count on, unless one restarts.
2. A level counts from its `start`, again after a higher level, unless `lvlRestart` says otherwise.
3. The text of a level (`%1.%2`) takes in the numbers of the levels above it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from policydoc.rules.patterns import pattern
from policydoc.source.word.numerals import numeral
from policydoc.source.xml_events import Event

LEVELS = 9
_PLACE = pattern(r"%([1-9])")
_SPACED = pattern(r"[0-9A-Za-z０-９章节条编篇卷]\Z")
"""Numbers behind which a blank stands: 1.1 总则, 第一章 总则. Behind brackets and stops none does."""
_WORDS = pattern(r"[0-9A-Za-z一-龥①-⑳⑴-⒛]")
_INTEGER = pattern(r"-?[0-9]{1,6}")
_DEEPEST_LINK = 8


def integer(text: str | None, default: int) -> int:
    """An integer of an attribute; the default where there is none.

    >>> integer("3", 1), integer("", 1), integer(None, 0)
    (3, 1, 0)
    """
    return int(text) if text is not None and _INTEGER.fullmatch(text) else default


@dataclass(slots=True)
class Level:
    """One level of a list: where it begins, how its number and its text are written, and after which levels it begins again."""

    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    text: str = ""
    restart: int | None = None
    legal: bool = False
    joined: bool = False
    """Nothing stands between the number and the paragraph."""
    style: str | None = None


@dataclass(slots=True)
class Definition:
    """A definition of lists: its levels, or the style where they stand."""

    levels: dict[int, Level] = field(default_factory=dict)
    link: str | None = None


@dataclass(slots=True)
class Instance:
    """A list: its definition, and the levels that it starts or writes otherwise."""

    definition: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(slots=True)
class Lists:
    """All lists of a file, and how far each definition has counted."""

    definitions: dict[str, Definition] = field(default_factory=dict)
    instances: dict[str, Instance] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    """Styles of lists and the lists that they name."""
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def definition(self, number: str) -> str | None:
        """The definition that a list follows, through the style that it may link to."""
        for _ in range(_DEEPEST_LINK):
            instance = self.instances.get(number)
            found = self.definitions.get(instance.definition) if instance else None
            if instance is None or found is None:
                return None
            if found.link is None or found.link not in self.links:
                return instance.definition
            number = self.links[found.link]
        return None

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level that a list keeps for a style."""
        name = self.definition(number)
        levels = self.definitions[name].levels if name is not None else {}
        return next((level for level, found in levels.items() if found.style == style), None)

    def label(self, number: str, level: int) -> str:
        """The number of the next paragraph of a list at a level, with the blank behind it; empty where nothing is written.

        >>> lists = Lists({"0": Definition({0: Level(kind="chineseCounting", text="（%1）")})}, {"1": Instance("0")})
        >>> lists.label("1", 0), lists.label("1", 0), lists.label("9", 0)
        ('（一）', '（二）', '')
        """
        name = self.definition(number)
        if name is None or not 0 <= level < LEVELS:
            return ""
        instance, levels = self.instances[number], self.definitions[name].levels
        levels = {**levels, **instance.levels} if instance.levels else levels
        counts = self.counts.setdefault(name, [None] * LEVELS)
        self._count(number, level, counts, levels)
        shown = levels.get(level, Level())
        if shown.kind == "bullet":
            return shown.text if _WORDS.search(shown.text) else ""

        def written(place: int) -> str:
            made = levels.get(place, Level())
            count = counts[place]
            kind = "decimal" if shown.legal else made.kind
            return numeral(made.start if count is None else count, kind, made.pattern)

        text = _PLACE.sub(lambda match: written(int(match[1]) - 1), shown.text)
        return text + (" " if not shown.joined and _SPACED.search(text) else "")

    def _count(self, number: str, level: int, counts: list[int | None], levels: dict[int, Level]) -> None:
        """One more at a level; those below it begin again."""
        start = self.instances[number].starts.get(level)
        count = counts[level]
        if start is not None and (count is None or (number, level) not in self.begun):
            counts[level] = start
        else:
            counts[level] = levels.get(level, Level()).start if count is None else count + 1
        self.begun.add((number, level))
        for below in range(level + 1, LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or (restart and level < restart):
                counts[below] = None


def read_lists(events: Iterable[Event]) -> Lists:
    """The lists of a `numbering.xml`.

    >>> from policydoc.source.xml_events import events
    >>> xml = "<w:numbering xmlns:w='urn:w'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:lvlText w:val='%1、'/></w:lvl>"
    >>> xml += "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"
    >>> lists = read_lists(events(xml.encode(), "numbering.xml", {"urn:w": "w"}))
    >>> lists.label("1", 0), lists.label("1", 0)
    ('1、', '2、')
    """
    lists = Lists()
    definition, instance, level = Definition(), Instance(), Level()
    override, inside = 0, False
    for event in events:
        if not isinstance(event, tuple):
            continue
        name, attributes = event
        value = attributes.get("w:val")
        if name == "w:abstractNum":
            definition = lists.definitions[attributes.get("w:abstractNumId", "")] = Definition()
            inside = False
        elif name == "w:num":
            instance = lists.instances[attributes.get("w:numId", "")] = Instance()
            inside = True
        elif name == "w:abstractNumId":
            instance.definition = value or ""
        elif name == "w:numStyleLink":
            definition.link = value
        elif name == "w:lvlOverride":
            override = integer(attributes.get("w:ilvl"), 0)
        elif name == "w:startOverride":
            instance.starts[override] = integer(value, 1)
        elif name == "w:lvl":
            level = Level()
            where = instance.levels if inside else definition.levels
            where[integer(attributes.get("w:ilvl"), override)] = level
        else:
            _property(level, name, value, attributes)
    return lists


def _property(level: Level, name: str, value: str | None, attributes: dict[str, str]) -> None:
    """A property of a level."""
    if name == "w:start":
        level.start = integer(value, 1)
    elif name == "w:numFmt" and level.kind != "custom":  # what follows is for programs that do not know the format
        level.kind, level.pattern = value or "decimal", attributes.get("w:format", "")
    elif name == "w:lvlText":
        level.text = value or ""
    elif name == "w:lvlRestart":
        level.restart = integer(value, 0)
    elif name == "w:isLgl":
        level.legal = value not in ("0", "false", "off")
    elif name == "w:suff":
        level.joined = value == "nothing"
    elif name == "w:pStyle":
        level.style = value
