"""export: a plan → what people and programs load.

1. Pure: the same plan gives the same bytes.
2. JSON is UTF-8, in the order of the models, with one line end at its end.
3. The schema is generated from the models and describes exactly what `plan_json` writes.
"""

from __future__ import annotations

from policydoc.export.document import plan_json

__all__ = ["plan_json"]
