"""引擎: an archive read by a Ray cluster. Needs ray (`pip install policydoc[ray]`), which is loaded when it is first used.

Shards, manifest and outputs are those of the local run; only the place where a shard is read differs. The folders that are
read and written must have the same names on every node (one disk that all of them share).
"""

from __future__ import annotations

import logging
import os
import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from policydoc.archive.pool import Pool
from policydoc.archive.task import Outcome, Task
from policydoc.errors import ArchiveError, PolicydocError

if TYPE_CHECKING:
    from policydoc.archive.pool import Split

SHARDS_EACH: Final = 16
"""Shards that one station is given at a time: what waits is neither made nor kept."""

Done = tuple[Task, list[Outcome]]


def ray() -> Any:
    """The module `ray`, or one line that says how to install it."""
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise PolicydocError("the engine ray needs Ray: pip install 'policydoc[ray]'") from error
    return ray


class Station:
    """站: one seat of a cluster. It reads shards in a process of its own, which is watched there as in the local pool.

    What a file does to its reader (a crash, a hang, a hunger for memory) is found out here and never reaches Ray; what happens
    to the station itself (its machine is gone) is Ray's to mend: it starts another one and gives it the shard again.
    """

    def __init__(self, folder: str) -> None:
        os.chdir(folder)  # where paths that are not absolute begin
        self._given: deque[Task] = deque()
        self._pool = Pool(1)
        self._reading: Iterator[Done] | None = None

    def __call__(self, row: dict[str, bytes]) -> dict[str, bytes | int]:
        """One shard: its outcomes, or what kept it from being done."""
        task: Task = pickle.loads(row["task"])
        before = self._pool.replaced
        done: Done | tuple[Task, PolicydocError]
        try:
            done = self._read(task)
        except PolicydocError as error:
            self._reading = None
            done = task, error
        return {"done": pickle.dumps(done), "replaced": self._pool.replaced - before}

    def _read(self, task: Task) -> Done:
        self._given.append(task)
        if self._reading is None:
            self._reading = self._pool.run(self._coming())
        return next(self._reading)

    def _coming(self) -> Iterator[Any]:
        """What the pool is to read next: the shard that was given, then nothing for now, so that its worker stays."""
        while True:
            yield self._given.popleft() if self._given else None


class RayPool:
    """Ray队: as many stations as the cluster has processors (`jobs` where it is begun here); `run` is that of the local pool."""

    def __init__(self, jobs: int, split: Split | None = None) -> None:
        self._jobs = jobs
        self._split = split
        self.replaced = 0
        """Workers that died and were replaced, in all stations."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Read the tasks; (task, outcomes) as shards become done, in any order."""
        module = ray()
        mine = not module.is_initialized()
        if mine:
            _begin(module, self._jobs)
        try:
            stations = max(1, int(module.cluster_resources().get("CPU", 1)))
            coming = iter(tasks)
            while given := list(islice(coming, stations * SHARDS_EACH)):
                yield from self._wave(module, given, min(stations, len(given)))
        finally:
            if mine:
                module.shutdown()

    def _wave(self, module: Any, tasks: list[Task], stations: int) -> Iterator[Done]:
        again: list[Task] = []
        given = module.data.from_items([{"task": pickle.dumps(task)} for task in tasks], override_num_blocks=len(tasks))
        for row in given.map(Station, fn_constructor_args=[os.getcwd()], concurrency=stations, num_cpus=1).iter_rows():
            task, told = pickle.loads(row["done"])
            self.replaced += row["replaced"]
            if not isinstance(told, PolicydocError):
                yield task, told
            elif isinstance(told, ArchiveError) or self._split is None or len(task.entries) < 2:
                raise told
            else:  # its workers died while they wrote: fewer files may do
                again += self._split(task)
        if again:
            yield from self._wave(module, again, min(stations, len(again)))


def _begin(module: Any, jobs: int) -> None:
    """Join the cluster that RAY_ADDRESS names, else begin one of so many processors on this machine; both with little talk."""
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # a message of its own for each station says nothing
    local = {} if os.environ.get("RAY_ADDRESS") else {"num_cpus": jobs, "include_dashboard": False}
    module.init(logging_level=logging.ERROR, log_to_driver=False, **local)
    context = module.data.DataContext.get_current()
    context.enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
