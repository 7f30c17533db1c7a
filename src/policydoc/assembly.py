"""汇编: what the rooms found → the tree of plain objects that the models validate, once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from policydoc.outline import blocks
from policydoc.outline.entries import section_entries
from policydoc.rules.digest import digest
from policydoc.source.origin import lines, placed
from policydoc.text.edits import traced
from policydoc.text.fold import fold

if TYPE_CHECKING:
    from policydoc.header import Heading
    from policydoc.layout import Line
    from policydoc.outline import Outline
    from policydoc.outline.nodes import Node
    from policydoc.parts import Part
    from policydoc.source import Document
    from policydoc.tasks import Reading
    from policydoc.text import Repaired

Entry = dict[str, Any]

_BY_LINE = ("text/plain", "text/markdown")


class Rooms(NamedTuple):
    """What every room gave, parts and what belongs to them in one order."""

    document: Document
    repaired: Repaired
    script: str
    lines: Sequence[Line]
    names: Sequence[str]
    parts: Sequence[Part]
    heading: Heading
    outlines: Sequence[Outline]
    trees: Sequence[Sequence[Node]]
    reading: Reading
    checked: Sequence[Entry]
    """What the checks have to say."""
    unread: Sequence[tuple[int, int]]


def plan_tree(rooms: Rooms) -> Entry:
    """The plan as the contract's objects, not yet validated."""
    document, content, reading = rooms.document, rooms.repaired.content, rooms.reading
    bodies = [(name, part.first, part.last, part.body_first, part.body_last) for name, part in zip(rooms.names, rooms.parts, strict=True)]
    tiles = blocks(len(content), rooms.lines, bodies, [node for tree in rooms.trees for node in tree], rooms.unread)
    return {
        "schema_version": "1.0",
        "id": identity(content, rooms.heading.header, [block["span"] for block in tiles if block["role"] == "furniture"]),
        "producer": _producer(),
        "source": {
            "name": document.name,
            "sha256": document.sha256,
            "bytes": document.bytes,
            "media_type": document.media_type,
            "encoding": document.encoding,
            "script": rooms.script,
        },
        "text": {"content": content, "edits": [_edit(edit) for edit in rooms.repaired.edits]},
        "header": rooms.heading.header,
        "parts": [_part(rooms, rank) for rank in range(len(rooms.parts))],
        "blocks": _placed(rooms, tiles),
        "tasks": reading.tasks,
        "targets": reading.targets,
        "goals": reading.goals,
        "figures": sorted(reading.figures, key=lambda figure: figure["span"]),
        "citations": rooms.heading.citations,
        "diagnostics": _ordered(rooms),
    }


def _placed(rooms: Rooms, found: list[Entry]) -> list[Entry]:
    """The blocks with their places in the file."""
    document, edits = rooms.document, rooms.repaired.edits
    origins = document.origins if document.origins is not None else lines(document.decoded) if document.media_type in _BY_LINE else ()
    if origins:
        where = placed(origins)
        back = traced(edits) if edits else None
        for block in found:
            start, end = block["span"]
            block["origin"] = where(back(start), back(end - 1) + 1) if back else where(start, end)
    return found


def identity(content: str, header: Entry, furniture: Sequence[tuple[int, int]] = ()) -> str:
    """The plan's id: of the document number, else of issuers, title and date, else of the text; script, width and the numbers of pages do not matter.

    >>> empty = {"document_number": None, "issuers": (), "title": None, "issued_on": None}
    >>> identity("建設公廁７６座", empty) == identity("建设公厕76座", empty) == identity("建设- 2 -公厕76座", empty, [(2, 7)])
    True
    """
    number, title = header["document_number"], header["title"]
    if number:
        known = number["text"]
    elif title and (header["issuers"] or header["issued_on"]):
        known = "\n".join([*header["issuers"], title, str(header["issued_on"] or "")])
    else:
        ends = [0, *(end for _, end in furniture)]
        starts = [*(start for start, _ in furniture), len(content)]
        known = "".join(content[end:start] for end, start in zip(ends, starts, strict=True))
    folded = "".join(fold(known).split())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _producer() -> Entry:
    from policydoc.version import __version__

    return {"name": "policydoc", "version": __version__, "rules": digest()}


def _edit(edit: Any) -> Entry:
    return {
        "step": edit.step,
        "span": (edit.start, edit.end),
        "removed": edit.removed,
        "inserted": edit.inserted,
        "certainty": edit.certainty,
        "alternatives": edit.alternatives,
    }


def _part(rooms: Rooms, rank: int) -> Entry:
    part, lines = rooms.parts[rank], rooms.lines
    title = part.title if rank or part.title else rooms.heading.header["title"]  # else the one in the website's block
    last = len(rooms.repaired.content) if part.last >= len(lines) else lines[part.last].start
    return {
        "id": rooms.names[rank],
        "kind": part.kind,
        "title": title,
        "genre": part.genre,
        "plan_years": part.plan_years,
        "span": (lines[part.first].start if rank and part.first < len(lines) else 0 if not rank else last, last),
        "header": rooms.heading.inner.get(rank),
        "sections": section_entries(lines, rooms.trees[rank]),
    }


def _ordered(rooms: Rooms) -> list[Entry]:
    """All diagnostics by place; those of the whole document first."""
    found = [*rooms.repaired.diagnostics, *rooms.heading.diagnostics, *rooms.reading.diagnostics, *rooms.checked]
    for each in rooms.outlines:
        found += each.diagnostics
    return sorted(found, key=lambda finding: (finding["span"] or (-1, -1), finding["code"]))
