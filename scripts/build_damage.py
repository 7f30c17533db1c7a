"""Write the examples and the table of docs/damage.md: `python scripts/build_damage.py`; `--check` only says whether they are current.

The table comes from benchmarks/damage.tsv, which `make damage` writes; what `policydoc repair` prints is printed anew.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "damage.md"
SCORES = ROOT / "benchmarks" / "damage.tsv"
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from damage import damaged  # noqa: E402  # the tree, not what is installed
from policydoc import repair  # noqa: E402
from policydoc.cli.changes import report  # noqa: E402

NOTICE = """\
沙渚镇2024年便民工作方案
（一）公园建设工程。新建口袋公园3个，绿道2.5公里。
（二）养老服务工程。新增养老床位120张，改造适老化家庭80户。
（三）道路提升工程。改造农村公路16公里。
（此件公开发布）"""
HURT = {2, 4}
NAMES = {
    "gbk-cut": "head of a line cut (?。)",
    "gbk-cut/fold": "the same, full width folded",
    "gbk-cut-inside": "line cut inside",
    "gbk-cut-inside/fold": "the same, full width folded",
    "gbk-first-marked": "first byte of a line shown as ?",
    "gbk-first-marked/fold": "the same, full width folded",
    "gbk-first": "first byte of a line lost",
    "gbk-first/fold": "the same, full width folded",
    "gbk-inside": "a byte lost inside a line",
    "gbk-inside/fold": "the same, full width folded",
    "gbk-cut (all readers)": "head of a line cut, all readers",
    "gbk-cut-inside (all readers)": "line cut inside, all readers",
    "gbk-first-marked (all readers)": "first byte shown as ?, all readers",
    "gbk-first (all readers)": "first byte lost, all readers",
    "gbk-inside (all readers)": "byte lost inside, all readers",
}


def accuracy() -> str:
    """A row for each kind of damage."""
    if not SCORES.exists():
        return ""
    head, *rows = [line.split("\t") for line in SCORES.read_text(encoding="utf-8").splitlines()]
    lines = [
        "| damage | lines | whole lines right | characters right | certain ones | probable ones | digits | wrong without a word |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        found = dict(zip(head[1:], map(int, row[1:]), strict=True))
        of = found["characters"]
        lines.append(
            f"| {NAMES.get(row[0], row[0].replace('-', ' '))} | {found['lines']} | {share(found['exact'], found['lines'])} | "
            f"{share(of - found['after'], of)} | {share(found['certain_right'], found['certain'])} of {found['certain']} | "
            f"{share(found['probable_right'], found['probable'])} of {found['probable']} | {found['digits']} | {found['digits_wrong']} |"
        )
    return "\n".join(lines) + "\n"


def share(right: int, of: int) -> str:
    """A percentage.

    >>> share(1, 3), share(0, 0)
    ('33.3 %', '–')
    """
    return f"{100 * right / of:.1f} %" if of else "–"


def block(text: str) -> str:
    """A block of the page."""
    return f"```text\n{text}\n```\n"


def parts() -> dict[str, str]:
    """What stands in each marked stretch of the page."""
    shown = damaged(NOTICE, HURT)
    repaired = repair(shown)
    return {
        "notice": block(shown),
        "repaired": block(repaired.content),
        "explained": block("\n".join(report(repaired, 110, explain=True))),
        "accuracy": accuracy(),
    }


def page(text: str) -> str:
    """The page with its marked stretches written anew."""
    for name, part in parts().items():
        before, rest = text.split(f"<!-- {name} -->\n", 1)
        text = f"{before}<!-- {name} -->\n{part}<!-- end -->{rest.split('<!-- end -->', 1)[1]}"
    return text


def main() -> int:
    """Write or check."""
    old = PAGE.read_text(encoding="utf-8")
    fresh = page(old)
    if "--check" in sys.argv:
        if fresh != old:
            print("docs/damage.md is not current: run `make docs`")
        return int(fresh != old)
    PAGE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
