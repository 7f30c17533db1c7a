"""The JSON Schema of the plan, generated from the models.

Descriptions are the docstrings in the models' source: pydantic sees those of classes; those of attributes are read here
from the source with `ast`, since keeping them at run time would make every start of policydoc slower.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

import policydoc.model
from policydoc.model import Plan

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaMode
    from pydantic_core import core_schema

VERSION = "1.0"
IDENTIFIER = f"urn:policydoc:plan:{VERSION}"


class _Contract(GenerateJsonSchema):
    """Every field is required: absent is null and nothing is left out."""

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,  # noqa: ARG002  # pydantic's
        total: bool,  # noqa: ARG002  # pydantic's
    ) -> bool:
        """Whatever its default is: a plan always writes the field."""
        return True

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
        """The generated schema without titles that only repeat the field's name."""
        generated = super().generate(schema, mode)
        for model in (generated, *generated["$defs"].values()):
            for field in model.get("properties", {}).values():
                field.pop("title", None)
                field.pop("default", None)
        return generated


def attribute_docs(source: str) -> dict[str, dict[str, str]]:
    r"""Class name → field name → the docstring under the field.

    >>> attribute_docs('class A:\n    x: int\n    "What x is."')
    {'A': {'x': 'What x is.'}}
    """
    docs: dict[str, dict[str, str]] = {}
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef):
            continue
        fields = docs.setdefault(node.name, {})
        for field, below in zip(node.body, node.body[1:], strict=False):
            if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
                continue
            match below:
                case ast.Expr(value=ast.Constant(value=str(words))):
                    fields[field.target.id] = " ".join(words.split())
    return docs


def model_docs() -> dict[str, dict[str, str]]:
    """The attribute docstrings of all models of contract 1.0."""
    docs: dict[str, dict[str, str]] = {}
    for path in sorted(Path(policydoc.model.__file__).parent.glob("*.py")):
        docs.update(attribute_docs(path.read_text(encoding="utf-8")))
    return docs


def plan_schema() -> dict[str, Any]:
    """JSON模式: the schema (draft 2020-12) of what `policydoc parse` writes.

    >>> plan_schema()["$id"]
    'urn:policydoc:plan:1.0'
    """
    generated = Plan.model_json_schema(mode="serialization", schema_generator=_Contract)
    docs = model_docs()
    for name, model in (("Plan", generated), *generated["$defs"].items()):
        for field, words in docs.get(name, {}).items():
            model["properties"][field]["description"] = words
    head = {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": IDENTIFIER,
        "title": f"policydoc plan, contract {VERSION}",
        "version": VERSION,
    }
    definitions = generated.pop("$defs")
    return head | {key: value for key, value in generated.items() if key not in head} | {"$defs": definitions}


def schema_json() -> bytes:
    """JSON模式: the schema as the file that is published, in UTF-8 with a final line end."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=1).encode() + b"\n"
