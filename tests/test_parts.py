"""组成部分: where cover, main text, enclosures and attachments begin and end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clock import BOUND, growth
from composed import bodies, kinds
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


@pytest.mark.parametrize(
    "enclosed",
    [
        f"{PLAN}\n",
        f"附件\n{PLAN}\n",
        f"附件1\n\n　　　{PLAN}\n",
        f"附件：{PLAN}\n",
        "云泽市\n2024年便民服务\n实施方案\n",
        "　　　　云泽市2024年便民服务\n　　　　　实 施 方 案\n\n",
        f"抄送：市委办公室，市人大常委会办公室。\n云泽市人民政府办公室  2024年3月6日印发\n{PLAN}\n",
        f"联系人：某某，电话：5612345\n{PLAN}\n",
        f"— 1 —\n\n{PLAN}\n",
        f"## {PLAN}\n\n",
    ],
)
def test_cover_and_enclosure(enclosed: str) -> None:
    """The enclosed plan begins at its title, whatever stands between it and the date."""
    text = COVER + SIGNED + enclosed + BODY

    assert kinds(text) == [("cover", ISSUING), ("enclosure", PLAN)]
    assert bodies(text)[1][0] == "为做好便民服务,制定本方案。"
    assert bodies(text)[0] == (f"《{PLAN}》已经市政府同意,现印发给你们,请认真组织实施。",) * 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (NOTICE + SIGNED, [("main", "云泽市人民政府办公室关于做好便民服务工作的通知")]),
        (f"{PLAN}\n{BODY}", [("main", PLAN)]),
        ("云泽市便民服务三年行动计划\n（2023—2025年）\n一、目标\n新建8个。\n", [("main", "云泽市便民服务三年行动计划（2023—2025年）")]),
        ("云泽市2024年民生实事项目表\n" + TABLE, [("main", "云泽市2024年民生实事项目表")]),
        ("今年要办好十件实事：（1）新建驿站8个。（2）改造公厕12座。\n", [("main", None)]),
        ("", [("main", None)]),
    ],
)
def test_main_text(text: str, wanted: list[tuple[str, str | None]]) -> None:
    """A notice that is the plan itself, a plan, a list, a bare extract: one main part."""
    assert kinds(text) == wanted


@pytest.mark.parametrize(
    "attached",
    [
        f"附件\n便民服务任务分工表\n{TABLE}",
        f"附件：便民服务任务分工表\n{TABLE}",
        f"便民服务任务分工表\n{TABLE}",
        f"附表1\n便民服务任务分工表\n{TABLE}",
    ],
)
def test_main_text_with_attachment(attached: str) -> None:
    """An attachment follows by its mark, or by the title that was announced."""
    text = NOTICE + "附件：便民服务任务分工表\n" + SIGNED + attached

    assert kinds(text)[1:] == [("attachment", "便民服务任务分工表")]
    assert bodies(text)[0][1] == "一、新建驿站8个。"


@pytest.mark.parametrize("mark", ["附件1", "附件 2", "附件一：", "附件", "附件：", "附表3"])
def test_attachment_alone(mark: str) -> None:
    """A file that opens with 附件N is an attachment."""
    assert kinds(f"{mark}\n\n云泽市2024年便民服务任务清单\n一、新建驿站8个。\n") == [("attachment", "云泽市2024年便民服务任务清单")]


def test_mark_inside_a_sentence() -> None:
    """附件1所列任务 begins a sentence, not an attachment."""
    assert len(kinds(f"{PLAN}\n一、目标\n附件1所列任务由各县（区）组织实施。\n附件1。\n")) == 1


def test_dates_in_a_flattened_table_close_nothing() -> None:
    """A date that is a table cell is no 成文日期."""
    text = "云泽市2024年民生实事项目表\n序号\n项目\n完成时限\n1\n新建便民驿站8个\n2024年6月30日\n2\n改造公厕12座\n2024年12月20日\n"

    assert bodies(text) == [("序号\t项目\t完成时限", "2\t改造公厕12座\t2024年12月20日")]


@pytest.mark.parametrize(
    ("title", "genre", "years"),
    [
        ("云泽市2024年惠民工程实施方案", "方案", (2024, 2024)),
        ("澜港市充电设施建设三年行动计划（2023—2025年）", "计划", (2023, 2025)),
        ("云泽市“十四五”养老服务规划", "规划", (2021, 2025)),
        ("云泽市国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "纲要", (2021, 2025)),
        ("青岭县二〇二四年为民办实事安排", "安排", (2024, 2024)),
        ("松嶼市113年度社會福利施政計畫", "计划", (2024, 2024)),
        ("云泽市2030年前碳达峰实施方案", "方案", None),
        ("澜港市支持民营经济若干政策措施", "措施", None),
    ],
)
def test_genre_and_years(title: str, genre: str, years: tuple[int, int] | None) -> None:
    """体裁 and 计划年度 are read from the title."""
    text = f"{title}\n一、目标。新建驿站8个。\n"
    [part] = parts(text, lines(text))

    assert (part.genre, part.plan_years) == (genre, years)


@given(
    st.lists(
        st.sampled_from(
            [
                "附件",
                "附件1：甲表",
                "《",
                "》",
                "云泽市人民政府",
                "关于",
                "印发",
                "的通知",
                "2024年3月5日",
                "各县：",
                "一、",
                "\n",
                "。",
                "方案",
                "民国十十年",
                "\ud800",
                "\t",
            ]
        ),
        max_size=60,
    )
)
def test_parts_cover_all_lines(pieces: list[str]) -> None:
    """Whatever the text: parts cover all lines in order, and a body lies in its part."""
    text = "".join(pieces)
    found = lines(text)
    result = parts(text, found)

    assert [part.first for part in result] == [0, *(part.last for part in result[:-1])]
    assert result[-1].last == len(found)
    assert all(part.first <= part.body_first <= part.body_last <= part.last for part in result)


@pytest.mark.parametrize(
    "unit",
    [
        "附件\n",
        "附件1：甲表\n",
        "《甲方案》",
        "2024年3月5日\n",
        "云泽市民政局\n",
        "现将《甲乙方案》印发给你们。",
        "云泽市甲方案\n",
        "云政办发〔2024〕\n7号\n",
        "第12期\n",
        "附件1：甲表\n附件2：乙表\n",
        "云政发〔2024〕7号\n云泽市民政局关于做好助餐工作的通知\n各县：\n",
        "各县、",
        "（",
    ],
)
def test_time_is_linear(unit: str) -> None:
    """Four times the length takes at most eight times the time."""

    def seconds(length: int) -> float:
        text = COVER + unit * (length // len(unit))
        found = lines(text)
        start = time.process_time()
        parts(text, found)
        return time.process_time() - start

    assert growth(seconds, 4000, 16000) <= BOUND


def test_preamble_with_citations_is_body() -> None:
    """A first paragraph full of brackets and numbers is no web furniture."""
    first = "为贯彻《槐江省若干措施》（槐政办发〔2024〕31号），落实《意见》（云政发〔2024〕3号），发布任务，制定本方案。"

    assert bodies(f"{PLAN}\n{first}\n一、目标。新建驿站8个。\n")[0][0].startswith("为贯彻")


def test_table_of_contents_before_the_body() -> None:
    """A table of contents longer than any head does not swallow the body."""
    contents = "".join(f"第{number}节　建设{'……' * 6}{number}\n" for number in range(1, 90))
    text = f"云泽市“十四五”养老服务规划\n目　录\n{contents}\n“十四五”时期是重要时期，全市新建养老床位1200张。\n"

    assert bodies(text)[0][1].endswith("1200张。")


def test_request_for_reports_is_no_cover() -> None:
    """关于报送…的通知 asks for a text; what follows under 附件1 is its attachment, with a short title."""
    text = "关于报送2023年工作总结的通知\n各科室：\n请按附件格式报送总结。\n附件：1.总结提纲\n云泽市民政局\n2023年11月30日\n附件1\n总结提纲\n一、主要工作\n二、存在问题\n"

    assert [(part.kind, part.title) for part in parts(text, lines(text))] == [
        ("main", "关于报送2023年工作总结的通知"),
        ("attachment", "总结提纲"),
    ]


@pytest.mark.parametrize("heading", ["重点任务", "主要任务", "工作安排"])
def test_heading_below_a_title_is_no_part_of_it(heading: str) -> None:
    """A heading without a number right below a title."""
    text = f"{COVER}云泽市2024年便民服务方案\n{heading}\n一、新建公厕1座。\n二、改造公厕2座。\n"

    assert parts(text, lines(text))[-1].title == "云泽市2024年便民服务方案"
