"""The tables of an archive: what stands in which column."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policydoc
from conftest import LETTER, ROOT
from policydoc.archive.columns import ARROW, NESTED, STATUSES, TABLES
from policydoc.archive.decimals import PLACES, PRECISION, fitting
from policydoc.archive.parsing import parsed
from policydoc.archive.tables import LONGEST_QUOTE, rows, unread
from policydoc.archive.years import path_year

KINDS = {"text": str, "integer": int, "decimal": Decimal, "date": datetime.date, "texts": list}

NOTICE = """\
澜港市人民政府关于印发澜港市2025年重点民生项目计划的通知
澜政发〔2025〕3号
各区人民政府，市政府各部门：
现将《澜港市2025年重点民生项目计划》印发给你们。
澜港市人民政府
2025年1月20日
澜港市2025年重点民生项目计划
一、污水治理工程。新建污水管网38.5公里，其中北溪区12公里；污水处理率由91%提高到95%以上。2025年10月底前完成。
牵头单位：市水务局；配合单位：市财政局、市住房城乡建设局
二、养老服务。新增养老床位800至1000张，实现社区养老服务全覆盖。
责任单位：市民政局
四、就业服务。开展技能培训1.2万人次。
"""


@pytest.fixture(scope="module")
def plan():
    """The plan of the notice above."""
    return policydoc.parse(NOTICE, name="通知.txt")


@pytest.fixture(scope="module")
def tables(plan):
    """Its tables."""
    return rows(plan, "2025/通知.txt")


def holds(tables):
    """Every row has the columns of its table in their order, each with a value of its kind, null only where it may be."""
    assert list(tables) == list(TABLES)
    for name, columns in TABLES.items():
        for row in tables[name]:
            assert list(row) == [column.name for column in columns]
            for column in columns:
                value = row[column.name]
                assert column.nullable if value is None else type(value) is KINDS[column.kind], (name, column.name, value)


def test_columns(tables):
    """What stands in the rows is what the columns say."""
    holds(tables)


def test_notices_of_the_corpus(notice):
    """It holds of any notice, and nothing is lost: as many rows as the plan has entries."""
    plan = policydoc.parse(notice.path)
    tables = rows(plan, notice.name)

    holds(tables)
    assert [len(tables[name]) for name in ("tasks", "targets", "goals", "diagnostics")] == [
        len(entries) for entries in (plan.tasks, plan.targets, plan.goals, plan.diagnostics)
    ]
    assert len(tables["deadlines"]) == sum(len(owner.deadlines) for owner in (*plan.tasks, *plan.targets))
    assert [target.value for target in plan.targets] == [row["value"] for row in tables["targets"]]


def test_the_document(tables, plan):
    """One row for the file: header elements flat, counts beside them."""
    [row] = tables["documents"]

    assert (row["name"], row["status"], row["error"], row["document"]) == ("2025/通知.txt", "read", None, plan.id)
    assert (row["document_number"], row["document_number_year"], row["issuers"]) == ("澜政发〔2025〕3号", 2025, ["澜港市人民政府"])
    assert (row["issued_on"], row["year"], row["plan_years_first"]) == (datetime.date(2025, 1, 20), 2025, 2025)
    assert (row["task_count"], row["target_count"]) == (len(plan.tasks), len(plan.targets))


def test_ids_are_those_of_the_archive(tables, plan):
    """Ids inside the plan stand behind the plan's id; what refers to one finds it."""
    tasks = {row["id"] for row in tables["tasks"]}
    targets = {row["id"] for row in tables["targets"]}

    assert tasks == {f"{plan.id}:{task.id}" for task in plan.tasks}
    assert {row["task"] for name in ("targets", "goals", "responsibilities", "deadlines") for row in tables[name]} <= tasks
    assert {row["of"] for row in tables["targets"] if row["of"]} <= targets
    assert {row["target"] for row in tables["deadlines"] if row["target"]} <= targets
    assert all(row["name"] == "2025/通知.txt" and row["document"] == plan.id for name in NESTED for row in tables[name])


def test_a_row_for_each_unit(tables):
    """A duty of several units has a row for each, under one number."""
    found = [(row["number"], row["role"], row["unit"]) for row in tables["responsibilities"] if row["task"].endswith("p2/1")]

    assert found == [(1, "lead", "市水务局"), (2, "support", "市财政局"), (2, "support", "市住房城乡建设局")]


def test_amounts(tables):
    """Exact numbers, ranges and baselines have columns of their own."""
    found = {row["object"]: row for row in tables["targets"]}

    assert found["污水管网"]["value"] == Decimal("38.5")
    assert (found["养老床位"]["value"], found["养老床位"]["low"], found["养老床位"]["high"]) == (None, 800, 1000)
    assert (found["污水处理率"]["value"], found["污水处理率"]["baseline_value"]) == (95, 91)
    assert found["污水管网"]["deadline"] == datetime.date(2025, 10, 31)


def test_diagnostics_quote(tables):
    """A diagnostic has its words, and what stands at its place."""
    row = next(row for row in tables["diagnostics"] if row["code"] == "O002")

    assert NOTICE[row["span_start"] : row["span_end"]].startswith(row["quote"])
    assert 0 < len(row["quote"]) <= LONGEST_QUOTE


def test_without_text(plan):
    """A plan whose text was left out has the same rows, but for quotes."""
    bare = plan.model_copy(update={"text": plan.text.model_copy(update={"content": None})})
    expected = rows(plan, "a")
    for row in expected["diagnostics"]:
        row["quote"] = None

    assert rows(bare, "a") == expected


def test_rows_survive_json(plan):
    """A plan that was written and read again has the same rows."""
    assert rows(type(plan).model_validate_json(plan.model_dump_json()), "a") == rows(plan, "a")


@pytest.mark.parametrize("status", STATUSES)
def test_unread(status):
    """A file without a plan has one row, with the reason."""
    tables = unread("a.txt", status, "why", sha256="0" * 64, size=12, year=2024)

    holds(tables)
    assert {name: len(found) for name, found in tables.items() if found} == {"documents": 1}
    assert tables["documents"][0]["error"] == "why"


@pytest.mark.parametrize(
    "content, status, words",
    [
        (LETTER.encode(), "read", None),
        (LETTER.encode("gb18030"), "read", None),
        (b"", "refused", "empty; give a file with text"),
        (b"PK\x03\x04" + bytes(60), "refused", "a damaged zip container"),
        (None, "refused", "no content"),
        ("\ud800", "refused", "half a character"),
    ],
)
def test_parsed(content, status, words):
    """A document that cannot be read is a row, never an exception; its name does not stand before the reason."""
    found = parsed("2024/a.txt", content)
    error = found.tables["documents"][0]["error"]

    holds(found.tables)
    assert found.status == found.tables["documents"][0]["status"] == status
    assert (found.plan is None) == (status != "read")
    assert error is None if words is None else words in error and not error.startswith("a.txt")


@pytest.mark.parametrize("raised, status", [(RecursionError("too deep\nby far"), "fault"), (MemoryError(), "memory")])
def test_faults_are_rows(monkeypatch, raised, status):
    """A fault of policydoc with one document is recorded in one line; its digest is kept."""

    def broken(*_, **__):
        raise raised

    monkeypatch.setattr("policydoc.parser.parse", broken)
    row = parsed("a.txt", LETTER.encode()).tables["documents"][0]

    assert (row["status"], "\n" in row["error"], len(row["sha256"]), row["bytes"]) == (status, False, 64, len(LETTER.encode()))


def test_plan_line():
    """The plan is the one line that `policydoc parse --compact` prints."""
    found = parsed("2024/a.txt", LETTER.encode())

    assert found.plan.endswith(b"\n")
    assert found.plan.count(b"\n") == 1
    assert json.loads(found.plan)["source"]["name"] == "a.txt"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**25), max_value=10**25))
def test_fitting(value):
    """A number fits exactly or is left out; what fits is equal, with digits that a decimal column has."""
    fitted = fitting(value)
    exact = (
        abs(value) < 10 ** (PRECISION - PLACES) and value * 10**PLACES == int(value * 10**PLACES)
        if len(value.as_tuple().digits) < 20
        else None
    )

    assert fitted is None or (fitted == value and -PLACES <= fitted.as_tuple().exponent <= 0 and fitted.adjusted() < PRECISION - PLACES)
    assert exact is None or (fitted is not None) == exact


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-1E+999", "1E-999", "0E+400", "0E-400"])
def test_fitting_of_the_strange(value):
    """No number is too strange to be asked about; nought fits however it is written."""
    assert fitting(Decimal(value)) in (None, 0)
    assert (fitting(Decimal(value)) == 0) == value.startswith("0")


@pytest.mark.parametrize(
    "name, year",
    [
        ("2023/关于印发2024年要点的通知.txt", 2023),
        ("青岭县/2022-2023/a.txt", 2023),
        ("2021/第3期/云政发〔2022〕1号.txt", 2021),
        ("a/工作要点2019.html", 2019),
        ("a/20240301.txt", None),
        ("12024/a.txt", None),
        ("", None),
    ],
)
def test_path_year(name, year):
    """The innermost folder with a year files a notice, else its own name; a longer number is no year."""
    assert path_year(name) == year


def test_published():
    """schemas/tables-1.0.json has every table and column: `python scripts/build_tables.py` mends it."""
    published = json.loads((ROOT / "schemas" / "tables-1.0.json").read_text(encoding="utf-8"))
    told = {
        name: [(column["name"], column["type"], column["nullable"]) for column in table["columns"]]
        for name, table in published["tables"].items()
    }

    assert told == {name: [(column.name, ARROW[column.kind], column.nullable) for column in columns] for name, columns in TABLES.items()}
