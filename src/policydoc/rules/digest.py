"""规则摘要: which rules read a plan."""

from __future__ import annotations

import hashlib
from functools import cache

from policydoc.rules.table import DATA


@cache
def digest() -> str:
    """Sixteen hex digits of the rule tables in use.

    >>> len(digest())
    16
    """
    found = hashlib.sha256()
    for path in sorted(DATA.iterdir()):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:16]
