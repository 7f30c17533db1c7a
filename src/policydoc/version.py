"""The version, a literal: reading it from the installed metadata would cost more than starting Python."""

from __future__ import annotations

__version__ = "0.1.0"
