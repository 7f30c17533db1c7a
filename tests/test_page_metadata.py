"""A page's own table as witness: number, title and date read from the text alone equal those that the site states.

The pages are real ones and no part of the project; `POLICYDOC_GOLD` names their directory (`real/**/*.html`).
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

import policydoc
from policydoc import layout, source
from policydoc.parts.site import site_block
from policydoc.text.fold import fold

SET = os.environ.get("POLICYDOC_GOLD")
TOLD = ("document_number", "title", "issued_on")

pytestmark = pytest.mark.skipif(SET is None, reason="POLICYDOC_GOLD is unset: the pages are no part of the project")


def without_table(text: str) -> str:
    """A page's text without the lines of its table; offsets do not matter here, lines do."""
    found = layout.lines(text)
    taken = site_block(found).lines
    return "".join(text[line.start : line.end] + "\n" for index, line in enumerate(found) if index not in taken)


def plain(value: object) -> str:
    """A value as it is compared: folded, without blanks and title marks; dates in ISO form."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return "".join(mark for mark in fold(str(value)) if not mark.isspace() and mark not in "《》")


def stated() -> list[tuple[Path, dict[str, object]]]:
    """The pages whose table states number, title and date, and what it states."""
    pages = []
    for path in sorted(Path(SET or "", "real").rglob("*.html")):
        metadata = policydoc.parse(path).header.metadata
        told = dict(metadata) if metadata else {}
        if all(told.get(name) for name in TOLD):
            pages.append((path, {name: told[name] for name in TOLD}))
    return pages


def test_text_says_what_the_table_says() -> None:
    """On every page with such a table, the text alone gives the same number, title and date."""
    pages = stated()

    assert pages
    for path, told in pages:
        header = policydoc.parse(without_table(source.read(path).text)).header
        number = header.document_number and header.document_number.text
        read = {"document_number": number, "title": header.title, "issued_on": header.issued_on}

        assert header.metadata is None
        assert {name: plain(value) for name, value in read.items()} == {name: plain(value) for name, value in told.items()}, path.name
