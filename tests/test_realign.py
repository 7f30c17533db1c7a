"""Lines whose bytes are out of step: what comes back, what is left alone, and what it may cost."""

from __future__ import annotations

import time
from difflib import SequenceMatcher
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from damage.gbk import Reader, byte_lost, first_byte_lost, misaligned
from policydoc.rules.table import forms, table
from policydoc.text.channel import Channel, channels
from policydoc.text.edits import undo
from policydoc.text.gate import OUT_OF_STEP
from policydoc.text.lexicon import lexicon
from policydoc.text.realign import realigned

NOTICE = """\
澜港市2024年民生实事工作方案
一、总体要求
坚持以人民为中心，聚焦就业、教育、医疗、养老、住房等重点，办好民生实事。
二、主要任务
（一）改造老旧小区36个，惠及居民1.5万户。
（二）新建口袋公园8个、城市绿道15公里。
（三）更新供水管网45公里，改造危桥6座。
（四）新建公办幼儿园4所，新增学位1080个。
（五）新增普惠托位300个、养老床位500张。
（六）开展职业技能培训8000人次，新增就业2.6万人。
三、保障措施
各责任单位要制定实施方案，明确责任分工。"""

LONG = "各责任单位要加强组织领导，制定实施方案，明确工作目标和责任分工，确保各项任务落到实处。"
TABLES = [Reader(table_, gap) for table_ in ("cp936", "gb18030", "stripped") for gap in ("pair", "byte", "mark", "mark-byte")]


def shown(line: str, reader: Reader, **how: bool) -> str:
    """A line as a reader shows it without its first byte."""
    made = first_byte_lost(line, reader, **how)
    assert made is not None
    return "".join(stretch.shown for stretch in made)


def likeness(read: str, true: str) -> float:
    """The share of a line's characters that came back."""
    return sum(block.size for block in SequenceMatcher(None, read, true, autojunk=False).get_matching_blocks()) / len(true)


@pytest.mark.parametrize("mark", [True, False])
def test_first_byte_lost(mark):
    """A line without its first byte reads again, with a question mark in its place or without."""
    for line in ("改造老旧小区停车场，方便居民出行。", LONG):
        repaired = realigned(f"{NOTICE}\n{shown(line, Reader(), mark=mark)}")

        assert repaired is not None
        assert likeness(repaired.content.split("\n")[-1], line) > 0.8


@pytest.mark.parametrize("reader", TABLES, ids=lambda reader: reader.name)
def test_channels(reader):
    """Whatever decoder showed it, the long line comes back, and undoing leads to what was shown."""
    text = f"{NOTICE}\n" + "\n".join(shown(LONG, reader, mark=False) for _ in range(2))
    repaired = realigned(text)

    assert repaired is not None
    assert undo(repaired.content, repaired.edits) == text
    assert likeness(repaired.content.split("\n")[-1], LONG) > 0.6


def test_channel_is_told_by_what_it_shows():
    """U+FFFD, characters of private use and of GB 18030 alone tell one decoder from another."""
    assert [channel.table for channel in channels("ㄒ唬\ue4c6")] == ["gb18030"]
    assert [channel.table for channel in channels("ㄒ唬⿵")] == ["stripped"]
    assert {channel.gap for channel in channels("ㄒ唬\ufffd")} == {("\ufffd", 2), ("\ufffd", 1), ("", 2)}


@pytest.mark.parametrize("text", ["（一）口袋公园建设工程8个", LONG, "“一老一小”服务（试行）"])
@pytest.mark.parametrize("reader", TABLES, ids=lambda reader: reader.name)
def test_channel_shows_what_the_decoder_shows(text, reader):
    """The channel of the repair and the decoder of the damage, written apart, agree."""
    gaps = {"pair": ("", 2), "byte": ("", 1), "mark": ("\ufffd", 2), "mark-byte": ("\ufffd", 1)}
    mark, width = gaps[reader.gap]
    data = text.encode(reader.encoding)[1:]

    made = first_byte_lost(text, reader, mark=False)
    assert made is not None
    assert Channel(reader.table, mark, width).shown(data) == "".join(stretch.shown for stretch in made)


def test_byte_lost_inside():
    """A byte lost in the middle: what stands before it is not touched."""
    line = "坚持问题导向。" + LONG
    random = Random(3)
    for _ in range(4):
        made = byte_lost(line, Reader(), random)
        assert made is not None
        damaged = "".join(stretch.shown for stretch in made)
        repaired = realigned(f"{NOTICE}\n{damaged}")
        if repaired is None:
            continue
        before = len(made[0].true) if not made[0].hurt else 0
        assert all(edit.start >= len(NOTICE) + 1 + before - 2 for edit in repaired.edits)


@pytest.mark.parametrize(
    "text",
    [
        NOTICE,
        "邹平市、郯城县、莒南县、沂水县、临朐县建设口袋公园8个。",
        "种植苜蓿、薏苡、石斛，养殖麝、獐、鲟鳇。\n鳜鱼、鲈鱼、鳙鱼养殖基地3处。",
        "（カタログ）とПривет、αβγ、┌─┬┐、㎡、①②③",
        "薛蟠、贾赦、尤氏、麝月、袭人、晴雯、鸳鸯、蕙香、紫鹃",
        "新建公厕3座吗？是的。",
    ],
)
def test_clean_text_is_left_alone(text):
    """Rare characters, foreign letters and lines of tables are no damage."""
    repaired = realigned(text)

    assert repaired is None or (repaired.edits, repaired.content) == ((), text)


@settings(max_examples=20, deadline=None)
@given(kind=st.sampled_from(["cut", "first-marked", "first", "inside", "cut-inside"]), seed=st.integers(0, 10**6), fold=st.booleans())
def test_no_digit_is_made_up(kind, seed, fold):
    """Digits that come back are those of the line, and where one is given up or doubtful there is a word about it."""
    damage = misaligned(kind, Reader(fold=fold), NOTICE, Random(seed))
    repaired = realigned(damage.shown)
    if repaired is None:
        return
    assert undo(repaired.content, repaired.edits) == damage.shown
    for edit in repaired.edits:
        assert not set("0123456789０１２３４５６７８９") & (set(edit.inserted) - set(edit.removed)), edit


def test_words_of_notices_are_known():
    """Every word of the table of notices is in the lexicon; the script that makes it was run."""
    begun = lexicon().begun

    assert [form for row in table("notice_words") for form in forms(row) if form not in begun] == []


def test_gate_is_cheap():
    """Clean text passes the gate at more than 12 MB a second."""
    text = NOTICE * 400
    start = time.perf_counter()
    assert OUT_OF_STEP.search(text) is None
    took = time.perf_counter() - start

    assert len(text.encode()) / took > 12e6


def test_time_is_bounded():
    """A line of damage without end is given up after so many trials."""
    start = time.process_time()
    realigned(f"{NOTICE}\n?。" + "ㄊ澹┚珳手鷼埛展" * 300)

    assert time.process_time() - start < 10
