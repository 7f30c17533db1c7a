"""文号核对: the notice's own number on the page, in the website's block and in its citations."""

from __future__ import annotations

from collections.abc import Iterator

from policydoc.checks.found import Entry, Found, title
from policydoc.parts.names import is_named
from policydoc.parts.number import Number, whole_number
from policydoc.rules.diagnostics import diagnostic
from policydoc.text.fold import fold

_MOST = 40
"""More parts than a file ever has."""


def check_document_numbers(found: Found) -> Iterator[Entry]:
    """H009: page and website differ; H010: the own number given to another document; H011: a cited number of a later year."""
    own = found.values["document_number"]
    if own:
        yield from _website(found, own)
    known = {"".join(fold(number["text"]).split()) for number in (own, *found.values["joint_numbers"]) if number}
    titles = [title(part) for part in found.parts[:_MOST] if part.title]
    issued_on = found.heading.issued_on
    for citation in found.heading.citations:
        written = citation["document_number"]
        if not written:
            continue
        folded = "".join(fold(written).split())
        if folded in known:
            named = citation["title"] and is_named("".join(fold(citation["title"]).split()), titles + _enclosed(found))
            if citation["title"] and not named:
                yield diagnostic("H010", citation["span"], found.spans("document_number"), title=citation["title"])
            continue
        number = whole_number(folded)
        if number is not None and number.year and issued_on and number.year > issued_on.year:
            yield diagnostic("H011", citation["span"], found.spans("issued_on"), number=written, issued_on=issued_on)


def _enclosed(found: Found) -> list[str]:
    return list(found.heading.enclosed)


def _website(found: Found, own: Entry) -> Iterator[Entry]:
    given = found.site.get("document_number")
    if not given or found.span("metadata.document_number") == own["span"]:
        return
    printed, listed = whole_number("".join(fold(own["text"]).split())), whole_number("".join(fold(given).split()))
    if printed is None or listed is None or _told(printed, own["text"]) == _told(listed, given):
        return
    others = [number["text"] for number in found.values["joint_numbers"]]
    if "".join(fold(given).split()) not in {"".join(fold(number).split()) for number in others}:
        yield diagnostic("H009", found.span("metadata.document_number"), [own["span"]], listed=given, printed=own["text"])


def _told(number: Number, text: str) -> tuple[str, int | None, int]:
    return "".join(fold(text).split())[number.start : number.code_end].strip("[]()"), number.year, number.serial
