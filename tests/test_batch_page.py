"""docs/batch.md says what is so: its recipes are the files that `make engines` runs, its questions have answers."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys

import pytest

from conftest import LETTER, ROOT
from policydoc.archive.run import Quiet, Run
from policydoc.archive.settings import Settings

PAGE = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"<!-- file (\S+) -->\n```python\n(.*?)```", PAGE, re.DOTALL))
QUESTIONS = re.findall(r"<!-- sqlite -->\n```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the same plan of two years as an archive."""
    folder = tmp_path_factory.mktemp("page")
    for year in ("2023", "2024"):
        (folder / year).mkdir()
        (folder / year / "a.txt").write_text(LETTER.replace("2024", year), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        Run(Settings(("2023", "2024"), "archive", ("jsonl", "sqlite")), Quiet()).work().close()
    return folder


def test_recipes_are_what_is_run():
    """Each recipe is a file of benchmarks/engines, and each file a recipe."""
    files = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in (ROOT / "benchmarks" / "engines").glob("*.py")}

    assert files == RECIPES


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.splitlines()[0])
def test_questions_have_answers(folder, question):
    """Each question to SQLite is answered."""
    database = sqlite3.connect(folder / "archive" / "archive.sqlite")
    answer = database.execute(question).fetchall()
    database.close()

    assert answer


def test_python(folder):
    """The Python of the page runs where pandas is not installed too, but for the line that needs it."""
    pytest.importorskip("pyarrow", reason="Arrow tables need pyarrow: pip install 'policydoc[arrow]'")
    code = PAGE.split("```python\n", 1)[1].split("```", 1)[0].replace("targets.to_pandas()", "targets")
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert "云泽市2024年便民服务实施方案" in done.stdout or "云泽市人民政府办公室" in done.stdout


def test_current():
    """The columns that the page and the published schema list are those of the tables."""
    done = subprocess.run([sys.executable, ROOT / "scripts" / "build_tables.py", "--check"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


def test_commands():
    """Every command of the page is one that the command line knows."""
    from policydoc.cli.arguments import parser

    commands = [
        line.split("#")[0] for line in re.findall(r"^.*policydoc batch .*$", PAGE.split("```sh\n")[1].split("```")[0], re.MULTILINE)
    ]

    assert len(commands) == 7
    for command in commands:
        parser().parse_args(command.partition("policydoc ")[2].replace("'", "").split())


def test_engines_were_run():
    """The page has the result of `make engines`, with equal tables everywhere."""
    result = PAGE.split("<!-- engines -->\n")[1].split("<!-- end -->")[0]
    rows = [line for line in result.splitlines() if line.startswith("| ")][1:]

    assert len(rows) == 8
    assert all(row.endswith("| the same |") for row in rows)
