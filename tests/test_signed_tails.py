"""署名, 成文日期, 附注, 附件说明 and 版记 in the forms that offices and pages give them."""

from __future__ import annotations

import datetime

import pytest

import policydoc
from composed import SIGNED, notice, read


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


def test_signature_that_no_table_knows():
    """A few characters alone between the last sentence and the date sign the notice."""
    text = "关于做好防汛工作的通知\n各区：\n一、5月31日前，完成水库除险加固12座。\n二、储备编织袋20万条。\n市防指\n2025年4月30日\n"
    plan = policydoc.parse(text)

    assert plan.header.issued_on == datetime.date(2025, 4, 30)
    assert plan.header.issuers == ("市防指",)
    assert [str(due.date) for due in plan.tasks[0].deadlines] == ["2025-05-31"]


@pytest.mark.parametrize(
    ("signed", "issued_on"),
    [
        ("2024 年 3 月 5 日", "2024-03-05"),
        ("2024年03月05日", "2024-03-05"),
        ("2024-3-5", "2024-03-05"),
        ("二○二四年三月五日", "2024-03-05"),
        ("二零二四年三月五日", "2024-03-05"),
        ("二ＯＯ六年三月五日", "2006-03-05"),
        ("二00六年三月五日", "2006-03-05"),
        ("二〇一〇年十月廿五日", "2010-10-25"),
        ("一九八七年十二月三十一日", "1987-12-31"),
        ("二○○九年元月八日", "2009-01-08"),
        ("2O11年2月l8日", "2011-02-18"),
        ("中華民國113年3月5日", "2024-03-05"),
        ("2024年3月5日\n|", "2024-03-05"),
        ("2024年3月", None),
    ],
)
def test_dates(signed: str, issued_on: str | None) -> None:
    """成文日期 in Arabic and Chinese numerals of any glyph, spaced, with letters for digits; a month is no day."""
    header = notice(signed=f"云泽市民政局\n{signed}" if issued_on else signed)

    assert header["issued_on"] == (issued_on and datetime.date.fromisoformat(issued_on))


@pytest.mark.parametrize(
    ("signed", "issuers"),
    [
        ("2024年3月5日\n云泽市民政局", ["云泽市民政局"]),
        ("云泽市民政局（印）\n2024年3月5日", ["云泽市民政局"]),
        ("云泽市民政局\n（代章）\n2024年3月5日", ["云泽市民政局"]),
        ("云泽市民政局\n2024年3月5日\n\n扫一扫在手机打开当前页\n版权所有：云泽市人民政府", ["云泽市民政局"]),
        ("驿站建设实施方案.docx\n2024年3月5日", ["云泽市人民政府办公室"]),
        ("联系人：某某　联系电话：（010）5612345\n2024年3月5日", ["云泽市人民政府办公室"]),
        ("2024年3月5日\n温馨提示：如有问题，请在线咨询\n广告服务 | 联系方式", ["云泽市人民政府办公室"]),
        ("市　长\n2024年3月5日", ["云泽市人民政府办公室"]),
        (
            "云泽市发展改革委\n云泽市教育局\n云泽市民政局\n云泽市总工会\n团市委\n云泽市妇联\n2024年3月5日",
            ["云泽市发展改革委", "云泽市教育局", "云泽市民政局", "云泽市总工会", "团市委", "云泽市妇联"],
        ),
    ],
)
def test_signatures(signed: str, issuers: list[str]) -> None:
    """署名 above or below the date, many or none, with a page's words behind it."""
    header = notice(signed=signed)

    assert (header["issuers"], header["issued_on"]) == (issuers, datetime.date(2024, 3, 5))


@pytest.mark.parametrize(
    ("after", "annotations", "disclosure"),
    [
        ("[此件公开发布]", ["此件公开发布"], "open"),
        ("（信息公开选项：主动公开）", ["信息公开选项：主动公开"], "open"),
        ("信息公开形式：主动公开", ["信息公开形式：主动公开"], "open"),
        ("（公开属性：依申请公开）", ["公开属性：依申请公开"], "on_request"),
        ("（主动公开）", ["主动公开"], "open"),
        ("（此件可公开）", ["此件可公开"], "open"),
        ("（此件不宜公开）", ["此件不宜公开"], "closed"),
        ("（此件公开发布，附件不公开）", ["此件公开发布，附件不公开"], "partial"),
        ("（本文有删减）", ["本文有删减"], "partial"),
        ("（联系人：某某；\n联系电话：5612345）", ["联系人：某某；联系电话：5612345"], None),
    ],
)
def test_more_annotations(after: str, annotations: list[str], disclosure: str | None) -> None:
    """附注 in other brackets or none, over two lines, and what each says of 公开."""
    header = notice(after=after)

    assert (header["annotations"], header["disclosure"]) == (annotations, disclosure)


@pytest.mark.parametrize(
    ("signed", "wanted"),
    [
        ("附：1、甲类任务清单\n2、乙类任务清单\n" + SIGNED, ["甲类任务清单", "乙类任务清单"]),
        ("附件：一、甲类任务清单\n二、乙类任务清单\n" + SIGNED, ["甲类任务清单", "乙类任务清单"]),
        ("附件:（1）甲类任务清单\n（2）乙类任务清单\n" + SIGNED, ["甲类任务清单", "乙类任务清单"]),
        ("附件1：甲类任务清单\n附件2：乙类任务清单\n" + SIGNED, ["甲类任务清单", "乙类任务清单"]),
        ("附件：1.2024年甲类任务清单\n2.2024年乙类任务清单\n" + SIGNED, ["2024年甲类任务清单", "2024年乙类任务清单"]),
        ("附件：1.甲类任务分解及责任\n分工表\n2.乙类任务清单\n" + SIGNED, ["甲类任务分解及责任分工表", "乙类任务清单"]),
        ("附件：《政府工作报告》任务分解表\n" + SIGNED, ["《政府工作报告》任务分解表"]),
        ("附件：《甲类任务清单》\n" + SIGNED, ["甲类任务清单"]),
        ("附件：甲类任务清单（略）\n" + SIGNED, ["甲类任务清单"]),
        ("附件：（略）\n" + SIGNED, []),
    ],
)
def test_lists_of_attachments(signed: str, wanted: list[str]) -> None:
    """附件说明 with any numbering, broken names, titles inside names."""
    assert notice(signed=signed)["attachments_announced"] == wanted


@pytest.mark.parametrize(
    ("after", "copied_to", "printed_by"),
    [
        ("主题词：民政　通知\n抄送：市委办。\n云泽市政府办公室秘书科　2024年3月6日印", ["市委办"], "云泽市政府办公室秘书科"),
        ("云泽市政府办公室秘书处　2024-03-06印发", [], "云泽市政府办公室秘书处"),
        ("印发机关：云泽市政府办公室　印发日期：2024年3月6日", [], "云泽市政府办公室"),
        (
            "抄报：省政府办公厅。\n抄送：市委办。　　（共印65份）\n云泽市政府办公室　2024年3月6日印发",
            ["省政府办公厅", "市委办"],
            "云泽市政府办公室",
        ),
        (
            "分送：各县（区）人民政府，市政府各部门。\n云泽市政府办公室　2024年3月6日印发",
            ["各县（区）人民政府", "市政府各部门"],
            "云泽市政府办公室",
        ),
    ],
)
def test_more_imprints(after: str, copied_to: list[str], printed_by: str) -> None:
    """版记 of other years and rooms; the number of copies is no office."""
    header = notice(after=after)

    assert (header["copied_to"], header["printed_by"], header["printed_on"]) == (copied_to, printed_by, datetime.date(2024, 3, 6))
