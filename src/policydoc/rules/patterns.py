"""规则式: regular expressions that are compiled when they are first used.

A notice meets few of the rules, and Python takes longer to compile them all than to read it.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, AnyStr, cast

from policydoc.rules.kept import compiled


class _Later:
    """A pattern to be; its methods are looked up once."""

    def __init__(self, regex: str | bytes, flags: int) -> None:
        self.given = regex, flags

    @cached_property
    def compiled(self) -> re.Pattern[Any]:
        return compiled(*self.given)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)  # doctest and pickle ask for what no pattern has
        found = getattr(self.compiled, name)
        setattr(self, name, found)
        return found


def pattern(regex: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, later.

    >>> pattern("[0-9]+").search("第12号")[0], pattern("甲|乙").pattern
    ('12', '甲|乙')
    """
    return cast("re.Pattern[AnyStr]", _Later(regex, flags))
