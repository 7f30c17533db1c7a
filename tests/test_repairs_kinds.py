"""Every kind of damage that can be undone: the table of repairs, and what each step leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policydoc
from policydoc.rules.table import forms, table
from policydoc.text import repair
from policydoc.text.edits import carried, composed
from policydoc.text.steps import STEPS

ROWS = {row["id"]: row for row in table("repairs")}


def codes(text: str) -> list[str]:
    """The codes of a text's diagnostics."""
    return [found["code"] for found in repair(text).diagnostics]


@pytest.mark.parametrize("row", ROWS.values(), ids=list(ROWS))
def test_rows(row):
    """The example of a row is repaired by its step to what the row says, with its diagnostics, and leads back."""
    shown, true = (row[column].replace("\\n", "\n") for column in ("example", "repaired"))
    repaired = repair(shown)

    assert repaired.content == true
    assert {edit.step for edit in repaired.edits} == {row["id"]}
    assert {edit.certainty for edit in repaired.edits} <= set(forms(row, "certainty"))
    assert set(forms(row, "codes")) <= {found["code"] for found in repaired.diagnostics}
    assert repaired.undo() == shown
    assert repair(true).content == true


def test_every_step_has_its_row():
    """No edit has a step that the table does not name: every name in the code stands in it."""
    from conftest import ROOT

    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/policydoc/text").glob("*.py"))

    assert [name for name in ROWS if f'"{name}"' not in source] == []


@pytest.mark.parametrize(
    "text",
    [
        "详见https://yunze.example/search?q=%E4%BA%91%E6%B3%BD&amp;page=2。",
        "正则式[\\u4e00-\\u9fa5]匹配汉字。",
        "云泽市〔2024〕7号：100%20个、A&B公司、AT&T、R&D经费。",
        "犍(qián)为县、邛崃(qióng lái)市的站点",
        "砚 州 市 人 民 政 府 文 件",
        "通　知\n公　告",
        "序号 3 5\n12 35 个、3 5、1 2",
        "是否需要新建?应当新建。为什么?因为需要。",
        "新建５Ｇ基站７座，Ａ４纸３张",
        "S308省道、G5高速、4S店、O2O平台、S1号线、B2层、3D打印、PM2.5、10kV线路、12号",
        "濮阳、溴化物、璧山、铼、锫、鐘樓、雲林、鋼鐵、閣下、龍門",
        "“······”××××、§§§、±0.5℃、Ⅳ类、①②③、㎡",
        "α、β、γ射线，ε-己内酰胺；カラオケ、ニューヨーク",
        "café、naïve、Müller、señor、Ångström、façade",
        "锟河大桥、烫伤、烫金、屯屯村、大屯",
        "原料；；等。",
        "他说：“……”——完。",
        "«Le Monde»、«Правда»",
    ],
)
def test_what_is_no_damage(text):
    """Addresses, patterns, glosses of one name, spread titles, cells, questions, roads, rare names, other languages: as they came."""
    repaired = repair(text)

    assert repaired.content is text
    assert (repaired.edits, repaired.diagnostics) == ((), [])


@pytest.mark.parametrize(
    ("shown", "true"),
    [
        ("新建&nbsp;公厕&nbsp3座&hellip;&#x2026;&#8230;", "新建\u00a0公厕\u00a03座………"),
        ("A&amp;amp;B、&lt;公厕&gt;", "A&B、<公厕>"),
        ("面积12&#13217;&sup2;，温度&plusmn;3&#8451;", "面积12㎡²，温度±3℃"),
        ("&unknown;&#0;&#xD800;&#99999999;", "&unknown;&#0;&#xD800;&#99999999;"),
        (r"\u65b0\u5efa\u516c\u56ed\n\"\u6e05\u6f88\"\/", '新建公园\n"清澈"/'),
        (r"\ud840\udc0b\u6751、\ud840", "𠀋村、\\ud840"),
        ("%u65B0%u5EFA8%u5904", "新建8处"),
        ("工作要点 (ä¿®æ”¹ç¨¿)", "工作要点 (修改稿)"),
        ("ï»¿新建公厕", "新建公厕"),
        ("%D0%C2%BD%A8%B9%AB%D4%B0，%C8%FD", "新建公园，三"),
        ("\x91一老一小\x92、\x93放心\x94\x97\x97工程", "‘一老一小’、“放心”——工程"),
        ("\ufeff云\u200b泽\u00ad市\u200e", "云泽市"),
        ("⾏政⼤楼、⻓江、⻢路、\uf90a", "行政大楼、长江、马路、金"),
        ("𝟐𝟎𝟐𝟒年、𝐀级", "2024年、A级"),
        ("二〇ニ四年、第ー条、人ロ", "二〇二四年、第一条、人口"),
        ("\uf0b7新建公厕\ue5e53座", "•新建公厕\u30003座"),
        ("達(dá)到百分之九十的目標(biāo)，發(fā)展經(jīng)濟(jì)", "達到百分之九十的目標，發展經濟"),
        ("新建公厕，,改造泵站，，修复绿道；;完成。", "新建公厕，改造泵站，修复绿道；完成。"),
        ("到2 0 2 5年，完成投资1 2 . 5亿元，增长6 .5 %。", "到2025年，完成投资12.5亿元，增长6.5 %。"),
    ],
)
def test_signs_and_escapes(shown, true):
    """What the tables of signs and escapes lead to, and what is none of them."""
    repaired = repair(shown)

    assert repaired.content == true
    assert repaired.undo() == shown


TEXT = "云泽市新建便民驿站18处，改造口袋公园6个。\n第二批改造老旧小区12个，惠及居民3万人。\n完成时限：2024年12月底。"


@pytest.mark.parametrize(
    ("shown", "step"),
    [
        (TEXT.encode().decode("latin-1"), "utf8-as-latin"),
        (TEXT.encode().decode("latin-1").encode().decode("latin-1"), "utf8-as-latin"),
        (TEXT.encode("gb18030").decode("latin-1"), "gbk-as-latin"),
        (TEXT.replace("。", "").encode().decode("gb18030", "replace").replace("\ufffd", ""), "utf8-as-gbk"),
    ],
    ids=["utf8-as-latin", "twice", "gbk-as-latin", "utf8-as-gbk"],
)
def test_damage_in_part(shown, step):
    """One damaged line among sound ones is repaired, and the sound ones stay."""
    lines = TEXT.split("\n")
    for place, line in enumerate(shown.split("\n")[:2]):
        mixed = "\n".join([*lines[:place], line, *lines[place + 1 :]])
        repaired = repair(mixed)

        assert {edit.step for edit in repaired.edits} == {step}
        for other, (read, true) in enumerate(zip(repaired.content.split("\n"), lines, strict=True)):
            assert other == place or read == true
        assert repaired.undo() == mixed


def test_lost_bytes_are_read_by_their_words():
    """UTF-8 that lost bytes on its way through GBK: what the words tell is probable, the rest is U+FFFD; numbers stay."""
    lines = [f"（{number}）改造老旧小区{number}个，新建便民驿站{number * 3}处。" for number in range(1, 9)]
    shown = "\n".join(line.encode().decode("gbk", "replace") for line in lines)
    repaired = repair(shown)
    wrong = [(read, true) for read, true in zip(repaired.content, "\n".join(lines), strict=True) if read not in (true, "\ufffd")]

    assert wrong == []
    assert repaired.content.count("\ufffd") < 20
    assert {edit.certainty for edit in repaired.edits} == {"certain", "probable"}
    assert all("\ufffd" not in edit.inserted for edit in repaired.edits if edit.certainty == "certain")


@pytest.mark.parametrize(
    ("text", "code", "quoted"),
    [
        ("新建公厕\ufffd\ufffd座，锟斤拷。", "T005", "\ufffd\ufffd"),
        ("新建公厕3座烫烫烫烫。", "T021", "烫烫烫烫"),
        ("屯屯屯屯屯", "T021", "屯屯屯屯屯"),
        ("朱?基同志到青岭县调研。", "T022", "?"),
        ("????2024?新建公厕3座", "T023", "????"),
        ("2O24年新建公厕3座", "T024", "2O24"),
        ("完成时限为2024年l2月底", "T024", "l2"),
        ("投资1OO00万元", "T024", "1OO00"),
        ("新建公厕1S0座", "T024", "1S0"),
        ("家村\ue123道路", "T020", "\ue123"),
        ("Ã¤Â¿Â®Ã¦â€Â¹Ã¨Â\xadÂ¾", "T018", None),
        ("癳鷁縊8\x00*N\x00", "T018", None),
        ("陔膘皿鱉桴8跺\n蜊婖眢紫睿鼠埶ㄛ党葩眢繚", "T018", None),
    ],
)
def test_what_nothing_brings_back(text, code, quoted):
    """It stands as it came, and one diagnostic says where."""
    repaired = repair(text)

    assert repaired.content is text
    assert [found["code"] for found in repaired.diagnostics] == [code]
    if quoted is not None:
        assert text[slice(*repaired.diagnostics[0]["span"])] == quoted


def test_findings_move_with_the_text():
    """The finding of an early step is where its characters stand after a later one."""
    text = "&#24314;设&#20844;厕\u200b，\u200b到2 0 2 4年\ufffd座"
    repaired = repair(text)
    quoted = {found["code"]: repaired.content[slice(*found["span"])] for found in repaired.diagnostics}

    assert repaired.content == "建设公厕，到2024年\ufffd座"
    assert (quoted["T012"], quoted["T005"]) == ("建", "\ufffd")
    assert repaired.undo() == text


def test_steps_go_on_in_one_text():
    """Damage upon damage: a second repair finds nothing more."""
    text = "\u200b&amp;#26032;建⽼旧&#23567;区，，改造，，公厕，，1 3 0 0座"
    repaired = repair(text)

    assert repaired.content == "新建老旧小区，改造，公厕，1300座"
    assert repair(repaired.content).content is repaired.content
    assert repaired.undo() == text


def test_a_text_that_would_vanish_stays():
    """Of nothing but invisible characters nothing is taken out."""
    assert repair("\u200b\u200b").content == "\u200b\u200b"


def test_gates_let_examples_through():
    """Each example of the table passes the gate of a step; clean sentences pass none."""
    for row in ROWS.values():
        assert any(step.gate.search(row["example"].replace("\\n", "\n")) for step in STEPS), row["id"]
    assert not any(step.gate.search("云泽市2024年新建便民驿站8个，改造公厕12座。") for step in STEPS)


PIECES = st.sampled_from(
    [row["example"].replace("\\n", "\n") for row in ROWS.values()]
    + ["\n", "新建公厕3座。", "�", "?", "锟斤拷", "2O24年", "&#", ";", "\\u", "%", " ", "\x85", "\u2028", "😀", "\ud7ff", "𠀋"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=6).map("".join), st.data())
def test_splices(text, data):
    """Damaged pieces cut and put together anyhow: edits lie in order, lead back, and digits come from digits."""
    start = data.draw(st.integers(0, len(text)))
    shown = text[start:] + text[:start][::2]
    repaired = repair(shown)
    here = 0
    for edit in repaired.edits:
        assert here <= edit.start <= edit.end
        assert repaired.content[edit.start : edit.end] == edit.inserted != edit.removed
        here = edit.end
    assert repaired.undo() == shown
    for found in repaired.diagnostics:
        for first, last in (found["span"], *found["related"]):
            assert 0 <= first <= last <= len(repaired.content)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_any_text(text):
    """Whatever the characters: every change leads back, and what has no finding does not change again."""
    repaired = repair(text)

    assert repaired.undo() == text
    if not repaired.diagnostics:
        assert repaired.content is text


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("甲乙\u200b⽼«»，1 "), max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_spans_are_carried(text, one, other):
    """A span of the text before leads to a span of the content that holds what is left of it."""
    repaired = repair(text)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = carried(repaired.edits)((start, end))

    assert 0 <= first <= last <= len(repaired.content)
    kept = [sign for sign in text[start:end] if sign in "甲乙"]
    held = [sign for sign in repaired.content[first:last] if sign in "甲乙"]
    assert "".join(kept) in "".join(held)
    assert composed((), repaired.edits) == repaired.edits


def eating(text: str) -> str:
    """UTF-8 as a decoder of GBK shows it that takes two bytes whatever they are, and shows ? for those that are no pair."""
    data, shown = text.encode(), ""
    while data:
        size = 1 if data[0] <= 0x80 else 2
        shown += (
            data[:1].decode("ascii", "replace").replace("\ufffd", "?")
            if size == 1
            else data[:2].decode("gbk", "replace").replace("\ufffd", "?")[:1]
        )
        data = data[size:]
    return shown


def test_a_decoder_that_swallows_digits():
    """绗?绔? for 第1章: the places are told, and no number that lacks a digit is counted with."""
    true = "一、公厕改造。改造公厕和道路12座，新建公园6个。\n二、道路改造。完成改造道路15条、公园和绿道36个、桥7座。"
    shown = "\n".join(map(eating, true.split("\n")))
    repaired = repair(shown)
    plan = policydoc.parse(shown)

    assert "T025" in {found["code"] for found in repaired.diagnostics}
    assert repaired.undo() == shown
    assert {target.value for target in plan.targets} <= {12, 6, 15, 36, 7}


@pytest.mark.parametrize(
    "text", ["2O24年底前新建公厕l2座。", "2024年l1月底前改造5O00户。", "新建泵站1O座，投资1OO00万元。", "新增床位S0张、公园B0个。"]
)
def test_nobody_counts_with_letters(text):
    """A number with a letter in it gives no target, no figure with a meaning, no deadline."""
    plan = policydoc.parse(f"一、任务。{text}")

    assert plan.targets == ()
    assert [deadline for task in plan.tasks for deadline in task.deadlines] == []
    assert {figure.kind for figure in plan.figures} <= {"unknown", "date"}
