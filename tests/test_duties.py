"""责任单位: who leads, who is responsible and who supports, wherever and however a line says it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clock import BOUND, growth
from policydoc.rules.table import forms, table
from policydoc.tasks.duties import duties, first_leads
from policydoc.tasks.organisations import is_collective, is_generic, is_organisation, units
from policydoc.text.fold import fold

SHORT = {"lead": "牵头", "responsible": "责任", "support": "配合"}


def read(text: str, *, rule: bool = False) -> str:
    """The duties of a line as 牵头:X、Y 配合:Z."""
    line = "".join(fold(text).split())
    found = duties(line, first_leads=rule)
    return " ".join(f"{SHORT[duty.role]}:" + "|".join(line[a:b] for a, b in duty.units) for duty in found)


def names(text: str) -> list[str]:
    """The units of a list."""
    line = fold(text)
    return [line[unit.start : unit.end] for unit in units(line)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建公厕8座。（责任单位：云泽市城管局；完成时限：9月底前）", "责任:云泽市城管局"),
        ("新建公厕8座（责任单位：市城管局、北溪区政府）。", "责任:市城管局|北溪区政府"),
        ("新建公厕8座。（责任单位:市城管局，北溪区政府）", "责任:市城管局|北溪区政府"),
        ("（牵头单位：市教育局）（配合单位：市财政局、市人社局）", "牵头:市教育局 配合:市财政局|市人社局"),
        ("（6月底完成，牵头单位：市园林局）", "牵头:市园林局"),
        ("【牵头单位：市教育局；配合单位：市财政局】", "牵头:市教育局 配合:市财政局"),
        ("【责任单位】市教育局、市财政局", "责任:市教育局|市财政局"),
        ("〔牵头单位：市教育局，责任单位：市财政局〕", "牵头:市教育局 责任:市财政局"),
        ("（责任单位市教育局、市财政局）", "责任:市教育局|市财政局"),
        ("（牵头单位为市教育局，配合单位为市财政局）", "牵头:市教育局 配合:市财政局"),
        ("（市教育局为牵头单位，市财政局为配合单位）", "牵头:市教育局 配合:市财政局"),
        ("牵头单位：市住建局　配合单位：市财政局　完成时限：12月底", "牵头:市住建局 配合:市财政局"),
        ("责任单位：青岭县水利局 责任人：甲某某 联系电话：0999-1234567", "责任:青岭县水利局"),
        ("牵头领导：甲某某（副县长）；牵头单位：县水利局；配合单位：各乡镇", "牵头:县水利局 配合:各乡镇"),
        ("责任单位：市教育局（联系人：甲某某，电话：13800000000）、市财政局", "责任:市教育局|市财政局"),
        ("责任单位：市教育局（牵头）、市财政局、市人社局", "牵头:市教育局 责任:市财政局|市人社局"),
        ("牵头（责任）单位：市教育局、市财政局", "牵头:市教育局 责任:市财政局"),
        ("牵头及配合单位：市教育局、市财政局", "牵头:市教育局 配合:市财政局"),
        ("责任（配合）单位：市财政局", "配合:市财政局"),
        ("牵头：市住建局；配合：市财政局", "牵头:市住建局 配合:市财政局"),
        ("主辦機關：社會局；協辦機關：衛生局、各區公所", "责任:社会局 配合:卫生局|各区公所"),
        ("負責政策局/部門：發展局", "责任:发展局"),
        ("责任处室：基础教育处、规划财务处", "责任:基础教育处|规划财务处"),
        ("（首要责任单位：市商务局；其他责任单位：市文旅局）", "牵头:市商务局 责任:市文旅局"),
        ("责任单位及完成时限：市民政局，2024年12月底前", "责任:市民政局"),
        ("责任单位：市教育局，要抓紧落实，各学校要做好准备。", "责任:市教育局"),
        ("责任科室：人事科、宣传科", "责任:人事科|宣传科"),
        ("包保领导：甲某某（副县长）；包保单位：县水利局", "责任:县水利局"),
        ("主政機關：交通局；協辦機關：各區公所", "责任:交通局 配合:各区公所"),
        ("责任单位：※市住建局、市财政局★", "责任:市住建局|市财政局"),
        ("责任单位：镇水利站、镇文化站、城管中队、各村委会", "责任:镇水利站|镇文化站|城管中队|各村委会"),
        ("责任单位：市发改委、市财政局（首家单位为牵头单位，下同）", "牵头:市发改委 责任:市财政局"),
        ("实施主体：云泽市水务集团有限公司", "责任:云泽市水务集团有限公司"),
    ],
)
def test_labels(text, expected):
    """责任单位:… in a bracket, on its own line or behind a sentence, up to the next label or the end of the sentence."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（市住建局牵头，市财政局、市自然资源局配合）", "牵头:市住建局 配合:市财政局|市自然资源局"),
        ("（由省发改委牵头，省财政厅、省科技厅等按职责分工负责，6月底前出台）", "牵头:省发改委 责任:省财政厅|省科技厅"),
        ("（各有关部门按职责分工负责，各区县人民政府结合实际落实）", "责任:各有关部门 责任:各区县人民政府"),
        ("(市教育局、市民政局负责)", "责任:市教育局|市民政局"),
        ("（省林业局，各市、州人民政府负责）", "责任:省林业局|各市、州人民政府"),
        ("（市教育局、市民政局牵头负责）", "牵头:市教育局|市民政局"),
        ("（市委组织部、市人社局按职责分工负责）", "责任:市委组织部|市人社局"),
        ("（市教育局牵头会同市财政局落实）", "牵头:市教育局 配合:市财政局"),
        ("（市发展改革委会同市财政局负责）", "责任:市发展改革委|市财政局"),
        ("（东原旗、青岭县负责）", "责任:东原旗|青岭县"),
        ("（完成时限：2025年12月；市教育局负责）", "责任:市教育局"),
        ("（市级专班牵头单位牵头，市级专班成员单位按职责分工配合）", "牵头:市级专班牵头单位 配合:市级专班成员单位"),
        ("新建便民驿站8处，改造老旧小区3个，年底前完成（市教育局、市财政局）", "责任:市教育局|市财政局"),
        ("新建便民驿站8处，改造老旧小区3个。（市水利局，2025年底前）", "责任:市水利局"),
        ("（发展改革委牵头，商务部等国务院有关部门按职责分工负责）", "牵头:发展改革委 责任:商务部"),
        ("（发展改革委牵头，商市财政局负责）", "牵头:发展改革委 配合:市财政局"),
        ("（省发展改革委、能源局等省有关部门和各地级以上市人民政府负责）", "责任:省发展改革委|能源局|各地级以上市人民政府"),
        ("（市商务局等市直部门和各区政府负责）", "责任:市商务局|各区政府"),
        ("（市商务局牵头，其他相关部门、各高等院校配合）", "牵头:市商务局 配合:其他相关部门|各高等院校"),
        ("（市住建局牵头，市财政局等参与，县（市、区）政府负责落实）", "牵头:市住建局 配合:市财政局 责任:县(市、区)政府"),
    ],
)
def test_brackets(text, expected):
    """A bracket gives roles by verbs; one that is nothing but units answers for the sentence before it."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("社区食堂建设由云泽市民政局牵头组织实施。", "牵头:云泽市民政局"),
        ("新建幼儿园4所，由区教育局负责。", "责任:区教育局"),
        ("改造小区12个，由区住建局牵头、各街道配合。", "牵头:区住建局 配合:各街道"),
        ("一是新建绿道3公里，由区园林中心负责。二是改造小区2个，由区住建局负责。", "责任:区园林中心 责任:区住建局"),
        ("由市住建局牵头，会同市财政局、市林业局组织实施。", "牵头:市住建局 配合:市财政局|市林业局"),
        ("改造菜市场5家。市商务局牵头，市市场监管局配合。", "牵头:市商务局 配合:市市场监管局"),
        ("市水利局负责。", "责任:市水利局"),
        ("云泽市气象局负责组织实施预警设施改造。", "责任:云泽市气象局"),
        ("市财政局负责落实资金，市住建局负责组织改造。", "责任:市财政局 责任:市住建局"),
        ("市教育局、市财政局按职责分工落实", "责任:市教育局|市财政局"),
        ("市发展改革委牵头制定方案，8月底前印发。", "牵头:市发展改革委"),
        ("市水利局牵头，9月底前完成。", "牵头:市水利局"),
    ],
)
def test_running_text(text, expected):
    """由X负责 at the end of a clause, a sentence that is nothing but the assignment, or the subject of what is to be done."""
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "各责任单位要切实负起责任，每月5日前报送进展。",
        "责任单位要细化措施，确保完成。",
        "各责任单位：要迅速行动，抓好落实。",
        "明确责任单位、完成时限和工作要求。",
        "对未完成的，约谈责任单位主要负责人。",
        "责任单位：",
        "单位负责人为第一责任人。",
        "坚持党委领导、政府负责、社会协同。",
        "政府负责制和项目法人负责制落到实处。",
        "实行行政首长负责制、主管部门负责制。",
        "支持龙头企业牵头组建创新联合体。",
        "推动企业牵头、高校参与。",
        "由龙头企业牵头、高校院所参与。",
        "建立由三级医院牵头、基层医疗机构参与的医联体。",
        "建立由市民政局、市财政局牵头的协调机制。",
        "建立由市商务局牵头、11个部门参加的联席会议制度。",
        "领导小组由市教育局、市财政局等组成。",
        "去年由市民政局牵头完成了改造。",
        "所需经费由市财政局负责。",
        "本办法由市政府办公室负责解释。",
        "市民生工程领导小组负责牵头抓总，办公室设在市发改委。",
        "对牵头制定国家标准的企业给予奖励。",
        "申请人对材料的真实性负责。",
        "（园区内由管理机构负责），其余另行规定。",
        "注：第三、五项由市教育局、市民政局分别牵头，详见附件。",
        "配合市水利局做好河道巡查工作。",
        "（含市级医院）",
        "各县（市、区）人民政府，市直各部门：",
        "市大数据主管部门负责统筹全市数据工作。",
        "更名为市城市管理局（市综合执法局）",
    ],
)
def test_no_duties(text):
    """Words about responsible units, persons, systems and objects assign nothing."""
    assert read(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("责任单位：市教育局、市财政局、市人社局", "牵头:市教育局 责任:市财政局|市人社局"),
        ("（市教育局、市财政局等负责。列第一位者为牵头单位，下同）", "牵头:市教育局 责任:市财政局"),
        ("（市教育局等部门负责）", "责任:市教育局"),
        ("责任单位：市教育局", "责任:市教育局"),
        ("配合单位：市教育局、市财政局", "配合:市教育局|市财政局"),
        ("（市教育局牵头，市财政局、市人社局负责）", "牵头:市教育局 责任:市财政局|市人社局"),
    ],
)
def test_the_first_leads(text, expected):
    """列第一位者为牵头单位: of several responsible units the first leads; a sole unit is responsible."""
    assert read(text, rule=True) == expected


@pytest.mark.parametrize(
    "text",
    [
        "（列第一位者为牵头单位，下同）",
        "（首位单位为牵头单位，下同）",
        "责任单位中列首位的为牵头单位",
        "排在首位的部门为牵头部门",
        "排名第一的单位为牵头单位",
        "第一责任单位为牵头单位",
        "责任单位第一个为牵头单位，其他为配合单位",
        "首位为牵头单位",
        "首家单位为牵头单位",
        "两个以上部门的，排在前面的为牵头部门",
        "列首位的承办部门为牵头部门或者汇总部门",
    ],
)
def test_the_rule_of_the_first(text):
    """The rule is stated in many words."""
    assert first_leads(fold(text))


def test_no_rule_of_the_first():
    """A leading unit by name is no rule."""
    assert not first_leads("市教育局为牵头单位")
    assert not first_leads("省内排名第一的企业牵头")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市文化和旅游局、市财政局和市民政局等部门", ["市文化和旅游局", "市财政局", "市民政局"]),
        ("市自然资源和规划局和市住房和城乡建设局", ["市自然资源和规划局", "市住房和城乡建设局"]),
        ("省发展改革委员会同省财政厅", ["省发展改革委员会", "省财政厅"]),
        ("市农业农村局及各县区政府", ["市农业农村局", "各县区政府"]),
        ("市发改委/市财政局；市城管局，各街道", ["市发改委", "市财政局", "市城管局", "各街道"]),
        ("各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"]),
        ("省财政厅、各市（州）、各县（市、区）人民政府", ["省财政厅", "各市(州)、各县(市、区)人民政府"]),
        ("市财政局、东原县、澜水、青岭县人民政府", ["市财政局", "东原县、澜水、青岭县人民政府"]),
        ("市教育、财政、人社局", ["市教育、财政、人社局"]),
        ("市直有关部门、单位", ["市直有关部门、单位"]),
        ("各乡镇人民政府、街道办事处", ["各乡镇人民政府", "街道办事处"]),
        ("各级党委和政府", ["各级党委和政府"]),
        ("北溪区人民政府（管委会）、各镇（街道）", ["北溪区人民政府(管委会)", "各镇(街道)"]),
        ("移动、联通、市工信局", ["移动", "联通", "市工信局"]),
        ("市教育局局长甲某某、市民政局乙某某", ["市教育局", "市民政局"]),
        ("1.市教育局；2.市财政局", ["市教育局", "市财政局"]),
        ("市教育局，9月底前完成", ["市教育局"]),
        ("市城管局市财政局", ["市城管局", "市财政局"]),
        ("市公安局市中分局", ["市公安局市中分局"]),
    ],
)
def test_units(text, expected):
    """Lists split between whole names; names with 和 and shared last words stay whole; persons and dates are no units."""
    assert names(text) == expected


@pytest.mark.parametrize("row", [row for row in table("duties") if row["kind"] in ("label", "verb")], ids=lambda row: row["id"])
def test_words(row):
    """Every label and every verb of the table gives its role."""
    for form in forms(row):
        stated = f"({form}单位:云泽市教育局)" if row["kind"] == "label" else f"(云泽市教育局{form})"

        assert [duty.role for duty in duties(stated)] == [row["role"]], form


def test_kinds_of_names():
    """Authorities, kinds of units, and words that only say what a unit does."""
    assert is_organisation("青岭县农业农村局")
    assert not is_organisation("全程网办")
    assert is_collective("各街道")
    assert is_generic("牵头单位")
    assert not is_generic("市水利局")


@pytest.mark.parametrize(
    "piece", ["市财政局、", "责任单位:", "(", "责任单位:(", "(市财政局牵头)", "由市财政局牵头", "由1到", "各市、", "会同"]
)
def test_time_grows_with_length(piece):
    """Four times the text costs at most eight times the time."""

    def cost(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        for words in (text, f"({text})", f"责任单位:{text}负责"):
            duties(words, first_leads=True)
        return time.process_time() - start

    cost(500)
    assert growth(cost, 5_000, 20_000) <= BOUND


@given(
    st.lists(
        st.sampled_from(
            [
                "责任",
                "单位",
                ":",
                "(",
                ")",
                "[",
                "]",
                "市教育局",
                "、",
                ",",
                "和",
                "由",
                "牵头",
                "负责",
                "会同",
                "。",
                "各",
                "政府",
                "1",
                "\ud800",
            ]
        )
    )
)
def test_any_text(pieces):
    """No text breaks the reader, and every unit is a stretch of its line."""
    text = "".join(pieces)

    for duty in duties(text, first_leads=True):
        assert duty.units
        assert 0 <= duty.start < duty.end <= len(text)
        assert all(duty.start <= a < b <= duty.end for a, b in duty.units)
