"""tasks: sections, duties, deadlines and targets → tasks.

1. A task has its own duties and deadlines, or says from where it has them.
2. What the document says of the number of its tasks is kept, for the checks to compare.
"""

from __future__ import annotations

from policydoc.tasks.reading import read_parts
from policydoc.tasks.scope import Reading

__all__ = ["Reading", "read_parts"]
