"""Every notice of the corpus gives the plan that stands beside it.

`python -m pytest tests/test_corpus.py --update` writes the plans and the scores anew: read the diff before you commit it.
"""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

import policydoc
from clerk import KINDS, Count, Reading, agreement
from conftest import CORPUS, NOTICES, ROOT
from promises import check

SCORES = CORPUS / "SCORES.tsv"
COLUMNS = ("notice", *KINDS)


def golden(notice):
    """The plan as it is committed: without the text, which stands beside it, and without what names the version."""
    plan = json.loads(policydoc.parse(notice.path).model_dump_json())
    plan["text"]["content"] = None
    plan["producer"] |= {"version": "any", "rules": "any"}
    return json.dumps(plan, ensure_ascii=False, indent=1) + "\n"


def scores() -> dict[str, dict[str, str]]:
    """The committed counts of each notice."""
    if not SCORES.exists():
        return {}
    head, *rows = [line.split("\t") for line in SCORES.read_text(encoding="utf-8").splitlines()]
    return {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}


def write_scores(table: dict[str, dict[str, str]]) -> None:
    """Write the table of counts, one row for each notice that still exists."""
    names = [notice.name for notice in NOTICES if notice.name in table]
    rows = ["\t".join((name, *(table[name].get(kind, "") for kind in KINDS))) for name in names]
    SCORES.write_text("\n".join(["\t".join(COLUMNS), *rows]) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def validator():
    """A validator of the published schema."""
    return Draft202012Validator(json.loads((ROOT / "schemas" / "plan-1.0.schema.json").read_text(encoding="utf-8")))


def test_there_is_a_corpus():
    """An empty corpus would make every test below pass."""
    assert len(NOTICES) >= 10
    assert len({notice.name for notice in NOTICES}) == len(NOTICES)


def test_labels_quote_the_notice(notice):
    """Every quote of the labels stands in the notice: a label that points nowhere would count against the parser."""
    if notice.path.suffix == ".html" or not notice.labels.exists():
        pytest.skip("no labels, or quotes are of the text that a reader takes from the markup")
    labels = json.loads(notice.labels.read_text(encoding="utf-8"))
    reading = Reading(notice.path.read_bytes().decode())
    quotes = [label.get("tail") or label["quote"] for kind in ("outline", "tasks", "targets", "goals") for label in labels.get(kind, [])]

    assert [quote for quote in (*quotes, *labels.get("not_targets", [])) if not any(reading.places(quote))] == []
    assert set(labels) <= {"id", "script", "skip", *KINDS}
    assert labels["id"] == notice.name


def test_plan(notice, update):
    """The plan is the committed one, line by line."""
    plan = golden(notice)
    if update:
        notice.golden.write_text(plan, encoding="utf-8")

    assert notice.golden.exists(), "no plan.json: run `python -m pytest tests/test_corpus.py --update` and read what it writes"
    assert plan.splitlines() == notice.golden.read_text(encoding="utf-8").splitlines()


def test_schema(notice, validator):
    """The committed plan is valid."""
    plan = json.loads(notice.golden.read_text(encoding="utf-8"))

    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(plan)] == []


def test_promises(notice):
    """The plan keeps its promises."""
    check(policydoc.parse(notice.path))


def test_labels(notice, update):
    """The plan agrees with the reader's labels at least as well as it did."""
    if not notice.labels.exists():
        pytest.skip("not labelled")
    labels = json.loads(notice.labels.read_text(encoding="utf-8"))
    plan = json.loads(policydoc.parse(notice.path).model_dump_json())
    now = agreement(plan, labels)
    if update:
        write_scores(scores() | {notice.name: {kind: str(count) for kind, count in now.items()}})
    committed = scores().get(notice.name)

    assert committed, "no row in corpus/SCORES.tsv: run `python -m pytest tests/test_corpus.py --update`"

    then = {kind: Count(*map(int, cell.split("/"))) for kind, cell in committed.items() if cell}

    assert set(now) == set(then)
    worse = {kind: str(now[kind]) for kind in now if now[kind].share < then[kind].share or now[kind].right < then[kind].right}

    assert worse == {}, f"it was {then}"
