"""份: the unit of work: some files that are read together and whose outputs stand or fall together."""

from __future__ import annotations

from typing import Final, NamedTuple

from policydoc.archive.columns import Status
from policydoc.archive.settings import Format, YearFrom

PLANS: Final = "plans"
PARQUET: Final = "parquet"
DATABASE: Final = "archive.sqlite"
WORK: Final = ".work"


class Entry(NamedTuple):
    """A file as it is known before it is read."""

    path: str
    name: str
    digest: str | None
    size: int | None
    verdict: tuple[Status, str] | None = None
    """What is known to become of it, so that it is not tried (again)."""
    kept: bool = False
    """It was not named this time: its plan stays as it is, whatever version read it."""
    stale: bool = True
    """It is to be read, rather than taken over with the shard that it stands in."""


class Task(NamedTuple):
    """One shard to be read. It holds all that a process needs, wherever it runs."""

    shard: int
    entries: tuple[Entry, ...]
    out: str
    formats: tuple[Format, ...]
    version: str
    """Of parser and rules: a plan of another version is not taken over."""
    year_from: YearFrom = "title"
    donors: tuple[int, ...] = ()
    """Shards whose plans may be taken over where the digest is the same."""
    seconds: float = 60.0
    megabytes: int = 2048


class Outcome(NamedTuple):
    """What became of a file."""

    path: str
    status: Status
    error: str | None
    digest: str | None
    size: int | None
    seconds: float
    year: int | None = None
    issuer: str | None = None
    tasks: int = 0
    targets: int = 0
    goals: int = 0
    codes: tuple[str, ...] = ()
    """Codes of its diagnostics, each as often as it stands there."""


def plans_path(out: str, shard: int) -> str:
    """The plans of a shard.

    >>> plans_path("out", 7)
    'out/plans/part-00007.jsonl'
    """
    return f"{out}/{PLANS}/part-{shard:05}.jsonl"


def parquet_path(out: str, table: str, shard: int) -> str:
    """One table of a shard."""
    return f"{out}/{PARQUET}/{table}/part-{shard:05}.parquet"


def piece_path(out: str, shard: int) -> str:
    """The rows of a shard on their way into the database."""
    return f"{out}/{WORK}/part-{shard:05}.sqlite"


def journal_path(out: str, shard: int) -> str:
    """What has been read of a shard that is not done."""
    return f"{out}/{WORK}/part-{shard:05}.journal"
