"""`policydoc repair`: the repaired text on standard output, what was changed on request, an exit code for the shell."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys

import pytest

import policydoc
from conftest import LETTER, ROOT
from damage import damaged
from policydoc.cli import main
from policydoc.cli.changes import Lines, report, visible
from policydoc.cli.evidence import runs
from policydoc.cli.repair import unread

TEXT = "澜港市2024年民生实事\n（一）便民服务工程。新建便民驿站8个。\n（二）口袋公园工程。新建口袋公园3个。\n（三）公厕改造工程。改造公厕12座。\n"
SHOWN = damaged(TEXT, {2})
LOST = "一、便民服务。新建便民驿站\ufffd\ufffd个。\n"


@pytest.fixture
def broken(tmp_path):
    """A notice with a damaged line."""
    path = tmp_path / "notice.txt"
    path.write_text(SHOWN, encoding="utf-8")
    return path


def test_text(broken, capsysbinary):
    """`repair FILE` prints the repaired text, nothing else; how much was changed goes to standard error."""
    assert main(["repair", str(broken)]) == 0
    out, err = capsysbinary.readouterr()

    assert out.decode() == policydoc.repair(broken).content
    assert out.decode().split("\n")[2].startswith("（二）口袋公园工程。新建")
    assert err.decode().startswith(f"{broken}: ")
    assert "; --report lists them" in err.decode()


def test_clean_text_comes_back_byte_for_byte(letter, capsysbinary):
    """Clean text is printed as it stands, line ends included."""
    content = LETTER.replace("\n", "\r\n").encode()
    letter.write_bytes(content)

    assert main(["repair", str(letter)]) == 0
    assert capsysbinary.readouterr() == (content, f"{letter}: nothing was changed\n".encode())


def test_standard_input(broken, policydoc_command):
    """`repair -` reads bytes."""
    done = policydoc_command("repair", "-", "--quiet", input=broken.read_bytes())

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == policydoc.repair(broken).content


def test_output_file(broken, tmp_path, capsysbinary):
    """`-o` writes the text; with `--report` the report is printed beside it."""
    target = tmp_path / "repaired.txt"

    assert main(["repair", str(broken), "-o", str(target), "--report"]) == 0
    assert target.read_text(encoding="utf-8") == policydoc.repair(broken).content
    assert capsysbinary.readouterr().out.split()[:2] == [b"place", b"certainty"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notice.txt", "repaired.txt"]


def test_output_file_is_all_or_nothing(broken, tmp_path, monkeypatch, capsys):
    """A file that cannot be put in place stays as it was."""

    def full(*_):
        raise OSError(28, "No space left on device", "repaired.txt")

    old = tmp_path / "repaired.txt"
    old.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)

    assert main(["repair", str(broken), "-o", str(old)]) == 3
    assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notice.txt", "repaired.txt"]


def test_output_never_overwrites_the_notice(broken, capsys):
    """`-o` with the notice's own name is wrong usage, whatever else is asked for."""
    before = broken.read_bytes()

    for more in ([], ["--report"], ["--json"]):
        assert main(["repair", str(broken), "-o", str(broken), *more]) == 2
    assert broken.read_bytes() == before
    assert "would overwrite the notice" in capsys.readouterr().err


def test_report(broken, capsysbinary):
    """`--report` lists every change with place, certainty, before and after, then every finding; the text is not printed."""
    assert main(["repair", str(broken), "--report"]) == 0
    out, err = capsysbinary.readouterr()
    lines = out.decode().splitlines()
    repaired = policydoc.repair(broken)

    assert err == b""
    assert lines[0].split()[:4] == ["place", "certainty", "before", "after"]
    first = repaired.edits[0]
    assert lines[1].split()[:2] == ["3:1", first.certainty]
    assert visible(first.removed) in lines[1]
    assert visible(first.inserted) in lines[1]
    assert sum(edit.step in line for line in lines for edit in repaired.edits[:1]) >= len(repaired.edits)
    assert all(any(found.code in line for line in lines) for found in repaired.diagnostics)


def test_report_of_clean_text(letter, capsysbinary):
    """Nothing changed, nothing found."""
    assert main(["repair", str(letter), "--report"]) == 0
    assert capsysbinary.readouterr().out == b"nothing was changed\n"


def test_json(broken, capsysbinary):
    """`--json` gives content, edits and diagnostics as a plan has them."""
    assert main(["repair", str(broken), "--json"]) == 0
    tree = json.loads(capsysbinary.readouterr().out)
    repaired = policydoc.repair(broken)
    plan = json.loads(policydoc.parse(broken).model_dump_json())

    assert tree["text"] == plan["text"]
    assert tree["encoding"] == "utf-8"
    assert tree["media_type"] == "text/plain"
    assert [found["code"] for found in tree["diagnostics"]] == [found.code for found in repaired.diagnostics]


def test_explain(broken, capsysbinary):
    """`--explain` shows the bytes: those of what was shown, and of what is read, what was not seen in brackets."""
    assert main(["repair", str(broken), "--explain"]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()

    assert any(line.startswith("    bytes  ? 3F · 。 A1A3 · ") for line in lines)
    read = next(line for line in lines if line.startswith("    read   "))
    assert "（ A3A8 · 二 B6[FE] · ） [A3]A9" in read or "（ A3A8 · 二 B6[FE] · ） [A3A9]" in read
    assert any("[ ]    not among the bytes: inferred" in line for line in lines)


def test_strict(tmp_path, broken, letter, capsys):
    """With `--strict` the exit code says whether something stays lost or in doubt."""
    lost = tmp_path / "lost.txt"
    lost.write_text(LOST, encoding="utf-8")

    assert main(["repair", str(letter), "--strict"]) == 0
    assert main(["repair", str(lost), "--strict"]) == 1
    assert main(["repair", str(lost)]) == 0
    assert main(["repair", str(broken), "--strict"]) == unread(policydoc.repair(broken))


def test_what_cannot_be_read(tmp_path, capsys):
    """No file, no text: exit code 3 and one line."""
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")

    assert main(["repair", str(tmp_path / "none.txt")]) == 3
    assert main(["repair", str(empty)]) == 3
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("policydoc: ") for line in lines)


def test_encoding(tmp_path, capsysbinary):
    """`--encoding` reads the bytes so; bytes that do not fit, or a name that nobody knows, are one line and exit code 3."""
    path = tmp_path / "notice.txt"
    path.write_bytes(TEXT.encode("utf-16-le"))

    assert main(["repair", str(path), "--encoding", "utf-16-le"]) == 0
    assert capsysbinary.readouterr().out.decode() == TEXT
    for wrong in ("ascii", "klingon"):
        assert main(["repair", str(path), "--encoding", wrong]) == 3
        err = capsysbinary.readouterr().err.decode()
        assert err.startswith("policydoc: ")
        assert err.count("\n") == 1


def test_web_page(tmp_path, capsysbinary):
    """Of a web page the text of its document is repaired."""
    path = tmp_path / "page.html"
    lines = "".join(f"<p>{line}</p>" for line in SHOWN.splitlines())
    path.write_text(f'<html><head><meta charset="utf-8"></head><body>{lines}</body></html>', encoding="utf-8")

    assert main(["repair", str(path)]) == 0
    assert "（二）口袋公园工程。新建" in capsysbinary.readouterr().out.decode()


def test_nothing_steers_the_terminal(tmp_path):
    """On a terminal no control character of a notice is written."""
    path = tmp_path / "notice.txt"
    path.write_text("新建公厕\x1b[2J8座。\n\u202e改造公厕12座。\n", encoding="utf-8")

    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "policydoc", "repair", "--quiet", str(path)]
    subprocess.run(command, stdout=end, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}, check=True, timeout=60)
    seen = os.read(terminal, 4096)
    os.close(end)
    os.close(terminal)

    assert "新建公厕".encode() in seen
    assert b"\x1b" not in seen
    assert "\u202e".encode() not in seen


@pytest.mark.parametrize("option", ["--report", "--explain"])
def test_report_does_not_steer(tmp_path, capsysbinary, option):
    """Nor does anything of a notice in the report."""
    path = tmp_path / "notice.txt"
    path.write_text("新建\x1b[2J公\u200b厕\ufeff8座，\ufffd\x1b[2J\x9b。\n" + SHOWN, encoding="utf-8")

    assert main(["repair", str(path), option]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert all(sign.isprintable() or sign == "\n" for sign in out)


def test_places():
    """Places are line and column of the repaired text, whatever ends its lines."""
    lines = Lines("一\r\n二\n三\x85四")

    assert [lines.place(offset) for offset in (0, 3, 5, 7)] == ["1:1", "2:1", "3:1", "4:1"]


def test_what_is_not_seen_is_named():
    """A report shows what an eye misses."""
    assert visible("1 3") == "1␣3"
    assert visible("\u200b\u3000\u00ad") == "<U+200B><U+3000><U+00AD>"
    assert visible("⽂文") == "⽂<U+2F42>文"
    assert visible("") == "(nothing)"


def test_runs_are_bounded():
    """A run that is too long to explain says so."""
    repaired = policydoc.repair(SHOWN)
    [run, *_] = runs(repaired)
    rows = list(type(run)(run.edits, run.shown * 200, run.read).rows(80))

    assert rows == ["    bytes  too many to show"]
    assert max(map(len, report(repaired, 60, explain=True))) <= 80


def test_words_of_help(capsys):
    """`repair --help` says what it does."""
    assert main(["repair", "--help"]) == 0
    assert "--explain" in capsys.readouterr().out
