"""tasks: sections, duties, deadlines and targets → tasks.

1. A task has its own duties and deadlines, or says from where it has them.
2. The count agrees with the document's own, or there is a diagnostic.
"""

from __future__ import annotations

from policydoc.tasks.reading import read_parts
from policydoc.tasks.scope import Reading

__all__ = ["Reading", "read_parts"]
