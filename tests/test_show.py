"""`policydoc show`: what people see of a notice or its plan."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from unicodedata import category, east_asian_width

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import policydoc
from conftest import LETTER, NOTICES, ROOT
from policydoc.cli import main
from policydoc.cli.show import VIEWS, shown_plan
from policydoc.export import plan_json
from policydoc.model import Diagnostic, Plan
from policydoc.rules.diagnostics import diagnostic, diagnostics

SHOWN = [notice for notice in NOTICES if notice.name[:3] in ("001", "002", "003", "010", "015", "019")]
WRAPPED = next(notice for notice in NOTICES if notice.name.startswith("015"))
CODES = re.compile(r"\x1b\[[0-9;]{1,8}m")
NOTICE = """\
澜港市2024年便民服务实施方案

一、主要任务
（一）公园建设工程。新建口袋公园12个，其中社区公园5个，绿地率由31.5%提高到35%以上，2024年9月底前完成。
牵头单位：市园林局；配合单位：市财政局、市水利局
（二）文化服务工程。组织演出不少于359场，惠及居民1.2万户，数字化率提高2—3个百分点。
责任单位：市文化局
"""


def columns(text: str) -> int:
    """Display width, told independently of the program: combining marks 0, wide and full-width 2, the rest 1."""
    return sum(0 if category(c) in ("Mn", "Me") or "\u1160" <= c <= "\u11ff" else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def show(plan: Plan, *views: str, room: int = 100, colour: bool = False) -> list[str]:
    """The lines of some views."""
    return shown_plan(plan, list(views), room, colour=colour).decode().splitlines()


@pytest.fixture(params=SHOWN, ids=[notice.name for notice in SHOWN])
def shown_notice(request):
    """Each of some notices of the corpus: plain, numbered deep, forwarded, a table, wrapped lines, Traditional."""
    return request.param


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The plan of a small notice."""
    return policydoc.parse(NOTICE)


@pytest.fixture
def with_diagnostics(plan):
    """The plan with other findings."""
    return lambda *found: plan.model_copy(update={"diagnostics": tuple(Diagnostic.model_validate(row) for row in found)})


def printed(capsysbinary) -> str:
    """What went to standard output."""
    return capsysbinary.readouterr().out.decode()


def test_whole(letter, capsysbinary, monkeypatch):
    """Without a view: the header, the outline, one line of counts."""
    monkeypatch.setenv("COLUMNS", "80")

    assert main(["show", str(letter)]) == 0

    lines = printed(capsysbinary).splitlines()

    assert lines[0] == "标题      云泽市人民政府办公室关于印发《云泽市2024年便民服务实施方案》的通知"
    assert "发文字号  云政办发〔2024〕7号" in lines
    assert "成文日期  2024-03-05" in lines
    assert any(line.startswith("├─ 一、主要任务 ") for line in lines)
    assert any(line.startswith("│  └─ （二）老旧小区改造工程 ") and "2024-09-30" in line for line in lines)
    assert lines[-1].startswith("2 parts · 4 sections · 2 tasks · 3 targets · 0 goals · ")


def test_plan_shows_like_its_notice(shown_notice, tmp_path, capsysbinary):
    """A plan that `parse` wrote shows as its notice does, in every view and as CSV."""
    plan = policydoc.parse(shown_notice.path)
    (tmp_path / "plan.json").write_bytes(plan_json(plan, indent=2))

    for options in ([], [f"--{view}" for view in VIEWS], ["--csv"]):
        assert main(["show", str(tmp_path / "plan.json"), *options]) == 0
        shown = capsysbinary.readouterr().out
        if options == ["--csv"]:
            from policydoc.cli.sheet import sheet

            assert shown == sheet(plan)
        else:
            assert shown == shown_plan(plan, [option[2:] for option in options], 100, colour=False)


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch):
    """Nobody says how wide the terminal is, or that it wants no colour."""
    for name in ("COLUMNS", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: (_ for _ in ()).throw(OSError(25, "no terminal")))


@pytest.mark.parametrize("room", [20, 40, 80, 120])
def test_no_line_is_wider(shown_notice, room):
    """Every line of every view fits, in colour too, and colour changes nothing else."""
    plan = policydoc.parse(shown_notice.path)

    for views in ([], *([view] for view in VIEWS)):
        plain = show(plan, *views, room=room)

        assert [line for line in plain if columns(line) > room] == []
        assert [CODES.sub("", line) for line in show(plan, *views, room=room, colour=True)] == plain


def test_columns_align(plan):
    """The numbers of a column end at the same place of the terminal, whatever stands before them."""
    lines = show(plan, "outline")
    titles = next(line for line in lines if line.split()[:2] == ["tasks", "targets"])
    ends = [columns(titles[: titles.index(name) + len(name)]) for name in ("tasks", "targets")]
    below = lines[lines.index(titles) + 1 :]

    for line in below:
        found = re.finditer(r"(?<=  )\d{1,2}(?= |$)", line)
        assert [columns(line[: number.end()]) for number in found] == ends


def test_amounts_as_people_write_them(plan):
    """Comparator, number and unit; a part is indented below its target; a rise shows where it starts."""
    lines = show(plan, "targets")

    def row(words: str) -> str:
        return next(line for line in lines if words in line)

    assert "≥ 359 场" in row("演出")
    assert "1.2 万户" in row("居民")
    assert "+2—3 个百分点" in row("数字化率")
    assert "31.5% → ≥ 35 %" in row("绿地率")
    assert "└ 社区公园" in row("社区公园")
    assert "2024-09-30  市园林局牵头，市财政局、市水利局配合" in row("（一）")


def test_tasks(plan):
    """One line for each task: title, counts, deadline, duty."""
    title, first, second = show(plan, "tasks")

    assert title.split() == ["task", "targets", "deadline", "duty"]
    assert first.split() == ["（一）公园建设工程", "3", "2024-09-30", "完成", "市园林局牵头，市财政局、市水利局配合"]
    assert second.split()[-1] == "市文化局"


def test_untitled(capsysbinary):
    """An item without a title shows how it begins, its label once."""
    bare = policydoc.parse(
        "澜港市2024年十件实事\n1.新建口袋公园12个，改造老旧小区8个，增加绿地面积3公顷以上，整治河道。\n2.建设公厕8座，开通公交线路3条。\n"
    )

    for view in ("outline", "tasks", "targets"):
        assert [line.count("1.") for line in show(bare, view) if "1." in line] == [1]
        assert any("1. 新建口袋公园12个" in line for line in show(bare, view))


def test_views_in_a_fixed_order(letter, capsysbinary):
    """Each view alone prints only itself; several are printed in one order, with a blank line between."""
    assert main(["show", str(letter), "--problems", "--header"]) == 0

    both = printed(capsysbinary)
    main(["show", str(letter), "--header"])
    header = printed(capsysbinary)
    main(["show", str(letter), "--problems"])

    assert both == header + "\n" + printed(capsysbinary)
    assert "targets" not in header


def test_title_once(letter):
    """The outline does not repeat the title that the header has just shown."""
    plan = policydoc.parse(letter)
    title = plan.header.title

    assert "".join(show(plan, "header", "outline")).count(title) == 1
    assert "".join(show(plan, "outline")).count(title) == 1


def test_problems_are_grouped(with_diagnostics):
    """Errors first; a group has its title, its count, a line for each place, and the advice once."""
    place = NOTICE.index("（一）")
    found = with_diagnostics(
        diagnostic("N008", (place, place + 3)),
        diagnostic("O002", (place, place + 3), expected=1, found=2),
        diagnostic("T003"),
        diagnostic("O002", (place + 80, place + 83), expected=3, found=4),
    )
    lines = show(found, "problems", room=90)
    heads = [line for line in lines if line and line[0] != " "]

    assert heads[:6] == [
        "1 error",
        f"T003  {diagnostics()['T003']['title']}  1",
        "2 warnings",
        f"O002  {diagnostics()['O002']['title']}  2",
        "1 info",
        f"N008  {diagnostics()['N008']['title']}  1",
    ]
    assert "      line 4  «（一）»  Number 1 is missing: the numbering goes on with 2." in lines
    assert "      whole text" in lines
    assert " ".join(" ".join(lines).split()).count(diagnostics()["O002"]["advice"]) == 1
    assert "policydoc explain" in lines[-1]


def test_unknown_code(with_diagnostics):
    """A code of a later version is shown with its message."""
    found = with_diagnostics(diagnostic("N008") | {"code": "Z999", "message": "Something new."})

    assert "      whole text  Something new." in show(found, "problems")


def test_nothing_found():
    """A view without anything in it says so."""
    bare = policydoc.parse("你好")
    bare = bare.model_copy(update={"diagnostics": ()})

    assert [show(bare, view) for view in VIEWS] == [["no header"], ["p1 main"], ["no tasks"], ["no targets"], ["no problems"]]


def test_without_text(plan):
    """A plan without its text shows no quotes and counts characters instead of lines."""
    lean = Plan.model_validate_json(plan_json(plan, text=False))
    lean = lean.model_copy(update={"diagnostics": (Diagnostic.model_validate(diagnostic("N008", (30, 35))),)})

    assert show(lean) == show(lean.model_copy(update={"text": plan.text}))
    assert "      character 30" in show(lean, "problems")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"schema_version": "7.0"}', "a plan with schema_version 7.0; policydoc"),
        (b'{"schema_version": "1.0"}', "a plan that is not as it was written (id: Field required): parse the notice again"),
        (b'\xef\xbb\xbf {"schema_version": "1.0", "id"', "a plan whose JSON is not whole"),
    ],
)
def test_plan_that_cannot_be_read(data, says, tmp_path, capsys):
    """A plan of another contract, or a broken one, is 3 and one line that says what to do."""
    path = tmp_path / "plan.json"
    path.write_bytes(data)

    assert main(["show", str(path)]) == 3

    out, err = capsys.readouterr()

    assert out == ""
    assert err.startswith(f"policydoc: {path}: {says}")
    assert "parse the notice again" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("text", ['{"a": 1}', "{一、新建公厕8座。", '{"a":' * 3000, '{"title": "schema_version"}'])
def test_brace_is_no_plan(text, tmp_path):
    """A notice that begins with a brace is a notice."""
    (tmp_path / "notice.txt").write_text(text, encoding="utf-8")

    assert main(["show", str(tmp_path / "notice.txt")]) == 0


@pytest.mark.parametrize("kind", ["plan", "notice"])
def test_standard_input(kind, letter, policydoc_command):
    """`show -` reads a notice or a plan."""
    data = letter.read_bytes() if kind == "notice" else plan_json(policydoc.parse(letter))
    done = policydoc_command("show", "-", "--outline", input=data)

    assert (done.returncode, done.stderr) == (0, b"")
    assert "老旧小区改造工程" in done.stdout.decode()


@pytest.mark.parametrize("arguments", [["show"], ["show", "a", "--colour", "red"], ["show", "a", "--head"]])
def test_wrong_usage(arguments, capsys):
    """Wrong usage is 2."""
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("usage: policydoc")


@pytest.mark.parametrize("source", ["missing.txt", "."])
def test_unreadable(source, tmp_path, capsys, monkeypatch):
    """What cannot be read is 3 and one line."""
    monkeypatch.chdir(tmp_path)

    assert main(["show", source]) == 3
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(("code", "exit_code"), [("T003", 1), ("O001", 0)])
def test_strict(code, exit_code, with_diagnostics, tmp_path, capsysbinary):
    """`--strict` is 1 where an error stands, and the view is printed all the same."""
    (tmp_path / "plan.json").write_bytes(plan_json(with_diagnostics(diagnostic(code))))

    assert main(["show", str(tmp_path / "plan.json"), "--strict"]) == exit_code
    assert printed(capsysbinary)


@pytest.mark.parametrize(
    ("options", "environment", "terminal", "coloured"),
    [
        ([], {}, True, True),
        ([], {}, False, False),
        ([], {"NO_COLOR": "1"}, True, False),
        ([], {"NO_COLOR": ""}, True, True),
        ([], {"TERM": "dumb"}, True, False),
        (["--colour", "never"], {}, True, False),
        (["--color=always"], {"NO_COLOR": "1"}, False, True),
        (["-o", "view.txt"], {}, True, False),
        (["-o", "view.txt", "--colour=always"], {}, False, True),
    ],
)
def test_colour(options, environment, terminal, coloured, letter, capsysbinary, monkeypatch):
    """Colour for a terminal that wants it, or on request."""
    monkeypatch.chdir(letter.parent)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert main(["show", str(letter), *options]) == 0

    shown = (letter.parent / "view.txt").read_text(encoding="utf-8") if "-o" in options else printed(capsysbinary)

    assert ("\x1b[" in shown) == coloured
    assert "老旧小区改造工程" in shown


def test_width(letter, capsysbinary, monkeypatch):
    """The terminal's width, unless COLUMNS says another; 100 where nobody says."""
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1, raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((44, 10)))
    main(["show", str(letter)])
    narrow = printed(capsysbinary)
    monkeypatch.setenv("COLUMNS", "60")
    main(["show", str(letter)])
    wider = printed(capsysbinary)

    assert max(map(columns, narrow.splitlines())) <= 44 < max(map(columns, wider.splitlines())) <= 60


def test_csv(plan):
    """One row for each target, column names of the contract, read back as they were."""
    from policydoc.cli.sheet import COLUMNS, sheet

    data = sheet(plan)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    assert data.startswith(b"\xef\xbb\xbfid,task,task_label,")
    assert list(rows[0]) == list(COLUMNS)
    assert [row["id"] for row in rows] == [target.id for target in plan.targets]
    assert all(len(row) == len(COLUMNS) and None not in row.values() for row in rows)

    green = next(row for row in rows if row["object"] == "绿地率")

    assert green["task_title"] == "公园建设工程"
    assert (green["comparator"], green["value"], green["unit"], green["change"]) == ("ge", "35", "%", "rise_to")
    assert (green["deadline"], green["lead"], green["support"]) == ("2024-09-30", "市园林局", "市财政局、市水利局")

    points = next(row for row in rows if row["unit"] == "百分点")

    assert (points["value"], points["low"], points["high"]) == ("", "2", "3")


def test_csv_is_safe(plan):
    """Words of the notice that a spreadsheet would run stand behind an apostrophe; numbers do not."""
    from policydoc.cli.sheet import sheet

    words = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "＝1", '新建,"公园"', "普通"]
    targets = tuple(
        plan.targets[0].model_copy(update={"id": f"t{rank}", "action": word, "text": word, "value": -rank, "action_span": None})
        for rank, word in enumerate(words)
    )
    rows = list(csv.DictReader(io.StringIO(sheet(plan.model_copy(update={"targets": targets})).decode("utf-8-sig"), newline="")))

    assert [row["action"] for row in rows] == [*(f"'{word}" for word in words[:5]), *words[5:]]
    assert [row["value"] for row in rows[1:]] == ["-1", "-2", "-3", "-4", "-5", "-6"]


def test_csv_on_one_line():
    """A target that the page wraps and numbers is one cell without line ends and page numbers."""
    from policydoc.cli.sheet import sheet

    plan = policydoc.parse(WRAPPED.path)
    rows = list(csv.reader(io.StringIO(sheet(plan).decode("utf-8-sig"), newline="")))

    assert any("\n" in target.text for target in plan.targets)
    assert any("—" in target.text for target in plan.targets)
    assert not any("\n" in cell or "— " in cell for row in rows for cell in row)


def test_csv_options(letter, capsysbinary, tmp_path):
    """`--csv` means the targets, goes into a file with -o, and with another view is wrong usage."""
    assert main(["show", str(letter), "--csv"]) == 0

    shown = capsysbinary.readouterr().out

    assert main(["show", str(letter), "--csv", "--targets", "-o", str(tmp_path / "targets.csv")]) == 0
    assert (tmp_path / "targets.csv").read_bytes() == shown
    assert capsysbinary.readouterr().out == b""
    assert main(["show", str(letter), "--csv", "--tasks"]) == 2
    assert main(["show", str(letter), "-o", str(letter)]) == 2
    assert letter.read_text(encoding="utf-8") == LETTER


EVIL = "\x1b[2J\x07\u202e\u2066\u200b\u200f\x9b31m\r\n\t\u2028\x00"


def with_words(plan: Plan, word: str) -> Plan:
    """The plan with a word in every place that comes from a notice."""
    marked = json.loads(plan_json(plan))
    marked["header"] |= {"title": word, "issuers": [word] * 3, "annotations": [word], "document_number": None, "spans": {}}
    marked["text"]["content"] = word + marked["text"]["content"]
    for part in marked["parts"]:
        part["title"] = word
        for section in part["sections"]:
            section |= {"label": word, "title": word}
    for task in marked["tasks"]:
        task |= {"label": word, "title": word}
        for duty in task["responsibilities"]:
            duty["units"] = [word, word + "局"]
        for deadline in task["deadlines"]:
            deadline |= {"text": word, "date": None, "stage": word}
    for target in marked["targets"]:
        target |= {"action": word, "object": word, "text": word, "unit": word, "per": word}
        target["quantity"]["text"] = word
    for found in marked["diagnostics"]:
        found["message"] = word
    return Plan.model_validate(marked)


def test_nothing_steers_the_terminal(with_diagnostics):
    """Control characters, line ends and marks of direction in the notice do not reach the terminal."""
    evil = with_words(with_diagnostics(diagnostic("N008", (0, 20))), EVIL)

    for view in ("", *VIEWS):
        for line in shown_plan(evil, [view] if view else [], 100, colour=False).decode().split("\n"):
            assert all(char.isprintable() for char in line)


ANY = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("新公园。，（）、 \u0301\u3000\u200b\x1b\n—"), max_size=60)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=ANY, room=st.integers(20, 130))
def test_any_words(with_diagnostics, word, room):
    """Whatever stands in a plan, no view fails and no line is wider than the terminal."""
    strange = with_words(with_diagnostics(diagnostic("N008", (0, 20)), diagnostic("D002")), word)

    for view in ("", *VIEWS):
        assert [line for line in show(strange, *filter(None, [view]), room=room) if columns(line) > room] == []


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(st.sampled_from("一二、（）()1.8新建公厕座个，。\n \x1b\u202e其中达到%牵头单位：局2024年月底前"), min_size=1, max_size=120)
)
def test_any_notice(text):
    """Whatever the notice, it shows."""
    plan = policydoc.parse("云泽市方案\n" + text)

    for view in VIEWS:
        assert [line for line in show(plan, view, room=60) if columns(line) > 60] == []


def test_twisted_plan(plan):
    """A plan that somebody has edited, with spans and ids that lead nowhere, shows all the same."""
    twisted = json.loads(plan_json(plan))
    for target in twisted["targets"]:
        target |= {"of": target["id"], "span": [90000, -3], "task": "p9", "section": "p9/1", "part": "p9", "object": None}
    for task in twisted["tasks"]:
        task |= {"section": "p9/9", "part": "p9", "id": "p9/9"}
    for section in twisted["parts"][0]["sections"]:
        section |= {"heading_span": [-5, 7], "span": [9, 2], "title": None}

    for view in VIEWS:
        assert show(Plan.model_validate(twisted), view)


@pytest.mark.parametrize("locale", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}])
def test_utf8_whatever_the_locale(letter, policydoc_command, locale):
    """Views are UTF-8 under every locale."""
    done = policydoc_command("show", letter, env=locale)

    assert done.returncode == 0, done.stderr
    assert "├─ 一、主要任务".encode() in done.stdout


def test_closed_pipe(letter):
    """A reader that goes away is no error."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "policydoc", "show", letter]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=environment, timeout=60, check=False)
    os.close(writer)

    assert (done.returncode, done.stderr) == (0, b"")


def test_plan_needs_no_parser(plan, tmp_path):
    """Looking at a plan again loads the models, not the parser; a view loads nothing of the others."""
    (tmp_path / "plan.json").write_bytes(plan_json(plan))
    call = f"main(['show', {str(tmp_path / 'plan.json')!r}, '--header'])"
    code = f"import sys; from policydoc.cli import main; {call}; sys.stderr.write('\\n'.join(sys.modules))"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=60, check=True)
    loaded = set(done.stderr.split("\n"))

    assert "policydoc.model" in loaded
    assert (
        loaded & {"policydoc.parser", "policydoc.source", "policydoc.cli.listing", "policydoc.cli.problems", "policydoc.cli.sheet", "rich"}
        == set()
    )
