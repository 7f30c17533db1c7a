"""Write the table of docs/accuracy.md from corpus/SCORES.tsv: `python scripts/build_accuracy.py`; `--check` only says whether it is current."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
SCORES = ROOT / "corpus" / "SCORES.tsv"
BEGIN, END = "<!-- corpus -->\n", "<!-- end -->"
NAMES = {
    "header": "header fields",
    "parts": "parts",
    "outline": "headings and items (place, level, number, title)",
    "tasks": "tasks (place, units and roles, own end dates)",
    "targets": "targets (amount, unit, comparator)",
    "goals": "goals",
    "not_targets": "tempting numbers left alone",
}


def table() -> str:
    """Right of due over all notices of the corpus, a row for each kind of finding."""
    head, *rows = [line.split("\t") for line in SCORES.read_text(encoding="utf-8").splitlines()]
    lines = ["| what | right | of | share |", "|---|---|---|---|"]
    for column, kind in enumerate(head):
        if kind in NAMES:
            counts = [tuple(map(int, row[column].split("/"))) for row in rows if row[column]]
            right, due = sum(count[0] for count in counts), sum(count[1] for count in counts)
            lines.append(f"| {NAMES[kind]} | {right} | {due} | {right / due:.3f} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write or check."""
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN, 1)
    fresh = before + BEGIN + table() + END + rest.split(END, 1)[1]
    if "--check" in sys.argv:
        if fresh != page:
            print("docs/accuracy.md is not current: run `make docs`")
        return int(fresh != page)
    PAGE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
