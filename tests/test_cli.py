"""The command line: answers on standard output, words on standard error, an exit code for the shell."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys

import pytest

import policydoc
from conftest import ROOT
from policydoc import __version__
from policydoc.cli import main
from policydoc.model import Diagnostic, Plan
from policydoc.rules.diagnostics import diagnostic, diagnostics


@pytest.fixture
def plan_with(letter, monkeypatch):
    """Let `parse` find the given diagnostics."""

    def give(*found):
        plan = policydoc.parse(letter).model_copy(update={"diagnostics": tuple(Diagnostic.model_validate(row) for row in found)})
        monkeypatch.setattr(policydoc, "parse", lambda *_: plan)
        return plan

    return give


@pytest.fixture
def parse_fails(monkeypatch):
    """Let `parse` raise."""

    def give(problem):
        def parse(*_):
            raise problem

        monkeypatch.setattr(policydoc, "parse", parse)

    return give


def test_parse_prints_the_plan(letter, capsysbinary):
    """`parse FILE` prints the plan as indented JSON with a final line end and exits with 0."""
    assert main(["parse", str(letter)]) == 0

    out = capsysbinary.readouterr().out

    assert Plan.model_validate_json(out) == policydoc.parse(letter)
    assert out.startswith(b'{\n  "schema_version"')
    assert out.endswith(b"}\n")


def test_standard_input(letter, policydoc_command):
    """`parse -` reads bytes and gives the plan of the file, without a name."""
    done = policydoc_command("parse", "-", "--quiet", input=letter.read_bytes())

    assert (done.returncode, done.stderr) == (0, b"")

    plan = json.loads(done.stdout)

    assert plan["source"].pop("name") is None

    expected = json.loads(policydoc.parse(letter).model_dump_json())

    assert expected["source"].pop("name") == "notice.txt"
    assert plan == expected


def test_same_bytes(letter, policydoc_command):
    """Two processes with different hash seeds print the same bytes."""
    first = policydoc_command("parse", letter, env={"PYTHONHASHSEED": "1"})
    second = policydoc_command("parse", letter, env={"PYTHONHASHSEED": "2"})

    assert first.stdout == second.stdout != b""
    assert first.stderr == second.stderr


def test_output_file(letter, tmp_path, capsysbinary):
    """`-o` writes what standard output would show, leaves nothing beside it, and follows the umask."""
    main(["parse", str(letter)])
    shown = capsysbinary.readouterr().out

    assert main(["parse", str(letter), "-o", str(tmp_path / "plan.json")]) == 0
    assert capsysbinary.readouterr().out == b""
    assert (tmp_path / "plan.json").read_bytes() == shown
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notice.txt", "plan.json"]
    assert stat.S_IMODE((tmp_path / "plan.json").stat().st_mode) == stat.S_IMODE(letter.stat().st_mode)


def test_output_file_is_all_or_nothing(letter, tmp_path, monkeypatch, capsys):
    """A file that cannot be put in place stays as it was, and the temporary one is gone."""

    def full(*_):
        raise OSError(28, "No space left on device", "plan.json")

    old = tmp_path / "plan.json"
    old.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)

    assert main(["parse", str(letter), "-o", str(old)]) == 3
    assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notice.txt", "plan.json"]
    assert capsys.readouterr().err.splitlines()[-1] == "policydoc: plan.json: No space left on device"


def test_output_through_a_link(letter, tmp_path):
    """`-o LINK` writes the file that the link names, and the link stays."""
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "link.json").symlink_to("real.json")

    assert main(["parse", str(letter), "-o", str(tmp_path / "link.json"), "--quiet"]) == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes().startswith(b"{")


def test_output_never_overwrites_the_notice(letter, capsys):
    """`-o` with the notice's own name is wrong usage."""
    before = letter.read_bytes()

    assert main(["parse", str(letter), "-o", str(letter)]) == 2
    assert letter.read_bytes() == before
    assert "would overwrite the notice" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "start"),
    [("--compact", b'{"schema_version":'), ("--indent=0", b'{\n"schema_version"'), ("--indent=4", b'{\n    "schema_version"')],
)
def test_indent(letter, capsysbinary, option, start):
    """`--compact` prints one line, `--indent N` indents by N."""
    assert main(["parse", str(letter), option]) == 0

    out = capsysbinary.readouterr().out

    assert out.startswith(start)
    assert (out.count(b"\n") == 1) == (option == "--compact")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["parse"],
        ["parse", "a", "b"],
        ["parse", "a", "--indent", "wide"],
        ["parse", "a", "--indent", "17"],
        ["parse", "a", "--indent", "2", "--compact"],
        ["prase", "a"],
        ["parse", "--str", "a"],
    ],
)
def test_wrong_usage(arguments, capsys):
    """Wrong usage is 2, says what is wrong, and prints nothing on standard output."""
    assert main(arguments) == 2

    out, err = capsys.readouterr()

    assert out == ""
    assert err.startswith("usage: policydoc")


def test_no_text(letter, capsysbinary):
    """`--no-text` leaves `text.content` null and nothing else out."""
    main(["parse", str(letter), "--no-text"])
    lean = json.loads(capsysbinary.readouterr().out)
    main(["parse", str(letter)])
    full = json.loads(capsysbinary.readouterr().out)

    assert lean["text"].pop("content") is None
    assert full["text"].pop("content")
    assert lean == full


def test_diagnostics_on_standard_error(letter, plan_with, capsys):
    """A diagnostic is one line: file, line number, severity, code, message, quote."""
    place = letter.read_text(encoding="utf-8").index("（一）便民")
    plan_with(diagnostic("O002", (place, place + 3), expected=1, found=2), diagnostic("D002"))

    assert main(["parse", str(letter)]) == 0
    assert capsys.readouterr().err.splitlines() == [
        f"{letter}:16: warning O002: Number 1 is missing: the numbering goes on with 2. «（一）»",
        f"{letter}: info D002: No task was found.",
    ]


def test_diagnostics_cannot_steer_the_terminal(letter, plan_with, capsys):
    """A quote is one short printable line, whatever the notice holds."""
    letter.write_text("新建é\x9b31m便民驿站\n8个" + "。" * 100, encoding="utf-8")
    plan_with(diagnostic("N008", (0, 60)))
    main(["parse", str(letter)])

    err = capsys.readouterr().err

    assert err.count("\n") == 1
    assert "«新建é·31m便民驿站 8个。" in err
    assert err.endswith("…»\n")


def test_quiet(letter, plan_with, capsys):
    """`--quiet` says nothing about diagnostics."""
    plan_with(diagnostic("D002"))

    assert main(["parse", str(letter), "--quiet"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("code", "exit_code"), [("T003", 1), ("O001", 0)])
def test_strict(letter, plan_with, capsysbinary, code, exit_code):
    """`--strict` is 1 for a diagnostic of severity error, and the plan is printed all the same."""
    plan_with(diagnostic(code))

    assert main(["parse", str(letter), "--strict"]) == exit_code
    assert capsysbinary.readouterr().out.startswith(b"{")


@pytest.mark.parametrize("kind", ["missing", "directory", "binary"])
def test_unreadable_source(kind, tmp_path, capsys):
    """A source that cannot be read is 3, one line that names it, and nothing written."""
    source = tmp_path / "notice.bin"
    if kind == "directory":
        source.mkdir()
    if kind == "binary":
        source.write_bytes(bytes(range(256)) * 8)

    assert main(["parse", str(source), "-o", str(tmp_path / "plan.json")]) == 3

    out, err = capsys.readouterr()

    assert out == ""
    assert err.startswith("policydoc: ")
    assert err.count("\n") == 1
    assert "notice.bin" in err
    assert not (tmp_path / "plan.json").exists()


def test_empty_file(tmp_path, policydoc_command):
    """An empty file ends cleanly: one line says so, no traceback."""
    (tmp_path / "empty.txt").touch()
    done = policydoc_command("parse", tmp_path / "empty.txt")

    assert done.returncode == 3
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1
    assert b"empty" in done.stderr


def test_name_that_is_no_text(letter, policydoc_command):
    """A file name of bytes that are no UTF-8 is a name like any other."""
    path = os.fsencode(letter.parent) + b"/\xff.txt"
    os.rename(letter, path)
    command = [sys.executable, "-m", "policydoc", "parse", path]
    done = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}, timeout=60, check=False)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["text"]["content"]


def test_fault(letter, parse_fails, capsys, monkeypatch):
    """Our own bug is 70: one line that says so; POLICYDOC_DEBUG=1 adds the trace."""
    parse_fails(KeyError("lost\nkey"))
    monkeypatch.delenv("POLICYDOC_DEBUG", raising=False)

    assert main(["parse", str(letter)]) == 70

    out, err = capsys.readouterr()

    assert out == ""
    assert err.startswith("policydoc: internal error (KeyError: ")
    assert err.count("\n") == 1
    assert "please report it" in err

    monkeypatch.setenv("POLICYDOC_DEBUG", "1")

    assert main(["parse", str(letter)]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_broken_promise_is_our_fault(letter, parse_fails, capsys):
    """A promise about the plan that does not hold is a fault of policydoc, not an unreadable source."""
    parse_fails(policydoc.errors.InvariantError("blocks overlap"))

    assert main(["parse", str(letter)]) == 70
    assert "blocks overlap" in capsys.readouterr().err


def test_interrupted(letter, parse_fails, capsys):
    """Ctrl-C is 130, without a word."""
    parse_fails(KeyboardInterrupt())

    assert main(["parse", str(letter)]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("arguments", [["parse", "-"], ["schema"], ["explain"], ["--help"]])
def test_closed_pipe(arguments, letter):
    """A reader that goes away, like `head`, is no error."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "policydoc", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with letter.open("rb") as notice:
        done = subprocess.run(command, stdin=notice, stdout=writer, stderr=subprocess.PIPE, env=environment, timeout=60, check=False)
    os.close(writer)

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_full_disk(letter):
    """An answer that cannot be written is 3 and one line."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "policydoc", "parse", letter],
            stdout=full,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
            timeout=60,
            check=False,
        )

    assert done.returncode == 3
    assert done.stderr == b"policydoc: No space left on device\n"


@pytest.mark.parametrize("locale", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}])
def test_utf8_whatever_the_locale(letter, policydoc_command, locale):
    """Answers are UTF-8 under every locale, and words on standard error never fail."""
    done = policydoc_command("parse", letter, env=locale)

    assert done.returncode == 0, done.stderr
    assert "云泽市".encode() in done.stdout
    for command in (["--help"], ["parse", "--help"], ["explain", "--help"], ["explain", "H004"], ["schema"]):
        assert policydoc_command(*command, env=locale).returncode == 0


def test_version(policydoc_command):
    """`--version` prints the version, from `python -m policydoc` as from the script."""
    done = policydoc_command("--version")

    assert done.stdout.decode() == f"policydoc {__version__}\n"


def test_explain_lists_all(capsysbinary):
    """`explain` without a code lists every diagnostic with severity, blame and title."""
    assert main(["explain"]) == 0

    lines = capsysbinary.readouterr().out.decode().splitlines()

    assert [line.split()[0] for line in lines] == list(diagnostics())


@pytest.mark.parametrize("code", ["T002", "t002"])
def test_explain(code, capsysbinary):
    """`explain CODE` prints its page, upper or lower case."""
    assert main(["explain", code]) == 0
    assert capsysbinary.readouterr().out.decode().startswith("T002 Characters that could not be read (warning)\n")


@pytest.mark.parametrize(("code", "near"), [("T02", "T002"), ("D999", "D001"), ("什么", "T001")])
def test_explain_unknown(code, near, capsysbinary):
    """An unknown code is wrong usage, and codes near it are named."""
    assert main(["explain", code]) == 2

    out, err = capsysbinary.readouterr()

    assert out == b""
    assert near in err.decode()


def test_schema_is_printed(capsysbinary):
    """`schema` prints the published schema, byte for byte."""
    assert main(["schema"]) == 0
    assert capsysbinary.readouterr().out == (ROOT / "schemas" / "plan-1.0.schema.json").read_bytes()
