"""What tells a running head, a paragraph's end, a letterspaced line and a table's cell in other layouts than the usual one."""

from __future__ import annotations

import time

import pytest

import policydoc
from policydoc.layout import lines

SENTENCES = "新建公厕5座，改造老旧小区12个，2024年9月底前完成。"


def written(text, role="text"):
    """The lines of a role."""
    return [line.text for line in lines(text) if line.role == role and line.text]


@pytest.mark.parametrize(
    ("set_apart", "plain"),
    [
        ("2 0 2 4 年 3 月 5 日", "2024年3月5日"),
        ("２　０　２　４　年　３　月　５　日", "2024年3月5日"),
        ("澜 港 市 2 0 2 5 年 工 作 要 点", "澜港市2025年工作要点"),
        ("（ 2 0 2 3 — 2 0 2 5 年 ）", "(2023-2025年)"),
        ("二 ○ 一 二 年 七 月 九 日", "二〇一二年七月九日"),
    ],
)
def test_letterspaced_lines(set_apart, plain):
    """A title or date with blanks between its characters has none."""
    assert written(set_apart)[0].replace("○", "〇") == plain


def test_rows_of_numbers_are_not_letterspaced():
    """Numbers beside each other stay apart."""
    assert written("序号 1 2 3 4 5 6") == ["序号1 2 3 4 5 6"]


def pages(head, *, mark="— {} —", title=True):
    """A text of three pages whose sentences the pages break."""
    body = [
        "　　一、新建改建农村公路三十公里，整治背街小巷十二条，提升城乡居民的出行",
        "环境，其中青岭县负责八条。新增公共停车泊位六百个，建设电动自行车充电",
        "桩二百个，方便群众日常出行。加快推进老旧小区改造，完善配套的养老和托",
        "育设施，为老年人提供助餐服务，全年新增社区食堂九家，覆盖主要城镇社区。",
    ]
    parts = [*([head, ""] if title else []), *body, "", mark.format(1), "", head, "", *body, "", mark.format(2), "", head, "", *body]
    return "\n".join(parts)


@pytest.mark.parametrize("head", ["青岭县2024年民生工作方案", "北溪区重点项目清单", "云泽市人民政府公报"])
def test_running_heads_of_few_pages(head):
    """A head that stands below two pages' numbers is none of the text; what stands above all of it is the title."""
    found = written(pages(head))

    assert found[0] == head
    assert head not in found[1:]
    assert all(head not in line for line in found[1:])


def test_head_that_breaks_one_sentence():
    """Two pages have one head: it is known from the title."""
    head = "青岭县2024年民生工作方案"
    text = pages(head).rsplit("\n— 2 —", 1)[0]

    assert [line for line in written(text) if head in line] == [head]


def test_title_of_an_attachment_on_top_of_a_page():
    """What stands there once and nowhere else stays."""
    text = "现印发给你们，请认真组织实施。\n\n云泽市人民政府\n2024年3月5日\n\n— 1 —\n\n北溪区重点项目清单\n\n一、新建公厕5座。\n\n— 2 —\n\n二、改造公园3个。"

    assert "北溪区重点项目清单" in written(text)


WRAPPED = """\
澜港市住房城乡建设局、市城市管理局要加强统筹，协调各县区按照时序推进工程。
各县区人民政府要落实属地责任，把各项任务分解到具体科室、具体人员，确保年
底前全部完成。对进度滞后的，由市政府督查室予以通报，情节严重的予以约谈。
各有关单位要加强宣传，及时总结好的经验做法。

二是新建口袋公园十二个，改造提升城市公园三个，新增绿道四十公里，方便群众
就近休闲健身，增加公共空间。

三是整治背街小巷二十六条，更换破损路灯三百盏，改造老旧窨井盖一千二百套，
方便居民夜间的日常出行。

四是开展农村人居环境整治，新建改建户厕六百座，建设污水处理设施八处，提高
农村生活污水治理水平。

五是新增普惠托位四百个，建设社区托育点九个，为双职工家庭提供便利服务，缓
解群众的后顾之忧。
"""


def test_blank_lines_tell_paragraphs():
    """Where a blank line stands behind each paragraph, a sentence that ends at the margin ends none."""
    found = written(WRAPPED)

    assert len(found) == 5
    assert found[0].endswith("经验做法。")


def test_blank_line_behind_a_full_line():
    """A title or an address that fills its line ends there."""
    address = "各县（市、区）人民政府，市政府各部门、各直属机构，各中央和省属驻云泽市单位："

    assert written(address + "\n\n" + WRAPPED)[0].endswith("单位:")


@pytest.mark.parametrize("duty", ["（市城管局负责）", "（市住建局牵头，各县〔区〕配合）", "（责任单位：市水务局；由市财政局配合）"])
def test_duty_behind_a_full_line(duty):
    """Who answers stands behind the item, also where its last sentence fills the line."""
    item = "一、整治背街小巷二十六条，更换路灯三百盏，改造老旧窨井盖，方便居民日常出行。"
    more = "二、新建口袋公园十二个，改造提升城市公园三个，新增绿道四十公里，方便群众\n就近休闲健身，增加公共空间。\n" * 4

    assert written(f"{item}\n{duty}\n{more}")[0].endswith((")", ")。"))


def test_list_behind_a_full_line():
    """The next item of a list that began in a paragraph is in it."""
    text = (
        "今年办好四件实事：（1）新建改建户厕六百座，建设污水处理设施八处，提高水平；\n"
        "（2）整治背街小巷二十六条，更换破损路灯三百盏，方便居民出行。（3）便民出行。\n"
        "新建农村公路四十公里，改造危桥六座，具备条件的建制村全部开通客车，方便群众\n"
        "日常出行。（4）新增普惠托位四百个，建设社区托育点九个，为家庭提供便利服务，\n缓解后顾之忧。\n" * 2
    )

    assert written(text)[0].endswith("后顾之忧。")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("新建农村公路四十公里，实施国道养护工程三项，新增公共停车泊位六百个，改造", "四、五类危桥四座，完善安全设施。"),
        ("新建农村水库管护站房十二处，实施安全监测工程三项，完成病险水库加固，其中小", "（2）型水库17座，中型水库二座。"),
        ("加大城乡居民就业的服务力度，开展职业技能的培训和鉴定，就业率不低于百分之八", "十五，新增城镇就业三千人左右。"),
        ("各单位要贯彻落实《云泽市城市公共交通管理条例》和《云泽市道路安全管理办法》", "第十七条，完善公共交通设施建设。"),
        ("建设城市书房六十家、乡村书吧一百家，改造提升乡镇的综合文化站，全年新增34个", "[2]；更新室外健身器材六千件。"),
        ("过去的一年里，全市的十件民生实事全部办结，城镇新增就业人数达到历史新高62.", "3万人，改造老旧小区一百个。"),
    ],
)
def test_line_that_only_looks_like_an_item(first, second):
    """A line that reached the margin inside a sentence goes on, whatever the next one begins with."""
    rest = "一、整治背街小巷二十六条，更换破损的路灯三百盏，改造老旧窨井盖一千二百套，\n方便居民夜间的日常出行。\n" * 4

    assert written(f"{first}\n{second}\n{rest}")[0].endswith(written(second)[0])


def test_bare_number_of_a_page_before_a_heading():
    """A number alone on its line is not joined with a heading that has none."""
    text = "　　①新建改建农村公路四千公里，其中双车道一千二百公里，优良中等路率达到九成。\n\n7\n　　提升运输服务品质\n"

    assert "提升运输服务品质" in written(text * 2)


def test_bracket_that_a_cell_s_line_broke():
    """The rest of a bracket belongs to the cell that opened it."""
    text = "序号\n事项\n内容\n责任单位\n1\n蓄水池\n新建蓄水池8口（每口不少于50立方\n米）\n县林业局\n2\n公厕\n新建公厕3座\n县城管局"

    assert written(text, "table")[1] == "1\t蓄水池\t新建蓄水池8口(每口不少于50立方米)\t县林业局"


def test_category_before_the_number():
    """A category holds for several numbered rows, also where a row has an empty cell."""
    text = "领域\n序号\n项目名称\n牵头单位\n配合单位\n完成时限\n交通\n1\n公路\n县交通局\n县财政局\n9月底\n2\n公交\n县交通局\n6月底\n水利\n3\n水库\n县水利局\n各镇\n年底"

    assert written(text, "table")[1:] == [
        "交通\t1\t公路\t县交通局\t县财政局\t9月底",
        "\t2\t公交\t县交通局\t\t6月底",
        "水利\t3\t水库\t县水利局\t各镇\t年底",
    ]


def test_group_s_number_on_a_line_of_its_own():
    """一⏎基础设施 before the first row names a group."""
    text = "序号\n项目\n内容\n责任单位\n一\n基础设施（2个）\n1\n公路\n新建公路8公里\n县交通局\n2\n公厕\n新建公厕3座\n县城管局"

    assert "1\t公路\t新建公路8公里\t县交通局" in written(text, "table")


@pytest.mark.parametrize(
    "grown",
    [
        lambda size: SENTENCES * size,
        lambda size: "序号\n项目名称\n责任单位\n" * (size // 4),
        lambda size: f"{SENTENCES}\n\n— 3 —\n\n云泽市人民政府公报\n" * (size // 4),
        lambda size: "（1）便民。" * size + "\n（2）公厕。" * 3,
        lambda size: "公 厕 2 " * size,
    ],
    ids=["one paragraph", "titles of columns", "pages", "inline items", "letterspaced"],
)
def test_time_is_linear(grown):
    """Four times the text takes at most eight times as long."""

    def spent(size):
        text = grown(size)
        start = time.process_time()
        policydoc.parse(text)
        return time.process_time() - start

    spent(50)
    small, large = min(spent(400) for _ in range(2)), spent(1600)

    assert large <= max(8 * small, 0.5)
