"""打字员: a notice typed as a clerk types it: paragraphs with styles, tables, numbers of the program's own (ECMA-376-1, WordprocessingML)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.sax.saxutils import escape

_DIGITS = "一二三四五六七八九"
_DATE = re.compile(r"[12二][0-9〇○零一二三四五六七八九]{3}年.{1,3}月.{1,3}日")
_TITLE = re.compile(r"[^（(0-9一二三四五六七八九十附联抄].{,44}(?<![。；])")
_LABELS = (
    ("chineseCountingThousand", "%1、", re.compile(r"([一二三四五六七八九十]{1,3})、")),
    ("chineseCountingThousand", "（%2）", re.compile(r"（([一二三四五六七八九十]{1,3})）")),
    ("decimal", "%3.", re.compile(r"([0-9]{1,2})\.")),
)
"""Format, template and written form of the numbers of the three levels that the program counts."""
_PARTS = {
    "[Content_Types].xml": """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>""",
    "_rels/.rels": """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""",
    "word/_rels/document.xml.rels": """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="r2"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>""",
}
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_FOOTER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
    '</w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
)
_PAGE = '<w:sectPr><w:footerReference w:type="default" r:id="r2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"/></w:sectPr>'
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
_RULED = f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
_STYLES = {
    "title": '<w:jc w:val="center"/>',
    "signature": '<w:jc w:val="right"/>',
    "body": '<w:ind w:firstLine="640"/><w:jc w:val="both"/>',
    "left": "",
}
_CSS = """@page{size:A4;margin:37mm 26mm 35mm 28mm} body{font:16pt/28pt "WenQuanYi Micro Hei",sans-serif;margin:0} p{margin:0}
.body{text-indent:2em;text-align:justify} .title{text-align:center} .signature{text-align:right} table{border-collapse:collapse;font-size:10.5pt;
line-height:16pt} td{border:1px solid #000;padding:2pt 4pt}"""


@dataclass
class Typed:
    """A paragraph, or the rows of a table."""

    words: str = ""
    style: str = "left"
    level: int | None = None
    """Of the number that the program writes before the words."""
    rows: list[list[str]] = field(default_factory=list)


def typed(text: str, *, numbered: bool = False) -> list[Typed]:
    """The paragraphs and tables of a text; with `numbered` the program counts, wherever it comes to the same numbers."""
    found: list[Typed] = []
    counters = [0, 0, 0]
    lines = text.removeprefix("\ufeff").splitlines()
    for place, line in enumerate(lines):
        words = line.strip(" \u3000\t")
        if "\t" in line.strip():
            if not (found and found[-1].rows):
                found.append(Typed())
            found[-1].rows.append(line.split("\t"))
            continue
        apart = not found or not found[-1].words or found[-1].style == "title"
        paragraph = Typed(words, style(line, lines[place + 1 : place + 2], apart))
        if numbered:
            count(paragraph, counters)
        found.append(paragraph)
    return found


def style(line: str, after: list[str], apart: bool) -> str:
    """How a line is set: titles stand apart in the middle, signatures on the right, the rest is set in."""
    words = line.strip(" \u3000")
    if not words or words.endswith(("：", ":")):
        return "left"
    if _DATE.fullmatch(words) or (len(words) < 30 and after and _DATE.fullmatch(after[0].strip(" \u3000"))):
        return "signature"
    return "title" if apart and line[0] not in " \u3000" and _TITLE.fullmatch(words) else "body"


def count(paragraph: Typed, counters: list[int]) -> None:
    """Leave the number of a paragraph to the program where that counts the same."""
    for level, (_, _, written) in enumerate(_LABELS):
        label = written.match(paragraph.words)
        if label and number(label[1]) == counters[level] + 1 and all(counters[:level]):
            counters[level] += 1
            counters[level + 1 :] = [0] * (len(counters) - level - 1)
            paragraph.level = level
            paragraph.words = paragraph.words[label.end() :]
            return


def number(numeral: str) -> int:
    """一, 十二, 二十 or 7 as a number; 0 for what is none."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (10 * (_DIGITS.find(tens) + 1 if tens else 1) if ten else 0) + (_DIGITS.find(ones) + 1 if ones else 0)


def docx(paragraphs: list[Typed]) -> bytes:
    """The paragraphs as a Word file."""
    body = "".join(f"<w:tbl>{_RULED}{''.join(map(_row, each.rows))}</w:tbl>" if each.rows else _paragraph(each) for each in paragraphs)
    levels = "".join(
        f'<w:lvl w:ilvl="{rank}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/><w:lvlText w:val="{template}"/></w:lvl>'
        for rank, (kind, template, _) in enumerate(_LABELS)
    )
    parts = _PARTS | {
        "word/document.xml": f"<w:document {_SPACE}><w:body>{body}{_PAGE}</w:body></w:document>",
        "word/footer1.xml": f"<w:ftr {_SPACE}>{_FOOTER}</w:ftr>",
        "word/numbering.xml": f'<w:numbering {_SPACE}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return packed.getvalue()


def _paragraph(each: Typed) -> str:
    counted = "" if each.level is None else f'<w:numPr><w:ilvl w:val="{each.level}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{counted}{_STYLES[each.style]}</w:pPr>{_run(each.words)}</w:p>"


def _row(cells: list[str]) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/><w:p>{_run(cell)}</w:p></w:tc>' for cell in cells)}</w:tr>"


def _run(words: str) -> str:
    fonts = '<w:rPr><w:rFonts w:ascii="WenQuanYi Micro Hei" w:eastAsia="WenQuanYi Micro Hei" w:hAnsi="WenQuanYi Micro Hei"/><w:sz w:val="32"/></w:rPr>'
    return f'<w:r>{fonts}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""


def html(paragraphs: list[Typed]) -> str:
    """The paragraphs as a page for the printer."""
    return f"<!DOCTYPE html><html lang=zh><meta charset=utf-8><title>公文</title><style>{_CSS}</style><body>{''.join(_elements(paragraphs))}</body></html>"


def _elements(paragraphs: list[Typed]) -> Iterator[str]:
    for each in paragraphs:
        if each.rows:
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in each.rows)
            yield f"<table>{''.join(f'<tr>{cells}</tr>' for cells in rows)}</table>"
        else:
            yield f"<p class={each.style}>{escape(each.words) or '&nbsp;'}</p>"
