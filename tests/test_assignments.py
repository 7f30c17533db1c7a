"""Who answers for a task and by when, wherever a plan says it: in the item, on lines of its own, in a heading, behind a list."""

from __future__ import annotations

import time

import pytest

import policydoc
from clock import BOUND, growth

TITLE = "云泽市2024年重点工作任务分工方案\n"
SHORT = {"lead": "牵头", "responsible": "责任", "support": "配合"}


def read(text: str) -> dict[str, str]:
    """The duties of each task as 牵头:X|Y 配合:Z, and its dates; ^ marks what stands above it."""
    found = {}
    for task in policydoc.parse(text).tasks:
        duties = [f"{SHORT[duty.role]}:{'|'.join(duty.units)}{'^' if duty.inherited_from else ''}" for duty in task.responsibilities]
        dates = [f"{due.date or due.kind}{'^' if due.inherited_from else ''}" for due in task.deadlines]
        found[task.id.split("/", 1)[1]] = " ".join(duties + dates)
    return found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("牵头单位：市住建局\n责任单位：各区政府，市财政局", "牵头:市住建局 责任:各区政府|市财政局"),
        ("责任单位：\n市住建局、市财政局", "责任:市住建局|市财政局"),
        ("牵头单位：\n市住建局\n配合单位：\n市财政局、各区政府\n完成时限：\n9月底前", "牵头:市住建局 配合:市财政局|各区政府 2024-09-30"),
        ("责 任 单 位：市住建局\n完 成 时 限：长期", "责任:市住建局 ongoing"),
        ("【牵头单位】市住建局\n【完成时限】2024年9月", "牵头:市住建局 2024-09-30"),
        ("责任部门:市住建局牵头,市财政局、市审计局配合。", "牵头:市住建局 配合:市财政局|市审计局"),
        (
            "主管领导：甲某某\n责任单位：市住建局\n主要责任人：乙某某\n进度安排：6月底前开工，年底完工。",
            "责任:市住建局 2024-06-30 2024-12-31",
        ),
        ("市住建局、市财政局分别牵头落实", "牵头:市住建局|市财政局"),
        ("责任单位：市住建局、市财政局（第一责任单位为牵头单位，下同）\n时限要求：持续推进", "牵头:市住建局 责任:市财政局 ongoing"),
    ],
)
def test_lines_of_their_own(lines, expected):
    """Units and times on lines behind an item are the item's, those of a label alone stand on the next line."""
    text = f"{TITLE}一、城建\n1.新建便民驿站8处。\n{lines}\n2.改造公厕5座。（责任单位：市城管局）\n"

    assert read(text)["1.1"] == expected
    assert read(text)["1.2"] in ("责任:市城管局", "责任:市城管局 ongoing")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("市教育局牵头工作（2项）", "牵头:市教育局^"),
        ("市教育局负责的重点工作", "责任:市教育局^"),
        ("市教育局（2项）", "责任:市教育局^"),
        ("市教育局", "责任:市教育局^"),
        ("市教育局、市体育局", "责任:市教育局|市体育局^"),
        ("教育（责任单位：市教育局）", "责任:市教育局^"),
        ("教育（牵头单位：市教育局，配合单位：市财政局）", "牵头:市教育局^ 配合:市财政局^"),
        ("教育\n牵头单位：市教育局", "牵头:市教育局^"),
        ("教育\n本节任务牵头单位：市教育局。", "牵头:市教育局^"),
        ("教育（完成时限：9月底前）", "2024-09-30^"),
        ("9月底前完成的任务", "2024-09-30^"),
        ("教育\n完成时限：9月底前", "2024-09-30^"),
        ("市青少年活动中心", ""),
        ("电子政府", ""),
        ("教育改革", ""),
        ("成立联合采购办公室", ""),
        ("健全县级工作局", ""),
    ],
)
def test_headings(heading, expected):
    """A heading that is a unit or names one, or a time, answers for the items below it; the name of a project does not."""
    tasks = read(f"{TITLE}一、{heading}\n1.新建幼儿园8所。\n2.改造食堂5个。（市商务局负责，6月底前完成）\n二、养老\n1.新增床位20张。\n")

    assert tasks["1.1"] == expected
    assert tasks["1.2"].startswith("责任:市商务局 2024-06-30")
    assert tasks["2.1"] == ""


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("以上任务由市教育局牵头，市财政局配合。", "牵头:市教育局^ 配合:市财政局^"),
        ("（以上各项工作责任单位：市教育局、市财政局）", "责任:市教育局|市财政局^"),
        ("上述任务牵头单位：市教育局；完成时限：9月底前", "牵头:市教育局^ 2024-09-30^"),
        ("（责任单位：市教育局、各区政府）", "责任:市教育局|各区政府^"),
        ("责任单位：市教育局", "责任:市教育局^"),
    ],
)
def test_behind_a_list(closing, expected):
    """Units behind the last item of a section, where no item has its own, are the section's."""
    tasks = read(f"{TITLE}一、教育\n1.新建幼儿园8所。\n2.改造食堂5个。\n{closing}\n二、养老\n1.新增床位20张。（责任单位：市民政局）\n")

    assert tasks == {"1.1": expected, "1.2": expected, "2.1": "责任:市民政局"}


def test_each_item_has_its_line():
    """Where other items have such lines too, each has its own."""
    tasks = read(
        f"{TITLE}一、教育\n1.新建幼儿园8所。\n（市教育局负责）\n2.改造食堂5个。\n二、养老\n1.新增床位20张。\n2.培训8人。\n（市民政局负责）\n"
    )

    assert tasks == {"1.1": "责任:市教育局", "1.2": "", "2.1": "", "2.2": "责任:市民政局"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "（一）责任领导：甲某某\n（二）责任单位：市教育局\n（三）协办单位：市财政局、各区政府\n（四）项目内容：改造学校20所。\n（五）完成时限：2024年内",
            "责任:市教育局 配合:市财政局|各区政府 2024-12-31",
        ),
        ("1.工作目标：改造学校20所。\n2.工作措施：统一招标。\n3.责任单位：市教育局\n4.完成时限：9月底前", "责任:市教育局 2024-09-30"),
        ("（1）建设内容：改造学校20所\n（2）牵头单位：市教育局\n（3）资金来源：市财政", "牵头:市教育局"),
    ],
)
def test_cards(fields, expected):
    """Numbered labels fill in one task; they are none themselves."""
    assert read(f"云泽市2024年十件实事任务分解方案\n一、实施校园改水工程\n{fields}\n二、建设农村公路150公里\n") == {"1": expected, "2": ""}


def test_items_that_only_look_like_a_card():
    """Items are tasks where one of them is no label."""
    tasks = read(f"{TITLE}一、教育\n1.责任单位：市教育局\n2.新建幼儿园8所。\n")

    assert "1.2" in tasks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、主要目标\n1.新增床位80张。（责任单位：市民政局）\n二、任务\n1.新建公园3个。", ["1.1", "2.1"]),
        ("一、主要目标\n1.新增床位80张。\n二、任务\n1.新建公园3个。", ["2.1"]),
        ("一、“十五五”时期主要目标\n新增床位80张。\n二、任务\n1.新建公园3个。", ["2.1"]),
        ("一、前言\n床位80张。\n二、任务\n1.新建公园3个。", ["2.1"]),
        ("一、任务\n1.新建公园3个。\n二、强化组织保障\n1.加强领导。\n2.强化督查。", ["1.1"]),
        ("一、任务\n1.新建公园3个。\n二、资金筹措\n总投资80万元。", ["1.1"]),
        ("一、任务\n1.新建公园3个。\n二、切实抓好落实\n各单位要高度重视。", ["1.1"]),
        ("一、总体进展\n1.新建公园3个。\n二、红黑榜情况\n1.红榜。北溪区。\n三、下一步要求\n1.新建公园5个。", ["3.1"]),
        ("一、进展情况\n已完成3个。\n二、下一步工作打算\n一是新建公园5个；二是新增床位80张。", ["2.1", "2.2"]),
        ("一、任务\n1.新建公园3个。\n二、附加\n1.本方案自印发之日起施行，有效期两年。", ["1.1"]),
    ],
)
def test_what_orders(text, expected):
    """Frames order nothing unless somebody answers for them; conditions and reviews do not, what is to come does."""
    assert list(read(f"云泽市2024年便民服务实施方案\n{text}")) == expected


def test_reports_at_the_end():
    """What everybody is told at the end of a part is no deadline of its last task."""
    tasks = read(f"{TITLE}一、教育\n（一）新建幼儿园8所。\n（二）改造食堂5个。\n各地各部门要于2024年11月15日前将总结报市政府备案。\n")

    assert tasks == {"1.1": "", "1.2": ""}


@pytest.mark.parametrize(
    "piece", ["1.责任单位：市教育局\n", "一、市教育局\n", "以上任务由市教育局牵头。\n", "责任单位：\n", "（责任单位：市教育局）\n"]
)
def test_time_grows_with_length(piece):
    """Four times the text costs at most eight times the time."""

    def cost(count: int) -> float:
        text = TITLE + piece * count
        start = time.process_time()
        policydoc.parse(text)
        return time.process_time() - start

    cost(50)
    assert growth(cost, 100, 400, 0.05) <= BOUND
