"""The year that 今年 and a month without a year belong to, where neither title nor date says it."""

from __future__ import annotations

import pytest

from policydoc import parse


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("三、2026年工作安排\n今年是开局之年，要开好头。\n今年新建口袋公园3个。", 2026),
        ("2026年是“十五五”开局之年，也是云泽加快发展的关键一年。\n今年改造小区3个。", 2026),
        ("一、2025年工作回顾\n改造小区2个，成效明显。\n二、2026年主要目标\n今年改造小区3个。", 2026),
        ("二、2024年重点任务\n（一）今年新建幼儿园2所。", 2024),
    ],
)
def test_year_that_looks_ahead(text, year):
    """A heading of the year's work, or 是…之年, gives the year of a text without title and date."""
    assert [found.date.year for target in parse(text).targets for found in target.deadlines] == [year]


@pytest.mark.parametrize("text", ["2021年全面完成了改造任务。\n今年改造小区3个。", "一、2023年工作回顾\n今年改造小区3个。"])
def test_no_year(text):
    """A report of a year does not look ahead: no year is guessed."""
    assert [found.date for target in parse(text).targets for found in target.deadlines] in ([], [None])
