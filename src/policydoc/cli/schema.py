"""`policydoc schema`: the JSON Schema of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def run(_arguments: argparse.Namespace) -> int:
    """Print the schema."""
    from policydoc.cli import DONE
    from policydoc.cli.output import write
    from policydoc.export.schema import schema_json

    write(schema_json())
    return DONE
