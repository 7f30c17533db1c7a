"""规则码: what the compiler of regular expressions made of a pattern, kept beside the bytecode.

Python keeps the bytecode of a module, but compiles its patterns again in every process, and that takes longer than reading a
notice. One file in `__pycache__`, of this very Python, keeps their codes: it is read with the first pattern and written by whoever
ends a process (`keep`). Where it is missing, damaged or of another Python, or where no bytecode may be written, patterns are
compiled as ever; it can be deleted at any time.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from typing import Any, Final, TypeAlias

Code: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, their names, and the names by number: what the engine makes a pattern of."""
_WIDTH: Final = "I"
MOST: Final = 2000
"""Codes in the file; older versions leave theirs."""
_new: set[tuple[str, int]] = set()


@cache
def _engine() -> Any:
    """The engine under `re`; None in a Python that has it elsewhere."""
    try:
        engine: Any = import_module("_sre")
        return engine if array(_WIDTH).itemsize == engine.CODESIZE else None
    except (ImportError, AttributeError):
        return None


def _place() -> str:
    return cache_from_source(__file__).removesuffix(".pyc") + ".codes"


def _stamp() -> tuple[str, int]:
    return sys.version, getattr(_engine(), "MAGIC", 0)


@cache
def _codes() -> dict[tuple[str, int], Code]:
    """The codes in the file; none where it is not of this Python."""
    try:
        with open(_place(), "rb") as file:
            stamp, codes = marshal.load(file)
        return dict(codes) if stamp == _stamp() else {}
    except (OSError, EOFError, ValueError, TypeError, NotImplementedError):
        return {}


def compiled(regex: str | bytes, flags: int = 0) -> re.Pattern[Any]:
    """A pattern from its kept code, else from the compiler.

    >>> compiled("(?P<number>[0-9]+)号").fullmatch("12号")["number"]
    '12'
    """
    if isinstance(regex, bytes) or _engine() is None:
        return re.compile(regex, flags)
    code = _codes().get((regex, flags))
    if code is not None:
        try:
            found: re.Pattern[Any] = _engine().compile(regex, code[0], array(_WIDTH, code[1]).tolist(), *code[2:])
            return found
        except (TypeError, ValueError, IndexError, RuntimeError, OverflowError):
            pass  # a damaged file
    _new.add((regex, int(flags)))
    return re.compile(regex, flags)


def keep() -> None:
    """Write the codes of the patterns that this process had to compile to those that are kept."""
    if not _new or _engine() is None or sys.dont_write_bytecode:
        return
    try:
        known = _codes() if len(_codes()) + len(_new) <= MOST else {}
        codes = {**known, **{(regex, flags): _code(regex, flags) for regex, flags in sorted(_new)}}
        place = _place()
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(f"{place}.{os.getpid()}", "wb") as file:
            marshal.dump((_stamp(), codes), file)
        os.replace(f"{place}.{os.getpid()}", place)
    except (OSError, ImportError, AttributeError, ValueError, TypeError, NotImplementedError):
        return
    _new.clear()


def _code(regex: str, flags: int) -> Code:
    parser: Any = import_module("re._parser")
    compiler: Any = import_module("re._compiler")
    parsed = parser.parse(regex, flags)
    groups = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    code = array(_WIDTH, [int(word) for word in compiler._code(parsed, flags)])  # noqa: SLF001
    return int(flags | parsed.state.flags), code.tobytes(), parsed.state.groups - 1, groups, tuple(names)
