"""文档各页: the pages of a file, as its reader gives them one after the other, within the limits → its text."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

from policydoc.errors import SourceError
from policydoc.rules.diagnostics import diagnostic
from policydoc.source.limits import CHARACTERS, ON_PAGE, PAGES, SECONDS
from policydoc.source.pages.glyphs import askew_lines
from policydoc.source.pages.joining import joined_pages
from policydoc.source.pages.page import Content, Item, page_items
from policydoc.source.reading import Reading

_OCR = "run OCR on it first, then give its text or a PDF with text"
_UNKNOWN = "\ufffd"
_LONGEST = 200
"""Characters of a list of names in a message."""


def listed(numbers: Sequence[int]) -> str:
    """Numbers in order as a reader writes them.

    >>> listed([1, 2, 3, 7])
    '1–3, 7'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("–".join(map(str, run)) for run in runs)


class Collected:
    """The pages of a file up to now; too many of them, or too long a time, raise `SourceError`."""

    def __init__(self, shown: str, called: str) -> None:
        self.shown = shown
        self.called = called
        """What a refusal calls the file."""
        self._started = process_time()
        self._items: list[list[Item]] = []
        self._askew: list[list[str]] = []
        self._size = 0
        self._empty: list[int] = []
        self._unseen: list[int] = []

    def add(self, page: Content) -> None:
        """The next page."""
        number = len(self._items) + 1
        size = len(page.glyphs) + len(page.turned)
        self._size += size
        if number > PAGES:
            raise SourceError(f"{self.shown}: more than {PAGES} pages; split it")
        if size > ON_PAGE:
            raise SourceError(f"{self.shown}: more than {ON_PAGE} characters on page {number}, as no page has; print it to a new file")
        if self._size > CHARACTERS:
            raise SourceError(f"{self.shown}: more than {CHARACTERS} characters; split it")
        self._items.append(page_items(page.glyphs, page.rules))
        self._askew.append(askew_lines(page.turned))
        if page.unseen:
            self._unseen.append(number)
        if page.pictured and not self._items[-1] and not self._askew[-1]:
            self._empty.append(number)
        if process_time() - self._started > SECONDS:
            raise SourceError(f"{self.shown}: not read in {SECONDS:.0f} seconds (up to page {number}); split it")

    def reading(self, media_type: str, attachments: Sequence[str] = ()) -> Reading:
        """The text of all pages; a file without any is refused."""
        if not any(self._items) and not any(self._askew):
            raise SourceError(f"{self.shown}: {self.called} without text (a scan?); {_OCR}")
        whole = joined_pages(self._items, self._askew, media_type)
        found = []
        if self._empty:
            found.append(diagnostic("F001", pages=listed(self._empty)))
        if self._unseen:
            found.append(diagnostic("F002", pages=listed(self._unseen)))
        if _UNKNOWN in whole.text:
            found.append(diagnostic("F003", count=whole.text.count(_UNKNOWN)))
        if attachments:
            names = ", ".join(attachments)
            found.append(diagnostic("F005", count=len(attachments), names=names if len(names) <= _LONGEST else names[: _LONGEST - 1] + "…"))
        return whole._replace(diagnostics=tuple(found))
