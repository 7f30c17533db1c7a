"""Word's binary files give the text that Word shows: pieces, fields, lists, tables, changes."""

from __future__ import annotations

import random
from struct import pack

import pytest

from compound import compound
from policydoc import parse
from policydoc.errors import SourceError
from policydoc.source import read
from policydoc.source.word.ole import read_ole
from word97 import CELL, DELETED, HIDDEN, OLD_NUMBER, Level, Paragraph, Run, doc, listed, row_end, streams, style

NOTICE = (
    "云泽市人民政府办公室关于做好便民服务工作的通知",
    "各县（区）人民政府：",
    "一、驿站建设。新建便民驿站8个。",
    "二、公厕改造。改造公厕12座。",
)


def shown(data: bytes) -> list[str]:
    """The lines of a file."""
    return read_ole(data, "notice.doc").text.split("\n")


def test_paragraphs_are_lines() -> None:
    """Each paragraph is a line and knows its number; the plan is that of the text."""
    data = doc(*NOTICE)
    plan, twin = parse("\n".join(NOTICE)), parse(data)

    assert shown(data) == list(NOTICE)
    assert twin.source.media_type == "application/msword"
    assert [(target.id, target.value) for target in twin.targets] == [(target.id, target.value) for target in plan.targets]
    assert [(origin.unit, origin.number) for origin in read(data).origins or ()] == [("paragraph", number) for number in (1, 2, 3, 4)]


def test_pieces_of_both_widths() -> None:
    """A piece of 8 bits is of code page 1252; one of 16 may hold characters beyond the first plane."""
    assert shown(doc("5G–", "新建𠀋站8个。", compressed=[0])) == ["5G–", "新建𠀋站8个。"]


def test_fields_show_their_results() -> None:
    """Instructions are not shown; a sign that an EQ field draws is, and a field that never ends is text."""
    data = doc("见\x13 PAGEREF a \x14第\x13 X \x142\x15页\x15。", "\x13 eq \\o\\ac(○,3) \x15改造公厕", "\x13新建驿站8个。")

    assert shown(data) == ["见第2页。", "③改造公厕", "新建驿站8个。"]


def test_raised_digits_do_not_lengthen_a_number() -> None:
    """A raised digit behind a digit is shown as raised; raised words stay as they are."""
    raised = pack("<HB", 0x2A48, 1)

    assert shown(doc(Paragraph(["新建公厕3000", Run("2", raised), "座", Run("注", raised), "。"]))) == ["新建公厕3000²座注。"]


def test_deleted_and_hidden_text_is_left_out() -> None:
    """Changes are accepted: what was deleted is gone, even the mark that parted two paragraphs."""
    data = doc(
        Paragraph(["新建公厕", Run("7", DELETED), "8座", Run("（内部）", HIDDEN), "。"]),
        Paragraph(["改造驿站"], mark_modified=DELETED),
        "3个。",
    )

    assert shown(data) == ["新建公厕8座。", "改造驿站3个。"]
    assert [(found["code"], found["message"][:41]) for found in read(data).diagnostics] == [
        ("F007", "The file holds tracked changes: 2; it was"),
        ("F008", "Hidden in the file and left out: 4 charac"),
    ]


def test_signs_of_control() -> None:
    """Line breaks are lines, tabs blanks, pictures and optional hyphens nothing; a page break ends a line and makes none."""
    assert shown(doc("新建\x1f公厕\t8座\x0b改造\x01\x08驿站\xa03个\x1e5个", Paragraph([""], mark="\x0c"), "完")) == [
        "新建公厕\t8座",
        "改造驿站\xa03个-5个",
        "完",
    ]


def test_automatic_numbers_are_edits() -> None:
    """Numbers that Word writes are put in as edits; levels count under each other, and a style may give the list."""
    lists = {7: [Level(0x25, "%1、"), Level(0x25, "（%2）"), Level(0, "%1.%3", 4)], 8: [Level(0x12, "%1")]}
    data = doc(
        Paragraph(["驿站建设"], listed(1)),
        Paragraph(["新建便民驿站8个。"], listed(1, 1)),
        Paragraph(["改造便民驿站9个。"], listed(1, 1)),
        Paragraph(["公厕改造"], style=1),
        Paragraph(["改造公厕12座。"], listed(1, 1)),
        Paragraph(["附则"], listed(0xF801), style=1),
        Paragraph(["其他"], listed(2)),
        lists=lists,
        styles=[style(0xFFF, b""), style(0, listed(1))],
    )
    found = read(data)

    assert found.text.split("\n") == [
        "一、驿站建设",
        "（一）新建便民驿站8个。",
        "（二）改造便民驿站9个。",
        "二、公厕改造",
        "（一）改造公厕12座。",
        "附则",
        "①其他",
    ]
    assert found.decoded.split("\n")[:2] == ["驿站建设", "新建便民驿站8个。"]
    assert {edit.step for edit in found.edits} == {"doc-numbering"}


def test_old_numbers_are_told() -> None:
    """F004: numbers as Word 6 had them are not read, and that is said."""
    plan = parse(doc(*NOTICE[:3], Paragraph(["改造公厕12座。"], OLD_NUMBER)))

    assert [found.message for found in plan.diagnostics if found.code == "F004"] == [
        "Paragraphs with automatic numbers that are not read: 1."
    ]


def test_tables_are_rows() -> None:
    """A row is a line with tabs; a cell that is as wide as two columns has an empty one behind it."""

    def cell(words: str, mark: str = "\x07") -> Paragraph:
        return Paragraph([words], CELL, mark)

    data = doc(
        "任务表",
        cell("任务"), cell("单位"), cell("时限"), Paragraph([""], row_end(0, 1000, 2000, 3000), "\x07"),
        cell("新建公厕8座", "\r"), cell("改造3座"), cell("市城管局"), cell("年底前"), Paragraph([""], row_end(0, 1000, 2000, 3000), "\x07"),
        cell("合计"), cell("11座"), Paragraph([""], row_end(5, 1000, 3000), "\x07"),
        "说明：略。",
    )  # fmt: skip

    assert shown(data) == ["任务表", "任务\t单位\t时限", "新建公厕8座 改造3座\t市城管局\t年底前", "合计\t11座\t", "说明：略。"]


def test_text_boxes_and_tables_do_not_shift_the_numbers_of_paragraphs() -> None:
    """Paragraphs of the body count, those of cells too; those of a box have the number of the one that it hangs on."""
    row = [Paragraph(["公厕"], CELL, "\x07"), Paragraph(["8座"], CELL, "\x07"), Paragraph([""], row_end(0, 1000, 2000), "\x07")]
    found = read(doc("总则", *row, "附则", boxes=[(0, "框")]))

    assert found.origins is not None
    assert found.text.split("\n") == ["框", "总则", "公厕　8座", "附则"]
    assert [(found.text[origin.start :].split("\n")[0], origin.number) for origin in found.origins] == [
        ("框", 1),
        ("公厕　8座", 2),
        ("附则", 4),
    ]


def test_notes_and_text_boxes() -> None:
    """A note is marked where it is called and stands at the end; a text box stands where it is anchored."""
    data = doc("云政发〔2024〕3号", "新建图书馆3座\x02。", notes=["图书馆指公共图书馆。"], boxes=[(1, "云泽市人民政府文件")])

    assert sorted(shown(data)) == sorted(["云泽市人民政府文件", "云政发〔2024〕3号", "新建图书馆3座[1]。", "[1]图书馆指公共图书馆。"])
    assert shown(data)[-2:] == ["新建图书馆3座[1]。", "[1]图书馆指公共图书馆。"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("PowerPoint Document", "slides"),
        ("EncryptedPackage", "encrypted with a password"),
        ("CONTENTS", "Works"),
        ("__properties_version1.0", "mail"),
        ("Anything", "without a Word document"),
    ],
)
def test_other_compound_files_are_told(name: str, words: str) -> None:
    """Streams tell what a file is."""
    with pytest.raises(SourceError, match=words) as refusal:
        read(compound({name: b"x"}), "file.doc")

    assert str(refusal.value).startswith("file.doc: ")
    assert "\n" not in str(refusal.value)


def test_files_of_other_versions_and_encrypted_ones_are_told() -> None:
    """Word 95, an encrypted file, one without its tables, one that is cut off."""
    whole = streams(NOTICE)

    with pytest.raises(SourceError, match="Word 95 or before"):
        read(compound({**whole, "WordDocument": b"\xdc\xa5\x65\x00" + whole["WordDocument"][4:]}), "a.doc")
    with pytest.raises(SourceError, match="encrypted with a password; open it with its password"):
        read(doc(*NOTICE, flags=0x0100), "a.doc")
    with pytest.raises(SourceError, match="without its stream 1Table"):
        read(compound({"WordDocument": whole["WordDocument"]}), "a.doc")
    with pytest.raises(SourceError, match="a damaged"):
        read(doc(*NOTICE)[:900], "a.doc")
    with pytest.raises(SourceError, match="without text"):
        read(doc(""), "a.doc")


def test_mutations_do_no_harm() -> None:
    """Damaged bytes give a text or a refusal of one line."""
    whole = doc(*NOTICE, Paragraph(["其他"], listed(1)), lists={7: [Level(0x25, "%1、")]}, notes=["注"], boxes=[(1, "框")])
    mutations = random.Random(11)
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(mutations.choice((1, 3, 30))):
            data[mutations.randrange(len(data))] = mutations.randrange(256)
        try:
            read(bytes(data), "a.doc")
        except SourceError as refusal:
            assert "\n" not in str(refusal)  # noqa: PT017 - which of the two happens, nobody knows
