"""印发对象: the text that a cover hands on is the text that follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydoc.checks.found import Entry, Found, title
from policydoc.parts.names import is_named
from policydoc.parts.title import essence
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

_DIGITS = pattern(r"[0-9]")
_MOST = 40


def check_enclosures(found: Found) -> Iterator[Entry]:
    """H004: an enclosed text that no name of the cover fits, or that one of its names fits but for the year."""
    parts, names = found.parts, found.heading.enclosed
    if not names or not parts or parts[0].kind != "cover":
        return
    enclosed = [part for part in parts if part.kind == "enclosure" and part.title]
    if not enclosed or any("等" in name for name in names):
        return
    listed = ["".join(fold(name).split()) for name in found.values["attachments_announced"][:_MOST]]
    if not any(_fits(title(part), [*names, *listed]) for part in enclosed):
        yield diagnostic("H004", enclosed[0].title_spans[0], parts[0].title_spans, announced=names[0], enclosed=enclosed[0].title)
        return
    titles = {essence(title(part)): part for part in enclosed}
    undated = {_DIGITS.sub("", name): part for name, part in titles.items()}
    for name in names:
        part = undated.get(_DIGITS.sub("", essence(name)))
        if part is not None and essence(name) not in titles:
            yield diagnostic("H004", part.title_spans[0], parts[0].title_spans, announced=name, enclosed=part.title)
            return


def _fits(title: str, names: Sequence[str]) -> bool:
    """Whether a name fits, or the text is one about a document that the cover names: 《政府工作报告》重点工作分解表."""
    return is_named(title, names) or any(f"《{name}》" in title for name in names)
