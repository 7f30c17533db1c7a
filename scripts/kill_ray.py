"""Kill what reads an archive on Ray, and compare what it wrote with an undisturbed run: part of `make engines` (Linux).

One run loses workers and the seats that watch them; another loses the main process and is given again. Ray replaces seats, seats
replace workers, the manifest knows the rest: every table must equal the local run's, byte for byte after sorting.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from time import sleep

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks"), str(ROOT / "scripts")]

FILES = 600
VICTIMS = {"seat": ("ray::", "Station"), "worker": ("multiprocessing", "spawn_main")}
"""What the command of a process holds."""


def begin(folder: Path, out: Path, engine: str) -> subprocess.Popen[bytes]:
    """A run as a process of its own."""
    command = [
        sys.executable,
        "-m",
        "policydoc",
        "batch",
        ".",
        "--format",
        "parquet",
        "--jobs",
        "2",
        "--quiet",
        "--engine",
        engine,
        "-o",
        str(out),
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "RAY_AUTH_MODE": "disabled"}
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def descendants(root: int) -> Iterator[tuple[int, str]]:
    """Every process below one, with its command."""
    parents, commands = {}, {}
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parents[int(path.name)] = int((path / "stat").read_text(errors="replace").rpartition(") ")[2].split()[1])
            commands[int(path.name)] = (path / "cmdline").read_text(errors="replace")
    ours = {root}
    while more := {number for number, parent in parents.items() if parent in ours and number not in ours}:
        ours |= more
        yield from ((number, commands.get(number, "")) for number in more)


def disturbed(run: subprocess.Popen[bytes], deaths: list[str], random: Random) -> list[str]:
    """Let a run go on to its end, killing as listed once it reads; who died."""
    died = []
    while run.poll() is None:
        sleep(0.5)
        if not deaths:
            continue
        marks = VICTIMS.get(deaths[0], ())
        below = list(descendants(run.pid))
        found = [number for number, command in below if marks and all(mark in command for mark in marks)]
        if deaths[0] == "main" and any("spawn_main" in command for _, command in below):
            found = [run.pid]
        if found:
            with suppress(OSError):
                os.kill(random.choice(found), signal.SIGKILL)
                died.append(deaths.pop(0))
            sleep(1)
    return died


def main() -> int:
    from notices import write_notices
    from run_engines import digests, tables

    random = Random(1)
    with tempfile.TemporaryDirectory(prefix="policydoc-kill-") as work:
        folder, calm = Path(work, "in"), Path(work, "calm")
        write_notices(folder, FILES)
        begin(folder, calm, "local").wait()
        expected, wrong = digests(tables(calm, by_policydoc=True)), 0
        for number, deaths in enumerate((["worker", "seat", "worker", "seat"], ["seat", "main"])):
            out = Path(work, f"out-{number}")
            died = disturbed(begin(folder, out, "ray"), list(deaths), random)
            code = begin(folder, out, "ray").wait() if "main" in died else 0
            same = code == 0 and digests(tables(out, by_policydoc=True)) == expected
            print(f"killed: {', '.join(died)}: tables {'the same' if same else 'DIFFER'}", flush=True)
            wrong += not same or died != deaths
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
