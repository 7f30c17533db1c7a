"""The measuring set: real notices read by people. It is no part of the project; `POLICYDOC_GOLD` names its directory.

The directory holds `gold/NAME.json` (what people read), `real/NAME.*` (the notice) and `score.py` (what compares them).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import policydoc
from promises import check

BARS = {
    "header": 0.98,
    "parts_f1": 0.98,
    "outline_f1": 0.98,
    "outline_level": 0.98,
    "outline_ordinal": 0.98,
    "outline_title": 0.95,
    "task_f1": 0.95,
    "duty_f1": 0.95,
    "due": 0.95,
    "target_found_f1": 0.94,
    "target_exact_f1": 0.93,
    "object": 0.88,
    "action": 0.9,
    "change": 0.92,
    "deadline": 0.9,
    "traps": 0.96,
    "goals": 0.9,
    "tiling": 1.0,
}
"""The least that a change may leave behind, over all notices together."""

SET = os.environ.get("POLICYDOC_GOLD")

pytestmark = pytest.mark.skipif(SET is None, reason="POLICYDOC_GOLD is unset: the measuring set is no part of the project")


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    """The scores over all notices of the set."""
    plans = tmp_path_factory.mktemp("plans")
    pairs = []
    for gold in sorted(Path(SET, "gold").glob("*.json")):
        sources = sorted(Path(SET, "real").glob(f"{gold.stem}.*"))
        if sources:
            plan = plans / gold.name
            plan.write_text(policydoc.parse(sources[0]).model_dump_json(), encoding="utf-8")
            pairs += [gold, plan]

    assert pairs, f"no notices in {SET}"

    done = subprocess.run([sys.executable, Path(SET, "score.py"), *pairs, "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", BARS)
def test_bar(scores, name):
    """A score does not fall below its bar."""
    assert scores[name] >= BARS[name]


def test_every_file_is_read():
    """Every text and page of the set gives a plan that keeps its promises, labelled or not."""
    files = [path for path in sorted(Path(SET, "real").rglob("*")) if path.suffix in {".txt", ".md", ".html"}]

    assert files
    for path in files:
        check(policydoc.parse(path))
