"""错位修复: lines whose bytes are out of step read again by their bytes, their numbering and the clean text around them."""

from __future__ import annotations

from typing import Any

from policydoc.text.edits import Edit, Repaired
from policydoc.text.gate import OUT_OF_STEP
from policydoc.text.strays import mixed, strays


def realigned(decoded: str) -> Repaired | None:
    r"""The text with its lines that are out of step read again; None where none is.

    >>> repaired = realigned("（一）健康服务工程。\n?。ǘB老服務提升工程。\n（三）便民服务工程。")
    >>> repaired.content.split("\n")[1] if repaired else ""
    '（二）養老服務提升工程。'
    """
    out = OUT_OF_STEP.search(decoded) is not None
    half = mixed(decoded)
    if not (out or half or _folded(decoded)):
        return None
    from policydoc.text.rewriting import doubts

    content, edits, found, lines = _read(decoded) if out else (decoded, [], [], [])
    spans = strays(content, lines, found=bool(found)) if found or half or _folded(decoded) else ()
    found = doubts(found, list(spans))
    return Repaired(content, tuple(edits), found) if edits or found else None


def _read(decoded: str) -> tuple[str, list[Edit], list[dict[str, Any]], list[tuple[int, int]]]:
    """The content with its edits, what a clerk should know of them, and where the lines are that were read."""
    from policydoc.text.damaged import damaged
    from policydoc.text.rewriting import applied, edits_of, findings

    folded = _folded(decoded)
    edits: list[Edit] = []
    found: list[dict[str, Any]] = []
    content: list[str] = []
    spans: list[tuple[int, int]] = []
    here = length = 0
    for line in damaged(decoded, folded=folded):
        content.append(decoded[here : line.start])
        length += line.start - here
        made = edits_of(line, length, folded=folded)
        found += findings(line, made, length)
        edits += made
        read = applied(line.shown, made, length)
        content.append(read)
        spans.append((length, length + len(read)))
        length += len(read)
        here = line.start + len(line.shown)
    content.append(decoded[here:])
    return "".join(content) if edits else decoded, edits, found, spans


def _folded(decoded: str) -> bool:
    """Whether the marks of a text are in half width."""
    return sum(map(decoded.count, ",:;()")) > sum(map(decoded.count, "，：；（）"))
