"""Read a rule table: tab-separated rows under a header line, as a spreadsheet writes them.

Every table has at least the columns `id`, `forms`, `source` and `example`; forms are separated by `;`.
Tab-separated rather than TOML: a clerk can open the tables in a spreadsheet, a changed row is one changed line, and
they load in a tenth of the time.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of `data/NAME.tsv`, in file order, each a mapping from column to cell.

    >>> table("furniture")[0]["id"]
    'page_number'
    """
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    columns = rows[0]
    width = len(columns)
    for row in rows[1:]:
        if len(row) != width:
            raise ValueError(f"rules/data/{name}.tsv: row {row[0]!r} has {len(row)} cells, its header {width}: add or remove tabs")
    return tuple(dict(zip(columns, row, strict=True)) for row in rows[1:])


def forms(row: Row, column: str = "forms") -> tuple[str, ...]:
    """The written forms of a row.

    >>> forms({"forms": "公里;千米"})
    ('公里', '千米')
    """
    return tuple(form for form in row[column].split(";") if form)
