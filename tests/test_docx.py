"""A Word file gives the text that a reader of the document sees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc import parse
from policydoc.errors import SourceError
from policydoc.source import read
from policydoc.source.word.body import _HANDLERS, _SKIPPED, _TOLD
from word import SPACES, cell, document, docx, level, notes, numbering, paragraph, root, run, style, styles, table, zipped

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def lines(*blocks: str, **more: object) -> list[str]:
    """The lines of a file of these blocks."""
    return read(docx(*blocks, **more)).text.split("\n")  # type: ignore[arg-type]


def field(instruction: str, result: str | None = None) -> str:
    """A field of runs."""
    inside = f"<w:r><w:instrText xml:space='preserve'>{instruction}</w:instrText></w:r>"
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inside}{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def box(*paragraphs: str) -> str:
    """A text box in a run, in both forms that Word writes."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_paragraphs_are_lines() -> None:
    """Each paragraph is a line, empty ones too, and its place in the file is known."""
    document = read(docx(paragraph("云泽市便民服务方案"), paragraph(), paragraph("新建便民驿站8个。")), "notice.docx")

    assert document.text == "云泽市便民服务方案\n\n新建便民驿站8个。"
    assert (document.media_type, document.encoding, document.edits) == (WORD, None, ())
    assert [(origin.start, origin.unit, origin.number) for origin in document.origins or ()] == [
        (0, "paragraph", 1),
        (10, "paragraph", 2),
        (11, "paragraph", 3),
    ]


def test_runs_are_one_sentence() -> None:
    """A sentence in pieces, with marks of proofing and pages between them, is whole; blanks stay where they are to be kept."""
    pieces = (
        run("新建")
        + "<w:proofErr w:type='spellStart'/>"
        + run("公厕")
        + "<w:r><w:lastRenderedPageBreak/><w:t> 76 </w:t></w:r>"
        + run("座。")
    )

    assert lines(paragraph(xml=pieces)) == ["新建公厕76座。"]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>新建</w:t><w:noBreakHyphen/><w:t>改建</w:t><w:softHyphen/><w:t>公厕</w:t></w:r>", "新建-改建公厕"),
        ("<w:hyperlink r:id='r1'><w:r><w:t>附件</w:t></w:r></w:hyperlink>", "附件"),
        ("<w:smartTag><w:r><w:t>云泽市</w:t></w:r></w:smartTag>", "云泽市"),
        ("<w:sdt><w:sdtPr><w:alias w:val='标题'/></w:sdtPr><w:sdtContent><w:r><w:t>云泽市</w:t></w:r></w:sdtContent></w:sdt>", "云泽市"),
        ("<w:ins w:id='1'><w:r><w:t>新建</w:t></w:r></w:ins><w:del w:id='2'><w:r><w:delText>改建</w:delText></w:r></w:del>", "新建"),
        ("<w:moveTo><w:r><w:t>新建</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>改建</w:t></w:r></w:moveFrom>", "新建"),
        (run("新建") + run("密", "<w:vanish/>") + run("公厕", '<w:vanish w:val="0"/>'), "新建公厕"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>cè</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>厕</w:t></w:r></w:rubyBase></w:ruby></w:r>", "厕"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='Symbol' w:char='F0B3'/><w:t>85%</w:t></w:r>", "☑≥85%"),
        ("<w:r><w:sym w:font='方正小标宋' w:char='F041'/></w:r>", "\ufffd"),
        (run("10") + run("4", "<w:vertAlign w:val='superscript'/>") + run("亩"), "10⁴亩"),
        ("<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath>", "3/4"),
        (run("见第") + field(" PAGEREF _Toc1 \\h ", "12") + run("页"), "见第12页"),
        (field(" eq \\o\\ac(○,3)") + run("公厕"), "③公厕"),
        (field(" IF " + "x" * 900, "是"), "是"),
        ("<w:fldSimple w:instr=' DATE '><w:r><w:t>2024年</w:t></w:r></w:fldSimple>", "2024年"),
        (run("新建公厕") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "新建公厕"),
        ("<w:r><w:t>新建\n公厕</w:t></w:r>", "新建 公厕"),
    ],
)
def test_what_a_run_shows(xml: str, text: str) -> None:
    """Inline elements are shown as Word shows them."""
    assert lines(paragraph(xml=xml)) == [text]


def test_line_breaks_end_lines() -> None:
    """A break inside a paragraph ends a line, one at its edges does not; both lines are of one paragraph."""
    broken = "<w:r><w:br w:type='page'/><w:t>云泽市</w:t><w:br/><w:t>人民政府</w:t><w:cr/></w:r>"
    document = read(docx(paragraph(xml=broken), paragraph("办公室")))

    assert document.text.split("\n") == ["云泽市", "人民政府", "办公室"]
    assert [origin.number for origin in document.origins or ()] == [1, 2]


def test_tab_in_a_sentence_is_a_blank() -> None:
    """A tab between the cells of typed rows stays; one in a sentence is a blank: the sentence is no row of a table."""
    assert lines(paragraph("各区要抓紧落实，\t按月报送。"), paragraph("新建公厕8座。")) == ["各区要抓紧落实，　按月报送。", "新建公厕8座。"]
    assert lines(paragraph("1\t公厕。"), paragraph("2\t驿站。")) == ["1\t公厕。", "2\t驿站。"]


def test_open_field_hides_no_other_paragraph() -> None:
    """A field that is never closed ends with its paragraph."""
    assert lines(paragraph(xml='<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), paragraph("新建公厕8座。")) == ["", "新建公厕8座。"]


def test_deleted_marks_join_paragraphs() -> None:
    """Where the mark of a paragraph is deleted or hidden, the next one goes on the line; the one that keeps its mark numbers it."""
    deleted = paragraph("新建公厕", properties="<w:rPr><w:del w:id='1'/></w:rPr>")
    hidden = paragraph("一、公厕。", properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>")

    assert lines(deleted, paragraph("8座。")) == ["新建公厕8座。"]
    assert lines(hidden, paragraph("新建8座。")) == ["一、公厕。新建8座。"]


def test_first_letter_that_drops() -> None:
    """A first letter over several lines is a paragraph of its own to Word, and none to a reader."""
    assert lines(paragraph("云", properties="<w:framePr w:dropCap='drop'/>"), paragraph("泽市新建公厕8座。")) == ["云泽市新建公厕8座。"]


def test_hidden_style_hides() -> None:
    """The text of a hidden style, by itself or by what it is based on, is left out."""
    part = styles(style("base", "<w:rPr><w:vanish/></w:rPr>"), style("form", based_on="base"))

    assert lines(paragraph("窗体顶端", style="form"), paragraph("新建公厕8座。"), parts={"styles.xml": part})[-1] == "新建公厕8座。"
    assert "窗体" not in read(docx(paragraph("窗体顶端", style="form"), paragraph("公厕"), parts={"styles.xml": part})).text


def test_text_box_stands_once() -> None:
    """Both forms of a text box are one; it stands behind its paragraph, before the first words of the document if it hangs on them."""
    beside = paragraph("注：含改造。")

    assert lines(paragraph("云泽市方案"), paragraph("新建公厕8座。", xml=box(beside))) == ["云泽市方案", "新建公厕8座。", "注：含改造。"]
    assert lines(paragraph("关于新建公厕的通知", xml=box(paragraph("云泽市人民政府文件")))) == ["云泽市人民政府文件", "关于新建公厕的通知"]
    assert "云泽市人民政府文件" in lines(
        paragraph("通知", xml="<w:r><w:pict><v:shape><v:textpath string='云泽市人民政府文件'/></v:shape></w:pict></w:r>")
    )


def test_table_stands_where_it_is() -> None:
    """A row is a line, a merged cell shows itself where it covers a place, an empty column is left out; the row is at its first paragraph."""
    rows = [
        [cell("序号"), cell("任务", span=2), cell("责任单位")],
        [cell("1", merge="restart"), cell("公厕"), cell(""), cell("市城管局")],
        [cell("", merge="continue"), cell("驿站"), cell(""), cell(blocks=paragraph("市总工会") + paragraph("市民政局"))],
    ]
    document = read(docx(paragraph("清单"), table(rows), paragraph("附注")))

    assert document.text.split("\n") == ["清单", "序号\t任务\t责任单位", "1\t公厕\t市城管局", "〃\t驿站\t市总工会 市民政局", "附注"]
    assert document.decoded.split("\n")[3] == "\t驿站\t市总工会 市民政局"
    assert [(edit.step, edit.inserted) for edit in document.edits] == [("merged-cell", "〃")]
    assert [origin.number for origin in document.origins or ()] == [1, 2, 5, 9, 14]


def test_columns_that_nearly_meet_are_one() -> None:
    """Edges drawn a hair apart do not part a column."""
    rows = [
        [cell("序号"), cell("任务", span=2), cell("单位")],
        [cell("1", span=2), cell("公厕"), cell("市城管局")],
        [cell("一、城建类", span=4)],
    ]
    uneven = [[cell("名称"), cell("单位", span=3)], *rows]

    assert lines(table(uneven, [800, 40, 3000, 2000]))[1:] == ["序号\t任务\t单位", "1\t公厕\t市城管局", "一、城建类\t\t"]


def test_frame_is_no_table() -> None:
    """A table with one cell is a frame: its paragraphs are lines; short cells of a single row stand on one line."""
    assert lines(table([[cell(blocks=paragraph("专栏1 公厕") + paragraph("新建公厕8座。"))]])) == ["专栏1 公厕", "新建公厕8座。"]
    assert lines(paragraph("抄送"), table([["云泽市人民政府办公室", "2024年5月6日印发"]])) == [
        "抄送",
        "云泽市人民政府办公室　2024年5月6日印发",
    ]


def test_table_in_a_table() -> None:
    """A table inside a frame is a table; inside a small cell of data it is words of the cell."""
    inner = table([["序号", "任务"], ["1", "公厕"]])
    outer = [
        ["序号", "内容"],
        ["1", "改造公厕，完善管护，逐步推广，建成后由各区管理。"],
        ["2", cell(blocks=table([["8", "座"]]) + paragraph())],
    ]

    assert lines(table([[cell(blocks=inner + paragraph())]])) == ["序号\t任务", "1\t公厕", ""]
    assert lines(table(outer))[2] == "2\t8 座"


def test_deleted_row_goes() -> None:
    """A row that was deleted with its text, under tracked changes, is left out."""
    gone = table([["序号", "任务"], ["1", "公厕"], ["2", "驿站"]]).replace(
        "<w:tr><w:tc><w:tcPr></w:tcPr>" + paragraph("1"), "<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>" + paragraph("1")
    )

    assert lines(gone) == ["序号\t任务", "2\t驿站"]


CHINESE = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")


def numbered(
    *places: tuple[int, int] | str, definitions: dict[int, str] | None = None, lists: dict[int, int | str] | None = None
) -> list[str]:
    """The lines of paragraphs in lists, by list and level; a text is a paragraph in none."""
    blocks = [paragraph(place) if isinstance(place, str) else paragraph("公厕", list_=place[0], level=place[1]) for place in places]
    part = numbering(definitions or {0: CHINESE}, lists or {1: 0})
    return [line.removesuffix("公厕") for line in lines(*blocks, parts={"numbering.xml": part})]


def test_numbers_are_put_in() -> None:
    """The numbers that Word shows are edits: without them the text is what the file writes."""
    part = numbering({0: CHINESE}, {1: 0})
    document = read(docx(paragraph("总体要求", list_=1, level=0), paragraph("新建公厕。", list_=1, level=1), parts={"numbering.xml": part}))

    assert document.text == "一、总体要求\n（一）新建公厕。"
    assert document.decoded == "总体要求\n新建公厕。"
    assert [(edit.step, edit.removed, edit.inserted, edit.certainty) for edit in document.edits] == [
        ("docx-numbering", "", "一、", "certain"),
        ("docx-numbering", "", "（一）", "certain"),
    ]
    assert [origin.start for origin in document.origins or ()] == [0, 5]


def test_levels_begin_again() -> None:
    """A level counts on, and again after a higher one."""
    assert numbered((1, 0), (1, 1), (1, 1), "间", (1, 2), (1, 0), (1, 1), (1, 2)) == [
        "一、",
        "（一）",
        "（二）",
        "间",
        "1.",
        "二、",
        "（一）",
        "1.",
    ]


def test_levels_that_never_begin_again() -> None:
    """With lvlRestart 0 a level counts through; with 1 only the first level makes it begin again."""
    through = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    first = level(0, "decimal", "%1.") + level(1, "decimal", "%2)") + level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>')

    assert numbered((1, 0), (1, 1), (1, 0), (1, 1), definitions={0: through}) == ["1.", "1)", "2.", "2)"]
    assert numbered((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2), definitions={0: first}) == [
        "1.",
        "1)",
        "a)",
        "2)",
        "b)",
        "2.",
        "a)",
    ]


def test_lists_of_one_definition_count_on() -> None:
    """Two lists of one definition are one count, unless the second starts anew; a level may be written otherwise in one list."""
    anew = '<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    other = f'<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条")}</w:lvlOverride>'

    assert numbered((1, 0), (2, 0), (1, 0), lists={1: 0, 2: 0}) == ["一、", "二、", "三、"]
    assert numbered((1, 0), (1, 0), (2, 0), (2, 0), lists={1: 0, 2: anew}) == ["一、", "二、", "一、", "二、"]
    assert numbered((1, 0), (2, 0), lists={1: 0, 2: other}) == ["一、", "第2条 "]


def test_numbers_of_several_levels() -> None:
    """1.2 takes the numbers of the levels above in; with isLgl they are written in digits."""
    both = (
        level(0, "chineseCounting", "第%1章")
        + level(1, "decimal", "%1.%2", "<w:isLgl/>")
        + level(2, "decimal", "%2.%3", '<w:suff w:val="nothing"/>')
    )

    assert numbered((1, 0), (1, 1), (1, 1), (1, 2), definitions={0: both}) == ["第一章 ", "1.1 ", "1.2 ", "2.1"]


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("chineseCountingThousand", "（%1）", "（十二）"),
        ("japaneseCounting", "%1、", "十二、"),
        ("ideographDigital", "%1、", "一二、"),
        ("taiwaneseCounting", "%1、", "十二、"),
        ("ideographTraditional", "%1、", "12、"),
        ("ideographZodiac", "%1、", "亥、"),
        ("chineseLegalSimplified", "%1、", "壹拾贰、"),
        ("decimalFullWidth", "%1．", "１２．"),
        ("decimalZero", "%1", "12 "),
        ("decimalEnclosedCircle", "%1", "⑫"),
        ("decimalEnclosedCircleChinese", "%1", "⑫"),
        ("decimalEnclosedParen", "%1", "⑿"),
        ("decimalEnclosedFullstop", "%1", "⒓"),
        ("upperLetter", "%1.", "L."),
        ("lowerRoman", "(%1)", "(xii)"),
        ("bullet", "●", ""),
        ("bullet", "\uf06c", ""),
        ("bullet", "附：", "附："),
        ("none", "备注", "备注"),
        ("hebrew1", "%1.", "12."),
    ],
)
def test_formats_of_numbers(kind: str, text: str, label: str) -> None:
    """Numbers are written in the format of their level; the sign of a bullet says nothing and is not put in."""
    assert numbered((1, 0), definitions={0: level(0, kind, text, start=12)}) == [label]


def test_format_that_old_programs_do_not_know() -> None:
    """A format of its own (001, 002) is followed by one for programs that do not know it."""
    two = (
        "<mc:AlternateContent><mc:Choice Requires='w14'><w:numFmt w:val='custom' w:format='001, 002, 003, ...'/></mc:Choice>"
        "<mc:Fallback><w:numFmt w:val='decimal'/></mc:Fallback></mc:AlternateContent><w:lvlText w:val='%1、'/>"
    )

    assert numbered((1, 0), (1, 0), definitions={0: f"<w:lvl w:ilvl='0'>{two}</w:lvl>"}) == ["001、", "002、"]


def test_styles_number() -> None:
    """A style numbers its paragraphs, at the level that its list keeps for it; a paragraph may take itself out."""
    linked = level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>') + level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>')
    in_list = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    parts = {
        "numbering.xml": numbering({0: linked}, {1: 0}),
        "styles.xml": styles(style("h1", in_list), style("h2", in_list), style("own", based_on="h2"), style("plain", default=True)),
    }
    blocks = [
        paragraph("甲", style="h1"),
        paragraph("乙", style="h2"),
        paragraph("丙", style="own"),
        paragraph("丁", style="h1", list_=0),
        paragraph("戊"),
    ]

    assert lines(*blocks, parts=parts) == ["一、甲", "（一）乙", "（二）丙", "丁", "戊"]
    assert lines(paragraph("甲", style="h1", level=1), parts=parts) == ["（一）甲"]


def test_list_through_a_style() -> None:
    """A definition may stand in a style of lists that names the list with its levels."""
    parts = {
        "numbering.xml": numbering({0: CHINESE, 1: '<w:numStyleLink w:val="公文"/>'}, {1: 0, 2: 1}),
        "styles.xml": styles(style("公文", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", kind="numbering")),
    }

    assert lines(paragraph("甲", list_=2, level=0), paragraph("乙", list_=2, level=1), parts=parts) == ["一、甲", "（一）乙"]


def test_cells_are_numbered() -> None:
    """序号 that Word counts itself stands in its cell."""
    counted = cell(blocks=paragraph(list_=1, level=0))
    part = numbering({0: level(0, "decimal", "%1")}, {1: 0})

    assert lines(table([["序号", "任务"], [counted, "公厕"], [counted, "驿站"]]), parts={"numbering.xml": part})[1:] == [
        "1\t公厕",
        "2\t驿站",
    ]


def test_unknown_list_numbers_nothing() -> None:
    """A list that the file does not have, or a level that none has, puts nothing in."""
    assert numbered((7, 0), (1, 12)) == ["", ""]
    assert lines(paragraph("公厕", list_=1, level=0)) == ["公厕"]


def test_notes_stand_at_the_end() -> None:
    """Notes are numbered in the order of their marks, and stand behind the document, where layout knows them as notes."""
    mark = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
    body = [paragraph("新建图书馆3座", xml=mark.format(5) + run("，改造驿站")), paragraph("惠及居民", xml=mark.format(2))]
    part = notes(
        "footnote",
        {2: paragraph("居民指常住居民。"), 5: paragraph("图书馆指公共图书馆，") + paragraph("含分馆。"), 9: paragraph("无人引用。")},
    )
    document = read(docx(*body, parts={"footnotes.xml": part}))

    assert document.text.split("\n") == [
        "新建图书馆3座[1]，改造驿站",
        "惠及居民[2]",
        "[1]图书馆指公共图书馆， 含分馆。",
        "[2]居民指常住居民。",
    ]
    assert document.decoded.split("\n")[0] == "新建图书馆3座，改造驿站"
    assert [origin.number for origin in document.origins or ()] == [1, 2, 1, 2]


def test_footnotes_and_endnotes_are_told_apart() -> None:
    """A file with both kinds has two counts of notes."""
    body = paragraph("新建图书馆3座", xml="<w:r><w:footnoteReference w:id='1'/><w:endnoteReference w:id='1'/></w:r>")
    parts = {
        "footnotes.xml": notes("footnote", {1: paragraph("指公共图书馆。")}),
        "endnotes.xml": notes("endnote", {1: paragraph("据年鉴。")}),
    }

    assert lines(body, parts=parts) == ["新建图书馆3座[1][注1]", "[1]指公共图书馆。", "[注1]据年鉴。"]


def header(text: str) -> str:
    """A header."""
    return root("hdr", paragraph(text))


def test_headers() -> None:
    """A running head is no text; a letterhead in the header is, where the body has none."""
    default, first = (
        '<w:headerReference w:type="default" r:id="header1.xml"/>',
        '<w:headerReference w:type="first" r:id="header1.xml"/><w:titlePg/>',
    )
    body = paragraph("关于新建公厕的通知")

    assert lines(body, section=default, parts={"header1.xml": header("公厕建设方案")}) == ["关于新建公厕的通知"]
    assert lines(body, section=default, parts={"header1.xml": header("云泽市人民政府文件")}) == ["云泽市人民政府文件", "关于新建公厕的通知"]
    assert lines(body, section=first, parts={"header1.xml": header("云泽市城市管理局")}) == ["云泽市城市管理局", "关于新建公厕的通知"]
    assert lines(body, section=first, parts={"header1.xml": header("关于新建公厕的通知")}) == ["关于新建公厕的通知"]


def test_strict_files_and_their_relatives() -> None:
    """The strict form of the standard, files with macros and templates are read as others are; the media type tells them apart."""
    assert read(docx(paragraph("新建公厕8座。"), strict=True)).text == "新建公厕8座。"
    assert read(docx(paragraph("公厕"), kind="document with macros")).media_type == "application/vnd.ms-word.document.macroEnabled.12"
    assert read(docx(paragraph("公厕"), kind="template")).media_type == WORD.replace("document", "template", 2).replace(
        "officetemplate", "officedocument"
    )


def test_other_files_inside() -> None:
    """A page inside the file is read, in a web archive too; what cannot be read keeps its place, and is refused where nothing else is there."""
    page = "<html><body><p>新建便民驿站8个，惠及居民1.2万户。</p></body></html>".encode()
    archive = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n" + page + b"\n--x--"
    chunk = "<w:altChunk r:id='chunk1.{}'/>"

    for suffix, content in (("html", page), ("mht", archive), ("txt", "新建便民驿站8个，惠及居民1.2万户。".encode("gb18030"))):
        part = {f"chunk1.{suffix}": content}
        assert lines(paragraph("附："), chunk.format(suffix), parts=part) == ["附：", "新建便民驿站8个，惠及居民1.2万户。"]
    for suffix, content in (("mht", b"MIME"), ("rtf", b"{\\rtf1}"), ("html", b"<html></html>")):
        assert lines(paragraph("附："), chunk.format(suffix), parts={f"chunk1.{suffix}": content}) == ["附：", "\ufffd"]
    with pytest.raises(SourceError, match="around a file of another format"):
        read(docx(chunk.format("rtf"), paragraph(), parts={"chunk1.rtf": b"{\\rtf1}"}))


def told(*blocks: str, **more: object) -> list[tuple[str, str]]:
    """The codes and messages of what a clerk should know of a file of these blocks."""
    return [(found["code"], found["message"]) for found in read(docx(*blocks, **more)).diagnostics]  # type: ignore[arg-type]


def test_what_is_not_shown_is_told() -> None:
    """Objects that are not read, changes that nobody has accepted yet, hidden text."""
    sheet = "<w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r>"
    changed = "<w:ins><w:r><w:t>8</w:t></w:r></w:ins><w:del><w:r><w:delText>7</w:delText></w:r></w:del>" + run("座。")
    plan = parse(docx(paragraph("新建公厕", xml=changed), paragraph(xml=sheet)))

    assert told(paragraph("新建公厕8座。")) == []
    assert told(paragraph("附表", xml=sheet + sheet))[0] == ("F006", "Objects inside the file that are not read: 2 (Excel.Sheet.12).")
    assert told(paragraph("附："), "<w:altChunk r:id='chunk1.mht'/>", parts={"chunk1.mht": b"MIME"})[0][0] == "F006"
    assert told(paragraph("新建公厕", xml=changed)) == [
        ("F007", "The file holds tracked changes: 2; it was read as if all of them were accepted.")
    ]
    assert told(paragraph("公厕", xml=run("密件", "<w:vanish/>"))) == [("F008", "Hidden in the file and left out: 2 characters.")]
    assert {"F006", "F007"} <= {found.code for found in plan.diagnostics}


FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{}</pkg:package>'
)
WORD_2003 = (
    '<?xml version="1.0" encoding="{}"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
    ' xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:docPr><w:footnotePr><w:footnote w:type="separator"><w:p/></w:footnote></w:footnotePr>'
    "</w:docPr><w:body><wx:sect>{}</wx:sect></w:body></w:wordDocument>"
)


def test_flat_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package in one XML file is read as the package is."""
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    one = '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
    files = {
        "/_rels/.rels": relations.format(one.format("officeDocument", "word/document.xml")),
        "/word/_rels/document.xml.rels": relations.format(one.format("numbering", "numbering.xml")),
        "/word/document.xml": document(paragraph("总体要求", list_=1, level=0)).partition("?>\n")[2],
        "/word/numbering.xml": numbering({0: CHINESE}, {1: 0}).partition("?>\n")[2],
    }
    parts = "".join(f'<pkg:part pkg:name="{name}"><pkg:xmlData>{content}</pkg:xmlData></pkg:part>' for name, content in files.items())

    assert read(FLAT.format(parts).encode(), "notice.xml").text == "一、总体要求"
    assert read(FLAT.format(parts).encode(), "notice.xml").media_type == "application/xml"
    with pytest.raises(SourceError, match="without a Word document"):
        read(FLAT.format("").encode())
    monkeypatch.setattr("policydoc.source.word.docx.XML_FLAT", 100)
    with pytest.raises(SourceError, match="save it as docx"):
        read(FLAT.format(parts).encode())


def test_files_of_word_2003() -> None:
    """The numbers that Word 2003 writes beside its lists are put in; notes stand behind their word, deleted words are gone."""
    body = (
        '<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>新建公厕</w:t></w:r>'
        "<w:r><w:footnote><w:p><w:r><w:t>含改建。</w:t></w:r></w:p></w:footnote></w:r>"
        '<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>7</w:delText></w:r></aml:content></aml:annotation>'
        '<aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>8座。</w:t></w:r></aml:content></aml:annotation></w:p>'
        '<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr><w:r><w:t>改造驿站。</w:t></w:r></w:p>'
    )
    for encoding in ("utf-8", "gb2312"):
        document = read(WORD_2003.format(encoding, body).encode("gb18030" if encoding == "gb2312" else encoding))

        assert document.text.split("\n") == ["一、新建公厕[1]8座。", "改造驿站。", "[1]含改建。"]
        assert document.decoded.split("\n")[0] == "新建公厕8座。"


def test_file_without_text_is_refused() -> None:
    """A file of pictures has no text; one without its main part is no Word file."""
    with pytest.raises(SourceError, match=r"without text.*OCR"):
        read(docx(paragraph(xml="<w:r><w:drawing/></w:r>")))
    with pytest.raises(SourceError, match="main part"):
        read(zipped({"[Content_Types].xml": "<Types/>", "word/styles.xml": styles()}))


def test_content_decides() -> None:
    """A Word file is one by whatever name, and a text called .docx is a text."""
    assert read(docx(paragraph("新建公厕8座。")), "notice.txt").text == "新建公厕8座。"
    assert read("新建公厕8座。".encode(), "notice.docx").media_type == "text/plain"


@pytest.mark.parametrize(
    "xml",
    [
        "<w:tr><w:tc><w:p/></w:tc></w:tr>",
        "<w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>",
        "<w:tbl><w:tc/><w:tr/><w:tr><w:tc/></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr></w:tc><w:tc/></w:tr></w:tbl>",
        "<w:p><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:p>",
        "<w:txbxContent><w:p/></w:txbxContent><mc:Choice/><mc:Fallback/>",
        "<w:numPr><w:ilvl w:val='x'/><w:numId/></w:numPr><w:vanish/><w:gridSpan/><w:vMerge/>",
        "<w:p><w:r><w:fldChar w:fldCharType='end'/><w:footnoteReference/><w:sym/></w:r></w:p>",
        "<w:headerReference/><w:sectPr/><w:altChunk/><w:t>甲</w:t>",
    ],
)
def test_crooked_files_are_read(xml: str) -> None:
    """Elements in places where they do not belong break nothing."""
    assert lines(xml, paragraph("新建公厕8座。"))[-1] == "新建公厕8座。"


def test_plan_of_a_numbered_file() -> None:
    """Sections and tasks are those that a reader of the document sees, and blocks know their paragraphs."""
    part = numbering({0: CHINESE}, {1: 0})
    body = [
        paragraph("云泽市2024年便民服务实施方案"),
        paragraph("驿站建设。新建便民驿站8个。", list_=1, level=0),
        paragraph("公厕改造。改造公厕12座。", list_=1, level=0),
    ]
    plan = parse(docx(*body, parts={"numbering.xml": part}), name="plan.docx")

    assert [task.title for task in plan.tasks] == ["驿站建设", "公厕改造"]
    assert [str(target.value) for target in plan.targets] == ["8", "12"]
    assert [block.origin.first for block in plan.blocks if block.origin] == [1, 2, 2, 3, 3]
    assert {section.ordinal_source for part in plan.parts for section in part.sections} == {"printed"}


def test_plan_of_merged_cells() -> None:
    """Whoever answers for several rows of a table, and by when, answers for each of them."""
    head = ["序号", "任务名称", "工作内容", "责任单位", "完成时限"]
    first = ["1", "公厕", "新建公厕8座", cell("市城管局", merge="restart"), cell("2025年6月底", merge="restart")]
    second = ["2", "驿站", "新建驿站30个", cell("", merge="continue"), cell("", merge="continue")]
    plan = parse(docx(paragraph("云泽市2025年任务清单"), table([head, first, second])))

    assert [task.responsibilities[0].units for task in plan.tasks] == [("市城管局",), ("市城管局",)]
    assert [str(task.deadlines[0].date) for task in plan.tasks] == ["2025-06-30", "2025-06-30"]
    assert [target.value for target in plan.targets] == [8, 30]


def test_no_bytes_break_the_reader() -> None:
    """A file whose XML is cut off anywhere is refused in one line."""
    whole = document(paragraph("新建公厕8座。"), table([["甲", "乙"]]))
    for cut in range(0, len(whole), 37):
        with pytest.raises(SourceError):
            read(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": whole[:cut]}))


NAMES = sorted({name for name in (*_HANDLERS, *_SKIPPED, *_TOLD) if name.partition(":")[0] in SPACES})
ATTRIBUTES = ["w:val", "w:id", "w:type", "w:fldCharType", "w:font", "w:char", "w:w", "string"]
VALUES = ["1", "2", "0", "", "restart", "begin", "separate", "end", "superscript", "9" * 30, "公厕"]
ELEMENTS = st.recursive(
    st.sampled_from(["公厕", " ", "8座。", "<w:t>新建</w:t>", "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"]),
    lambda inner: st.tuples(
        st.sampled_from(NAMES),
        st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=2),
        st.lists(inner, max_size=4),
    ).map(
        lambda made: (
            f"<{made[0]} {' '.join(f'{key}={chr(34)}{value}{chr(34)}' for key, value in made[1].items())}>{''.join(made[2])}</{made[0]}>"
        )
    ),
    max_leaves=24,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(ELEMENTS, max_size=4))
def test_no_elements_break_the_reader(blocks: list[str]) -> None:
    """Elements in any order are read or refused; edits lead back, origins rise and lie in the text."""
    parts = {"numbering.xml": numbering({0: CHINESE}, {1: 0}), "footnotes.xml": notes("footnote", {1: paragraph("注。")})}
    try:
        document = read(docx(*blocks, paragraph("新建公厕8座。", list_=1), parts=parts))
    except SourceError:
        return
    starts = [origin.start for origin in document.origins or ()]

    assert "新建公厕8座。" in document.decoded
    assert all(document.text[edit.start : edit.end] == edit.inserted for edit in document.edits)
    assert starts == sorted(starts)
    assert starts[-1] <= len(document.decoded)
