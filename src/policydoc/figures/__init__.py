"""figures: folded text → numbers, read exactly or not at all."""

from __future__ import annotations
