"""A notice and its twin in the other script or width give the same plan: ids, values, units, comparators."""

from __future__ import annotations

from collections import defaultdict

import pytest

import policydoc
from policydoc.rules.table import DATA
from promises import walk

USUAL = dict(
    zip(
        "发术请为累尽众难并升镇个楼面绿里铺厕两岁数临复启调绝联系节粮了视坝摆奖干念线产台车励径层录见绕叶龙团药别证针参况连当向采兰签劳乐彩频离汇陆异识闲输读鲁响获墙馆泛迹疗着宁岭变历烟谷华练胡轮钟梁状净惩饭灵论",
        "發術請為累盡眾難並升鎮個樓面綠裡鋪廁兩歲數臨復啟調絕聯系節糧了視壩擺獎干念線產台車勵徑層錄見繞葉龍團藥別證針參況連當向采蘭簽勞樂彩頻離匯陸異識閒輸讀魯響獲牆館泛跡療著寧嶺變歷煙谷華練胡輪鐘梁狀淨懲飯靈論",
        strict=True,
    )
)
"""Where several Traditional characters fold to one, the one that a notice has; the same one where either may be meant."""

WIDE = {code: code + 0xFEE0 for code in map(ord, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%")}
NARROW = {wide: code for code, wide in WIDE.items()} | {ord("（"): "(", ord("）"): ")", ord("："): ":", ord("；"): ";"}
"""Commas and points stay as they are: beside a digit their width has a meaning."""


def simplified() -> dict[int, str]:
    """Traditional → Simplified, as the package folds it."""
    _, old, new = (DATA / "fold.txt").read_text(encoding="utf-8").splitlines()
    return {ord(character): folded for character, folded in zip(old, new, strict=True)}


def traditional() -> dict[int, str]:
    """Simplified → Traditional: the usual character, or the only one that is no compatibility ideograph."""
    sources = defaultdict(list)
    for character, folded in simplified().items():
        if not 0xF900 <= character <= 0xFAFF:
            sources[folded].append(chr(character))
    table = {ord(folded): found[0] for folded, found in sources.items() if len(found) == 1}
    return table | {ord(folded): character for folded, character in USUAL.items()}


TWINS = {"traditional": traditional(), "simplified": simplified(), "wide": WIDE, "narrow": NARROW}


def essence(plan):
    """What both twins must say."""
    sections = [(section.id, section.level, section.ordinal) for part in plan.parts for section in walk(part.sections)]
    return {
        "plan": plan.id,
        "parts": [(part.id, part.kind, part.genre, part.plan_years) for part in plan.parts],
        "sections": sections,
        "tasks": [(task.id, task.key, task.targets, task.goals, [due.date for due in task.deadlines]) for task in plan.tasks],
        "duties": [(task.id, duty.role, len(duty.units)) for task in plan.tasks for duty in task.responsibilities],
        "targets": [
            (target.id, target.kind, target.of, target.value, target.low, target.high, target.unit, target.comparator)
            for target in plan.targets
        ],
        "readings": [
            (target.id, target.change, target.dimension, target.commitment, [due.date for due in target.deadlines])
            for target in plan.targets
        ],
        "goals": [(goal.id, goal.kind) for goal in plan.goals],
        "figures": [(figure.kind, figure.span) for figure in plan.figures],
    }


@pytest.mark.parametrize("twin", TWINS)
def test_twin(notice, twin):
    """The twin of a notice's text, one character for one character, gives the same plan."""
    content = policydoc.parse(notice.path).text.content
    other = content.translate(TWINS[twin])

    assert len(other) == len(content)

    if other == content:
        pytest.skip(f"the notice is {twin} already")
    mine, its = essence(policydoc.parse(content)), essence(policydoc.parse(other))

    for name in mine:
        assert its[name] == mine[name], name


def test_usual_characters_are_faithful():
    """Each usual Traditional character folds to the Simplified one that it stands for."""
    folded = simplified()

    assert {plain: usual for plain, usual in USUAL.items() if folded.get(ord(usual), usual) != plain} == {}
