"""工人: a process that reads one shard after another and says which file it is at, until nobody wants more of it."""

from __future__ import annotations

import gc
import os
import signal
import sqlite3
import threading
from typing import TYPE_CHECKING

from policydoc.archive.budget import limit_memory, limit_time
from policydoc.archive.shard import WRITING, read_shard
from policydoc.archive.task import Task

if TYPE_CHECKING:
    from ctypes import Array, c_longlong
    from multiprocessing.connection import Connection

    Place = Array[c_longlong]

ENDING = 60.0
"""CPU seconds that finishing the outputs of a shard may take."""

READY, DONE, UNWRITTEN, BROKEN = "ready", "done", "unwritten", "broken"
"""What a worker says: it can begin; a shard's outcomes; its outputs cannot be written; a fault of ours."""
NOWHERE = -2
"""What stands in the place of the file that a worker is at, before it is at one."""


def work(orders: Connection, lifeline: Connection, place: Place) -> None:
    """Read shards until the other end is closed. When whoever started it is gone, it ends at once, in the middle of anything.

    `place` is memory that both share: which file it is at, for whoever has to know when it dies.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who pressed the key decides in the main process
    threading.Thread(target=_watch, args=(lifeline,), daemon=True).start()
    _warm()
    orders.send((READY, None))
    limited = False
    while True:
        try:
            task: Task = orders.recv()
        except (EOFError, OSError):
            return
        if not limited:
            limit_memory(task.megabytes)
            limited = True
        orders.send(_done(task, place))


def _done(task: Task, place: Place) -> tuple[str, object]:
    def tell(number: int) -> None:
        limit_time(ENDING if number == WRITING else task.seconds)
        place[0] = number

    limit_time(ENDING)
    try:
        return DONE, read_shard(task, tell)
    except (OSError, sqlite3.Error) as error:
        return UNWRITTEN, f"{getattr(error, 'filename', None) or task.out}: {getattr(error, 'strerror', None) or error}"
    except MemoryError:
        os._exit(75)  # what was left may not be enough to go on with
    except Exception as error:  # told, so that it ends the run with words
        import traceback

        return BROKEN, f"{type(error).__name__}: {error}\n{traceback.format_exc()}"


def _watch(lifeline: Connection) -> None:
    """Wait for the end of the process that holds the other end."""
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        os._exit(0)


def _warm() -> None:
    """Load what every notice needs before the first one is timed, and keep the collector of garbage from it and from every tenth of a notice.

    A plan is a tree without circles: the collector finds next to nothing, and looking often costs a tenth of a parse.
    """
    from policydoc.parser import parse

    parse("云泽市2024年便民服务实施方案\n一、驿站建设。新建便民驿站8个。\n二、公厕改造。改造公厕12座。")
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
