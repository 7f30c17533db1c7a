"""Write the generated pages of docs/: `python scripts/build_docs.py`; `--check` only says whether they are current.

docs/diagnostics.md comes from the table of diagnostics, docs/cli.md from the `--help` texts and what `show` and `why` print, the tables of docs/model.md
from the models and the docstrings under their fields, and the limits of docs/formats.md from the module that sets them. What stands outside a marked stretch
of the last two is written by hand.
"""

from __future__ import annotations

import argparse
import ast
import os
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
sys.path.insert(0, str(ROOT / "src"))

from policydoc import parse  # noqa: E402  # the tree, not what is installed
from policydoc.cli.show import shown_plan  # noqa: E402
from policydoc.cli.whereabouts import find  # noqa: E402
from policydoc.cli.why import answer  # noqa: E402
from policydoc.export.schema import plan_schema  # noqa: E402
from policydoc.rules.diagnostics import WHO, diagnostics  # noqa: E402
from policydoc.rules.reasons import listening  # noqa: E402
from policydoc.source import limits  # noqa: E402

SHOWN = "corpus/010-qinghe-renewal-table-2023/notice.md"
ASKED = "p2/t1.r4#2"
STAGES = {"F": "File", "T": "Text", "H": "Header", "O": "Outline", "D": "Tasks", "N": "Numbers", "E": "Deadlines"}
WARNING = "<!-- Written by scripts/build_docs.py: change {} instead, then run `make docs`. -->\n"
LIMITS = re.compile(r"(<!-- limits -->\n).*?(<!-- end -->)", re.DOTALL)
TABLE = re.compile(r"(<!-- fields of (\w{1,40}) -->\n).*?(<!-- end -->)", re.DOTALL)


def diagnostics_page() -> str:
    """docs/diagnostics.md."""
    lines = [
        WARNING.format("src/policydoc/rules/data/diagnostics.tsv"),
        "# Diagnostics\n",
        "What a clerk should look at. A problem of a document never raises an exception: it is a diagnostic of the plan.",
        "`policydoc explain CODE` prints the same page. Severity *error* makes `policydoc parse --strict` exit with 1.\n",
        "| code | severity | can be mended by | |",
        "|---|---|---|---|",
        *(
            f"| [{code}](#{code.lower()}) | {row['severity']} | {WHO[row['blame']]} | {row['title']} |"
            for code, row in diagnostics().items()
        ),
    ]
    stage = ""
    for code, row in diagnostics().items():
        if code[0] != stage:
            stage = code[0]
            lines.append(f"\n## {stage}: {STAGES[stage]}")
        example = row["example"].replace("\\n", "\n")
        lines += [
            f'\n### <a id="{code.lower()}"></a>{code} {row["title"]}\n',
            f"*{row['severity']}, can be mended by {WHO[row['blame']]}. Source: {row['source']}*\n",
            f"> {row['message']}\n",
            f"{row['advice']}\n",
            f"```text\n{example}\n```",
        ]
    return "\n".join(lines) + "\n"


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The whole command line and every command of it."""
    from policydoc.cli.arguments import parser

    whole = parser()
    yield "policydoc", whole
    for action in whole._actions:  # noqa: SLF001  # argparse has no other door to its commands
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            yield from ((f"policydoc {name}", command) for name, command in action.choices.items())


def cli_page() -> str:
    """docs/cli.md."""
    os.environ["COLUMNS"] = "100"
    lines = [WARNING.format("src/policydoc/cli/arguments.py"), "# The command line"]
    for name, command in commands():
        lines += [f"\n## {name}\n", f"```text\n{command.format_help().rstrip()}\n```"]
    lines += [
        "\n## What show prints\n",
        f"`policydoc show {SHOWN}` in a terminal of 80 columns:\n",
        f"```text\n{shown()}```\n",
        "The counts are of what lies in a section and below it. A deadline or duty stands where the notice states it: above its tasks",
        "where it is for all of them. `+2` is two more units.\n",
        f"Of `policydoc show {SHOWN} --targets`:\n",
        f"```text\n{shown('targets', most=12)}```\n",
        "Amounts are as people write them: ≥ at least, > more than, ≤ at most, < less than, ≈ about, + and − a change by, → a change to,",
        "with the value that it starts from where the notice gives one. └ is a part, a facet or a milestone of the target above it.\n",
        "`--csv` writes the same targets for a spreadsheet, one row each, with the names and units of [the contract](model.md); the",
        "file opens in Excel. A cell that a spreadsheet would run as a formula stands behind an apostrophe. Colour is for terminals",
        "(`NO_COLOR` and `--colour` are heeded); the width is the terminal's, or that of `COLUMNS`.",
        "\n## What why prints\n",
        f"`policydoc why {SHOWN} --at {ASKED}`:\n",
        f"```text\n{told()}```\n",
        "Each line is a step: what was read, then rule after rule in the order in which they decided, the id of each in brackets. A",
        "number that is no target says which rule refused it. A section says why it is a task or not. Without `--at` the command says",
        "how to name a place.",
        "\n## What parse says on standard error\n",
        "One line for each diagnostic: file, line of the repaired text, severity, code, message, quote.\n",
        "```text\nnotice.txt:13: warning O002: Number 8 is missing: the numbering goes on with 9. «（九）»\n```\n",
        "With `POLICYDOC_DEBUG=1` a fault of policydoc (exit code 70) shows its trace.",
    ]
    return "\n".join(lines) + "\n"


def told() -> str:
    """What `policydoc why` prints of a target of that notice."""
    with listening() as account:
        plan = parse(ROOT / SHOWN)
    found = find(plan, ASKED)
    return "".join(line + "\n" for line in answer(plan, account, found, 100)) if not isinstance(found, str) else found


def shown(*views: str, most: int | None = None) -> str:
    """What `policydoc show` prints of a notice of the corpus."""
    lines = shown_plan(parse(ROOT / SHOWN), list(views), 80, colour=False).decode().splitlines()
    return "\n".join([*lines[:most], ""]) if most is None else "\n".join([*lines[:most], "…", ""])


def model_page(page: str) -> str:
    """docs/model.md with its tables written anew."""
    schema = plan_schema()
    definitions = schema["$defs"] | {"Plan": schema}
    return TABLE.sub(lambda found: found[1] + fields_table(definitions[found[2]]) + found[3], page)


def fields_table(model: dict[str, Any]) -> str:
    """The fields of a model with their JSON types and docstrings."""
    rows = [f"| `{name}` | {json_type(field)} | {cell(field.get('description', ''))} |" for name, field in model["properties"].items()]
    return "\n".join(["| field | JSON | |", "|---|---|---|", *rows]) + "\n"


def formats_page(page: str) -> str:
    """docs/formats.md with its table of limits written anew."""
    source = (ROOT / "src" / "policydoc" / "source" / "limits.py").read_text(encoding="utf-8")
    statements = ast.parse(source).body
    rows = [
        f"| `{named.targets[0].id}` | {amount(getattr(limits, named.targets[0].id))} | {cell(said.value.value)} |"
        for named, said in pairwise(statements)
        if isinstance(named, ast.Assign) and isinstance(named.targets[0], ast.Name)
        if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant)
    ]
    table = "\n".join(["| limit | value | |", "|---|--:|---|", *rows]) + "\n"
    return LIMITS.sub(lambda found: found[1] + table + found[2], page)


def amount(number: float) -> str:
    """A number, whole megabytes and kilobytes as such.

    >>> amount(64 * 1024 * 1024), amount(2000)
    ('64 M', '2,000')
    """
    for size, sign in ((1 << 20, " M"), (1 << 10, " K")):
        if number >= size and number % size == 0:
            return f"{number // size:,}{sign}"
    return f"{number:,g}" if isinstance(number, float) else f"{number:,}"


def cell(text: str) -> str:
    """A text that does not break its table."""
    return text.replace("|", "\\|")


def json_type(field: dict[str, Any]) -> str:
    """What a field holds, in a few words.

    >>> json_type({"anyOf": [{"type": "number"}, {"type": "null"}]})
    'number or null'
    """
    match field:
        case {"anyOf": [*choices]}:
            return " or ".join(json_type(choice) for choice in choices)
        case {"enum": [*values]}:
            return ", ".join(f"`{value}`" for value in values)
        case {"const": value}:
            return f"`{value}`"
        case {"$ref": str(name)}:
            return name.rpartition("/")[2]
        case {"prefixItems": [{"type": "integer"}, {"type": "integer"}]}:
            return "[start, end]"
        case {"type": "array", "items": items}:
            return f"list of {json_type(items)}"
        case {"type": "object", "additionalProperties": values}:
            return f"name → {json_type(values)}"
        case {"format": "date"}:
            return "date"
    return str(field.get("type", "anything"))


def main() -> int:
    """Write, or with `--check` compare."""
    pages = {
        DOCS / "diagnostics.md": diagnostics_page(),
        DOCS / "cli.md": cli_page(),
        DOCS / "model.md": model_page((DOCS / "model.md").read_text(encoding="utf-8")),
        DOCS / "formats.md": formats_page((DOCS / "formats.md").read_text(encoding="utf-8")),
    }
    stale = [path for path, page in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != page]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not current: run `make docs`")
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages[path], encoding="utf-8")
        print(f"{path.relative_to(ROOT)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
