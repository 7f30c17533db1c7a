"""公文要素: every element of head, tail, imprint and website block in the forms that offices give it."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policydoc
from clock import BOUND, growth
from composed import BODY, SIGNED, TITLE, notice, number_of, read
from policydoc.header import headings
from policydoc.layout import lines
from policydoc.model.header import Header
from policydoc.parts import parts
from policydoc.rules.agencies import tail_of
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.labels import label_forms, label_of, label_pattern
from policydoc.rules.table import table
from policydoc.text.fold import fold


def codes(text: str) -> list[str]:
    """The diagnostics of a text that speak of its header."""
    return [finding.code for finding in policydoc.parse(text).diagnostics if finding.code.startswith("H")]


@pytest.mark.parametrize(
    ("to", "wanted"),
    [
        ("青岭县人民政府：", ["青岭县人民政府"]),
        ("各县（市、区）人民政府，市政府各部门、各直属机构:", ["各县（市、区）人民政府", "市政府各部门", "各直属机构"]),
        ("各区（县、市）人民政府（管委会），市政府各委、办、局：", ["各区（县、市）人民政府（管委会）", "市政府各委、办、局"]),
        ("各省、自治区、直辖市人民政府，国务院各部委、各直属机构：", ["各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"]),
        ("青岭县、望川、岚河县人民政府，市直有关部门、单位：", ["青岭县、望川、岚河县人民政府", "市直有关部门、单位"]),
        ("各县民政局、财政局，市发展改革委、市住建局：", ["各县民政局、财政局", "市发展改革委", "市住建局"]),
        ("各乡镇人民政府、各街道办事处、县直各部门：", ["各乡镇人民政府", "各街道办事处", "县直各部门"]),
        ("各苏木乡镇人民政府、街道办事处，各有关单位：", ["各苏木乡镇人民政府、街道办事处", "各有关单位"]),
        ("北溪区人民政府、南浦区人民政府：", ["北溪区人民政府", "南浦区人民政府"]),
        ("各县（区）人民政府，市政府各部门，各\n大企业、各高等院校：", ["各县（区）人民政府", "市政府各部门", "各大企业", "各高等院校"]),
        ("各县（区）人民政府：现通知如下。", ["各县（区）人民政府"]),
    ],
)
def test_recipients(to: str, wanted: list[str]) -> None:
    """主送机关 are split between organisations; elided names and brackets stay whole."""
    assert notice(to=to)["recipients"] == wanted


@pytest.mark.parametrize("to", ["各位代表：", "现将有关事项通知如下：", "责任单位：市民政局"])
def test_no_recipients(to: str) -> None:
    """A salutation, the end of a sentence and a duty are no recipients."""
    assert notice(to=to)["recipients"] == []


def test_inner_header() -> None:
    """转发: the inner text has a header of its own, by the index of its part."""
    text = (
        "青政办〔2024〕12号\n青岭县人民政府办公室关于转发《关于开展清洁取暖的通知》的通知\n各乡镇人民政府：\n现转发给你们。\n青岭县人民政府办公室\n2024年4月1日\n"
        "云政办发〔2024〕7号\n云泽市人民政府办公室\n关于开展清洁取暖的通知\n各县（区）人民政府：\n现通知如下。\n云泽市人民政府办公室\n2024年3月5日\n（此件发至乡镇）\n"
    )
    found = read(text)
    inner = found.inner[1]

    assert (number_of(found.header), found.issued_on) == ("青政办〔2024〕12号", datetime.date(2024, 4, 1))
    assert (number_of(inner), inner["issuers"], inner["recipients"]) == (
        "云政办发〔2024〕7号",
        ["云泽市人民政府办公室"],
        ["各县（区）人民政府"],
    )
    assert (inner["issued_on"], inner["annotations"]) == (datetime.date(2024, 3, 5), ["此件发至乡镇"])


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "云政办发〔2023〕98号\n云泽市人民政府办公室关于做好2024年春节服务的通知\n各县：\n抓好落实。\n云泽市人民政府办公室\n2023年12月28日\n",
            2024,
        ),
        ("关于加快便民服务建设的实施意见\n2024年，全市组织实施12项便民工程。\n一、新建驿站8个。\n", 2024),
        ("云政发〔2024〕9号\n云泽市便民服务三年行动计划（2023—2025年）\n一、新建驿站8个。\n", 2024),
        ("云政发〔2024〕9号\n云泽市人民政府关于推进便民服务的意见\n2021年，全市实施了12项工程。\n一、新建驿站8个。\n", 2024),
        ("关于加快便民服务建设的意见\n一、新建驿站8个。\n云泽市民政局\n2024年3月5日\n", 2024),
        ("云泽市便民服务三年行动计划（2023—2025年）\n一、新建驿站8个。\n", None),
        ("今年要办好十件实事：（1）新建驿站8个。\n", None),
    ],
)
def test_plan_year(text: str, year: int | None) -> None:
    """计划年度: title, preamble, number, date; never guessed, never before the notice."""
    assert read(text).year == year


def test_diagnostics() -> None:
    """A damaged number, years that differ, a day that does not exist; a sound notice has none of them."""
    plain = f"{TITLE}\n各县：\n{BODY}云泽市人民政府办公室\n"

    assert codes(f"云政办发〔20 4〕 号\n{plain}2024年3月5日\n") == ["H002"]
    assert codes(f"云政办发〔2024〕07号\n{plain}2024年3月5日\n") == ["H002"]
    assert codes(f"云政办发〔2023〕7号\n{plain}2024年3月5日\n") == ["H003"]
    assert codes(f"云政办发〔2024〕7号\n{plain}2024年2月30日\n") == ["H006"]
    assert codes(f"云政办发〔2024〕7号\n{plain}2024年3月5日\n云泽市政府办公室　2024年3月1日印发\n") == ["H006"]
    assert codes("新建便民驿站8个。") == ["H001"]
    assert codes(f"云政办发〔2024〕7号\n{plain}2024年3月5日\n") == []


def test_attachment_diagnostics() -> None:
    """H005 speaks of an attachment that does not follow, and is silent where it does."""
    announced = f"{TITLE}\n各县：\n{BODY}附件：任务分工表\n{SIGNED}\n"

    assert codes(announced) == ["H005"]
    assert codes(announced + "附件\n任务分工表\n序号\t任务\n") == []


@pytest.mark.parametrize("row", table("kinds"), ids=lambda row: row["id"])
def test_kind_examples(row: dict[str, str]) -> None:
    """The example of a row ends with its kind."""
    kind = kind_at_end(fold(row["example"]))

    assert kind is not None
    assert (kind.name, kind.status) == (row["name"], row["status"])


@pytest.mark.parametrize("row", table("agencies"), ids=lambda row: row["id"])
def test_agency_examples(row: dict[str, str]) -> None:
    """The example of a row ends like an organisation."""
    assert tail_of(fold(row["example"])) is not None


@pytest.mark.parametrize(
    "row", [row for row in table("labels") if row["group"] != "imprint"], ids=lambda row: f"{row['group']}-{row['id']}"
)
def test_label_examples(row: dict[str, str]) -> None:
    """The example of a row begins with its label."""
    match = label_pattern(row["group"]).match("".join(fold(row["example"]).split()))

    assert match is not None
    assert label_forms(row["group"])[label_of(match)] == row["id"]


def squeezed(text: str) -> str:
    """A text without blanks."""
    return "".join(text.split())


def test_spans_quote_the_text() -> None:
    """Every value stands where its span says."""
    text = f"云政办发〔2024〕7号\n{TITLE}\n各县，各区：\n{BODY}附件：任务分工表\n云 泽 市 民 政 局\n2024年3月5日\n（此件公开发布）\n抄送：市委办，市人大办。\n"
    header = read(text).header

    for name in ("issuers", "recipients", "copied_to", "annotations", "attachments_announced"):
        assert [squeezed(text[slice(*span)]) for span in header["spans"][name]] == header[name]
    assert text[slice(*header["spans"]["title"])] == TITLE
    assert text[slice(*header["document_number"]["span"])] == header["document_number"]["written"]
    assert text[slice(*header["spans"]["issued_on"])] == "2024年3月5日"


PIECES = [
    "附件",
    "：",
    "\n",
    "《",
    "》",
    "（",
    "）",
    "〔2024〕",
    "7号",
    "云泽市人民政府",
    "关于",
    "的通知",
    "2024年3月5日",
    "各县",
    "抄送：",
    "\t",
    "|",
    "、",
    "索引号：",
    "第十十号",
    "民国十十年三月五日",
    "\ud800",
    "签发人：",
    "主旨：",
    "受文者：",
    "文件",
    "市长某某",
    "1.",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_text_gives_a_header(pieces: list[str]) -> None:
    """Whatever the text: a header that the model takes, with spans inside the text."""
    text = "".join(pieces)
    found = read(text)
    header = Header.model_validate(found.header)

    assert all(
        0 <= span[0] <= span[1] <= len(text)
        for spans in found.header["spans"].values()
        for span in (spans if isinstance(spans, list) else [spans])
    )
    assert header.document_number is None or text[slice(*header.document_number.span)] == header.document_number.written
    assert all(text[slice(*citation["span"])] == citation["text"] for citation in found.citations)


@pytest.mark.parametrize(
    "unit",
    [
        "〔2024〕1号",
        "《关于甲的通知》（云政发〔2024〕1号）",
        "《",
        "国发",
        "抄送：市委办。\n",
        "索引号：\n",
        "第",
        "号",
        "各县、各区，",
        "由1到",
    ],
)
def test_time_is_linear(unit: str) -> None:
    """Four times the length takes at most eight times the time."""

    def seconds(length: int) -> float:
        text = f"{TITLE}\n各县：\n" + unit * (length // len(unit))
        found = lines(text)
        split = parts(text, found)
        start = time.process_time()
        headings(text, found, split)
        return time.process_time() - start

    assert growth(seconds, 4000, 16000) <= BOUND


def test_urgency_beside_the_number_of_a_telegram() -> None:
    """等级 特急·明电 on the line of the number is no part of the agency code."""
    header = policydoc.parse(
        "等级　特急·明电　　云政办明电〔2024〕6号\n云泽市人民政府办公室关于做好防汛工作的紧急通知\n各县人民政府：\n"
    ).header

    assert header.document_number.text == "云政办明电〔2024〕6号"
    assert header.urgency == "特急·明电"


@pytest.mark.parametrize("signed", ["市水利局", "市水利局\n（2021年8月20日）"])
def test_forwarded_text_keeps_its_author(signed: str) -> None:
    """The office under the title of a forwarded plan, its date below it or none, is of the inner header."""
    text = (
        "云泽市人民政府办公室关于转发市水利局《云泽市河道清障方案》的通知\n各县人民政府：\n现将《云泽市河道清障方案》转发给你们。\n"
        f"云泽市人民政府办公室\n2021年9月6日\n云泽市河道清障方案\n{signed}\n为做好河道清障工作，结合实际，制定本方案。\n一、清理河道120公里。\n"
    )
    inner = policydoc.parse(text).parts[1].header

    assert inner.issuers == ("市水利局",)
    assert inner.issued_on == (datetime.date(2021, 8, 20) if "2021年8月" in signed else None)
