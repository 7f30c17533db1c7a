"""附件 and 印发件: where the texts that a notice hands on begin, whatever their titles and marks look like."""

from __future__ import annotations

import pytest

from composed import bodies, kinds
from policydoc.header import headings
from policydoc.layout import lines
from policydoc.parts import parts

NUMBER = "云政办发〔2024〕7号\n"
ISSUING = "云泽市人民政府办公室关于印发《云泽市2024年便民服务实施方案》的通知"
PLAN = "云泽市2024年便民服务实施方案"
COVER = f"{NUMBER}{ISSUING}\n各县（区）人民政府：\n《{PLAN}》已经市政府同意，现印发给你们，请认真组织实施。\n"
SIGNED = "云泽市人民政府办公室\n2024年3月5日\n（此件公开发布）\n"
BODY = "为做好便民服务，制定本方案。\n一、目标\n新建便民驿站8个，改造公厕12座。\n二、保障\n加强领导，落实责任。\n"
NOTICE = f"{NUMBER}云泽市人民政府办公室关于做好便民服务工作的通知\n各县（区）人民政府：\n现就有关事项通知如下。\n一、新建驿站8个。\n"
TABLE = "序号\t任务\t单位\n1\t新建驿站8个\t市民政局\n"


def test_several_enclosures() -> None:
    """Each text that the cover names is an enclosure, and each of 等三张清单 is."""
    two = "云泽市便民驿站建设方案", "云泽市公厕改造方案"
    named = f"云泽市人民政府关于印发《{two[0]}》和《{two[1]}》的通知"
    lists = "青岭县人民政府关于印发2024年重点工作清单等三张清单的通知"
    many = "2024年重点工作清单", "2024年民生实事清单", "2024年项目建设清单"
    announced = "附件：1." + "\n".join(many).replace("2024年民", "2.2024年民").replace("2024年项", "3.2024年项")
    attached = "".join(f"附件{number}\n{title}\n一、新建驿站8个。\n" for number, title in enumerate(many, 1))

    assert kinds(f"{named}\n各县：\n现印发给你们。\n{SIGNED}{two[0]}\n{BODY}{two[1]}\n{BODY}") == [
        ("cover", named),
        ("enclosure", two[0]),
        ("enclosure", two[1]),
    ]
    assert kinds(f"{lists}\n各乡镇：\n现印发给你们。\n{announced}\n青岭县人民政府\n2024年3月5日\n{attached}") == [
        ("cover", lists),
        *(("enclosure", title) for title in many),
    ]


def test_numbered_cover() -> None:
    """Numbered demands of a cover letter are cover text where a plan follows."""
    demands = "现印发给你们，并提出以下要求。\n一、加强领导。各地要高度重视。\n二、强化督查。每月25日前报送进展。\n"

    assert kinds(COVER + demands + SIGNED + PLAN + "\n" + BODY) == [("cover", ISSUING), ("enclosure", PLAN)]


@pytest.mark.parametrize(
    "above", ["云政办发〔2024〕7号\n云泽市人民政府办公室\n", "云泽市人民政府办公室文件\n云政办发〔2024〕7号\n云泽市人民政府办公室\n"]
)
def test_forwarded_text(above: str) -> None:
    """转发: the inner document begins with its own number or letterhead."""
    title = "青岭县人民政府办公室关于转发《云泽市人民政府办公室关于开展清洁取暖的通知》的通知"
    inner = f"{above}关于开展清洁取暖的通知\n各县（区）人民政府：\n现通知如下。\n一、改造1200户。\n云泽市人民政府办公室\n2024年3月5日\n"
    text = f"青政办〔2024〕12号\n{title}\n各乡镇人民政府：\n现转发给你们，请贯彻执行。\n青岭县人民政府办公室\n2024年4月1日\n{inner}"

    assert kinds(text) == [("cover", title), ("enclosure", "云泽市人民政府办公室关于开展清洁取暖的通知")]
    assert bodies(text)[1] == ("现通知如下。", "一、改造1200户。")


def test_order() -> None:
    """令 and the rules that it makes public."""
    text = "云泽市人民政府令\n第305号\n《云泽市停车管理办法》已经通过，现予公布。\n市长　陈某某\n2024年3月5日\n云泽市停车管理办法\n第一章　总则\n第一条　为规范停车，制定本办法。\n"

    assert kinds(text) == [("cover", "云泽市人民政府令"), ("enclosure", "云泽市停车管理办法")]


@pytest.mark.parametrize(
    ("signed", "title", "found"),
    [
        ("", PLAN, PLAN),
        ("2024年3月5日\n", PLAN, PLAN),
        (SIGNED, "2024年便民服务实施方案", "2024年便民服务实施方案"),
        (SIGNED, f"{PLAN}\n（试行）", f"{PLAN}（试行）"),
        (SIGNED, "云泽市2023年绿色出行行动计划", "云泽市2023年绿色出行行动计划"),
        ("云泽市人民政府办公室\n2024年3月5日\n?。ù思_發布)\n", PLAN, PLAN),
    ],
)
def test_enclosure_in_poor_state(signed: str, title: str, found: str) -> None:
    """Without a signature, under a shorter or another title, behind a damaged line: the plan is found."""
    assert kinds(COVER + signed + title + "\n" + BODY) == [("cover", ISSUING), ("enclosure", found)]


def test_attachments_of_an_enclosure() -> None:
    """What the plan itself announces are attachments; the list that announces them is none."""
    announced = "附件：1.便民服务任务分工表\n2.驿站建设标准\n\n"
    marked = f"附件1\n便民服务任务分工表\n{TABLE}附件2\n驿站建设标准\n一、面积。不少于20平方米。\n"
    in_line = f"附件1：便民服务任务分工表\n{TABLE}附件2：驿站建设标准\n一、面积。不少于20平方米。\n"
    wanted = [
        ("cover", ISSUING),
        ("enclosure", PLAN),
        ("attachment", "便民服务任务分工表"),
        ("attachment", "驿站建设标准"),
    ]

    for attached in (marked, in_line):
        text = COVER + SIGNED + PLAN + "\n" + BODY + announced + attached
        assert kinds(text) == wanted
        assert bodies(text)[1][1] == "加强领导,落实责任。"


@pytest.mark.parametrize(
    "title",
    [
        "云泽市便民服务实施方案",
        "2024年云泽市便民服务实施方案",
        "云泽市2024年便民服务工作实施方案",
        "〈云泽市2024年便民服务实施方案〉",
        "《云泽市2024年便民服务实施方案》",
        "云泽市2024年便民服务实施方案\n（2024年3月5日）",
    ],
)
def test_title_that_differs_a_little(title: str) -> None:
    """An enclosed text whose title lost its year, changed its order or kept its brackets."""
    wanted = title.split("\n")[0].strip("《》〈〉")

    assert kinds(COVER + SIGNED + title + "\n" + BODY) == [("cover", ISSUING), ("enclosure", wanted)]


@pytest.mark.parametrize("opening", ["", "便民服务是一项长期的工作，各地要高度重视，加强领导，抓好本方案的组织实施。\n"])
def test_enclosure_without_a_title(opening: str) -> None:
    """The enclosed text begins with its preamble, or its first paragraph, right behind the tail of the cover."""
    text = COVER + SIGNED + opening + BODY

    assert kinds(text) == [("cover", ISSUING), ("enclosure", None)]


@pytest.mark.parametrize(
    "mark", ["附表1", "附录A", "附件 1：", "附件（1）", "附：1", "附1：", "附件1-1", "【附件1】", "附件1.", "附 件 1", "附件之一"]
)
def test_marks_of_attachments(mark: str) -> None:
    """附件, 附表, 附录 with any number."""
    assert kinds(f"{NOTICE}{SIGNED}{mark}\n便民服务任务分工表\n{TABLE}")[1:] == [("attachment", "便民服务任务分工表")]


@pytest.mark.parametrize("mark", ["附件1：", "附件1 ", "附件1.", "附表：", "附：", "附录："])
def test_marks_with_a_title(mark: str) -> None:
    """The mark and the title in one line."""
    assert kinds(f"{NOTICE}{SIGNED}{mark}便民服务任务分工表\n{TABLE}")[1:] == [("attachment", "便民服务任务分工表")]


@pytest.mark.parametrize("imprinted", [True, False])
def test_imprint_before_or_behind(imprinted: bool) -> None:
    """版记 stands before the attachments or behind them."""
    imprint = "抄送：市委办公室。\n云泽市人民政府办公室　2024年3月6日印发\n"
    attached = f"附件\n便民服务任务分工表\n{TABLE}"
    text = NOTICE + SIGNED + (imprint + attached if imprinted else attached + imprint)
    header = headings(text, lines(text), parts(text, lines(text))).header

    assert kinds(text)[1:] == [("attachment", "便民服务任务分工表")]
    assert (header["copied_to"], header["printed_by"]) == (["市委办公室"], "云泽市人民政府办公室")


def test_plan_that_is_sent_down() -> None:
    """下达 and 分解落实: the list that a notice sends down is its enclosure, whatever the notice itself demands."""
    titles = "青岭县人民政府关于下达2024年民生项目计划的通知", "青岭县人民政府关于分解落实2024年重点工作的通知"
    demands = "现下达给你们，并提出以下要求。\n一、落实责任。\n二、强化督查。\n附件：2024年任务分解表\n青岭县人民政府\n2024年3月5日\n"

    for title in titles:
        text = f"青政〔2024〕9号\n{title}\n各乡镇人民政府：\n{demands}附件\n2024年任务分解表\n{TABLE}"
        assert kinds(text) == [("cover", title), ("enclosure", "2024年任务分解表")]


def test_cover_without_a_title() -> None:
    """A cover whose title the page kept: its recipients and 现将…下达你们 tell what it is."""
    text = "各县（区）人民政府，市级各部门：\n现将2024年度助餐目标任务下达你们，请认真落实。\n二○二四年三月五日\n2024年度助餐目标任务\n一、城区\n新建8个。\n二、乡镇\n"

    assert kinds(text) == [("cover", None), ("enclosure", "2024年度助餐目标任务")]


def test_forwarded_notice_that_encloses() -> None:
    """转发 of a notice that itself encloses a plan: three texts, the inner notice with a header of its own."""
    inner = f"云泽市人民政府办公室关于印发《{PLAN}》的通知"
    title = f"青岭县人民政府办公室关于转发《云泽市人民政府办公室关于印发〈{PLAN}〉的通知》的通知"
    outer = f"青政办〔2024〕12号\n{title}\n各乡镇人民政府：\n现转发给你们。\n青岭县人民政府办公室\n2024年4月1日\n"
    text = f"{outer}云政办发〔2024〕7号\n{inner}\n各县（区）人民政府：\n现印发给你们。\n云泽市人民政府办公室\n2024年3月5日\n{PLAN}\n{BODY}"
    found = headings(text, lines(text), parts(text, lines(text)))

    assert kinds(text) == [("cover", title), ("enclosure", inner), ("enclosure", PLAN)]
    assert (found.header["document_number"]["serial"], found.inner[1]["document_number"]["serial"]) == (12, 7)
    assert str(found.inner[1]["issued_on"]) == "2024-03-05"


def test_approved_opinions() -> None:
    """批转: the opinions of another office follow, signed and dated under their title."""
    title = "云泽市人民政府批转市民政局关于加快养老服务发展意见的通知"
    cover = f"云政发〔2024〕7号\n{title}\n各县（区）人民政府：\n市政府同意市民政局《关于加快养老服务发展的意见》，现批转给你们。\n云泽市人民政府\n2024年3月5日\n"
    text = f"{cover}关于加快养老服务发展的意见\n市民政局\n（2024年2月20日）\n为加快发展，提出以下意见。\n一、新建养老床位800张。\n"

    assert kinds(text) == [("cover", title), ("enclosure", "关于加快养老服务发展的意见")]


def test_two_notices_in_one_file() -> None:
    """A further notice begins with its number and title behind the date of the one before."""
    further = "云政办发〔2024〕8号\n云泽市人民政府办公室关于做好助餐工作的通知\n各县：\n现通知如下。\n一、新建助餐点8个。\n"
    text = NOTICE + SIGNED + further + COVER.replace("7号", "9号") + SIGNED

    assert [kind for kind, _ in kinds(NOTICE + SIGNED + further)] == ["main", "main"]
    assert kinds(NOTICE + SIGNED + COVER.replace("7号", "9号") + SIGNED + PLAN + "\n" + BODY)[1:] == [
        ("cover", ISSUING),
        ("enclosure", PLAN),
    ]
    assert parts(text, lines(text))[-1].last == len(lines(text))


def test_cell_that_looks_like_a_number_of_an_issue() -> None:
    """12期 in a flattened table counts courses; it opens no text."""
    text = COVER + SIGNED + PLAN + "\n" + BODY + "附件\n便民服务任务分工表\n序号\n任务\n数量\n1\n举办培训班\n12期\n2\n新建驿站\n8个\n"

    assert [kind for kind, _ in kinds(text)] == ["cover", "enclosure", "attachment"]
