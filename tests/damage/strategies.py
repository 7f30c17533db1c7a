"""Damaged texts for Hypothesis."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from damage.kinds import KINDS, Kind
from damage.papers import paper
from damage.stretches import Damage

SEEDS = st.integers(0, 10_000)


@st.composite
def plans(draw: st.DrawFn, script: str | None = None, items: int = 3) -> str:
    """A plan of the grammar, in either script."""
    return paper(Random(draw(SEEDS)), items=items, script=script or draw(st.sampled_from(("Hans", "Hant"))))


def kinds(*owed: str, family: str | None = None) -> st.SearchStrategy[Kind]:
    """A kind of damage to which one of these is owed."""
    return st.sampled_from([kind for kind in KINDS.values() if kind.owed in owed and family in (None, kind.family)])


@st.composite
def damages(draw: st.DrawFn, kind: st.SearchStrategy[Kind]) -> tuple[Kind, Damage]:
    """A kind, and a plan with it."""
    found = draw(kind)
    text = draw(plans("Hant" if found.script == "Hant" else None))
    return found, found.damage(text, Random(draw(SEEDS)))
