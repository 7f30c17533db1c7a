"""`policydoc why`: the rules that decided, told by themselves."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import policydoc
from conftest import ROOT
from policydoc.cli import main
from policydoc.cli.carets import underlined
from policydoc.cli.terminal import width
from policydoc.rules.reasons import by, heard, listening, reasons

HEAD = "云泽市2024年便民服务实施方案\n一、主要任务\n（一）便民服务。"
NOTICE = """\
云泽市2024年便民服务实施方案

一、主要目标
到2024年底，全市便民驿站覆盖率由91%提高到95%以上。
二、主要任务
（一）驿站建设。2024年9月底前新建便民驿站不少于8个，其中城区3个，惠及居民1.2万户；全市已建成驿站30处。
责任单位：市住房城乡建设局
（二）老旧小区。改造老旧小区十二个，做到应保尽保。
三、保障措施
（一）加强领导。各单位要高度重视。
"""
SAID_BY = {"by": slice(0, 1), "turn": slice(1, 2), "witness": slice(2, None)}
"""Functions that tell a rule, and which of their arguments name it."""
TABLE = """\
云泽市2024年民生实事任务分解表
序号\t项目名称\t主要内容\t责任单位\t进度安排
1\t驿站建设\t新建便民驿站8个\t市住房城乡建设局\t一季度：开工3个；二季度：建成8个
2\t公厕改造\t改造公厕12座\t市城管局\t一季度：开工5座；二季度：建成12座
"""


@pytest.fixture
def sheet(tmp_path):
    """A notice in a file."""
    path = tmp_path / "notice.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return str(path)


def told(text: str, marked: str) -> tuple[str, list[str]]:
    """The kind of the number that begins the marked words of a notice, and the rules that made it."""
    with listening() as account:
        plan = policydoc.parse(text)
    place = plan.text.content.index(marked)
    figure = next(found for found in plan.figures if found.span[0] == place)
    line, statement = next(
        thing
        for about, thing, _ in account.kept
        if about == "number" and thing[0].span(thing[1].quantity.start, thing[1].quantity.end) == figure.span
    )
    assert line.text
    return figure.kind, [reason.rule for reason in statement.reasons]


@pytest.fixture(autouse=True)
def _wide(monkeypatch):
    """No line is broken, whatever runs the tests."""
    monkeypatch.setenv("COLUMNS", "160")


def answer(capsysbinary, *arguments: str) -> str:
    """What `policydoc why` prints."""
    assert main(["why", *arguments]) == 0
    return capsysbinary.readouterr().out.decode()


def literals(argument):
    """The texts that an argument may be."""
    if isinstance(argument, ast.IfExp):
        yield from literals(argument.body)
        yield from literals(argument.orelse)
    elif isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
        yield argument.value


def told_in_code() -> set[str]:
    """Every id of a rule that the code tells."""
    found = set()
    for path in (ROOT / "src" / "policydoc").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                for argument in node.args[SAID_BY[name]] if name in SAID_BY else ():
                    found.update(literals(argument))
    return found


def test_every_rule_has_a_sentence():
    """The ids that the code tells are those of the table, and the reverse."""
    assert told_in_code() == set(reasons())


@pytest.mark.parametrize("rule", reasons())
def test_example(rule):
    """The example of a rule makes it speak."""
    example = reasons()[rule]["example"].replace("\\n", "\n").replace("\\t", "\t")
    with listening() as account:
        policydoc.parse(example if "\n" in example else HEAD + example)

    assert rule in {reason.rule for _, _, found in account.kept for reason in found}


@pytest.mark.parametrize(
    ("text", "marked", "kind", "rule"),
    [
        ("新建公厕12座。", "12座", "target", "deed"),
        ("绿化率达到42%。", "42%", "target", "indicator"),
        ("座位不少于30个。", "30个", "target", "bounded"),
        ("老旧小区11个。", "11个", "target", "listed_amount"),
        ("系数提高到0.56。", "0.56", "target", "index"),
        ("新建公园3畈。", "3畈", "target", "new_measure"),
        ("新建公厕12座、驿站8个。", "8个", "target", "shared_verb"),
        ("培育龙头企业：国家级1家、省级6家。", "6家", "target", "led"),
        ("培育龙头企业：国家级1家、省级6家。", "1家", "target", "led"),
        ("建设2至3个驿站。", "2至3个", "target", "deed"),
        ("九成以上的村。", "九成", "target", "share_of_noun"),
        ("新建公厕12座，其中城区3座。", "3座", "part", "part"),
        ("改造小区12个，惠及居民3万户。", "3万户", "facet", "facet"),
        ("3月底前新建驿站10个，6月底前新建驿站20个。", "10个", "milestone", "schedule"),
        ("覆盖率由91%提高到93%。", "91%", "baseline", "base_from"),
        ("覆盖率由91%提高到93%。", "93%", "target", "has_base"),
        ("全市已建成驿站8处。", "8处", "achievement", "past_word"),
        ("我们新建了8处驿站。", "8处", "achievement", "past_beside"),
        ("12个项目已竣工。", "12个", "achievement", "past_behind"),
        ("每3户居民配备垃圾桶。", "3户", "standard", "each_before"),
        ("每年开展2次巡查。", "2次", "standard", "frequency"),
        ("公示期为7天。", "7天", "standard", "time_lasting"),
        ("引进5亿元以上项目3个。", "5亿元", "threshold", "describes"),
        ("单户最高不超过20万元。", "20万元", "rate", "limit_or_price"),
        ("实施20项民生工程。", "20项", "declared_count", "declared"),
        ("新建5G基站8个。", "5G", "name", "sign_beside"),
        ("开通12345热线。", "12345", "contact", "word_behind"),
        ("总投资12亿元，其中省级资金2亿元。", "2亿元。", "funding", "source_of_money"),
        ("增长21,7%。", "21", "unknown", "torn"),
        ("2024年6月底前新建驿站8个。", "8个", "target", "due_before"),
        ("新建公厕8座（6月底前）、公园2个（9月底前）。", "8座", "target", "due_bracket"),
        ("铁路密度仅达到80%。", "80%", "standard", "only"),
        ("全市不再新建小水电站3座。", "3座", "threshold", "banned"),
    ],
)
def test_sentences(text, marked, kind, rule):
    """A number has its kind by a rule that can be named."""
    found, rules = told(HEAD + text, marked)

    assert found == kind
    assert rule in rules


def test_cells():
    """What a cell counts is told by its column."""
    assert told(TABLE, "3个") == ("milestone", ["no_kind", "deed", "main", "cell_schedule", "due_before"])


def test_the_chain(sheet, capsysbinary):
    """A target: its sentence with carets, how it was read, rule after rule, its words and its deadline."""
    assert answer(capsysbinary, sheet, "--at", "p1/2.1#1").splitlines() == [
        "p1/2.1#1: target (line 6, offset 89)",
        "  2024年9月底前新建便民驿站不少于8个，其中城区3个，惠及居民1.2万户；",
        "                                 ^^^",
        "  figure     “8个”: amount 8, unit 个 (units: piece, count).",
        "  compared   The words «不少于» compare the number (comparators: not_below). [comparator]",
        "  kind       No rule of kinds holds. Open: deed and indicator decide. [no_kind]",
        "  target     A deed stands beside the number (动词和宾语). [deed]",
        "  belongs    It belongs to no other target: a target. [main]",
        "  due        The deadline stands before it in its sentence: «2024年9月底前». [due_before]",
        "  verb       新建 (verbs: build), change output.",
        "  object     便民驿站, before the number.",
        "  place      task p1/2.1, section p1/2.1, part p1.",
        "  deadline   2024年9月底前 = 2024-09-30, stated there.",
    ]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("p1/2.1#2", "to p1/2.1#1"),
        ("p1/1#1", "baseline   由91%"),
        ("p1/2.1", "duty       responsible 市住房城乡建设局, stated there."),
        ("p1/2.2!1", "goal, coverage"),
        ("p1/3.1", "section, no task"),
        ("p1/3.1", "[support]"),
        ("p1/2", "[tasks_below]"),
        ("p1/1", "[frame]"),
        ("p1", "[part_orders]"),
        ("6:54", "number: achievement"),
        ("0", "no number, no goal and no section"),
        ("89", "p1/2.1#1: target"),
        ("6:1", "p1/2.1: task"),
        ("6:11", "number: date"),
    ],
)
def test_places(sheet, capsysbinary, at, words):
    """A place is an offset, a line and column, or an id of any kind."""
    assert words in answer(capsysbinary, sheet, "--at", at)


def test_inherited_deadline(tmp_path, capsysbinary):
    """A deadline that stands above names the section that states it."""
    path = tmp_path / "notice.txt"
    path.write_text(
        "云泽市2024年便民服务实施方案\n一、工作目标\n2024年10月底前全部完成各项任务。\n二、主要任务\n（一）驿站建设。新建驿站8个。\n（二）公厕建设。新建公厕3座。\n",
        encoding="utf-8",
    )

    assert "= 2024-10-31, inherited from p1/1." in answer(capsysbinary, str(path), "--at", "p1/2.1#1")


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("p1/2.1#9", "near it: p1/2.1#"),
        ("999999", "the text ends at offset"),
        ("99:1", "the text has lines 1 to"),
        ("1:99", "line 1 has columns 1 to"),
        ("\x1b[2Jp1", "near it: p1"),
        ("", "near it: "),
    ],
)
def test_no_such_place(sheet, capsys, at, words):
    """A place that is none is wrong usage, and the answer names what is near."""
    assert main(["why", sheet, "--at", at]) == 2

    said = capsys.readouterr()

    assert words in said.err
    assert said.out == ""
    assert "\x1b" not in said.err


def test_without_a_place(sheet, capsys):
    """Without a place nothing is listed; how to name one is."""
    assert main(["why", sheet]) == 2

    said = capsys.readouterr()

    assert "--at p1/1.2#1" in said.err
    assert said.out == ""


def test_a_plan_is_no_notice(sheet, tmp_path, capsys):
    """A plan does not say which rules made it."""
    plan = tmp_path / "plan.json"
    assert main(["parse", sheet, "--quiet", "-o", str(plan)]) == 0
    assert main(["why", str(plan), "--at", "p1"]) == 2
    assert "not the plan of it" in capsys.readouterr().err


def test_unreadable(tmp_path, capsys):
    """A file that is not there is not read."""
    assert main(["why", str(tmp_path / "none.txt"), "--at", "1"]) == 3
    assert capsys.readouterr().err.startswith("policydoc: ")


def test_standard_input(policydoc_command):
    """`why -` reads the notice from standard input."""
    done = policydoc_command("why", "-", "--at", "89", input=NOTICE.encode())

    assert done.returncode == 0
    assert "[deed]" in done.stdout.decode()


def test_nothing_steers_the_terminal(tmp_path, capsysbinary):
    """What stands in a notice is shown, never obeyed."""
    path = tmp_path / "notice.txt"
    path.write_text(HEAD + "新建\x1b[2J公厕\u202e12座。", encoding="utf-8")
    place = policydoc.parse(path).figures[-1].span[0]
    out = answer(capsysbinary, str(path), "--at", str(place))

    assert "12座" in out
    assert all(mark.isprintable() or mark == "\n" for mark in out)


@given(st.text(alphabet="新建公厕12座，。A\u0301\x1b\n", max_size=60), st.integers(0, 60), st.integers(0, 8), st.integers(8, 40))
@settings(max_examples=60, deadline=None)
def test_carets_fit(text, start, length, room):
    """Rows and carets are no wider than the room, and no character is steering."""
    for row in underlined(text, (start, start + length), room):
        assert width(row) <= room
        assert "\x1b" not in row


@given(st.text(alphabet="新建公厕12座3.%，。；：（）一、二\n第每由到已其中\t|\x1b\ud800"[:-1], max_size=80), st.integers(0, 90))
@settings(max_examples=60, deadline=None)
def test_never_fails(tmp_path_factory, text, at):
    """Whatever the notice and the place, the answer is given or refused."""
    path = tmp_path_factory.mktemp("why") / "notice.txt"
    path.write_text(HEAD + text, encoding="utf-8")

    assert main(["why", str(path), "--at", str(at)]) in (0, 2)


@pytest.mark.parametrize("name", ["001-yunze-livelihood-2024", "010-qinghe-renewal-table-2023", "011-canglan-projects-tabs-2025"])
def test_listening_changes_nothing(name):
    """A plan is the same whether anybody listens or not, and nothing is kept when nobody does."""
    path = next((ROOT / "corpus" / name).glob("notice.*"))
    plain = policydoc.parse(path)
    with listening() as account:
        assert policydoc.parse(path) == plain
    kept = len(account.kept)

    policydoc.parse(path)

    assert len(account.kept) == kept >= len(plain.figures)
    assert by("deed", 1) == 1
    assert heard() == ()
