"""Damage on the way: what happens to the bytes and characters of a notice before it is read, kind by kind.

Written from bytes and apart from the package, which is judged by it. `KINDS["gbk-cut:cp936/pair"].damage(text, Random(1))`
gives a `Damage`: what is shown, what is true, and both side by side.
"""

from __future__ import annotations

from damage.gbk import HALF, Reader, damaged, shifted
from damage.kinds import KINDS, Kind
from damage.stretches import Damage, Stretch

__all__ = ["HALF", "KINDS", "Damage", "Kind", "Reader", "Stretch", "damaged", "shifted"]
