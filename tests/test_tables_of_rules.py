"""Every table of rules: rows with an id, written forms, a source, and an example that shows the form at work."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from policydoc.rules.table import DATA, forms, table
from policydoc.text.fold import fold

TABLES = sorted(path.stem for path in DATA.glob("*.tsv"))
WORDED = ("diagnostics", "reasons")
"""Tables of sentences for people, with an example that is a text."""


@pytest.mark.parametrize("name", TABLES)
def test_rows(name):
    """Ids are unique, and no row lacks its forms or pattern, its source or its example."""
    rows = table(name)

    assert rows
    assert [name for name, count in Counter(row["id"] for row in rows).items() if count > 1] == []
    for row in rows:
        assert row["source"], row["id"]
        assert row["example"], row["id"]
        assert name in WORDED or row.get("forms") or row.get("pattern"), row["id"]


@pytest.mark.parametrize("name", [name for name in TABLES if name not in WORDED])
def test_examples(name):
    """The example of a row holds one of its forms, or is matched by its pattern."""
    silent = []
    for row in table(name):
        example = "".join(fold(row["example"]).split())
        held = any(fold(form) in example for form in forms(row)) if row.get("forms") else False
        pattern = row.get("pattern")
        if not held and not (pattern and re.search(pattern, example)):
            silent.append((row["id"], row["example"]))

    assert silent == []


@pytest.mark.parametrize("name", [name for name in TABLES if name not in WORDED])
def test_forms_are_folded(name):
    """Rules match on the folded shadow: a form that folding would change never matches."""
    assert [form for row in table(name) for form in forms(row) if row.get("forms") and fold(form) != form] == []
