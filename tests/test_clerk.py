"""The clerk counts what is right, what is missing and what is made up."""

from __future__ import annotations

import copy

import pytest

from clerk import Count, agreement

CONTENT = "关于便民服务的通知\n一、 便民驿站\n新建便民驿站８个，惠及3个镇。附件2略。\n二、口袋公園\n"
PLAN = {
    "text": {"content": CONTENT},
    "header": {"title": "关于便民服务的通知", "document_number": {"text": "云政办发〔2024〕7号"}, "metadata": None, "issuers": ["云泽市"]},
    "parts": [
        {
            "kind": "main",
            "title": None,
            "sections": [
                {"label": "一、", "level": 1, "ordinal": 1, "title": "便民驿站", "span": [10, 39], "sections": []},
                {"label": "二、", "level": 1, "ordinal": 2, "title": "口袋公園", "span": [39, 46], "sections": []},
            ],
        }
    ],
    "tasks": [
        {
            "span": [10, 39],
            "responsibilities": [{"role": "lead", "units": ["市住建局"], "inherited_from": None}],
            "deadlines": [{"date": "2024-12-31", "inherited_from": "p1/1"}],
        }
    ],
    "targets": [
        {
            "id": "a",
            "kind": "target",
            "of": None,
            "quantity": {"span": [24, 26]},
            "value": 8,
            "low": None,
            "high": None,
            "unit": "个",
            "comparator": "eq",
        }
    ],
    "goals": [{"kind": "coverage", "span": [18, 25]}],
}
LABELS = {
    "header": {"title": "關于便民服務的通知", "document_number": "云政办发[2024]7号", "issuers": ["云泽市"], "published_on": None},
    "parts": [{"kind": "main", "title": None}],
    "outline": [
        {"quote": "一、便民驿站", "level": 1, "ordinal": 1, "title": "便民驿站"},
        {"quote": "二、口袋公园", "level": 1, "ordinal": 2, "title": "口袋公园"},
    ],
    "tasks": [{"quote": "一、便民驿站", "responsibilities": [{"role": "lead", "units": ["市住建局"]}], "deadlines": []}],
    "targets": [{"quote": "新建便民驿站8个", "value": 8, "low": None, "high": None, "unit": "个", "comparator": "eq"}],
    "goals": [{"quote": "新建便民驿站", "kind": "coverage"}],
    "not_targets": ["附件2"],
}


def test_all_right():
    """Script, width and blanks are no difference."""
    assert {kind: str(count) for kind, count in agreement(PLAN, LABELS).items()} == {
        "header": "3/3",
        "parts": "1/1",
        "outline": "2/2",
        "tasks": "1/1",
        "targets": "1/1",
        "goals": "1/1",
        "not_targets": "1/1",
    }


@pytest.mark.parametrize(
    ("kind", "path", "value", "count"),
    [
        ("header", ("header", "title"), None, "2/3"),
        ("parts", ("parts", 0, "kind"), "cover", "0/2"),
        ("outline", ("parts", 0, "sections", 1, "ordinal"), 3, "1/2"),
        ("outline", ("parts", 0, "sections", 1, "span"), [30, 46], "1/3"),
        ("tasks", ("tasks", 0, "responsibilities", 0, "role"), "support", "0/1"),
        ("tasks", ("tasks", 0, "deadlines", 0, "inherited_from"), None, "0/1"),
        ("tasks", ("tasks",), [], "0/1"),
        ("targets", ("targets", 0, "value"), 9, "0/2"),
        ("targets", ("targets", 0, "comparator"), "ge", "0/2"),
        ("targets", ("targets", 0, "kind"), "part", "0/2"),
        ("targets", ("targets",), [], "0/1"),
        ("goals", ("goals", 0, "kind"), "eliminate", "0/2"),
        ("not_targets", ("targets", 0, "quantity", "span"), [35, 36], "0/1"),
    ],
)
def test_mistakes_cost(kind, path, value, count):
    """What is missing costs one, what is made up costs another one."""
    plan = copy.deepcopy(PLAN)
    place = plan
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value

    assert str(agreement(plan, LABELS)[kind]) == count


def test_optional_target_costs_nothing():
    """A label that is not required counts neither when found nor when missing."""
    labels = copy.deepcopy(LABELS)
    labels["targets"][0]["required"] = False

    assert agreement(PLAN, labels)["targets"] == Count(0, 0)
    assert agreement(PLAN | {"targets": []}, labels)["targets"].share == 1.0


def test_a_part_stands_with_its_target():
    """A part beside a target that is right is not made up."""
    plan = copy.deepcopy(PLAN)
    plan["targets"].append(plan["targets"][0] | {"id": "b", "kind": "part", "of": "a", "value": 3, "quantity": {"span": [29, 31]}})

    assert str(agreement(plan, LABELS)["targets"]) == "1/1"

    plan["targets"][1]["of"] = None

    assert str(agreement(plan, LABELS)["targets"]) == "1/2"
