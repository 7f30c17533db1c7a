"""A run goes on where the last one ended, reads what is new or changed, and says what it did."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess

import pytest

from archivist import batch, command, database, environment, left_over, little_archive, notice, plans, report, statuses
from leaflet import lines, pdf
from policydoc import parse
from policydoc.cli import main


@pytest.fixture
def archive(tmp_path):
    """Twelve notices and their tables."""
    folder = little_archive(tmp_path / "in", 12)

    assert main(["batch", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1", "--quiet"]) == 0

    return folder


def go(folder, *more):
    """The same command again; its exit code."""
    return main(["batch", str(folder), "-o", str(folder.parent / "out"), "--jobs", "1", "--quiet", *map(str, more)])


def counts(folder):
    """Files read by the last run, rows in `documents`, distinct targets and all of them."""
    out = folder.parent / "out"
    tables = database(out)
    return report(out)["run"]["read"], len(tables["documents"]), len({row[:3] for row in tables["targets"]}), len(tables["targets"])


def test_plans_are_those_of_parse(archive):
    """A line of the plans is what `policydoc parse --compact` prints of the file."""
    files = sorted(archive.rglob("*.txt"))

    assert plans(archive.parent / "out") == sorted(parse(path).model_dump_json().encode() for path in files)


def test_report(archive):
    """The report counts statuses, years, issuers and diagnostics; the summary tells people."""
    found = report(archive.parent / "out")

    assert found["complete"]
    assert found["statuses"] == {"read": 12}
    assert sum(row["files"] for row in found["years"]) == 12
    assert found["issuers"][0] | {"tasks": 24} == found["issuers"][0]
    assert found["archive"]["targets"] == 24
    assert "12 files: 12 read, 0 not" in (archive.parent / "out" / "report.txt").read_text(encoding="utf-8")
    assert left_over(archive.parent / "out") == []


def test_nothing_to_read(tmp_path):
    """A folder without notices has a report and tables without rows."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "picture.jpg").write_bytes(b"x")

    assert go(tmp_path / "in") == 0
    assert report(tmp_path / "out")["archive"]["read"] == 0
    assert "0 files: 0 read" in (tmp_path / "out" / "report.txt").read_text(encoding="utf-8")


def test_nothing_to_do(archive):
    """The same command again reads nothing and changes no table."""
    before = database(archive.parent / "out")

    assert go(archive) == 0
    assert counts(archive)[0] == 0
    assert database(archive.parent / "out") == before


def test_new_and_changed_files(archive):
    """A changed file is read anew, its old rows are gone; a new one comes to them."""
    (archive / "2011" / "0001.txt").write_text("云泽市2024年便民服务实施方案\n一、驿站建设。新建便民驿站888个。", encoding="utf-8")
    (archive / "new.txt").write_text(notice(77), encoding="utf-8")

    assert go(archive) == 0
    assert counts(archive) == (2, 13, 25, 25)
    assert len(plans(archive.parent / "out")) == 13


def test_what_is_not_named_is_kept(archive):
    """A file that is gone or not named keeps its rows, and the report says so."""
    (archive / "2011" / "0001.txt").unlink()

    assert main(["batch", str(archive / "2012"), "-o", str(archive.parent / "out"), "--quiet"]) == 0
    assert counts(archive) == (0, 12, 24, 24)
    assert report(archive.parent / "out")["archive"]["not_named_this_time"] > 0


def test_another_version_reads_anew(archive):
    """What another version has read is read again, except what is not there any more."""
    manifest = archive.parent / "out" / "manifest.sqlite"
    db = sqlite3.connect(manifest)
    db.execute("UPDATE files SET reading = 'older'")
    db.commit()
    db.close()
    for path in (archive.parent / "out" / "plans").iterdir():
        path.write_bytes(
            path.read_bytes().replace(b'"producer":{"name":"policydoc","version":"', b'"producer":{"name":"policydoc","version":"0.')
        )
    (archive / "2011" / "0001.txt").unlink()

    assert go(archive) == 0
    assert counts(archive) == (11, 12, 24, 24)
    assert sum(b'"version":"0.0.' in line for line in plans(archive.parent / "out")) == 1


def test_copies(archive):
    """Copies have rows under each name; a copy that comes later is taken over from the plans."""
    shutil.copy(archive / "2011" / "0001.txt", archive / "copy.txt")

    assert go(archive) == 0
    assert counts(archive) == (1, 13, 26, 26)
    assert report(archive.parent / "out")["archive"]["copies"] == 1

    read = [parse(archive / name).model_dump_json().encode() for name in ("copy.txt", "2011/0001.txt")]

    assert set(read) <= set(plans(archive.parent / "out"))


def test_a_format_can_come_later(archive):
    """Parquet is made from the plans that stand there; afterwards it is kept up with them."""
    pq = pytest.importorskip("pyarrow.parquet")
    shutil.rmtree(archive / "2011")

    assert go(archive, "--format", "parquet") == 0

    (archive / "new.txt").write_text(notice(77), encoding="utf-8")

    assert go(archive) == 0

    rows = sum(pq.read_metadata(path).num_rows for path in (archive.parent / "out" / "parquet" / "targets").iterdir())

    assert rows == len(database(archive.parent / "out")["targets"]) == 26


@pytest.mark.parametrize("lost", ["archive.sqlite", "plans/part-00001.jsonl"])
def test_lost_outputs_come_back(archive, lost):
    """Outputs that somebody took away are made again."""
    before, lines = database(archive.parent / "out"), plans(archive.parent / "out")
    (archive.parent / "out" / lost).unlink()

    assert go(archive) == 0
    assert database(archive.parent / "out") == before
    assert plans(archive.parent / "out") == lines


def test_years_from_paths(archive):
    """`--year-from path` files by folder; asking for it later files anew without reading anew."""
    assert go(archive, "--year-from", "path") == 0
    assert {row[4] for row in database(archive.parent / "out")["documents"]} == {2010, 2011, 2012, 2013, 2014}


def test_limit_and_dry_run(archive, capsys):
    """`--limit` takes the first files; `--dry-run` says what would be read, and writes nothing."""
    (archive / "new.txt").write_text(notice(77), encoding="utf-8")
    before = (archive.parent / "out" / "manifest.sqlite").read_bytes()

    assert go(archive, "--dry-run") == 0
    assert "1  new\n" in capsys.readouterr().out
    assert (archive.parent / "out" / "manifest.sqlite").read_bytes() == before
    assert go(archive, "--limit", 3) == 0
    assert counts(archive)[1] == 12
    assert main(["batch", str(archive), "-o", str(archive.parent / "other"), "--dry-run"]) == 0
    assert not (archive.parent / "other").exists()


def test_fail_fast(archive):
    """`--fail-fast` stops after a failure, without it the run goes to its end; both end with 4."""
    for number in range(40):
        (archive / f"b{number}.txt").write_text(notice(100 + number), encoding="utf-8")
    (archive / "a.txt").write_bytes(b"%PDF-1.7")

    assert go(archive, "--fail-fast") == 4
    assert not report(archive.parent / "out")["complete"]
    assert go(archive) == 4
    assert report(archive.parent / "out")["complete"]
    assert counts(archive)[1] == 53


@pytest.mark.parametrize(
    "prepare, word",
    [
        (lambda out: (out / "thesis.doc").write_text("x"), "other things in it"),
        (lambda out: (out / "manifest.sqlite").write_text("no database at all" * 99), "no manifest of policydoc"),
        (lambda out: old(out), "layout 0"),
    ],
)
def test_a_wrong_out_is_refused(archive, tmp_path, capsys, prepare, word):
    """An OUT of another kind, schema or version is left alone, with words on what to do."""
    out = tmp_path / "wrong"
    out.mkdir()
    prepare(out)

    assert main(["batch", str(archive), "-o", str(out)]) == 3

    said = capsys.readouterr().err

    assert word in said
    assert "-o" in said


def old(out):
    """The manifest of another layout."""
    db = sqlite3.connect(out / "manifest.sqlite")
    db.execute("CREATE TABLE archive (key TEXT, value TEXT)")
    db.executemany("INSERT INTO archive VALUES (?, ?)", [("layout", "0"), ("tables", "1.0"), ("run", "1")])
    db.commit()
    db.close()


def test_start_anew(archive):
    """`--no-resume` takes away what policydoc wrote, nothing else, and begins again."""
    (archive.parent / "out" / "notes.txt").write_text("mine", encoding="utf-8")

    assert go(archive, "--no-resume") == 0
    assert counts(archive)[0] == 12
    assert (archive.parent / "out" / "notes.txt").exists()


def test_resume_needs_an_archive(archive, tmp_path, capsys):
    """`--resume` does not begin a new one."""
    assert main(["batch", str(archive), "-o", str(tmp_path / "fresh"), "--resume"]) == 3
    assert "nothing to go on with" in capsys.readouterr().err


def test_words(tmp_path):
    """Without a terminal a run says few lines; the summary is its answer; nothing of a name steers the terminal."""
    folder = little_archive(tmp_path / "in", 3)
    (folder / "evil\x1b[2J.txt").write_bytes(b"%PDF-1.7")
    done = batch(folder, "-o", tmp_path / "out")

    assert done.returncode == 4
    assert done.stderr == "policydoc: 4 files to read\n"
    assert "4 files: 3 read, 1 not" in done.stdout
    assert "\x1b" not in done.stdout


def test_list_on_standard_input(tmp_path):
    """`find … -print0 | policydoc batch -` reads the list."""
    folder = little_archive(tmp_path / "in", 3)
    done = batch("-", "-o", tmp_path / "out", input="\0".join(map(str, folder.rglob("*.txt"))))

    assert done.returncode == 0
    assert len(statuses(tmp_path / "out")) == 3


def test_wrong_usage(archive, tmp_path, capsys):
    """An unknown format or a number that is none is wrong usage."""
    assert main(["batch", str(archive), "-o", str(tmp_path / "x"), "--format", "xlsx"]) == 2
    assert "jsonl, parquet, sqlite" in capsys.readouterr().err
    assert main(["batch", str(archive), "-o", str(tmp_path / "x"), "--jobs", "0"]) == 2


@pytest.mark.parametrize("asked, package", [(["--format", "parquet"], "policydoc[arrow]"), (["--engine", "ray"], "policydoc[ray]")])
def test_what_is_not_installed(archive, tmp_path, capsys, monkeypatch, asked, package):
    """What an extra brings is asked for before anything is done."""
    monkeypatch.setattr("policydoc.cli.batch.has", lambda _: False)

    assert main(["batch", str(archive), "-o", str(tmp_path / "x"), *asked]) == 2
    assert f"pip install '{package}'" in capsys.readouterr().err


def test_manifest_is_whole_json(archive):
    """Every line of every output is whole."""
    assert all(json.loads(line)["schema_version"] == "1.0" for line in plans(archive.parent / "out"))


def test_what_lacked_a_library_is_read_once_it_is_installed(archive):
    """A file that was refused for want of an extra needs no option to be read when the extra is there."""
    (archive / "printed.pdf").write_bytes(pdf([lines(["新建公厕8座。"])]))
    absent = archive.parent / "absent"
    absent.mkdir()
    (absent / "pypdfium2.py").write_text("raise ModuleNotFoundError(name='pypdfium2')")
    paths = os.pathsep.join([str(absent), environment()["PYTHONPATH"]])
    out = archive.parent / "out"
    lacking = subprocess.run(command(archive, "-o", out), env=environment() | {"PYTHONPATH": paths}, capture_output=True, timeout=240)

    assert (lacking.returncode, "pip install 'policydoc[pdf]'" in report(out)["failures"][0]["error"]) == (4, True)
    assert (go(archive), report(out)["run"]["read"]) == (0, 1)
