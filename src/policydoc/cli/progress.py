"""进度: how a long run gets on: one line that is kept up to date on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from collections import deque
from time import monotonic

from policydoc.cli.output import say
from policydoc.cli.terminal import columns, cut

TICK = 0.2
"""Seconds between two looks of a terminal's line."""
QUIET_TICK = 30.0
"""Seconds between two lines elsewhere."""
WINDOW = 60.0
"""Seconds whose rate is shown."""


class Progress:
    """进度: told by the run, shown on standard error."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._live = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self._total = 0
        self._last = 0.0 if self._live else monotonic()
        self._marks: deque[tuple[float, int]] = deque()
        self._shown = False

    def found(self, files: int) -> None:
        """So many files have been found so far."""
        self._tell(f"looking for files: {files:,}")

    def begun(self, total: int, done: int) -> None:
        """So many files are named, of which so many are done already."""
        self._total = total
        self._marks.append((monotonic(), done))
        self._last = 0.0 if self._live else monotonic()
        if not self._quiet and not self._live:
            say(f"policydoc: {total:,} files, {total - done:,} to read" if done else f"policydoc: {total:,} files to read")

    def at(self, files: int, failed: int) -> None:
        """So many are read, so many of these not."""
        now = monotonic()
        if self._last and now - self._last < (TICK if self._live else QUIET_TICK):
            return
        self._marks.append((now, files))
        while len(self._marks) > 2 and now - self._marks[0][0] > WINDOW:
            self._marks.popleft()
        self._tell(line(files, self._total, failed, *self._pace()))

    def close(self) -> None:
        """Leave the terminal's line clean."""
        if self._shown and sys.stderr is not None:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
        self._shown = False

    def _pace(self) -> tuple[float, float]:
        (first, before), (last, after) = self._marks[0], self._marks[-1]
        return after - before, last - first

    def _tell(self, words: str) -> None:
        now = monotonic()
        if self._quiet or (self._last and now - self._last < (TICK if self._live else QUIET_TICK)):
            return
        self._last = now
        if not self._live:
            say(f"policydoc: {words}")
        elif sys.stderr is not None:
            sys.stderr.write("\r" + cut(words, columns() - 1) + "\x1b[K")
            sys.stderr.flush()
            self._shown = True


def line(files: int, total: int, failed: int, read: float, seconds: float) -> str:
    """The line: how many of how many, the rate, the time that is left, what failed.

    >>> line(1200, 20000, 3, 600, 4.0)
    '1,200 of 20,000 files (6 %), 150/s, 2 min left, 3 not read'
    """
    rate = read / seconds if seconds > 0 else 0.0
    pace = f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s"
    parts = [f"{files:,} of {total:,} files ({100 * files // max(1, total)} %)"]
    if rate:
        parts += [pace, f"{span((total - files) / rate)} left"]
    if failed:
        parts.append(f"{failed:,} not read")
    return ", ".join(parts)


def span(seconds: float) -> str:
    """A time in the two units that matter.

    >>> span(12.4), span(126), span(7300)
    ('12 s', '2 min', '2 h 01 min')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = int(seconds // 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"
