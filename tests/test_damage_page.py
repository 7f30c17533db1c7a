"""docs/damage.md says what is so: its examples are repaired as it says, its tables are current."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

import policydoc
from conftest import ROOT

PAGE = (ROOT / "docs" / "damage.md").read_text(encoding="utf-8")


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a marked table; ⟨200B⟩ is the character with that number."""
    lines = PAGE.split(f"<!-- {name} -->\n")[1].split("<!-- end -->")[0].splitlines()[2:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [tuple(re.sub("⟨([0-9A-F]{4})⟩", lambda found: chr(int(found[1], 16)), cell) for cell in row) for row in cells]


@pytest.mark.parametrize("what, shown, right", rows("examples"), ids=lambda cell: cell[:24] if cell.isascii() else "-")
def test_what_can_be_repaired(what, shown, right):
    """Each example is read as the page says, and leads back."""
    repaired = policydoc.repair(shown)

    assert repaired.content == right
    assert repaired.undo() == shown


@pytest.mark.parametrize("what, shown, code", rows("losses"), ids=lambda cell: cell[:24] if cell.isascii() else "-")
def test_what_is_lost(what, shown, code):
    """Each loss stays as it is and has its code."""
    plan = policydoc.parse(shown + "\n二、便民服务。新建便民驿站8个。")

    assert plan.text.content.startswith(shown)
    assert code in {found.code for found in plan.diagnostics}


def test_current():
    """`make docs` would change nothing."""
    script = ROOT / "scripts" / "build_damage.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_python():
    """The Python of the page runs and prints what a reader expects."""
    code = PAGE.split("```python\n", 1)[1].split("```", 1)[0]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)

    assert done.stderr == ""
    assert done.stdout.splitlines()[0] == "新建便民驿站8个，惠及居民1.2万人。"
    assert done.stdout.splitlines()[-1] == "新建便民驿站8个&amp;#65292;惠及居民1.2万人。"


def test_commands():
    """Every command of the page is one that the command line knows."""
    from policydoc.cli.arguments import parser

    commands = [line.split("#")[0].split(">")[0].split()[1:] for line in PAGE.split("```sh\n", 1)[1].split("```", 1)[0].splitlines()]

    assert len(commands) >= 6
    for command in commands:
        parser().parse_args(command)


def test_misaligned_example():
    """The notice of the page is read as its author wrote it, but for what the report calls probable."""
    shown, repaired = (PAGE.split(f"<!-- {name} -->\n```text\n")[1].split("\n```\n")[0] for name in ("notice", "repaired"))

    assert policydoc.repair(shown).content == repaired
    assert "（二）养老服务工程。新增养老床位120张" in repaired
    assert repaired.endswith("（此件公开发布）")
