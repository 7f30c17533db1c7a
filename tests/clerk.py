"""A clerk who compares a plan with what a reader marked in the notice (`labels.json`).

Labels quote the notice; quotes are found again in the plan's text whatever its script, width and line breaks. For each
kind of finding the clerk counts `right` of `due`: due are the labels and, beside them, what the plan claims without one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from policydoc.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Json = dict[str, Any]
KINDS = ("header", "parts", "outline", "tasks", "targets", "goals", "not_targets")
METADATA = ("index_number", "published_on")
NEAR = 3
"""A heading may start that many characters beside its quote: brackets and blanks are a matter of taste."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings are right of those that are due."""

    right: int
    due: int

    def __str__(self) -> str:
        """As it stands in the table of scores."""
        return f"{self.right}/{self.due}"

    @property
    def share(self) -> float:
        """1 where nothing is due."""
        return self.right / self.due if self.due else 1.0


class Reading:
    """A text without blanks, in one script and width, and the way there from an offset of the text."""

    def __init__(self, content: str) -> None:
        pieces = [plain(character) for character in content]
        self.text = "".join(pieces)
        self.offsets = [0]
        for piece in pieces:
            self.offsets.append(self.offsets[-1] + len(piece))

    def span(self, span: list[int]) -> tuple[int, int]:
        """A span of the text as one of the reading."""
        return self.offsets[span[0]], self.offsets[span[1]]

    def places(self, quote: str) -> Iterator[tuple[int, int]]:
        """Where a quote stands."""
        wanted = plain(quote)
        start = self.text.find(wanted) if wanted else -1
        while start >= 0:
            yield start, start + len(wanted)
            start = self.text.find(wanted, start + 1)


def plain(text: Any) -> str:
    """A text, or whatever is compared as one, as the clerk compares it."""
    return "".join(fold(str(text)).split()) if text is not None else ""


def agreement(plan: Json, labels: Json) -> dict[str, Count]:
    """The counts of every kind of finding that the labels speak of."""
    reading = Reading(plan["text"]["content"])
    claimed = {
        "header": lambda: header(plan["header"], labels["header"]),
        "parts": lambda: parts(plan["parts"], labels["parts"]),
        "outline": lambda: outline(reading, plan["parts"], labels["outline"]),
        "tasks": lambda: tasks(reading, plan["tasks"], labels["tasks"]),
        "targets": lambda: targets(reading, plan["targets"], labels["targets"])[0],
        "goals": lambda: goals(reading, plan["goals"], labels["goals"]),
        "not_targets": lambda: tempting(reading, plan["targets"], labels),
    }
    return {kind: claimed[kind]() for kind in KINDS if kind in labels and kind not in labels.get("skip", ())}


def header(found: Json, wanted: Json) -> Count:
    """Fields that are equal, of those that one of both gives."""
    right = due = 0
    for name, value in wanted.items():
        claim = (found["metadata"] or {}).get(name) if name in METADATA else found.get(name)
        if name == "document_number" and isinstance(claim, dict):
            claim = claim["text"]
        if not value and not claim:
            continue
        due += 1
        many = isinstance(value, list)
        right += [plain(item) for item in claim or ()] == [plain(item) for item in value] if many else plain(claim) == plain(value)
    return Count(right, due)


def parts(found: list[Json], wanted: list[Json]) -> Count:
    """Parts of the same kind and title."""
    left = [(part["kind"], plain(part["title"])) for part in found]
    right = 0
    for part in wanted:
        pair = (part["kind"], plain(part.get("title")))
        if pair in left:
            left.remove(pair)
            right += 1
    return Count(right, len(wanted) + len(left))


def outline(reading: Reading, found: list[Json], wanted: list[Json]) -> Count:
    """Numbered headings at the same place with the same level, ordinal and title."""
    claims = [section for part in found for section in walk(part["sections"]) if section["label"]]

    def same(section: Json, label: Json) -> bool:
        alike = section["level"] == label["level"] and section["ordinal"] == label["ordinal"]
        return alike and plain(section["title"]).rstrip("。.:") == plain(label["title"]).rstrip("。.:")

    return paired(reading, claims, wanted, same)


def walk(sections: list[Json]) -> Iterator[Json]:
    """Sections in reading order."""
    for section in sections:
        yield section
        yield from walk(section["sections"])


def tasks(reading: Reading, found: list[Json], wanted: list[Json]) -> Count:
    """Tasks at the same place with the same units and the same end dates of their own."""

    def same(task: Json, label: Json) -> bool:
        own = [duty for duty in task["responsibilities"] if not duty["inherited_from"]]
        ends = {due["date"] for due in task["deadlines"] if due["date"] and not due["inherited_from"]}
        return units(own) == units(label.get("responsibilities", [])) and ends == set(label.get("deadlines", []))

    return paired(reading, found, wanted, same)


def units(responsibilities: list[Json]) -> set[tuple[str, str]]:
    """Who answers, in which role."""
    return {(duty["role"], plain(unit)) for duty in responsibilities for unit in duty["units"]}


def paired(reading: Reading, found: list[Json], wanted: list[Json], same: Callable[[Json, Json], bool]) -> Count:
    """Each label with the first claim that starts where its quote (or, of a damaged line, its line) does."""
    left = [(reading.span(claim["span"]), claim) for claim in found]
    right = 0
    for label in wanted:
        wide = NEAR if not label.get("tail") else len(plain(label["quote"])) + len(plain(label["tail"]))
        places = list(reading.places(label.get("tail") or label["quote"]))
        beside = [
            (abs(start - place), rank) for place, _ in places for rank, ((start, _), _) in enumerate(left) if -wide <= start - place <= NEAR
        ]
        if beside:
            _, claim = left.pop(min(beside)[1])
            right += same(claim, label)
    return Count(right, len(wanted) + len(left))


def targets(reading: Reading, found: list[Json], wanted: list[Json]) -> tuple[Count, list[Json]]:
    """Targets with the same amount, unit and comparator inside the quote; and the claims that no label bears out."""
    left = list(found)
    right = due = 0
    for label in sorted(wanted, key=lambda label: not label.get("required", True)):
        required = label.get("required", True)
        places = list(reading.places(label["quote"]))
        fits = [
            claim
            for claim in left
            if all(claim[name] == label.get(name) for name in ("value", "low", "high", "unit", "comparator"))
            and any(start - NEAR <= reading.span(claim["quantity"]["span"])[0] < end for start, end in places)
            and (not required or claim["kind"] in {"target", "milestone"})
        ]
        if fits:
            left.remove(fits[0])
        right += required and bool(fits)
        due += required
    borne_out = {claim["id"] for claim in found} - {claim["id"] for claim in left}
    extra = [claim for claim in left if claim["kind"] == "target" or claim["of"] not in borne_out]
    return Count(right, due + len(extra)), left


def goals(reading: Reading, found: list[Json], wanted: list[Json]) -> Count:
    """Goals of the same kind that touch the quote."""
    left = [(reading.span(goal["span"]), goal["kind"]) for goal in found]
    right = 0
    for label in wanted:
        for place in reading.places(label["quote"]):
            hits = [goal for goal in left if goal[1] == label["kind"] and goal[0][0] < place[1] and place[0] < goal[0][1]]
            if hits:
                left.remove(hits[0])
                right += 1
                break
    return Count(right, len(wanted) + len(left))


def tempting(reading: Reading, found: list[Json], labels: Json) -> Count:
    """Quotes that hold a number which is no target, and in which no unlabelled target lies."""
    _, unlabelled = targets(reading, found, labels.get("targets", []))
    spans = [reading.span(claim["quantity"]["span"]) for claim in unlabelled]
    quotes = labels["not_targets"]
    touched = sum(any(start < b and a < end for a, b in spans for start, end in list(reading.places(quote))[:1]) for quote in quotes)
    return Count(len(quotes) - touched, len(quotes))
