"""指标语句: one line → its numbers with kinds, and the targets among them.

1. Every number of the line is a figure; a figure is a target only with a deed or an indicator beside it.
2. A target keeps its words: clause, verb, object, comparator, period and what it is measured against.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from policydoc.figures.commas import torn_pairs
from policydoc.figures.kinds import Kinds
from policydoc.figures.quantities import quantities
from policydoc.figures.quantity import OPEN, Quantity, Span
from policydoc.figures.residue import Surroundings, residue
from policydoc.rules.reasons import by, heard
from policydoc.targets.adjuncts import skip
from policydoc.targets.attributes import mark_attributes
from policydoc.targets.baselines import mark_changes, period_before, without_base
from policydoc.targets.belonging import Belonging, looks_back, mark_milestones
from policydoc.targets.claims import claims, residual_kind
from policydoc.targets.clauses import Clauses, near
from policydoc.targets.commitments import binding, commitment
from policydoc.targets.distribution import each_at, each_before, rated
from policydoc.targets.explanations import explained
from policydoc.targets.grammar import read
from policydoc.targets.labelled import labelled
from policydoc.targets.leads import led
from policydoc.targets.measures import join_measures
from policydoc.targets.past import Past
from policydoc.targets.progress import is_progress
from policydoc.targets.reading import Reading
from policydoc.targets.sharing import alike, inherited, join_rates, pair
from policydoc.targets.statement import Statement
from policydoc.targets.stretches import stretch_of

_NEAR: Final = 4
_BEFORE = attrgetter("before")
_SOURCES: Final = ("资金", "配套", "自筹", "补助", "投资", "贷款", "债券", "财政", "筹措", "款", "资本")
_COSTS: Final = ("经费", "总经费", "所需经费", "所需资金", "预算", "概算", "造价", "投资估算", "投资概算")


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
    heard()  # what was told of other lines
    numbers = quantities(text, written, dates, skip)
    return _Line(text, numbers, dates, year).read(past=past, wanted=wanted) if numbers else []


class _Line:
    """Reads the numbers of one line from left to right."""

    def __init__(self, text: str, numbers: Sequence[Quantity], dates: Sequence[Span], year: int | None) -> None:
        self.text, self.dates, self.year = text, dates, year
        self.clauses = Clauses.of(text)
        self.date_ends = dict(dates)
        compared = heard()
        kinds = Kinds(text)
        self.spans: list[Span] = []
        """The clauses of the numbers, as far as their words may reach."""
        self.found: list[Statement] = []
        for number in numbers:
            place = self.clauses.place(number.start)
            number, span = labelled(text, number, near(place.clause, number.start))
            self.spans.append(span)
            self.found.append(Statement(number, kinds.kind(number, span), *place.clause, place, reasons=heard()))
        for reason in reversed(compared):
            first, last = reason.words or (0, 0)
            rank = bisect_right(numbers, first, key=_BEFORE) - 1
            if rank >= 0 and last <= numbers[rank].after and reason not in self.found[rank].reasons:
                self.found[rank].reasons = (reason, *self.found[rank].reasons)
        self.belonging = Belonging(text)
        self.last: Statement | None = None

    def read(self, *, past: bool, wanted: bool) -> list[Statement]:
        """The statements with their final kinds."""
        reports = Past(self.text, self.clauses, self.dates, self.year)
        for statement, span in zip(self.found, self.spans, strict=True):
            if statement.kind == OPEN:
                quantity = statement.quantity
                if not quantity.read:
                    statement.turn("unknown", "unread")
                elif (
                    past
                    or reports.holds(quantity.start, quantity.after, statement.place)
                    or (is_progress(self.text, span[0], quantity.start) and not reports.promised(statement.place, quantity.start))
                ):
                    statement.turn("achievement", "past_section" if past else "past")
                elif kind := explained(self.text, quantity, statement.place.sentence, span):
                    statement.turn(kind)
        for torn in torn_pairs(self.text, [statement.quantity for statement in self.found]):
            for half in self.found[torn : torn + 2]:
                half.turn("unknown", "torn")
        join_rates(self.text, self.found)
        mark_changes(self.text, self.found)
        mark_attributes(self.text, self.found, self.spans)
        for index, statement in enumerate(self.found):
            if statement.kind == OPEN:
                if wanted:
                    self._decide(index)
                else:
                    statement.turn(OPEN, "orders_nothing")
                if not statement.is_target:
                    statement.turn(residual_kind(statement.quantity, wanted=wanted))
        if any(statement.kind == "unknown" for statement in self.found):
            line = Surroundings.of(self.text)
            for statement, span in zip(self.found, self.spans, strict=True):
                if statement.kind == "unknown":
                    statement.turn(residue(self.text, statement.quantity, span, line))
        if self.last is not None:
            pair(self.text, self.found)
            join_measures(self.text, self.found)
            mark_milestones(self.text, self.found, self.dates)
        return self.found

    def _decide(self, index: int) -> None:
        """Read one open number, and make it a target where a deed or an indicator stands beside it."""
        text, statement = self.text, self.found[index]
        quantity = statement.quantity
        stretch = stretch_of(text, self.found, index, self.spans[index])
        start, stop = stretch.start, stretch.stop
        skipped = skip(text, start, quantity.before, self.date_ends)
        begin = skipped.place
        per = each_at(text, begin, quantity.before) if "每" in text[begin : begin + 5] else None
        statement.per = per
        last = self._before(statement)
        reading = alike(text, last, quantity, stop) if stretch.listed and begin == quantity.before else None
        listed_like = reading is not None
        reading = reading or read(text, start, quantity, stop, skipped, continued=stretch.continued)
        if per is not None and (reading is None or not reading.level):
            reading = read(text, per[1], quantity, stop, skip(text, per[1], quantity.before, self.date_ends)) or reading
        reading = led(text, self.spans[index], reading)
        reading = rated(text, per, reading, quantity)
        if statement.baseline is None:
            statement.baseline = period_before(text, start, quantity.before, self.dates)
        reading = without_base(text, reading, statement.baseline)
        own_verb = reading is not None and reading.action is not None and not listed_like
        reading = inherited(text, reading, last, quantity, listed=stretch.listed, lead=text[begin : quantity.before])
        if reading is None:
            statement.turn(OPEN, "no_deed")
            return
        if not claims(text, statement, reading) or self._funds(index, reading):
            statement.turn(OPEN)
            return
        self._accept(index, reading, start, stop, own_verb=own_verb)

    def _funds(self, index: int, reading: Reading) -> bool:
        """总投资12亿元,其中省级资金2亿元: where the money comes from; 增设路灯240盏,经费4500万元: what it costs."""
        statement, before = self.found[index], self.found[index - 1] if index else None
        if statement.quantity.dimension != "money" or (reading.verb is not None and reading.verb.use != "noun"):
            return False
        if reading.object is not None and reading.action is None and self.text.startswith(_COSTS, reading.object[0]):
            return by("cost", True, reading.object)
        if before is None or before.kind != "funding" or before.place.sentence != statement.place.sentence:
            return False
        lead = self.text[before.quantity.after : statement.quantity.before]
        planned = "年" in lead or "计划" in lead
        sourced = (reading.action is None or not reading.level) and lead.endswith(_SOURCES) and not planned
        return by("source_of_money", True) if sourced else False

    def _before(self, statement: Statement) -> Statement | None:
        """The target before a number whose words it may share: of its sentence, or right before its bracket."""
        last = self.last
        if last is None:
            return None
        bracket, _, sentence = statement.place
        if last.place.bracket == bracket:
            return last if last.quantity.start >= sentence[0] or looks_back(self.text, sentence[0]) else None
        return last if bracket is not None and 0 <= bracket[0] - last.quantity.after <= _NEAR else None

    def _accept(self, index: int, reading: Reading, start: int, stop: int, *, own_verb: bool) -> None:
        text, statement = self.text, self.found[index]
        if reading.bound and statement.quantity.comparator == "eq":
            statement.quantity = statement.quantity._replace(comparator=reading.bound)
        quantity, sentence = statement.quantity, statement.place.sentence
        statement.per = statement.per or reading.per or quantity.per or each_before(text, quantity)
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
