"""Which sections are tasks, what they have from above, and whether their number is the declared one."""

from __future__ import annotations

import pytest

import policydoc

FRAME = "云泽市2024年便民服务实施方案\n一、主要目标\n{}\n二、主要任务\n（一）驿站建设。新建便民驿站8个。\n（二）公厕改造。改造公厕12座。\n三、保障措施\n（一）加强领导。各单位要高度重视。\n"


def tasks(text):
    """Ids and titles of the tasks of a text."""
    return [(task.id, task.title) for task in policydoc.parse(text).tasks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FRAME.format("提升服务水平。"), ["p1/2.1", "p1/2.2"]),
        ("一、重点任务\n（一）绿化。新建公园2个。\n二、组织保障\n（二）加强领导。成立专班。", ["p1/1.1", "p1/2.2"]),
        ("一、重点任务\n（一）绿化。新建公园2个。\n二、保障措施\n（一）加强领导。成立专班。（责任单位：市园林局）", ["p1/1.1", "p1/2.1"]),
        ("一、2023年工作回顾\n（一）绿化。新建公园2个。\n二、2024年工作安排\n（一）绿化。新建公园3个。", ["p1/2.1"]),
        ("一、巩固清理整治成果。清理河道12公里。\n二、绿化。新建公园3个。", ["p1/1", "p1/2"]),
        ("今年办好三件实事：（1）新建公厕8座；（2）改造公园2个；（3）开通公交3条。", ["p1/1", "p1/2", "p1/3"]),
        ("一、便民。新建驿站8个：（1）北溪区5个；（2）青岭县3个。\n二、绿化。新建公园3个。", ["p1/1", "p1/2"]),
        ("一、便民服务：1.新建驿站8个；2.改造公厕5座。\n二、绿化。新建公园3个。", ["p1/1.1", "p1/1.2", "p1/2"]),
        ("一、驿站。要做到三点：一是新建8个；二是改造5个；三是加强管护。\n二、绿化。新建公园3个。", ["p1/1", "p1/2"]),
    ],
)
def test_selection(text, expected):
    """The lowest numbered item orders something; frames, reviews and mere conditions do not; a list in a sentence may."""
    assert [name for name, _ in tasks(text)] == expected


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("确保6月底前基本完成，11月底前全面完成。", ["2024-06-30", "2024-11-30"]),
        ("2024年10月底前，全面完成各项整治任务，处理率达到98%。", ["2024-10-31"]),
        ("各项工程11月20日前完工。", ["2024-11-20"]),
        ("除跨年度项目外，均须于11月底前完成。", ["2024-11-30"]),
        ("6月底前报送工作总结。", []),
        ("9月底前建成公园12个。", []),
        ("提升服务水平。", []),
    ],
)
def test_default_deadlines(words, dates):
    """A deadline of the whole plan holds for every task that has none; one of a report or of a single number does not."""
    plan = policydoc.parse(FRAME.format(words))

    for task in plan.tasks:
        assert [str(due.date) for due in task.deadlines] == dates
        assert {due.inherited_from for due in task.deadlines} <= {"p1/1"}
    for target in plan.targets:
        if target.task:
            assert [str(due.date) for due in target.deadlines] == dates


def test_own_deadline_comes_first():
    """A task with a date of its own does not have the plan's."""
    text = FRAME.format("力争12月底前全面完成。").replace("改造公厕12座。", "6月底前改造公厕12座。")
    first, second = policydoc.parse(text).tasks

    assert [str(due.date) for due in first.deadlines] == ["2024-12-31"]
    assert [(str(due.date), due.inherited_from) for due in second.deadlines] == [("2024-06-30", None)]


def test_duties_of_a_group():
    """Units that a heading names answer for every item below it that names none."""
    text = "一、城建类（责任单位：市住建局）\n1.新建公厕8座。\n2.改造公园3个。（责任单位：市园林局）\n二、养老类（责任单位：市民政局）\n3.新增床位20张。"
    duties = {task.id: [(duty.units, duty.inherited_from) for duty in task.responsibilities] for task in policydoc.parse(text).tasks}

    assert duties == {
        "p1/1.1": [(("市住建局",), "p1/1")],
        "p1/1.2": [(("市园林局",), None)],
        "p1/2.3": [(("市民政局",), "p1/2")],
    }


@pytest.mark.parametrize(("declared", "raised"), [("2项", False), ("3项", True), ("两件", False), ("四件", True)])
def test_declared_count(declared, raised):
    """A count that the text declares and that fits no level is a diagnostic."""
    text = f"云泽市2024年民生实事\n今年组织实施{declared}民生实事。\n一、驿站建设。新建便民驿站8个。\n二、公厕改造。改造公厕12座。"

    assert ("D001" in {found.code for found in policydoc.parse(text).diagnostics}) is raised


def test_rows_of_a_task_list():
    """A row of a task list is a task: units, time and numbers from its cells; the state of work orders nothing."""
    text = (
        "云泽市2024年重点工作清单\n"
        "序号\t任务名称\t年度目标\t责任单位\t完成时限\t进展情况\n"
        "1\t驿站建设\t新建便民驿站8个\t市总工会\t9月底前\t已建成3个\n"
        "2\t公厕改造\t改造公厕12座\t市城管局、市财政局\t12月20日\t已开工5座\n"
    )
    plan = policydoc.parse(text)

    assert [(task.id, task.label, task.title) for task in plan.tasks] == [("p1/t1.r1", "1", "驿站建设"), ("p1/t1.r2", "2", "公厕改造")]
    assert [(target.id, int(target.value)) for target in plan.targets] == [("p1/t1.r1#1", 8), ("p1/t1.r2#1", 12)]
    assert [[str(due.date) for due in task.deadlines] for task in plan.tasks] == [["2024-09-30"], ["2024-12-20"]]
    assert [units for task in plan.tasks for duty in task.responsibilities for units in duty.units] == ["市总工会", "市城管局", "市财政局"]
    assert {figure.kind for figure in plan.figures if figure.text in ("3个", "5座")} == {"achievement"}
