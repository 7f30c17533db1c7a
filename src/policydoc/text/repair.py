"""修复: one step after the other, every change recorded, every doubt a diagnostic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.text.changes import moved
from policydoc.text.edits import Edit, Repaired, composed
from policydoc.text.steps import STEPS, is_clean, may_have_losses

UNREAD = "T018"


def repair(decoded: str, before: Sequence[Edit] = ()) -> Repaired:
    """修复: the text with what was damaged on the way read again, step after step; clean text comes back as it is.

    `before` is what its reader put in: the edits given here lead back through it to the decoded source.

    >>> repaired = repair("新建&#20844;厕３座，⽼旧小区2个")
    >>> repaired.content, [(edit.step, edit.removed) for edit in repaired.edits]
    ('新建公厕３座，老旧小区2个', [('entities', '&#20844;'), ('lookalikes', '⽼')])
    """
    content, edits = decoded, tuple(before)
    found: list[dict[str, Any]] = []
    for step in () if is_clean(decoded) else STEPS:
        done = step.run(content)
        if done is None or not done.content.strip():
            continue
        found = [*moved(found, done.edits), *done.diagnostics]
        edits = composed(edits, done.edits)
        content = done.content if edits != tuple(before) else decoded
        if 2 * sum(map(_unread, done.diagnostics)) > len(content):
            break  # what is of another encoding is not to be read as if it were text
    if may_have_losses(content):
        from policydoc.text.losses import losses

        found += losses(content, [(edit.start, edit.end) for edit in edits if "\ufffd" in edit.inserted])
    return Repaired(content, edits, found)


def _unread(finding: dict[str, Any]) -> int:
    """How many characters are of an encoding that cannot be undone."""
    return sum(end - start for start, end in (finding["span"], *finding["related"])) if finding["code"] == UNREAD else 0
