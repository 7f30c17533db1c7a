"""outline: a part's lines → its section tree.

1. Every numbered heading or item is a section, inline ones included; look-alikes are text.
2. Depth is learned from the part: a style first seen inside another is deeper; one lost heading shifts nothing.
3. Each doubtful number has a diagnostic; labels are as printed, ordinals say where they are from.
"""

from __future__ import annotations

from policydoc.outline.blocks import blocks
from policydoc.outline.nodes import nodes
from policydoc.outline.tree import Outline, Section, outline

__all__ = ["Outline", "Section", "blocks", "nodes", "outline"]
