"""档案员: small archives of notices, runs over them as processes of their own, and what their tables say, sorted."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from policydoc.archive.columns import TABLES

FAULTS = ROOT / "tests" / "faults"


def notice(number: int, more: str = "") -> str:
    """A small notice, unlike every other one."""
    return (
        f"云泽市人民政府办公室关于印发便民服务实施方案的通知\n云政办发〔20{10 + number % 15}〕{number}号\n\n"
        f"一、驿站建设。新建便民驿站{number}个，20{10 + number % 15}年9月底前完成。责任单位：市城管局、市财政局\n"
        f"二、公厕改造。改造公厕{number + 3}座，做到应保尽保。{more}\n"
    )


def little_archive(folder: Path, count: int) -> Path:
    """A folder of small notices in folders by year."""
    for number in range(1, count + 1):
        path = folder / str(2010 + number % 5) / f"{number:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(notice(number), encoding="utf-8")
    return folder


def command(*arguments: object) -> list[str]:
    """`policydoc batch` with its arguments."""
    return [sys.executable, "-m", "policydoc", "batch", *map(str, arguments)]


def environment(*, faults: bool = False) -> dict[str, str]:
    """That of the tests, with the tree's own package and, where asked for, faults."""
    paths = [str(ROOT / "src"), *([str(FAULTS)] if faults else [])]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths)}


def batch(*arguments: object, faults: bool = False, **options: object) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, env=environment(faults=faults), timeout=240, check=False, **options
    )


def database(out: Path) -> dict[str, list[tuple[object, ...]]]:
    """Table → its rows in the database, sorted."""
    with sqlite3.connect(out / "archive.sqlite") as db:
        found = {table: sorted(db.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr) for table in TABLES}
    db.close()
    return found


def parquet(out: Path) -> dict[str, list[dict[str, object]]]:
    """Table → its rows in the Parquet files, sorted."""
    import pyarrow.parquet as pq

    files = {table: sorted((out / "parquet" / table).glob("*.parquet")) for table in TABLES}
    return {table: sorted((row for path in files[table] for row in pq.read_table(path).to_pylist()), key=repr) for table in TABLES}


def plans(out: Path) -> list[bytes]:
    """The lines of all plans, sorted."""
    return sorted(line for path in (out / "plans").glob("*.jsonl") for line in path.read_bytes().splitlines())


def statuses(out: Path) -> dict[str, str]:
    """File name without folders → its status."""
    return {str(row[0]).rpartition("/")[2]: str(row[1]) for row in database(out)["documents"]}


def report(out: Path) -> dict[str, object]:
    """The report of the last run."""
    return json.loads((out / "report.json").read_text(encoding="utf-8"))


def left_over(out: Path) -> list[str]:
    """What a finished run should have taken away."""
    return [
        path.name for path in out.rglob("*") if path.suffix in (".tmp", ".journal") or (path.parent.name == ".work" and path.name != "lock")
    ]
