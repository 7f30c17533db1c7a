"""The table of diagnostics and the two doors to it."""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest

import policydoc
from conftest import ROOT
from policydoc.errors import InvariantError
from policydoc.model import Diagnostic
from policydoc.rules.diagnostics import diagnostic, diagnostics, explanation

CODES = list(diagnostics())


def fields(code: str) -> set[str]:
    """The names of the fields that a code's message needs."""
    return {name for _, name, _, _ in Formatter().parse(diagnostics()[code]["message"]) if name}


def calls():
    """Every call `diagnostic("X001", …)` in the package: place, code, names of its fields."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        if path.name == "diagnostics.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="diagnostic"), args=[ast.Constant(value=str(code)), *_], keywords=keywords):
                    yield f"{path.name}:{node.lineno}", code, {keyword.arg for keyword in keywords} - {"span", "related"}


@pytest.mark.parametrize("code", CODES)
def test_row(code):
    """A code is a stage's letter and three digits; its row makes a valid `Diagnostic`, and no cell is empty."""
    row = diagnostics()[code]

    assert re.fullmatch(r"[FTHODNE][0-9]{3}", code)
    assert all(row.values())
    Diagnostic.model_validate(diagnostic(code, (0, 1), [(2, 3)], **dict.fromkeys(fields(code), 1)))


def test_codes_are_unique_and_in_order_of_stage():
    """The table goes through the stages in order, and no code stands twice."""
    rows = [
        line.split("\t")[0] for line in (ROOT / "src/policydoc/rules/data/diagnostics.tsv").read_text(encoding="utf-8").splitlines()[1:]
    ]

    assert rows == CODES
    assert rows == sorted(rows, key=lambda code: ("FTHODNE".index(code[0]), code))


def test_message_is_filled():
    """The fields of a call stand in the message; dates are ISO."""
    found = diagnostic("H003", (3, 9), related=[(40, 49)], year=2023, issued_on="2024-03-05")

    assert found == {
        "code": "H003",
        "severity": "warning",
        "blame": "draft",
        "message": "The document number is of 2023, but the notice is dated 2024-03-05.",
        "span": (3, 9),
        "related": ((40, 49),),
    }


@pytest.mark.parametrize(("code", "given"), [("X999", {}), ("H003", {"year": 2023})])
def test_wrong_call(code, given):
    """An unknown code or a forgotten field is a fault of policydoc."""
    with pytest.raises(InvariantError, match=code):
        diagnostic(code, **given)


def test_calls_fit_the_table():
    """Every call in the package names a code of the table and exactly the fields of its message."""
    wrong = [(place, code, sorted(given)) for place, code, given in calls() if code not in CODES or given != fields(code)]

    assert wrong == []


def test_every_code_is_raised_somewhere():
    """A code that nothing raises is a promise that nothing keeps."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py") if path.name != "diagnostics.py")

    assert [code for code in CODES if f'"{code}"' not in source] == []


def test_every_code_of_files_has_a_test():
    """What the reader of a format says (F…) is raised by no text: some test raises it from a file."""
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py") if path.name != "test_diagnostics.py")

    assert [code for code in CODES if code[0] == "F" and f'"{code}"' not in tests] == []


@pytest.mark.parametrize("code", [code for code in CODES if code[0] != "F"])
def test_example_raises_its_code(code):
    """The example of a row is a text that raises the code."""
    text = diagnostics()[code]["example"].replace("\\n", "\n")

    assert code in {found.code for found in policydoc.parse(text).diagnostics}


@pytest.mark.parametrize("code", CODES)
def test_explanation(code):
    """A code's page says what it means, who can mend it, what to do, and shows a text."""
    page = explanation(code)

    assert page.startswith(f"{code} {diagnostics()[code]['title']} (")
    for part in ("Says:", "Mended by", "To do:", "Source:", "Example"):
        assert part in page
