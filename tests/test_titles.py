"""标题: broken over lines, hung with a site's words, printed twice, with the number beside it, with a 题注 below it."""

from __future__ import annotations

import datetime

import pytest

from composed import BODY, SIGNED, TITLE, notice, number_of, read

LONG = "云泽市人民政府办公室关于印发云泽市2024年城镇老旧小区改造和便民服务设施建设三年行动实施方案的通知"
ORDER = "第一章　总则\n第一条　为了规范停车，制定本办法。\n第二条　本办法适用于本市。\n"


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


@pytest.mark.parametrize(
    "title",
    [
        "云泽市人民政府办公室\n关于印发云泽市2024年城镇老旧小区改造和\n便民服务设施建设三年行动实施方案\n的通知",
        "云泽市人民政府办公室关于印发\n云泽市2024年城镇老旧小区改造和便民服务\n设施建设三年行动实施方案的通知",
        "云泽市人民政府办公室关于印发云泽市2024年城镇老\n旧小区改造和便民服务设施建设三年行动实施方\n案的通知",
        "云泽市人民政府\n办公室关于印发云泽市2024年城镇\n老旧小区改造和便民服务设施建设\n三年行动实施方案\n的通知",
        "云泽市人民政府办公室\n\n关于印发云泽市2024年城镇老旧小区改造和便民服务设施\n\n建设三年行动实施方案的通　知",
    ],
)
def test_broken_title(title: str) -> None:
    """Wherever a title is broken, even inside a word, its lines are joined."""
    header = notice(title=title)

    assert (header["title"], header["recipients"]) == (LONG, ["各县（区）人民政府"])


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE}　云政办发〔2024〕7号",
        f"云政办发〔2024〕7号：{TITLE}",
        f"云政办发〔2024〕7号《{TITLE}》",
        f"云政办发〔2024〕7号《{TITLE}》\n\n浏览量：38　时间：2024-03-06 10:22\n\n{TITLE}\n云政办发〔2024〕7号",
        f"{TITLE}（云政办发〔2024〕7号）2024-03-06 10:22",
        f"【规范性文件】{TITLE}\n云政办发〔2024〕7号",
        f"政务服务丨{TITLE}\n云政办发〔2024〕7号",
        f"（转载）{TITLE}\n云政办发〔2024〕7号",
        f"{TITLE}_通知公告_云泽市民政局\n云政办发〔2024〕7号",
        f"{TITLE} - 政策文件 - 云泽市人民政府\n云政办发〔2024〕7号",
        f"{TITLE}　[2024-03-06]\n云政办发〔2024〕7号",
        f"{TITLE}（2023修订）\n\n{TITLE}\n云政办发〔2024〕7号",
        f"《{TITLE}》\n云政办发〔2024〕7号",
        f"{TITLE}\n作者：某某　浏览：98次\n下载地址\n{TITLE}\n\n云泽市人民政府\n\n{TITLE}\n云政办发〔2024〕7号",
        f"{TITLE}\n发布时间：2024-03-06　来源：市政府办公室\n云政办发〔2024〕7号\n云泽市人民政府办公室\n关于做好便民服务工作的通知",
    ],
)
def test_title_on_a_page(title: str) -> None:
    """What a page hangs on a title is none of it; printed twice, it is one title, and the number between is the notice's."""
    header = notice(number="", title=title)

    assert (header["title"], number_of(header), header["joint_numbers"]) == (TITLE, "云政办发〔2024〕7号", [])
    assert header["recipients"] == ["各县（区）人民政府"]


@pytest.mark.parametrize(
    ("note", "issued_on"),
    [
        ("（2019年9月19日云泽市人民政府令第1号公布　根据2023年3月5日市政府决定第一次修订）", None),
        ("（2019年9月19日市第九届人大常委会第三次会议通过　2019年11月29日省人大常委会批准）", datetime.date(2019, 9, 19)),
        ("（2019年10月）", None),
    ],
)
def test_adoption_note(note: str, issued_on: datetime.date | None) -> None:
    """题注: its dates are the text's history; only a meeting that adopted it dates it. It is no part of the title."""
    header = read(f"云泽市停车管理办法\n{note}\n{ORDER}").header

    assert (header["title"], header["issued_on"], header["document_number"]) == ("云泽市停车管理办法", issued_on, None)


@pytest.mark.parametrize(
    ("title", "issuers"),
    [
        ("霁江省交通运输厅2025年工作要点", ["霁江省交通运输厅"]),
        ("松嶼市政府113年度施政計畫", ["松嶼市政府"]),
        ("云泽市人民政府二〇二四年民生实事安排", ["云泽市人民政府"]),
        ("云泽市2024年惠民工程实施方案", []),
    ],
)
def test_office_before_the_year(title: str, issuers: list[str]) -> None:
    """Without a signature, the office that the title begins with is the issuer; a place is none."""
    assert read(f"{title}\n一、目标。新建驿站8个。\n二、保障。落实责任。\n").header["issuers"] == issuers


def test_junk_is_no_title() -> None:
    """A scrap of the page above the recipients is no title, and the recipients below it are found."""
    header = read(f"朗读\n各村、有关部门和单位：\n{BODY}{SIGNED}\n").header

    assert (header["title"], header["recipients"]) == (None, ["各村、有关部门和单位"])


def test_number_inside_a_title() -> None:
    """A number that a title cites is none of the notice's own, and the title keeps it."""
    title = "云泽市人民政府办公室关于印发云泽市贯彻落实国发〔2023〕16号文件实施方案的通知"
    header = notice(number="", title=f"{title}\n云政办发〔2024〕7号")

    assert (header["title"], number_of(header)) == (title, "云政办发〔2024〕7号")


def test_plan_dated_by_a_month() -> None:
    """The office under a plan's title signs it; a month below it is no 成文日期."""
    header = read("云泽市“十四五”养老服务规划\n云泽市民政局\n二〇二一年十月\n一、总体要求\n新增床位800张。\n二、任务\n").header

    assert (header["title"], header["issuers"], header["issued_on"]) == ("云泽市“十四五”养老服务规划", ["云泽市民政局"], None)
