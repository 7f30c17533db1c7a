"""Cheap looks before long patterns: what a pattern would find, its gate lets through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.dates import expressions, points, recurrence, vocabulary
from policydoc.figures import masks
from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table
from policydoc.tasks import duties, labels, segments
from policydoc.tasks.organisations import is_organisation

WORDS = (
    *"年月日号季旬周天半每逢按逐第前底末初中终内间上下全今本明去来当次一二三四五十元首至到或、，,。;:()[]的了约近",
    *("2024", "2023-2025", "2024-05-01", "2024.5.1", "24", "113", "12", "5", "08", "0999-5612345", "13900000000", "9:30", "1:4"),
    *("民国", "二〇二四", "十四五", "“十五五”", "个五年规划", "期间", "时期", "以内", "之内", "左右", "时间", "未来", "今后", "届", "任期"),
    *("本届政府", "印发之日起", "自通知发布", "工作日", "个月", "季度", "半年", "年度", "调度", "通报", "推进", "上午", "时", "点", "分"),
    *(
        "责任单位",
        "牵头部门",
        "完成时限",
        "其他",
        "市教育局",
        "市财政局",
        "牵头",
        "负责",
        "配合",
        "工作",
        "作为",
        "列第一位者为牵头单位",
        "前列",
    ),
)
texts = st.lists(st.sampled_from(WORDS), max_size=9).map("".join)

GATES = (
    (points._MARK, points._POINT),
    (expressions._TIME, expressions._CLOCK),
    (recurrence._REPEATED, recurrence._recurring()),
    (recurrence._LIMIT, recurrence._DURATION),
    (recurrence._ISSUE, recurrence._ANCHORED),
    (masks._DIGITS, masks._PHONE),
    (masks._DIGITS, masks._CLOCK),
    (masks._DIGITS, masks._PROPORTION),
    (masks._CAPITALS, masks._CODE),
    (labels._heads(), labels._pattern()),
)


@pytest.mark.parametrize("gate, behind", GATES)
@given(text=texts)
def test_gates(gate, behind, text):
    """A gate lets through every line in which the pattern behind it finds something."""
    if any(match.end() > match.start() for match in behind.finditer(text)):
        assert gate.search(text)


@given(text=texts)
def test_points(text):
    """Dates are found at the places where they may begin as they are in the whole line."""
    whole = [match.span() for match in points._POINT.finditer(text) if match.end() > match.start()]

    assert [(found.start, found.end) for found in points._calendar(text)] == whole


@given(text=texts)
def test_five_years(text):
    """A plan is looked for wherever it has its marks, a word behind it, or three numerals."""
    for match in points._FIVE_YEARS.finditer(text):
        if match["named"] or match["tail"] or (match["open"] and match["close"]) or len(match["plan"]) > 2:
            assert points._FIVE.search(text), match[0]


@given(text=texts)
def test_labels(text):
    """Labels are found behind their first characters as they are in the whole line."""
    assert [match.span() for match in labels._matches(text)] == [match.span() for match in labels._pattern().finditer(text)]


@given(text=texts)
def test_segments(text):
    """A stretch that ends with a verb of assignment may close a group."""
    if segments._ending().search(text, max(0, len(text) - 24)):
        assert segments._may_close(text, 0, len(text))


@given(text=texts)
def test_first_leads(text):
    """The rule of the first is found wherever its pattern is."""
    assert duties.first_leads(text) == (duties._FIRST.search(text) is not None and "牵头" in text)


@pytest.mark.parametrize("row", [row for row in table("periods") if row["kind"] == "event"], ids=lambda row: row["id"])
@pytest.mark.parametrize("between", ["", "来临", "假期", "期间", "之", "结束"])
def test_events(row, between):
    """Every event with its 前 is looked at."""
    for form in forms(row):
        assert vocabulary.may_name_event(f"{form}{between}前开放"), form


@pytest.mark.parametrize("row", table("goals"), ids=lambda row: row["id"])
def test_goals(row):
    """Every form of a goal that its pattern finds has one of the words that its row needs."""
    for words in (*forms(row), row["example"]):
        if re.search(row["pattern"], words):
            assert any(word in words for word in forms(row, "needs")), words


def test_pattern():
    """A pattern is compiled when it is first used, and is then what `re` gives."""
    late = pattern("(?P<number>[0-9]+)号")

    assert "compiled" not in vars(late)
    assert late.search("第7号")["number"] == "7"
    assert "compiled" in vars(late)
    assert (late.pattern, late.groups, late.groupindex["number"]) == ("(?P<number>[0-9]+)号", 1, 1)
    with pytest.raises(AttributeError):
        late.__wrapped__  # noqa: B018 the doctest finder asks every name of a module for it
    with pytest.raises(re.error):
        pattern("(").match("")


def test_names_are_remembered():
    """What a name ends with is asked again and again, and answered alike."""
    assert [is_organisation("云泽市教育局") for _ in range(2)] == [True, True]
