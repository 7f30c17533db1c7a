"""错位修复: lines whose bytes are out of step read again by their bytes, their numbering and the clean text around them."""

from __future__ import annotations

from typing import Any

from policydoc.text.edits import Edit, Repaired
from policydoc.text.gate import OUT_OF_STEP


def realigned(decoded: str) -> Repaired | None:
    r"""The text with its lines that are out of step read again; None where none is.

    >>> repaired = realigned("（一）健康服务工程。\n?。ǘB老服務提升工程。\n（三）便民服务工程。")
    >>> repaired.content.split("\n")[1] if repaired else ""
    '（二）養老服務提升工程。'
    """
    if OUT_OF_STEP.search(decoded) is None:
        return None
    from policydoc.text.damaged import damaged
    from policydoc.text.rewriting import applied, edits_of, findings

    folded = sum(map(decoded.count, ",:;()")) > sum(map(decoded.count, "，：；（）"))
    edits: list[Edit] = []
    found: list[dict[str, Any]] = []
    content: list[str] = []
    here = length = 0
    for line in damaged(decoded, folded=folded):
        content.append(decoded[here : line.start])
        length += line.start - here
        made = edits_of(line, length, folded=folded)
        found += findings(line, made, length)
        edits += made
        read = applied(line.shown, made, length)
        content.append(read)
        length += len(read)
        here = line.start + len(line.shown)
    content.append(decoded[here:])
    if not edits and not found:
        return None
    return Repaired("".join(content) if edits else decoded, tuple(edits), found)
