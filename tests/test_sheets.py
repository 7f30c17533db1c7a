"""A spreadsheet gives its rows as a reader of the sheet sees them, and a list of tasks its plan."""

from __future__ import annotations

import datetime
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offices import SOFFICE, converted
from policydoc import parse
from policydoc.errors import SourceError
from policydoc.source import read
from policydoc.source.sheet.display import displayed
from policydoc.source.sheet.rows import Sheet, cover
from policydoc.source.sheet.xls import read_xls
from sheets import MAIN, Value, merged, place, sheet, workbook, xlsx
from word import zipped

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TASKS: list[list[Value]] = [
    ["云泽市2025年重点工作任务分解表"],
    ["序号", "重点任务", "工作内容", "责任单位", "配合单位", "完成时限"],
    ["一、城市建设"],
    [1, "公厕改造", "改造公厕12座。", "市城管局", "市财政局\n市住建局", (45838, 1)],
    ["二、民生保障"],
    [2, "养老服务", "新增养老床位600张。", "市民政局", None, "2025年10月"],
]


def lines(data: bytes, name: str | None = None) -> list[str]:
    """The lines of a file."""
    return read(data, name).text.split("\n")


def test_rows_are_lines() -> None:
    """A row is a line with tabs between its cells; the title above is a line of its own; each line knows its row and sheet."""
    document = read(workbook([["云泽市清单"], ["序号", None, "任务"], [None], [1, None, "公厕|驿站"], ["二、民生"]]), "list.xlsx")

    assert document.text.split("\n") == ["云泽市清单", "序号\t任务", "", "1\t公厕 驿站", "二、民生\t"]
    assert (document.media_type, document.edits) == (XLSX, ())
    assert [(origin.unit, origin.number, origin.sheet) for origin in document.origins or ()] == [
        ("row", 1, "Sheet1"),
        ("row", 2, "Sheet1"),
        ("row", 4, "Sheet1"),
        ("row", 5, "Sheet1"),
    ]


def test_notes_below_a_table_are_lines() -> None:
    """What begins with 注 or 说明 is no row, nor is what follows it, up to the next row of several cells."""
    rows: list[list[Value]] = [["序号", "任务"], [1, "公厕"], ["说明：投资以批复为准。"], ["2025年6月"], [2, "驿站"], ["三、其他"]]

    assert lines(workbook(rows)) == ["序号\t任务", "1\t公厕", "说明：投资以批复为准。", "2025年6月", "2\t驿站", "三、其他\t"]


def test_merged_cells_are_written_once() -> None:
    """What a merged cell covers is empty, whatever the file holds there; in the rows below it shows itself."""
    rows: list[list[Value]] = [["序号", "领域", "任务"], [1, "交通", "公路"], [2, "交通", "公交"]]

    assert lines(workbook(rows, after=merged("B2:B3", "A9:XFD1048576")))[1:] == ["1\t交通\t公路", "2\t〃\t公交"]
    document = read(workbook([*rows, [3, "教育", "学位"]], after=merged("B2:B3")))
    assert document.decoded.split("\n")[2] == "2\t\t公交"
    assert [document.decoded[origin.start :][:2] for origin in document.origins or ()] == ["序号", "1\t", "2\t", "3\t"]
    with pytest.raises(SourceError, match="overlap"):
        cover(Sheet(rows={number: {1: "甲"} for number in range(1, 1_001)}), [(1, 1_000, 1, 1)] * 501, "list.xlsx")


def test_hidden_things_are_left_out() -> None:
    """Hidden sheets, rows and columns are not shown; rows that a filter hides are of the list."""
    rows: list[list[Value]] = [["序号", "密", "任务"], [1, "甲", "公厕"], [2, "乙", "驿站"]]
    texts: list[str] = []
    sheets = {"Sheet1": sheet(rows, texts), "代码": sheet(rows, texts)}
    filtered = '<autoFilter ref="A1:C3"><filterColumn colId="2"><filters><filter val="公厕"/></filters></filterColumn></autoFilter>'

    assert len(lines(xlsx(sheets, texts, states={"代码": "hidden"}))) == 3
    assert lines(workbook(rows, hidden=[3], before='<cols><col min="2" max="2" hidden="1"/></cols>')) == ["序号\t任务", "1\t公厕"]
    assert len(lines(workbook(rows, hidden=[3], after=filtered))) == 3
    told = [
        read(xlsx(sheets, texts, states={"代码": "veryHidden"})),
        read(workbook(rows, hidden=[2, 3])),
        read(workbook(rows, hidden=[3], after=filtered)),
    ]
    assert [[(found["code"], found["message"]) for found in each.diagnostics] for each in told] == [
        [("F008", "Hidden in the file and left out: sheets 代码.")],
        [("F008", "Hidden in the file and left out: rows 2.")],
        [],
    ]


def test_sheets_are_named() -> None:
    """Where several sheets are shown, or the one has no title, each is named, unless its name says nothing or its first row says it."""
    texts: list[str] = []
    rows: list[list[Value]] = [["序号", "任务"], [1, "公厕"]]
    sheets = {
        "城市建设": sheet(rows, texts),
        "Sheet2": sheet(rows, texts),
        "民生": sheet([["民生任务"], *rows], texts),
        "空": sheet([], texts),
    }

    assert lines(xlsx(sheets, texts)) == [
        "城市建设",
        "序号\t任务",
        "1\t公厕",
        "",
        "序号\t任务",
        "1\t公厕",
        "",
        "民生任务",
        "序号\t任务",
        "1\t公厕",
    ]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("12000", "", "12000"),
        ("12000.0", "General", "12000"),
        ("0.30000000000000004", "General", "0.3"),
        ("1.2E3", "General", "1200"),
        ("0.85", "0%", "85%"),
        ("0.856", "0.0%", "85.6%"),
        ("0.005", "0%", "1%"),
        ("12000", "#,##0", "12,000"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("12000000", "#,##0,", "12,000"),
        ("-12", "#,##0;(#,##0)", "(12)"),
        ("-12", "0.00_);[Red]\\-0.00", "-12.00"),
        ("0", '0;-0;"无"', "无"),
        ("8", '0"座"', "8座"),
        ("8", 'General"座"', "8座"),
        ("7", "000", "007"),
        ("12.5", "0.##", "12.5"),
        ("12", "0.##", "12"),
        ("1200", "￥#,##0", "￥1,200"),
        ("1200", "[$￥-804]#,##0.0", "￥1,200.0"),
        ("45838", "yyyy/m/d", "2025/6/30"),
        ("45838", "yyyy-mm-dd", "2025-06-30"),
        ("45838", 'yyyy"年"m"月"', "2025年6月"),
        ("45838", "[$-804]yyyy年m月d日;@", "2025年6月30日"),
        ("45838", '[DBNum1]yyyy"年"m"月"d"日"', "二〇二五年六月三十日"),
        ("45838.75", "yyyy/m/d h:mm", "2025/6/30 18:00"),
        ("45838.75", "mmm d, yy aaaa", "Jun 30, 25 星期一"),
        ("45838.75", '上午/下午h"时"mm"分"', "下午6时00分"),
        ("59", "yyyy/m/d", "1900/2/28"),
        ("0.5", "# ?/?", "0.5"),
        ("1234", "0.00E+00", "1234"),
        ("12", "[>100]0.0;0", "12"),
        ("-5", "yyyy/m/d", "-5"),
        ("99999999999", "yyyy/m/d", "99999999999"),
        ("abc", "0", "abc"),
        ("1e999", "0", "1e999"),
        ("nan", "0", "nan"),
        ("12", '"', "12"),
        ("12", ";;;", ""),
    ],
)
def test_numbers_as_they_are_shown(value: str, code: str, shown: str) -> None:
    """A number format gives what a clerk sees; what no rule of a format reads is the plain number."""
    assert displayed(value, code) == shown


@given(
    st.one_of(st.decimals(allow_nan=True).map(str), st.text(max_size=12)),
    st.text(alphabet='0#?,.%;@"\\\\[]_*eE+-/ymdhsaAP上午年月日$ Gl', max_size=20),
)
def test_no_format_breaks_a_number(value: str, code: str) -> None:
    """Any value in any format is shown somehow, in one line."""
    assert isinstance(displayed(value, code), str)
    assert displayed("12", code) == displayed("12.0", code)


def test_dates_count_from_1904_where_the_file_says_so() -> None:
    """A workbook of old Macs has another first day; each shown date is the day of the calendar."""
    days = (datetime.date(2025, 6, 30) - datetime.date(1904, 1, 1)).days

    assert displayed(str(days), "yyyy-mm-dd", from_1904=True) == "2025-06-30"
    for number in range(61, 60_000, 997):
        day = datetime.date(1899, 12, 30) + datetime.timedelta(number)
        assert displayed(str(number), "yyyy-mm-dd") == day.isoformat()


def test_kinds_of_cells() -> None:
    """Texts of a cell's own, results of formulas, truths, errors; the reading over a text's characters is none of it."""
    cells = (
        '<c r="A1" t="inlineStr"><is><r><t>公</t></r><r><t>厕</t></r><rPh><t>gong</t></rPh></is></c><c r="B1" t="str"><f>A1</f><v>驿站</v></c>'
        '<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#DIV/0!</v></c><c t="d"><v>2025-06-30</v></c><c r="F1" t="s"><v>99</v></c><c r="G1"><f>1+1</f></c>'
    )
    part = f'<worksheet xmlns="{MAIN}"><sheetData><row>{cells}</row></sheetData></worksheet>'

    assert [found["message"] for found in read(xlsx({"表": part}, [])).diagnostics] == [
        "Cells with a formula whose value the file does not hold: 1."
    ]
    assert [found["code"] for found in read(xlsx({"表": part}, [])).diagnostics] == ["F009"]
    assert lines(xlsx({"表": part}, [])) == ["公厕\t驿站\tTRUE\t#DIV/0!\t2025-06-30"]


def test_far_cells_cost_nothing() -> None:
    """A cell in the last row and column of a sheet is one cell; merged cells over the whole sheet are one."""
    far = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'

    assert lines(xlsx({"表": far + merged("B2:XFD1048575") + "</worksheet>"}, [])) == ["1", "", "2"]


def test_large_sheets_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells and characters are counted while they are read."""
    rows: list[list[Value]] = [["公厕"] * 3] * 3
    monkeypatch.setattr("policydoc.source.sheet.xlsx.CELLS", 8)
    with pytest.raises(SourceError, match="8 cells"):
        read(workbook(rows))
    monkeypatch.setattr("policydoc.source.sheet.xlsx.CELLS", 9)
    monkeypatch.setattr("policydoc.source.sheet.rows.CHARACTERS", 8)
    with pytest.raises(SourceError, match="characters in its cells"):
        read(workbook(rows))
    monkeypatch.setattr("policydoc.source.sheet.xlsx.CHARACTERS", 8)
    with pytest.raises(SourceError, match="9 cells, or 0 million characters"):
        read(workbook(rows))
    monkeypatch.setattr("policydoc.source.sheet.csv.CELLS", 8)
    with pytest.raises(SourceError, match="8 cells"):
        read(b"a,b,c\n" * 3, "tasks.csv")


def test_what_is_no_sheet_is_refused() -> None:
    """An empty workbook, a binary one, one without its parts."""
    with pytest.raises(SourceError, match="empty"):
        read(workbook([]))
    with pytest.raises(SourceError, match="xlsb"):
        read(zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}))
    with pytest.raises(SourceError, match="without its part"):
        read(zipped({"[Content_Types].xml": "<Types/>", "xl/styles.xml": "<a/>"}))


def test_plan_of_a_task_list() -> None:
    """Tasks with their duties, deadlines and targets, from a sheet with a title and groups."""
    plan = parse(workbook(TASKS, ['yyyy"年"m"月"d"日"'], after=merged("A1:F1", "A3:F3", "A5:F5")), name="tasks.xlsx")

    assert plan.parts[0].title == "云泽市2025年重点工作任务分解表"
    assert [(task.ordinal, task.title) for task in plan.tasks] == [(1, "公厕改造"), (2, "养老服务")]
    assert [(each.role, each.units) for each in plan.tasks[0].responsibilities] == [
        ("responsible", ("市城管局",)),
        ("support", ("市财政局", "市住建局")),
    ]
    assert [task.deadlines[0].date for task in plan.tasks] == [datetime.date(2025, 6, 30), datetime.date(2025, 10, 31)]
    assert [(target.object, target.value, target.unit) for target in plan.targets] == [
        ("公厕", Decimal(12), "座"),
        ("养老床位", Decimal(600), "张"),
    ]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_workbooks_of_an_office(tmp_path: Path) -> None:
    """A workbook that LibreOffice saved as xls and as xlsx has the rows of the one that it was made from."""
    path = tmp_path / "made" / "tasks.xlsx"
    path.parent.mkdir()
    rows = [*TASKS, [3, "驿站", (0.85, 2), (12000.5, 3), None, "完成率"]]
    path.write_bytes(workbook(rows, ['yyyy"年"m"月"d"日"', "0%", "#,##0.00"], after=merged("A1:F1", "A3:F3", "A5:F5")))
    wanted = lines(path.read_bytes())

    assert "85%\t12,000.50" in wanted[-1]
    for suffix, media_type in (("xls", "application/vnd.ms-excel"), ("xlsx", XLSX)):
        document = read(converted([path], suffix, tmp_path / suffix)["tasks"])

        assert document.text.split("\n") == wanted
        assert document.media_type == media_type
        assert document.origins is not None
        assert {origin.sheet for origin in document.origins} == {"Sheet1"}


def test_library_of_old_workbooks_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where xlrd is missing, one line says how to install it."""
    monkeypatch.setitem(sys.modules, "xlrd", None)

    with pytest.raises(SourceError, match=r"pip install 'policydoc\[xls\]'"):
        read_xls(b"", "tasks.xls")


def test_damaged_old_workbooks_are_refused() -> None:
    """Whatever xlrd stumbles over becomes one line."""
    pytest.importorskip("xlrd")
    for data in (b"", b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\xff" * 400, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600):
        with pytest.raises(SourceError, match=r"^tasks\.xls: a damaged spreadsheet"):
            read_xls(data, "tasks.xls")


def test_plan_of_merged_fields() -> None:
    """A field that is merged over several tasks; no title above the head."""
    rows: list[list[Value]] = [
        ["序号", "领域", "任务名称", "目标任务", "牵头单位", "完成时间"],
        [1, "交通", "农村公路", "改造农村公路120公里", "市交通运输局", "2025年6月底"],
        [2, None, "公交线路", "新开公交线路5条", None, "2025年9月底"],
    ]
    plan = parse(workbook(rows, after=merged("B2:B3", "E2:E3")))

    assert [(task.title, task.responsibilities[0].units) for task in plan.tasks] == [
        ("农村公路", ("市交通运输局",)),
        ("公交线路", ("市交通运输局",)),
    ]
    assert [target.value for target in plan.targets] == [120, 5]


def test_plan_of_indicators_with_units_that_answer() -> None:
    """Indicators for which somebody answers: the year's value is the target, the past one its baseline."""
    rows: list[list[Value]] = [
        ["青岭县2025年主要指标"],
        ["序号", "指标名称", "单位", "2024年实际", "2025年目标", "责任单位"],
        [1, "生活垃圾回收利用率", "%", (0.352, 1), (0.38, 1), "县城管局"],
        [2, "城镇新增就业", "人", 5200, (6000, 2), "县人力资源社会保障局"],
    ]
    plan = parse(workbook(rows, ["0.0%", "#,##0"]))

    assert [(target.object, target.value, target.unit) for target in plan.targets] == [
        ("生活垃圾回收利用率", 38, "%"),
        ("城镇新增就业", 6000, "人"),
    ]
    assert [target.baseline.value for target in plan.targets if target.baseline] == [Decimal("35.2"), 5200]
    assert [target.task for target in plan.targets] == [task.id for task in plan.tasks]


CSV = '序号,任务,责任单位\r\n1,"新建公厕8座，\n改造12座",市城管局\r\n2,新建驿站30个,市总工会\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_separated_values(encoding: str, mark: str) -> None:
    """The mark is told by the rows, the encoding as of any text; a quoted cell may hold line ends."""
    document = read(CSV.replace(",", mark).encode(encoding), "tasks.csv")

    assert document.text.split("\n") == ["序号\t任务\t责任单位", "1\t新建公厕8座， 改造12座\t市城管局", "2\t新建驿站30个\t市总工会"]
    assert document.media_type == ("text/tab-separated-values" if mark == "\t" else "text/csv")
    assert [origin.number for origin in document.origins or ()] == [1, 2, 3]


@pytest.mark.parametrize(
    "text", ["新建公厕8座，改造公厕12座。\n", "一、总则\n各区要抓紧落实, 按月报送。\n二、附则\n", "序号,任务\n", 'a,"b\n', ""]
)
def test_text_called_csv_is_text(text: str) -> None:
    """Where no mark parts the lines evenly, a text stays one."""
    if text:
        assert read(text.encode(), "notice.csv").text == text
        assert read(text.encode(), "notice.csv").media_type == "text/plain"


@pytest.mark.parametrize("text", ['a,b\nc,"' + "公" * 40_000 + '"\n', 'a,b\nc,"' + "公\n" * 200_000])
def test_rows_that_no_spreadsheet_has(text: str) -> None:
    """Too many characters in a cell, a quote that nobody closed: a text. Too many cells in a row are refused."""
    assert read(text.encode(), "tasks.csv").text == text
    with pytest.raises(SourceError, match="cells in a row"):
        read(b"a,b\n" + b"," * 20_000, "tasks.csv")


def test_separated_values_of_another_name_are_text() -> None:
    """A text is taken apart only where its name says so: commas part sentences too."""
    assert read(CSV.encode(), "tasks.txt").text == CSV


def test_plan_of_separated_values() -> None:
    """The same plan, whatever the table is kept in."""
    plan = parse(CSV.encode("gb18030"), name="tasks.csv")

    assert [task.responsibilities[0].units[0] for task in plan.tasks] == ["市城管局", "市总工会"]
    assert [target.value for target in plan.targets] == [8, 12, 30]


def test_the_same_in_words() -> None:
    """A cell that says 同上 or 〃 is the one above; one that says nothing may stand empty."""
    rows = "序号,任务,责任单位,配合单位,完成时限\n1,新建公厕8座,市城管局,市财政局,2025年6月底\n2,新建驿站30个,同上,,〃\n"
    plan = parse(rows.encode(), name="tasks.csv")

    assert [[each.units for each in task.responsibilities] for task in plan.tasks] == [[("市城管局",), ("市财政局",)], [("市城管局",)]]
    assert [str(task.deadlines[0].date) for task in plan.tasks] == ["2025-06-30", "2025-06-30"]


def test_names_of_cells() -> None:
    """The writer of the tests names cells as spreadsheets do."""
    assert [place(1, 1), place(2, 26), place(3, 27), place(1048576, 16384)] == ["A1", "Z2", "AA3", "XFD1048576"]
