"""指标语句: one number of a line and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from policydoc.figures.quantity import Quantity, Span
from policydoc.rules.reasons import Reason, by, heard
from policydoc.targets.clauses import Place
from policydoc.targets.reading import Reading

TARGETS = frozenset({"target", "milestone", "part", "facet"})


@dataclass(slots=True)
class Baseline:
    """基数: the earlier amount, the words that give it, and the period."""

    quantity: Quantity | None
    words: Span
    period: Span | None


@dataclass(slots=True)
class Statement:
    """One number of the line and what became of it. Offsets are into the folded line."""

    quantity: Quantity
    kind: str
    start: int
    end: int
    """The clause that carries it."""
    place: Place
    """Its bracket, clause and sentence."""
    reading: Reading | None = None
    per: Span | None = None
    baseline: Baseline | None = None
    commitment: str | None = None
    binding: str | None = None
    of: int | None = None
    """Index of the statement that a part, milestone or facet belongs to; it may stand behind (a milestone's)."""
    notes: list[str] = field(default_factory=list)
    """Codes of what is odd about it."""
    counts: tuple[int, int] = (0, 0)
    """How many objects and values 分别 should pair."""
    reasons: tuple[Reason, ...] = ()
    """The rules that decided, in order; empty unless somebody listens."""

    @property
    def is_target(self) -> bool:
        """Whether it goes to the plan's targets."""
        return self.kind in TARGETS

    def turn(self, kind: str, rule: str = "") -> None:
        """Make it of a kind, by a rule or for the reasons just told."""
        self.kind = by(rule, kind) if rule else kind
        self.reasons += heard()
