"""figures: folded lines → every number with its amount, unit, comparator and kind.

1. A number is read exactly or not at all; what is not read keeps its place and says why.
2. Every number has one kind, or is "open": then the targets room decides.
3. Numerals inside words (统一, 两癌) are no numbers.
"""

from __future__ import annotations
