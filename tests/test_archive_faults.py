"""Nothing is lost: kills, crashes, hangs, hungry files and full disks leave the tables as they would be without."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from archivist import batch, command, database, environment, left_over, little_archive, notice, parquet, plans, report, statuses

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a system without signals")
POISON = {"crash.txt": "!CRASH!", "leave.txt": "!LEAVE!", "grow.txt": "!GROW!", "fault.txt": "!FAULT!", "hang.txt": "!HANG!"}
STATUSES = {"crash.txt": "crash", "leave.txt": "crash", "grow.txt": "memory", "fault.txt": "fault", "hang.txt": "time", "sleep.txt": "time"}
BUDGET = ("--seconds", 2, "--memory", 600)
KILLS = 30


@pytest.fixture
def poisoned(tmp_path):
    """An archive with files that do to their reader what they like."""
    folder = little_archive(tmp_path / "in", 60)
    for number, (name, word) in enumerate(POISON.items()):
        (folder / str(2010 + number) / name).write_text(notice(900 + number, word), encoding="utf-8")
    return folder


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    try:
        with open(f"/proc/{process}/task/{process}/children", encoding="ascii") as file:
            return [int(number) for number in file.read().split()]
    except OSError:
        return []


def is_over(running: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether a run has ended after so many seconds."""
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def test_poison_is_found(poisoned, tmp_path):
    """A file that kills, hangs or eats is recorded with its reason; every other file is read; the run ends with 4."""
    (poisoned / "2010" / "sleep.txt").write_text(notice(990, "!SLEEP!"), encoding="utf-8")
    done = batch(poisoned, "-o", tmp_path / "out", "--jobs", 2, *BUDGET, faults=True)
    found = statuses(tmp_path / "out")

    assert done.returncode == 4, done.stderr
    assert {name: status for name, status in found.items() if status != "read"} == STATUSES
    assert list(found.values()).count("read") == 60
    assert left_over(tmp_path / "out") == []

    failures = {row["name"].rpartition("/")[2]: row["error"] for row in report(tmp_path / "out")["failures"]}

    assert failures["crash.txt"] == "3 workers died reading it (SIGSEGV)"
    assert failures["hang.txt"] == "more than 2 s of CPU time"
    assert failures["fault.txt"] == "ZeroDivisionError: a fault of the parser"

    again = batch(poisoned, "-o", tmp_path / "out", *BUDGET, faults=True)

    assert (again.returncode, report(tmp_path / "out")["run"]["read"]) == (4, 0)

    mended = batch(poisoned, "-o", tmp_path / "out", "--retry-failed")

    assert (mended.returncode, set(statuses(tmp_path / "out").values())) == (0, {"read"})


def test_bisection(tmp_path):
    """Workers that die while they write the rows of a shard point at no file: the shard is halved until the file is found."""
    folder = little_archive(tmp_path / "in", 9)
    (folder / "poison.txt").write_text(notice(90, "!WRITE!"), encoding="utf-8")
    listed = "\n".join(map(str, folder.rglob("*.txt")))
    done = batch("-", "-o", tmp_path / "out", "--jobs", 1, "--limit", 10, faults=True, input=listed)
    failures = report(tmp_path / "out")["failures"]

    assert done.returncode == 4, done.stderr
    assert [(row["status"], row["error"]) for row in failures] == [("crash", "3 workers died writing its rows (SIGSEGV)")]
    assert [name for name, status in statuses(tmp_path / "out").items() if status == "crash"] == ["poison.txt"]
    assert (len(plans(tmp_path / "out")), left_over(tmp_path / "out")) == (9, [])


def test_interrupt(tmp_path):
    """Ctrl-C ends the run at once, with words and 130; what is done is kept."""
    folder = little_archive(tmp_path / "in", 400)
    running = subprocess.Popen(
        command(folder, "-o", tmp_path / "out", "--jobs", 2), env=environment(), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while not any((tmp_path / "out" / "plans").glob("*.jsonl")):
        assert running.poll() is None
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=30)

    assert running.returncode == 130
    assert "interrupted; what is done is kept" in said
    assert "Traceback" not in said


@pytest.mark.skipif(sys.platform != "linux", reason="children are found in /proc")
def test_kills_lose_nothing(poisoned, tmp_path):
    """Thirty times SIGKILL for the run or one of its workers, at any moment: the tables are those of the undisturbed run."""
    pytest.importorskip("pyarrow")
    arguments = ("--format", "jsonl,sqlite,parquet", "--jobs", 2, *BUDGET)
    calm, wild = tmp_path / "calm", tmp_path / "wild"

    assert batch(poisoned, "-o", calm, *arguments, faults=True).returncode == 4

    chance = random.Random(20240305)
    running = None
    for _ in range(KILLS):
        if running is None or running.poll() is not None:
            running = subprocess.Popen(
                command(poisoned, "-o", wild, *arguments, "--quiet"), env=environment(faults=True), stdout=subprocess.DEVNULL
            )
            time.sleep(0.2)
        time.sleep(chance.uniform(0.0, 0.9))
        victims = [running.pid, *children(running.pid)]
        try:
            os.kill(chance.choice(victims), signal.SIGKILL)
        except ProcessLookupError:
            continue
    assert running is not None
    if not is_over(running, 120):
        running.kill()
    last = batch(poisoned, "-o", wild, *arguments, faults=True)

    assert last.returncode == 4, last.stderr
    assert plans(wild) == plans(calm)
    assert database(wild) == database(calm)
    assert parquet(wild) == parquet(calm)
    assert left_over(wild) == []


@pytest.mark.parametrize("most", [20_000, 120_000, 400_000])
def test_full_disk(tmp_path, most):
    """When nothing more can be written the run says so and ends with 3; with room again the same command goes on."""
    resource = pytest.importorskip("resource")
    folder = little_archive(tmp_path / "in", 150)
    calm, full = tmp_path / "calm", tmp_path / "full"
    arguments = ("--jobs", 1, "--format", "jsonl,sqlite")

    assert batch(folder, "-o", calm, *arguments).returncode == 0

    full.mkdir()
    stopped = batch(folder, "-o", full, *arguments, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))

    assert stopped.returncode == 3
    assert "the same command" in stopped.stderr
    assert "Traceback" not in stopped.stderr

    assert batch(folder, "-o", full, *arguments).returncode == 0
    assert database(full) == database(calm)
    assert plans(full) == plans(calm)
    assert left_over(full) == []


def test_a_second_run_is_refused(tmp_path):
    """Two runs do not write to one archive at the same time."""
    fcntl = pytest.importorskip("fcntl")
    folder, out = little_archive(tmp_path / "in", 2), tmp_path / "out"

    assert batch(folder, "-o", out).returncode == 0

    with open(out / ".work" / "lock", "ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = batch(folder, "-o", out)

    assert done.returncode == 3
    assert "another run is writing there" in done.stderr
