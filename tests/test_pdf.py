"""PDF files give the paragraphs and rows of their pages; what is no text is told."""

from __future__ import annotations

import random
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from conftest import ROOT
from leaflet import EM, IMAGE, LEFT, STEP, TOP, lines, pdf, rule, text
from policydoc import parse
from policydoc.errors import SourceError
from policydoc.source import read
from policydoc.source.pages import collected
from policydoc.source.pages.pdf import read_pdf

BODY = [
    "　　云泽市人民政府办公室",
    "　　各县（区）人民政府，市政府各部门、各直属机构，驻云",
    "泽各单位要按照下列安排，新建便民驿站8个，改造公厕12座",
    "，全年培训护理员300人，新增养老床位30张，完成投资1.2",
    "亿元。",
    "　　一、道路建设。改造农村公路36公里。",
]


def shown(data: bytes) -> list[str]:
    """The lines of a file's text without their indents."""
    return [words.strip("　") for words in read_pdf(data, "notice.pdf").text.split("\n")]


def codes(data: bytes) -> list[str]:
    """The codes of what its reader says of a file."""
    return [found.code for found in parse(data).diagnostics if found.code[0] == "F"]


def test_paragraphs_are_whole() -> None:
    """What the margin broke is one line again; a paragraph begins where a line is set in."""
    found = shown(pdf([lines(BODY)]))

    assert found == ["云泽市人民政府办公室", "".join(BODY[1:5]).strip("　"), "一、道路建设。改造农村公路36公里。"]


def test_indents_are_blanks() -> None:
    """A line that is set in by two characters begins with two blanks of that width."""
    assert read_pdf(pdf([lines(BODY)]), "").text.startswith("　　云泽市")


def test_pages_are_joined() -> None:
    """The rest of a paragraph that a page broke stands with its beginning; the number of the page follows it; origins tell the pages."""
    foot = [text(f"- {number} -", 280, 60, 14) for number in (1, 2)]
    found = read_pdf(pdf([lines(BODY[:4]) + foot[0], lines(BODY[4:]) + foot[1]]), "notice.pdf")
    first, second = found.text.split("\f")

    assert [words.strip("　") for words in first.split("\n")] == ["云泽市人民政府办公室", "".join(BODY[1:5]).strip("　"), "- 1 -"]
    assert [words.strip("　") for words in second.split("\n")] == ["一、道路建设。改造农村公路36公里。", "- 2 -"]
    assert found.origins is not None
    assert [(found.text[origin.start :][:3], origin.number) for origin in found.origins] == [
        ("　　云", 1),
        ("亿元。", 2),
        ("- 1", 1),
        ("　　一", 2),
    ]


def test_running_heads_part_no_paragraph() -> None:
    """A line that stands at the same place on each page is no text of the page, whatever its number."""
    heads = [text(f"云泽市人民政府公报　2024年第{number}期", 200, 800, 9) for number in (1, 2)]
    first = read_pdf(pdf([heads[0] + lines(BODY[:4]), heads[1] + lines(BODY[4:])]), "").text.split("\f")[0]

    assert first.endswith("完成投资1.2亿元。")


def test_what_ends_two_of_many_pages_alike_is_text() -> None:
    """A unit in charge that happens to end two pages at one place is no running foot: what a page breaks stays in order."""
    pages = [
        lines(
            [
                f"（{number}）新建便民驿站{number}个，改造公厕{number}座，把各项工作落到实处",
                "做出成效。（责任单位：市民政局",
                f"、第{number}街道",
            ]
        )
        for number in "一二三四五"
    ]
    for number, work in ((1, "农村公路八公里"), (3, "养老机构八大家")):
        pages[number] = lines([f"（六）新建{work}，改造老旧小区九个，把各项工作落到实处", "做出成效。（责任单位：市民政局）"])
    found = read_pdf(pdf(pages), "").text.split("\f")

    assert ["落到实处做出成效。（责任单位：市民政局）" in page for page in found] == [False, True, False, True, False]


def test_plan_knows_its_pages() -> None:
    """Blocks say on which pages they stand; the media type is that of PDF."""
    plan = parse(pdf([lines(BODY[:4]), lines(BODY[4:])]))

    assert plan.source.media_type == "application/pdf"
    assert [target.value for target in plan.targets][:2] == [8, 12]
    assert {(block.origin.unit, block.origin.first, block.origin.last) for block in plan.blocks if block.origin} == {
        ("page", 1, 1), ("page", 1, 2), ("page", 2, 2),
    }  # fmt: skip


def test_ruled_tables_are_rows() -> None:
    """Lines that cross make cells, a cell's lines are one text, below a cell that spans rows a sign stands for it, as an edit."""
    rules = (
        [rule(80, y, 500, y) for y in (700, 660, 560)] + [rule(180, 610, 500, 610)] + [rule(x, 700, x, 560) for x in (80, 180, 356, 500)]
    )
    words = [
        ("领域", 90, 675),
        ("任务", 190, 675),
        ("单位", 366, 675),
        ("民生", 90, 640),
        ("新建便民驿站8个，改", 190, 645),
        ("造公厕", 190, 625),
    ]
    words += [("市城管局", 366, 645), ("修路36公里", 190, 585), ("市交通局", 366, 585)]
    found = shown(pdf(["\n".join([*rules, *(text(*each) for each in words)])]))

    assert found == ["领域\t任务\t单位", "民生\t新建便民驿站8个，改造公厕\t市城管局", "〃\t修路36公里\t市交通局"]


def test_a_row_that_a_page_broke_is_one() -> None:
    """The rest of a row on the next page has few cells, below filled ones, and not the first."""

    def page(top: float, low: float, *words: tuple[str, float, float]) -> str:
        walls = [rule(80, y, 500, y) for y in (top, low)] + [rule(x, top, x, low) for x in (80, 140, 380, 500)]
        return "\n".join([*walls, *(text(*each) for each in words)])

    first = page(200, 100, ("1", 90, 150), ("新建便民驿站8个，改", 150, 150), ("市城管局", 390, 150))
    second = page(780, 700, ("造公厕12座", 150, 750))

    assert read_pdf(pdf([first, second]), "").text == "1\t新建便民驿站8个，改造公厕12座\t市城管局\f"


def test_columns_are_read_one_after_the_other() -> None:
    """Two columns of text are no table; a heading across both comes first."""
    left = [text(f"左栏第{number}行的文字是这样写成的一共十八个", 60, 700 - 20 * number, 12) for number in range(8)]
    right = [text(f"右栏第{number}行的文字是这样写成的一共十八个", 320, 700 - 20 * number, 12) for number in range(8)]
    found = "".join(
        shown(pdf([text("云泽市人民政府公报", 220, 760) + "\n".join(each for pair in zip(left, right, strict=True) for each in pair)]))
    )

    assert found.index("公报") < found.index("左栏第0行") < found.index("左栏第7行") < found.index("右栏第0行")


def test_a_table_below_columns_leaves_them_in_order() -> None:
    """A ruled table on the page of two columns comes behind them; the lines of the columns do not alternate."""
    left = [text(f"左栏第{number}行的文字是这样写成的一共十八个", 60, 700 - 20 * number, 12) for number in range(8)]
    right = [text(f"右栏第{number}行的文字是这样写成的一共十八个", 320, 700 - 20 * number, 12) for number in range(8)]
    walls = [rule(80, y, 500, y) for y in (450, 400)] + [rule(x, 450, x, 400) for x in (80, 280, 500)]
    cells = [text("新建公厕", 90, 420), text("市城管局", 290, 420)]
    found = "".join(shown(pdf(["\n".join([*walls, *cells, *(each for pair in zip(left, right, strict=True) for each in pair)])])))

    assert found.index("左栏第7行") < found.index("右栏第0行") < found.index("右栏第7行") < found.index("新建公厕\t市城管局")


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    """A page that is shown turned by a right angle, with its text turned back."""
    upright = "\n".join(
        text(words, 100 + STEP * rank, 100, matrix="0 1 -1 0") for rank, words in enumerate(("新建公厕8座。", "改造驿站3个。"))
    )

    assert shown(pdf([upright], turned=90)) == ["新建公厕8座。", "改造驿站3个。"]


def test_what_stands_askew_comes_last() -> None:
    """A stamp across the page is a line of its own, behind the text."""
    stamp = text("内部资料", 200, 300, 40, matrix="0.7 0.7 -0.7 0.7")

    assert shown(pdf([stamp + text("新建公厕8座。")])) == ["新建公厕8座。", "内部资料"]


def test_clear_gaps_are_blanks() -> None:
    """Two things on one line are parted by blanks, one for each half of a character; what is merely set wide is not."""
    spread = "".join(text(words, LEFT + 2.15 * EM * rank, 700) for rank, words in enumerate(("实施", "方案")))

    assert shown(pdf([text("云政发〔2024〕3号") + text("签发人：李云", LEFT + 14 * EM) + spread])) == [
        "云政发〔2024〕3号           签发人：李云",
        "实施方案",
    ]


def test_marks_of_notes_are_no_digits() -> None:
    """A small raised number behind a number is not its last digit; behind a letter it is the unit's."""
    marked = (
        text("完成投资3000")
        + text("12", LEFT + 6 * EM, 756, 9)
        + text("万元，绿化5km", LEFT + 6.7 * EM)
        + text("2 ", LEFT + 13.2 * EM, 756, 9)
    )

    assert shown(pdf([marked])) == ["完成投资3000[12]万元，绿化5km2"]


def test_notes_at_the_foot_part_no_paragraph() -> None:
    """The number of a note stands in brackets where it is called and where it stands; the paragraph above goes on on the next page."""
    call = text("1", LEFT + 12 * EM, TOP - 2 * STEP + 6, 9)
    body = [*BODY[:2], BODY[2][:12] + " " + BODY[2][12:], BODY[3]]
    note = text("1 便民驿站指有饮水和座椅的小屋。", LEFT, 120, 9)
    first, second = read_pdf(pdf([lines(body) + call + note, lines(BODY[4:])]), "").text.split("\f")

    assert first.split("\n")[1].endswith("完成投资1.2亿元。")
    assert first.split("\n")[2].strip("　") == "[1] 便民驿站指有饮水和座椅的小屋。"
    assert second.strip("　") == "一、道路建设。改造农村公路36公里。"


def test_invisible_text_is_read_and_told() -> None:
    """F002: what OCR laid over a scan is text."""
    data = pdf([IMAGE + text("新建公厕8座。", mode=3)], picture=True)

    assert shown(data) == ["新建公厕8座。"]
    assert codes(data) == ["F002"]


def test_pages_without_text_are_told() -> None:
    """F001 for pictures among pages of text, not for a blank page; a file of pictures alone is refused with advice."""
    pages = [lines(BODY), IMAGE, IMAGE, "", IMAGE]
    found = [found for found in parse(pdf(pages, picture=True)).diagnostics if found.code == "F001"]

    assert [each.message for each in found] == ["Pages without text: 2–3, 5; they are pictures, scans perhaps."]
    with pytest.raises(SourceError, match=r"^scan\.pdf: a PDF file without text \(a scan\?\); run OCR on it first"):
        read(pdf([IMAGE], picture=True), "scan.pdf")


def test_glyphs_without_characters_are_told() -> None:
    """F003: where a font does not say which character a glyph is, nothing is guessed."""
    data = pdf([text("新建公厕8座。")], told=False)

    assert set(shown(data)[0]) == {"\ufffd"}
    assert codes(data) == ["F003"]


def test_attachments_are_told() -> None:
    """F005: a file in the file is named, not read."""
    assert codes(pdf([lines(BODY)], attached="list.xlsx")) == ["F005"]


def test_encrypted_files() -> None:
    """A file that opens without a password is read; one that wants one is told as such."""
    assert shown(pdf([text("新建公厕8座。")], password="")) == ["新建公厕8座。"]
    with pytest.raises(SourceError, match=r"^notice\.pdf: a PDF file encrypted with a password; open it"):
        read_pdf(pdf([text("新建公厕8座。")], password="云泽"), "notice.pdf")


@pytest.mark.parametrize(
    ("data", "words"), [(b"%PDF-1.7\n", "damaged"), (pdf([lines(BODY)])[:200], "damaged"), (pdf([]), "without pages|damaged")]
)
def test_damaged_files_are_refused(data: bytes, words: str) -> None:
    """In one line that says what to do."""
    with pytest.raises(SourceError, match=words) as refusal:
        read_pdf(data, "notice.pdf")

    assert "\n" not in str(refusal.value)


def test_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, characters and time of one file."""
    with pytest.raises(SourceError, match="2001 pages, more than 2000; split it"):
        read_pdf(pdf([""] * 2001), "long.pdf")
    monkeypatch.setattr(collected, "CHARACTERS", 10)
    with pytest.raises(SourceError, match="more than 10 characters; split it"):
        read_pdf(pdf([lines(BODY)]), "long.pdf")
    monkeypatch.undo()
    monkeypatch.setattr(collected, "ON_PAGE", 10)
    with pytest.raises(SourceError, match="more than 10 characters on page 1"):
        read_pdf(pdf([lines(BODY)]), "long.pdf")
    monkeypatch.undo()
    monkeypatch.setattr(collected, "SECONDS", 0.0)
    with pytest.raises(SourceError, match="not read in 0 seconds"):
        read_pdf(pdf([lines(BODY)]), "slow.pdf")


def test_swollen_pages_are_refused() -> None:
    """A stream of a few bytes that unpacks to more drawing than any page has is refused before it is unpacked."""
    swollen = zlib.compress(zlib.compress(b" " * 9 * 1024 * 1024))
    data = pdf([lines(BODY)]) + b"9 0 obj << /Filter [/FlateDecode /Flate#44ecode] >> stream\n" + swollen + b"\nendstream"

    with pytest.raises(SourceError, match=r"^a\.pdf: a page of more than 8 MB of drawing; print it to a new PDF"):
        read_pdf(data, "a.pdf")
    with pytest.raises(SourceError, match="a page of more than 1 MB of text, as no page has"):
        read_pdf(pdf([lines(BODY) + f"BT /F1 12 Tf ({'ab' * 8000}) Tj ET\n" * 70]), "a.pdf")


def test_mutations_crash_nothing(tmp_path: Path) -> None:
    """Damaged bytes give a text or a refusal, never a dead process: a hundred of them in one that is watched."""
    whole = pdf([lines(BODY) + rule(80, 700, 500, 700), IMAGE], picture=True)
    mutations = random.Random(7)
    for number in range(100):
        data = bytearray(whole)
        for _ in range(mutations.choice((1, 4, 40))):
            data[mutations.randrange(len(data))] = mutations.randrange(256)
        (tmp_path / f"{number}.pdf").write_bytes(data if number % 3 else data[: mutations.randrange(len(data))])
    code = (
        "import sys, pathlib\nfrom policydoc.source import read\nfrom policydoc.errors import SourceError\n"
        "for path in pathlib.Path(sys.argv[1]).iterdir():\n    try:\n        read(path)\n    except SourceError:\n        pass\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        env={"PYTHONPATH": str(ROOT / "src")},
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
