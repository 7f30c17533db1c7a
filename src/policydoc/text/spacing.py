"""断开的字: blanks between all characters of a line, or all digits of a number, as some PDF files and scans give them.

Blanks that spread a title over its line stay, and so do those between the cells of a table: characters are joined where many
stand apart, digits where a unit behind them says that they are one number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.text.changes import MOST_PLACES, Change, changed, told
from policydoc.text.edits import Repaired
from policydoc.text.fold import fold

_SIGN = r"[\u3400-\u9fff，。、；：（）“”《》〈〉！？]"
_RUN = pattern(rf"(?<!\S){_SIGN}(?: {_SIGN}){{4,}}(?= ?(?:[^ ]|$))|{_SIGN}(?: {_SIGN}){{7,}}")
_BLANK = pattern(r" ")
_BESIDE = pattern(
    rf"(?<={_SIGN}) (?={_SIGN}(?:[ 0-9]|$))|(?<=[0-9%A-Za-z\u3400-\u9fff]) (?=[，。、；：）”》])|(?<=[（“《，。、；：]) (?=[0-9A-Za-z\u3400-\u9fff])"
)
"""What else is parted in a line that holds such a run."""
LINE = pattern(r"[^\r\n\f\v\u2028\u2029]+")
LONG = 16
"""Characters of a run that is no title."""
FEWEST = 3
"""Shorter runs of one text from which on they are damage."""
_NUMBER = pattern(
    r"(?<![0-9A-Za-z.,/:-])(?<![0-9A-Za-z.,%] )[0-9](?: [0-9]){1,7}(?: ?[.．] ?[0-9](?: [0-9]){0,3})?(?= ?(?P<unit>[^\s0-9A-Za-z.,]))"
)
_POINT = pattern(r"(?<=[\u3400-\u9fff])[0-9]{1,4}(?: [.．] ?|[.．] )[0-9]{1,2}(?= ?(?P<unit>[^\s0-9A-Za-z.,、]))")
_LONG = pattern(r"(?<=[\u3400-\u9fff，。、；：（,])[0-9](?: [0-9]){3,11}(?=[\u3400-\u9fff，。、；：）])")
"""A number without a unit, 1 2 3 4 5热线: only where others are parted so."""
_COUNTS = frozenset("年月日号万亿千百%‰个多余")


def read_spaced_text(text: str) -> Repaired | None:
    """The text without the blanks between the characters of a line.

    >>> done = read_spaced_text("现 将 有 关 事 项 通 知 如 下 ， 请 遵 照 执 行 。")
    >>> done.content if done else ""
    '现将有关事项通知如下，请遵照执行。'
    >>> read_spaced_text("云 泽 市 人 民 政 府 文 件") is None
    True
    """
    runs = list(_RUN.finditer(text))
    if not runs or (len(runs) < FEWEST and all(len(run[0]) < 2 * LONG for run in runs)):
        return None
    blanks = {blank.start() for run in runs for blank in _BLANK.finditer(text, *run.span())}
    for line in LINE.finditer(text):
        if any(run.start() < line.end() for run in runs[bisect_left(runs, line.start(), key=re.Match.start) :][:1]):
            blanks |= {match.start() for match in _BESIDE.finditer(text, *line.span())}
    changes = [Change(blank, blank + 1, "") for blank in sorted(blanks)]
    return told(changed(text, "spaced", changes), "T013", "blanks between characters")


def read_spaced_digits(text: str) -> Repaired | None:
    """The text without the blanks between the digits of a number that has a unit behind it.

    >>> done = read_spaced_digits("2 0 2 4年底前新建公路1 3 0 0公里、绿道1 2 . 5公里，序号 3 5 已完成。")
    >>> done.content if done else ""
    '2024年底前新建公路1300公里、绿道12.5公里，序号 3 5 已完成。'
    """
    found = [match for rule in (_NUMBER, _POINT) for match in rule.finditer(text) if fold(match["unit"]) in _COUNTS | _units()]
    if len(found) >= FEWEST:
        ends = {match.end() for match in found}
        found += [match for match in _LONG.finditer(text) if match.end() not in ends]
    found.sort(key=re.Match.start)
    sure = [match for match in found if len(match[0]) > 3]
    if len(found) < FEWEST and not sure:
        return None
    taken = found if len(found) >= FEWEST else sure
    blanks = sorted({blank.start() for match in taken for blank in _BLANK.finditer(text, *match.span())})
    changes = [Change(blank, blank + 1, "", "probable") for blank in blanks]
    done = changed(text, "spaced-digits", changes)
    if done is not None and done.edits:
        spans = [(edit.start, edit.end) for edit in done.edits]
        done.diagnostics.append(diagnostic("T019", spans[0], spans[1:MOST_PLACES], count=len(taken)))
    return done


@cache
def _units() -> frozenset[str]:
    """The first characters of measure words."""
    return frozenset(form[0] for row in table("units") for form in forms(row))
