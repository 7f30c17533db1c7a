"""核对: what does not fit together in a notice is told, and what only looks like it is not."""

from __future__ import annotations

import time

import pytest

import policydoc
from clock import BOUND, growth

PLAN = "云泽市2024年民生实事实施方案\n\n{}"
LIST = "一、驿站建设。新建便民驿站8个。\n二、公厕改造。改造公厕12座。\n三、绿化。新建口袋公园3个。\n"
GROUPS = (
    "一、便民服务{}\n1.新建便民驿站8个。\n2.改造公厕12座。\n二、养老服务{}\n1.新增养老床位30张。\n2.新建助餐点5个。\n3.改造敬老院2所。\n"
)
SITE = "索引号：000123456/{filed}-00012\n文号：{listed}\n发布日期：{published}\n生效日期：{effective}\n失效日期：{expires}\n有效性：{validity}\n\n"
FIELDS = {
    "filed": "2024",
    "listed": "云政办发〔2024〕7号",
    "published": "2024年3月8日",
    "effective": "2024年3月8日",
    "expires": "2029年3月8日",
    "validity": "有效",
}


def told(text: str) -> set[str]:
    """The codes of a text's diagnostics."""
    return {found.code for found in policydoc.parse(text).diagnostics}


def items(*sentences: str, title: str = "云泽市2024年民生实事实施方案") -> str:
    """A plan of these sentences."""
    return "\n".join([title, "", *(f"{numeral}、{sentence}" for numeral, sentence in zip("一二三四五六七八", sentences, strict=False))])


def notice(
    *,
    site: dict[str, str] | None = None,
    number: str = "云政办发〔2024〕7号",
    title: str = "云泽市人民政府办公室关于做好便民服务工作的通知",
    to: str = "各县（区）人民政府：",
    body: str = LIST,
    listed: str = "",
    issuer: str = "云泽市人民政府办公室",
    dated: str = "2024年3月5日",
    after: str = "",
) -> str:
    """A notice of which one element is special."""
    block = SITE.format(**{**FIELDS, **site}) if site is not None else ""
    return f"{block}{number}\n\n{title}\n\n{to}\n{body}\n{listed}\n\n{issuer}\n{dated}\n{after}"


def issued(name: str, enclosed: str, **fields: str) -> str:
    """A cover that hands on a plan."""
    title = f"云泽市人民政府办公室关于印发《{name}》的通知"
    return notice(title=title, body=f"现将《{name}》印发给你们，请认真组织实施。", after=f"\n{enclosed}\n\n{LIST}", **fields)


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        (PLAN.format("2024年，组织实施4项民生实事。\n\n" + LIST), True),
        (PLAN.format("2024年，組織實施四件民生實事。\n\n" + LIST), True),
        (PLAN.format("（共4项）\n" + LIST), True),
        (PLAN.format("本方案共3个方面5项任务。\n\n" + GROUPS.format("", "")), True),
        (PLAN.format(GROUPS.format("（2项）", "（4项）")), True),
        (PLAN.format("2024年，实施2件6项民生实事。\n\n" + GROUPS.format("", "")), True),
        (PLAN.format("2024年，组织实施3项民生实事。\n\n" + LIST), False),
        (PLAN.format("2024年，实施2件5项民生实事。\n\n" + GROUPS.format("", "")), False),
        (PLAN.format("本方案共2个方面5项任务。\n\n" + GROUPS.format("（2项）", "（3项）")), False),
        (PLAN.format("2023年，4项民生实事全部兑现。\n\n" + LIST), False),
        (PLAN.format("二○二三年，承诺的4件实事办理顺利。\n\n" + LIST), False),
        (PLAN.format("为落实省政府确定的4项民生实事，制定本方案。\n\n" + LIST), False),
        (PLAN.format("向社会征集意见建议4件，制定本方案。\n\n" + LIST), False),
        (notice(body="为办好票决的10件民生实事，现通知如下：\n" + LIST), False),
        (notice(body="现将工作报告提出的4项任务分解印发。\n" + LIST, listed="附件：重点任务分解表"), False),
        ("青岭县2024年实施方案\n\n为抓好市政府确定的4件实事，制定本方案。\n" + LIST, False),
    ],
)
def test_declared_counts(text, raised):
    """D001: a number of tasks that is counted at no level; a superior's, last year's, or one whose list is elsewhere is none."""
    assert ("D001" in told(text)) is raised


@pytest.mark.parametrize(
    ("counts", "raised"),
    [(("（2项）", "（3项）"), True), (("（2项）", "（4项）"), False), (("（2项）", ""), False), (("（2件）", "（3件）"), False)],
)
def test_counts_of_sections(counts, raised):
    """D003: the sections declare five together, the plan six; a section without a count, or another unit, leaves it open."""
    assert ("D003" in told(PLAN.format("2024年，组织实施6项民生实事。\n\n" + GROUPS.format(*counts)))) is raised


@pytest.mark.parametrize(
    ("code", "text", "raised"),
    [
        ("D004", items("驿站建设。新建便民驿站8个。", "公厕改造。改造公厕12座。", "驿站建设。做好选址。"), True),
        ("D004", items("便民。新建便民驿站8个。", "改造公厕12座。", "服务。新建便民驿站8个，年底前投用。"), True),
        ("D004", items("便民。新建便民驿站8个。", "改造公厕12座。", "服务。新建便民驿站6个。"), False),
        ("D004", "一、北溪区\n（一）绿化。新建口袋公园8个。\n二、青岭县\n（一）绿化。新建口袋公园8个。", False),
        ("D004", "一、便民\n1.工作目标。新建驿站8个。\n二、养老\n1.工作目标。新增床位30张。", False),
        ("D004", "序号\t任务\t目标\t责任单位\n1\t绿化\t新建口袋公园8个\t北溪区\n2\t绿化\t新建口袋公园8个\t青岭县\n", False),
        ("D004", "序号\t任务\t目标\t责任单位\n1\t绿化\t新建口袋公园8个\t北溪区\n2\t绿化\t新建口袋公园8个\t北溪区\n", True),
        ("D005", PLAN.format(LIST) + "\n附件1\n\n项目清单\n\n一、新建便民驿站8个，位于北溪区。\n二、新增养老床位30张。\n", True),
        ("D005", PLAN.format(LIST) + "\n附件1\n\n项目清单\n\n一、新建便民驿站5个。\n二、新增养老床位30张。\n", False),
        ("D005", PLAN.format(LIST) + "\n附件1\n\n项目清单\n\n一、驿站建设。绘制地图。\n二、新增养老床位30张。\n", False),
        ("D005", PLAN.format(LIST) + "\n附件1\n\n项目清单\n\n一、购置便民驿站8个。\n二、新增养老床位30张。\n", False),
    ],
)
def test_duplicates(code, text, raised):
    """D004: title or promise twice in a part; D005: across parts. Other numbers, other places, general titles are none."""
    assert (code in told(text)) is raised


@pytest.mark.parametrize(
    ("ends", "raised"),
    [
        (["（责任单位：市民政局）"] * 4 + [""], True),
        (["，9月底前完成。"] * 4 + [""], True),
        (["（责任单位：市民政局）"] * 3 + [""], False),
        (["（责任单位：市民政局）"] * 3 + ["", ""], False),
        ([""] * 5, False),
        (["（责任单位：市民政局）"] * 5, False),
    ],
)
def test_gaps(ends, raised):
    """D006: four of five tasks name a unit or a day and the fifth does not."""
    kinds = ("驿站", "公厕", "公园", "床位", "助餐点")
    text = items(*(f"新建{kind}8个{end}" for kind, end in zip(kinds, ends, strict=False)))

    assert ("D006" in told(text)) is raised


@pytest.mark.parametrize(
    ("code", "text", "raised"),
    [
        ("H003", notice(number="云政办发〔2023〕7号"), True),
        ("H003", notice(number="云政办发〔2023〕7号", dated=""), False),
        ("H006", notice(site={"published": "2024年3月1日"}), True),
        ("H006", notice(site={"expires": "2024年3月1日"}), True),
        ("H006", notice(site={}), False),
        ("H006", notice(site={"published": "2024年3月5日"}), False),
        ("H006", notice(site={"expires": ""}), False),
        ("H008", notice(site={"effective": "2024年1月1日"}), True),
        ("H008", notice(site={}), False),
        ("H008", notice(site={"effective": ""}), False),
        ("H008", notice(site={"effective": "2024年3月5日"}), False),
        ("H007", issued("云泽市2022年民生实事实施方案", "云泽市2022年民生实事实施方案"), True),
        ("H007", issued("云泽市2027年民生实事实施方案", "云泽市2027年民生实事实施方案"), True),
        ("H007", issued("云泽市2025年民生实事实施方案", "云泽市2025年民生实事实施方案"), False),
        ("H007", issued("云泽市养老服务行动计划（2022-2024年）", "云泽市养老服务行动计划（2022-2024年）"), False),
        ("H007", notice(title="云泽市人民政府办公室关于2022年民生实事考核结果的通报"), False),
        ("H018", notice(site={"filed": "2022"}), True),
        ("H018", notice(site={"filed": "2025"}), False),
        ("H018", notice(site={}), False),
        ("H018", notice(site={"filed": "2022"}, dated=""), False),
    ],
)
def test_years_and_dates(code, text, raised):
    """The years and days of a header tell one story."""
    assert (code in told(text)) is raised


@pytest.mark.parametrize(
    ("code", "text", "raised"),
    [
        ("H009", notice(site={"listed": "云政办发〔2024〕17号"}), True),
        ("H009", notice(site={"listed": "云政办发[2024]7号"}), False),
        ("H009", notice(site={"listed": ""}), False),
        ("H009", notice(site={"listed": "云政办发〔2024〕17号"}, number=""), False),
        ("H010", notice(body="根据《槐江省养老条例实施办法》（云政办发〔2024〕7号），通知如下：\n" + LIST), True),
        ("H010", notice(body="根据《槐江省养老条例实施办法》（槐政发〔2023〕7号），通知如下：\n" + LIST), False),
        ("H010", notice(body="本通知（云政办发〔2024〕7号）自印发之日起施行。\n" + LIST), False),
        ("H010", notice(body="《关于做好便民服务工作的通知》（云政办发〔2024〕7号）印发后，各地抓紧落实。\n" + LIST), False),
        ("H011", notice(body="根据《槐江省养老办法》（槐政发〔2025〕7号），通知如下：\n" + LIST), True),
        ("H011", notice(body="根据《槐江省养老办法》（槐政发〔2024〕7号），通知如下：\n" + LIST), False),
        ("H011", notice(body="根据《槐江省养老办法》（槐政发〔2015〕7号），通知如下：\n" + LIST), False),
        ("H011", notice(body="根据《槐江省养老规划（2025年）》，通知如下：\n" + LIST), False),
        ("H015", notice(issuer="澜港市人民政府办公室"), True),
        ("H015", notice(issuer="云泽市人民政府"), True),
        ("H015", notice(title="关于做好便民服务工作的通知", issuer="云泽市人民政府"), True),
        ("H015", notice(issuer="云泽市政府办公室"), False),
        ("H015", notice(title="市人民政府办公室关于做好便民服务工作的通知"), False),
        ("H015", notice(title="关于做好便民服务工作的通知", issuer="云泽市民政局"), False),
        ("H015", notice(number="云政发〔2024〕7号", title="云泽市人民政府关于做好服务的通知", issuer="槐江省云泽市人民政府"), False),
        ("H016", issued("云泽市2024年实施方案", "云泽市2024年实施方案", to=""), True),
        ("H016", issued("云泽市2024年实施方案", "云泽市2024年实施方案"), False),
        ("H016", notice(to=""), False),
        ("H016", notice(to="", title="云泽市人民政府办公室关于禁止燃放烟花的通告"), False),
        ("H017", notice(site={"validity": "已废止"}), True),
        ("H017", notice(site={"validity": "失效"}), True),
        ("H017", notice(site={"validity": "现行有效"}), False),
        ("H017", notice(site={"validity": "部分失效"}), False),
        ("H017", notice(site={"validity": ""}), False),
    ],
)
def test_header(code, text, raised):
    """Numbers, issuer, recipients and force of a notice: plain contradictions only."""
    assert (code in told(text)) is raised


@pytest.mark.parametrize(
    ("name", "enclosed", "raised"),
    [
        ("云泽市2024年民生实事实施方案", "云泽市2024年绿色出行实施方案", True),
        ("云泽市2024年民生实事实施方案", "云泽市2024年民生实事实施计划", True),
        ("云泽市2024年民生实事实施方案", "云泽市2024年民生实事实施方案", False),
        ("云泽市2024年民生实事实施方案", "云泽市2024年民生实事实施方案（试行）", False),
        ("2024年民生实事实施方案", "云泽市2024年民生实事实施方案", False),
    ],
)
def test_enclosures(name, enclosed, raised):
    """H004: another subject or another genre than the cover names."""
    assert ("H004" in told(issued(name, enclosed))) is raised


def test_enclosure_about_a_named_document():
    """No H004 where the letter names the report that the enclosed list divides, nor where the list of attachments fits."""
    text = issued("2024年政府工作报告", "云泽市2024年重点工作责任分解表", listed="附件：云泽市2024年重点工作责任分解表")

    assert "H004" not in told(text)
    assert "H004" not in told(issued("政府工作报告", "2024年《政府工作报告》重点工作责任分解表"))


def test_year_in_the_letter():
    """H004: the letter speaks of last year's plan, the title and the plan of this year's."""
    name = "云泽市2024年民生实事实施方案"
    text = issued(name, name).replace(f"现将《{name}》", "现将《云泽市2023年民生实事实施方案》")

    assert "H004" in told(text)


ATTACHED = "\n附件1\n\n驿站名单\n\n一、北溪区。新建便民驿站5个。\n\n附件2\n\n公厕名单\n\n一、北溪区。改造公厕5座。\n"


@pytest.mark.parametrize(
    ("code", "text", "raised"),
    [
        ("H012", PLAN.format(LIST) + ATTACHED.replace("附件2", "附件3"), True),
        ("H012", PLAN.format(LIST) + ATTACHED, False),
        ("H012", PLAN.format(LIST) + ATTACHED.replace("附件1", "附件一").replace("附件2", "附件二"), False),
        ("H012", PLAN.format(LIST), False),
        ("H013", notice(body=LIST + "名单见附件3。", listed="附件：1.驿站名单\n2.公厕名单", after=ATTACHED), True),
        ("H013", notice(body=LIST + "名单见附件。"), True),
        ("H013", notice(body=LIST + "名单见附件2。", listed="附件：1.驿站名单\n2.公厕名单", after=ATTACHED), False),
        ("H013", notice(body=LIST + "随附件寄送样品2份。"), False),
        ("H013", notice(body=LIST + "名单见附件2。", listed="附件：驿站名单（略）"), False),
        ("H014", notice(listed="附件：驿站名单（略）"), True),
        ("H014", notice(listed="附件：1.驿站名单（请到云泽市人民政府网站下载）"), True),
        ("H014", notice(listed="附件：驿站名单", after="\n附件\n\n驿站名单\n\n一、北溪区。新建便民驿站5个。"), False),
        ("H014", notice(body=LIST + "申报材料包括附件，请自行下载填写后报送。"), False),
        ("H014", notice(body=LIST + "会议内容从略。"), False),
    ],
)
def test_attachments(code, text, raised):
    """Attachments skip a number, are missing, or are kept elsewhere."""
    assert (code in told(text)) is raised


@pytest.mark.parametrize(
    ("sentence", "raised"),
    [
        ("新建便民驿站8个，其中北溪区3个、青岭县4个。", True),
        ("新建便民驿站8个，其中北溪区5个、青岭县4个。", True),
        ("培训1.2万人，其中妇女0.5万人、残疾人0.9万人。", True),
        ("新建公厕30座，其中城区20座（其中北区12座、南区7座）、乡镇10座。", True),
        ("新建便民驿站8个，其中北溪区3个、青岭县5个。", False),
        ("新建便民驿站8个，其中北溪区等地3个、青岭县4个。", False),
        ("新建便民驿站80个，其中北溪区5个、青岭县6个。", False),
        ("新建便民驿站约8个，其中北溪区3个、青岭县4个。", False),
        ("培训1.2万人，其中妇女0.52万人、残疾人0.66万人。", False),
        ("新建公厕30座，其中城区20座（其中北区12座、南区8座）、乡镇10座。", False),
        ("新建公厕30座，其中城区20座、乡镇10座，水冲式25座、旱式5座。", False),
    ],
)
def test_sums(sentence, raised):
    """N004: parts that do not come to their total; 等, 约, rounding, examples and two ways of dividing are none."""
    assert ("N004" in told(items(sentence, "新增助餐点5个。"))) is raised


@pytest.mark.parametrize(
    ("code", "sentence", "raised"),
    [
        ("N009", "完成投资3万万元。", True),
        ("N009", "新建公路20公里公里。", True),
        ("N009", "扶持10个个体工商户。", False),
        ("N009", "完成投资3万元。", False),
        ("N009", "新建公路2万公里，公里数居前。", False),
        ("N010", "污水处理率达到120%。", True),
        ("N010", "服务业占比提高到105.5%。", True),
        ("N010", "污水处理率达到100%。", False),
        ("N010", "毛入学率达到110%，任务完成率达到120%。", False),
        ("N010", "财政收入增长120%。", False),
        ("N010", "拨备覆盖率达到150%。", False),
        ("N011", "完成造林面积20公里。", True),
        ("N011", "新增通车里程20平方公里。", True),
        ("N011", "完成造林面积20万亩。", False),
        ("N011", "新增通车里程20公里。", False),
        ("N011", "播种面积增长20%。", False),
        ("N012", "新建公厕-3座。", True),
        ("N012", "新建公厕—3座。", False),
        ("N012", "新建公厕3-5座。", False),
        ("N012", "税收增长-3%。", False),
    ],
)
def test_fitness(code, sentence, raised):
    """A number fits what it counts, or is told."""
    assert (code in told(items(sentence, "新增助餐点5个。"))) is raised


@pytest.mark.parametrize(
    ("sentence", "raised"),
    [
        ("居民参保率由95%提高到97%，提高3个百分点。", True),
        ("床位由120张增加到150张，增加40张。", True),
        ("床位由100张增加到150张，增长40%。", True),
        ("耕地由120万亩增加到150万亩，增加20万亩。", True),
        ("居民参保率由95%提高到97%，提高2个百分点。", False),
        ("居民参保率由95.2%提高到97%，提高1.8个百分点。", False),
        ("能耗由0.52吨下降到0.48吨，下降7.7%。", False),
        ("人均收入由2.1万元提高到2.3万元，增长9.5%。", False),
        ("绿地率由35%提高到38%，提高3%。", False),
        ("床位由100张增加到150张，年均增长10%。", False),
    ],
)
def test_changes(sentence, raised):
    """N013: a change that its two ends do not give; rounding and 百分点 written as % are none."""
    assert ("N013" in told(items(sentence, "新增助餐点5个。"))) is raised


@pytest.mark.parametrize(
    ("code", "sentence", "raised"),
    [
        ("N014", "3月底前完成50%，6月底前完成40%，12月底前完成100%。", True),
        ("N014", "新建驿站500个，3月底前100个，6月底前200个，9月底前450个。", True),
        ("N014", "3月底前完成50%，6月底前完成80%，12月底前完成100%。", False),
        ("N014", "新建驿站500个，3月底前100个，6月底前200个，9月底前500个。", False),
        ("N014", "3月底前新建公园30个，6月底前新建公园20个。", False),
        ("N014", "城镇失业率3月底前控制在5.5%，12月底前控制在5%。", False),
        ("N015", "2024年、2025年、2026年分别新建驿站100个、120个、80个，三年累计新建驿站320个。", True),
        ("N015", "2024年新建驿站100个，2025年新建驿站120个，两年共新建驿站240个。", True),
        ("N015", "2024年、2025年、2026年分别新建驿站100个、120个、80个，三年累计新建驿站300个。", False),
        ("N015", "2024年新建驿站100个，2025年新建驿站120个，三年共新建驿站350个。", False),
        ("N015", "2024年新建驿站100个，2025年新建驿站120个，两年共新建公厕500座。", False),
    ],
)
def test_ladders(code, sentence, raised):
    """N014: a step back, or a last step that is not the total; N015: years beside their total."""
    assert (code in told(items(sentence, "新增助餐点5个。"))) is raised


@pytest.mark.parametrize(
    ("sentence", "raised"),
    [
        ("改造公厕12，培训护理员300人。", True),
        ("新增养老床位30。", True),
        ("改造公厕12座，培训护理员300人。", False),
        ("扶持企业3、4家。", False),
        ("建设5G基站20座，执行标准GB12。", False),
        ("拨打12345，解决群众诉求。", False),
    ],
)
def test_bare_numbers(sentence, raised):
    """N016: nothing says what a number of a task counts."""
    assert ("N016" in told(items(sentence, "新增助餐点5个。"))) is raised


@pytest.mark.parametrize(
    ("code", "sentence", "raised"),
    [
        ("T006", "新增养老床位张，改造公厕12座。", True),
        ("T006", "改造城区公厕座。", True),
        ("T006", "新建农村公路公里，改造危桥3座。", True),
        ("T006", "居民参保率提高个百分点。", True),
        ("T006", "新建公里公路。", True),
        ("T006", "缓解用地紧张，建成一张网，每村新建一座。", False),
        ("T006", "举办便民讲座，逐个走访，改造亩均效益。", False),
        ("T006", "新建便民驿站8个，新增床位几张。", False),
        ("T006", "加大宣传张贴力度，提高公里数，改善整个环境。", False),
        ("T006", "发展10个万亩基地，打造亿元产业。", False),
        ("T007", "新建农村公路约.7公里。", True),
        ("T007", "新增贷款.5亿元。", True),
        ("T007", "新建农村公路0.7公里。", False),
        ("T007", "详见附表.1。", False),
        ("T007", "升级为V2.5版。", False),
        ("T008", "202410月底前新建驿站8个。", True),
        ("T008", "2024年1031日前新建驿站8个。", True),
        ("T008", "2024年10月底前新建驿站8个，120日内办结。", False),
        ("T008", "开展百日攻坚，1200日均客流。", False),
        ("T008", "编号202410的项目，2024年1月3日前完成。", False),
    ],
)
def test_lost_numbers(code, sentence, raised):
    """A measure word without a number, a point without digits before it, a date without its 年 or 月."""
    assert (code in told(items(sentence, "新增助餐点5个。"))) is raised


@pytest.mark.parametrize(
    ("code", "text", "raised"),
    [
        ("T009", "一、新建便民驿站8个，改造农贸市场12个，发展养老产业。\n二、養老服務。新增養老床位30張，改造護理站5個。", True),
        ("T009", "一、新建便民驿站8个，改造农贸市场12个。", False),
        ("T009", "一、養老服務。新增養老床位30張，改造護理站5個。", False),
        ("T009", "一、" + "新建便民驿站8个，改造农贸市场12个。" * 9 + "臺灣「養老」", False),
        ("T010", "一、新建農村公路20公裏，全麵改造危橋3座。", True),
        ("T010", "一、健全機製，建成瞭國傢公園1處，養老床位30張。", True),
        ("T010", "一、新建農村公路20公里，全面改造危橋3座。", False),
        ("T010", "一、瞭解群眾需求，家裏製造麵粉，編製計畫，養老床位30張。", False),
        ("T010", "一、新建农村公路20公里，全面改造危桥3座。", False),
    ],
)
def test_scripts(code, text, raised):
    """Both scripts in one text; characters of another word."""
    assert (code in told(text)) is raised


@pytest.mark.parametrize(
    ("sentence", "raised"),
    [
        ("公园、广场、驿站分别新建3个、4个。", True),
        ("北溪区、青岭县和澜港市分别新建公园3个、4个。", True),
        ("公园、广场分别新建3个、4个。", False),
        ("公园和广场、驿站和公厕分别新建3个、4个。", False),
        ("我市与北溪区共建的公园、广场分别新建3个、4个。", False),
        ("公园、广场等分别新建3个、4个、5个。", False),
    ],
)
def test_respectively(sentence, raised):
    """N005: more objects than values; what 与 and 和 join may be one."""
    assert ("N005" in told(items(sentence, "新增助餐点5个。"))) is raised


@pytest.mark.parametrize(
    ("when", "raised"), [("2024年2月底前", True), ("每年2月底前", False), ("6月底前", False), ("2025年2月底前", False)]
)
def test_deadlines_before_issue(when, raised):
    """E001: a day that was over when the notice was dated; what recurs each year is none."""
    assert ("E001" in told(notice(body=f"一、{when}新建便民驿站8个。\n二、改造公厕12座。"))) is raised


@pytest.mark.parametrize(
    "unit",
    [
        "其中3个、",
        "见附件2，",
        "由1%提高到2%，提高3个百分点，",
        "3月底前50%，6月底前40%，",
        "新增床位张，",
        "（3项）",
        "1万万",
        "一、新建便民驿站8个。\n",
        "附件1\n清单\n一、新建便民驿站8个。\n",
    ],
)
def test_linear(unit):
    """Four times the text costs at most eight times the time."""

    def cost(times: int) -> float:
        start = time.process_time()
        policydoc.parse("云泽市2024年实施方案\n一、新建驿站8个。" + unit * times)
        return time.process_time() - start

    cost(20)

    assert growth(cost, 250, 1000, 0.02) <= BOUND
