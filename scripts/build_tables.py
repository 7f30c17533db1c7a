"""Write what is published about the tables of an archive: `python scripts/build_tables.py`; `--check` only says whether it is current.

schemas/tables-1.0.json holds every table and the batches of `parse_batches`; the tables of docs/batch.md list the same columns.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from policydoc.archive.columns import ARROW, NESTED, STATUSES, TABLES, VERSION, Column  # noqa: E402  # the tree, not what is installed

SCHEMA = ROOT / "schemas" / f"tables-{VERSION}.json"
PAGE = ROOT / "docs" / "batch.md"
TABLE = re.compile(r"(<!-- table (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
ABOUT = {
    "documents": "one row for each file, whatever became of it",
    "tasks": "one row for each task",
    "targets": "one row for each target",
    "goals": "one row for each commitment without a number",
    "responsibilities": "one row for each unit of a task's duties",
    "deadlines": "one row for each deadline of a task or target",
    "diagnostics": "one row for each thing that a clerk should look at",
}


def described(column: Column) -> dict[str, Any]:
    """A column as JSON."""
    return {"name": column.name, "type": ARROW[column.kind], "nullable": column.nullable, "description": column.doc}


def schema() -> str:
    """schemas/tables-1.0.json."""
    tables = {name: {"description": ABOUT[name], "columns": list(map(described, columns))} for name, columns in TABLES.items()}
    lists = [{"name": name, "type": f"list<item: struct<columns of {name}>>", "nullable": False} for name in NESTED]
    given = [
        {"name": "name", "type": "string", "description": "file or address; stands in the tables as it is"},
        {"name": "content", "type": "binary", "description": "the bytes of the notice"},
    ]
    plan = {"name": "plan", "type": "string", "nullable": True, "description": "the plan as one line of JSON (plan-1.0.schema.json)"}
    whole = {
        "$id": f"urn:policydoc:tables:{VERSION}",
        "title": "The tables of a policydoc archive, as Arrow types",
        "version": VERSION,
        "statuses": STATUSES,
        "tables": tables,
        "parse_batches": {"takes": given, "gives": [*map(described, TABLES["documents"]), *lists, plan]},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def listed(name: str) -> str:
    """The columns of a table for a page."""
    head = [f"{ABOUT[name][0].upper()}{ABOUT[name][1:]}.\n", "| column | kind | |", "|---|---|---|"]
    rows = [f"| `{column.name}` | {column.kind}{' or null' * column.nullable} | {column.doc} |" for column in TABLES[name]]
    return "\n".join([*head, *rows]) + "\n"


def page() -> str:
    """docs/batch.md with its tables written anew."""
    return TABLE.sub(lambda found: found[1] + listed(found[2]) + found[3], PAGE.read_text(encoding="utf-8"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when something is not current")
    check = parser.parse_args().check
    stale = 0
    for path, content in ((SCHEMA, schema()), (PAGE, page())):
        if path.exists() and path.read_text(encoding="utf-8") == content:
            continue
        if check:
            print(f"{path.relative_to(ROOT)} is not current: run `make docs`")
            stale = 1
        else:
            path.write_text(content, encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main())
