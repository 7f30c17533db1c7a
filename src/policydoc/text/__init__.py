"""text: decoded text → repaired text, and its folded shadow.

1. Every change is an `Edit`; undoing them gives the decoded text, clean text has none and is not copied.
2. What cannot be read stays, or is U+FFFD where bytes are gone, and has a diagnostic; no digit is ever put in.
3. Folding keeps the length.
"""

from policydoc.text.edits import Edit, Repaired, undo
from policydoc.text.repair import repair

__all__ = ["Edit", "Repaired", "repair", "undo"]
