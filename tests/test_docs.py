"""The documents say what is so."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib

import pytest

import policydoc
from conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)")
PIN = re.compile(r"^([a-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def block(heading: str, language: str) -> str:
    """The first code block of a language after a heading."""
    return README.split(heading, 1)[1].split(f"```{language}\n", 1)[1].split("```", 1)[0]


@pytest.mark.parametrize("script", ["build_docs.py", "build_accuracy.py"])
def test_generated_pages_are_current(script):
    """`make docs` would change nothing."""
    done = subprocess.run([sys.executable, ROOT / "scripts" / script, "--check"], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(("heading", "goal"), [("## Run it", "run"), ("## Test it", "test")])
def test_make_wraps_the_readme(heading, goal):
    """`make run` and `make test` are the two commands, to the letter."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert f"\n{goal}:\n\t{block(heading, 'sh')}" in makefile


def test_readme_notice_and_plan():
    """The line of the README stands in the notice, and the plan of the notice holds what the README shows."""
    notice = ROOT / "corpus" / "001-yunze-livelihood-2024" / "notice.txt"
    shown = json.loads(block("to its plan", "json"))
    plan = json.loads(policydoc.parse(notice).model_dump_json())
    target = next(target for target in plan["targets"] if target["id"] == shown["id"])

    assert block("From a notice", "text") in notice.read_text(encoding="utf-8")
    assert {name: part(target[name], value) for name, value in shown.items()} == shown


def part(found, shown):
    """As much of what was found as is shown."""
    return {name: found[name] for name in shown} if isinstance(shown, dict) else found


def test_readme_python():
    """The Python of the README runs and prints what a reader expects."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", block("## From Python", "python")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)

    assert done.returncode == 0, done.stderr

    lines = done.stdout.splitlines()

    assert lines[0] == "云政办发〔2024〕6号 2024-02-08"
    assert lines[-3:] == ["[(Decimal('8'), '个'), (Decimal('12000'), '户')]", "['2024-09-30']", "1200000"]


def test_readme_shell(letter):
    """Every command of the README's shell session is one that the command line knows."""
    from policydoc.cli.arguments import parser

    commands = [line.split("#")[0].split() for line in block("## From the shell", "sh").splitlines()]

    assert len(commands) >= 5
    for command in commands:
        words = command[1 : next((rank for rank, word in enumerate(command) if word in "<>"), None)]
        parser().parse_args(words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links(page):
    """Links between the documents lead somewhere."""
    text = page.read_text(encoding="utf-8")
    dead = [target for target, _ in LINK.findall(text) if target and not (page.parent / target).exists()]

    assert dead == []


def test_every_page_is_listed():
    """docs/README.md names every page."""
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")

    assert [page.name for page in PAGES[2:] if page.name != "README.md" and f"]({page.name})" not in index] == []


def test_architecture_names_every_room():
    """Every room stands in docs/architecture.md, and every room named there stands."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)[/`]", page, re.MULTILINE))
    package = ROOT / "src" / "policydoc"
    rooms = {path.parent.name for path in package.glob("*/*.py")} | {path.stem for path in package.glob("*.py") if path.stem[0] != "_"}

    assert named == rooms


def test_one_version():
    """The version is the same in the package, its metadata and the changelog."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert project["version"] == policydoc.__version__
    assert f"\n## {policydoc.__version__} " in changelog


def test_pins():
    """Both lists pin the same versions, the hashed one without addresses, and every dependency is in them but Ray and the peers, which no test runs."""
    lock, constraints = ((ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "constraints.txt"))
    hashed, plain = dict(PIN.findall(lock)), dict(PIN.findall(constraints))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"].items()
    extras = [name for extra, names in optional if extra not in ("ray", "peers") for name in names if not name.startswith("policydoc")]
    needed = {re.match(r"[a-z0-9-]+", name)[0] for name in (*project["dependencies"], *extras)}

    assert hashed.items() <= plain.items()
    assert needed <= set(plain)
    assert "://" not in lock + constraints
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=[a-z])", lock))
