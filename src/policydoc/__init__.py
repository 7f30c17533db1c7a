"""policydoc reads Chinese government notices (公文) and gives their plans: header, sections, tasks, numeric targets.

Names are loaded when they are first used, so that `policydoc --version` needs no Pydantic.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from policydoc.errors import InvariantError, NumberError, PolicydocError, SourceError

if TYPE_CHECKING:
    from policydoc.figures.numerals import read_number
    from policydoc.model import Plan

__version__ = "0.1.0"

__all__ = ["InvariantError", "NumberError", "Plan", "PolicydocError", "SourceError", "__version__", "read_number"]

_ROOMS = {"read_number": "policydoc.figures.numerals", "Plan": "policydoc.model"}


def __getattr__(name: str) -> Any:
    """Load a public name from its room."""
    room = _ROOMS.get(name)
    if room is None:
        raise AttributeError(f"module 'policydoc' has no attribute {name!r}")
    return getattr(import_module(room), name)
