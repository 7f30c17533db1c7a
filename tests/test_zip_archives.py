"""A zip archive is a folder of notices: its members have addresses, and are parsed and counted like files."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import signal
import subprocess
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist import batch, command, database, environment, little_archive, notice, plans, report, statuses
from policydoc import SourceError, parse
from policydoc.archive.findings import findings
from policydoc.archive.sources import Search
from policydoc.cli import main
from policydoc.source import read
from policydoc.source.limits import LARGEST, MEMBERS, NESTED
from policydoc.source.zipped.shelf import Shelf
from zipper import ENCRYPTED, LINK, STORED, Entry, unicode_path, zipped

NAMES = ("北溪区/关于印发年度工作要点的通知.txt", "青岭县/功能区建设实施方案.txt")
TRADITIONAL = ("瀾港市/成功大橋興建計畫.txt", "瀾港市/許功蓋.txt")


def packed(folder: Path, name: str, *entries: Entry) -> Path:
    """An archive in a folder."""
    path = folder / name
    path.write_bytes(zipped(*entries))
    return path


def notices(*names: str | bytes, first: int = 1) -> list[Entry]:
    """Small notices, one for each name."""
    return [Entry(name, notice(number).encode()) for number, name in enumerate(names, first)]


def found(path: Path, **options: object) -> list[str]:
    """The members that a run over an archive reads, without the archive's own name."""
    return [each.name.removeprefix(f"{path}!/") for each in findings(Search(**options), [str(path)]) if each.problem is None]


def problems(path: Path) -> dict[str, str]:
    """Members that a run does not read, and why."""
    return {each.name.removeprefix(f"{path}!/"): each.problem for each in findings(Search(), [str(path)]) if each.problem}


@pytest.mark.parametrize(
    "names, encoding",
    [(NAMES, None), (NAMES, "utf-8"), (NAMES, "gb18030"), (TRADITIONAL, "big5hkscs"), (("Übersicht.txt", "café.txt"), "cp437")],
)
def test_names(tmp_path, names, encoding):
    """Names are UTF-8 where they say so, else what reads as Chinese, else those of DOS; a backslash inside a character is none."""
    written = [name if encoding is None else name.encode(encoding) for name in names]

    assert found(packed(tmp_path, "a.zip", *notices(*written))) == list(names)


def test_names_of_two_programs(tmp_path):
    """The field for Unicode names counts where it belongs to the name beside it; names that share no encoding are read one by one."""
    gbk, big5 = NAMES[0].encode("gb18030"), TRADITIONAL[1].encode("big5hkscs")
    named = Entry(b"1.txt", notice(1).encode(), extra=unicode_path(b"1.txt", NAMES[1]))
    other = Entry(b"2.txt", notice(2).encode(), extra=unicode_path(b"1.txt", NAMES[1]))
    path = packed(tmp_path, "a.zip", named, other, *notices(gbk, b"m\x81.txt", first=3))

    assert found(path) == [NAMES[1], "2.txt", NAMES[0], "mü.txt"]
    assert found(packed(tmp_path, "b.zip", *notices(big5))) == [TRADITIONAL[1]]


def test_names_stay_inside(tmp_path):
    """No name leads out of the archive, ends a line or is longer than a system's names may be."""
    names = ["../../a.txt", "/etc/b.txt", "C:\\notices\\c.txt", "d/./../e.txt", "f\ng.txt", "很" * 5000 + ".txt"]

    assert found(packed(tmp_path, "a.zip", *notices(*names))) == [
        "a.txt",
        "etc/b.txt",
        "notices/c.txt",
        "d/e.txt",
        "f·g.txt",
        "很" * 250 + "….txt",
    ]


def test_names_stay_apart(tmp_path):
    """Two members of one name are two files, whatever a third is called."""
    path = packed(tmp_path, "a.zip", *notices("通知.txt", "通知.txt", "通知~2.txt", "../通知.txt", "附件", "附件"))

    assert found(path, include=["*"]) == ["通知.txt", "通知~3.txt", "通知~2.txt", "通知~4.txt", "附件", "附件~2"]
    assert parse(Path(f"{path}!/通知~3.txt")).targets[0].value == 2


def test_parse_a_member(tmp_path):
    """A member has the plan of the same file unpacked: name, digest and all."""
    path = packed(tmp_path, "a.zip", *notices(*NAMES))
    (tmp_path / "关于印发年度工作要点的通知.txt").write_text(notice(1), encoding="utf-8")

    assert parse(Path(f"{path}!/{NAMES[0]}")) == parse(tmp_path / "关于印发年度工作要点的通知.txt")


@pytest.mark.parametrize("given", [Path, Path.read_bytes, lambda path: io.BytesIO(path.read_bytes())], ids=["path", "bytes", "file"])
def test_parse_the_only_notice(tmp_path, given):
    """An archive of one notice gives that one, whatever a system or a scanner has put beside it, and however deep it lies."""
    inner = zipped(*notices("通知.txt"), Entry("__MACOSX/._通知.txt", b"x"), Entry("Thumbs.db", b"x"))
    path = packed(tmp_path, "a.zip", Entry("封面.jpg", b"x"), Entry("内/b.zip", inner))
    plan = parse(given(path))

    assert (plan.source.name, plan.targets[0].value) == ("通知.txt", 1)


def test_a_large_archive(tmp_path):
    """An archive may be larger than a file may: its members are what counts."""
    path = packed(tmp_path, "a.zip", *notices("通知.txt"), Entry("录像.mp4", bytes(LARGEST), method=STORED))

    assert parse(path) == parse(Path(f"{path}!/通知.txt"))


def test_parse_asks_which(tmp_path, capsys):
    """An archive of many lists them, one address on a line; nothing is chosen."""
    inner = zipped(*notices("b.txt", "c.txt"))
    path = packed(tmp_path, "a.zip", *notices(*NAMES), Entry("inner.zip", inner))

    assert main(["parse", str(path)]) == 3
    said = capsys.readouterr().err.splitlines()
    assert "a zip archive of 3 files; name one of them" in said[0]
    assert said[1:] == [f"  {path}!/{name}" for name in (*NAMES, "inner.zip")]
    assert main(["parse", f"{path}!/inner.zip"]) == 3
    assert main(["parse", "--quiet", f"{path}!/inner.zip!/c.txt"]) == 0


@pytest.mark.parametrize("command", [["show"], ["show", "--csv"], ["why", "--at", "p1/1#1"], ["parse", "--quiet"]])
def test_every_command_takes_an_address(tmp_path, capsys, command):
    """`show`, `why` and `parse` read a member as they read a file."""
    path = packed(tmp_path, "a.zip", *notices(*NAMES))
    (tmp_path / "unpacked").mkdir()
    (tmp_path / "unpacked" / "功能区建设实施方案.txt").write_text(notice(2), encoding="utf-8")

    assert main([*command, f"{path}!/{NAMES[1]}"]) == 0
    member = capsys.readouterr().out
    assert main([*command, str(tmp_path / "unpacked" / "功能区建设实施方案.txt")]) == 0
    assert capsys.readouterr().out == member != ""


def test_an_archive_is_not_overwritten(tmp_path, capsys):
    """-o with the archive that the notice lies in is refused."""
    path = packed(tmp_path, "a.zip", *notices("a.txt"))
    before = path.read_bytes()

    assert main(["parse", f"{path}!/a.txt", "-o", str(path)]) == 2
    assert path.read_bytes() == before


def test_an_address_that_is_a_path(tmp_path):
    """A folder may be called like an archive's inside; what stands on the disk comes first."""
    (tmp_path / "a.zip!").mkdir()
    (tmp_path / "a.zip!" / "a.txt").write_text(notice(5), encoding="utf-8")
    packed(tmp_path, "a.zip", *notices("a.txt"))

    assert parse(tmp_path / "a.zip!" / "a.txt").targets[0].value == 5


@pytest.mark.parametrize(
    "entry, words",
    [
        (Entry("a.txt", b"x" * 99, flags=ENCRYPTED), "encrypted; unpack it with its password"),
        (Entry("a.txt", b"/etc/passwd", attributes=LINK), "a link and no file"),
        (Entry("a.txt", b"x" * 99, method=12), "packed by method 12"),
        (Entry("a.txt", b"x" * 99, packed=b"\x07" * 9), "damaged in its archive"),
        (Entry("a.txt", b"x" * 99, declared=9), "damaged in its archive"),
        (Entry("a.txt", b" " * (4 << 20)), "packed more than 200 to 1"),
        (Entry("a.txt", b"x" * (LARGEST + 1), method=STORED), "larger than 64 MB"),
    ],
    ids=["encrypted", "link", "method", "damaged", "size", "bomb", "large"],
)
def test_members_that_cannot_be_read(tmp_path, entry, words):
    """A member that cannot be read says why, to `parse` and to `batch`; its neighbours are read."""
    path = packed(tmp_path, "a.zip", entry, *notices("b.txt"))

    assert words in problems(path)["a.txt"]
    assert found(path) == ["b.txt"]
    with pytest.raises(SourceError, match=words):
        parse(Path(f"{path}!/a.txt"))


@pytest.mark.parametrize(
    "content, words",
    [
        (b"PK\x03\x04 and nothing of it", "a damaged zip container"),
        (zipped(*notices("a.txt"))[:-30], "a damaged zip container"),
        (zipped(Entry("a/", b"")), "a zip archive without files"),
        (b"\x1f\x8b\x08" + bytes(20), "a gzip archive; unpack it first"),
        (b"Rar!\x1a\x07\x01\x00", "a RAR archive; unpack it first"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "a 7z archive; unpack it first"),
    ],
    ids=["torn", "endless", "empty", "gzip", "rar", "7z"],
)
def test_archives_that_cannot_be_read(tmp_path, content, words):
    """What is no zip archive, or none that can be read, is told what it is in one line."""
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(SourceError, match=words) as told:
        parse(tmp_path / "a.zip")

    assert "\n" not in str(told.value)


def test_no_such_member(tmp_path):
    """A name that is not in the archive, or an archive that is not there, is told."""
    path = packed(tmp_path, "a.zip", *notices("a.txt"))
    for address, words in (("a.zip!/b.txt", "no such file"), ("a.zip!/a.txt!/b.txt", "zip container"), ("b.zip!/a.txt", "no such file")):
        with pytest.raises(SourceError, match=words):
            parse(path.parent / address)


def test_nesting_ends(tmp_path):
    """Archives in one another are looked into so deep and no deeper."""
    inner = zipped(*notices("a.txt"))
    for depth in range(1, NESTED + 1):
        path = tmp_path / f"{depth}.zip"
        path.write_bytes(inner)
        inner = zipped(Entry("b.zip", inner))
    (tmp_path / "deeper.zip").write_bytes(inner)

    assert found(path) == ["b.zip!/b.zip!/a.txt"]
    assert parse(path).targets[0].value == 1
    assert [*problems(tmp_path / "deeper.zip").values()] == [f"more than {NESTED} zip archives in one another; unpack the outer ones"]
    with pytest.raises(SourceError, match=f"more than {NESTED} zip archives"):
        parse(tmp_path / "deeper.zip")


def test_batch(tmp_path):
    """Members are files of the run: the same plans as of the files unpacked; what is no notice is counted."""
    folder = little_archive(tmp_path / "in", 6)
    entries = [Entry(str(path.relative_to(folder)), path.read_bytes()) for path in sorted(folder.rglob("*.txt"))]
    inner = zipped(*notices("十一月/丙.txt".encode("gb18030"), first=80))
    others = [Entry("__MACOSX/2011/._0001.txt", b"x"), Entry("Thumbs.db", b"x"), Entry("2011/图.jpg", b"x"), Entry("2011/", b"")]
    (tmp_path / "zips").mkdir()
    path = packed(tmp_path / "zips", "a.zip", *entries, *others, Entry("b.zip", inner))

    assert batch(folder, "-o", tmp_path / "plain", "--jobs", 1).returncode == 0
    assert batch(tmp_path / "zips", "-o", tmp_path / "out", "--jobs", 1).returncode == 0
    rows = database(tmp_path / "out")["documents"]
    assert [row[0] for row in rows] == [*(f"{path}!/{entry.name}" for entry in entries), f"{path}!/b.zip!/十一月/丙.txt"]
    assert set(plans(tmp_path / "plain")) < set(plans(tmp_path / "out"))
    assert report(tmp_path / "out")["run"]["skipped"] == {"__MACOSX": 1, ".db": 1, ".jpg": 1}


def test_batch_goes_on(tmp_path):
    """An unchanged member is not read again, a changed one is; a copy that lies unpacked is parsed once."""
    path = packed(tmp_path, "a.zip", *notices("a.txt", "b.txt"))
    (tmp_path / "c.txt").write_text(notice(1), encoding="utf-8")

    def go(*more: object) -> tuple[int, int]:
        code = main(["batch", str(path), str(tmp_path / "c.txt"), "-o", str(tmp_path / "out"), "--jobs", "1", "--quiet", *map(str, more)])
        return code, report(tmp_path / "out")["run"]["read"]

    assert go() == (0, 3)
    assert report(tmp_path / "out")["archive"]["copies"] == 1
    assert go() == (0, 0)
    path.write_bytes(zipped(*notices("a.txt"), *notices("b.txt", first=9), *notices("d.txt", first=10)))
    assert go() == (0, 2)
    assert statuses(tmp_path / "out") == dict.fromkeys(("a.txt", "b.txt", "c.txt", "d.txt"), "read")
    assert sorted(json.loads(line)["targets"][0]["value"] for line in plans(tmp_path / "out")) == [1, 1, 9, 10]


def test_batch_tells_what_it_cannot_read(tmp_path):
    """A member or an archive that cannot be read has a row with its reason; the run ends with 4."""
    entries = [Entry("locked.txt", b"x", flags=ENCRYPTED), *notices("a.txt"), Entry("empty.txt"), Entry("torn.zip", b"PK\x03\x04x")]
    packed(tmp_path, "a.zip", *entries)
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04x")

    assert batch(tmp_path, "-o", tmp_path / "out", "--jobs", 1).returncode == 4
    told = {row["name"].removeprefix(f"{tmp_path}/"): row["error"] for row in report(tmp_path / "out")["failures"]}
    assert set(told) == {"a.zip!/locked.txt", "a.zip!/empty.txt", "a.zip!/torn.zip", "b.zip"}
    assert "encrypted" in told["a.zip!/locked.txt"]
    assert told["a.zip!/torn.zip"] == told["b.zip"]
    assert told["b.zip"].startswith("a damaged zip container")


def test_batch_finds_poison_in_an_archive(tmp_path):
    """A member that kills its reader, hangs or eats is recorded; its neighbours are read."""
    words = {"crash.txt": "!CRASH!", "hang.txt": "!HANG!", "grow.txt": "!GROW!"}
    bad = [Entry(name, notice(900 + number, word).encode()) for number, (name, word) in enumerate(words.items())]
    path = packed(tmp_path, "a.zip", *notices(*(f"{number}.txt" for number in range(9))), *bad)
    done = batch(path, "-o", tmp_path / "out", "--jobs", 2, "--seconds", 2, "--memory", 600, faults=True)
    found = statuses(tmp_path / "out")

    assert done.returncode == 4, done.stderr
    assert {name: status for name, status in found.items() if status != "read"} == {
        "crash.txt": "crash",
        "hang.txt": "time",
        "grow.txt": "memory",
    }
    assert list(found.values()).count("read") == 9


@pytest.mark.parametrize(
    "options, names",
    [
        ({"include": ["*.md"]}, ["2024/b.md"]),
        ({"exclude": ["*/2023"]}, ["2024/b.md"]),
        ({"exclude": ["*.md"]}, ["2023/a.txt"]),
        ({"include": ["*/2023/*"]}, ["2023/a.txt"]),
    ],
)
def test_include_and_exclude(tmp_path, options, names):
    """Patterns choose members as they choose files of a folder."""
    assert found(packed(tmp_path, "a.zip", *notices("2023/a.txt", "2024/b.md")), **options) == names


def test_addresses_as_sources(tmp_path):
    """A member, a folder of an archive and an archive inside may be named to a run, on its command line or in a list."""
    inner = zipped(*notices("x/c.txt", "d.txt"))
    path = packed(tmp_path, "a.zip", *notices("2023/a.txt", "2024/b.dat"), Entry("b.zip", inner))

    def named(*addresses: str) -> list[str]:
        listed = io.BytesIO("\n".join(addresses).encode())
        return [each.name.removeprefix(f"{path}!/") for each in findings(Search(), ["-"], listed)]

    assert named(f"{path}!/2024/b.dat", f"{path}!/2023") == ["2024/b.dat", "2023/a.txt"]
    assert named(f"{path}!/b.zip!/x") == ["b.zip!/x/c.txt"]
    assert named(f"{path}!/b.zip") == ["b.zip!/x/c.txt", "b.zip!/d.txt"]
    with pytest.raises(SourceError, match="no such file in the archive"):
        named(f"{path}!/2025")


def test_an_archive_of_one_bomb_after_the_other_ends(tmp_path):
    """An archive may give so many bytes for each of its own in all, however it spreads them."""
    piece = b"0" * (1 << 20)
    path = packed(tmp_path, "a.zip", *(Entry(f"{number}.txt", piece) for number in range(200)))
    told = problems(path)

    assert set(told) == {str(path)}
    assert "unpacks to more than" in told[str(path)]


def test_too_many_members(tmp_path):
    """An archive of more files than a zip archive honestly holds is refused before they are listed."""
    path = packed(tmp_path, "a.zip", *(Entry(b"%d.txt" % number) for number in range(MEMBERS + 1)))

    assert f"more than {MEMBERS} entries" in problems(path)[str(path)]


def test_years_from_the_names_of_archives(tmp_path):
    """With `--year-from path` an archive that names a year files its members under it, as a folder does."""
    path = packed(tmp_path, "2019年.zip", *notices("a.txt", "2020/b.txt"))

    assert main(["batch", str(path), "-o", str(tmp_path / "out"), "--jobs", "1", "--quiet", "--year-from", "path"]) == 0
    assert [row[4] for row in database(tmp_path / "out")["documents"]] == [2020, 2019]


def test_members_are_read_one_at_a_time(tmp_path):
    """Memory does not grow with the archive."""
    noise = bytes(range(256)) * 4096
    path = packed(tmp_path, "a.zip", *(Entry(f"{number}.txt", noise, method=STORED) for number in range(40)))
    tracemalloc.start()
    try:
        assert sum(1 for _ in findings(Search(), [str(path)])) == 40
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < 4 << 20


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system without signals")
def test_a_killed_run_goes_on(tmp_path):
    """A run over archives that is killed again and again comes to the tables of the undisturbed run."""
    names = [f"{2010 + number % 5}/{number}.txt" for number in range(150)]
    inner = zipped(*notices(*(f"内/{name}" for name in names), first=500))
    path = packed(tmp_path, "a.zip", *notices(*names), Entry("b.zip", inner))
    calm, wild = tmp_path / "calm", tmp_path / "wild"

    assert batch(path, "-o", calm, "--jobs", 2).returncode == 0
    for seconds in (0.7, 1.0, 1.3, 1.6):
        running = subprocess.Popen(
            command(path, "-o", wild, "--jobs", 2), env=environment(), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
    assert batch(path, "-o", wild, "--jobs", 2).returncode == 0
    assert database(wild) == database(calm)
    assert plans(wild) == plans(calm)


WHOLE = zipped(*notices(*NAMES), Entry("内.zip", zipped(*notices("丙.txt", "丁.txt"))), Entry("图.jpg", b"x"), comment=b"comment")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8), st.integers(0, 60))
def test_damaged_archives_are_told(tmp_path_factory, changes, cut):
    """Whatever bytes of an archive are wrong or lost: members have bytes or a problem, nothing is raised but a refusal."""
    damaged = bytearray(WHOLE)
    for place, value in changes:
        damaged[place] = value
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    path.write_bytes(damaged[: len(damaged) - (cut if cut < 30 else 0)])
    told = list(findings(Search(include=["*"]), [str(path)]))

    assert all(bool(each.problem) != bool(each.digest) for each in told)
    assert len({each.path for each in told}) == len(told)
    with contextlib.suppress(SourceError):
        read(path)
    with contextlib.closing(Shelf()) as shelf:
        for each in told:
            if each.digest and each.path != str(path):
                assert hashlib.sha256(shelf.content(each.path)).hexdigest() == each.digest


def test_batches_of_arrow_refuse_archives():
    """A row of Arrow is one document: an archive in it is refused with advice."""
    pa = pytest.importorskip("pyarrow")
    from policydoc.archive import parse_batches

    given = pa.RecordBatch.from_pydict({"name": ["a.zip"], "content": [zipped(*notices("a.txt"))]})
    (row,) = (row for answer in parse_batches([given]) for row in answer.select(["status", "error"]).to_pylist())

    assert row == {"status": "refused", "error": "a zip archive; unpack it first, and give each file in it with its name"}


def test_an_empty_archive_is_told_and_stops_no_run(tmp_path):
    """An archive without entries is refused alone and named in a run, whose other files are read."""
    packed(tmp_path, "empty.zip")
    packed(tmp_path, "one.zip", *notices("a.txt"))

    with pytest.raises(SourceError, match="a zip archive without files"):
        parse(tmp_path / "empty.zip")
    assert [(each.name.rpartition("/")[2], each.problem) for each in findings(Search(), [str(tmp_path)])] == [
        ("empty.zip", "a zip archive without files; pack it again"),
        ("a.txt", None),
    ]
