"""One family of exceptions, factored out so that every room can raise without importing another room.

A problem *of a document* is never raised: it is a diagnostic of the plan.
"""

from __future__ import annotations


class PolicydocError(Exception):
    """Base of everything that policydoc raises on purpose."""


class SourceError(PolicydocError):
    """The source could not be read: missing, empty, binary, of an unknown format or encoding.

    The message is one line that says what, where and what to do next.
    """


class NumberError(PolicydocError, ValueError):
    """A text is not one exact number; the message says why."""


class InvariantError(PolicydocError):
    """A promise about the plan does not hold: a fault of policydoc, never of the document."""


class ArchiveError(PolicydocError):
    """An archive cannot be begun, gone on with or written; the message says what to do, and nothing that was done is lost."""
