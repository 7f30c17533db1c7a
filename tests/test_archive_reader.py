"""`policydoc.read_archive`: the tables of an archive, however it was written."""

from __future__ import annotations

import os
import shutil
import sqlite3

import pytest

import policydoc
from conftest import LETTER
from policydoc.archive.columns import TABLES
from policydoc.archive.parsing import parsed
from policydoc.archive.run import Quiet, Run
from policydoc.archive.settings import Settings
from policydoc.errors import ArchiveError

pa = pytest.importorskip("pyarrow", reason="Arrow tables need pyarrow: pip install 'policydoc[arrow]'")

from policydoc.archive.arrow import arrow_table, schema  # noqa: E402  # it needs pyarrow

FILES = {
    "2023/a.txt": LETTER.replace("2024", "2023").encode(),
    "2023/b.txt": b"",
    "2024/a.txt": LETTER.encode(),
    "2024/copy of a.txt": LETTER.encode(),
    "2024/c.md": "# 青岭县2024年供水计划\n\n一、水厂建设。新建水厂2座。\n".encode("gb18030"),
    "2024/d.txt": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Write the files above as an archive, a few of them in a shard; one of each kind is written."""
    folder, known = tmp_path_factory.mktemp("archives"), {}
    for name, content in FILES.items():
        path = folder / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def write(formats, year_from):
        key = formats, year_from
        if key not in known:
            known[key] = folder / f"out {len(known)}"
            with pytest.MonkeyPatch.context() as patch:
                patch.chdir(folder)
                run = Run(Settings(("in",), str(known[key]), formats, shard_files=2, year_from=year_from), Quiet())
                run.work().close()
        return known[key]

    return write


@pytest.fixture
def archive(tmp_path, written):
    """An archive of some formats, for this test alone, in a folder whose name is hard to quote."""

    def take(*formats, year_from="title"):
        out = tmp_path / "out #1?%20.d"
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(written(formats, year_from), out)
        return policydoc.read_archive(out)

    return take


def expected(table):
    """The rows that the files above have."""
    return [row for name, content in FILES.items() for row in parsed(f"in/{name}", content).tables[table]]


def ordered(table):
    """Its rows by file; those of one file keep their order."""
    return sorted(table.to_pylist(), key=lambda row: row["name"])


@pytest.mark.parametrize("formats", [("parquet",), ("jsonl",), ("jsonl", "sqlite")])
def test_tables(archive, formats):
    """Every table has its schema, and the rows that the files have, those that could not be read as well."""
    found = archive(*formats)

    assert list(found) == list(TABLES)
    assert len(found) == len(TABLES)
    for name in found:
        assert found[name].schema.equals(schema(name), check_metadata=True)
        assert ordered(found[name]) == ordered(arrow_table(name, expected(name)))
    assert found["documents"]["status"].to_pylist().count("refused") == 2


def test_pieces(archive):
    """A large table comes shard by shard."""
    found = archive("parquet")
    pieces = list(found.batches("targets"))

    assert len(pieces) > 1
    assert pa.Table.from_batches(pieces) == found["targets"]


def test_plans(archive):
    """The plans are models; a copy has one of its own."""
    names = [plan.source.name for plan in archive("jsonl").plans()]

    assert sorted(names) == ["a.txt", "a.txt", "c.md", "copy of a.txt"]


def test_shards_that_are_not_done(archive):
    """Of an archive whose run was interrupted, what is done is there."""
    found = archive("jsonl")
    with sqlite3.connect(os.path.join(found.path, "manifest.sqlite")) as manifest:
        manifest.execute("UPDATE shards SET done = 0 WHERE id = 1")
    manifest.close()

    assert 0 < found["documents"].num_rows < len(FILES)


def test_formats_may_differ(archive):
    """Where one shard has Parquet and another has not, the tables are whole."""
    whole = archive("jsonl")["targets"]
    found = archive("parquet")
    with sqlite3.connect(os.path.join(found.path, "manifest.sqlite")) as manifest:
        manifest.execute("UPDATE shards SET formats = 'jsonl' WHERE id = 2")
    manifest.close()

    assert found["targets"] == whole


def test_no_such_table(archive):
    """A table that no archive has is a missing key."""
    with pytest.raises(KeyError, match="figures"):
        archive("jsonl")["figures"]


def test_no_archive(tmp_path):
    """A folder that is none, or whose manifest is something else, is refused with what to do."""
    with pytest.raises(ArchiveError, match="no archive; name the folder"):
        policydoc.read_archive(tmp_path)
    (tmp_path / "manifest.sqlite").write_bytes(b"something else, and long enough to be looked into" * 40)
    with pytest.raises(ArchiveError, match="no manifest of policydoc"):
        policydoc.read_archive(tmp_path)


def test_another_version(archive):
    """An archive of other tables is refused with what to do; one of a later minor version is read."""
    found = archive("jsonl")
    for version, read in (("1.7", True), ("2.0", False)):
        with sqlite3.connect(os.path.join(found.path, "manifest.sqlite")) as manifest:
            manifest.execute("UPDATE archive SET value = ? WHERE key = 'tables'", (version,))
        manifest.close()
        if read:
            assert policydoc.read_archive(found.path)["documents"].num_rows == len(FILES)
        else:
            with pytest.raises(ArchiveError, match="read it with the policydoc that wrote it"):
                policydoc.read_archive(found.path)


def test_a_plan_that_is_gone(archive):
    """A plan that the manifest promises and the file has not is told, not left out."""
    found = archive("jsonl")
    for folder, _, names in os.walk(os.path.join(found.path, "plans")):
        for name in names:
            with open(os.path.join(folder, name), "wb"):
                pass
    with pytest.raises(ArchiveError, match="is missing; run `policydoc batch` again"):
        found["documents"]


@pytest.mark.parametrize("formats", [("parquet",), ("jsonl",)])
def test_the_year_of_the_path(archive, formats):
    """The year that the run filed a notice under stands in the table."""
    found = archive(*formats, year_from="path")["documents"]

    assert dict(zip(found["name"].to_pylist(), found["year"].to_pylist(), strict=True)) == {f"in/{name}": int(name[:4]) for name in FILES}
