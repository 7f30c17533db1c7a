"""公文要素: every element of head, tail, imprint and website block in the forms that offices give it."""

from __future__ import annotations

import datetime
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policydoc
from policydoc.header import Heading, headings
from policydoc.layout import lines
from policydoc.model.header import Header
from policydoc.parts import parts
from policydoc.rules.agencies import tail_of
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.labels import label_forms, label_of, label_pattern
from policydoc.rules.table import table
from policydoc.text.fold import fold

TITLE = "云泽市人民政府办公室关于做好便民服务工作的通知"
BODY = "现就有关事项通知如下。\n一、加强领导。各地要高度重视，抓好落实。\n二、新建便民驿站8个。\n"
SIGNED = "云泽市人民政府办公室\n2024年3月5日"
BLOCK = (
    "索 引 号：\t000123456/2024-00012\t主题分类：\t民政/救助\n发文机关：\t云泽市人民政府\t成文日期：\t2024年03月05日\n"
    "标　　题：\t云泽市人民政府关于做好便民服务工作的通知\n发文字号：\t云政发〔2024〕9号\t发布日期：\t2024年03月10日\n有 效 性：\t有效\n"
)


def read(text: str) -> Heading:
    """The heading of a text."""
    found = lines(text)
    return headings(text, found, parts(text, found))


def notice(
    *,
    number: str = "云政办发〔2024〕7号",
    title: str = TITLE,
    to: str = "各县（区）人民政府：",
    body: str = BODY,
    signed: str = SIGNED,
    after: str = "",
) -> dict[str, Any]:
    """The header of a notice of which one element is special."""
    return read(f"{number}\n\n{title}\n\n{to}\n{body}\n{signed}\n{after}").header


def codes(text: str) -> list[str]:
    """The diagnostics of a text."""
    return [finding["code"] for finding in read(text).diagnostics]


def number_of(header: dict[str, Any]) -> str | None:
    """发文字号 in the normal form."""
    return header["document_number"] and header["document_number"]["text"]


@pytest.mark.parametrize(
    "written",
    [
        "云政办发〔2024〕7号",
        "云政办发﹝2024﹞7号",
        "云政办发[2024]7号",
        "云政办发【2024】7号",
        "云政办发（2024）7号",
        "云政办发﹝2024〕7 号",
        "云政办发〔２０２４〕７号",
        "云政办发(2024)第7号",
        "云政办发〔2024〕—7号",
        "云政办发〔二○二四〕7号",
        "云政办发 〔2024〕 7 号",
        "云政办发2024-7号",
        "（云政办发〔2024〕7号）",
        "文号：云政办发〔2024〕7号",
        "云政办发〔2024〕7号　　　签发人：某某",
        "云泽市人民政府办公室文件　　云政办发〔2024〕7号",
        "索引号：A1/2024-1　文号：云政办发〔2024〕7号",
        "云政办发〔2024〕07号",
        "云政办发〔2024〕7",
        "云政办发〔20247号",
    ],
)
def test_number_forms(written: str) -> None:
    """However it is written, the number has one normal form; what was written stands beside it."""
    header = notice(number=written)
    number = header["document_number"]

    assert (number["text"], number["agency_code"], number["year"], number["serial"]) == ("云政办发〔2024〕7号", "云政办发", 2024, 7)
    assert number["written"] in written
    assert (header["title"], header["recipients"], header["issuers"]) == (TITLE, ["各县（区）人民政府"], ["云泽市人民政府办公室"])


@pytest.mark.parametrize("title", [f"{TITLE}（云政办发〔2024〕7号）", f"云政办发〔2024〕7号 {TITLE}", f"{TITLE}\n（云政办发〔2024〕7号）"])
def test_number_beside_the_title(title: str) -> None:
    """A number in the title's line is the notice's own and no part of the title."""
    header = notice(number="", title=title)

    assert (number_of(header), header["title"]) == ("云政办发〔2024〕7号", TITLE)


@pytest.mark.parametrize(
    ("text", "number", "year", "serial"),
    [
        ("云泽市人民政府令\n第305号\n现予公布。\n", "第305号", None, 305),
        ("云泽市人民政府令第305号\n现予公布。\n", "云泽市人民政府令第305号", None, 305),
        ("汐州市第九届人民代表大会公告\n（第二号）\n现予公告：\n", "第2号", None, 2),
        ("云泽市财政局公告\n2024年第12号\n现公告如下。\n", "2024年第12号", 2024, 12),
        ("第12/2024號行政法規\n社會房屋管理規章\n第一條　標的。\n", "第12/2024號行政法規", 2024, 12),
        ("通函第5/2024號\n關於長者服務券的安排\n各區專員：\n", "通函第5/2024號", 2024, 5),
        ("松嶼市政府　函\n受文者：各區公所\n發文字號：松府社字第1130045678號\n主旨：請查照。\n", "松府社字第1130045678號", 2024, 45678),
        (f"政办7号\n{TITLE}\n各县：\n", "政办7号", None, 7),
        ("雲政辦發〔2024〕7號\n雲澤市人民政府關於做好便民服務工作的通知\n各縣：\n", "雲政辦發〔2024〕7號", 2024, 7),
    ],
)
def test_other_numbers(text: str, number: str, year: int | None, serial: int) -> None:
    """令, 公告, numbers of Taiwan, Hong Kong and Macau, numbers without a year."""
    found = read(text).header["document_number"]

    assert (found["text"], found["year"], found["serial"]) == (number, year, serial)


def test_cited_number_is_not_the_own() -> None:
    """A number in the text is a citation; the notice has none of its own."""
    found = read(
        f"{TITLE}\n各县：\n根据《关于加强便民服务的意见》（云政发〔2023〕1号）和省政府槐政发〔2021〕8号文件要求，抓好落实。\n{SIGNED}\n"
    )

    assert found.header["document_number"] is None
    assert [(citation["title"], citation["document_number"]) for citation in found.citations] == [
        ("关于加强便民服务的意见", "云政发〔2023〕1号"),
        (None, "槐政发〔2021〕8号"),
    ]


def test_citations_leave_out_own_texts_and_short_names() -> None:
    """The enclosed plan and 以下简称《意见》 are no other documents; a title inside a title belongs to it."""
    text = (
        "云泽市民政局关于印发《云泽市2024年助餐方案》的通知\n《云泽市2024年助餐方案》已经同意，现印发给你们。\n云泽市民政局\n2024年3月5日\n"
        "云泽市2024年助餐方案\n根据《关于落实〈养老规划〉的意见》（以下简称《意见》），落实《意见》，制定本方案。\n一、新建8个。\n"
    )

    assert [citation["text"] for citation in read(text).citations] == ["《关于落实〈养老规划〉的意见》"]


@pytest.mark.parametrize(
    "written", ["云民发〔2024〕7号\n云财社〔2024〕12号", "云民发〔2024〕7号 云财社〔2024〕12号", "云民发〔2024〕7号、云财社〔2024〕12号"]
)
def test_joint_issue(written: str) -> None:
    """联合行文: the first number leads; signatures side by side or one below the other."""
    header = notice(
        number=written,
        title="云泽市民政局　云泽市财政局关于做好助餐工作的通知",
        signed="云泽市民政局　　　云泽市财政局\n青岭县农商银行\n2024年3月5日",
    )

    assert number_of(header) == "云民发〔2024〕7号"
    assert [number["text"] for number in header["joint_numbers"]] == ["云财社〔2024〕12号"]
    assert header["issuers"] == ["云泽市民政局", "云泽市财政局", "青岭县农商银行"]


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


@pytest.mark.parametrize(
    ("signed", "issuers", "issued_on"),
    [
        ("云 泽 市 民 政 局\n二〇二四年三月五日", ["云泽市民政局"], "2024-03-05"),
        ("云泽市民政局　　2024年3月5日", ["云泽市民政局"], "2024-03-05"),
        ("云泽市民政局", ["云泽市民政局"], None),
        ("2024年3月5日", ["云泽市人民政府办公室"], "2024-03-05"),
        ("中共云泽市委办公室\n云泽市人民政府办公室\n2024年3月5日", ["中共云泽市委办公室", "云泽市人民政府办公室"], "2024-03-05"),
        ("（此页无正文）\n云泽市民政局（公章）\n2024.3.5", ["云泽市民政局"], "2024-03-05"),
        ("云泽市民政局\n（盖章）\n2024年3月5", ["云泽市民政局"], "2024-03-05"),
        ("云泽市民生工程领导小组\n二OO六年三月二十五日", ["云泽市民生工程领导小组"], "2006-03-25"),
        ("　　　　　　　　　　云泽市城市更新专责力量\n　　　　　　　　　　2024年3月5日", ["云泽市城市更新专责力量"], "2024-03-05"),
        ("松嶼市政府\n中華民國113年3月5日", ["松嶼市政府"], "2024-03-05"),
        ("", ["云泽市人民政府办公室"], None),
    ],
)
def test_signature_and_date(signed: str, issuers: list[str], issued_on: str | None) -> None:
    """署名 and 成文日期; where no signature stands, the title's prefix is the issuer."""
    header = notice(signed=signed)

    assert header["issuers"] == issuers
    assert header["issued_on"] == (issued_on and datetime.date.fromisoformat(issued_on))


def test_letterhead() -> None:
    """份号, 密级, 紧急程度 and 发文机关标志 above the number."""
    header = notice(
        number="000123\n机密★10年\n特急\n云泽市人民政府文件\n\n云政发〔2024〕7号", title="关于做好便民服务工作的通知", signed="2024年3月5日"
    )

    assert [header[name] for name in ("copy_number", "classification", "urgency", "issuers")] == [
        "000123",
        "机密★10年",
        "特急",
        ["云泽市人民政府"],
    ]


def test_signatory() -> None:
    """签发人 beside the number of an upward document, and the person who signs an order."""
    upward = notice(number="云政〔2024〕3号　　　签发人：陈某某", title="云泽市人民政府关于增加用地指标的请示", to="槐江省人民政府：")
    order = read("云泽市人民政府令\n第305号\n《云泽市停车管理办法》现予公布。\n市长　陈某某\n2024年3月5日\n").header

    assert (upward["signatory"], upward["document_kind"], upward["recipients"]) == ("陈某某", "请示", ["槐江省人民政府"])
    assert (order["signatory"], order["document_kind"], order["issuers"]) == ("陈某某", "令", ["云泽市人民政府"])


@pytest.mark.parametrize(
    ("after", "annotations", "disclosure"),
    [
        ("（此件公开发布）", ["此件公开发布"], "open"),
        ("(此件主动公开)\n（联系人：某科；电话：5612345）", ["此件主动公开", "联系人：某科；电话：5612345"], "open"),
        ("（此件依申请公开）", ["此件依申请公开"], "on_request"),
        ("（此件不公开）", ["此件不公开"], "closed"),
        ("（此件删减后公开）", ["此件删减后公开"], "partial"),
        (".此件公开发布.", ["此件公开发布"], "open"),
        ("（此件发至乡镇）", ["此件发至乡镇"], None),
        ("", [], None),
    ],
)
def test_annotations(after: str, annotations: list[str], disclosure: str | None) -> None:
    """附注 without brackets, and the 公开属性 that it states."""
    header = notice(after=after)

    assert (header["annotations"], header["disclosure"]) == (annotations, disclosure)


@pytest.mark.parametrize(
    ("after", "copied_to", "printed_by"),
    [
        (
            "抄送：市委各部门，市人大常委会办公室，\n　　　云泽军分区。\n云泽市政府办公室　　2024年3月6日印发",
            ["市委各部门", "市人大常委会办公室", "云泽军分区"],
            "云泽市政府办公室",
        ),
        ("抄　送：市委办公室。\n云泽市人民政府办公室\n2024年3月6日印发", ["市委办公室"], "云泽市人民政府办公室"),
        (
            "报：省政府办公厅。送：市委办公室。发：各县（区）。\n某科　2024年3月6日印发（共印60份）",
            ["省政府办公厅", "市委办公室", "各县（区）"],
            None,
        ),
    ],
)
def test_imprint(after: str, copied_to: list[str], printed_by: str | None) -> None:
    """版记: 抄送机关 over one line or two, 印发机关 and 印发日期."""
    header = notice(after="（此件公开发布）\n\n" + after)

    assert (header["copied_to"], header["printed_on"]) == (copied_to, datetime.date(2024, 3, 6))
    assert printed_by is None or header["printed_by"] == printed_by


def test_imprint_of_the_old_style() -> None:
    """主题词 before 2012; the imprint may stand behind the enclosed plan."""
    text = (
        "云政发[2008]7号\n云泽市人民政府关于印发《云泽市二○○八年实事方案》的通知\n各县：\n现印发给你们。\n二○○八年三月五日\n云泽市二○○八年实事方案\n"
        "一、新建公厕8座。\n主题词：民政　救助　通知\n抄送：市委办，市人大办。\n云泽市人民政府办公室　　2008年3月7日印发\n（共印200份）\n"
    )
    found = read(text)

    assert found.header["subject_terms"] == ["民政", "救助", "通知"]
    assert (found.header["copied_to"], found.header["printed_on"]) == (["市委办", "市人大办"], datetime.date(2008, 3, 7))
    assert (found.issued_on, found.year) == (datetime.date(2008, 3, 5), 2008)


@pytest.mark.parametrize(
    ("signed", "wanted"),
    [
        ("附件：1.甲类任务清单\n　　　2.乙类任务清单\n" + SIGNED, ["甲类任务清单", "乙类任务清单"]),
        ("附件1.甲类任务清单 2.乙类任务清单\n" + SIGNED, ["甲类任务清单", "乙类任务清单"]),
        ("附件：云泽市2024年重点民生实事项目任务分解\n　　　表\n" + SIGNED, ["云泽市2024年重点民生实事项目任务分解表"]),
        (SIGNED + "\n附件：1.甲类任务清单.docx\n2.乙类任务清单.xlsx", ["甲类任务清单", "乙类任务清单"]),
        ("附件：略\n" + SIGNED, []),
        (SIGNED, []),
    ],
)
def test_attachments_announced(signed: str, wanted: list[str]) -> None:
    """附件说明: the names without number and file ending."""
    assert notice(signed=signed)["attachments_announced"] == wanted


@pytest.mark.parametrize(
    "block",
    [
        BLOCK,
        BLOCK.replace("：\t", "：").replace("\t", "\n"),
        BLOCK.replace("：\t", "：").replace("\t", "　　"),
        "".join(f"| {row} |\n" for row in BLOCK.replace("\t", " | ").splitlines()),
        "".join(f"| {row} |\n" for row in BLOCK.replace("：", "").replace("\t", " | ").splitlines()),
        BLOCK.replace("\t", "\n"),
        BLOCK.replace("：", "").replace("\t", "\n\n"),
        "首页\n政务公开\n云泽市人民政府|手机版|无障碍\n" + BLOCK,
    ],
)
def test_website_block(block: str) -> None:
    """网站信息 in its layouts: a pair a line, several pairs, cells of a table, key and value on alternating lines."""
    header = read(f"{block}\n云泽市人民政府关于做好便民服务工作的通知\n各县（区）人民政府：\n{BODY}").header
    metadata = header["metadata"]

    assert (metadata["index_number"], metadata["subject_category"], metadata["validity"]) == ("000123456/2024-00012", "民政/救助", "有效")
    assert (metadata["published_on"], header["issued_on"]) == (datetime.date(2024, 3, 10), datetime.date(2024, 3, 5))
    assert (number_of(header), header["issuers"], header["title"]) == ("云政发〔2024〕9号", ["云泽市人民政府"], metadata["title"])


def test_website_lines_around_the_title() -> None:
    """Site names above the title and 来源, 发布时间, 字体 below it belong to the page."""
    text = f"云泽市人民政府\n政府信息公开\n【政策文件】{TITLE}_云泽市人民政府\n来源：市政府办公室　发布时间：2024-03-10 09:30　字体：[大 中 小]\n各县：\n{BODY}{SIGNED}\n"
    header = read(text).header

    assert (header["title"], header["metadata"]["published_on"], header["recipients"]) == (TITLE, datetime.date(2024, 3, 10), ["各县"])


def test_no_website_block() -> None:
    """Absent is None, not an empty block."""
    assert notice()["metadata"] is None


@pytest.mark.parametrize(
    ("title", "wanted", "kind"),
    [
        ("云泽市人民政府办公室\n关于做好便民服务工作的 通 知", TITLE, "通知"),
        (
            "云泽市人民政府办公室\n关于印发《云泽市2024年老旧小区\n改造和便民服务设施建设\n实施方案》的通知",
            "云泽市人民政府办公室关于印发《云泽市2024年老旧小区改造和便民服务设施建设实施方案》的通知",
            "通知",
        ),
        (f"{TITLE}\n{TITLE}", TITLE, "通知"),
        ("云泽市停车管理办法（征求意见稿）", "云泽市停车管理办法（征求意见稿）", "办法"),
        ("云泽市支持民营经济若干政策措施", "云泽市支持民营经济若干政策措施", None),
        ("云泽市2024年民生实事项目清单", "云泽市2024年民生实事项目清单", None),
        ("云泽市人民政府关于推进便民服务的实施意见", "云泽市人民政府关于推进便民服务的实施意见", "意见"),
    ],
)
def test_title_and_kind(title: str, wanted: str, kind: str | None) -> None:
    """标题 joined over its lines; 文种 is the statutory kind or the document's own genre, null for 措施 and 清单."""
    header = notice(title=title)

    assert (header["title"], header["document_kind"]) == (wanted, kind)


def test_work_report() -> None:
    """政府工作报告: dated by its 题注, neither issuer nor recipients."""
    text = "青岭县2025年政府工作报告\n——2025年1月8日在青岭县第十八届人民代表大会第四次会议上\n青岭县人民政府县长　陈某某\n\n各位代表：\n现在报告工作。\n一、2024年工作回顾\n"
    found = read(text)

    assert (found.header["title"], found.header["document_kind"]) == ("青岭县2025年政府工作报告", "报告")
    assert (found.header["issuers"], found.header["recipients"], found.issued_on) == ([], [], datetime.date(2025, 1, 8))


def test_taiwan_letter() -> None:
    """函: 受文者, 發文日期, 發文字號, 副本; the plan that it sends is its enclosure."""
    text = (
        "檔　　號：\n保存年限：\n\n臨海縣政府　函\n\n地址：80001臨海縣中正路1號\n承辦人：企劃科\n\n受文者：各鄉鎮市公所\n\n發文日期：中華民國113年5月6日\n"
        "發文字號：府行文字第1130118594號\n速別：普通件\n附件：如說明\n\n主旨：檢送「臨海縣113年度長期照顧施政計畫」1份，請查照。\n說明：依會議決議辦理。\n"
        "正本：各鄉鎮市公所\n副本：本府社會處\n\n縣長　○○○\n\n臨海縣113年度長期照顧施政計畫\n\n壹、目標\n新增日照中心8處。\n"
    )
    found = lines(text)
    split = parts(text, found)
    header = headings(text, found, split).header

    assert [(part.kind, part.title) for part in split] == [("cover", None), ("enclosure", "臨海縣113年度長期照顧施政計畫")]
    assert (number_of(header), header["issued_on"], header["document_kind"]) == ("府行文字第1130118594號", datetime.date(2024, 5, 6), "函")
    assert (header["issuers"], header["recipients"], header["copied_to"]) == (["臨海縣政府"], ["各鄉鎮市公所"], ["本府社會處"])


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
        start = time.perf_counter()
        headings(text, found, split)
        return time.perf_counter() - start

    assert min(seconds(16000) for _ in range(2)) <= 8 * max(min(seconds(4000) for _ in range(2)), 0.004)


def test_title_of_the_website():
    """Where the text itself has no title, the website's is the notice's."""
    text = "标题：云泽市人民政府办公室关于做好助餐工作的通知\n索引号：000014349/2024-00271\n发布日期：2024年3月6日\n各县人民政府：\n请抓好助餐工作的落实。\n云泽市人民政府办公室\n2024年3月5日\n"
    header = policydoc.parse(text).header

    assert header.title == "云泽市人民政府办公室关于做好助餐工作的通知"
    assert header.document_kind == "通知"
    assert text[slice(*header.spans["title"])] == header.title


def test_signature_that_no_table_knows():
    """A few characters alone between the last sentence and the date sign the notice."""
    text = "关于做好防汛工作的通知\n各区：\n一、5月31日前，完成水库除险加固12座。\n二、储备编织袋20万条。\n市防指\n2025年4月30日\n"
    plan = policydoc.parse(text)

    assert plan.header.issued_on == datetime.date(2025, 4, 30)
    assert plan.header.issuers == ("市防指",)
    assert [str(due.date) for due in plan.tasks[0].deadlines] == ["2025-05-31"]
