"""What an archive costs beyond its notices, as ratios of one run: `python benchmarks/archive.py [--files 20000] [--folder DIR]`.

- overhead: CPU time of `policydoc batch --format parquet` for all files over that of bare `parse`, start and end included. Bare
  `parse` reads every fifth file, two processes at once as in the batch (what shares a core costs more CPU time), half of the files
  before the batch and half behind it.
- two cores: a tenth of the files with --jobs 1 and with --jobs 2, by the clock: true only where two cores are free.
- growth: CPU time and peak memory (of the largest process) of all files over those of a tenth.

Exits with 1 when a bar is missed. The machine's load is printed beside the result: on a busy machine the clock says little.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from notices import write_notices

BARE = """
import sys
from pathlib import Path
from time import process_time
from policydoc import parse
files = [Path(line) for line in sys.stdin.read().splitlines()]
parse(files[0] if files else b'x')
start = process_time()
for file in files:
    parse(file.read_bytes(), name=file.name)
print(process_time() - start)
"""
PART = 10
SAMPLE = 5


def batch(sources: str | list[Path], out: Path, jobs: int) -> dict[str, float]:
    """The cost of one run, as its report tells it, and the CPU time and memory of its whole tree of processes."""
    listed = "" if isinstance(sources, str) else "\0".join(map(str, sources))
    command = [sys.executable, "-m", "policydoc", "batch", sources if isinstance(sources, str) else "-", "-o", str(out)]
    with subprocess.Popen([*command, "--format", "parquet", "--jobs", str(jobs), "--quiet"], stdin=subprocess.PIPE, text=True) as running:
        assert running.stdin is not None
        running.stdin.write(listed)
        running.stdin.close()
        _, code, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(code)
    if running.returncode:
        sys.exit(f"policydoc batch ended with {running.returncode}")
    found = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return {
        "cpu": usage.ru_utime + usage.ru_stime,
        "seconds": found["run"]["seconds"],
        "megabytes": usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10),
        "targets": found["archive"]["targets"],
    }


def bare(files: list[Path]) -> float:
    """CPU seconds of `parse` for these files in two processes at once, as the batch has them; the start is left out."""
    halves = [subprocess.Popen([sys.executable, "-c", BARE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for number, half in enumerate(halves):
        assert half.stdin is not None
        half.stdin.write("\n".join(map(str, files[number::2])))
        half.stdin.close()
    return sum(float(half.stdout.read()) for half in halves if half.stdout is not None and half.wait() == 0)


def main() -> int:
    """Write notices, run, print, judge."""
    parser = argparse.ArgumentParser(description="what an archive costs beyond its notices")
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--folder", help="where notices and tables are written (default: a temporary folder)")
    options = parser.parse_args()
    with TemporaryDirectory(dir=options.folder) as place:
        folder = Path(place)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # all of them run from bytecode, as an installed package does
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        bare([])
        size = write_notices(folder / "in", options.files)
        files = sorted((folder / "in").rglob("*.*"), key=lambda path: path.name)
        part, sample = files[::PART], files[::SAMPLE]
        print(f"{len(files):,} notices, {size / 1e6:.1f} MB; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
        one, two = batch(part, folder / "one", 1), batch(part, folder / "two", 2)
        alone = bare(sample[::2])
        whole = batch(str(folder / "in"), folder / "whole", 2)
        alone += bare(sample[1::2])
    per_file = alone / len(sample)
    rows = [
        ("CPU of batch / CPU of bare parse", whole["cpu"] / len(files) / per_file, 1.12, "≤"),
        ("the same without the start", (whole["cpu"] - two["cpu"]) / (len(files) - len(part)) / per_file, None, ""),
        (f"--jobs 2 / --jobs 1, by the clock, {len(part):,} files", one["seconds"] / two["seconds"], 1.7, "≥"),
        (f"CPU of {len(files):,} files / {len(part):,}", whole["cpu"] / two["cpu"], 1.05 * len(files) / len(part), "≤"),
        ("peak memory of the largest process, same", whole["megabytes"] / two["megabytes"], 1.3, "≤"),
        ("files per CPU second", len(files) / whole["cpu"], None, ""),
        ("bare parse, ms of CPU per file", per_file * 1e3, None, ""),
        ("peak memory, MB", whole["megabytes"], None, ""),
        ("files per second by the clock, --jobs 2", len(files) / whole["seconds"], None, ""),
        ("targets written", whole["targets"], None, ""),
    ]
    missed = 0
    for name, value, bar, sign in rows:
        holds = bar is None or (value >= bar if sign == "≥" else value <= bar)
        missed += not holds
        print(f"{name:<56} {value:12.2f}" + (f"   bar {sign} {bar:.2f}" if bar else "") + ("" if holds else "   MISSED"))
    print(f"load {os.getloadavg()[0]:.1f}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
