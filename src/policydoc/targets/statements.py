"""指标语句: one line → its numbers with kinds, and the targets among them.

1. Every number of the line is a figure; a figure is a target only with a deed or an indicator beside it.
2. A target keeps its words: clause, verb, object, comparator, period and what it is measured against.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from policydoc.figures.kinds import OPEN, Kinds
from policydoc.figures.quantities import quantities
from policydoc.figures.quantity import Quantity, Span
from policydoc.targets.adjuncts import skip
from policydoc.targets.attributes import mark_attributes
from policydoc.targets.baselines import mark_changes, period_before
from policydoc.targets.belonging import Belonging, mark_milestones
from policydoc.targets.clauses import Clauses, near
from policydoc.targets.commitments import binding, commitment
from policydoc.targets.distribution import each_at, each_before
from policydoc.targets.grammar import read
from policydoc.targets.past import Past, is_progress
from policydoc.targets.reading import Reading
from policydoc.targets.residue import is_index, is_listed_amount, is_multitude, residual_kind, unknown_unit
from policydoc.targets.sharing import inherited, pair
from policydoc.targets.statement import Statement

_LIST_MARK = re.compile(r"[、和及与]")
_SEPARATE = re.compile(r"[,。;、:!?\t|]|和|及|与|以及")
_COUNTED: Final = frozenset({"target", "milestone", "part", "facet", "achievement", "unknown", "rate", "funding"})
_NEAR: Final = 4
_FLOORS: Final = frozenset({"ge", "gt", "le"})


def statements(
    text: str,
    written: str | None = None,
    *,
    dates: Sequence[Span] = (),
    skip: Sequence[Span] = (),
    past: bool = False,
    wanted: bool = True,
    year: int | None = None,
) -> list[Statement]:
    """The numbers of one folded line. `dates` are the stretches that name dates; a `past` line reports what was done.

    `skip` are labels, `written` is the line before folding; where targets are not `wanted` all numbers are figures alone;
    a sentence that begins with a year before `year` is a report.

    >>> [(s.kind, text[s.start : s.end]) for text in ["新建公厕76座,惠及居民3万人。"] for s in statements(text)]
    [('target', '新建公厕76座'), ('facet', '惠及居民3万人')]
    """
    numbers = quantities(text, written, dates, skip)
    return _Line(text, numbers, dates, year).read(past=past, wanted=wanted) if numbers else []


class _Line:
    """Reads the numbers of one line from left to right."""

    def __init__(self, text: str, numbers: Sequence[Quantity], dates: Sequence[Span], year: int | None) -> None:
        self.text, self.dates, self.year = text, dates, year
        self.clauses = Clauses(text)
        self.date_ends = dict(dates)
        kinds = Kinds(text)
        self.spans: list[Span] = []
        """The clauses of the numbers, as far as their words may reach."""
        self.found: list[Statement] = []
        for number in numbers:
            place = self.clauses.place(number.start)
            span = near(place.clause, number.start)
            self.spans.append(span)
            self.found.append(Statement(number, kinds.kind(number, span), *place.clause, place))
        self.belonging = Belonging(text)
        self.last: Statement | None = None

    def read(self, *, past: bool, wanted: bool) -> list[Statement]:
        """The statements with their final kinds."""
        reports = Past(self.text, self.clauses, self.dates, self.year)
        for statement, span in zip(self.found, self.spans, strict=True):
            if statement.kind == OPEN:
                quantity = statement.quantity
                if not quantity.read:
                    statement.kind = "unknown"
                elif past or reports.holds(quantity.start, quantity.after, statement.place) or is_progress(self.text, span[0], quantity.start):
                    statement.kind = "achievement"
        mark_changes(self.text, self.found)
        mark_attributes(self.text, self.found, self.spans)
        for index, statement in enumerate(self.found):
            if statement.kind == OPEN:
                if wanted:
                    self._decide(index)
                if not statement.is_target:
                    statement.kind = residual_kind(statement, wanted=wanted)
        if self.last is not None:
            pair(self.text, self.found)
            mark_milestones(self.text, self.found, self.dates)
        return self.found

    def _decide(self, index: int) -> None:
        """Read one open number, and make it a target where a deed or an indicator stands beside it."""
        text, statement = self.text, self.found[index]
        quantity = statement.quantity
        start, stop, listed, continued = self._stretch(index)
        skipped = skip(text, start, quantity.before, self.date_ends)
        begin = skipped.place
        per = each_at(text, begin, quantity.before) if "每" in text[begin : begin + 5] else None
        statement.per = per
        reading = read(text, start, quantity, stop, skipped, continued=continued)
        if per is not None and (reading is None or not reading.level):
            reading = read(text, per[1], quantity, stop, skip(text, per[1], quantity.before, self.date_ends)) or reading
        own_verb = reading is not None and reading.action is not None
        last = self._before(statement)
        reading = inherited(text, reading, last, quantity, listed=listed, lead=text[begin : quantity.before])
        if reading is None or not self._speaks(statement, reading):
            return
        self._accept(index, reading, start, stop, own_verb=own_verb)

    def _before(self, statement: Statement) -> Statement | None:
        """The target before a number whose words it may share: of its sentence, or right before its bracket."""
        last = self.last
        if last is None:
            return None
        bracket, _, sentence = statement.place
        if last.place.bracket == bracket:
            return last if last.quantity.start >= sentence[0] else None
        return last if bracket is not None and 0 <= bracket[0] - last.quantity.after <= _NEAR else None

    def _stretch(self, index: int) -> tuple[int, int, bool, bool]:
        """The part of the clause in which the words of a number stand, and whether it continues a list or a noun."""
        text, statement = self.text, self.found[index]
        quantity = statement.quantity
        start, stop = self.spans[index]
        listed = continued = False
        before = self.found[index - 1] if index else None
        place = index - 1
        while before is not None and before.kind not in _COUNTED and before.quantity.after > start and place > 0:
            place -= 1
            before = self.found[place]
        if before is not None and before.quantity.after > start and before.kind in _COUNTED and before.place.clause == statement.place.clause:
            between = text[before.quantity.after : quantity.before]
            mark = _LIST_MARK.match(between)
            if mark is not None:
                start = before.quantity.after + mark.end()
            else:
                last = max((match.end() for match in _LIST_MARK.finditer(between)), default=0)
                start = before.quantity.after + last
                continued = last == 0 and start < quantity.before
            listed = before.is_target
        following = self._following(index, stop)
        if following is not None:
            gap = text[quantity.after : following.before]
            cut = _SEPARATE.search(gap)
            if cut is not None:
                tail = max((match.start() for match in _SEPARATE.finditer(gap)), default=0)
                stop = quantity.after + (cut.start() if cut.start() == 0 or cut[0] in ",。;:" else tail)
        return start, stop, listed, continued

    def _following(self, index: int, stop: int) -> Quantity | None:
        for place in range(index + 1, len(self.found)):
            other = self.found[place]
            if other.quantity.start >= stop:
                return None
            if other.kind == OPEN:
                return other.quantity
        return None

    def _speaks(self, statement: Statement, reading: Reading) -> bool:
        """Whether the words make the number one to be reached."""
        text, quantity = self.text, statement.quantity
        deed = reading.action is not None or reading.level
        if quantity.unit is None and not quantity.unknown_unit:
            if "分之" in text[quantity.start : quantity.end] or text[quantity.start] == "半":
                return deed
            if reading.level and reading.object is not None and is_index(text, quantity, reading.action):
                return True
            unit = unknown_unit(text, quantity) if deed else ""
            if not unit:
                return deed and is_multitude(text, quantity)
            end = quantity.end + len(unit)
            statement.quantity = replace(quantity, unknown_unit=unit, end=end, after=max(end, quantity.after))
            return True
        if deed:
            return True
        compared = quantity.comparator in _FLOORS and quantity.before < quantity.start
        if (
            quantity.unit_name == "%"
            and quantity.comparator in _FLOORS
            and reading.object is not None
            and reading.object[0] >= quantity.end
        ):
            return True  # 九成以上的村
        return (compared and reading.object is not None) or is_listed_amount(text, quantity, reading.object)

    def _accept(self, index: int, reading: Reading, start: int, stop: int, *, own_verb: bool) -> None:
        text, statement = self.text, self.found[index]
        if reading.bound and statement.quantity.comparator == "eq":
            statement.quantity = replace(statement.quantity, comparator=reading.bound)
        quantity, sentence = statement.quantity, statement.place.sentence
        statement.per = statement.per or reading.per or quantity.per or each_before(text, quantity)
        if statement.baseline is None:
            statement.baseline = period_before(text, start, quantity.before, self.dates)
        if statement.baseline is not None and reading.object is not None:
            cut = statement.baseline.words[0]
            if reading.object[0] < cut < reading.object[1]:
                reading = replace(reading, object=(reading.object[0], cut))
        statement.reading = reading
        statement.start, statement.end = _clause(start, quantity, reading, stop)
        statement.commitment = commitment(text, self.spans[index], sentence, quantity.start)
        statement.binding = binding(text, sentence, quantity.start, quantity.after) if "性" in text else None
        self.belonging.place(self.found, index, start, own_verb=own_verb)
        if statement.is_target:
            self.last = statement


def _clause(start: int, quantity: Quantity, reading: Reading, stop: int) -> Span:
    """From the verb or the object to the end of the number, or of the object behind it."""
    begin, end = quantity.before, quantity.after
    for place in (reading.action, reading.object):
        if place is not None:
            if start <= place[0] < quantity.start:
                begin = min(begin, place[0])
            if quantity.end <= place[1] <= stop:
                end = max(end, place[1])
    return begin, end
