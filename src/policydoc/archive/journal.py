"""日志: what has been read of a shard that is not done, so that a worker that takes over goes on where another died.

Two lines for a file: its path, digest and outcome, then its plan or an empty line. A half-written end is cut off.
"""

from __future__ import annotations

import json
import os
from typing import Any

from policydoc.archive.task import Entry, Outcome


class Journal:
    """Records are taken back in the order in which they were added; the first one that does not fit ends that."""

    def __init__(self, path: str, version: str) -> None:
        self._version = version
        self._file = open(path, "a+b")  # noqa: SIM115  # closed by close()
        self._file.seek(0)
        self._reading = True

    def take(self, entry: Entry) -> tuple[Outcome, bytes] | None:
        """The outcome and plan of a file, where this is what the journal tells next."""
        if not self._reading:
            return None
        start = self._file.tell()
        head, plan = self._file.readline(), self._file.readline()
        if plan.endswith(b"\n"):
            known: list[Any] = json.loads(head)
            if known[:3] == [self._version, entry.name, entry.digest]:
                return Outcome(entry.path, *known[3:])._replace(codes=tuple(known[-1])), plan.strip()
        self._file.seek(start)
        self._file.truncate()
        self._reading = False
        return None

    def add(self, entry: Entry, outcome: Outcome, plan: bytes) -> None:
        """Write down what became of a file. It reaches the system at once, the disk when that likes."""
        head = json.dumps([self._version, entry.name, entry.digest, *outcome[1:]])
        self._file.write(head.encode() + b"\n" + plan + b"\n")
        self._file.flush()

    def close(self, *, remove: bool = False) -> None:
        """Let go of the file, and of what it tells when the shard is done."""
        self._file.close()
        if remove:
            os.unlink(self._file.name)
