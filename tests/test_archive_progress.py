"""What a long run says while it runs."""

from __future__ import annotations

import io

import pytest

from policydoc.cli import progress
from policydoc.cli.progress import Progress


class Screen(io.StringIO):
    """A terminal, or a file."""

    def __init__(self, *, terminal):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        """Whether it is one."""
        return self.terminal


@pytest.fixture
def clock(monkeypatch):
    """A clock that is set by hand."""
    time = [100.0]
    monkeypatch.setattr(progress, "monotonic", lambda: time[0])
    return time


def run(clock, shown, step):
    """A run of a hundred files, two of them not read."""
    shown.begun(100, 20)
    for files in range(30, 101, 10):
        clock[0] += step
        shown.at(files, 2)
    shown.close()


def test_terminal(monkeypatch, clock):
    """On a terminal one line is kept up to date, fits it, and is gone at the end."""
    screen = Screen(terminal=True)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", "40")
    run(clock, Progress(), 1.0)
    lines = screen.getvalue().split("\r")

    assert lines[1] == "30 of 100 files (30 %), 10/s, 7 s left…\x1b[K"
    assert lines[-1] == "\x1b[K"
    assert "\n" not in screen.getvalue()


def test_elsewhere(monkeypatch, clock):
    """Where nobody looks a line comes at the start and every half minute."""
    screen = Screen(terminal=False)
    monkeypatch.setattr("sys.stderr", screen)
    run(clock, Progress(), 10.0)

    assert screen.getvalue().splitlines() == [
        "policydoc: 100 files, 80 to read",
        "policydoc: 50 of 100 files (50 %), 1.0/s, 50 s left, 2 not read",
        "policydoc: 80 of 100 files (80 %), 1.0/s, 20 s left, 2 not read",
    ]


def test_quiet(monkeypatch, clock):
    """`--quiet` says nothing."""
    screen = Screen(terminal=True)
    monkeypatch.setattr("sys.stderr", screen)
    run(clock, Progress(quiet=True), 10.0)

    assert screen.getvalue() == ""
