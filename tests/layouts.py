"""The same notice in another layout: what a PDF, a web page, an editor or a copyist makes of it.

A notice is a list of paragraphs with a kind each. A layout writes them down in its own manner: it wraps, numbers pages, marks
headings, puts rows into cells, adds what stands around a text on a website. Written apart from the package, from the look of notices.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import policydoc
from clerk import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from conftest import Notice

BLANKS = " \t\u3000\xa0"
WRAPPED = ("015", "019", "022", "027", "039", "042")
"""Notices whose lines are wrapped already; what is one paragraph is the question, so they are not wrapped again."""
PAGES = ("020", "021", "036")
"""Notices that come from a website and have what stands around them."""
LABEL = re.compile(
    r"(?:第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十壹贰叁肆]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.、．](?![0-9]))"
)
NUMBER = re.compile(r".{1,14}[〔\[［（(]\d{4}[〕\]］)）]第?\d+号")
DATE = re.compile(r"[（(]?(?:\d{4}|二[○〇OO0０零]+[一-九○〇]+)年[0-9一二三四五六七八九十]+月[0-9一二三四五六七八九十]+日[)）]?")
NO_START = frozenset("、，。；：！？）》】〕”’％%.,;:!?)]")
NO_END = frozenset("（《【〔“‘([")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text without blanks around it, and what it is (title, number, date, flush, heading, body, row, blank)."""

    text: str
    kind: str


def paragraphs(notice: Notice) -> list[Paragraph]:
    """The paragraphs of a notice, as its labels and their shape tell them."""
    labels = json.loads(notice.labels.read_text(encoding="utf-8"))
    text = notice.path.read_text(encoding="utf-8")
    if notice.path.suffix == ".html":
        text = policydoc.parse(notice.path).text.content
    header = labels["header"]
    titles = {plain(part.get("title")) for part in labels["parts"]} | {plain(header.get("title"))}
    signed = {plain(name) for name in header.get("issuers") or ()}
    addressed = plain((header.get("recipients") or [""])[0])
    lines = [line.strip(" \u3000\xa0\r").lstrip("#").strip(" \u3000") for line in text.split("\n")]
    found: list[Paragraph] = []
    for index, line in enumerate(lines):
        bare = plain(line).strip("*")
        if not bare:
            kind = "blank"
        elif "\t" in line or line.startswith("|"):
            kind = "row"
        elif any(bare in title and len(bare) > 3 for title in titles if title) and any(
            bare == title or plain("".join(lines[index - 1 : index + 1])) == title or plain("".join(lines[index : index + 2])) == title
            for title in titles
        ):
            kind = "title"
        elif NUMBER.fullmatch(bare):
            kind = "number"
        elif DATE.fullmatch(bare):
            kind = "date"
        elif bare in signed:
            kind = "signature"
        elif (addressed and bare.startswith(addressed)) or re.fullmatch(r"附件\d{0,2}:?", bare):
            kind = "flush"
        elif LABEL.match(line) and len(line) <= 26 and line[-1] not in "。；;：":
            kind = "heading"
        else:
            kind = "body"
        found.append(Paragraph(line, kind))
    return found


# --- paper -------------------------------------------------------------------------------------------------------------------------


def columns(text: str) -> int:
    """How wide a text is, in half characters."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def wrap(text: str, width: int, *, first: int = 0, typeset: bool = True) -> list[str]:
    """A text cut into lines of `width` full characters, none of which starts with a point; typeset, no number is cut either."""
    pieces = re.findall(r"[0-9A-Za-z.%]+|.", text) if typeset else list(text)
    lines, line, room = [], "", 2 * width - 2 * first
    for piece in pieces:
        if line and columns(line + piece) > room and not (piece[0] in NO_START and columns(line) <= room):
            carried = ""
            while len(line) > 1 and line[-1] in NO_END:
                line, carried = line[:-1], line[-1] + carried
            lines.append(line)
            line, room = carried, 2 * width
        line += piece
    return [*lines, line]


def paper(
    found: Sequence[Paragraph], width: int, *, indent: bool = True, gap: bool = False, typeset: bool = True, centre: bool = True
) -> list[str]:
    """The lines of a printed page: wrapped, with or without an indent, titles in the middle, the signature on the right."""
    lines: list[str] = []
    for index, (text, kind) in enumerate((each.text, each.kind) for each in found):
        if kind == "row":
            lines.append(text)
        elif kind == "blank":
            if not gap:
                lines.append("")
        elif kind in {"title", "number"}:
            wide = -(-columns(text) // 2)
            count = -(-wide // (width - 4))
            pieces = wrap(text, -(-wide // count) + (count > 1), typeset=typeset)
            lines += [" " * max(0, (2 * width - columns(piece)) // 2 if centre else 0) + piece for piece in pieces]
        elif kind in {"date", "signature"} and index:
            lines.append(" " * max(0, 2 * width - columns(text) - 4 if centre else 0) + text)
        else:
            first = 2 if indent and kind in {"body", "heading"} else 0
            pieces = wrap(text, width, first=first, typeset=typeset)
            lines += ["　" * first + pieces[0], *pieces[1:]]
        if (
            gap
            and kind not in {"row", "blank"}
            and not (kind == "title" and found[index + 1 : index + 2] and found[index + 1].kind == "title")
        ):
            lines.append("")
    return lines


MARKS = {"dash": "— {page} —", "hyphen": "- {page} -", "bare": "{page}", "of": "第{page}页 共{of}页", "slash": "{page}/{of}"}


def running_head(labels: dict[str, object]) -> str:
    """What stands above every page but the first: the short title of the last part, else the gazette."""
    parts = labels["parts"]
    assert isinstance(parts, list)
    short = [part["title"] for part in parts if part.get("title") and len(part["title"]) <= 24]
    return short[-1] if short else "市人民政府公报"


def paged(lines: Sequence[str], *, mark: str, every: int, head: str = "", space: bool = True) -> list[str]:
    """The lines with the foot and the head of a page after so many of them."""
    of = -(-len(lines) // every)
    found: list[str] = []
    for page in range(of):
        if head and page:
            found += [head] + [""] * space
        found += lines[page * every : (page + 1) * every]
        found += [""] * space + [MARKS[mark].format(page=page + 1, of=of)] + [""] * space
    return found


# --- other hands -------------------------------------------------------------------------------------------------------------------


def spaced(found: Sequence[Paragraph], blank: str = " ") -> list[str]:
    """Titles and dates with a blank between any two characters."""
    return [
        blank.join(each.text) if each.kind in {"title", "date"} and len(each.text) < 24 and not set(each.text) & set(BLANKS) else each.text
        for each in found
    ]


def cells(row: str) -> list[str]:
    """The cells of a row with pipes or tabs; none of the rule below a head."""
    if row.startswith("|"):
        return [] if set(row) <= set("|:- ") else [cell.strip() for cell in row.strip("|").split("|")]
    return [cell.strip() for cell in row.split("\t")]


def tables(found: Sequence[Paragraph]) -> Iterator[list[str]]:
    """Paragraphs one by one, rows by table: a list of one text or of several rows."""
    rows: list[str] = []
    for each in found:
        if each.kind == "row":
            rows.append(each.text)
            continue
        if rows:
            yield ["row", *rows]
            rows = []
        yield [each.kind, each.text]
    if rows:
        yield ["row", *rows]


def tabled(found: Sequence[Paragraph], form: str) -> list[str]:
    """The text with each table as pipes, tabs or one cell per line."""
    lines: list[str] = []
    for kind, *texts in tables(found):
        if kind != "row":
            lines += texts
            continue
        rows = [row for row in map(cells, texts) if row]
        if form == "pipes":
            rule = "|" + "---|" * len(rows[0])
            drawn = ["| " + " | ".join(row) + " |" for row in rows]
            lines += [drawn[0], rule, *drawn[1:]]
        elif form == "tabs":
            lines += ["\t".join(row) for row in rows]
        else:
            lines += [cell for row in rows for cell in row if cell]
    return lines


def marked(found: Sequence[Paragraph]) -> list[str]:
    """Markdown, as a converter writes it: headings, bold run-in titles, escaped labels, a blank line between all."""
    lines: list[str] = []
    last = ""
    for each in found:
        text = each.text
        if each.kind == "blank" or text.startswith("---"):
            continue
        if each.kind == "row":
            lines.append(text)
            continue
        if lines and lines[-1].startswith("|"):
            lines.append("")
        if each.kind == "title" and lines and lines[-1] == "" and lines[-2].startswith("#") and last == "title":
            lines[-2] += text
            continue
        last = each.kind
        if each.kind == "title":
            text = ("## " if any(line.startswith("# ") for line in lines) else "# ") + text
        elif each.kind == "heading":
            text = ("## " if re.match(r"[一二三四五六七八九十]{1,3}、|第", text) else "### ") + text
        elif LABEL.match(text) and (run := re.match(r"([^。：*]{3,30}[。：])(.+)", text)):
            text = f"**{run[1]}**{run[2]}"
        lines += [re.sub(r"^(\*{0,2}[0-9]{1,2})\.(?![0-9])", r"\1\\.", text), ""]
    return lines


def page(found: Sequence[Paragraph], labels: dict[str, object], *, breaks: bool = False) -> str:
    """A page of a government's website: navigation, the table of metadata, a share bar, the text, a footer."""
    header = labels["header"]
    assert isinstance(header, dict)
    fields = {
        "索 引 号：": "000014349/2024-00031",
        "主题分类：": "综合政务",
        "发布机构：": "、".join(header.get("issuers") or ()),
        "成文日期：": header.get("issued_on"),
        "标　　题：": header.get("title"),
        "发文字号：": header.get("document_number"),
    }
    pairs = [f"<td>{name}</td><td>{escape(str(value))}</td>" for name, value in fields.items() if value]
    rows = "\n".join(f"<tr>{''.join(pairs[here : here + 2])}</tr>" for here in range(0, len(pairs), 2))
    body: list[str] = []
    for kind, *texts in tables(found):
        if kind == "row":
            drawn = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in map(cells, texts) if row]
            body.append("<table>" + "\n".join(f"<tr>{row}</tr>" for row in drawn) + "</table>")
            continue
        text = escape(texts[0], quote=False)
        if kind in {"title", "heading"}:
            text = f"<strong>{text}</strong>"
        style = {"title": "text-align:center", "date": "text-align:right", "signature": "text-align:right"}.get(kind, "text-indent:2em")
        if breaks:
            body.append(text + "<br>")
        elif kind != "blank":
            body.append(f'<p style="{style}">{text}</p>')
    title = escape(str(header.get("title") or "通知"))
    return PAGE.format(title=title, rows=rows, body="\n".join(body))


PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}_市人民政府门户网站</title>
<style>.nav li{{float:left}}</style><script>var a = 1 < 2;</script></head>
<body><div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hd/">互动交流</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/wj/">政策文件</a></div>
<table class="xxgk"><tbody>
{rows}
</tbody></table>
<div class="tools">字体：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>] <a href="#">打印</a> 分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="content" id="zoom">
{body}
</div>
<div class="pager"><p>上一篇：<a href="/1.html">关于开展2021年度考核工作的通知</a></p><p>下一篇：<a href="/2.html">没有了</a></p></div>
<div class="footer"><p>版权所有：市人民政府办公室　主办：市人民政府</p><p>网站标识码：1234560001　备案号：某ICP备12345678号-1</p></div>
</body></html>
"""

BEFORE = """首页
政务公开
互动交流
当前位置：首页 > 政务公开 > 政策文件
信息来源：市政府办公室　{date}浏览次数：1024
字体：[大 中 小]　打印　收藏
"""
AFTER = """
分享到：微信 微博
【打印本页】　【关闭窗口】
上一篇：关于开展2021年度考核工作的通知
下一篇：没有了
相关链接
版权所有：市人民政府办公室　网站标识码：1234560001
备案号：某ICP备12345678号-1　公网安备 11010102000001号
"""


def untidy(lines: Sequence[str], seed: int) -> str:
    """Lines as they come from many editors: other indents, blanks behind, CRLF."""
    chance = random.Random(seed)
    leads = ("", "　　", "\t", "\xa0\xa0", "    ", "\u3000")
    return "\r\n".join(
        line if line.startswith("|") or "\t" in line else chance.choice(leads) + line + chance.choice(("", " ", "　", "\t", "\xa0"))
        for line in lines
    )


# --- all of them -------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Original:
    """A notice of the corpus as a layout needs it: its text, its paragraphs, its labels, and numbers to vary with."""

    key: str
    raw: str
    found: tuple[Paragraph, ...]
    labels: dict[str, object]

    @property
    def turn(self) -> int:
        """The notice's number: what varies from notice to notice follows it."""
        return int(self.key)

    @property
    def width(self) -> int:
        """Characters of a line, 28 to 42."""
        return 28 + self.turn * 5 % 15

    @property
    def has_rows(self) -> bool:
        """Whether a table stands in it."""
        return any(each.kind == "row" for each in self.found)

    def pages(self, lines: Sequence[str], *, shift: int, head: bool = False, space: bool = True) -> str:
        """The lines on pages of 25 to 35, with the marks of this notice's turn."""
        mark = list(MARKS)[(self.turn + shift) % len(MARKS)]
        return "\n".join(paged(lines, mark=mark, every=25 + self.turn % 11, head=running_head(self.labels) if head else "", space=space))


def original(notice: Notice) -> Original:
    """What the layouts of a notice are made from."""
    found = tuple(paragraphs(notice))
    labels = json.loads(notice.labels.read_text(encoding="utf-8"))
    html = notice.path.suffix == ".html"
    raw = "\n".join(each.text for each in found) if html else notice.path.read_text(encoding="utf-8")
    return Original(notice.name[:3], raw, found, labels)


def noisy(text: str, labels: dict[str, object]) -> str:
    """The text with what a website prints before and behind it."""
    header = labels["header"]
    assert isinstance(header, dict)
    date = f"发布时间：{header['issued_on']} 09:30　" if header.get("issued_on") else ""
    return BEFORE.format(date=date) + text + AFTER


def lined(found: Sequence[Paragraph], *, gap: bool) -> str:
    """The paragraphs with single line ends, or with a blank line between them (but not inside a title)."""
    return "\n".join(each.text + "\n" * (gap and each.kind != "title") for each in found if each.text)


def _flat(one: Original) -> list[str]:
    return [each.text for each in one.found]


LAYOUTS: dict[str, Callable[[Original], str]] = {
    "wrapped, indented": lambda one: "\n".join(paper(one.found, one.width)),
    "wrapped, indented, blank lines": lambda one: "\n".join(paper(one.found, one.width, gap=True)),
    "wrapped, flush": lambda one: "\n".join(paper(one.found, one.width, indent=False, centre=False)),
    "wrapped, flush, blank lines": lambda one: "\n".join(paper(one.found, one.width, indent=False, gap=True, centre=False)),
    "wrapped inside numbers": lambda one: "\n".join(paper(one.found, one.width, typeset=False)),
    "wrapped inside numbers, flush, blank lines": lambda one: "\n".join(paper(one.found, one.width, typeset=False, indent=False, gap=True)),
    "pages": lambda one: one.pages(paper(one.found, one.width), shift=0),
    "pages, tight": lambda one: one.pages(paper(one.found, one.width), shift=2, space=False),
    "pages, running head": lambda one: one.pages(paper(one.found, one.width), shift=1, head=True),
    "pages inside numbers, running head": lambda one: one.pages(paper(one.found, one.width, typeset=False), shift=3, head=True),
    "spaced title": lambda one: "\n".join(spaced(one.found)),
    "spaced title, full width": lambda one: "\n".join(spaced(one.found, "　")),
    "web page": lambda one: page(one.found, one.labels),
    "web page, line breaks": lambda one: page(one.found, one.labels, breaks=True),
    "website's noise": lambda one: noisy(one.raw, one.labels),
    "Markdown": lambda one: "\n".join(marked(one.found)),
    "single line ends": lambda one: lined(one.found, gap=False),
    "blank lines": lambda one: lined(one.found, gap=True),
    "untidy": lambda one: untidy(_flat(one), one.turn),
    "table, pipes": lambda one: "\n".join(tabled(one.found, "pipes")),
    "table, tabs": lambda one: "\n".join(tabled(one.found, "tabs")),
    "table, cells": lambda one: "\n".join(tabled(one.found, "cells")),
}
SUFFIX = {"web page": ".html", "web page, line breaks": ".html", "Markdown": ".md"}


def suits(layout: str, one: Original) -> bool:
    """Whether a notice can be had in a layout: what is wrapped or a page already is not wrapped or made a page again."""
    if layout.startswith("table"):
        return one.has_rows
    if layout == "website's noise":
        return one.key not in PAGES
    if layout in ("single line ends", "blank lines") and one.has_rows:
        return False
    return one.key not in WRAPPED and (one.key not in PAGES or layout in ("Markdown", "single line ends", "blank lines", "untidy"))
