"""Deadlines: what a sentence sets as time limit, and the dates that set none."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clock import BOUND, growth
from policydoc.dates import date_spans, deadlines
from policydoc.dates.vocabulary import event, milestone, open_time, phrases
from policydoc.rules.table import forms, table
from policydoc.text.fold import fold

PLAN = 2024

BY = [
    ("9月底前新建便民驿站8处", "2024-09-30", None),
    ("九月末前新建便民驿站8处", "2024-09-30", None),
    ("9月30日前完成整改", "2024-09-30", "完成整改"),
    ("4.9月底前整修水渠", "2024-09-30", None),
    ("3.2025年底前整修水渠", "2025-12-31", None),
    ("2月底前完成摸底", "2024-02-29", "完成摸底"),
    ("10月底完善平台功能", "2024-10-31", None),
    ("(11月底完成,责任单位:市水务局)", "2024-11-30", "完成"),
    ("完成时限:三季度末", "2024-09-30", None),
    ("“6·30”前完成加固", "2024-06-30", "完成"),
    ("“12·20”之前完成加固", "2024-12-20", "完成"),
    ("在2025年或之前推出8项", "2025-12-31", None),
    ("力争于2034年或以前通车", "2034-12-31", "通车"),
    ("6月底前提供学位500个", "2024-06-30", None),
    ("于2024年年中推出服务", "2024-06-30", None),
    ("|改造管网|市水务局|6月底|已完成设计|", "2024-06-30", None),
    ("8月上旬前完成选址", "2024-08-10", "完成选址"),
    ("8月中旬前完成选址", "2024-08-20", "完成选址"),
    ("年底前主体封顶", "2024-12-31", "主体封顶"),
    ("年末生猪存栏达到4万头", "2024-12-31", None),
    ("今年年底前开通公交2条", "2024-12-31", "开通"),
    ("今年底前开通公交2条", "2024-12-31", "开通"),
    ("明年3月底前通过验收", "2025-03-31", "通过验收"),
    ("2025年年底前建成投用", "2025-12-31", "建成投用"),
    ("到2025年,青岭县绿化率达到40%", "2025-12-31", None),
    ("至2026年末全部退出", "2026-12-31", None),
    ("力争到二〇三五年建成宜居城市", "2035-12-31", "建成"),
    ("到“十四五”末,新增学位2万个", "2025-12-31", None),
    ("到“十五五”期末,森林覆盖率稳定在45%", "2030-12-31", None),
    ("上半年末完成招标", "2024-06-30", "完成招标"),
    ("二季度末前完成选址", "2024-06-30", "完成选址"),
    ("113年11月底前完工启用", "2024-11-30", "完工启用"),
    ("于民国113年6月30日前设置据点", "2024-06-30", None),
    ("力争在2024年10月1日前开园", "2024-10-01", "开园"),
    ("须于11月30日之前报送", "2024-11-30", None),
    ("12月20日以前完成", "2024-12-20", "完成"),
    ("12月底前新(改)建公厕3座并投入使用", "2024-12-31", "投入使用"),
    ("5月底取得阶段性成效", "2024-05-31", "取得阶段性成效"),
    ("6月底前县级平台上线运行", "2024-06-30", "上线运行"),
    ("202410月底前完成", "2024-10-31", "完成"),
    ("2024-09-30前完成", "2024-09-30", "完成"),
    ("年中前完成半数", "2024-06-30", "完成"),
    ("截至2025年底,管网漏损率控制在9%以内", "2025-12-31", None),
    ("2023年9月底前新建便民驿站8个", "2023-09-30", None),
    ("不晚于2024年10月31日移交", "2024-10-31", None),
    ("10月31日(星期四)前报送", "2024-10-31", None),
    ("10月31日18:00前报送", "2024-10-31", None),
    ("申报截止日期:2024年6月30日", "2024-06-30", None),
    ("2024年元月底前启动", "2024-01-31", "启动"),
    ("自2024年3月起至2024年12月底,轮训村医300人", "2024-12-31", None),
]
DURING = [
    ("2024年,全市新建公厕30座。", "2024-01-01", "2024-12-31"),
    ("2024年新建公厕30座", "2024-01-01", "2024-12-31"),
    ("2024年全区计划新增床位300张", "2024-01-01", "2024-12-31"),
    ("会议决定,2024年接续办好16件实事", "2024-01-01", "2024-12-31"),
    ("2025年开工建设", "2025-01-01", "2025-12-31"),
    ("9月完成验收", "2024-09-01", "2024-09-30"),
    ("10月份全面竣工", "2024-10-01", "2024-10-31"),
    ("12月中旬完成评估", "2024-12-11", "2024-12-20"),
    ("一季度完成招标", "2024-01-01", "2024-03-31"),
    ("第三季度建成", "2024-07-01", "2024-09-30"),
    ("首季完成选址", "2024-01-01", "2024-03-31"),
    ("前三季度完成投资80%以上", "2024-01-01", "2024-09-30"),
    ("上半年建成3座", "2024-01-01", "2024-06-30"),
    ("下半年完成剩余任务", "2024-07-01", "2024-12-31"),
    ("2025年上半年交付", "2025-01-01", "2025-06-30"),
    ("全年培训农民2000人次", "2024-01-01", "2024-12-31"),
    ("年内完成主体工程", "2024-01-01", "2024-12-31"),
    ("完成时限:全年", "2024-01-01", "2024-12-31"),
    ("本年度内完成清淤12公里", "2024-01-01", "2024-12-31"),
    ("2024-2026年,新建桥梁6座", "2024-01-01", "2026-12-31"),
    ("2024年至2026年分三批实施", "2024-01-01", "2026-12-31"),
    ("“十四五”期间新增泊位5000个", "2021-01-01", "2025-12-31"),
    ("十五五时期,新增泊位5000个", "2026-01-01", "2030-12-31"),
    ("3月至5月开展集中整治", "2024-03-01", "2024-05-31"),
    ("3-5月开展集中整治", "2024-03-01", "2024-05-31"),
    ("2024年11月至2025年4月,完成投资2亿元", "2024-11-01", "2025-04-30"),
    ("11月15日至次年3月15日开展巡查", "2024-11-15", "2025-03-15"),
    ("2024-25年度增设床位200张", "2024-04-01", "2025-03-31"),
    ("二〇二五年,新修道路20公里", "2025-01-01", "2025-12-31"),
    ("113年度办理课程20场", "2024-01-01", "2024-12-31"),
    ("明年实施扩建工程", "2025-01-01", "2025-12-31"),
    ("今年经济工作的主要预期目标是:生产总值增长6%", "2024-01-01", "2024-12-31"),
    ("|建成泵站2座|第二季度|县水利局|", "2024-04-01", "2024-06-30"),
    ("2024——2026年,新建桥梁6座", "2024-01-01", "2026-12-31"),
    ("建设年限:2024-2025", "2024-01-01", "2025-12-31"),
    ("从6月1日到9月30日,实行错峰停车", "2024-06-01", "2024-09-30"),
    ("第一阶段(2024年3月-4月):动员部署", "2024-03-01", "2024-04-30"),
    ("文化宫于2026年以崭新面貌开放", "2026-01-01", "2026-12-31"),
    ("2025年计划迁入453户", "2025-01-01", "2025-12-31"),
    ("[完成时限]2024年9月", "2024-09-01", "2024-09-30"),
    ("(责任单位:市水利局;2024年12月)", "2024-12-01", "2024-12-31"),
    ("新增床位300张,其中2025年100张", "2025-01-01", "2025-12-31"),
    ("新增床位(2025年100张)", "2025-01-01", "2025-12-31"),
]
OTHER = [
    ("每月5日前报送进度", "recurring", None, None),
    ("每季度末开展督查", "recurring", None, None),
    ("每季度首月10日前通报", "recurring", None, None),
    ("逢季末月20日前上报清册", "recurring", None, None),
    ("每两个月通报一次", "recurring", None, None),
    ("每年遴选技能人才100名", "recurring", None, None),
    ("每半年考评一次", "recurring", None, None),
    ("按月调度、按季通报", "recurring", None, None),
    ("每年12月10日前报送总结", "recurring", "2024-12-10", None),
    ("每年上半年组织评估", "recurring", "2024-06-30", None),
    ("每年汛期前排查隐患", "recurring", None, None),
    ("今后三年新建公厕200座", "during", None, None),
    ("一季度启动", "during", None, None),
    ("明年初投用", "during", None, None),
    ("暑假结束前完成改造", "event", None, "E003"),
    ("常年开展义诊", "ongoing", None, None),
    ("巡查地下管网。(持续推进)", "ongoing", None, None),
    ("河道保洁长期坚持", "ongoing", None, None),
    ("常态化开展巡查", "ongoing", None, None),
    ("完成时限:长期", "ongoing", None, None),
    ("(市水利局负责;持续)", "ongoing", None, None),
    ("[时限]长期", "ongoing", None, None),
    ("(市水利局负责,年内持续推进)", "ongoing", "2024-12-31", None),
    ("(市水利局负责,全年实施)", "ongoing", "2024-12-31", None),
    ("(市水利局负责,2024年持续推进)", "ongoing", "2024-12-31", None),
    ("完成时限:即时", "unspecified", None, None),
    ("尽快修复水毁路段", "unspecified", None, None),
    ("即日起停止受理", "unspecified", None, None),
    ("适时开通环线", "unspecified", None, None),
    ("汛期前完成除险加固", "event", None, "E003"),
    ("汛前完成除险加固", "event", None, "E003"),
    ("主汛期来临前完成除险加固", "event", None, "E003"),
    ("供暖季前更新管网6公里", "event", None, "E003"),
    ("春节前发放补助", "event", None, "E003"),
    ("2025年春节前发放补助", "event", None, "E003"),
    ("国庆节前开园", "event", "2024-09-30", None),
    ("“五一”前开放", "event", "2024-04-30", None),
    ("秋季学期开学前建成幼儿园2所", "event", "2024-08-31", None),
    ("9月份开学前建成幼儿园2所", "event", "2024-08-31", None),
    ("元旦前通车", "event", "2024-12-31", None),
    ("2025年元旦前通车", "event", "2024-12-31", None),
    ("三年内建成20座", "during", None, None),
    ("用3年时间完成改造", "during", None, None),
    ("半年内办结积案12件", "during", None, None),
    ("20日内", "none", None, None),
    ("2024年9月前新建便民驿站8个", "by", "2024-08-31", "E002"),
    ("二季度前完成选址", "by", "2024-03-31", "E002"),
    ("2026年前建成投用", "by", "2025-12-31", "E002"),
    ("2024年前建成投用", "by", "2024-12-31", "E002"),
]
NEVER = [
    "2023年新建公厕30座",
    "去年建成公厕30座",
    "上年末床位达到900张",
    "截至2023年底,建成公厕30座",
    "截至2024年2月底,已建成公厕3座",
    "2023年以来,新建公厕30座",
    "今年以来,新建公厕30座",
    "自2024年1月1日起施行",
    "从4月份起,由县政府办公室通报",
    "有效期至2026年12月31日",
    "根据《云泽市办法》(2021年修订)",
    "印发《青岭县2024年工作要点》",
    "云泽市2024年民生实事实施方案",
    "关于做好2024年老旧小区改造工作的通知",
    "2024年主要目标",
    "2024年3月25日",
    "二〇二四年三月二十五日",
    "2024年3月25日印发",
    "发布日期:2024-03-25",
    "经2024年3月20日市政府第57次常务会议审议通过",
    "2000年以前建成的小区",
    "改造2004年底前建成的小区11个",
    "以2020年为基期",
    "比2020年增长6%",
    "较2023年提高3个百分点",
    "由2020年的5%提高到8%",
    "“十三五”期间,新建公厕300座",
    "三年行动计划(2024-2026年)",
    "《云泽市充电设施规划》(2024-2030年)",
    "表扬2024年度先进集体",
    "对6月底前未完成的单位进行约谈",
    "对10月底完成率低于60%的区通报批评",
    "6月份以来",
    "每人每月补助820元",
    "每年补助7200元",
    "平均每年增长5%",
    "近3年内未发生事故",
    "5个工作日内办结",
    "3年内不得申报",
    "长期护理保险",
    "加强长期、稳定合作",
    "实施2024年20项民生实事",
    "2O24年1O月底前投入使用",
    "“6·30”重大项目",
    "常态化机制建设",
    "持续推进消费品以旧换新",
    "以来年均增长5%",
    "身份证明年检",
    "60岁以上年龄",
    "2025户居民",
    "三五成群",
    "十年内乱",
    "当年新增就业人数",
    "“十四五”规划",
    "第三季水稻",
    "2024年度考核优秀的单位",
    "年终考核结果",
    "全年完成120户危房改造任务",
    "展望2035年远景目标",
    "2023-2024年度冬春农田水利建设",
    "2024年新建的公厕",
    "预计全年完成投资3亿元",
    "从2024年开始,在部分院校试点",
]


@pytest.mark.parametrize(("text", "last", "stage"), BY)
def test_by(text, last, stage):
    """A deadline by a day: the last day of what is named, with its milestone."""
    due = deadlines(fold(text), PLAN)[0]

    assert (due.kind, due.first, str(due.last), due.stage) == ("by", None, last, stage)


@pytest.mark.parametrize(("text", "first", "last"), DURING)
def test_during(text, first, last):
    """A period in which something is ordered: its first and its last day."""
    due = deadlines(fold(text), PLAN)[0]

    assert (due.kind, str(due.first), str(due.last)) == ("during", first, last)


@pytest.mark.parametrize(("text", "kind", "last", "note"), OTHER)
def test_without_a_plain_date(text, kind, last, note):
    """Recurring, ongoing, by an event, open, or strictly read; what names no day has none."""
    found = deadlines(fold(text), PLAN)

    assert [(due.kind, due.last and str(due.last), due.note) for due in found[:1]] == ([] if kind == "none" else [(kind, last, note)])


@pytest.mark.parametrize("text", NEVER)
def test_never(text):
    """Past dates, baselines, thresholds, citations, titles, signatures, rates and standards are no deadlines."""
    assert deadlines(fold(text), PLAN) == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("新增床位300张,其中2024年100张、2025年100张和2026年100张", ["2024-12-31", "2025-12-31", "2026-12-31"]),
        ("6月底前全部开工,10月底前主体完工,年底前投用", ["2024-06-30", "2024-10-31", "2024-12-31"]),
        ("2025年3月底前开工,10月底前完工", ["2025-03-31", "2025-10-31"]),
        ("2025年3月底前开工。10月底前完工", ["2025-03-31", "2024-10-31"]),
        ("2023年3月开工,2024年10月完工", ["2024-10-31"]),
        ("2024年、2025年、2026年分别新建3座、4座、5座", ["2024-12-31", "2025-12-31", "2026-12-31"]),
        ("2024、2025年分别新建3座、4座", ["2024-12-31", "2025-12-31"]),
        ("到2024年底、2025年底,床位分别达到300张、500张", ["2024-12-31", "2025-12-31"]),
        ("到2025年,产值比2020年翻一番,较2023年增加2亿元", ["2025-12-31"]),
        ("2024年目标力争9月底前完成", ["2024-09-30"]),
        ("2023年,全市新建公厕30座。全年投入2亿元。2024年新建公厕40座", ["2024-12-31"]),
        ("去年开工的项目今年6月底前完工", ["2024-06-30"]),
        ("2000年底前建成的小区,到2025年底基本完成改造", ["2025-12-31"]),
        ("6月底、12月底前分别完成50%和100%", ["2024-06-30", "2024-12-31"]),
        ("2023年至2025年,每年新建公厕20座", ["2025-12-31", "None"]),
        ("(5月底初见成效并持续推进,牵头单位:市水务局)", ["2024-05-31", "None"]),
        ("第二阶段:集中整治(6月1日-9月30日)", ["2024-09-30"]),
    ],
)
def test_several(text, ends):
    """Each date of a line by its own sentence: a month has the year of the date before it in the sentence."""
    assert [str(due.last) for due in deadlines(fold(text), PLAN)] == ends


@pytest.mark.parametrize(
    ("text", "year", "issued_on", "last"),
    [
        ("自印发之日起30日内制定细则", 2024, date(2024, 3, 25), "2024-04-24"),
        ("方案下发后3个月内完成摸底", 2024, date(2024, 1, 31), "2024-04-30"),
        ("自印发之日起20个工作日内报送", 2024, date(2024, 3, 25), "None"),
        ("3月底前完成总工程量的九成", 2023, date(2023, 11, 6), "2024-03-31"),
        ("4月前完成摸底", 2024, date(2024, 4, 2), "2024-04-30"),
        ("本月底前完成整改", 2024, date(2024, 3, 25), "2024-03-31"),
        ("每年1月15日前报送总结", 2024, date(2024, 3, 25), "2025-01-15"),
        ("9月底前完成", None, date(2024, 3, 25), "2024-09-30"),
        ("9月底前完成", None, None, "None"),
        ("到2020年,新建公厕30座", 2024, date(2018, 12, 1), "2020-12-31"),
    ],
)
def test_against_the_date_of_issue(text, year, issued_on, last):
    """What counts from the date of issue, and what it tells about a month without a year."""
    assert str(deadlines(text, year, issued_on)[0].last) == last


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("2024年实施20项", ["2024年"]),
        ("3.2025年底前完成1.2万户", ["2025年底"]),
        ("二〇三五年、2021-2025年", ["二〇三五年", "2021-2025年"]),
        ("民国113年3月25日", ["民国113年3月25日"]),
        ("3年内、5个工作日、三个月、2025户、1.2万", []),
        ("2024年3月25日上午9:30", ["2024年3月25日", "上午9:30"]),
        ("“十四五”期间到9月底", ["“十四五”期间", "9月底"]),
        ("比例为1:3,每周五17:00前", ["五17:00"]),
        ("1至3月、一季度、下半年", ["1至3月", "一季度", "下半年"]),
        ("2024-03-25", ["2024-03-25"]),
        ("12月龄儿童", []),
    ],
)
def test_date_spans(text, spans):
    """Dates, years and periods are found whole; durations and amounts are not dates."""
    assert [text[start:end] for start, end in date_spans(text)] == spans


@pytest.mark.parametrize("row", table("periods"), ids=lambda row: row["id"])
def test_each_example_shows_its_row(row):
    """The example of a row of the table holds one of its forms, and is read by it."""
    example = fold(row["example"])
    found = deadlines(example, PLAN)

    if row["kind"] in ("event", "ongoing", "unspecified"):
        word = event().search(example)["event"] if row["kind"] == "event" else open_time().search(example)[0]
        assert word in forms(row)
        assert [due.kind for due in found] == [row["kind"]]
    else:
        assert any(form in milestone().search(example)[0] for form in forms(row))
        assert found[0].stage == milestone().search(example)[0]


def test_forms_are_folded_and_stand_once():
    """A form belongs to one row of its kind (开园 is an event and a milestone) and is its own shadow."""
    written = [(row["kind"], form) for row in table("periods") for form in forms(row)]

    assert len(set(written)) == len(written)
    assert all(fold(form) == form for _, form in written)
    assert len(phrases()) > 100


@pytest.mark.parametrize(
    "unit", ["9月底前", "2024年", "每月", "由1到", "1", "一", "十", "年底", "今年", "截至2024年", "全年完成", "(", "汛期前"]
)
def test_linear_time(unit):
    """Four times the text costs at most eight times the time."""

    def spent(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        deadlines(text, PLAN, date(2024, 3, 25))
        date_spans(text)
        return time.process_time() - start

    spent(200)
    assert growth(spent, 5_000, 20_000) <= BOUND


_WORDS = st.sampled_from(
    [
        *"0123456789年月日底前末初内到至自从比一二十〇半季度上下中旬。,;:()《》“”-~/.\t|",
        "2024",
        "完成",
        "每",
        "“十四五”",
        "民国",
        "印发之日起",
        "9999年",
        "0000年",
    ]
)


@given(st.lists(_WORDS, max_size=24).map("".join) | st.text(max_size=40), st.none() | st.integers(1, 9999), st.none() | st.dates())
def test_never_fails(text, year, issued_on):
    """Any text is read: spans lie inside it, in order and apart."""
    folded = fold(text)
    found = [(due.start, due.end) for due in deadlines(folded, year, issued_on)]

    for spans in (found, date_spans(folded)):
        assert all(0 <= start < end <= len(folded) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
