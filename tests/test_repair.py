"""Damaged heads are read again, every change can be undone, and no digit is made up."""

from __future__ import annotations

import re
import time
from collections import Counter
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from damage import HALF, damaged, shifted
from policydoc.text import Repaired, repair, undo

SIMPLIFIED = """\
澜港市2024年民生实事工作方案
一、总体要求
坚持以人民为中心，聚焦就业、教育、医疗、养老、住房等重点，办好民生实事。
二、主要任务
（一）老旧小区改造工程。完成老旧小区改造36个，惠及居民1.5万户。
（二）口袋公园建设工程。新建口袋公园8个、城市绿道15公里。
（三）农村公路提升工程。新建改建农村公路135公里，改造危桥6座。
（四）幼儿园扩容工程。新建公办幼儿园4所，新增学位1080个。
（五）“一老一小”服务工程。新增普惠托位300个、养老床位500张。
（六）中小学生护眼工程。更换教室照明灯具2400套。
（七）困难群众救助工程。城市低保标准提高到每人每月780元。
（八）就业促进工程。城镇新增就业2.6万人，开展技能培训8000人次。
（九）殘疾人服务工程。为180户残疾人家庭实施无障碍改造。
（十）饮水安全工程。改造供水管网45公里。
（十一）文化惠民工程。组织送戏下乡演出200场，举办展览12场。
（十二）法律援助工程。办理法律援助案件600件。
（十三）便民驿站工程。新建便民驿站10个，更新公共厕所22座。
（十四）交通畅通工程。新增公共停车泊位3500个，优化公交线路7条。
（十五）健康服务工程。为适龄妇女提供免费筛查服务2万人次。
（十六）食品安全工程。完成食品抽检9000批次。
（十七）气化工程。新增燃气用户1.2万户。
（十八）智慧社区工程。建成智慧社区20个。
（十九）污水治理工程。新建污水管网60公里。
（二十）“平安校园”建设工程。改造校园安防设施150处。
三、保障措施
（一）加强组织领导。各责任单位要制定实施方案。
（二）强化资金保障。统筹各类资金，优先保障民生实事。
（三）严格督导考核。每月调度一次，年底考核。
（四）营造良好氛围。加大宣传力度。
（此件公开发布）"""

TRADITIONAL = """\
瀾港市2024年民生實事工作方案
一、總體要求
堅持以人民為中心，聚焦就業、教育、醫療、養老、住房等重點，辦好民生實事。
二、主要任務
（一）老舊小區改造工程。完成老舊小區改造36個，惠及居民1.5萬戶。
（二）口袋公園建設工程。新建口袋公園8個、城市綠道15公里。
（三）農村公路提升工程。新建改建農村公路120公里，改造危橋6座。
（四）幼兒園擴容工程。新建公辦幼兒園4所，新增學位1080個。
（五）“一老一小”服務工程。新增普惠托位300個、養老床位500張。
（六）中小學生護眼工程。更換教室照明燈具2400套。
（七）困難群眾救助工程。城市低保標準提高到每人每月780元。
（八）就業促進工程。城鎮新增就業2.6萬人，開展技能培訓8000人次。
（九）殘疾人服務工程。為180戶殘疾人家庭實施無障礙改造。
（十）飲水安全工程。改造供水管網45公里。
（十一）文化惠民工程。組織送戲下鄉演出200場，舉辦展覽12場。
（十二）法律援助工程。辦理法律援助案件600件。
（十三）便民驛站工程。新建便民驛站10個，更新公共廁所22座。
（十四）交通暢通工程。新增公共停車泊位3500個，優化公交線路7條。
（十五）健康服務工程。為適齡婦女提供免費篩查服務2萬人次。
（十六）食品安全工程。完成食品抽檢9000批次。
（十七）氣化工程。新增燃氣用戶1.2萬戶。
（十八）智慧社區工程。建成智慧社區20個。
（十九）污水治理工程。新建污水管網60公里。
（二十）“平安校園”建設工程。改造校園安防設施150處。
三、保障措施
（一）加強組織領導。各責任單位要制定實施方案。
（二）強化資金保障。統籌各類資金，優先保障民生實事。
（三）嚴格督導考核。每月調度一次，年底考核。
（四）營造良好氛圍。加大宣傳力度。
（此件公開發布）"""

NUMBERED = [number for number, line in enumerate(SIMPLIFIED.split("\n")) if line.startswith("（")]
DIGITS = re.compile(r"[0-9.]+")
LABEL = re.compile(r"[（(]([一二三四五六七八九十]{1,3})[)）]|[（(]此")


def codes(text: str) -> Counter[str]:
    """The codes of a text's diagnostics."""
    return Counter(found["code"] for found in repair(text).diagnostics)


def check(text: str, repaired: Repaired) -> None:
    """Edits lie in order, quote the content and lead back; diagnostics lie in the content."""
    here = 0
    for edit in repaired.edits:
        assert here <= edit.start <= edit.end, edit
        assert repaired.content[edit.start : edit.end] == edit.inserted != edit.removed
        here = edit.end
    assert undo(repaired.content, repaired.edits) == text
    assert all(0 <= found["span"][0] <= found["span"][1] <= len(repaired.content) for found in repaired.diagnostics)


def rows(content: str):
    """The lines of a content and where each starts."""
    start = 0
    for line in content.split("\n"):
        yield start, line
        start += len(line) + 1


@settings(max_examples=25, deadline=None)
@given(
    text=st.sampled_from([SIMPLIFIED, TRADITIONAL]),
    lines=st.sets(st.sampled_from(NUMBERED), min_size=1, max_size=12),
    fold=st.booleans(),
)
def test_heads_come_back(text, lines, fold):
    """All labels come back, no digit is lost, none is added without a word, nothing changes behind a run, and clean lines stay."""
    shown = damaged(text, lines, fold=fold)
    repaired = repair(shown)
    doubts = [found["span"][0] for found in repaired.diagnostics if found["code"] in {"T003", "T004"}]

    check(shown, repaired)
    for number, ((start, line), right) in enumerate(zip(rows(repaired.content), damaged(text, set(), fold=fold).split("\n"), strict=True)):
        edits = [edit for edit in repaired.edits if start <= edit.start <= start + len(line)]
        if number not in lines:
            assert (line, edits) == (right, [])
            continue
        assert line.startswith(LABEL.match(right)[0])
        shown_digits = iter("".join(DIGITS.findall(line)))
        assert all(digit in shown_digits for digit in "".join(DIGITS.findall(right)))
        if not any(start <= place <= start + len(line) for place in doubts):
            assert DIGITS.findall(line) == DIGITS.findall(right)
            assert right.endswith(line[edits[-1].end - start :])


def wrong(repaired: Repaired, true: list[str]) -> list[tuple[str, str]]:
    """The characters put in by edits that do not stand in the true line, with the certainty of their edits."""
    found = []
    for (start, line), right in zip(rows(repaired.content), true, strict=True):
        matcher = SequenceMatcher(None, line, right, autojunk=False)
        held = {start + block.a + place for block in matcher.get_matching_blocks() for place in range(block.size)}
        for edit in repaired.edits:
            if start <= edit.start < start + len(line):
                found += [(edit.certainty, repaired.content[place]) for place in range(edit.start, edit.end) if place not in held]
    return [(certainty, character) for certainty, character in found if character != "\ufffd"]


@pytest.mark.parametrize("fold", [False, True])
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
def test_certain_characters_are_right(text, fold):
    """Of what is called certain, at most one character in 100 is wrong; of what is called probable, one in 20."""
    due, failed = Counter(), Counter()
    for some in (NUMBERED[::2], NUMBERED[1::2]):
        repaired = repair(damaged(text, set(some), fold=fold))
        for edit in repaired.edits:
            due[edit.certainty] += len(edit.inserted.replace("\ufffd", ""))
        failed.update(certainty for certainty, _ in wrong(repaired, damaged(text, set(), fold=fold).split("\n")))

    assert due["certain"] > 100
    assert failed["certain"] <= due["certain"] / 100
    assert failed["probable"] <= due["probable"] / 20


def test_two_vanished_pairs_beside_a_word():
    """What both neighbours and a word speak for is still wrong if more was lost than it looks."""
    true = "（一）加强统筹。及时研究。\n（二）营造良好氛围。加大宣传力度。"

    assert wrong(repair(damaged(true, {1})), true.split("\n")) == []


@pytest.mark.parametrize("fold", [False, True])
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
def test_all_heads_at_once(text, fold):
    """With every numbered line damaged the numbering still stands: the headings above it hold it."""
    shown = damaged(text, set(NUMBERED), fold=fold)
    labels = [LABEL.match(line) for line in repair(shown).content.split("\n")]

    assert [label and label[1] for label in labels] == [
        (label := LABEL.match(line)) and label[1] for line in damaged(text, set(), fold=fold).split("\n")
    ]


def test_numbering_tells_what_bytes_do_not():
    """（十）, （十二）, （十三） and （十六） leave the same traces; the neighbours tell them apart, in both directions."""
    lines = [f"（{label}）公厕改造工程。" for label in ("九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七")]
    assert len({shifted(lines[place]) for place in (1, 3, 4, 7)}) == 1

    for clean in (0, 8):
        shown = damaged("\n".join(lines), set(range(9)) - {clean})
        assert [line.partition("）")[0] for line in repair(shown).content.split("\n")] == [line.partition("）")[0] for line in lines]


def test_numbering_begins_again_or_goes_on():
    """Behind a heading （一） may come again, or the numbering goes on."""
    again = "一、目标\n（一）便民。\n（二）利民。\n二、任务\n（一）改造公厕。\n（二）修路。"
    onward = "一、目标\n（一）便民。\n（二）利民。\n二、任务\n（三）改造公厕。\n（四）修路。"

    for text in (again, onward):
        read = repair(damaged(text, {2, 4, 5})).content.split("\n")
        assert [line[:3] for line in read] == [line[:3] for line in text.split("\n")]


def test_label_that_the_numbering_contradicts():
    """A label that no neighbour counts on with is not written, even if its bytes allow it."""
    text = "（一）便民驿站。\n（六）口袋公园。\n（七）便民公厕。"
    kept = repair(damaged(text, {1}).rpartition("\n")[0]).content.split("\n")[1]

    assert not LABEL.match(kept)
    assert repair(damaged(text, {1})).content.split("\n")[1].startswith("（六）")


@pytest.mark.parametrize(
    "line",
    [
        "（此件公开发布）",
        "（此件公開發布）",
        "（此件主动公开）",
        "（此件依申请公开）",
        "（此件不公开）",
        "（征求意见稿）",
        "（此頁無正文）",
    ],
)
@pytest.mark.parametrize("fold", [False, True])
def test_formulae(line, fold):
    """附注 and the like are known by their bytes; what stands behind the run is not touched."""
    shown = damaged(f"云泽市人民政府\n{line}", {1}, fold=fold)

    assert repair(shown).content.split("\n")[1].translate(HALF) == line.translate(HALF)


def test_bracket_before_a_number():
    """A digit ends a run at once: what is lost is the bracket alone."""
    assert repair("?。1）新建泵站2座。").content == "（1）新建泵站2座。"
    assert repair("北溪区,青岭县:\n?。2024年5月1日起施行)").content == "北溪区,青岭县:\n(2024年5月1日起施行)"


def test_no_digit_of_a_run_is_a_number():
    """。安 shows as a digit after folding: it is given up where the clean text has the words, else the rest stands and says so."""
    line = "（二）平安校园工程。安装监控设备45套。"
    shown = "（一）安装路灯,修补道路,新装监控设备3套。\n" + shifted(line, fold=True)
    assert "0" in shown

    assert "0" not in repair(shown).content
    assert codes(shown)["T004"] == 1
    alone = "（一）便民。\n" + shifted(line, fold=True)
    assert repair(alone).content.count("0") == 1
    assert codes(alone)["T003"] == codes(alone)["T004"] == 1


def test_year_behind_a_run():
    """。到2025年 shows as 52025年, and no year has five digits."""
    shown = "（一）便民,利民。\n" + shifted("（二）主要目标。到2025年,新建公厕3座。", fold=True)

    assert "52025" in shown
    assert re.findall("[0-9]+", repair(shown).content) == ["2025", "3"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("?。普通的一行文字，没有损坏的痕迹。", "T003"),
        ("新建公厕\ufffd\ufffd座。", "T005"),
        ("锟斤拷新建公厕3座。", "T005"),
        ("?。", "T003"),
    ],
)
def test_what_stands_as_it_came(text, code):
    """No reading, no change, one word about it."""
    repaired = repair(text)

    assert (repaired.content, repaired.edits) == (text, ())
    assert [found["code"] for found in repaired.diagnostics] == [code]


def test_replacement_characters_are_counted_in_the_source():
    """U+FFFD that a repair puts in is no finding of T005."""
    text = f"（一）便民。\n{shifted('（二）口袋公园。')}\n（三）利民\ufffd\ufffd锟斤拷。"
    found = [found for found in repair(text).diagnostics if found["code"] == "T005"]

    assert found[0]["message"].startswith("3 ")
    assert repair(text).content[slice(*found[0]["span"])] == "\ufffd\ufffd锟斤拷"


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "", "新建公厕3座吗?。是的。", "1?。2"])
def test_clean_text_comes_back_as_it_is(text):
    """The same object, no edits, no diagnostics."""
    repaired = repair(text)

    assert repaired.content is text
    assert (repaired.edits, repaired.diagnostics) == ((), [])


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("?。ǘㄊ唬┛诖珗@LMU08(),\n\ufffd\ud800，（一）三、新建座é\u3000 ")) | st.text())
def test_any_text(text):
    """Whatever the text, every change can be undone, and a second repair changes nothing; behind a cut head it may read another run, once."""
    for source in (text, f"?。{text}"):
        repaired = repair(source)
        check(source, repaired)
        if not any(found["code"] == "T003" for found in repaired.diagnostics):
            again = repair(repaired.content).content
            assert again == repaired.content or (source[:2] == "?。" and repair(again).content == again)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data):
    """Bytes of any kind behind the mark, read as CP936."""
    source = "（一）便民。\n?。" + data.decode("cp936", "replace")

    check(source, repair(source))


@pytest.mark.parametrize("piece", ["?。ǘ", "?。ǘ\n", "?。ㄒ唬┛诖敖ㄉ\n", "ㄊ澹┚珳手鷼埛展", "1", "M", "\u3000", "?。\n"])
def test_long_runs(piece):
    """Damage without end takes time in proportion."""
    start = time.perf_counter()
    repair("?。" + piece * (20_000 // len(piece)))

    assert time.perf_counter() - start < 20
