"""Numbers that were misread, misplaced, lost or written another way, and headings without numbers."""

from __future__ import annotations

import pytest

from policydoc import parse
from policydoc.layout import lines
from policydoc.outline import nodes, outline
from policydoc.outline.misread import misread_at
from policydoc.text.fold import fold


def sections(text: str) -> str:
    """Id and title of every section, in reading order; ! where the number was read from damage, * where it was inferred."""
    found = lines(text)
    sources = {"printed": "", "repaired": "!", "inferred": "*"}
    tree = nodes(text, found, "p", outline(found, 0, len(found)).sections)
    return " ".join(f"{node.id[2:]}{sources[node.section.ordinal_source]}:{node.title or ''}" for node in tree)


FACTS = {
    "a point of the Arabic number was read as a letter": (
        "l.泵站。建成3座。\n2.水渠。整修9公里。\n3.河道。疏浚2条。",
        "1!:泵站 2:水渠 3:河道",
    ),
    "a capital I at the start of a list": ("I.泵站。建成3座。\n2.水渠。整修9公里。\n3.河道。疏浚2条。", "1!:泵站 2:水渠 3:河道"),
    "the letter O in a number": (
        "\n".join(f"{number}.泵站。建成3座。" for number in [*range(1, 10), "1O", 11]),
        " ".join(f"{number}:泵站" if number != 10 else "10!:泵站" for number in range(1, 12)),
    ),
    "strokes for numerals": (
        "—、泵站\n建成3座。\n=、水渠\n整修9公里。\n≡、河道\n疏浚2条。\n四、堤防\n加固5公里。",
        "1!:泵站 2!:水渠 3!:河道 4:堤防",
    ),
    "人 for 八": ("六、泵站\n建成3座。\n七、水渠\n整修9公里。\n人、河道\n疏浚2条。\n九、堤防\n加固。", "6:泵站 7:水渠 8!:河道 9:堤防"),
    "人 where eight is not due": ("一、泵站\n建成3座。\n人、财、物向基层倾斜。\n二、水渠\n整修9公里。", "1:泵站 2:水渠"),
    "the sign behind the number was lost": (
        "一、总体要求\n坚持为民。\n二重点任务\n新建公厕。\n三、保障措施\n加强领导。",
        "1:总体要求 2:重点任务 3:保障措施",
    ),
    "a numeral that begins a word": (
        "一、总体要求\n坚持为民。\n二级医院达标。\n三是压实责任。\n二、重点任务\n新建公厕。",
        "1:总体要求 2:重点任务",
    ),
    "numbers without any sign": (
        "一、经验\n1认清形势，把握政策\n照旧执行。\n2统一规范，强化管理\n照旧执行。",
        "1:经验 1.1:认清形势，把握政策 1.2:统一规范，强化管理",
    ),
    "the right bracket of an Arabic number is missing": (
        "（1）泵站。建成3座。\n（2水渠。整修9公里。\n（3）河道。疏浚2条。",
        "1:泵站 2:水渠 3:河道",
    ),
    "a bracket of another shape": ("〈1）泵站。建成3座。\n〈2）水渠。整修9公里。", "1:泵站 2:水渠"),
    "the article's own sign is misspelt": (
        "第一条 本办法适用于泵站。\n条二条 泵站由北溪区管护。\n第三条 自公布之日起施行。",
        "1: 2!: 3:",
    ),
    "the numerals of one stroke were lost": (
        "第一节 泵站\n、新建泵站。建成3座。\n、改建泵站。改建5座。\n三、管护。落实专人。\n第二节 水渠\n、新建水渠。建成9公里。\n、整修水渠。整修7公里。\n三、清淤。清淤2公里。",
        "1:泵站 1.1*:新建泵站 1.2*:改建泵站 1.3:管护 2:水渠 2.1*:新建水渠 2.2*:整修水渠 2.3:清淤",
    ),
    "one heading without its number": (
        "一、总体要求\n坚持为民。\n重点任务\n新建公厕。\n三、保障措施\n加强领导。",
        "1:总体要求 2*:重点任务 3:保障措施",
    ),
    "one paragraph without its number": (
        "（一）公厕改造。新建3座。\n（二）公园建设。新建2个。\n道路整修。整修5公里。\n（四）泵站更新。更新1座。",
        "1:公厕改造 2:公园建设 3*:道路整修 4:泵站更新",
    ),
    "a paragraph more is no lost item": (
        "（一）公厕改造。新建3座。\n另新增扶手。方便老人。\n（二）公园建设。新建2个。\n道路整修。整修5公里。\n（四）泵站更新。更新1座。",
        "1:公厕改造 2:公园建设 4:泵站更新",
    ),
    "the sign of a higher level, which that level has had already": (
        "一、思想\n坚持为民。\n二、任务\n（一）泵站。建成3座。\n二.水渠。整修9公里。\n（三）河道。疏浚2条。\n三、保障\n加强领导。",
        "1:思想 2:任务 2.1:泵站 2.2:水渠 2.3:河道 3:保障",
    ),
    "brackets without any punctuation before them": ("（一）公厕改造（二）公园建设\n（三）道路整修", "1:公厕改造 2:公园建设 3:道路整修"),
    "inline items without any punctuation between": ("实行三项制度（1）派单（2）督办（3）通报。", "1: 2: 3:"),
    "an item cited in a sentence": ("一、目标\n按照附件（1）和式（2）计算，落实第（一）项要求。\n二、任务\n新建公厕。", "1:目标 2:任务"),
    "an amount behind a full stop": ("1.泵站。1.5亿元用于泵站。2.3万户受益。\n2.水渠。整修9公里。", "1:泵站 2:水渠"),
    "a day of remembrance": (
        "1.泵站。建成3座。\n2.水渠。整修9公里。\n3.11地震灾后重建项目完工。\n3.河道。疏浚2条。",
        "1:泵站 2:水渠 3:河道",
    ),
    "trades in a row": ("一、任务\n二、三产业融合发展。\n二、保障\n加强领导。", "1:任务 2:保障"),
    "a comma behind the number": ("1，泵站。建成3座。\n2，水渠。整修9公里。", "1:泵站 2:水渠"),
    "small letters": ("1.泵站\na.北溪区。2座。\nb.青岭县。1座。\n2.水渠\n整修9公里。", "1:泵站 1.1:北溪区 1.2:青岭县 2:水渠"),
    "letters before brackets": ("1.泵站\na)北溪区。2座。\nb)青岭县。1座。\n2.水渠\n整修9公里。", "1:泵站 1.1:北溪区 1.2:青岭县 2:水渠"),
    "第1项": ("第1项：新建泵站\n建成3座。\n第2项：整修水渠\n整修9公里。", "1:新建泵站 2:整修水渠"),
    "第一件实事": ("第一件实事：5G网络。新建基站80座。\n第二件实事：水渠。整修9公里。", "1:5G网络 2:水渠"),
    "stages": (
        "一、步骤\n第一阶段（3月）：动员。召开会议。\n第二阶段（4月至9月）：实施。按图施工。\n二、要求\n加强领导。",
        "1:步骤 1.1: 1.2: 2:要求",
    ),
    "stages without any sign": (
        "四、步骤\n第一阶段宣传发动。召开动员会议。\n第二阶段集中整治。按图施工。\n五、要求\n加强领导。",
        "4:步骤 4.1:宣传发动 4.2:集中整治 5:要求",
    ),
    "a stage in a sentence": ("一、步骤\n第一阶段的任务是动员。\n第二阶段中，按图施工。\n二、要求\n加强领导。", "1:步骤 2:要求"),
    "a number that stands apart before its text": (
        "一　泵站。建成3座，年底投运，由北溪区负责管护，市水务局负责监督检查并通报情况。\n二　水渠。整修9公里。",
        "1:泵站 2:水渠",
    ),
    "numbers of two parts with a look-alike between": (
        "1.总则\n1.1目的\n5.12地震灾后重建。\n1.2范围\n适用于北溪区。\n2.组织\n2.1指挥部\n区长任总指挥。",
        "1:总则 1.1:目的 1.2:范围 2:组织 2.1:指挥部",
    ),
    "items below numbers of three parts": (
        "1 总则\n1.1 目的\n1.1.1 依据\n（1）法律。依法。\n（2）规章。依规。\n1.1.2 范围\n全区。\n1.2 原则\n1.2.1 快速\n（1）响应。及时。\n（2）处置。及时。",
        "1:总则 1.1:目的 1.1.1:依据 1.1.1.1:法律 1.1.1.2:规章 1.1.2:范围 1.2:原则 1.2.1:快速 1.2.1.1:响应 1.2.1.2:处置",
    ),
    "首先 to 最后 in one paragraph": ("会议指出，首先，要明确专人。其次，要落实资金。最后，要加强督导。", "1: 2: 3:"),
    "an inline list behind a title in brackets": ("1.【泵站】一是新建3座；二是改建2座。\n2.【水渠】整修9公里。", "1:泵站 1.1: 1.2: 2:水渠"),
    "a box behind single paragraphs": (
        "第一节 设施\n一、泵站。建成3座。\n二、水渠。整修9公里。\n专栏1 重点项目\n1.东坝泵站：1座。\n2.西坝泵站：2座。\n三、河道。疏浚2条。",
        "1:设施 1.1:泵站 1.2:水渠 1.1~2:重点项目 1.1~2.1:东坝泵站 1.1~2.2:西坝泵站 1.3:河道",
    ),
    "a box below a heading": (
        "一、设施\n（一）泵站\n建成3座。\n专栏1 重点项目\n1.东坝泵站：1座。\n（二）水渠\n整修9公里。",
        "1:设施 1.1:泵站 1.1.1:重点项目 1.1.1.1:东坝泵站 1.2:水渠",
    ),
    "a box that goes on overleaf": (
        "第一节 泵站\n专栏1 重点项目\n东坝泵站1座。\n专栏1 重点项目（续）\n西坝泵站2座。\n第二节 水渠\n整修。",
        "1:泵站 1.1:重点项目 2:水渠",
    ),
    "附则 behind the last chapter": (
        "第一章 总则\n第一条 为规范管护，制定本办法。\n第二章 管护\n第二条 由北溪区管护。\n附则\n第三条 自公布之日起施行。",
        "1:总则 1.1: 2:管护 2.2: u1:附则 u1.3:",
    ),
    "rules whose chapters have no numbers": (
        "总则\n第一条 为规范管护，制定本办法。\n第二条 由北溪区管护。\n附则\n第三条 自公布之日起施行。",
        "u1:总则 u1.1: u1.2: u2:附则 u2.3:",
    ),
    "headings without number, paragraphs that count on": (
        "安居\n1. 政府會興建公屋，並縮短輪候時間。\n2. 政府會加快重建舊區。\n醫療\n3. 政府會增加病床。\n4. 政府會培訓護士。",
        "u1:安居 u1.1: u1.2: u2:醫療 u2.3: u2.4:",
    ),
    "units under items are no headings": ("1.新建泵站3座。\n市水务局\n2.整修水渠9公里。\n市水务局\n3.疏浚河道2条。\n市水务局", "1: 2: 3:"),
    "bold headings": ("**泵站建设**\n新建泵站3座。\n**水渠整修**\n整修水渠9公里。", "u1:泵站建设 u2:水渠整修"),
    "a blank between title and text": (
        "（一）公厕工程　新建公厕3座，改造5座。\n（二）公园工程　新建公园2个。\n（三）养老服务",
        "1:公厕工程 2:公园工程 3:养老服务",
    ),
    "blanks around digits": ("（一）北溪園區於 113 年啟用，面積 3 公頃。\n（二）青嶺館迄 112 年底服務 5 萬人次。", "1: 2:"),
    "a lone blank in a sentence": ("（一）新建 公厕3座，改造5座。\n（二）新建公园2个。", "1: 2:"),
    "a jump in an extract of rules": ("第三条 本办法适用于泵站。\n第三条第一款规定的除外。\n第十一条 由北溪区管护。", "3: 11:"),
    "the numbered notes of one line": ("一、任务\n新建公厕。\n说明：1.数据截至年底；2.面积为建筑面积。", "1:任务"),
}


@pytest.mark.parametrize("name", FACTS)
def test_sections(name):
    """Ids, which show level and ordinal, where the ordinals are from, and titles."""
    text, expected = FACTS[name]

    assert sections(text) == expected


@pytest.mark.parametrize("text", ["新建公厕3座", "三级医院", "五年来", "十大工程", "人才、资金", "（2024年）", "I类项目", "二是压实责任"])
def test_words_are_not_misread(text):
    """Words, grades and years start with no misread number."""
    assert misread_at(fold(text)) == ()


def test_days_are_no_amounts_in_titles():
    """A stage may name its days."""
    assert sections("（一）自查阶段（7月3日至7月15日）。逐一自查。\n（二）整治阶段（7月16日至8月31日）。逐一整治。") == (
        "1:自查阶段（7月3日至7月15日） 2:整治阶段（7月16日至8月31日）"
    )


def test_amount_behind_a_number():
    """2.1.5亿元 is the second item, of 1.5亿元, where the first and the third stand around it."""
    text = "一、重点任务\n1.5G网络建设。新建基站30个。\n2.1.5亿元产业基金设立。支持企业20家。\n3.2024年底前完成改造。改造小区3个。"

    assert [(section.label, section.title) for section in parse(text).parts[0].sections[0].sections] == [
        ("1.", "5G网络建设"),
        ("2.", None),
        ("3.", "2024年底前完成改造"),
    ]
