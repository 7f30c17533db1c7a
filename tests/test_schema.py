"""The published JSON Schema."""

from __future__ import annotations

import copy
import json

import pytest
from jsonschema import Draft202012Validator

import policydoc
from conftest import LETTER, ROOT
from policydoc.export.schema import plan_schema, schema_json
from policydoc.model import Plan

PUBLISHED = ROOT / "schemas" / "plan-1.0.schema.json"


@pytest.fixture(scope="module")
def validator():
    """A validator of the published schema."""
    return Draft202012Validator(json.loads(PUBLISHED.read_text(encoding="utf-8")), format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.fixture(scope="module")
def plan():
    """A plan as JSON."""
    return json.loads(policydoc.parse(LETTER).model_dump_json())


def test_current():
    """The committed file is what the models say: `policydoc schema > schemas/plan-1.0.schema.json` mends it."""
    assert PUBLISHED.read_bytes() == schema_json()


def test_is_a_schema():
    """It is a valid schema of draft 2020-12 with an identifier, a title and a version."""
    schema = plan_schema()
    Draft202012Validator.check_schema(schema)

    assert schema["$id"] == "urn:policydoc:plan:1.0"
    assert schema["version"] == "1.0"
    assert schema["title"]


def test_describes_every_attribute_docstring():
    """What stands under a field in the models stands beside it in the schema."""
    schema = plan_schema()

    assert schema["$defs"]["Target"]["properties"]["object"]["description"] == "对象 as written: 安置房."
    assert schema["properties"]["id"]["description"].startswith("16 hex digits")
    assert all(model.get("description") for model in schema["$defs"].values())


def test_covers_all_models():
    """Every model of the contract is in the schema under its own name, every field required."""
    schema = plan_schema()
    models = {
        name: getattr(policydoc.model, name) for name in policydoc.model.__all__ if hasattr(getattr(policydoc.model, name), "model_fields")
    }

    assert set(schema["$defs"]) | {"Plan"} == set(models)
    for name, model in models.items():
        definition = schema if name == "Plan" else schema["$defs"][name]

        assert definition["required"] == list(model.model_fields) == list(definition["properties"])


def test_plan_is_valid(plan, validator):
    """A plan as printed is valid."""
    assert [error.message for error in validator.iter_errors(plan)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "2.0"),
        (("text",), None),
        (("blocks", 0, "role"), "body"),
        (("blocks", 0, "span"), [0]),
        (("header", "issued_on"), 20240305),
        (("source", "bytes"), "12"),
    ],
)
def test_wrong_plan_is_not_valid(plan, validator, path, value):
    """A value that the contract does not know is found."""
    wrong = copy.deepcopy(plan)
    place = wrong
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value

    assert not validator.is_valid(wrong)


def test_missing_field_is_not_valid(plan, validator):
    """Absent is null: a field that is left out is found."""
    wrong = copy.deepcopy(plan)
    del wrong["header"]["title"]

    assert not validator.is_valid(wrong)


def test_numbers_are_numbers():
    """Amounts are JSON numbers in the schema, not strings."""
    assert plan_schema()["$defs"]["Target"]["properties"]["value"]["anyOf"] == [{"type": "number"}, {"type": "null"}]


def test_unknown_fields_are_let_through():
    """A later version may add fields: the model ignores them and the schema does not forbid them."""
    assert "additionalProperties" not in plan_schema()
    assert Plan.model_config["extra"] == "ignore"
