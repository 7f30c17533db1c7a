"""The plan as a JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydoc.model import Plan


def plan_json(plan: Plan, *, indent: int | None = None, text: bool = True) -> bytes:
    """JSON文件: the plan in UTF-8 with a final line end; without `indent` it is one line.

    `text=False` leaves `text.content` null: spans then count into a text that the reader has to keep himself.
    """
    if not text:
        plan = plan.model_copy(update={"text": plan.text.model_copy(update={"content": None})})
    return plan.model_dump_json(indent=indent).encode() + b"\n"
