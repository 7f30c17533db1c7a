"""处所: the folder of an archive: made, checked, locked against a second run, and cleared of what a killed run left."""

from __future__ import annotations

import os
import shutil
from glob import escape, glob
from pathlib import Path
from typing import IO, TYPE_CHECKING

from policydoc.archive.columns import TABLES
from policydoc.archive.manifest import FILE
from policydoc.archive.task import DATABASE, PARQUET, PLANS, WORK
from policydoc.errors import ArchiveError

if TYPE_CHECKING:
    from policydoc.archive.settings import Settings

REPORTS = ("report.json", "report.txt")


class Premises:
    """The folder, ours until `leave`."""

    def __init__(self, settings: Settings) -> None:
        self.out = settings.out
        check(self.out, settings.resume)
        for folder in (PLANS, WORK, *(f"{PARQUET}/{table}" for table in TABLES if "parquet" in settings.formats)):
            os.makedirs(f"{self.out}/{folder}", exist_ok=True)
        self._lock = _locked(f"{self.out}/{WORK}/lock", self.out)
        if settings.resume is False:
            clear(self.out)
        self._sweep()

    def finish(self) -> None:
        """Take away what only the work needed, and what workers that died had begun to write."""
        self._sweep()
        for path in glob(f"{escape(self.out)}/{WORK}/part-*"):
            os.unlink(path)

    def _sweep(self) -> None:
        for place in ("", PLANS, WORK, f"{PARQUET}/*"):
            for path in glob(f"{escape(self.out)}/{place}/*.tmp"):
                os.unlink(path)

    def leave(self) -> None:
        """Let another run in."""
        self._lock.close()


def check(out: str, resume: bool | None) -> None:
    """Whether a run may write there; if not, what to do."""
    if not os.path.lexists(out):
        if resume:
            raise ArchiveError(f"{out}: nothing to go on with; leave --resume out, or check the folder")
        return
    if not os.path.isdir(out):
        raise ArchiveError(f"{out}: no folder; name a folder with -o")
    inside = os.listdir(out)
    if inside and FILE not in inside and set(inside) - {WORK, PLANS, PARQUET}:
        raise ArchiveError(f"{out}: a folder with other things in it; name a new or empty folder with -o")
    if resume and FILE not in inside:
        raise ArchiveError(f"{out}: no archive to go on with; leave --resume out, or check the folder")


def clear(out: str) -> None:
    """Take away an earlier archive: what policydoc wrote, and nothing else."""
    for name in (FILE, f"{FILE}-journal", DATABASE, f"{DATABASE}-journal", *REPORTS):
        Path(out, name).unlink(missing_ok=True)
    for path in glob(f"{escape(out)}/{PLANS}/part-*") + glob(f"{escape(out)}/{WORK}/part-*"):
        os.unlink(path)
    for table in TABLES:
        shutil.rmtree(f"{out}/{PARQUET}/{table}", ignore_errors=True)


def _locked(path: str, out: str) -> IO[bytes]:
    """A lock that the system lets go of when this process ends, however it ends."""
    file = open(path, "ab")  # noqa: SIM115  # held open
    try:
        import fcntl
    except ImportError:
        return file
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise ArchiveError(f"{out}: another run is writing there; wait for it, or name another folder with -o") from None
    return file
