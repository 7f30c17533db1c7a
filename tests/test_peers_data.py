"""The sentences on which policydoc is measured beside general tools: benchmarks/peers/sentences.jsonl."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import policydoc
from policydoc.rules.units import unit_named
from policydoc.text.fold import fold

ROOT = Path(__file__).parent.parent
ROWS = [json.loads(line) for line in (ROOT / "benchmarks" / "peers" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()]
COMPARATORS = {"eq", "ge", "gt", "le", "lt", "approx", "range"}
PAIRS, FIRES = 0.96, 0.1
"""The least F1 of value and unit, and the largest share of sentences without a target from which one is read."""


def amount(target):
    """What two targets must share to be the same."""
    numbers = (target["value"], target["low"], target["high"])
    unit = unit_named(target["unit"] or "")
    return (*(None if number is None else round(float(number), 9) for number in numbers), unit.canonical if unit else None)


def test_a_third_has_no_target():
    """A hundred and fifty sentences, no two alike; fifty only tempt."""
    assert len(ROWS) == 150
    assert len({fold(row["text"]) for row in ROWS}) == 150
    assert sum(not row["targets"] for row in ROWS) == 50


@pytest.mark.parametrize("row", [row for row in ROWS if row["targets"]], ids=lambda row: row["text"][:12])
def test_labels_have_a_number_and_a_unit_of_the_table(row):
    """A label is a value or a range, a comparator, and a unit that the table names."""
    for target in row["targets"]:
        assert set(target) - {"value", "low", "high"} == {"comparator", "unit"}
        assert target["comparator"] in COMPARATORS
        assert ("value" in target) != ("low" in target and target["low"] < target["high"])
        assert ("low" in target) == (target["comparator"] == "range")
        assert target["unit"] is None or unit_named(target["unit"]), target["unit"]


def test_no_sentence_stands_in_the_corpus():
    """The corpus is what the rules were written with."""
    corpus = "".join("".join(fold(path.read_text(encoding="utf-8")).split()) for path in ROOT.glob("corpus/*/notice.*"))
    assert not [row["text"] for row in ROWS if fold(row["text"]).rstrip("。") in corpus]


def test_policydoc_stays_above_the_bar():
    """Pairs of value and unit, and silence where there is no target."""
    right = claimed = due = fires = 0
    for row in ROWS:
        gold = [amount({"value": None, "low": None, "high": None, **target}) for target in row["targets"]]
        got = [amount(target.model_dump()) for target in policydoc.find_targets(row["text"], year=2024)]
        claimed, due = claimed + len(got), due + len(gold)
        fires += bool(got) and not gold
        for one in gold:
            if one in got:
                got.remove(one)
                right += 1

    assert 2 * right / (claimed + due) >= PAIRS
    assert fires / 50 <= FIRES
