"""诊断: the messages for a clerk, one row of `data/diagnostics.tsv` each.

A code is a letter for what it speaks of and three digits: F file, T text, H header, O outline, D tasks of the document, N numbers,
E deadlines (end dates). A code is never reused for another meaning.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from policydoc.errors import InvariantError
from policydoc.rules.table import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policydoc.rules.table import Row

WHO = {"draft": "the drafter", "file": "whoever handled the file", "parser": "policydoc itself"}
"""Who can mend it, in words."""


@cache
def diagnostics() -> Mapping[str, Row]:
    """The rows of the table by code, in file order.

    >>> diagnostics()["D001"]["severity"]
    'warning'
    """
    return {row["id"]: row for row in table("diagnostics")}


def diagnostic(code: str, span: tuple[int, int] | None = None, related: Iterable[tuple[int, int]] = (), **fields: object) -> dict[str, Any]:
    """诊断: one finding, ready for the `Diagnostic` model; `fields` fill the message of the code.

    >>> diagnostic("D001", (12, 15), declared=20, counted=19)["message"]
    'The text declares 20, but 19 were counted.'
    """
    row = diagnostics().get(code)
    if row is None:
        msg = f"no diagnostic {code}: add a row to rules/data/diagnostics.tsv"
        raise InvariantError(msg)
    try:
        message = row["message"].format_map(fields)
    except KeyError as missing:
        msg = f"diagnostic {code} needs the field {missing}: its message is {row['message']!r}"
        raise InvariantError(msg) from None
    return {
        "code": code,
        "severity": row["severity"],
        "blame": row["blame"],
        "message": message,
        "span": span,
        "related": tuple(related),
    }


def explanation(code: str) -> str:
    """诊断说明: the page of a code in plain text: what it says, who can mend it, what to do, an example.

    >>> print(explanation("D002").splitlines()[0])
    D002 No tasks (info)
    """
    row = diagnostics()[code]
    example = "\n".join("    " + line for line in row["example"].replace("\\n", "\n").split("\n"))
    return (
        f"{code} {row['title']} ({row['severity']})\n\n"
        f"Says:     {row['message']}\n"
        f"Mended by {WHO[row['blame']]}.\n"
        f"To do:    {row['advice']}\n"
        f"Source:   {row['source']}\n\n"
        f"Example of a text that raises it:\n\n{example}\n"
    )
