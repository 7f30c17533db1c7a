"""Stands on PYTHONPATH of a run under test: notices with a certain word do to their reader what bad files do."""

from __future__ import annotations

import os
import signal
import time

import policydoc.archive.sinks as sinks
import policydoc.parser as rooms

reads = rooms.parse


def parse(notice, *, name=None):
    """Crash, hang, sleep or grow on the word for it."""
    content = notice if isinstance(notice, bytes) else b""
    if b"!CRASH!" in content:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"!LEAVE!" in content:
        os._exit(0)
    if b"!FAULT!" in content:
        raise ZeroDivisionError("a fault of the parser")
    while b"!HANG!" in content:
        pass
    if b"!SLEEP!" in content:
        time.sleep(600)
    grown = []
    while b"!GROW!" in content:
        grown.append(bytearray(16 << 20 + len(grown)))  # doubled, so that the limit is met before the time is up
    return reads(notice, name=name)


rooms.parse = parse


def closing(self):
    """Crash where the plans of a shard hold the word for it."""
    self._file.flush()
    with open(self._written, "rb") as file:
        if b"!WRITE!" in file.read():
            os.kill(os.getpid(), signal.SIGSEGV)
    return closes(self)


closes = sinks.PlansSink.close
sinks.PlansSink.close = closing
