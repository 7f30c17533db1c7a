"""文本块: the whole text as a flat list of blocks, each character in exactly one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.layout import Line
from policydoc.outline.nodes import Node, place

Block = dict[str, Any]
_ROLES = {"blank": "blank", "furniture": "furniture", "table": "table", "contents": "contents"}


def blocks(
    length: int,
    lines: Sequence[Line],
    bodies: Sequence[tuple[str, int, int, int, int]],
    nodes: Sequence[Node],
    unread: Sequence[tuple[int, int]] = (),
) -> list[Block]:
    """The blocks of a text of `length` characters.

    `bodies` holds, for each part, its id, its first and last line and the first and last line of its body (half-open);
    line ends belong to the block before them; neighbours of one kind are one block.
    """
    cuts: list[tuple[int, str, str | None, str | None]] = []
    starts = _starts(lines, nodes)
    current: list[Node] = []
    for part, first, last, body_first, body_last in bodies:
        for index in range(first, last):
            line = lines[index]
            body = body_first <= index < body_last
            fixed = _ROLES.get(line.role)
            if any(start < line.end and line.start < end for start, end in unread):
                fixed = "unread"
            pieces = line.pieces or ((line.start, line.end),)
            marks = starts.get(index, ()) if body and line.role == "text" else ()
            for low, high in pieces:
                here = low
                while current and current[-1].end <= here:
                    current.pop()
                section = current[-1].id if current and current[-1].id.startswith(f"{part}/") and body else None
                cuts.append((here, fixed or ("paragraph" if body else "header"), part, section))
                for node in marks:
                    if not low <= node.start < high:
                        continue
                    while current and current[-1].end <= node.start:
                        current.pop()
                    current.append(node)
                    if node.section.inline:
                        cuts.append((node.start, fixed or "paragraph", part, node.id))
                        continue
                    cuts.append((node.start, fixed or "heading", part, node.id))
                    end = place(lines, (index, node.section.heading_end)) if node.section.heading_end > node.section.start else node.start
                    if node.start < end < high:
                        cuts.append((end, fixed or "paragraph", part, node.id))
    return _tiled(cuts, length)


def _starts(lines: Sequence[Line], nodes: Sequence[Node]) -> dict[int, list[Node]]:
    del lines
    found: dict[int, list[Node]] = {}
    for node in nodes:
        found.setdefault(node.section.line, []).append(node)
    return found


def _tiled(cuts: list[tuple[int, str, str | None, str | None]], length: int) -> list[Block]:
    """Each cut runs to the next; of several at one place the last counts."""
    if not length:
        return []
    cuts.sort(key=lambda cut: cut[0])
    found: list[Block] = []
    for index, (start, role, part, section) in enumerate(cuts):
        end = cuts[index + 1][0] if index + 1 < len(cuts) else length
        begin = 0 if not found else start
        if end <= begin:
            continue
        last = found[-1] if found else None
        if last is not None and (last["role"], last["part"], last["section"]) == (role, part, section) and role != "heading":
            last["span"] = (last["span"][0], end)
        else:
            found.append({"span": (begin, end), "role": role, "part": part, "section": section})
    if not found:
        found.append({"span": (0, length), "role": "paragraph", "part": None, "section": None})
    return found
