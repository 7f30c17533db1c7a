"""设置: what one run over an archive was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from policydoc.source.suffixes import ENDINGS

Format = Literal["jsonl", "parquet", "sqlite"]
YearFrom = Literal["title", "path"]
FORMATS: Final[tuple[Format, ...]] = ("jsonl", "parquet", "sqlite")

SUFFIXES: Final = tuple(f"*{ending}" for ending in ENDINGS)
"""Which files of a folder or a zip archive are read unless the run says otherwise; a file that is named itself is always read."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What to read, where to write and how much a file may cost."""

    sources: tuple[str, ...]
    out: str
    formats: tuple[Format, ...] = ("jsonl", "sqlite")
    jobs: int = 1
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    year_from: YearFrom = "title"
    """`title`: the plan's own years; `path`: the innermost folder that names one."""
    resume: bool | None = None
    """Go on with what stands in `out` (True), start anew (False), or go on where something stands (None)."""
    again: bool = False
    """Read again what failed in an earlier run."""
    fail_fast: bool = False
    limit: int | None = None
    seconds: float = 60.0
    """CPU time that one file may take; four times that by the clock."""
    megabytes: int = 2048
    """Memory that one worker may take."""
    shard_files: int | None = None
    """Files of one shard; None: as many as suit the archive."""
    engine: Literal["local", "ray"] = "local"
