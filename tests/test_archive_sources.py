"""Which files a run finds, and what it says of those that it cannot read."""

from __future__ import annotations

import io
import os
import sys

import pytest

from archivist import batch, database, little_archive, report, statuses
from policydoc.archive.findings import fingerprint
from policydoc.archive.sources import Search, matches, shown
from policydoc.cli import main
from policydoc.errors import SourceError


def names(folder, *sources, listed=None, **options):
    """What a search finds, below a folder."""
    paths = Search(**options).files([str(source) for source in sources], listed)
    return [os.path.relpath(path, folder) for path in paths]


@pytest.fixture
def folder(tmp_path):
    """Three notices and other things."""
    for name in ("2023/a.txt", "2023/b.HTML", "2024/c.md", "2024/scan.jpg", "2024/.hidden.txt", ".git/d.txt", "README"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("新建公厕76座。", encoding="utf-8")
    return tmp_path / "in"


def test_folders(folder):
    """A folder gives the notices below it in the order of their names; other files are counted by ending, hidden ones too."""
    search = Search()
    found = list(search.files([str(folder)]))

    assert [os.path.relpath(path, folder) for path in found] == ["2023/a.txt", "2023/b.HTML", "2024/c.md"]
    assert search.skipped == {".jpg": 1, ".txt": 1, "without ending": 1}


@pytest.mark.parametrize(
    "options, found",
    [
        ({"include": ["*.jpg"]}, ["2024/scan.jpg"]),
        ({"include": ["*"], "exclude": ["*.jpg", "README"]}, ["2023/a.txt", "2023/b.HTML", "2024/c.md"]),
        ({"exclude": ["2024"]}, ["2023/a.txt", "2023/b.HTML"]),
        ({"exclude": ["*/2023/*"]}, ["2024/c.md"]),
    ],
)
def test_include_and_exclude(folder, options, found):
    """Patterns choose by name, or by the whole path where they have a /; an excluded folder is not looked into."""
    assert names(folder, folder, **options) == found


def test_files_and_patterns(folder):
    """A file that is named is found whatever its ending; a pattern goes through folders with **."""
    assert names(folder, folder / "2024" / "scan.jpg") == ["2024/scan.jpg"]
    assert names(folder, f"{folder}/*/[ab].*") == ["2023/a.txt", "2023/b.HTML"]
    assert names(folder, f"{folder}/**/*.md") == ["2024/c.md"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\0"])
def test_lists(folder, end):
    """A list names one file on a line, or ends each with NUL."""
    listed = io.BytesIO(end.join([os.fsencode(folder / "2024" / "c.md"), os.fsencode(folder / "2023")]) + end)

    assert names(folder, "-", listed=listed) == ["2024/c.md", "2023/a.txt", "2023/b.HTML"]


def test_out_is_no_source(folder):
    """The tables are not looked into, where they stand below a source."""
    (folder / "out").mkdir()
    (folder / "out" / "report.txt").write_text("x", encoding="utf-8")

    assert "out/report.txt" not in names(folder, folder, out=str(folder / "out"))


def test_loops_end(folder):
    """A link that leads back is not followed; one that leads aside is."""
    (folder / "2023" / "up").symlink_to(folder)
    (folder / "side").symlink_to(folder / "2024")
    search = Search()

    assert "side/c.md" in [os.path.relpath(path, folder) for path in search.files([str(folder)])]
    assert search.loops >= 1


@pytest.mark.parametrize("source, word", [("nowhere", "no such file or folder"), ("*.nothing", "no file fits")])
def test_a_wrong_source_stops_the_run(folder, source, word):
    """A source that is none is no matter for the morning after."""
    with pytest.raises(SourceError, match=word):
        names(folder, folder / source)


def test_case_and_bytes():
    """Patterns know no case; a name that is no UTF-8 is shown with its bytes."""
    assert matches("A/B.TXT", ["*.txt"])
    assert shown(os.fsdecode(b"\xd4\xc6.txt")) == "\\xd4\\xc6.txt"


def test_no_file_is_opened_that_waits(tmp_path):
    """A pipe or device is not read."""
    os.mkfifo(tmp_path / "pipe.txt")

    assert "no regular file" in fingerprint(str(tmp_path / "pipe.txt"))[2]


@pytest.mark.skipif(sys.platform != "linux", reason="a system whose names are always text")
def test_bad_files(tmp_path):
    """Whatever a folder holds has a row: what cannot be read says why, and the run ends with 4."""
    folder = little_archive(tmp_path / "in", 3)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "scan.txt").write_bytes(b"%PDF-1.7")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    os.mkfifo(folder / "pipe.txt")
    with open(os.fsencode(folder) + b"/\xd4\xc6.txt", "wb") as file:
        file.write("云泽市2024年便民服务实施方案\n一、驿站建设。新建便民驿站8个。".encode("gb18030"))
    done = batch(folder, "-o", tmp_path / "out", "--jobs", 1)
    reasons = {row[0].rpartition("/")[2]: row[2] for row in database(tmp_path / "out")["documents"] if row[1] == "refused"}

    assert done.returncode == 4
    assert set(reasons) == {"empty.txt", "scan.txt", "gone.txt", "round.txt", "pipe.txt"}
    assert "empty; give a file with text" in reasons["empty.txt"]
    assert "PDF" in reasons["scan.txt"]
    assert "leads nowhere" in reasons["gone.txt"]
    assert statuses(tmp_path / "out")["\\xd4\\xc6.txt"] == "read"


@pytest.mark.parametrize("call, place", [("open", "2011/0001.txt"), ("scandir", "2012")])
def test_permissions(tmp_path, monkeypatch, call, place):
    """A file or folder that may not be looked into is recorded, and read when it may."""
    folder = little_archive(tmp_path / "in", 6)
    allowed = getattr(os, call)

    def refusing(path, *more):
        if os.fspath(path) == str(folder / place):
            raise PermissionError(13, "Permission denied", path)
        return allowed(path, *more)

    arguments = ["batch", str(folder), "-o", str(tmp_path / "out"), "--jobs", "1", "--quiet"]
    with monkeypatch.context() as patch:
        patch.setattr(f"os.{call}", refusing)

        assert main(arguments) == 4

    told = report(tmp_path / "out")
    failure = [*told["failures"], *told["run"]["folders_not_listed"]][0]

    assert failure["name"] == str(folder / place)
    assert "Permission denied); check" in failure["error"]
    assert main(arguments) == 0
    assert {row[1] for row in database(tmp_path / "out")["documents"]} == {"read"}
    assert len(database(tmp_path / "out")["documents"]) == 6
