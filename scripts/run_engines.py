"""Run every engine over the same notices and compare their tables: `make engines`, or `python scripts/run_engines.py`.

Local pool, Ray engine of `policydoc batch`, and the recipes of benchmarks/engines (Spark, Ray Data, Daft, Polars, DuckDB, none at
all). Each runs twice, over few notices and over all, in processes of its own whose CPU time is measured to the last
descendant. What is not installed is said and left out. `--write` puts the result into docs/batch.md.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from glob import glob
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
RECIPES = ROOT / "benchmarks" / "engines"
PAGE = ROOT / "docs" / "batch.md"
RESULT = re.compile(r"(<!-- engines -->\n).*?(<!-- end -->)", re.DOTALL)
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]

FEW = 20
BATCH = ["-m", "policydoc", "batch", ".", "--format", "parquet", "--jobs", "2", "--quiet", "-o"]
ENGINES: dict[str, tuple[str, list[str], str | None]] = {
    "`policydoc batch`, 2 workers": ("pyarrow", BATCH, None),
    "`policydoc batch --engine ray`": ("ray", [BATCH[0], BATCH[1], BATCH[2], "--engine", "ray", *BATCH[3:]], None),
    "Spark `mapInArrow`, `local[2]`": ("pyspark", [], "with_spark.py"),
    "Ray Data `map_batches`": ("ray", [], "with_ray.py"),
    "Daft": ("daft", [], "with_daft.py"),
    "Polars": ("polars", [], "with_polars.py"),
    "DuckDB": ("duckdb", [], "with_duckdb.py"),
    "none, one process": ("pyarrow", [], "with_pyarrow.py"),
}
"""What is run: the package it needs, and a command of policydoc or a recipe."""


class Cost(NamedTuple):
    """What a run took."""

    wall: float
    cpu: float


class Meter(Thread):
    """计时: adds up the CPU time of every descendant of this process, those too that lose their parent (Linux)."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.over = Event()
        self._seen: dict[tuple[int, str], float] = {}

    def run(self) -> None:
        """Look four times a second: who is gone keeps what it had."""
        while not self.over.wait(0.25):
            self.look()

    def look(self) -> int:
        """Note the CPU time of the descendants; how many there are."""
        stats = {}
        for path in glob("/proc/[0-9]*/stat"):
            with suppress(OSError):
                number, _, rest = Path(path).read_text(errors="replace").partition(" (")
                stats[int(number)] = rest.rpartition(") ")[2].split()
        ours = {os.getpid()}
        while more := {number for number, stat in stats.items() if int(stat[1]) in ours and number not in ours}:
            ours |= more
        ours.discard(os.getpid())
        for number in ours:
            stat = stats[number]
            self._seen[number, stat[19]] = (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
        return sum(stats[number][0] != "Z" for number in ours)

    @property
    def seconds(self) -> float:
        """All that was noted."""
        return sum(self._seen.values())


def adopt() -> None:
    """Become the parent of every descendant that loses its own (Linux): the daemons of Ray do."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


def run(command: list[str], folder: Path, log: Path) -> Cost:
    """Run a command to its end, and wait for what it leaves behind."""
    paths = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    more = {"PYTHONPATH": paths, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "RAY_AUTH_MODE": "disabled"}
    more["PYSPARK_SUBMIT_ARGS"] = "--master local[2] --conf spark.ui.enabled=false pyspark-shell"
    meter, start = Meter(), monotonic()
    meter.start()
    with log.open("w") as told:
        done = subprocess.run(command, cwd=folder, env=os.environ | more, stdout=told, stderr=subprocess.STDOUT, check=False)
    wall = monotonic() - start
    if done.returncode not in (0, 4):
        raise SystemExit(f"{' '.join(command)}: exit code {done.returncode}\n{log.read_text()[-3000:]}")
    for _ in range(40):  # daemons that are on their way out
        if not meter.look():
            break
        sleep(0.25)
    meter.over.set()
    meter.join()
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    return Cost(wall, meter.seconds)


def tables(out: Path, by_policydoc: bool) -> dict[str, Any]:
    """The tables that a run wrote."""
    from pyarrow import dataset

    from policydoc.archive.arrow import plans_schema, unnested
    from policydoc.archive.reader import read_archive

    if by_policydoc:
        return dict(read_archive(out))
    return unnested(dataset.dataset(out, format="parquet", schema=plans_schema()).to_table())


def digests(found: dict[str, Any]) -> dict[str, str]:
    """The digest of each table, rows sorted by file and their order in it, byte for byte."""
    import pyarrow as pa

    told = {}
    for name, table in found.items():
        rows = table.append_column("rank", pa.array(range(table.num_rows))).sort_by([("name", "ascending"), ("rank", "ascending")])
        sink = hashlib.sha256()
        for row in rows.drop_columns(["rank"]).to_pylist():
            sink.update(repr(list(row.values())).encode())
        told[name] = sink.hexdigest()
    return told


def installed(package: str) -> str | None:
    """The version of a package, where it is there."""
    try:
        return version(package) if find_spec(package) else None
    except PackageNotFoundError:
        return None


def measured(work: Path, count: int) -> list[str]:
    """The lines of the result."""
    from notices import write_notices

    few, many = work / "few", work / "many"
    for folder, number in ((few, FEW), (many, count)):
        write_notices(folder, number)
        (folder / "empty.txt").write_bytes(b"")
        (folder / "word.txt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        subprocess.run([sys.executable, RECIPES / "pack.py", folder, f"{folder}.parquet"], check=True)
    lines = ["| engine | version | start, CPU s | all, CPU s | all, wall s | CPU ms a notice | tables |", "|---|---|--:|--:|--:|--:|---|"]
    expected: dict[str, str] = {}
    for name, (package, command, recipe) in ENGINES.items():
        found = installed(package)
        if found is None or (package == "pyspark" and shutil.which("java") is None):
            lines.append(f"| {name} | not installed | | | | | |")
            print(lines[-1], flush=True)
            continue
        costs = []
        for folder in (few, many):
            out = work / f"out-{package}-{recipe or command[3]}-{folder.name}".replace("/", "_")
            given = [*command, str(out)] if recipe is None else [str(RECIPES / recipe), f"{folder}.parquet", str(out)]
            costs.append(run([sys.executable, *given], folder, work / "log"))
        told = digests(tables(out, recipe is None))
        expected = expected or told
        different = [table for table in told if told[table] != expected[table]]
        rows = "differ: " + ", ".join(different) if different else "the same"
        start, whole = costs
        each = (whole.cpu - start.cpu) / (count - FEW) * 1000
        lines.append(f"| {name} | {package} {found} | {start.cpu:.1f} | {whole.cpu:.1f} | {whole.wall:.0f} | {each:.1f} | {rows} |")
        print(lines[-1], flush=True)
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000, help="notices that are made (default: 2000)")
    parser.add_argument("--write", action="store_true", help="put the result into docs/batch.md")
    arguments = parser.parse_args()
    adopt()
    with tempfile.TemporaryDirectory(prefix="policydoc-engines-") as work:
        lines = measured(Path(work), arguments.files)
    lines.append(
        f"\n{arguments.files} notices of `benchmarks/notices.py` and two files that are none, Python {platform.python_version()}, {os.cpu_count()} cores."
    )
    if arguments.write:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(RESULT.sub(lambda found: found[1] + "\n".join(lines) + "\n" + found[2], page), encoding="utf-8")
    return int(any("| differ" in line for line in lines))


if __name__ == "__main__":
    sys.exit(main())
