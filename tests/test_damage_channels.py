"""The damage that the repair is judged by is itself right: it does what decoders do, and says what it did."""

from __future__ import annotations

import html
import re
import unicodedata
from random import Random
from urllib.parse import unquote

import pytest

from damage import KINDS, Damage, Reader, Stretch, shifted
from damage.gbk import READERS, byte_lost, cut_inside, decoded, first_byte_lost, out_of_step
from damage.judge import Score, aligned, invented, judged
from damage.papers import paper, papers

PLANS = {script: paper(Random(5), script=script) for script in ("Hans", "Hant")}
LINES = [line for script in ("Hans", "Hant") for text in papers(6, script=script) for line in text.split("\n")]


def made(name: str, script: str = "Hans", seed: int = 1) -> Damage:
    """That damage of a plan."""
    return KINDS[name].damage(PLANS[script], Random(seed))


@pytest.mark.parametrize("name", KINDS)
def test_every_kind(name):
    """Same chance, same damage; lines stay lines; what is called sound is shown as it was; something is hurt."""
    kind = KINDS[name]
    hurt = 0
    for seed in range(12):
        text = PLANS["Hant" if kind.script == "Hant" else ("Hans", "Hant")[seed % 2]]
        damage = kind.damage(text, Random(seed))
        assert damage == kind.damage(text, Random(seed))
        assert all(stretch.shown == stretch.true for stretch in damage.stretches if not stretch.hurt)
        lines = list(damage.lines())
        assert "\n".join(line.shown for line in lines) == damage.shown
        assert "\n".join(line.true for line in lines) == damage.true
        hurt += damage.hurt

    assert bool(hurt) == (kind.owed != "nothing")
    assert kind.about


@pytest.mark.parametrize(("gap", "errors"), [("byte", "ignore"), ("mark-byte", "replace")])
@pytest.mark.parametrize(("table", "codec"), [("cp936", "gbk"), ("gb18030", "gb18030")])
def test_readers_do_what_codecs_do(table, codec, gap, errors):
    """Where Python has the same way with gaps, it shows the same."""
    for line in LINES:
        data = line.encode("gbk")[1:]
        assert "".join(shown for shown, _ in decoded(data, Reader(table, gap))) == data.decode(codec, errors)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_in_step_nothing_is_lost(reader):
    """A reader that begins at the first byte shows the text."""
    for line in LINES[:60]:
        data = line.encode(reader.encoding)
        assert "".join(shown for shown, _ in decoded(data, reader)) == line
        assert sum(taken for _, taken in decoded(data[1:], reader)) == len(data) - 1


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("（三）口袋公園建設", "?。ㄈ┛诖珗@建設"),
        ("（此件公开发布）", "?。ù思⒉迹"),
        ("（1）新建泵站", "?。1）新建泵站"),
    ],
)
def test_head_cut(line, shown):
    """The false 。 at the head of a line: A1A1 A1A1 A3A8 holds A1A3."""
    assert shifted(line) == shown


def test_head_cut_at_the_bytes():
    """Cutting the bytes at 。 and reading the pieces shows the same."""
    for line in LINES:
        if not line.startswith("（"):
            continue
        first, _, rest = ("　　" + line).encode("gbk").partition(b"\xa1\xa3")
        pieces = ["".join(shown for shown, _ in decoded(piece, Reader(gap="pair"))) for piece in (first, rest)]
        assert first == b"\xa1\xa1\xa1"
        assert pieces[0] + "?。" + pieces[1] == "　" + shifted(line)


def test_cut_inside_at_the_bytes():
    """A line cut at a false 。 inside: what stands before it is sound, its last lead is gone."""
    line = "范围小，见效快，费用省，办得好。"
    for seed in range(6):
        stretches = cut_inside(line, Reader(), Random(seed))
        sound, hurt, _ = stretches
        assert "".join(stretch.true for stretch in stretches) == line
        assert sound.true in ("范围", "范围小，见效快，费用")
        assert hurt.shown.startswith("?。")


def test_a_run_ends_where_the_bytes_fall_into_step():
    """A lead before a digit is lost, a letter can be the second byte of a character."""
    assert out_of_step("改造8座公厕", 1, "", Reader()) == [Stretch("脑", "改造", True), Stretch("8座公厕", "8座公厕", False)]
    assert [stretch.shown for stretch in first_byte_lost("園建設", Reader(), mark=True)] == ["?@", "建設"]
    assert out_of_step("改造8座", 1, "", Reader(gap="question"))[0].shown == "脑?"


def test_one_byte_is_lost():
    """Without gaps the shown bytes are those of the line, but one."""
    whole = 0
    for line in LINES:
        stretches = byte_lost(line, Reader("gb18030", "question"), Random(line))
        shown = "".join(stretch.shown for stretch in stretches)
        if "?" not in shown:
            whole += 1
            assert len(shown.encode("gb18030")) == len(line.encode("gb18030")) - 1

    assert whole > 20


def test_folding():
    """Full-width ASCII is folded after decoding: a run may show letters and digits that are none."""
    damage = KINDS["gbk-cut:cp936/pair/fold"].damage("（二）平安校园工程。安装设备。\n（三）公厕。", Random(1))
    assert "，" not in damage.true
    assert shifted("（二）平安校园工程。安装设备。", fold=True).count("0") == 1


def test_misread_texts_lead_back():
    """Where no byte is lost the way back is the codec's."""
    text = PLANS["Hans"]
    assert made("utf8-as-latin").shown.encode("latin-1").decode() == text
    assert html.unescape(made("entities").shown) == text
    assert html.unescape(html.unescape(made("entities-twice").shown)) == text
    assert made("unicode-escapes").shown.encode("ascii").decode("unicode-escape") == text
    assert re.sub("%u(....)", lambda found: chr(int(found[1], 16)), made("percent-u").shown) == text
    assert text in {unquote(made("percent", seed=seed).shown, encoding) for seed in range(6) for encoding in ("utf-8", "gb18030")}
    assert unicodedata.normalize("NFKC", made("radicals").shown) == unicodedata.normalize("NFKC", text)


def test_what_is_lost():
    """The marks of losses are those that people know."""
    assert "锟斤拷" in made("kun-jin-kao").shown
    assert re.search("烫烫烫|屯屯屯", made("uninitialised").shown)
    assert "\ufffd" in made("replacement").shown
    assert "�" in made("replaced-signs", seed=2).shown
    assert re.search("[0-9][OlSB]|[OlSB][0-9]", made("confused-digits").shown)
    assert made("lost-digits").shown.count("0") < made("lost-digits").true.count("0")


def test_traditional_plans():
    """Every character of the grammar has its Traditional form."""
    text = "\n".join(papers(30, script="Hant"))
    left = {sign for sign in text if sign in "们这个为总执贯彻务办国县实顿许湿显"}

    assert left == set()


def test_judge():
    """Right characters, wrong ones, digits made up and digits lost are told apart."""

    class Edit:
        removed, inserted, certainty, span = "?。ǘ", "（三）", "certain", (0, 3)

    damage = Damage((Stretch("?。ǘ", "（二）", True), Stretch("公厕8座\n路", "公厕8座\n路", False)))
    score = judged(damage, "（三）公厕8座\n路", [Edit])

    assert (score.lines, score.exact, score.sound, score.changed) == (1, 0, 1, 0)
    assert (score.characters, score.after, score.certain, score.certain_right) == (3, 1, 3, 2)
    assert (score.digits, score.digits_wrong) == (1, 0)
    assert judged(damage, "（二）公厕座\n路3", [Edit]).digits_wrong == 1
    assert judged(damage, "（二）公厕座\n路3", [Edit]).changed == 1
    assert judged(damage, "（二）8公厕8座\n路", [Edit]).digits_wrong == 1
    assert (score + Score(lines=2)).lines == 3
    assert aligned("", "甲") == (1, set(), [0])
    assert aligned("甲", "") == (1, set(), [])
    assert invented("１", "1") == 0
