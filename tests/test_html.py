"""A page of a government site gives its document: metadata, title, body; and nothing of the site around it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.source import read

TITLE = "云泽市人民政府办公室关于印发云泽市2024年便民服务实施方案的通知"
PARAGRAPHS = [
    "各县（区）人民政府，市政府各部门：",
    "现将《云泽市2024年便民服务实施方案》印发给你们，请认真组织实施。",
    "一、主要目标",
    "2024年，新建便民驿站8个，改造老旧小区12个，惠及居民1.2万户。",
    "二、工作要求",
    "各单位要高度重视，加强协调配合，抓好工作落实。",
    "云泽市人民政府办公室",
    "2024年3月5日",
]
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
TOP = (
    '<div class="top"><a href="/">首页</a> | <a href="/zw">政务公开</a></div><ul class="nav"><li><a href="/a">要闻</a></li></ul>'
    '<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/wj">文件</a></div>'
)
BOTTOM = (
    '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>'
    '<div class="related"><ul><li><a href="1">关于做好2024年度春耕生产工作的通知，请查收。</a> 2024-03-01</li></ul></div>'
    '<div class="footer"><p>主办：云泽市人民政府办公室　承办：云泽市大数据中心</p><p>泽ICP备05000000号</p>'
    "<p>本网站建议使用1024×768分辨率浏览，欢迎提出宝贵意见。</p></div>"
)
INDEX = "000000001/2024-00012"


def lines(page: str) -> list[str]:
    """The lines of a page's text, without the empty ones."""
    return [line for line in read(page.encode()).text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td><b>索 引 号：</b></td><td>{INDEX}</td><td>发文机关：</td><td>云泽市人民政府</td></tr></table>",
        f"<table><tr><td>索 引 号：</td><td>{INDEX}</td></tr><tr><td>发文机关：</td><td>云泽市人民政府</td></tr></table>",
        f"<table><tr><th>索 引 号</th><td>{INDEX}</td><th>发文机关</th><td>云泽市人民政府</td></tr></table>",
        f"<table><tr><td>索 引 号：{INDEX}</td><td><b>发文机关：</b>云泽市人民政府</td></tr></table>",
        f"<table><tr><th>索 引 号</th><th>发文机关</th></tr><tr><td>{INDEX}</td><td>云泽市人民政府</td></tr></table>",
        f"<table><tr><td><table><tr><td>索 引 号：</td><td>{INDEX}</td></tr><tr><td>发文机关：</td><td>云泽市人民政府</td></tr></table></table>",
        f"<dl><dt>索 引 号：</dt><dd>{INDEX}</dd><dt>发文机关：</dt><dd>云泽市人民政府</dd></dl>",
        f"<dl><dt>索 引 号</dt><dd>{INDEX}</dd><dt>发文机关</dt><dd>云泽市人民政府</dd></dl>",
        f"<ul><li><span>索 引 号：</span><span>{INDEX}</span></li><li><b>发文机关</b>：云泽市人民政府</li></ul>",
        f"<ul><li><span>索 引 号</span><span>{INDEX}</span></li><li><span>发文机关</span> <em>云泽市人民政府</em></li></ul>",
        f"<div><div>索 引 号：</div><div>{INDEX}</div></div><div><div>发文机关：</div><div>云泽市人民政府</div></div>",
        f"<p>索 引 号：{INDEX}　发文机关：云泽市人民政府 浏览次数：238次 【字体：大 中 小】</p>",
        f"<p><span>索 引 号：{INDEX}</span><span>发文机关：云泽市人民政府</span></p>",
        f"<ol><li>[索 引 号] <span>{INDEX}</span></li><li>[发文机关]<span>云泽市人民政府</span></li></ol>",
    ],
)
def test_metadata_in_every_layout(table: str) -> None:
    """However a site lays its pairs out, each is one line before the document."""
    text = lines(f"<body>{TOP}{table}<div id=zoom>{BODY}</div>{BOTTOM}</body>")

    assert text == [f"索 引 号：{INDEX}", "发文机关：云泽市人民政府", *PARAGRAPHS]


def test_metadata_held_twice_is_given_once() -> None:
    """A wide block for large screens and a narrow one for small: each pair once, empty ones not at all."""
    wide = f"<table><tr><td>索 引 号：</td><td>{INDEX}</td><td>有 效 性：</td><td></td></tr></table>"
    narrow = f"<table><tr><td>索引号：</td><td>{INDEX}</td></tr><tr><td>发布日期：</td><td>2024年03月06日</td></tr></table>"

    assert lines(f"{wide}{narrow}<div id=UCAP-CONTENT>{BODY}</div>")[:3] == [
        f"索 引 号：{INDEX}",
        "发布日期：2024年03月06日",
        PARAGRAPHS[0],
    ]


def test_names_of_editors_are_left_out() -> None:
    """What a person did for the site is no metadata of the document."""
    assert lines(f"<p>来源：云泽市人民政府 责任编辑：某某</p><div id=zoom>{BODY}</div>")[0] == "来源：云泽市人民政府"


@pytest.mark.parametrize("container", ['class="TRS_Editor"', 'id="zoom"', 'class="box article-content"', 'class="x7"', ""])
def test_document_without_its_site(container: str) -> None:
    """A known container, an unknown one and none: the title once, the paragraphs, no navigation."""
    page = (
        f"<html><head><title>{TITLE}_云泽市人民政府</title></head><body>{TOP}<div><h1>{TITLE}</h1>"
        f"<div>发布时间：2024-03-06 10:22</div><div {container}>{BODY}</div></div>{BOTTOM}</body></html>"
    )

    assert lines(page) == ["发布时间：2024-03-06 10:22", TITLE, *PARAGRAPHS]


def test_container_may_be_inline() -> None:
    """A content system that keeps its text in a `<span>`, lines parted by breaks."""
    assert lines(f"<body>{TOP}<table><tr><td>\n <span id=zoom>{'<br>'.join(PARAGRAPHS)}</span>\n</td></tr></table>{BOTTOM}") == PARAGRAPHS


def test_page_without_container_gives_its_body() -> None:
    """The whole body, without short links at its borders and the site's imprint; an attachment's name is no such link."""
    attached = '<p>附件：<a href="1.docx">1.任务清单.docx</a></p><p><a href="2.docx">2.责任分工.docx</a></p>'

    assert lines(f'<body><a href="/">首页</a><h1>{TITLE}</h1>{BODY}{attached}<a href="#">微信</a><p>泽ICP备05000000号</p>') == [
        TITLE,
        *PARAGRAPHS,
        "附件：1.任务清单.docx",
        "2.责任分工.docx",
    ]


def test_layout_tables_are_no_tables() -> None:
    """A page that is laid out with tables gives lines: the cell with the article, its title, its date of publication."""
    page = (
        f'<table><tr><td colspan=2>{TOP}</td></tr><tr><td><table><tr><td><a href="1">机构设置</a></td></tr></table></td><td>'
        f"<table><tr><td align=center><b>{TITLE}</b></td></tr><tr><td>发布时间：2024-03-06</td></tr><tr><td>{BODY}</td></tr></table>"
        f"</td></tr><tr><td colspan=2>{BOTTOM}</td></tr></table>"
    )

    assert lines(page) == ["发布时间：2024-03-06", TITLE, *PARAGRAPHS]


def test_text_beside_the_container_is_kept() -> None:
    """A signature that the site set outside its editor's block belongs to the document; so does a second block."""
    signed = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:-2])
    page = f"{TOP}<div><div><div class=TRS_Editor>{signed}</div><p>{PARAGRAPHS[-2]}</p><p>{PARAGRAPHS[-1]}</p></div></div>{BOTTOM}"
    second = "<p>附件1</p><p>一、便民驿站。新建便民驿站8个，由市城市管理局负责，12月底前完成。</p>"

    assert lines(page) == PARAGRAPHS
    assert lines(f"{TOP}<div><div class=TRS_Editor>{BODY}</div><div class=TRS_Editor>{second}</div></div>{BOTTOM}")[-2:] == [
        "附件1",
        "一、便民驿站。新建便民驿站8个，由市城市管理局负责，12月底前完成。",
    ]


def test_second_copy_is_left_out() -> None:
    """One document for large screens, the same for small ones."""
    assert lines(f"<div class=pc><div id=zoom>{BODY}</div></div><div class=phone><div class=TRS_Editor>{BODY}</div></div>") == PARAGRAPHS


def test_data_table() -> None:
    """One line for each row, cells between tabs, covered places empty, a cell's own lines and bars as blanks."""
    page = (
        "<div id=zoom><p>任务清单如下，请对照落实。</p><table><caption>单位：个</caption>"
        "<tr><th>类别</th><th>任务</th><th>目标</th><th></th></tr>"
        "<tr><td rowspan=2>便民<br>服务</td><td><p>驿站</p><p>建设</p></td><td>8|个</td></tr>"
        "<tr><td>公厕\n改造</td><td>12</td></tr>"
        "<tr><td colspan=3>合计20个</td></tr></table><p>以上。</p></div>"
    )

    assert lines(page) == [
        "任务清单如下，请对照落实。",
        "单位：个",
        "类别\t任务\t目标",
        "便民 服务\t驿站 建设\t8 个",
        "\t公厕 改造\t12",
        "合计20个\t\t",
        "以上。",
    ]


def test_table_of_one_column_and_imprint() -> None:
    """One cell to a row is a line; two short cells in the one row that has them stand on one line, as they are printed."""
    page = (
        f"<div id=zoom>{BODY}<table><tr><td colspan=2>抄送：市委办公室。</td></tr>"
        "<tr><td>云泽市人民政府办公室</td><td>2024年3月5日印发</td></tr></table></div>"
    )

    assert lines(page)[-2:] == ["抄送：市委办公室。", "云泽市人民政府办公室　2024年3月5日印发"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>PM<sub>2.5</sub>平均浓度<strong>下降</strong>5%</p>", ["PM2.5平均浓度下降5%"]),
        ("<p>260万m<sup>2</sup>，合10<sup>4</sup>吨</p>", ["260万m2，合10⁴吨"]),
        ("<p>新建\n   公厕 <!-- 注 -->76座</p>", ["新建 公厕 76座"]),
        ("　　一、目标<br>&nbsp;&nbsp;新建公厕<br/>", ["　　一、目标", "\xa0\xa0新建公厕"]),
        ("<p>水、电&amp;气&lt;8%&gt;&amp;lt;</p>", ["水、电&气<8%>&lt;"]),
        ("<p>甲<script>var x='乙'</script><style>p{}</style><noscript>丙</noscript><template>丁</template></p>", ["甲"]),
        ("<p>甲</p><p style='display: none'>乙</p><div hidden><p>丙</p></div><span style='visibility:hidden'>丁</span>", ["甲"]),
        ("<h2>一、目标</h2><ul><li>驿站<li>公厕</ul><blockquote>注</blockquote>", ["一、目标", "驿站", "公厕", "注"]),
        ("<pre>一、目标\n  新建公厕</pre>", ["一、目标", "\xa0\xa0新建公厕"]),
        ("<span style='display:block'>甲</span><span>乙</span>", ["甲", "乙"]),
        ("<ruby>發<rp>(</rp><rt>fa</rt><rp>)</rp></ruby>展", ["發展"]),
        ("<div>甲<p>乙</div>丙</p></b>丁", ["甲", "乙", "丙", "丁"]),
        ("<p>甲<td>乙</tr></table></body><p>丙", ["甲乙", "丙"]),
    ],
)
def test_lines_are_those_of_a_browser(markup: str, text: list[str]) -> None:
    """A block is a line, an inline element is none; blanks collapse, hard blanks stay; what is not shown is not read."""
    assert lines(f"<body>{markup}")[: len(text)] == text


def test_numbers_of_ordered_lists() -> None:
    """A browser shows them, so they are read; an item with a number of its own has no second one."""
    page = (
        "<div id=zoom><ol><li>新建便民驿站8个，年底前完成。<li><p>改造公厕12座，年底前完成。</p></ol>"
        '<ol class="custom_cn2"><li>加强领导，压实责任。</ol><ol><li>3.加强督导，定期通报。</ol></div>'
    )

    assert lines(page) == [
        "1.新建便民驿站8个，年底前完成。",
        "2.改造公厕12座，年底前完成。",
        "（一）加强领导，压实责任。",
        "3.加强督导，定期通报。",
    ]


def test_blank_paragraphs_are_one_empty_line() -> None:
    """They part a cover letter from what it issues."""
    assert read("<div id=zoom><p>甲，乙。</p><p>&nbsp;</p><p><br></p><p>丙，丁。</p></div>".encode()).text == "甲，乙。\n\n丙，丁。"


def test_link_left_open_makes_no_links() -> None:
    """A page whose first link never ends is read like any other."""
    assert lines(f'<body><a href="#x">{TITLE}<div>{BODY}</div>') == [TITLE, *PARAGRAPHS]


def test_what_scripts_would_show_is_read() -> None:
    """A body that a script shows once it has run, though a sentence stands beside it; a page that says everything in its title."""
    notice = "<p>请使用新版浏览器查看本页面，谢谢您的支持与理解。</p>"

    assert lines(f'<body>{notice}<div id="js_content" style="visibility: hidden">{BODY}</div></body>') == PARAGRAPHS
    assert lines(f'<body>{TOP}<div id="zoom" style="display:none">{BODY}</div></body>') == PARAGRAPHS
    assert lines("<html><head><title>云泽市公告</title></head><body></body></html>") == ["云泽市公告"]


WRAPPERS = st.lists(st.sampled_from(["div", "section", "td", "center", "div class=TRS_Editor", "div id=content", "form"]), max_size=5)


@settings(max_examples=150, deadline=None)
@given(WRAPPERS, st.sampled_from(["p", "div", "br"]), st.booleans())
def test_no_paragraph_is_lost(wrappers: list[str], block: str, surrounded: bool) -> None:
    """Whatever wraps a document and however its paragraphs are set, all of them come out, once and in order."""
    inside = "<br>".join(PARAGRAPHS) if block == "br" else "".join(f"<{block}>{text}</{block}>" for text in PARAGRAPHS)
    for wrapper in wrappers:
        name = wrapper.split()[0]
        inside = f"<table><tr><td>{inside}</td></tr></table>" if name == "td" else f"<{wrapper}>{inside}</{name}>"
    text = lines("<body>" + (TOP if surrounded else "") + inside + (BOTTOM if surrounded else ""))

    assert [line for line in text if line in PARAGRAPHS] == PARAGRAPHS
