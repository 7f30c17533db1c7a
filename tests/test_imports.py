"""Imports go one way, and what is slow is imported late."""

from __future__ import annotations

import ast
import os
import subprocess
import sys

import pytest

from conftest import ROOT

PACKAGE = ROOT / "src" / "policydoc"
ROOMS = (
    "version",
    "errors",
    "model",
    "rules",
    "text",
    "source",
    "layout",
    "dates",
    "parts",
    "outline",
    "header",
    "figures",
    "targets",
    "tasks",
    "checks",
    "invariants",
    "assembly",
    "phrases",
    "parser",
    "repairing",
    "export",
    "archive",
    "",  # policydoc itself: the door to the rooms
    "cli",
    "__main__",
)
"""An import goes to the left, or stays in its room."""

SLOW = {
    "jieba",
    "cn2an",
    "proces",
    "regex",
    "selectolax",
    "asyncio",
    "pkg_resources",
    "setuptools",
    "difflib",
    "xml",
    "pyexpat",
    "xlrd",
    "olefile",
    "pypdfium2",
}


def room(module: str) -> str:
    """The room of a module: `policydoc.rules.table` is of `rules`, `policydoc` itself of no room."""
    return module.partition(".")[2].partition(".")[0]


def modules():
    """Every module of the package and its source."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imported(source: str):
    """The policydoc modules that a source imports, wherever the import stands, with line numbers."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from ((name.name, node.lineno) for name in names if name.name.split(".")[0] == "policydoc")
            case ast.ImportFrom(module="policydoc", level=0, names=names):
                for name in names:
                    inner = (PACKAGE / name.name).is_dir() or (PACKAGE / f"{name.name}.py").exists()
                    yield (f"policydoc.{name.name}" if inner else "policydoc"), node.lineno
            case ast.ImportFrom(module=str(module), level=0) if module.startswith("policydoc."):
                yield module, node.lineno


def wrong_way(name: str, source: str) -> list[str]:
    """The imports of a module that go up the list of rooms."""
    rank = ROOMS.index(room(name))
    return [f"{name}:{line} imports {module}" for module, line in imported(source) if ROOMS.index(room(module)) > rank]


def test_directions():
    """No room imports one that comes after it."""
    wrong = [line for name, path in modules() for line in wrong_way(name, path.read_text(encoding="utf-8"))]

    assert wrong == []


@pytest.mark.parametrize(
    "source",
    ["import policydoc.cli", "from policydoc import parse", "def f():\n    from policydoc.targets import x", "from policydoc import tasks"],
)
def test_directions_can_fail(source):
    """An import that goes up is found in whatever form it is written."""
    assert len(wrong_way("policydoc.rules.table", source)) == 1


def test_no_relative_imports():
    """Imports name their module in full: the directions above can be read off them."""
    relative = [
        f"{name}:{node.lineno}"
        for name, path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert relative == []


def test_files_hold_one_idea():
    """No file of the package is longer than 250 lines."""
    long = {name: lines for name, path in modules() if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 250}

    assert long == {}


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running the code."""
    command = [sys.executable, "-c", f"{code}\nimport sys; sys.stderr.write('\\n'.join(sys.modules))"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=True)
    return set(done.stderr.split("\n"))


def test_import_policydoc_is_cheap():
    """`import policydoc` loads nothing slow, not even pydantic: a program pays when it parses."""
    assert loaded_by("import policydoc") & (SLOW | {"pydantic", "argparse", "json"}) == set()


def test_parse_loads_nothing_slow(letter):
    """Parsing a plain text loads pydantic and little more."""
    code = f"from policydoc.cli import main; assert main(['parse', '--quiet', {str(letter)!r}]) == 0"

    assert loaded_by(code) & SLOW == set()


@pytest.mark.parametrize("arguments", [["--version"], ["explain"], ["explain", "T002"]])
def test_words_need_no_pydantic(arguments):
    """`--version` and `explain` do not load the models."""
    assert "pydantic" not in loaded_by(f"from policydoc.cli import main; assert main({arguments!r}) == 0")
