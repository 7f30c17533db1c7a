"""阅览室: a process of its own that reads each file of a folder in a child, with little memory and time, and tells what it cost.

`python reading_room.py FOLDER` prints a line of JSON for each file: name, outcome, words, CPU seconds, megabytes at the most.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

SECONDS = 20
"""CPU time that a file may take before it is ended."""
ADDRESS_SPACE = 1 << 30
"""Bytes of address space of the reader, far more than it is to use: what asks for more fails."""


def read(path: Path) -> dict[str, str]:
    """What becomes of a file."""
    from policydoc import SourceError, parse

    try:
        plan = parse(path)
    except SourceError as error:
        return {"outcome": "refused", "words": str(error)}
    except BaseException as error:
        return {"outcome": "fault", "words": f"{type(error).__name__}: {error}"[:300]}
    return {"outcome": "read", "words": f"{plan.blocks[-1].span[1] if plan.blocks else 0} characters"}


def watched(path: Path) -> dict[str, object]:
    """The same in a child, with what it cost."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        os.write(theirs, json.dumps(read(path)).encode())
        os._exit(0)
    os.close(theirs)
    with open(ours, "rb") as told:
        answer = json.loads(told.read() or "null")
    _, status, used = os.wait4(child, 0)
    found = answer or {"outcome": "died", "words": f"wait status {status}"}
    return {"name": path.name, **found, "seconds": round(used.ru_utime + used.ru_stime, 2), "megabytes": round(used.ru_maxrss / 1024)}


if __name__ == "__main__":
    read(Path(__file__))  # what every file needs is loaded once, before any is measured
    for path in sorted(Path(sys.argv[1]).iterdir()):
        sys.stdout.write(json.dumps(watched(path), ensure_ascii=False) + "\n")
        sys.stdout.flush()
