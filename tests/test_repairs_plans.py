"""A notice that was damaged and lost nothing has the plan of the sound one."""

from __future__ import annotations

from random import Random

import pytest

import policydoc
from conftest import NOTICES
from damage import KINDS
from policydoc.source import read

CHOSEN = ("001-yunze-livelihood-2024", "018-yunling-converted-traditional-2024", "021-pingchuan-cold-chain-2021")
LOSSLESS = [kind for kind in KINDS.values() if kind.owed == "all"]
TEXTS = {notice.name: read(notice.path).text.replace("\r", "") for notice in NOTICES if notice.name in CHOSEN}


def facts(plan):
    """What a plan says: sections, tasks with their duties and deadlines, targets, goals."""

    def sections(entries):
        return [(entry.id, entry.title, sections(entry.sections)) for entry in entries]

    return (
        [(part.id, part.kind, part.title, sections(part.sections)) for part in plan.parts],
        [
            (task.id, task.title, [unit for duty in task.responsibilities for unit in duty.units], [each.text for each in task.deadlines])
            for task in plan.tasks
        ],
        [(target.id, target.task, target.object, target.value, target.unit) for target in plan.targets],
        [(goal.id, goal.text) for goal in plan.goals],
    )


@pytest.mark.parametrize("kind", LOSSLESS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("name", CHOSEN)
def test_plan_of_a_damaged_notice(name, kind):
    """Same sections, tasks, targets and goals, by id, wording and value."""
    damage = kind.damage(TEXTS[name], Random(f"{name} {kind.name}"))
    if kind.script == "Hant" and "018" not in name:
        pytest.skip("Big5 writes Traditional characters")

    assert facts(policydoc.parse(damage.shown)) == facts(policydoc.parse(damage.true))
