"""Logical lines: what is joined, what is told by its role, and that no character is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.layout import lines

WRAPPED = """\
    为改善城乡人居环境，全面提升群众生活品质，根据市委、市政府部署
要求，结合北溪区实际，制定本方案。全年计划实施民生项目二十四个，总
投资三亿元，其中区级财政安排一亿二千万元，其余由各乡镇统筹解决，确
保年底前全部完工。
    一、重点任务
    （一）农村公路工程。新建改建农村公路一百六十公里，改造危桥十二
座，实施安全生命防护工程八十公里。
    （二）老旧小区工程。改造老旧小区二十四个，惠及居民一万两千户，
同步更新供水供气供热老化管道四十五公里，加装电梯六十台。
"""


def texts(content: str, role: str = "text") -> list[str]:
    """The lines of a role."""
    return [line.text for line in lines(content) if line.role == role]


def test_wrapped_paragraphs_are_joined():
    """Each paragraph and each item is one line; the heading stays alone."""
    assert [text[:4] for text in texts(WRAPPED)] == ["为改善城", "一、重点", "(一)农", "(二)老"]


def test_paragraphs_on_lines_of_their_own_stay():
    """Items of different length without a margin are not joined, whatever they end with."""
    content = "一、公厕改造工程\n二、口袋公园建设工程（北溪区）\n三、泵站\n四、农村公路提质改造和危桥改造工程（青岭县）\n五、养老服务\n六、托育服务扩容提质工程"

    assert len(texts(content)) == 6


def test_row_that_the_extraction_cut_is_one_row():
    """A digit before a Chinese word, and a mark that never starts a row, stood in the row before."""
    head = WRAPPED.splitlines()
    content = "\n".join(
        [*head, "    （三）文化工程。全年组织送戏下乡不少于 103", "场，改造文化站十二个，新增农家书屋五家", "，全部免费开放。"]
    )

    assert texts(content)[-1] == "(三)文化工程。全年组织送戏下乡不少于103场,改造文化站十二个,新增农家书屋五家,全部免费开放。"


@pytest.mark.parametrize(
    ("content", "entries"),
    [
        ("目录\n一、总则……1\n二、附则……2\n\n一、总则\n甲。\n二、附则\n乙。", 3),
        ("目　次\n第一章 总则\n第二章 附则\n第一章 总则\n甲。\n第二章 附则\n乙。", 3),
        ("甲办法\n一、总则....1\n二、细则....3\n一、总则\n甲。", 0),
        ("甲方案主要内容如下\n一、总体要求........1\n二、重点任务........3\n三、保障措施........9\n一、总体要求\n甲。", 3),
        ("目录\n一、公厕。新建3座。\n二、公园。新建2个。", 0),
    ],
)
def test_contents_pages(content, entries):
    """Entries of a table of contents have a role of their own; a list that is the matter itself has not."""
    assert len(texts(content, "contents")) == entries


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("一、\t总体要求", "一、总体要求"),
        ("## 二、重点任务", "二、重点任务"),
        ("**三、保障措施**", "三、保障措施"),
        ("1\\. 新建公厕", "1.新建公厕"),
        ("建 设 公 厕 3 座", "建设公厕3座"),
    ],
)
def test_marks_of_the_format_are_left_out(content, text):
    """Tabs behind labels, Markdown marks and blanks between characters."""
    assert texts(content) == [text]


@pytest.mark.parametrize("content", ["| 公厕 | 3座 |", "公厕 | 3座 | 城管局", "公厕\t3座\t城管局"])
def test_rows_of_tables(content):
    """Cells between bars or tabs."""
    assert texts(content, "table")


def test_label_and_point_on_two_lines():
    """The number, and the point and words below it, are one line."""
    assert texts("３\n．新建公厕3座。\n4.\n改造公园2个。") == ["3.新建公厕3座。", "4.改造公园2个。"]


FRAGMENTS = [
    "一、",
    "（一）",
    "1.",
    "目录\n",
    "……3\n",
    "公厕",
    "。",
    "，",
    "\n",
    "\r\n",
    "\f",
    "\t",
    "|",
    "　　",
    "— 3 —\n",
    "\\.",
    "**",
    "# ",
    "3\n",
    "\ud800",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join))
def test_pieces_leave_out_only_line_ends(content):
    """The physical pieces of all lines do not overlap; between them stand line ends."""
    pieces = sorted(piece for line in lines(content) for piece in line.pieces)
    here = 0
    for start, end in pieces:
        assert not content[here:start].strip("\r\n\f")
        assert here <= start < end
        here = end
    assert not content[here:].strip("\r\n\f")
    for line in lines(content):
        assert len(line.at) == len(line.text)
        assert all(before < after for before, after in zip(line.at, line.at[1:], strict=False))
