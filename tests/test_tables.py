"""表格: the rows of a table that order something, whatever marks its cells and whatever stands between its rows."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policydoc
from clock import BOUND, growth
from conftest import ROOT
from policydoc.layout import lines
from policydoc.rules.table import forms, table
from policydoc.tasks.amounts import amounts
from policydoc.tasks.cells import cells
from policydoc.tasks.columns import column, header
from policydoc.tasks.rows import Order, Place, cell_deadlines, is_task_list, orders
from policydoc.tasks.tables import tables
from policydoc.text.fold import fold

HEAD = "| 序号 | 项目名称 | 建设内容 | 牵头单位 | 配合单位 | 完成时限 | 进展情况 |\n|---|:---:|---|---|---|---|---|\n"
ROWS = "| 1 | 公厕 | 新建公厕8座 | 市城管局 | 各区 | 9月底前 | 已开工3座 |\n| 2 | 驿站 | 新建驿站5个 | 市总工会 |  | 长期 |  |\n"


class Sheet:
    """A text with its tables and orders, and the words of its cells."""

    def __init__(self, text: str, *, rule: bool = False) -> None:
        self.lines = lines(text)
        self.tables = tables(self.lines, 0, len(self.lines))
        self.orders = [order for found in self.tables for order in orders(self.lines, found, first_leads=rule)]

    def words(self, place: Place | None) -> str | None:
        """The words of a cell."""
        return None if place is None else self.lines[place[0]].text[place[1] : place[2]]

    def titles(self) -> list[str | None]:
        """The titles of the orders."""
        return [self.words(order.title) for order in self.orders]

    def duties(self, order: Order) -> list[tuple[str, list[str]]]:
        """Roles and units of an order."""
        return [(duty.role, [self.lines[line].text[a:b] for a, b in duty.units]) for line, duty in order.duties]

    def times(self, order: Order) -> list[str]:
        """The last days of an order in 2025."""
        return [str(due.last) for cell in order.times for due in cell_deadlines(self.lines, cell, 2025, None)]


def test_a_row_of_pipes():
    """Number, title, what is to be done, who and by when; the progress stays silent, the rule of dashes is no row."""
    sheet = Sheet(HEAD + ROWS)
    first, second = sheet.orders

    assert [order.name for order in sheet.orders] == ["t1.r1", "t1.r2"]
    assert (sheet.words(first.label), first.ordinal, sheet.words(first.title)) == ("1", 1, "公厕")
    assert [sheet.words(place) for place in first.reads] == ["公厕", "新建公厕8座"]
    assert sheet.duties(first) == [("lead", ["市城管局"]), ("support", ["各区"])]
    assert sheet.duties(second) == [("lead", ["市总工会"])]
    assert sheet.times(first) == ["2025-09-30"]
    assert "已开工3座" in [sheet.words(place) for place in first.silent]
    assert sheet.lines[first.line].text[first.start : first.end].startswith("1|公厕|")


def test_a_row_of_tabs():
    """Tabs mark cells as pipes do; missing cells at the end are empty, leading tabs are empty cells."""
    sheet = Sheet("序号\t项目名称\t建设内容\t责任单位\t完成时间\n1\t公厕\t新建公厕8座\t市城管局\t10月底\n\t\t改造公厕3座\t北溪区\n")

    assert sheet.titles() == ["公厕", "公厕"]
    assert [sheet.duties(order) for order in sheet.orders] == [[("responsible", ["市城管局"])], [("responsible", ["北溪区"])]]
    assert [sheet.times(order) for order in sheet.orders] == [["2025-10-31"], []]


@pytest.mark.parametrize("between", ["", "\n\n", "\n- 3 -\n\n", "\n（续表）\n"])
def test_a_repeated_header_is_no_row(between):
    """Behind a page break the header stands again; the rows go on counting."""
    sheet = Sheet(HEAD + ROWS + between + HEAD + "| 3 | 路灯 | 安装路灯20盏 | 市城管局 |  | 6月底 |  |\n")

    assert len(sheet.tables) == 1
    assert [order.name for order in sheet.orders] == ["t1.r1", "t1.r2", "t1.r3"]


def test_several_tables():
    """A heading between two tables, or another header, begins another table."""
    sheet = Sheet(HEAD + ROWS + "\n二、民生类\n\n" + HEAD + ROWS + "| 任务 | 责任单位 |\n| 编制规划 | 市发改委 |\n")

    assert [order.name for order in sheet.orders] == ["t1.r1", "t1.r2", "t2.r1", "t2.r2", "t3.r1"]


def test_rows_without_a_header_go_on():
    """Rows of the same width behind a group's heading belong to the columns above."""
    sheet = Sheet(HEAD + ROWS + "\n（二）民生类\n\n| 3 | 路灯 | 安装路灯20盏 | 市城管局 |  | 6月底 |  |\n")

    assert [order.name for order in sheet.orders] == ["t1.r1", "t1.r2", "t2.r1"]
    assert sheet.duties(sheet.orders[2]) == [("lead", ["市城管局"])]


@pytest.mark.parametrize("group", ["| 一、城建类（2项） |  |  |  |  |  |  |", "| 一 | 城建类（2项） |  |  |  |  |  |"])
def test_group_rows(group):
    """A row that only names a group orders nothing and stands above the rows that follow."""
    sheet = Sheet(HEAD + group + "\n" + ROWS)

    assert [row.kind for row in sheet.tables[0].rows] == ["group", "data", "data"]
    assert ["城建类" in (sheet.words(order.group) or "") for order in sheet.orders] == [True, True]


def test_merged_cells():
    """A category or an item that stands once holds for the rows below it."""
    sheet = Sheet(
        "| 类别 | 项目名称 | 建设内容 | 责任单位 |\n| 市政 | 公厕 | 新建8座 | 市城管局 |\n|  |  | 改造3座 | 各区 |\n|  | 路灯 | 安装20盏 | 各区 |"
    )

    assert sheet.titles() == ["公厕", "公厕", "路灯"]
    assert [sheet.words(order.group) for order in sheet.orders] == ["市政"] * 3


def test_a_row_that_goes_on():
    """Cells without number, item, unit and time are the rest of the row before them."""
    sheet = Sheet(HEAD + ROWS + "|  |  | 并改造驿站2个 |  |  |  |  |\n")

    assert [row.kind for row in sheet.tables[0].rows] == ["data", "data", "more"]
    assert [sheet.words(place) for place in sheet.orders[1].reads] == ["驿站", "新建驿站5个", "并改造驿站2个"]


def test_totals_and_notes_order_nothing():
    """合计 and 注 are rows of another kind."""
    sheet = Sheet(HEAD + ROWS + "| 合计 |  | 13处 |  |  |  |  |\n| 注：均为2025年任务 |  |  |  |  |  |  |\n")

    assert [row.kind for row in sheet.tables[0].rows] == ["data", "data", "total", "note"]
    assert len(sheet.orders) == 2


def test_the_number_inside_the_item():
    """Where a column holds the part, the number stands in the next cell."""
    sheet = Sheet(
        "| 重点任务 | 具体措施 | 责任部门 | 进度安排 |\n| 一、优化环境 | 1.压缩时限50% | 市审批局 | 6月底前 |\n|  | 2.新增事项10件 | 市审批局 | 12月底前 |"
    )

    assert [(sheet.words(order.label), order.ordinal) for order in sheet.orders] == [("1.", 1), ("2.", 2)]
    assert [sheet.words(order.group) for order in sheet.orders] == ["一、优化环境", "一、优化环境"]
    assert [sheet.times(order) for order in sheet.orders] == [["2025-06-30"], ["2025-12-31"]]


def test_a_sentence_is_no_title():
    """An item alone is a title only where it is short and has no number with a unit."""
    sheet = Sheet("| 序号 | 工作任务 | 责任单位 |\n| 1 | 新建公厕8座，改造3座 | 市城管局牵头，各区配合 |\n| 2 | 编制规划 | 市发改委 |")

    assert sheet.titles() == [None, "编制规划"]
    assert sheet.duties(sheet.orders[0]) == [("lead", ["市城管局"]), ("support", ["各区"])]


def test_the_first_of_a_cell_leads():
    """列第一位者为牵头单位 holds for the units of a cell."""
    sheet = Sheet("| 任务 | 责任单位 |\n| 编制规划 | 市发改委、市财政局 |\n| 建设公厕 | 市城管局 |", rule=True)

    assert sheet.duties(sheet.orders[0]) == [("lead", ["市发改委"]), ("responsible", ["市财政局"])]
    assert sheet.duties(sheet.orders[1]) == [("responsible", ["市城管局"])]


def found_amounts(text: str) -> list[tuple[str | None, str, str | None, str]]:
    """Number, unit, what is measured and kind of the cells that are targets by their column."""
    sheet = Sheet(text)
    return [
        (sheet.words(found.cell), found.unit, sheet.words(found.of), found.kind)
        for made in sheet.tables
        for found in amounts(sheet.lines, made, 2021)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| 项目 | 数量 | 单位 | 责任单位 |\n| 公厕 | 8 | 座 | 市城管局 |", [("8", "座", "公厕", "target")]),
        ("单位：公里\n\n| 项目 | 数量 | 责任单位 |\n| 绿道 | 12 | 市园林局 |", [("12", "公里", "绿道", "target")]),
        ("| 项目 | 总投资（万元） | 责任单位 |\n| 绿道 | 1200 | 市园林局 |", [("1200", "万元", "总投资", "target")]),
        ("| 项目 | 总投资 | 责任单位 |\n| 绿道 | 1200 | 市园林局 |", []),
        ("| 项目 | 已完成投资（万元） | 责任单位 |\n| 绿道 | 1200 | 市园林局 |", []),
        ("指标\t2020年\t2022年\t2025年\n绿化率（%）\t30\t31\t32", [("31", "%", "绿化率", "milestone"), ("32", "%", "绿化率", "target")]),
        ("| 指标 | 单位 | 2025年 | 年均增长 |\n| 粮食产量 | 万吨 | — | 2% |", [("2%", "", "粮食产量", "target")]),
    ],
)
def test_amounts(text, expected):
    """The unit of a bare number stands in a cell, in the column's title or name, or above the table; without one money is no target."""
    found = [each for each in found_amounts(text) if each[0] != "-"]

    assert found == expected


def test_indicators_in_the_plan():
    """Baseline, year, bound, sum of the years and nature of an indicator."""
    plan = policydoc.parse(
        "云泽市“十四五”主要指标\n指标\t单位\t2020年\t2025年\t属性\n森林覆盖率\t%\t30\t>32\t约束性\n新增学位\t万个\t—\t[6.5]\t预期性\n"
    )
    first, second = plan.targets

    assert (first.object, first.comparator, first.value, first.unit, first.change, first.binding) == (
        "森林覆盖率",
        "gt",
        32,
        "%",
        "level",
        "binding",
    )
    assert first.baseline is not None
    assert (first.baseline.value, first.baseline.period) == (30, "2020年")
    assert [str(due.date) for due in first.deadlines] == ["2025-12-31"]
    assert (second.object, second.value, second.unit, second.change, second.binding) == ("新增学位", 65000, "个", "output", "expected")


CELLS = [
    ("序号\n项目名称\n责任单位\n1\n新建公厕8座\n市城管局\n2\n新建驿站5个\n市总工会", ["市城管局", "市总工会"]),
    ("序号\n\n项目名称\n\n责任单位\n\n1\n\n新建公厕8座\n\n市城管局\n\n2\n\n新建驿站5个\n\n市总工会", ["市城管局", "市总工会"]),
    ("序\n号\n工作\n内容\n责任\n单位\n1\n新建公厕8座\n市城管局\n2\n新建驿站5个\n市总工会\n各区政府", ["市城管局", "市总工会+各区政府"]),
    ("序号\n项目名称\n责任单位\n一、环卫\n1\n新建公厕8座\n市城管局\n二、服务\n2\n新建驿站5个\n市总工会", ["市城管局", "市总工会"]),
    (
        "项目名称\n责任单位\n完成时限\n公厕建设\n市城管局\n6月底\n驿站建设\n市总工会\n9月底\n二、保障措施\n加强领导。",
        ["市城管局", "市总工会"],
    ),
    ("序号 项目名称 责任单位\n1 新建公厕8座 市城管局\n2 新建驿站5个 市总工会", ["市城管局", "市总工会"]),
    ("序号   项目名称     责任单位\n1      新建公厕8座  市城管局\n2新建便民驿站\n5个           市总工会", ["市城管局", "市总工会"]),
    ("项目名称：公厕\n建设内容：新建公厕8座\n责任单位：市城管局\n\n项目名称：驿站\n责任单位：市总工会", ["市城管局", "市总工会"]),
    ("任务名称\t公厕\n责任单位\t市城管局\n任务名称\t驿站\n责任单位\t市总工会", ["市城管局", "市总工会"]),
    ("| 项目名称 | 公厕 | 责任单位 | 市城管局 |\n| 项目名称 | 驿站 | 责任单位 | 市总工会 |", ["市城管局", "市总工会"]),
]


@pytest.mark.parametrize(("text", "units"), CELLS)
def test_tables_without_borders(text, units):
    """One cell a line, cells between blanks, and cards of keys and values: each row is a task with its units."""
    plan = policydoc.parse(text)

    assert ["+".join(unit for duty in task.responsibilities for unit in duty.units) for task in plan.tasks] == units


def test_merged_units():
    """Where the item is merged with the one above, an empty cell of units is too."""
    sheet = Sheet(
        "| 序号 | 项目名称 | 建设内容 | 责任单位 |\n| 1 | 公厕 | 新建公厕3座 | 市城管局 |\n| 2 |  | 改造公厕9座 |  |\n| 3 | 公园 | 新建公园2个 |  |"
    )

    assert [sheet.duties(order) for order in sheet.orders] == [[("responsible", ["市城管局"])], [("responsible", ["市城管局"])], []]


def test_merged_deadline():
    """The deadline of a merged cell holds for the rows that it reaches."""
    plan = policydoc.parse(
        "云泽市2025年任务表\n| 项目 | 内容 | 责任单位 | 完成时限 |\n| 公厕 | 新建公厕3座 | 市城管局 | 6月底 |\n|  | 改造公厕9座 | 各区 |  |"
    )

    assert [[str(due.date) for due in task.deadlines] for task in plan.tasks] == [["2025-06-30"], ["2025-06-30"]]
    assert [[str(due.date) for due in target.deadlines] for target in plan.targets] == [["2025-06-30"], ["2025-06-30"]]


def test_schedule_of_a_row():
    """What the quarters count are milestones of the row's amount."""
    plan = policydoc.parse("| 项目 | 年度目标 | 一季度 | 二季度 | 责任单位 |\n| 公厕 | 新建公厕8座 | 开工3座 | 建成5座 | 市城管局 |")

    assert [(target.kind, target.value, target.of) for target in plan.targets] == [
        ("target", 8, None),
        ("milestone", 3, plan.targets[0].id),
        ("milestone", 5, plan.targets[0].id),
    ]


def test_group_with_sums():
    """A group's row may hold sums; the totals of money are targets of no task."""
    plan = policydoc.parse(
        "单位：万元\n序号 项目名称 建设内容 总投资 责任单位\n合计 900\n一 市政类（1项） 600\n1 公厕 新建公厕8座 600 市城管局\n"
        "二 服务类（1项） 300\n2 驿站 新建驿站5个 300 市总工会\n"
    )

    assert [(task.label, task.title) for task in plan.tasks] == [("1", "公厕"), ("2", "驿站")]
    assert [target.value for target in plan.targets if target.task is None] == [9_000_000, 6_000_000, 3_000_000]


@pytest.mark.parametrize(
    "text",
    [
        "（一）公厕改造\n工作任务：改造公厕6座\n责任单位：市城管局\n（二）驿站建设\n工作任务：新建驿站5个\n责任单位：市总工会",
        "责任单位：市城管局\n联系电话：12345678",
        "标题：公厕\n来源：云泽市",
    ],
)
def test_pairs_that_are_no_cards(text):
    """Lines of key and value below a numbered item tell about it; a site's block is no task."""
    assert [task.id for task in policydoc.parse(text).tasks if ".r" in task.id] == []


def test_numbered_card():
    """1、项目名称：公厕改造: the numbered item is the task, the value of its key the title."""
    plan = policydoc.parse("1、项目名称：公厕改造\n建设内容：改造公厕6座\n责任单位：市城管局\n2、项目名称：驿站\n责任单位：市总工会\n")

    assert [task.title for task in plan.tasks] == ["公厕改造", "驿站"]


def test_glued_rows():
    """Rows that lost their borders stay whole: tasks with targets, without units, and a diagnostic for each."""
    plan = policydoc.parse("序号任务名称责任单位完成时限\n1改造公厕6座市城管局12月底\n2新建驿站3个市总工会10月底\n")

    assert [(task.label, task.responsibilities, len(task.targets)) for task in plan.tasks] == [("1", (), 1), ("2", (), 1)]
    assert [found.code for found in plan.diagnostics].count("O020") == 2


def test_a_header_of_two_lines():
    """The second line of titles completes the first."""
    sheet = Sheet(
        "| 序号 | 项目名称 | 建设内容 | 投资 |  | 责任单位 |\n|  |  |  | 总投资(万元) | 年度投资(万元) |  |\n| 1 | 公厕 | 新建8座 | 300 | 200 | 市城管局 |"
    )

    assert [made.role for made in sheet.tables[0].columns] == ["number", "item", "content", "money", "money", "duty"]
    assert len(sheet.orders) == 1


@pytest.mark.parametrize(
    "text",
    [
        "| 乡镇 | 村名 | 总人口 | 备注 |\n| 东原镇 | 上河村 | 1200 |  |",
        "| 序号 | 文件名称 | 制定机关 | 文号 |\n| 1 | 公厕管理办法 | 市政府 | 云政〔2020〕3号 |",
        "| 考核内容 | 分值 | 评分标准 | 牵头单位 |\n| 网办率 | 5 | 达到90%得满分 | 市审批局 |",
        "| 姓名 | 单位 | 职务 |\n| 甲某某 | 市财政局 | 局长 |",
        "| 指标 | 单位 | 2020年 | 2025年 |\n| 绿化率 | % | 30 | 32 |",
        "| 年份 | 产值 |\n| 2020 | 3 |",
        "目\t录\n一、总则\t3",
        "|\n||\n|||\n| | |",
    ],
)
def test_tables_that_order_nothing(text):
    """Statistics, files, marks, persons and indicators are no list of tasks."""
    assert Sheet(text).orders == []


@pytest.mark.parametrize(("unit", "role"), [("公里", "measure"), ("万元", "measure"), ("市城管局", "duty")])
def test_column_of_units(unit, role):
    """单位 over units of measure is their column, over offices that of those who answer."""
    sheet = Sheet(f"序号\t项目\t数量\t单位\n1\t改造道路\t6\t{unit}")

    assert [made.role for made in sheet.tables[0].columns] == ["number", "item", "quantity", role]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("序号", "number"),
        ("实事项目", "item"),
        ("建设内容及年度目标", "content"),
        ("2025年目标任务", "content"),
        ("工作举措及实施计划", "content"),
        ("序时进度", "schedule"),
        ("一季度进展", "progress"),
        ("完成情况", "progress"),
        ("牵头单位(及主要负责人)", "duty"),
        ("责任单位", "duty"),
        ("分管领导", "person"),
        ("完成时间", "deadline"),
        ("总投资(万元)", "money"),
        ("监督电话", "remark"),
        ("备注", "remark"),
    ],
)
def test_titles_of_columns(title, role):
    """The last word of a title tells what the column holds."""
    found = column(title)

    assert found is not None
    assert found.role == role


def test_a_row_of_data_is_no_header():
    """Numbers, names of units and sentences are no titles."""
    assert header([("1", 0), ("公厕", 2), ("市城管局", 5)]) is None
    assert header([("项目建设。", 0), ("任务", 6)]) is None


@pytest.mark.parametrize("row", table("columns"), ids=lambda row: row["id"])
def test_forms_of_columns(row):
    """Every form of the table is the title of a column."""
    assert [form for form in forms(row) if column(form) is None] == []


@pytest.mark.parametrize("name", ["010-qinghe-renewal-table-2023", "011-canglan-projects-tabs-2025"])
def test_the_tables_of_the_corpus(name):
    """The rows of the corpus are the tasks that a clerk saw in them, with their duties."""
    folder = ROOT / "corpus" / name
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    sheet = Sheet(next(folder.glob("notice.*")).read_text(encoding="utf-8"))

    assert sheet.titles() == [fold(task["title"]) for task in labels["tasks"]]
    assert [sheet.words(order.label) for order in sheet.orders] == [task["label"] for task in labels["tasks"]]
    assert [sheet.duties(order) for order in sheet.orders] == [
        [(duty["role"], [fold(unit) for unit in duty["units"]]) for duty in task["responsibilities"]] for task in labels["tasks"]
    ]


BORDERLESS = [
    "序号\n项目名称\n责任单位\n",
    "1\n公厕\n市城管局\n",
    "公厕\n",
    "序号 项目名称 责任单位\n",
    "1 公厕 市城管局\n",
    "序号项目名称责任单位\n",
    "1公厕\n",
    "1\n",
]


@pytest.mark.parametrize("piece", BORDERLESS)
def test_time_of_rows_without_borders(piece):
    """Titles and cells that come again and again are told in time that grows with their number."""

    def cost(length: int) -> float:
        content = "序号\n项目名称\n责任单位\n" + (piece * length)[:length]
        start = time.process_time()
        lines(content)
        return time.process_time() - start

    cost(500)
    assert growth(cost, 2_000, 8_000) <= BOUND


@pytest.mark.parametrize("piece", ["|8|\n", "| 序号 | 任务 | 责任单位 |\n", "|", "1\t", "| 1 | 公厕 | 市城管局 |\n", "\t\t\n"])
def test_time_grows_with_length(piece):
    """Four times the rows cost at most eight times the time."""

    def cost(length: int) -> float:
        found = lines("| 序号 | 任务 | 责任单位 |\n" + (piece * length)[:length])
        start = time.process_time()
        for made in tables(found, 0, len(found)):
            orders(found, made, first_leads=True)
        return time.process_time() - start

    cost(500)
    assert growth(cost, 5_000, 20_000) <= BOUND


@given(
    st.lists(
        st.sampled_from(
            [
                "|",
                "\t",
                "\n",
                "序号",
                "任务",
                "指标",
                "责任单位",
                "完成时限",
                "1",
                "一",
                "合计",
                "公厕8座",
                "市城管局",
                "2025年",
                "、",
                "\ud800",
            ]
        )
    )
)
def test_any_table(pieces):
    """No table breaks the reader, and every cell is a stretch of its line."""
    sheet = Sheet("".join(pieces))

    for found in sheet.tables:
        assert found.first < found.last
        is_task_list(sheet.lines, found)
        for row in found.rows:
            assert all(0 <= a <= b <= len(sheet.lines[row.line].text) for a, b in row.cells)
            assert row.cells[: len(cells(sheet.lines[row.line]))]
    for order in sheet.orders:
        assert order.start < order.end
        assert sheet.words(order.title) != ""
        for cell in order.times:
            cell_deadlines(sheet.lines, cell, 2025, None)


@pytest.mark.parametrize("title", ["目标", "年度目标", "数量"])
def test_amounts_that_stand_alone_in_their_column(title):
    """新建公厕 | 76座: the number of one column counts what the other names."""
    rows = "\n".join(["1\t新建公厕\t76座\t市城管局", "2\t城镇新增就业\t不少于1.2万人\t市人社局", "3\t宣传活动\t2024年\t市民政局"])
    plan = policydoc.parse(f"序号\t任务\t{title}\t责任单位\n{rows}")

    assert [(target.action, target.object, target.comparator, target.value) for target in plan.targets] == [
        ("新建", "公厕", "eq", 76),
        (None, "城镇新增就业", "ge", 12000),
    ]
