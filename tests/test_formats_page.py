"""docs/formats.md says what is so."""

from __future__ import annotations

import re
import tomllib

from conftest import ROOT
from policydoc.cli.arguments import parser
from policydoc.source.suffixes import ARCHIVES, ENDINGS

PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
TABLE = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if re.match(r"\| [^|]+ \| `\.", line)]


def test_endings():
    """Every ending that a run looks for stands in the table of formats, and no other."""
    named = {ending for row in TABLE for ending in re.findall(r"`(\.\w+)`", row[1])}

    assert named == {*ENDINGS, *ARCHIVES}


def test_extras():
    """Every extra of the table is one that pip knows."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    named = {name for row in TABLE for name in re.findall(r"`(\w+)`", row[2])} | set(re.findall(r"policydoc\[(\w+)\]", PAGE))

    assert {"doc", "pdf", "all"} <= named <= set(extras)


def test_commands():
    """Every command of the page is one that the command line knows."""
    commands = [line.split("#")[0].replace("'", "").split() for line in PAGE.splitlines() if line.startswith("policydoc ")]

    assert len(commands) >= 5
    for command in commands:
        parser().parse_args(command[1:])
