"""Tables drawn with line characters, rows that leave out a merged cell, and pages of longer tables."""

from __future__ import annotations

import pytest

import policydoc
from policydoc.layout import lines

TITLE = "2024年云泽县民生实事任务表\n"


def told(text: str) -> list[tuple[str | None, list[tuple[str, tuple[str, ...]]], list[str], int]]:
    """Title, duties, end dates and number of targets of each task."""
    return [
        (
            task.title,
            [(str(duty.role), duty.units) for duty in task.responsibilities],
            [str(due.date) for due in task.deadlines],
            len(task.targets),
        )
        for task in policydoc.parse(text).tasks
    ]


DRAWN = """\
┌────┬────┬───────┬────────┬────┐
│序号│项目│目标任务      │责任单位        │完成│
│    │名称│              │                │时限│
├────┼────┼───────┼────────┼────┤
│ 1  │修路│硬化村道12公里│县交通局        │6月底│
├────┼────┼───────┼────────┼────┤
│ 2  │建桥│新建便桥3座，改│县交通局、县财政│9月底│
│    │    │造危桥2座     │局              │    │
├────┼────┼───────┼────────┼────┤
│ 3  │建校│新建校舍4栋   │县教育局        │10月底│
└────┴────┴───────┴────────┴────┘
"""


def test_a_drawn_table():
    """The lines between two rules are one row; what a cell breaks over two lines is whole again."""
    assert told(TITLE + DRAWN) == [
        ("修路", [("responsible", ("县交通局",))], ["2024-06-30"], 1),
        ("建桥", [("responsible", ("县交通局", "县财政局"))], ["2024-09-30"], 2),
        ("建校", [("responsible", ("县教育局",))], ["2024-10-31"], 1),
    ]


def test_a_drawn_table_without_rules_between_its_rows():
    """A row begins where the first column has a number."""
    body = [line for line in DRAWN.splitlines() if not line.startswith("├")]
    body.insert(3, DRAWN.splitlines()[3])

    assert told(TITLE + "\n".join(body)) == told(TITLE + DRAWN)


def test_a_rule_that_a_cell_crosses_parts_no_rows():
    """A rule below some cells only parts rows where none of the others goes on."""
    text = "┌──┬────┐\n│任务│责任单位│\n├──┼────┤\n│修路│县交通│\n├──┤局、县│\n│建桥│财政局│\n├──┼────┤\n│建校│县教育局│\n└──┴────┘"

    assert [line.text for line in lines(text) if line.role == "table"] == [
        "任务\t责任单位",
        "修路;建桥\t县交通局、县财政局",
        "建校\t县教育局",
    ]


@pytest.mark.parametrize("text", ["│修路│12公里", "┌─┬─┐\n│a│b│c│\n└─┴─┘", "│\n│\n│", "├──┤\n├──┤", "│公厕│\n\n│驿站│"])
def test_what_is_no_table(text):
    """Lines that have no columns in common stay as they are; nothing is lost."""
    plan = policydoc.parse(text)

    assert (plan.blocks[0].span[0], plan.blocks[-1].span[1]) == (0, len(plan.text.content or ""))


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_a_row_leaves_out_a_merged_cell(mark):
    """The category holds for the rows below it, which have one cell less."""
    rows = [
        ("类别", "项目名称", "目标任务", "责任单位", "完成时限"),
        ("一、交通", "1.修路", "硬化村道12公里", "县交通局", "6月底"),
        ("2.建桥", "新建便桥3座", "县交通局", "9月底"),
        ("二、教育", "3.建校", "新建校舍4栋", "县教育局", "10月底"),
    ]

    assert told(TITLE + "\n".join(mark.join(row) for row in rows)) == [
        ("修路", [("responsible", ("县交通局",))], ["2024-06-30"], 1),
        ("建桥", [("responsible", ("县交通局",))], ["2024-09-30"], 1),
        ("建校", [("responsible", ("县教育局",))], ["2024-10-31"], 1),
    ]


def test_a_row_that_ends_early_is_not_moved():
    """Cells that are missing at the end stay missing there."""
    rows = ["类别\t项目名称\t目标任务\t责任单位\t备注", "交通\t修路\t硬化村道12公里\t县交通局", "教育\t建校\t新建校舍4栋\t县教育局"]

    assert [(title, count) for title, _, _, count in told(TITLE + "\n".join(rows))] == [("修路", 1), ("建校", 1)]


@pytest.mark.parametrize("end", ["", " |"])
def test_the_page_of_a_longer_table(end):
    """Cells on lines of their own, the rows numbered from 80."""
    cells = ["序号", "目标与任务", "分管县领导", "牵头责任单位", "责任单位"]
    cells += ["80", "加大托育供给，新增托位400个以上。", "俞悦", "县教育局", "县各有关单位"]
    cells += ["81", "新建便桥3座。", "陆明", "县交通局", "县水利局、各乡镇"]

    assert [(duties, count) for _, duties, _, count in told(TITLE + "\n".join(cell + end for cell in cells))] == [
        ([("lead", ("县教育局",)), ("responsible", ("县各有关单位",))], 1),
        ([("lead", ("县交通局",)), ("responsible", ("县水利局", "各乡镇"))], 1),
    ]


def test_time_is_linear():
    """Four times the rows cost about four times the work: each is looked at a fixed number of times."""
    row = "│1│新建便桥3座│县交通局│\n├─┼─────┼────┤\n"
    assert len([line for line in lines("│序号│任务│责任单位│\n├─┼─────┼────┤\n" + row * 300) if line.role == "table"]) == 301
