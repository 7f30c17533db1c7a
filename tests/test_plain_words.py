"""Plain words of counties and townships: verbs of one character, parts that make up a whole, lines that tell what was done."""

from __future__ import annotations

import pytest

import policydoc


def told(line: str) -> list[tuple[str | None, str | None, str]]:
    """Verb, object and number of each target of a line."""
    return [(target.action, target.object, target.quantity.text) for target in policydoc.find_targets(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("今年修机耕道3公里，建便桥2座。", [("修", "机耕道", "3公里"), ("建", "便桥", "2座")]),
        ("全村建厕所3座、挖沼气池40口。", [("建", "厕所", "3座"), ("挖", "沼气池", "40口")]),
        ("计划栽核桃200亩，养土鸡2万只。", [("栽", "核桃", "200亩"), ("养", "土鸡", "2万只")]),
        ("其中砌灌溉渠道9条。", [("砌", "灌溉渠道", "9条")]),
        ("每个村聘保洁员2名。", [("聘", "保洁员", "2名")]),
        ("架铁索桥1座，创产值600万元。", [("架", "铁索桥", "1座"), ("创", "产值", "600万元")]),
        ("新建水窖9口，种桑400亩，养兔900只。", [("新建", "水窖", "9口"), ("种桑", None, "400亩"), ("养兔", None, "900只")]),
    ],
)
def test_verbs_of_one_character(line, expected):
    """修, 建, 栽 at the head of a clause, their noun and a count."""
    assert told(line) == expected


@pytest.mark.parametrize(
    "noun", ["种养大户30户", "建档立卡户300户", "养殖户300户", "装机容量30万千瓦", "建筑面积900平方米", "建筑垃圾消纳场2处"]
)
def test_nouns_that_begin_like_a_verb(noun):
    """建筑, 种养, 装机 are nouns."""
    assert {target.action for target in policydoc.find_targets(noun)} <= {None}


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("新造林60亩、植树5万株。其中：北沟造林20亩、植树2万株；石桥造林40亩、植树3万株。", "target target part part part part"),
        ("新建水窖70口，其中北沟新建水窖20口，石桥新建水窖18口。", "target part part"),
        ("造林任务为12.8万亩，其中山上造林9.2万亩，山下绿化3.6万亩。", "target part part"),
        ("入园率达到96%，其中城区入园率达到98%，乡村入园率达到92%，建园率达到90%。", "target part part target"),
        ("学前三年入园率达到96%，其中市区学前三年入园率达到98%，乡村学前三年入园率达到92%。", "target part part"),
        ("新建公厕50座，其中城区10座；改造公厕20座。", "target part target"),
        ("新建公厕50座，其中城区10座，改造公厕40座。", "target part part"),
        ("新增停车位3000个，其中北区1200个、南区1800个，新建公园5个。", "target part part target"),
        ("新增灌溉面积2万亩，3万人受益。", "target facet"),
        ("打造课程库3个，把资源惠及4万名学生。", "target facet"),
    ],
)
def test_parts_go_on(line, kinds):
    """Parts say the same as the first of them, or make up the whole; who gains is a facet."""
    assert [str(target.kind) for target in policydoc.find_targets(line)] == kinds.split()


@pytest.mark.parametrize(
    ("line", "comparators"),
    [
        ("9月底前至少改善路面20公里。", "ge"),
        ("改善路面20公里，至少绿化8公里。", "eq ge"),
    ],
)
def test_bounds_before_a_verb(line, comparators):
    """至少 before the verb holds for its number, wherever the clause begins."""
    assert [str(target.comparator) for target in policydoc.find_targets(line)] == comparators.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("力争创建示范村5个、示范户30个。", [("创建", "示范村", "5个"), ("创建", "示范户", "30个")]),
        ("签约并注册项目5个，洽谈项目12个。", [("签约并注册", "项目", "5个"), ("洽谈", "项目", "12个")]),
        ("改造城区60处、300栋的危房。", [("改造", "危房", "60处"), ("改造", "危房", "300栋")]),
        ("帮助失业青年就业49人。", [("就业", "失业青年", "49人")]),
        ("抓好5个示范镇的同时，建设3个示范村。", [("抓好", "示范镇", "5个"), ("建设", "示范村", "3个")]),
        ("报销比例在现有标准基础上提高5个百分点。", [("提高", "报销比例", "5个百分点")]),
        ("继续教育参训率达到90%。", [("达到", "继续教育参训率", "90%")]),
        ("完成航道改造和柳湾、石桥、北沟3座码头主体工程。", [("完成", "码头主体工程", "3座")]),
        ("全年产值能够达到4亿元。", [("达到", "产值", "4亿元")]),
    ],
)
def test_words_around_a_target(line, expected):
    """Where verb and object begin and end."""
    assert told(line) == expected


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("农村经济总收入完成5亿元。", "level"),
        ("完成安置房5万套。", "output"),
        ("实现承包食堂5家。", "output"),
        ("造林任务为12万亩。", "output"),
    ],
)
def test_levels_and_outputs(line, change):
    """What stands at a level and what is delivered."""
    [target] = policydoc.find_targets(line)

    assert str(target.change) == change


def kinds(text: str) -> list[str]:
    """The kinds of the numbers of a notice that are no dates and no labels."""
    return [str(figure.kind) for figure in policydoc.parse(text).figures if str(figure.kind) not in ("date", "ordinal")]


def test_a_line_may_tell_what_was_done():
    """完成情况 reports what became of the item before it."""
    text = (
        "云泽市2006年实事项目\n第一件：淘汰锅炉50台。\n完成情况：淘汰锅炉96台，敷设管道15公里。\n"
        "第二件：新增供热面积10万平方米。\n完成情况：新增供热面积31万平方米。\n"
    )

    assert kinds(text) == ["target", "achievement", "achievement", "target", "achievement"]


def test_a_paragraph_may_review():
    """在…领导下,…取得显著成效 opens a review; where the sentence looks ahead it does not."""
    reviews = "会议指出，在市委的坚强领导下，水利建设取得显著成效。完成投资3.8亿元，新开工水利工程72处。"
    promises = "会议要求，在市委的坚强领导下，力争水利建设取得显著成效。完成投资3.8亿元，新开工水利工程72处。"

    assert kinds(reviews) == ["achievement", "achievement"]
    assert kinds(promises) == ["target", "target"]


def test_what_is_there_and_what_each_gets():
    """发挥…的优势 tells what is there already; so much for each is a rate."""
    assert told("发挥年产仔猪8万头、种猪2万头的优势，带动养殖户40户。") == [("带动", "养殖户", "40户")]
    assert told("向居民每人发放900元，非户籍居民每人500元。") == []
    assert told("补助标准提高到每人每年900元。") == [("提高到", "补助标准", "900元")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("完成投资4亿元，到位资金2.7亿元目标任务。", ["4亿元", "2.7亿元"]),
        ("确保新增规上企业40家以上的预期目标。", ["40家"]),
        ("村周设不低于20米宽的林带；建设3米宽机耕路5公里。", ["5公里"]),
        ("分别给予缴纳额75%、50%的财政支持。", []),
    ],
)
def test_aims_and_sizes(line, expected):
    """What is called an aim is one; how wide a thing is, and what is granted, is none."""
    assert [target.quantity.text for target in policydoc.find_targets(line)] == expected


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("6月底前把硬化率提高到90%，清淤渠道32公里，由水利局负责，8月底前完成。", ["2024-06-30", "2024-08-31"]),
        ("6月底前新建公厕12座，12月底前完成改造5座。", ["2024-06-30", "2024-12-31"]),
        ("6月底前新建公厕12座，确保质量。", ["2024-06-30"]),
    ],
)
def test_a_clause_that_only_says_when(line, dates):
    """…,8月底前完成 dates what stands before it rather than the date of an earlier clause."""
    assert [str(target.deadlines[0].date) for target in policydoc.find_targets(line, year=2024)] == dates


def test_a_range_may_end_a_schedule():
    """到2015年…30张。到2020年…35-40张: the earlier level is a milestone."""
    line = "到2025年，每千名老年人拥有床位达到30张；到2030年，每千名老年人拥有床位达到35-40张。"

    assert [str(target.kind) for target in policydoc.find_targets(line)] == ["milestone", "target"]


@pytest.mark.parametrize(
    "note",
    ["（2006年3月30日　云政办〔2006〕9号）", "云政办〔2006〕9号　2006年3月30日", "（云政办〔2006〕9号，二〇〇六年三月三十日）"],
)
def test_date_and_number_under_a_title(note):
    """题注: collections of law print both in one line."""
    header = policydoc.parse(f"云泽市人民政府办公室关于建设沼气池的意见\n{note}\n各县人民政府：\n    一、新建沼气池70口。\n").header

    assert header.document_number is not None
    assert (header.document_number.text, str(header.issued_on)) == ("云政办〔2006〕9号", "2006-03-30")


def test_a_date_and_words_are_no_number():
    """A line of a date and a sentence stays what it is."""
    header = policydoc.parse("云泽市人民政府关于建桥的意见\n2006年3月30日会议研究了9号桥。\n一、建桥3座。\n").header

    assert header.document_number is None


def test_a_circular_names_what_was_to_be_done():
    """目标任务:… in a circular on progress orders, 目前进度:… reports."""
    text = (
        "云泽市人民政府办公室关于民生实事进展情况的通报\n各县人民政府：\n现将进展情况通报如下：\n"
        "一、公共文化设施建设项目\n目标任务：建设文化大院10个，农家书屋35个。\n目前进度：争取项目6个，建成文化大院4个。\n"
    )

    assert [str(figure.kind) for figure in policydoc.parse(text).figures if figure.text[0].isdigit()] == [
        "target",
        "target",
        "achievement",
        "achievement",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("实施596户3523人的扶贫搬迁工程。", [("实施", "扶贫搬迁工程", "596户"), ("实施", "扶贫搬迁工程", "3523人")]),
        ("拟组织举办文艺演出30场。", [("举办", "文艺演出", "30场")]),
        ("推动高技术产业增加值占生产总值比重超过17%。", [(None, "高技术产业增加值占生产总值比重", "17%")]),
        ("建设完善县城4所小学。", [("建设完善", "小学", "4所")]),
        ("建设40个村的文化广场50个。", [("建设", "文化广场", "50个")]),
        ("完成柳湾等5个乡镇,51个村的3000口水窖建设。", [("完成", "乡镇", "5个"), ("完成", "水窖建设", "3000口")]),
        ("实施北沟村、石桥村64户259人搬迁项目。", [("实施", "搬迁项目", "64户"), ("实施", "搬迁项目", "259人")]),
        ("今年实施了柳湾至石桥等4条公路改造。", []),
    ],
)
def test_more_words_around_a_target(line, expected):
    """Measures side by side share deed and thing; what stands behind 了 is done."""
    assert told(line) == expected


def test_what_statistics_say_is_done():
    """据统计 opens a review, where 今年 is the year that is over; 完成省定任务的…% closes one."""
    assert kinds("据统计：全市今年新增就业5万人，建成公厕3座。下一步，要新建公厕5座。") == ["achievement", "achievement", "target"]
    assert kinds("今年新建公路12公里，完成省定任务的112%。") == ["achievement", "achievement"]


def test_parts_that_are_done_alike():
    """Parts of one kind go on with the same verb; a level of another thing is none."""
    lines = ("完成投资19亿元。其中大桥建设完成10亿元，铁路建设完成5亿元。", "全面启动医疗保险、覆盖80万人。")

    assert [[str(target.kind) for target in policydoc.find_targets(line)] for line in lines] == [["target", "part", "part"], ["target"]]
    assert told(lines[1]) == [("覆盖", None, "80万人")]
