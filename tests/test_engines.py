"""The Ray engine without Ray: what a station does with a shard, and what the pool does with stations."""

from __future__ import annotations

import pickle
import sys
from types import SimpleNamespace

import pytest

from conftest import LETTER
from policydoc.archive import engines
from policydoc.archive.engines import RayPool, Station
from policydoc.archive.task import Entry, Task, plans_path
from policydoc.errors import ArchiveError, PolicydocError


@pytest.fixture
def tasks(tmp_path, monkeypatch):
    """Three shards of two files each, named from the working folder."""
    monkeypatch.chdir(tmp_path)
    for folder in ("out/plans", "out/.work", "in"):
        (tmp_path / folder).mkdir(parents=True)
    found = []
    for shard in range(1, 4):
        names = [f"in/{shard}-{number}.txt" for number in range(2)]
        for name in names:
            (tmp_path / name).write_text(LETTER.replace("驿站8个", f"驿站{shard}个"), encoding="utf-8")
        found.append(Task(shard, tuple(Entry(name, name, None, None) for name in names), "out", ("jsonl",), "1"))
    return found


class Rows(list):
    """A data set of Ray that is worked on here, one row after another."""

    def map(self, station, fn_constructor_args, **_):
        """The rows as one station makes them, through what a network would carry."""
        self.station = station(*fn_constructor_args)
        return Rows(pickle.loads(pickle.dumps(self.station(row))) for row in self)

    def iter_rows(self):
        """The rows."""
        return iter(self)


@pytest.fixture
def waves(monkeypatch):
    """A cluster of one processor; how many shards each wave had."""
    sizes = []

    def from_items(items, override_num_blocks):
        sizes.append(override_num_blocks)
        return Rows(items)

    module = SimpleNamespace(
        is_initialized=lambda: True, cluster_resources=lambda: {"CPU": 1.0}, data=SimpleNamespace(from_items=from_items)
    )
    monkeypatch.setattr(engines, "ray", lambda: module)
    return sizes


def test_shards(tasks, waves):
    """Every shard is read; its plans stand where the local pool puts them."""
    done = list(RayPool(1).run(tasks))

    assert [task for task, _ in done] == tasks
    assert [[outcome.status for outcome in outcomes] for _, outcomes in done] == [["read", "read"]] * 3
    for task in tasks:
        with open(plans_path("out", task.shard), "rb") as plans:
            assert len(plans.readlines()) == 2


def test_waves(tasks, waves, monkeypatch):
    """No more shards are made than are given at a time."""
    monkeypatch.setattr(engines, "SHARDS_EACH", 2)

    assert len(list(RayPool(1).run(iter(tasks)))) == 3
    assert waves == [2, 1]


def test_a_worker_stays(tasks):
    """A station keeps its process from shard to shard."""
    station, seats = Station("."), []
    for task in tasks:
        told = station({"task": pickle.dumps(task)})
        seats += station._pool._seats

        assert pickle.loads(told["done"])[0] == task
        assert told["replaced"] == 0
    station._reading.close()

    assert seats == [seats[0]] * 3


def test_a_problem_comes_home(tasks, waves):
    """What keeps outputs from being written is raised where the run is; a station goes on with the next shard."""
    broken = tasks[0]._replace(out="nowhere")
    station = Station(".")

    assert isinstance(pickle.loads(station({"task": pickle.dumps(broken)})["done"])[1], ArchiveError)
    assert len(pickle.loads(station({"task": pickle.dumps(tasks[1])})["done"])[1]) == 2
    station._reading.close()
    with pytest.raises(ArchiveError, match="what is done is kept"):
        list(RayPool(1).run([broken]))


def test_shards_are_halved(tasks, waves, monkeypatch):
    """A shard whose workers died while they wrote is given again in two."""

    def read(self, task):
        if len(task.entries) > 1:
            raise PolicydocError("3 workers died writing shard")
        return task, [f"outcome of {task.entries[0].name}"]

    def split(task):
        first, second = task.entries
        return task._replace(entries=(first,)), task._replace(shard=9, entries=(second,))

    monkeypatch.setattr(Station, "_read", read)

    assert [told for _, told in RayPool(1, split).run(tasks[:1])] == [["outcome of in/1-0.txt"], ["outcome of in/1-1.txt"]]
    assert waves == [1, 2]
    with pytest.raises(PolicydocError, match="3 workers died"):
        list(RayPool(1).run(tasks[:1]))


def test_without_ray(monkeypatch):
    """Where Ray is not installed, one line says how to install it."""
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(PolicydocError, match=r"pip install 'policydoc\[ray\]'"):
        next(RayPool(1).run([]), None)
