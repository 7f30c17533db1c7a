"""字体: both scripts in one text, and characters that a machine converted too far (全麵, 公裏)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from policydoc.checks.found import Entry, Found
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.script import script

_WRONG = pattern(
    r"[公海英]裏|[全方地路層桌頁界]麵|麵[積向臨對貌]|[機體法]製|[控限]製(?!造)|製[度約裁]|[國專大居]傢|傢[庭長屬鄉]"
    r"|(?<=[成現到])瞭|隻[有能要是]|不隻|髮[展布揮]|麯線|乾部|鬆樹"
)
_RELATED: Final = 20
_SHORTEST: Final = 12


def check_scripts(found: Found) -> Iterator[Entry]:
    """T009: Simplified and Traditional lines in one text; T010: over-converted characters."""
    if found.script == "mixed":
        yield from _mixed(found)
    if found.script != "Hans":
        places = [match.span() for match in _WRONG.finditer(found.content)]
        if places:
            written = found.content[slice(*places[0])]
            yield diagnostic("T010", places[0], places[1 : 1 + _RELATED], count=len(places), written=written)


def _mixed(found: Found) -> Iterator[Entry]:
    first: dict[str, tuple[int, int]] = {}
    for line in found.texts():
        if len(line.text) < _SHORTEST:
            continue
        span = line.span(0, len(line.text))
        first.setdefault(script(found.content[slice(*span)]), span)
    places = sorted(span for kind, span in first.items())
    yield diagnostic("T009", places[-1] if places else None, places[:-1])
