"""`policydoc explain`: what a diagnostic means and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def run(arguments: argparse.Namespace) -> int:
    """Print the page of a code, or the list of all."""
    from policydoc.cli import DONE, USAGE
    from policydoc.cli.output import say, write
    from policydoc.rules.diagnostics import diagnostics, explanation

    if arguments.code is None:
        lines = (f"{code}  {row['severity']:<7}  {row['blame']:<6}  {row['title']}\n" for code, row in diagnostics().items())
        write("".join(lines).encode())
        return DONE
    code = arguments.code.upper()
    if code in diagnostics():
        write(explanation(code).encode())
        return DONE
    from policydoc.cli.parse import shown

    say(f"policydoc: no diagnostic {shown(arguments.code)}; near it: {', '.join(near(code))} (`policydoc explain` lists all)")
    return USAGE


def near(code: str) -> list[str]:
    """The codes that look like it, else those of the same stage, else all.

    >>> near("T02"), near("T0002")[0][0]
    (['T002'], 'T')
    """
    from difflib import get_close_matches

    from policydoc.rules.diagnostics import diagnostics

    codes = list(diagnostics())
    meant = code[:1] + code[1:].zfill(3)
    if meant in codes:
        return [meant]
    return get_close_matches(code, codes, n=4, cutoff=0.7) or [known for known in codes if known[0] == code[:1]] or codes
