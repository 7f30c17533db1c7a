"""Whatever the text: a plan that keeps its promises, or a `PolicydocError`; in time that grows with the length."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import policydoc
from conftest import LETTER, ROOT
from promises import check, undone

PIECES = st.sampled_from(
    [
        *"0123456789０９〇零一二三四五六七八九十百千万亿两几壹",
        *"（）()〔〕[]《》“”、，。：；！？.,:;%％－—-~～·　 \t",
        *"①⑩⒈⑴㈠",
        *"\n\n\n\r",
        "\r\n",
        "　　",
        "（一）",
        "（十二）",
        "一、",
        "十、",
        "1.",
        "1．",
        "（1）",
        "第一条",
        "附件",
        "附件1",
        "责任单位：",
        "牵头单位：市发展改革委，配合单位：市财政局",
        "其中",
        "分别",
        "由10%提高到12%",
        "不少于",
        "以上",
        "左右",
        "每个",
        "各",
        "至",
        "到",
        "百分之",
        "百分点",
        "三分之二",
        "翻两番",
        "2024年",
        "9月底前",
        "2024年9月31日",
        "云泽市人民政府关于印发《便民方案》的通知",
        "云政发〔2024〕7号",
        "各县人民政府：",
        "新建便民驿站8个",
        "改造老旧小区12个，惠及1.2万户",
        "新增养老床位三十张",
        "（此件公开发布）",
        "抄送：市委办公室。",
        "2024年3月5日印发",
        "责任单位\t数量\t时限",
        "|任务|数量|",
        "|---|---|",
        "?。ǘB老服務",
        "锟斤拷",
        "\ufffd",
        "\u200b",
        "\ufeff",
        "<p>",
        "&nbsp;",
        "目　录",
        "……………3",
        "公厕",
        "個",
        "萬平方米",
    ]
)
MARKS = st.sampled_from(
    ["\n", "\f", "\n- 3 -\n", "\n\f", "\t", "  ", "\u3000", "\n\n", "|", "\n第 3 页\n", "\ufffd", "\r\n", "(", "）", "，", "“"]
)
TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*/notice.txt")) if path.stat().st_size < 100_000]
NOTICES = st.lists(PIECES, max_size=80).map("".join)
HOW = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def plan_of(source):
    """The plan, or None where the source was refused in the agreed way."""
    try:
        return policydoc.parse(source)
    except policydoc.errors.InvariantError:
        raise
    except policydoc.PolicydocError:
        return None


@given(NOTICES)
@HOW
def test_notice_like_text(text):
    """Texts made of the pieces of notices."""
    plan = plan_of(text)
    if plan is not None:
        check(plan)


@given(st.sampled_from(TEXTS), st.floats(0, 1), st.lists(st.tuples(st.floats(0, 1), MARKS), min_size=1, max_size=40))
@settings(HOW, max_examples=60)
def test_notice_with_marks_in_it(text, start, marks):
    """Pages, line ends, tabs, brackets and lost characters anywhere in a notice."""
    text = text[int(start * len(text)) :][:3000]
    for place, mark in marks:
        text = text[: int(place * len(text))] + mark + text[int(place * len(text)) :]
    plan = plan_of(text)
    if plan is not None:
        check(plan)


@given(st.text(max_size=300))
@HOW
def test_any_text(text):
    """Any text at all."""
    plan = plan_of(text)
    if plan is not None:
        check(plan)


@given(st.binary(max_size=300) | NOTICES.map(lambda text: text.encode("gb18030")) | NOTICES.map(lambda text: text.encode("utf-16")))
@HOW
def test_any_bytes(data):
    """Any bytes at all."""
    plan = plan_of(data)
    if plan is not None:
        check(plan)


@given(st.lists(PIECES, min_size=5, max_size=60).map("".join), st.integers(0, 200), st.binary(min_size=1, max_size=2))
@HOW
def test_damaged_bytes(text, place, junk):
    """A notice in GB18030 with bytes that were changed on the way."""
    data = text.encode("gb18030")
    plan = plan_of(data[:place] + junk + data[place + 1 :])
    if plan is not None:
        check(plan)


@given(NOTICES)
@HOW
def test_edits_can_be_undone(text):
    """Taking back every edit of a plain text gives its characters."""
    plan = plan_of(text)
    if plan is not None and plan.source.media_type == "text/plain":
        assert undone(plan) == text


@given(NOTICES)
@HOW
def test_same_text_same_plan(text):
    """The same text gives the same bytes."""
    first, second = plan_of(text), plan_of(text)

    assert (first and first.model_dump_json()) == (second and second.model_dump_json())


@given(NOTICES)
@HOW
def test_doors_for_sentences(text):
    """`find_targets` and `find_deadlines` read any text, and quote it."""
    for found in (*policydoc.find_targets(text, year=2024), *policydoc.find_deadlines(text, 2024)):
        start, end = found.span

        assert text[start:end] == found.text


@given(st.text(max_size=40) | NOTICES)
@HOW
def test_numbers(text):
    """`read_number` gives a finite number or refuses with a `PolicydocError`."""
    try:
        number = policydoc.read_number(text)
    except policydoc.PolicydocError:
        return

    assert number.is_finite()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\ufeff",
        "\ud800",
        "新建\udcff8个",
        "\x00",
        "<",
        "<html>",
        "PK\x03\x04",
        "%PDF-1.4",
        "{\\rtf1",
        "投入2实施",
        "序 名称 内容 时限\n合计（1） \n一 “ ”7里",
    ],
)
def test_odd_texts(text):
    """Nothing, blanks, lone surrogates and the first characters of other formats."""
    plan = plan_of(text)
    if plan is not None:
        check(plan)


@pytest.mark.parametrize("cut", range(0, len(LETTER), 7))
def test_cut_anywhere(cut):
    """A notice that breaks off, and one whose beginning is lost."""
    for text in (LETTER[:cut], LETTER[cut:]):
        plan = plan_of(text)
        if plan is not None:
            check(plan)


RUNS = [
    "1",
    "9,",
    "1.",
    "一",
    "一万",
    "（",
    "）",
    "(1)",
    "（一）",
    "一、",
    "一是",
    "第一条",
    "①",
    "、",
    "，",
    "。",
    "：",
    "《",
    "》《",
    "“",
    "〔2024〕",
    "2024年",
    "9月底前",
    "—",
    "1-2",
    "10%",
    "每",
    "各",
    "其中",
    "分别",
    "由1到",
    "不少于",
    "新建",
    "新建8个",
    "新建8个，",
    "8个、",
    "责任单位：",
    "市财政局、",
    "附件",
    "附件1\n",
    "（一）\n",
    "一、\n",
    "1.\n",
    "1.1.1.1",
    "1.1\n",
    "一是\n",
    "①\n",
    "第一条\n",
    "第一章甲",
    "（1）甲",
    "第1项：\n",
    "专栏1\n",
    "、甲\n",
    "二甲\n",
    "1 甲\n",
    "l.甲\n",
    "**甲乙丙**\n",
    "首先，",
    "|8",
    "\t8",
    "|8|\n",
    " ",
    "　",
    "\n",
    "\r",
    "的通知",
    "人民政府",
    "号",
    "?。ǘ",
    "锟斤拷",
    "\ufffd",
    "<p>",
    "<div>",
    "&nbsp;",
    "好",
    "A",
]
SHORT, LONG = 4_000, 16_000
FLOOR = 0.02
"""Seconds below which a clock says nothing."""


def cost(text):
    """The CPU seconds of a parse."""
    start = process_time()
    plan_of(text)
    return process_time() - start


@pytest.mark.parametrize("piece", RUNS)
def test_linear_time(piece):
    """Four times the length takes about four times the time, whatever is repeated (16 would be a square)."""
    short, long = (piece * SHORT)[:SHORT], (piece * LONG)[:LONG]
    ratios = []
    for _ in range(3):  # a busy machine may spoil one measurement
        ratios.append(cost(long) / max(cost(short), FLOOR))
        if ratios[-1] < 8:
            break

    assert min(ratios) < 8


@pytest.mark.parametrize("piece", RUNS)
def test_runs_keep_the_promises(piece):
    """A run of one piece is a text like any other."""
    plan = plan_of((piece * 1000)[:1000])
    if plan is not None:
        check(plan)
