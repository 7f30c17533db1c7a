"""修复: the text of a notice repaired, without its plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from policydoc import source, text
from policydoc.model import Diagnostic, Edit


@dataclass(frozen=True, slots=True)
class Repaired:
    """修复文本: a repaired text, every change of it, and what a clerk should look at."""

    content: str
    """The repaired text."""
    edits: tuple[Edit, ...]
    """Every change, in order, with its place in `content`."""
    diagnostics: tuple[Diagnostic, ...]
    """What was lost or is in doubt, with its place in `content`."""
    encoding: str | None
    """The encoding in which the bytes were read; None where a text was given."""
    media_type: str
    """What the source is: plain text, Markdown, a web page."""

    def undo(self) -> str:
        r"""The decoded source: every edit taken back.

        >>> repair("（一）公厕改造。\n?。ǘB老服務。").undo()
        '（一）公厕改造。\n?。ǘB老服務。'
        """
        pieces: list[str] = []
        here = 0
        for edit in self.edits:
            pieces += (self.content[here : edit.span[0]], edit.removed)
            here = edit.span[1]
        return "".join((*pieces, self.content[here:]))


def repair(notice: str | bytes | Path | IO[bytes] | IO[str], *, encoding: str | None = None, name: str | None = None) -> Repaired:
    r"""修复: the text of a notice with its damage repaired as far as that is sure. A `str` is text, a `Path` is a file.

    `encoding` is the encoding of the bytes where it is known better than it shows. What cannot be read at all raises `SourceError`.

    >>> repaired = repair("（一）便民服务工程。\n?。ǘ┕哺脑臁8脑旃50座。\n（三）绿化工程。")
    >>> repaired.content.split("\n")[1][:3], repaired.edits[0].removed[:3]
    ('（二）', '?。ǘ')
    """
    document = source.read(notice, name, encoding=encoding)
    repaired = text.repair(document.text, document.edits)
    return Repaired(
        repaired.content,
        tuple(_edit(edit) for edit in repaired.edits),
        tuple(Diagnostic.model_validate(found) for found in repaired.diagnostics),
        document.encoding,
        document.media_type,
    )


def _edit(edit: Any) -> Edit:
    return Edit(
        step=edit.step,
        span=(edit.start, edit.end),
        removed=edit.removed,
        inserted=edit.inserted,
        certainty=edit.certainty,
        alternatives=edit.alternatives,
    )
