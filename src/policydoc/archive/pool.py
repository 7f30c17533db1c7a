"""工队: workers that are watched. One that dies is replaced, its shard goes on where it stood, and the file that kills is found.

A worker says which file it is at, so that its death points at one. The one that takes over begins with that file, in a fresh
process: a file on which `TRIES` workers have died is recorded as what kills, and the shard goes on behind it. Deaths
while the outputs are written point at no file: the shard is halved until one file is left.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import wait
from time import monotonic
from typing import TYPE_CHECKING, Final

from policydoc.archive.budget import WALL, death, ran_out_of_time, was_killed
from policydoc.archive.shard import WRITING
from policydoc.archive.task import Outcome, Task
from policydoc.archive.worker import BROKEN, DONE, ENDING, NOWHERE, READY, UNWRITTEN, work
from policydoc.errors import ArchiveError, PolicydocError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnContext, SpawnProcess

    from policydoc.archive.columns import Status

TRIES: Final = 3
KILLED_TRIES: Final = 6
"""The same of workers that were killed from outside (SIGKILL), as a system that is short of memory does, or an impatient person."""
STARTS: Final = 12
"""Workers in a row that may die before they have read anything."""
TICK: Final = 0.5
"""Seconds between two looks at the workers."""
PATIENCE: Final = 120.0
"""Seconds by the clock that a worker may take to begin."""
Split = Callable[[Task], tuple[Task, Task]]


class _Seat:
    """A worker, what it does and since when."""

    def __init__(self, context: SpawnContext) -> None:
        self.orders, theirs = context.Pipe()
        their_line, self.lifeline = context.Pipe(duplex=False)
        self._place = context.RawArray("q", [NOWHERE])
        self.process: SpawnProcess = context.Process(target=work, args=(theirs, their_line, self._place), daemon=True)
        self.process.start()
        theirs.close()
        their_line.close()
        self.task: Task | None = None
        self.seen: int | None = None
        self.ready = False
        self.since = monotonic()
        self.late = False

    @property
    def at(self) -> int | None:
        """Number of the file that it is at, or `WRITING`; None where it has not begun."""
        return None if self._place[0] == NOWHERE else self._place[0]

    def give(self, task: Task) -> None:
        """Let it read a shard."""
        self.task, self.seen, self.since = task, None, monotonic()
        self._place[0] = NOWHERE
        with suppress(OSError):  # it died: its end is heard of next
            self.orders.send(task)

    def close(self) -> None:
        """End the process, now."""
        with suppress(OSError):
            self.process.kill()
        self.process.join()
        self.process.close()
        self.orders.close()
        self.lifeline.close()


class Pool:
    """工队: `run` gives (task, outcomes) as shards become done; whatever ends it early ends the workers."""

    def __init__(self, jobs: int, split: Split | None = None, progress: Callable[[int], None] = lambda _: None) -> None:
        self._jobs = max(1, jobs)
        self._split = split
        self._progress = progress
        self._context = multiprocessing.get_context("spawn")
        self._seats: list[_Seat] = []
        self._waiting: deque[Task] = deque()
        self._deaths: Counter[tuple[int, int]] = Counter()
        self._starts = 0
        self.replaced = 0
        """Workers that died and were replaced."""

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, list[Outcome]]]:
        """Read the tasks; no more of them are made than can be read next."""
        coming = iter(tasks)
        try:
            while True:
                while len(self._waiting) < self._jobs and (task := next(coming, None)) is not None:
                    self._waiting.append(task)
                busy = sum(seat.task is not None for seat in self._seats)
                if not self._waiting and not busy:
                    return
                while len(self._seats) < min(self._jobs, len(self._waiting) + busy):
                    self._seats.append(_Seat(self._context))
                self._hand_out()
                yield from self._listen()
                self._look_around()
        finally:
            for seat in self._seats:
                seat.close()
            self._seats.clear()

    @property
    def under_way(self) -> int:
        """Files of unfinished shards that have been read."""
        return sum(max(0, seat.at or 0) for seat in self._seats if seat.task is not None)

    def _hand_out(self) -> None:
        for seat in self._seats:
            if seat.ready and seat.task is None and self._waiting:
                seat.give(self._waiting.popleft())

    def _listen(self) -> Iterator[tuple[Task, list[Outcome]]]:
        ends: dict[object, _Seat] = {seat.orders: seat for seat in self._seats}
        for orders in wait([seat.orders for seat in self._seats], timeout=TICK):
            seat = ends[orders]
            try:
                done = self._heard(seat, *seat.orders.recv())
            except (EOFError, OSError):
                self._bury(seat)
            else:
                if done is not None:
                    yield done

    def _heard(self, seat: _Seat, word: str, told: object) -> tuple[Task, list[Outcome]] | None:
        seat.since = monotonic()
        if word == READY:
            seat.ready = True
        elif word == DONE and isinstance(told, list) and seat.task is not None:
            task, seat.task, self._starts = seat.task, None, 0
            return task, told
        elif word == UNWRITTEN:
            raise ArchiveError(f"{told}: what is done is kept; make room or mend the folder, then give the same command again")
        elif word == BROKEN:
            raise PolicydocError(str(told))
        return None

    def _look_around(self) -> None:
        """Tell how far the workers are, and end those that have been at one file for too long."""
        self._progress(self.under_way)
        for seat in self._seats:
            if seat.at != seat.seen:
                seat.seen, seat.since = seat.at, monotonic()
            if seat.task is None and seat.ready:
                continue
            allowed = seat.task.seconds * WALL if seat.task is not None and seat.at not in (None, WRITING) else max(PATIENCE, ENDING * WALL)
            if monotonic() - seat.since > allowed:
                seat.late = True
                seat.process.kill()

    def _bury(self, seat: _Seat) -> None:
        """A worker is dead: say what that means for its shard, and put another in its place."""
        seat.process.join(5)
        task, at, code = seat.task, seat.at, seat.process.exitcode
        timed_out = seat.late or ran_out_of_time(code)
        seat.close()
        self._seats.remove(seat)
        self.replaced += 1
        if task is None or at is None:
            self._starts += 1
            if self._starts >= STARTS:
                raise PolicydocError(f"{STARTS} workers in a row died before they had read anything ({death(code)})")
            if task is not None:
                self._waiting.appendleft(task)
            return
        self._starts = 0
        self._deaths[task.shard, at] += 1
        tries = self._deaths[task.shard, at]
        if at == WRITING:
            self._waiting.extendleft(reversed(self._after_writing(task, tries, death(code))))
        elif timed_out:
            how = f"more than {task.seconds:g} s of CPU time" if not seat.late else f"more than {task.seconds * WALL:g} s by the clock"
            self._waiting.appendleft(judged(task, at, "time", how))
        elif tries >= (KILLED_TRIES if was_killed(code) else TRIES):
            self._waiting.appendleft(judged(task, at, "crash", f"{tries} workers died reading it ({death(code)})"))
        else:
            self._waiting.appendleft(task)

    def _after_writing(self, task: Task, tries: int, how: str) -> tuple[Task, ...]:
        if tries < TRIES:
            return (task,)
        if len(task.entries) > 1:
            if self._split is None:
                raise PolicydocError(f"{tries} workers died writing shard {task.shard} ({how})")
            return self._split(task)
        return (judged(task, 0, "crash", f"{tries} workers died writing its rows ({how})"),)


def judged(task: Task, number: int, status: Status, error: str) -> Task:
    """The task with a verdict on one of its files."""
    entries = list(task.entries)
    entries[number] = entries[number]._replace(verdict=(status, error))
    return task._replace(entries=tuple(entries))
