"""修复: damaged heads of lines read again, every change recorded, every doubt a diagnostic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.edits import Edit, Repaired, composed

_MARK = "?。"
_LOST = "\ufffd"
_BROKEN = "锟斤拷"
_REPLACED = pattern(r"(?:\ufffd|锟斤拷)++")


def repair(decoded: str, before: Sequence[Edit] = ()) -> Repaired:
    r"""修复: the text with the damaged heads of its lines read again; clean text comes back as it is.

    `before` is what its reader put in: the edits given here lead back through it to the decoded source.

    >>> repaired = repair("（一）健康服务工程。\n?。ǘB老服務提升工程。\n（三）便民服务工程。")
    >>> repaired.content.split("\n")[1], [edit.removed for edit in repaired.edits]
    ('（二）�老服務提升工程。', ['?。ǘ', 'B'])
    """
    broken = _LOST in decoded or _BROKEN in decoded
    if _MARK not in decoded:
        return Repaired(decoded, tuple(before), [_broken(decoded, ())] if broken else [])
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
        read = applied(_MARK + line.shown, made, length)
        content.append(read)
        length += len(read)
        here = line.start + len(_MARK) + len(line.shown)
    content.append(decoded[here:])
    if broken:
        found.append(_broken(decoded, edits))
    return Repaired("".join(content) if edits else decoded, composed(before, edits), found)


def _broken(decoded: str, edits: Iterable[Edit]) -> dict[str, Any]:
    """T005 at the first stretch of replacement characters."""
    first = _REPLACED.search(decoded)
    start, end = first.span() if first else (0, 0)
    shift = 0
    for edit in edits:
        if edit.start - shift + len(edit.removed) > start:
            break
        shift += len(edit.inserted) - len(edit.removed)
    return diagnostic("T005", (start + shift, end + shift), count=decoded.count(_LOST) + decoded.count(_BROKEN))
