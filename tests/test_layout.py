"""Logical lines: what is joined, what is told by its role, and that no character is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.layout import lines
from policydoc.rules.table import table

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


@pytest.mark.parametrize("row", table("furniture"), ids=lambda row: row["id"])
def test_furniture_of_the_table(row):
    """The example of every rule is furniture as a whole line."""
    assert [line.role for line in lines(row["example"])] == ["furniture"]


PAGED = "一、养老服务。新建社区养老服务中心12个，改造农村中小学校舍36{}万平方米。"


@pytest.mark.parametrize(
    "mark",
    ["— 12 —", "- 3 -", "－１２－", "第3页", "第 3 页 共 8 页", "第3页/共8页", "3/8", "11", "１１", "·12·", "Page 3 of 8", "\n— 2 —\n"],
)
def test_number_of_a_page_inside_a_sentence(mark):
    """A page parts a number from its unit; its own number is furniture, and the sentence is whole."""
    content = PAGED.format(f"\n{mark}\n")

    assert texts(content) == [PAGED.format("").replace("，", ",")]
    assert len(texts(content, "furniture")) == 1


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("（一）适老化改造5\n— 2 —\n00户，新建驿站8个。", "(一)适老化改造500户,新建驿站8个。"),
        ("（一）全年救助困难群众3\n第3页\n.2万人次。", "(一)全年救助困难群众3.2万人次。"),
        ("新建公厕15\n4\n所，改造公厕9\n5\n所，全年开放。", "新建公厕15所,改造公厕9所,全年开放。"),
        (
            "为改善城乡人居环境，全面推动养老事\n— 4 —\n业高质量发展，制定本方案。",
            "为改善城乡人居环境,全面推动养老事\n业高质量发展,制定本方案。",
        ),
    ],
)
def test_words_that_a_page_parted(content, text):
    """Half a number, several numbers of pages in one sentence; a short heading and a paragraph are not joined."""
    assert "\n".join(texts(content)) == text


def test_number_that_the_sentence_wants():
    """A number that an extraction put on a line of its own is no page's where only a unit follows it."""
    assert texts("全市改造老旧小区350个，惠及居民\n12\n万户。")[-1].endswith("12万户。")


@pytest.mark.parametrize(
    "content", ["1\n公厕\n2\n驿站\n3\n绿道", "附件1\n公厕改造任务表", "1\n2\n3", "联系电话：0123-4567890\n个人事项另报。"]
)
def test_numbers_that_are_no_pages(content):
    """序号, numbers of attachments and telephones."""
    assert texts(content, "furniture") == []


def test_running_head():
    """A line beside the numbers of several pages is furniture; the title that it repeats is not."""
    page = "\n澜港市城市更新行动计划\n- {} -\n（一）道路工程。新建改建城市道路，打通断头路，新增公共停车泊位，建设充电桩。\n"
    content = "澜港市城市更新行动计划\n" + "为改善人居环境，制定本计划。\n" * 4 + "".join(page.format(number) for number in (1, 2, 3))

    assert texts(content, "furniture").count("澜港市城市更新行动计划") == 3
    assert texts(content)[0] == "澜港市城市更新行动计划"


SHORT_WRAPPED = """\
云泽市2024年重点民生实事项目
实施方案
    为切实保障和改善民生，提升群众获得感和幸福感，结合我市实际，制
定本方案。
    一、进一步完善城乡养老服务体系和社会救助保障体系，推动养老事
业高质量发展
    （一）养老服务工程。新建社区养老服务中心十二个，新增养老床
位一千二百张，开展特殊困难老年人家庭居家适老化改造。责任单位：
市民政局、市住房城乡建设局。
"""


def test_heading_on_two_lines():
    """A short text with many titles shows its margin by the lines that break off; a label may end a line."""
    assert texts(SHORT_WRAPPED)[-2:] == [
        "一、进一步完善城乡养老服务体系和社会救助保障体系,推动养老事业高质量发展",
        "(一)养老服务工程。新建社区养老服务中心十二个,新增养老床位一千二百张,开展特殊困难老年人家庭居家适老化改造。责任单位:市民政局、市住房城乡建设局。",
    ]


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        ("新建图书馆3座[1]，改造文化站20个①。\n[1] 图书馆指公共图书馆。\n① 文化站不含村级文化室。", 2),
        ("规上企业达到300家注1。\n注1：规上企业指年收入2000万元的企业。", 1),
        ("①新建公厕8座。\n②改造公厕3座。", 0),
        ("任务包括：①新建公厕；②改造公厕。\n①新建公厕指新址。", 0),
    ],
)
def test_notes(content, notes):
    """A note begins with the mark that a word bears; items of a list are no notes."""
    assert len(texts(content, "furniture")) == notes


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("详见[项目清单](http://www.example.org/a.doc)。", "详见项目清单。"),
        ("> （一）新建公厕8座。", "(一)新建公厕8座。"),
        ("新建&nbsp;&nbsp;公厕8座。", "新建公厕8座。"),
        ("完成改造 — 3 — 任务。", "完成改造任务。"),
        ("• 新建公厕", "新建公厕"),
        ("1\\. 新建<b>公厕</b>8座。", "1.新建公厕8座。"),
        ("新建公厕>85座", "新建公厕>85座"),
    ],
)
def test_leftovers_of_markup(content, text):
    """Links, quotes, entities, bullets, tags and numbers of pages inside a line are left out; a comparison is not."""
    assert texts(content) == [text]


@pytest.mark.parametrize(
    "content",
    [
        "首页 政务公开 办事服务 互动交流",
        "【字体：大 中 小】 【打印】 【关闭】",
        "分享到：微信 微博 QQ空间",
        "上一則：無",
        "瀏覽人數：1,234",
        "回首頁 | 網站導覽 | English | 兒童版",
        "您现在所在的位置：首页 > 政务公开 > 政府文件",
        "附件下载：项目清单.pdf",
        "主办：云泽市人民政府办公室 承办：云泽市大数据中心",
        "泽ICP备05000001号",
        "本网站使用Cookie改善浏览体验",
        ":::",
        "![封面](a.png)",
        "<br/>",
    ],
)
def test_furniture_of_websites(content):
    """Whole lines of navigation, tools, shares, neighbours and imprints, in either script."""
    assert [line.role for line in lines(content)] == ["furniture"]


@pytest.mark.parametrize(
    "content",
    ["打造网上政务服务平台", "主办单位：市教育局", "分享经济发展工程", "二、政务公开", "相关部门要加强配合。", "收藏文物3000件。"],
)
def test_words_of_the_document(content):
    """Words that a website uses too."""
    assert [line.role for line in lines(content)] == ["text"]


FRAGMENTS = [
    "序号\n",
    "项目名称\n",
    "责任单位\n",
    "1\n",
    "2\n",
    "市城管局\n",
    "序号 项目名称 责任单位\n",
    "1 公厕 市城管局\n",
    "序号项目名称责任单位\n",
    "2公厕8座\n",
    "①",
    "[1]",
    "[a](http://b.c)",
    "- 3 -",
    "3/8\n",
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
        assert all(before < after or "\t" in line.text for before, after in zip(line.at, line.at[1:], strict=False))
        assert all(before <= after for before, after in zip(line.at, line.at[1:], strict=False))
