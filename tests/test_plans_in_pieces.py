"""Plans whose pieces stand where one does not look first: projects inside a paragraph, details behind bullets, titles in the block of a page."""

from __future__ import annotations

import pytest

from policydoc import parse

SECTION = """云泽市2026年重点工作
（一）提升产业水平。建设标准厂房3万平方米。
（二）增进民生福祉
做好就业服务工作。稳定重点群体就业，帮扶困难人员再就业，落实稳岗政策。
健全社会保障体系。扩大参保覆盖面，提高待遇水平，加强基金监管，守住底线。
办好六件民生实事。一是新建幼儿园3所。二是改造公厕12座。三是加装电梯45部。
"""


def test_projects_of_a_paragraph():
    """办好六件实事。一是…二是… lists the projects themselves: each is a task, beside the paragraphs above it."""
    assert [(task.id, task.label) for task in parse(SECTION).tasks] == [
        ("p1/1", "（一）"),
        ("p1/2¶1", None),
        ("p1/2¶2", None),
        ("p1/2.1", "一是"),
        ("p1/2.2", "二是"),
        ("p1/2.3", "三是"),
    ]


@pytest.mark.parametrize("lead", ["完善服务体系，强化责任落实。", "推进教育改革发展，办人民满意的教育。", "加强队伍建设。"])
def test_details_of_a_paragraph(lead):
    """一是…二是… behind any other words says how one thing is done: the paragraph is the task."""
    plan = parse(SECTION.replace("办好六件民生实事。", lead))

    assert [task.id for task in plan.tasks] == ["p1/1", "p1/2¶1", "p1/2¶2", "p1/2¶3"]


@pytest.mark.parametrize("bullet", ["- ", "•", "——", "●"])
def test_bullets_are_details(bullet):
    """Lines behind bullets are details of their item, not tasks of their own."""
    below = "\n".join(
        f"{bullet}{words}" for words in ("新建口袋公园3个，改造公园2个，全部免费开放。", "新建绿道12公里，串联主要公园和河道。")
    )
    plan = parse(f"云泽市2026年重点工作\n1. 增加公园绿地：\n{below}\n2. 改善交通\n打通断头路4条。")

    assert [task.id for task in plan.tasks] == ["p1/1", "p1/2"]


LETTER = """云泽市人民政府办公室关于印发2024年重点任务分工的通知
各县（区）人民政府：
现将《2024年重点任务分工》印发给你们，请认真贯彻落实。
{}
云泽市人民政府办公室
2024年3月5日
"""


def test_letter_without_its_text():
    """A letter that hands on a text which is not in the file is a cover, and what it demands are no tasks."""
    plan = parse(LETTER.format("一、各部门要高度重视，压实责任。\n二、市督查室要加强督查，每月25日前通报。"))

    assert [part.kind for part in plan.parts] == ["cover"]
    assert plan.tasks == ()


def test_letter_that_is_the_plan():
    """Where the numbered items order things, the notice itself is the plan."""
    plan = parse(LETTER.format("一、新建幼儿园3所。\n二、改造公厕12座。"))

    assert [part.kind for part in plan.parts] == ["main"]
    assert [task.id for task in plan.tasks] == ["p1/1", "p1/2"]


def test_title_of_the_block():
    """A page that prints its title in the metadata alone gives the part its title, and the title its issuer."""
    block = "索引号：|000123/2023-00012|\n发布机构：|\n名称：|云泽市人民政府办公室关于印发云泽市新能源发展行动方案的通知|\n"
    plan = parse(
        f"{block}各县（区）人民政府：\n现将《云泽市新能源发展行动方案》印发给你们。\n云泽市新能源发展行动方案\n一、建设充电站3座。"
    )

    assert plan.parts[0].title == plan.header.title == "云泽市人民政府办公室关于印发云泽市新能源发展行动方案的通知"
    assert plan.header.issuers == ("云泽市人民政府办公室",)


def test_headline_with_the_words_of_the_page():
    """发布时间 behind a headline in its line is the page's, and is no part of the title."""
    plan = parse("云泽市2024年为民办实事项目公布 发布时间：2024-01-18\n\n一、新建幼儿园3所。\n二、改造公厕12座。")

    assert plan.header.title == "云泽市2024年为民办实事项目公布"
    assert str(plan.header.metadata.published_on) == "2024-01-18"


def test_period_of_a_cell():
    """全年 at the start of a cell holds for all that the cell lists."""
    rows = (
        "序号\t重点工作\t工作举措\n1\t完成预期目标。\t全年工业增加值增长7%；财政收入增长6%；投资增长11%。\n2\t改善交通。\t打通断头路4条。"
    )
    plan = parse(f"云泽市2024年重点工作清单\n\n{rows}\n")

    assert [[str(found.date) for found in target.deadlines] for target in plan.targets] == [["2024-12-31"]] * 3 + [[]]


def test_areas_as_recipients():
    """Areas that stand for their authorities are recipients of their own; elided names stay one entry."""
    plan = parse(
        "云泽市人民政府关于做好防汛工作的通知\n各县、区人民政府，云泽经济开发区、南屏风景区：\n请认真落实。\n云泽市人民政府\n2024年3月5日"
    )

    assert plan.header.recipients == ("各县、区人民政府", "云泽经济开发区", "南屏风景区")


def test_year_of_the_heading():
    """主要预期目标是：… has the year that the heading above names; what other paragraphs order has none from there."""
    report = "二、2026年工作安排\n经济社会发展主要预期目标是：生产总值增长5%；财政收入增长6%。\n（一）改善民生。改造公厕12座。"
    plan = parse(f"云泽市政府工作报告\n{report}\n")

    assert [[(str(due.date), due.inherited_from) for due in target.deadlines] for target in plan.targets] == [
        [("2026-12-31", "p1/2")],
        [("2026-12-31", "p1/2")],
        [],
    ]


def test_period_of_the_aims():
    """到2025年 at the start of a paragraph of 发展目标 holds for the paragraphs below it that name no date."""
    aims = "（三）发展目标。\n到2025年，创新能力明显提升。\n产业规模壮大，工业总产值突破500亿元。\n生态环境改善，森林覆盖率达到45%，2023年新增绿地3公顷。"
    plan = parse(f"云泽市发展规划\n一、总体要求\n{aims}\n二、主要任务\n（一）改善民生。改造公厕12座。")

    assert [[str(due.date) for due in target.deadlines] for target in plan.targets] == [["2025-12-31"], [], ["2023-12-31"], []]


@pytest.mark.parametrize("end", ["", "\t"])
def test_groups_between_rows(end):
    """A heading between rows does not end the table, also where its last column stays empty."""
    rows = f"一、城建类\n1\t改造小区3个\t市住建局{end}\n2\t新建公园1个\t市园林局{end}\n二、民生类\n3\t新建学校2所\t市教育局{end}\n"
    plan = parse(f"云泽市2024年重点任务\n序号\t工作任务\t责任单位\t备注\n{rows}")

    assert [(task.label, task.responsibilities[0].units) for task in plan.tasks] == [
        ("1", ("市住建局",)),
        ("2", ("市园林局",)),
        ("3", ("市教育局",)),
    ]
