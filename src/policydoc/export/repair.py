"""修复文本 → JSON: a repaired text for programs, in the shapes of the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydoc.repairing import Repaired


def repair_json(repaired: Repaired, *, indent: int | None = 2) -> bytes:
    """The repaired text as JSON: `encoding`, `media_type`, `text` and `diagnostics` as in a plan, a line end behind it.

    >>> from policydoc import repair
    >>> json.loads(repair_json(repair("新建公厕8座。")))["text"]
    {'content': '新建公厕8座。', 'edits': []}
    """
    tree = {
        "encoding": repaired.encoding,
        "media_type": repaired.media_type,
        "text": {"content": repaired.content, "edits": [edit.model_dump(mode="json") for edit in repaired.edits]},
        "diagnostics": [found.model_dump(mode="json") for found in repaired.diagnostics],
    }
    return (json.dumps(tree, ensure_ascii=False, indent=indent) + "\n").encode("utf-8", "replace")
