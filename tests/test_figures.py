"""Figures: every number of a line is read exactly or not at all, and has a kind."""

from __future__ import annotations

from decimal import Decimal

import pytest

import policydoc
from policydoc.dates import date_spans
from policydoc.figures.quantities import quantities
from policydoc.rules.comparators import comparators
from policydoc.rules.lexicon import lexicon
from policydoc.rules.table import forms, table
from policydoc.targets import statements


def read(text: str) -> list[tuple[str, str]]:
    """Words and kind of every number of a folded text."""
    found = statements(text, dates=date_spans(text), year=2024)
    return [(text[one.quantity.start : one.quantity.end], one.kind) for one in found]


@pytest.mark.parametrize(
    "text, amounts",
    [
        ("新建8处", ["8"]),
        ("培训12,500人次", ["12500"]),
        ("完成3万6,000人次", ["36000"]),
        ("投入12亿4,045万元", ["1240450000"]),
        ("新建2至3个", ["2~3"]),
        ("增长5.5%-6%", ["5.5~6"]),
        ("培训5至8万人", ["50000~80000"]),
        ("培训10万-12万人", ["100000~120000"]),
        ("由1万个增加到2万个", ["10000", "20000"]),
        ("三分之二以上的村", ["0.666666666666667"]),
        ("百分之七十五", ["75"]),
        ("六成五", ["65"]),
        ("翻两番", ["4"]),
        ("两三个点位", ["2~3"]),
        ("近百户", ["100"]),
        ("第一批", ["1"]),
        ("增速为-2.3%", ["-2.3"]),
        ("统一标识,一批项目,三农工作,两癌筛查,百姓,万一", []),
        ("打造一支队伍", []),
        ("新建一座公厕", ["1"]),
        ("达到1 6 0 0亿元", ["160000000000"]),
        ("增长1 3%", ["13"]),
        ("面积2·5万平方米", ["25000"]),
        ("床位2 400张", ["2400"]),
        ("投资1 . 5亿元", ["150000000"]),
        ("6·5环境日", ["6", "5"]),
        ("第1·2·3项", ["1", "2", "3"]),
        ("投产四年半", ["4.5"]),
        ("1个半工作日", ["1.5"]),
        ("两年半程赛", ["2"]),
        ("上半年,半数以上", []),
        ("一半以上", ["0.5"]),
        ("培训3000多万人", ["30000000"]),
        ("投入20个亿。", ["2000000000"]),
        ("15家以上亿元企业", ["15", "100000000"]),
        ("投入上亿元", ["100000000"]),
        ("云泽、六合、青岭3地", ["3"]),
        ("建设一个甲园、两个乙园", ["1", "2"]),
    ],
)
def test_amounts(text, amounts):
    """Numbers in every notation; numerals inside words are none."""
    shown = [str(found.value) if found.value is not None else f"{found.low}~{found.high}" for found in quantities(text)]

    assert shown == amounts


@pytest.mark.parametrize(
    "text",
    [
        "1e999个",
        "9" * 10_000 + "个",
        "亿亿亿个",
        "百分之",
        "5至。",
        "至8个",
        "几十个",
        "数百家",
        "十几个",
        "1234567890123456789公里",
        "000万吨",
        "29 00亿元",
    ],
)
def test_unread(text):
    """What has no sure reading keeps its place, has no value and says why."""
    (found,) = quantities(text)

    assert found.value is None
    assert found.problem
    assert not found.read


@pytest.mark.parametrize(
    "text, wide, amounts",
    [
        ("新建1,260座", "新建1，260座", ["1260"]),
        ("产煤36,000万吨", "产煤36，000万吨", ["360000000"]),
        ("2023,260座", "2023，260座", ["2023", "260"]),
        ("12个,300人", "12个，300人", ["12", "300"]),
        ("见表3,200户", "见表3，200户", ["3", "200"]),
    ],
)
def test_wide_commas(text, wide, amounts):
    """A full-width comma parts thousands where both sides are digits and the left has no unit; behind a label it parts items."""
    assert [str(found.value) for found in quantities(text, wide)] == amounts


def test_every_problem_is_reported():
    """An unread number raises N002 and is a figure all the same."""
    plan = policydoc.parse("云泽市工作方案\n一、公厕建设。新建公厕亿亿亿座。")

    assert "N002" in {found.code for found in plan.diagnostics}
    assert [figure.text for figure in plan.figures] == ["亿亿亿座"]


def test_digits_are_never_made_up():
    """Every figure quotes the text."""
    text = "云泽市工作方案\n一、公厕建设。新建公厕１２座，改造３.５万平方米。"
    plan = policydoc.parse(text)

    assert all(plan.text.content[slice(*figure.span)] == figure.text for figure in plan.figures)
    assert [target.value for target in plan.targets] == [Decimal(12), Decimal(35000)]


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("根据云政发[2024]7号文件", {"reference"}),
        ("第3批名单", {"ordinal"}),
        ("地铁5号线", {"name"}),
        ("104国道和G25高速", {"name"}),
        ("推广5G技术", {"name"}),
        ("60周岁以上老人", {"threshold"}),
        ("2024年9月底前完成", {"date"}),
        ("电话0999-5612345", {"contact"}),
        ("满分100分", {"score"}),
        ("实施20项民生工程", {"declared_count"}),
        ("十大类26项", {"declared_count"}),
        ("每户补助3万元", {"rate"}),
        ("5个工作日内办结", {"standard"}),
        ("亿元以上项目", {"threshold"}),
        ("全市已建成驿站86处", {"achievement"}),
        ("滨河三路", {"name"}),
        ("排名前3名", {"ordinal"}),
        ("“4个10万”项目", {"name"}),
    ],
)
def test_kinds(text, kinds):
    """What a number is."""
    assert {kind for _, kind in read(text)} == kinds


@pytest.mark.parametrize("row", [row for row in table("figure_kinds") if row["side"] in ("before", "after")], ids=lambda row: row["id"])
def test_cues_beside_a_number(row):
    """The number of the example has the kind of the row."""
    wanted = {"ranked": "ordinal", "imprint": "reference"}.get(row["kind"], row["kind"])

    assert wanted in {kind for _, kind in read(row["example"])}


@pytest.mark.parametrize("row", table("numeral_words"), ids=lambda row: row["id"])
def test_words_of_numerals(row):
    """The numeral of a word is no number."""
    assert quantities(row["example"]) == []


@pytest.mark.parametrize("row", [row for row in table("declared") if row["role"] != "declarer"], ids=lambda row: row["id"])
def test_declared(row):
    """How many there are is no target."""
    assert {kind for _, kind in read(row["example"])} == {"declared_count"}


def test_unknown_is_rare():
    """Of the numbers of a page of mixed sentences, hardly one is of unknown kind."""
    text = "\n".join(row["example"] for name in ("units", "verbs", "figure_kinds", "comparators", "facets") for row in table(name))
    found = [kind for line in text.split("\n") for _, kind in read(line)]

    assert found.count("unknown") <= len(found) // 20


def test_lexicon_takes_the_longest():
    """不低于 before 低于, 以上(含) before 以上; a form inside a longer word of `unless` is none."""
    assert comparators("before").before("不低于", 0, 3) == ("ge", 0)
    assert comparators("after").at("以上(含)", 0, 5) == ("ge", 5)
    assert lexicon("verbs", lambda row, _: row["id"]).at("压缩机", 0, 3) is None


def test_forms_of_a_table_are_written_once():
    """A verb belongs to one row."""
    written = [form for row in table("verbs") for form in forms(row)]

    assert len(written) == len(set(written))


@pytest.mark.parametrize("text", ["工业增加值增长21，7％。", "新增合成氨产能152，5万吨。", "培训12，34人。"])
def test_ambiguous_comma(text):
    """A comma that may be a decimal point makes no target of either half."""
    assert policydoc.find_targets(text, 2025) == []
    assert "N007" in {found.code for found in policydoc.parse(text).diagnostics}
