"""Any page is read or refused: whatever its encoding, its markup, its depth, in time that grows with its length."""

from __future__ import annotations

import contextlib
import io
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policydoc
from policydoc.errors import SourceError
from policydoc.source import read

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


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("gb2312", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-8", "utf-8"),
        ("big5", "big5hkscs"),
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("gb2312", "big5hkscs"),
        ("iso-8859-1", "gb18030"),
        ("utf-16", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("gbk", "utf-16"),
        ("gbk", "utf-16-le"),
    ],
)
def test_charset(declared: str, written: str) -> None:
    """A declared encoding is believed where its bytes bear it out; a wrong one does no harm."""
    text = "公告事項：檢送計畫1份，請查照。" if "big5" in written else "现将方案印发给你们，请认真贯彻执行。鎔〇"
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><body><p>{text}</p>'

    assert read(page.encode(written)).text == text


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"<!DOCTYPE html><p>x", None, "text/html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html><p>x', None, "text/html"),
        (b"<!-- saved from url -->\n<HTML><p>x", None, "text/html"),
        (b"\xef\xbb\xbf<table><tr><td>x", None, "text/html"),
        (b"x <b>y</b>", "page.htm", "text/html"),
        (b"1 < 2", "page.html", "text/plain"),
        (b"<b>", "notice.md", "text/markdown"),
        (b'<p align="center">x</p>', "README.md", "text/markdown"),
        (b"x <b>y</b>", "notice.txt", "text/plain"),
        (b"<plan> x", "notice.txt", "text/plain"),
    ],
)
def test_page_is_told(data: bytes, name: str | None, media_type: str) -> None:
    """By its first tags, or by its name where there is any tag; a text that only begins with < is a text."""
    assert read(data, name).media_type == media_type


def test_page_from_a_file(tmp_path: Path) -> None:
    """A path and an open file give the same; the digest is that of the bytes."""
    data = f"<html><body>{BODY}</body></html>".encode("gb18030")
    path = tmp_path / "notice.txt"
    path.write_bytes(data)

    assert read(path).text == read(io.BytesIO(data)).text == "\n".join(PARAGRAPHS)
    assert (read(path).bytes, read(path).encoding, read(path).media_type) == (len(data), "gb18030", "text/html")


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><img src=a.png></body></html>", "<frameset><frame src=a></frameset>"])
def test_page_without_text_is_refused(page: str) -> None:
    """With what to do instead."""
    with pytest.raises(SourceError, match=r"page without text.*save"):
        read(page.encode())


SHEET = """<table border=1><tr><th>序号</th><th>项目名称</th><th>建设内容</th><th>责任单位</th></tr>
<tr><td>1</td><td rowspan="2">公厕</td><td>新建公厕3座，年内开放。</td><td rowspan=2>市城管局</td></tr><tr><td>2</td><td>改造公厕9座，年内开放。</td></tr>
<tr><td colspan=4>二、公园类</td></tr><tr><td>3</td><td>公园</td><td><p>新建公园6个</p><p>改造公园2个</p></td><td>市园林局<br>各区政府</td></tr></table>"""


def test_table_of_a_page() -> None:
    """Cells of several rows and columns, paragraphs and line breaks inside cells; what scripts, styles and comments hold is left out."""
    page = f"<html><body><!-- 注释9座 --><script>var a='8座'</script><div style='display:none'>隐藏7座。</div><div id=zoom>{SHEET}</div></body></html>"
    plan = policydoc.parse(page.encode())

    assert [(task.label, task.title) for task in plan.tasks] == [("1", "公厕"), ("2", "公厕"), ("3", "公园")]
    assert [[unit for duty in task.responsibilities for unit in duty.units] for task in plan.tasks] == [
        ["市城管局"],
        ["市城管局"],
        ["市园林局", "各区政府"],
    ]
    assert [target.value for target in plan.targets] == [3, 9, 6, 2]


def test_title_beside_a_table() -> None:
    """A page that lays itself out with tables: the list's title stands in a cell of its own."""
    page = f"<body><table><tr><td><a href=/>首页</a><td><a href=/x>新闻</a><tr><td>云泽市2024年重点工作任务分解表<tr><td>{SHEET}</table>"

    assert read(page.encode()).text.startswith("云泽市2024年重点工作任务分解表\n")


HEAVY = {
    "nested blocks": lambda size: "<div>" * size + "新建公厕8座，年底前完成。",
    "nested inlines": lambda size: "<span>" * size + "</x>" * size + "新建公厕8座，年底前完成。",
    "spans across blocks": lambda size: "<span><div></span>" * size + "新建公厕8座，年底前完成。",
    "open fonts": lambda size: "".join(f"<font size={number}><p>公厕" for number in range(size // 4)),
    "attributes": lambda size: "<p " + " ".join(f"a{number}" for number in range(4 * size)) + ">新建公厕8座。",
    "one attribute": lambda size: f"<p style='{'x' * 50 * size}'>新建公厕8座。",
    "nested tables": lambda size: "<table><tr><td>甲<td>乙<tr><td>丙<td>" * (size // 2) + "丁",
    "spans of cells": lambda size: "<table>" + "<tr><td rowspan=9999 colspan=9999>甲<td>乙" * (size // 4),
    "nested lists": lambda size: "<ol><li>甲" * (size // 2),
    "containers": lambda size: "<div id=zoom><p>新建公厕8座，年底前完成。</p>" * (size // 2),
    "pairs": lambda size: "<p>来源：云泽市 发布时间：2024-1-1</p>" * (size // 4) + BODY,
    "titles": lambda size: f"<title>{'公厕改造' * size}</title>" + "<p>公厕改造公厕</p>" * (size // 4) + f"<div id=zoom>{BODY}</div>",
    "broken quotes": lambda size: "<p a='" * size,
    "comments": lambda size: "<!--" * size,
}


@pytest.mark.parametrize("shape", HEAVY)
def test_time_grows_with_length(shape: str) -> None:
    """Four times the markup costs at most eight times the time, however it nests."""

    def cost(size: int) -> float:
        data = HEAVY[shape](size).encode()
        best = 9.0
        for _ in range(2):
            start = time.process_time()
            with contextlib.suppress(SourceError):
                read(data, "page.html")
            best = min(best, time.process_time() - start)
        return best

    assert cost(6000) <= 8 * max(cost(1500), 0.02)


def test_deep_nesting_loses_no_text() -> None:
    """Ten thousand levels are flattened; every line is there, in order."""
    page = "".join(f"<div>新建公厕{number}座，" for number in range(10_000))

    assert [int(number) for number in re.findall(r"公厕(\d+)座", read(page.encode()).text)] == list(range(10_000))


NAMES = st.sampled_from(
    re.findall(r"\S+", "div p span table tr td th ul ol li dl dt dd b a font h1 br pre script style form sup title body html template o:p")
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        ' id="zoom"',
        " class=TRS_Editor",
        " style=display:none",
        " colspan=3",
        " rowspan=99999",
        ' href="/"',
        " hidden",
        " start=5",
        "'",
        ' "',
    ]
)
TEXTS = st.sampled_from(
    ["新建便民驿站8个，惠及1.2万户。", "索引号：", "000/2024-1", "来源", "&nbsp;", "　", "1", "\n", "<", "&", "附件1：", "\x00"]
)
MARKUP = st.lists(
    st.one_of(st.builds("<{}{}>".format, NAMES, ATTRIBUTES), st.builds("</{}>".format, NAMES), TEXTS, st.text(max_size=5)), max_size=40
).map("".join)


@settings(max_examples=300, deadline=None)
@given(MARKUP)
def test_any_markup_is_read_or_refused(markup: str) -> None:
    """Nothing but `SourceError` is raised, whatever the markup; and a text without carriage returns comes out."""
    try:
        text = read(markup.encode("utf-8", "surrogatepass"), "page.html").text
    except SourceError:
        return

    assert text.strip()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=120), st.sampled_from([b"", b"<html>", b"<p>", b"\xff\xfe<\x00p\x00>\x00", b'<meta charset="gbk">']))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    """Nothing but `SourceError` is raised, whatever the bytes."""
    refusal = ""
    try:
        text = read(start + data, "page.html").text
    except SourceError as error:
        text, refusal = "", str(error)

    assert text.strip() or "page.html" in refusal
