"""archive: many files → tables.

1. Every file has one row in `documents`, whatever became of it.
2. The tables have the names and meanings of contract 1.0; their columns are fixed and versioned.
3. The same files and version give the same rows, whoever runs them: the local pool, Ray, Spark or any engine of Arrow.
4. Whatever ends a run, what is done stands, and the next run goes on with the rest.
"""

from __future__ import annotations

from policydoc.archive.batches import parse_batches

__all__ = ["parse_batches"]
