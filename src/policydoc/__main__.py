"""`python -m policydoc` is the command line."""

from __future__ import annotations

import sys

from policydoc.cli import main

if __name__ == "__main__":
    sys.exit(main())
