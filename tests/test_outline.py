"""The section tree: markers, look-alikes, irregular numbers, inline items, titles, ends, contents pages, wrapped lines."""

from __future__ import annotations

import pytest

import policydoc
from policydoc.layout import lines
from policydoc.outline import nodes, outline
from policydoc.rules.diagnostics import diagnostics


def sections(text: str) -> list[tuple[str, str | None]]:
    """Id and title of every section, in reading order."""
    found = lines(text)
    return [(node.id[2:], node.title) for node in nodes(text, found, "p", outline(found, 0, len(found)).sections)]


def codes(text: str, damaged: list[tuple[int, int]] | None = None) -> list[str]:
    """The codes of the outline's diagnostics."""
    found = lines(text)
    return [finding["code"] for finding in outline(found, 0, len(found), damaged or ()).diagnostics]


FACTS = {
    "points, commas and full-width points rank alike": (
        "一．总体要求\n坚持为民。\n二.重点任务\n1．新建公厕。年内建成。\n2、改造公园。年内建成。\n三，保障措施\n加强领导。",
        [("1", "总体要求"), ("2", "重点任务"), ("2.1", "新建公厕"), ("2.2", "改造公园"), ("3", "保障措施")],
    ),
    "brackets of mixed width and signs of one character rank alike": (
        "（一)新建泵站。建成3座。\n(二）整修水渠。整修9公里。\n㈢疏浚河道。疏浚2条。",
        [("1", "新建泵站"), ("2", "整修水渠"), ("3", "疏浚河道")],
    ),
    "a bracket is missing": (
        "（一新建泵站。建成3座。\n二）整修水渠。整修9公里。\n（三）疏浚河道。疏浚2条。",
        [("1", "新建泵站"), ("2", "整修水渠"), ("3", "疏浚河道")],
    ),
    "a comma behind the bracket belongs to the label": (
        "（一）、加强领导。成立专班。\n（二）、强化保障。落实资金。",
        [("1", "加强领导"), ("2", "强化保障")],
    ),
    "Arabic number between Chinese ones": (
        "（一）新建泵站。建成3座。\n（2）整修水渠。整修9公里。\n（三）疏浚河道。疏浚2条。",
        [("1", "新建泵站"), ("2", "整修水渠"), ("3", "疏浚河道")],
    ),
    "the sign of a higher level on an item": (
        "一、任务\n（一）泵站。建成3座。\n二.水渠。整修9公里。\n（三）河道。疏浚2条。\n二、保障\n加强领导。",
        [("1", "任务"), ("1.1", "泵站"), ("1.2", "水渠"), ("1.3", "河道"), ("2", "保障")],
    ),
    "a number glued to the words is an item where it is due": (
        "一、数字基建\n1.5G网络建设。新建基站。\n2.4K超高清改造。改造频道。\n3.2025年底前完成改造。更新管网。\n4.8月底前完成招标。选定单位。",
        [("1", "数字基建"), ("1.1", "5G网络建设"), ("1.2", "4K超高清改造"), ("1.3", "2025年底前完成改造"), ("1.4", "8月底前完成招标")],
    ),
    "percent and road numbers behind the point": (
        "1.新建公厕3座。\n2.100%完成雨污分流。北溪区全覆盖。\n3.104国道改造。改造12公里。",
        [("1", None), ("2", None), ("3", "104国道改造")],
    ),
    "amounts at the start of a line are text": (
        "一、投资安排\n全年计划投资\n1.5亿元用于农村公路。\n2.3万户居民受益。\n二、工作要求\n加强领导。",
        [("1", "投资安排"), ("2", "工作要求")],
    ),
    "grades in a row are text": (
        "一、主要任务\n一、二、三级公路改造60公里。\n二、三级医院建成3家。\n二、工作要求\n按期完成。",
        [("1", "主要任务"), ("2", "工作要求")],
    ),
    "hotlines, voltages and words are text": ("12345热线办结率达98%。\n110千伏变电站2座。\n一般债券2亿元。\n十分重要。", []),
    "a cited item is text": (
        "一、目标\n按照第（一）、（二）项要求，\n（一）项所列工程年内完成。\n二、任务\n符合第（一）、（二）项的从优。",
        [("1", "目标"), ("2", "任务")],
    ),
    "articles count through the chapters": (
        "第一章　总则\n第一条　为规范补贴，制定本办法。\n第二条　补贴从优。\n第二章　标准\n第三条　标准如下：\n（一）新建的，每座3万元；\n"
        "（二）改建的，每座1万元。\n第三条的规定适用于续建。\n第四条　自公布之日起施行。",
        [("1", "总则"), ("1.1", None), ("1.2", None), ("2", "标准"), ("2.3", None), ("2.3.1", None), ("2.3.2", None), ("2.4", None)],
    ),
    "chapter and article on one line": (
        "第一章　总则　第一条　为规范补贴，制定本办法。\n第二条　补贴从优。\n第二章　规划建设　第三条　按座计算。",
        [("1", "总则"), ("1.1", None), ("1.2", None), ("2", "规划建设"), ("2.3", None)],
    ),
    "一、 counts through the chapters": (
        "第一章　总则\n一、甲事项。内容。\n二、乙事项。内容。\n第二章　职责\n三、丙事项。内容。",
        [("1", "总则"), ("1.1", "甲事项"), ("1.2", "乙事项"), ("2", "职责"), ("2.3", "丙事项")],
    ),
    "the ladder of Taiwan": (
        "壹、施政目標\n持續推動。\n貳、重點工作\n一、長照服務\n（一）據點：新設10處。\n1、北區\n(1)日照中心：2處。\n(2)巷弄站：3處。\n參、其他\n配合辦理。",
        [
            ("1", "施政目標"),
            ("2", "重點工作"),
            ("2.1", "長照服務"),
            ("2.1.1", "據點"),
            ("2.1.1.1", "北區"),
            ("2.1.1.1.1", "日照中心"),
            ("2.1.1.1.2", "巷弄站"),
            ("3", "其他"),
        ],
    ),
    "decimal numbers": (
        "1 总则\n1.1 编制目的\n规范处置。\n1.2 适用范围\n适用于北溪区。\n2 组织体系\n2.1 指挥部\n区长任总指挥。\n2.1.1 住建组\n负责抢险。\n2.1.2 民政组\n负责救助。",
        [
            ("1", "总则"),
            ("1.1", "编制目的"),
            ("1.2", "适用范围"),
            ("2", "组织体系"),
            ("2.1", "指挥部"),
            ("2.1.1", "住建组"),
            ("2.1.2", "民政组"),
        ],
    ),
    "the number stands apart": (
        "一 总体要求\n坚持为民。\n二 重点任务\n新建公厕。\n三 保障措施\n加强领导。",
        [("1", "总体要求"), ("2", "重点任务"), ("3", "保障措施")],
    ),
    "numbers go on under the next parent": (
        "一、安居（2项）\n1.公厕改造\n新建公厕3座。\n责任单位：市城管局\n2.公园改造\n新建公园2个。\n二、出行（1项）\n3.道路整修\n整修5公里。",
        [("1", "安居（2项）"), ("1.1", "公厕改造"), ("1.2", "公园改造"), ("2", "出行（1项）"), ("2.3", "道路整修")],
    ),
    "levels may be skipped": (
        "一、甲\n1.子项。内容。\n2.子项。内容。\n二、乙\n（一）丙。内容。\n1.孙项。内容。\n（二）丁。内容。",
        [("1", "甲"), ("1.1", "子项"), ("1.2", "子项"), ("2", "乙"), ("2.1", "丙"), ("2.1.1", "孙项"), ("2.2", "丁")],
    ),
    "1. above （一）, as the document has it": (
        "1.公厕\n（一）新建。建成3座。\n（二）改建。改建5座。\n2.公园\n（一）新建。建成2个。",
        [("1", "公厕"), ("1.1", "新建"), ("1.2", "改建"), ("2", "公园"), ("2.1", "新建")],
    ),
    "a list before the first heading": (
        "本方案遵循：\n1.公平。一视同仁。\n2.公开。接受监督。\n一、任务\n1.公厕。建成3座。\n二、保障\n加强领导。",
        [("1", "公平"), ("2", "公开"), ("1~2", "任务"), ("1~2.1", "公厕"), ("2~2", "保障")],
    ),
    "一是 on lines of their own": (
        "一、强化领导\n一是压实责任。明确专人。\n二是加强调度。每月通报。\n二、强化保障\n落实资金。",
        [("1", "强化领导"), ("1.1", "压实责任"), ("1.2", "加强调度"), ("2", "强化保障")],
    ),
    "首先 to 最后": (
        "首先，加强领导。成立专班。\n其次，加强保障。落实资金。\n最后，加强宣传。营造氛围。",
        [("1", "加强领导"), ("2", "加强保障"), ("3", "加强宣传")],
    ),
    "第一 and 第二": ("第一，加强领导。成立专班。\n第二，加强保障。落实资金。", [("1", "加强领导"), ("2", "加强保障")]),
    "named counters": (
        "任务一：新建公厕\n建成3座。\n任务二：改造公园\n改造2个。\n任务一览表",
        [("1", "新建公厕"), ("2", "改造公园")],
    ),
    "named counters set apart": ("项目一 新建公厕\n建成3座。\n项目二 改造公园\n改造2个。", [("1", "新建公厕"), ("2", "改造公园")]),
    "boxes": ("专栏1　重点项目\n新建泵站3座。\n专栏2　重点工程\n新建水库1座。", [("1", "重点项目"), ("2", "重点工程")]),
    "letters and stems": (
        "甲、新建公厕：新建3座。\nA.北溪区。2座。\nB.青岭县。1座。\n乙、改造公园：改造2个。",
        [("1", "新建公厕"), ("1.1", "北溪区"), ("1.2", "青岭县"), ("2", "改造公园")],
    ),
    "signs of one character": (
        "⒈新建公厕。新建3座。\n⑴北溪区。2座。\n⑵青岭县。1座。\n⒉改造公园。改造2个。",
        [("1", "新建公厕"), ("1.1", "北溪区"), ("1.2", "青岭县"), ("2", "改造公园")],
    ),
    "inline list of projects": (
        "会议议定：一是新建公厕3座。二是改造公园2个。三是整修道路5公里。",
        [("1", None), ("2", None), ("3", None)],
    ),
    "inline list with a title among its items": (
        "继续办好实事：（1）新建公厕3座；（2）改造公园：新增绿地2处。（3）整修道路5公里。",
        [("1", None), ("2", "改造公园"), ("3", None)],
    ),
    "inline list below an item": (
        "（一）强化领导。一要压实责任；二要加强调度；三要严格考核。\n（二）强化保障。落实资金。",
        [("1", "强化领导"), ("1.1", None), ("1.2", None), ("1.3", None), ("2", "强化保障")],
    ),
    "inline list in an inline list": (
        "全年任务：（1）公厕100座；（2）公园20个，其中：①北溪区10个；②青岭县10个；（3）道路80公里。",
        [("1", None), ("2", None), ("2.1", None), ("2.2", None), ("3", None)],
    ),
    "inline list with commas": (
        "要突出三个重点，一是抓公厕，二是抓公园，三是抓道路。",
        [("1", None), ("2", None), ("3", None)],
    ),
    "signs without punctuation between": (
        "一、甲\n包括①新建公厕②改造公厕③拆除旱厕。",
        [("1", "甲"), ("1.1", None), ("1.2", None), ("1.3", None)],
    ),
    "a colon behind the label": (
        "第一章：总则\n一是：加强领导。成立专班。\n二是：强化保障。落实资金。\n第二章：附则\n照旧。",
        [("1", "总则"), ("1.1", "加强领导"), ("1.2", "强化保障"), ("2", "附则")],
    ),
    "table rows set with blanks are no headings": (
        "一、清单\n1 公厕 改造3座 市城管局 12月底\n2 公园 新建2个 市园林局 9月底\n二、要求\n按期完成。",
        [("1", "清单"), ("2", "要求")],
    ),
    "a lone （1） in a sentence is no list": ("一、目标\n详见附件（1）和说明。\n二、任务\n新建公厕。", [("1", "目标"), ("2", "任务")]),
    "line breaks were lost": (
        "一、便民服务。新建驿站8个。二、老旧小区。改造12个。三、口袋公园。新建3个。",
        [("1", "便民服务"), ("2", "老旧小区"), ("3", "口袋公园")],
    ),
    "one line break was lost": (
        "一、任务\n（一）公厕。新建3座。（二）公园。新建2个。\n（三）道路。整修3公里。二、要求\n加强领导。",
        [("1", "任务"), ("1.1", "公厕"), ("1.2", "公园"), ("1.3", "道路"), ("2", "要求")],
    ),
    "line breaks were lost at the start of a list": (
        "一、任务。（一）公厕。新建3座。（二）公园。新建2个。\n（三）道路。整修3公里。\n二、要求\n加强领导。",
        [("1", "任务"), ("1.1", "公厕"), ("1.2", "公园"), ("1.3", "道路"), ("2", "要求")],
    ),
    "a list below an item in the item's own style": (
        "1、公厕\n2、公园\n3、道路\n1.北溪区。整修3公里。\n2.青岭县。整修5公里。\n4、泵站\n5、水渠",
        [("1", "公厕"), ("2", "公园"), ("3", "道路"), ("3.1", "北溪区"), ("3.2", "青岭县"), ("4", "泵站"), ("5", "水渠")],
    ),
    "a number is skipped": ("一、公厕。3座。\n二、公园。2个。\n四、道路。5公里。", [("1", "公厕"), ("2", "公园"), ("4", "道路")]),
    "a number stands twice": (
        "一、公厕。3座。\n二、公园。2个。\n二、道路。5公里。\n三、泵站。1座。",
        [("1", "公厕"), ("2", "公园"), ("2~2", "道路"), ("3", "泵站")],
    ),
    "two numbers are exchanged": (
        "一、公厕。3座。\n三、公园。2个。\n二、道路。5公里。\n四、泵站。1座。",
        [("1", "公厕"), ("3", "公园"), ("2", "道路"), ("4", "泵站")],
    ),
    "the first heading was lost": (
        "（一）公厕。新建3座。\n（二）公园。新建2个。\n二、保障措施\n（一）领导。成立专班。\n三、其他\n照旧。",
        [("1", "公厕"), ("2", "公园"), ("2~2", "保障措施"), ("2~2.1", "领导"), ("3", "其他")],
    ),
    "a heading in the middle was lost": (
        "一、任务\n（一）公厕。新建3座。\n（二）公园。新建2个。\n（一）领导。成立专班。\n三、其他\n照旧。",
        [("1", "任务"), ("1.1", "公厕"), ("1.2", "公园"), ("1.1~2", "领导"), ("3", "其他")],
    ),
    "an extract begins where it begins": (
        "七、文化惠民\n（一）送戏下乡。20场。\n（二）农家书屋。5家。\n八、体育惠民\n新建球场。",
        [("7", "文化惠民"), ("7.1", "送戏下乡"), ("7.2", "农家书屋"), ("8", "体育惠民")],
    ),
    "a whole sentence is no title": ("1.新建街心公园7处，新增绿地6公顷。\n2.改造老旧小区12个。", [("1", None), ("2", None)]),
    "a closing bracket is not more": (
        "（一）推进公厕改造。（责任单位：市城管局）\n（二）推进公园建设。新建3个。（责任单位：市园林局）",
        [("1", None), ("2", "推进公园建设")],
    ),
    "duties are no part of a title": (
        "（一）公厕改造工程（牵头单位：市城管局）\n改造公厕5座。\n（二）公园建设工程（市园林局牵头）\n新建公园3个。",
        [("1", "公厕改造工程"), ("2", "公园建设工程")],
    ),
    "title in lenticular brackets": ("1.【口袋公园】新建3个。\n2.【公厕】新建5座。", [("1", "口袋公园"), ("2", "公厕")]),
    "title before a dash": ("1.口袋公园工程——新建3个。\n2.公厕工程——新建5座。", [("1", "口袋公园工程"), ("2", "公厕工程")]),
    "a short title among plain sentences, but no clause with a comma": (
        "1.新建公厕3座，改造5座。\n2.改造公园2个。\n3.文化惠民。送戏下乡20场。\n4.按期招标，依法施工。落实监理。\n5.整修道路5公里。",
        [("1", None), ("2", None), ("3", "文化惠民"), ("4", None), ("5", None)],
    ),
    "a title may have a comma": (
        "（一）抓产业、强工业，构建现代产业体系。聚焦主业。\n（二）扩投资、提消费，释放需求潜力。聚焦项目。",
        [("1", "抓产业、强工业，构建现代产业体系"), ("2", "扩投资、提消费，释放需求潜力")],
    ),
    "the labels of a Taiwan letter": (
        "主旨：檢送計畫1份，請查照。\n說明：\n一、依會議決議辦理。\n二、請於月底前填報。\n辦法：請依計畫辦理。",
        [("u1", "主旨"), ("u2", "說明"), ("u2.1", None), ("u2.2", None), ("u3", "辦法")],
    ),
    "headings without number before lists": (
        "重点工程\n一、甲工程。新建公厕3座。\n二、乙工程。新建公园2个。\n民生实事\n一、丙项。新增床位30张。",
        [("u1", "重点工程"), ("u1.1", "甲工程"), ("u1.2", "乙工程"), ("u2", "民生实事"), ("u2.1", "丙项")],
    ),
    "a contents page is kept out": (
        "目　录\n一、总体要求……1\n二、重点任务……2\n\n一、总体要求\n坚持为民。\n二、重点任务\n新建公厕。",
        [("1", "总体要求"), ("2", "重点任务")],
    ),
    "a contents page without page numbers": (
        "目录\n第一章 总则\n第二章 附则\n\n第一章 总则\n第一条 甲乙丙。\n第二章 附则\n第二条 丁戊己。",
        [("1", "总则"), ("1.1", None), ("2", "附则"), ("2.2", None)],
    ),
    "Markdown leaves no trace": (
        "**一、总体要求**\n坚持为民。\n## 二、重点任务\n1\\. 新建公厕。3座。\n2\\. 改建公厕。5座。",
        [("1", "总体要求"), ("2", "重点任务"), ("2.1", "新建公厕"), ("2.2", "改建公厕")],
    ),
    "a tab behind the label": ("一、\t总体要求\n坚持为民。\n二、\t重点任务\n新建公厕。", [("1", "总体要求"), ("2", "重点任务")]),
    "table rows are no headings": ("一、清单\n| 1.公厕 | 3座 |\n2.公园\t2个\n二、要求\n按期完成。", [("1", "清单"), ("2", "要求")]),
    "label and words on two lines": (
        "１\n．做强龙头企业。支持上市。\n２\n．培育新企业。给予奖励。",
        [("1", "做强龙头企业"), ("2", "培育新企业")],
    ),
    "a label alone on its line": ("1.\n新建公厕\n建成3座。\n2.\n改造公园\n改造2个。", [("1", "新建公厕"), ("2", "改造公园")]),
}


@pytest.mark.parametrize("name", FACTS)
def test_sections(name):
    """Ids, which show level and ordinal, and titles."""
    text, expected = FACTS[name]

    assert sections(text) == expected


@pytest.mark.parametrize("code", ["O002", "O003", "O004", "O006", "O007", "O008", "O009"])
def test_example_of_a_diagnostic_raises_it(code):
    """The example of the table's row raises the code, and only that one."""
    assert codes(diagnostics()[code]["example"].replace("\\n", "\n")) == [code]


def test_regular_numbers_raise_nothing():
    """Starting anew or counting through, both are regular."""
    assert codes("一、甲\n（一）乙。丙。\n（二）丁。戊。\n二、己\n（一）庚。辛。") == []
    assert codes("一、甲\n1.乙。丙。\n2.丁。戊。\n二、己\n3.庚。辛。") == []


def test_label_in_damaged_text_is_repaired():
    """A label that overlaps an edit says so."""
    text = "（一）公厕。3座。\n（二）公园。2个。"
    found = lines(text)
    read = outline(found, 0, len(found), [(text.index("（二"), text.index("二）"))])

    assert [section.ordinal_source for section in read.sections] == ["printed", "repaired"]
    assert [finding["code"] for finding in read.diagnostics] == ["O005"]


def test_lost_number_is_inferred_from_its_neighbours():
    """The point is left, the digit is not."""
    text = "一、任务\n1．公厕。3座。\n2．公园。2个。\n．道路。5公里。\n4．泵站。1座。"
    found = lines(text)
    (top,) = outline(found, 0, len(found)).sections

    assert [(item.ordinal, item.ordinal_source) for item in top.children] == [
        (1, "printed"),
        (2, "printed"),
        (3, "inferred"),
        (4, "printed"),
    ]


def test_section_ends_before_the_next_of_its_level():
    """Blank lines and page numbers behind a section do not belong to it; an inline item ends with its paragraph."""
    text = "一、甲：（1）乙；（2）丙。\n丁。\n\n— 3 —\n\n二、戊\n己。"
    found = lines(text)
    spans = {node.id: text[node.start : node.end] for node in nodes(text, found, "p", outline(found, 0, len(found)).sections)}

    assert spans == {
        "p/1": "一、甲：（1）乙；（2）丙。\n丁。",
        "p/1.1": "（1）乙；",
        "p/1.2": "（2）丙。",
        "p/2": "二、戊\n己。",
    }


def test_items_inside_a_paragraph_are_inline():
    """Items with lines of their own are not, even where a line break was lost."""
    text = "一、甲：（1）乙；（2）丙。\n二、丁。戊。三、己。庚。"
    found = lines(text)
    top = outline(found, 0, len(found)).sections

    assert [section.inline for section in top] == [False, False, False]
    assert [item.inline for item in top[0].children] == [True, True]


def test_wrapped_lines_are_read_as_paragraphs():
    """An item's text that the margin broke is one line; a new item starts a new one."""
    text = "\n".join(
        [
            "一、重点任务",
            "（一）农村公路建设工程。全年新建改建农村公路一百六十公里，",
            "改造危桥十二座，实施安全生命防护工程八十公里，其中北溪区不少于",
            "三十公里，青岭县不少于二十公里，其余由各乡镇按照轻重缓急的原则",
            "统筹安排，十月底前全部完工并通过验收，验收结果向社会公开。",
            "（二）老旧小区改造工程。全年改造老旧小区二十四个，惠及居民一万",
            "两千户，同步更新供水、供气、供热等老化管道四十五公里，加装电梯",
            "六十台，新增停车泊位一千八百个，九月底前完成主体工程，年底前全",
            "部交付使用。",
            "二、保障措施",
        ]
    )

    assert sections(text) == [("1", "重点任务"), ("1.1", "农村公路建设工程"), ("1.2", "老旧小区改造工程"), ("2", "保障措施")]
    assert len([line for line in lines(text) if line.role == "text"]) == 4


@pytest.mark.parametrize("text", ["", "\n\n", "\ud800一、", "（（（一", "第零条", "百百、", "99、", "1." * 50, "一" * 50 + "、", "①" * 30])
def test_any_text_is_read(text):
    """Nothing crashes."""
    found = lines(text)

    assert outline(found, 0, len(found)).sections is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、新建公厕8座。\n二、改造公园2个。\n三、开通公交3条。\n各单位要加强领导，6月底前报送总结。", "三、开通公交3条。"),
        ("一、新建公厕8座。\n二、改造公园2个。\n三、开通公交3条。\n责任单位：市交通局", "三、开通公交3条。\n责任单位：市交通局"),
        ("一、新建公厕8座。\n选址要便民。\n二、改造公园2个。\n三、开通公交3条。\n线路要合理。", "三、开通公交3条。\n线路要合理。"),
    ],
)
def test_closing_paragraph(text, expected):
    """Where each item is one paragraph, a paragraph behind the last item is not part of it."""
    last = policydoc.parse(text).parts[0].sections[-1]

    assert text[slice(*last.span)] == expected


@pytest.mark.parametrize("note", ["注：", "备注:", "注：1.本表由市统计局填报。", "填表说明："])
def test_notes_under_a_table(note):
    """The numbered notes under a table are no items of the document."""
    first = [] if "1." in note else ["1.本表由市统计局填报。"]
    text = "\n".join(
        [
            "一、新建公厕。",
            "二、改造公园。",
            "序号\t任务\t单位",
            "1\t公厕\t市城管局",
            note,
            *first,
            "2.面积为建筑面积。",
            "3.数据截至年底。",
        ]
    )

    assert [section.ordinal for section in policydoc.parse(text).parts[0].sections] == [1, 2]
    assert all(not section.sections for section in policydoc.parse(text).parts[0].sections)


def shape(text):
    """Id and title of every section of the first part."""
    rows, open_ = [], list(policydoc.parse(text).parts[0].sections)
    while open_:
        section = open_.pop(0)
        rows.append((section.id.split("/")[1], section.title))
        open_[:0] = section.sections
    return rows


def test_headings_whose_line_breaks_are_lost():
    """（一） right behind the words of 一、 begins a section of its own, where sentences stand between the items."""
    text = (
        "一、重点任务（一）公园建设。新建公园1个。（二）学校建设。新建学校2所。二、保障措施（一）领导。各级要重视。（二）督查。定期通报。"
    )

    assert shape(text) == [
        ("1", "重点任务"), ("1.1", "公园建设"), ("1.2", "学校建设"), ("2", "保障措施"), ("2.1", "领导"), ("2.2", "督查"),
    ]  # fmt: skip


def test_items_of_the_last_article():
    """一、 below an article is its item, as in rules of Taiwan and Macau, though no article follows."""
    text = "第一條\n標的\n本規章訂定申請程序。\n第二條\n申請\n一、申請人須符合下列條件：\n（一）年滿十八歲；\n（二）為居民。\n"

    assert [row[0] for row in shape(text)] == ["1", "2", "2.1", "2.1.1", "2.1.2"]


def test_closing_words_are_no_more_of_an_item():
    """A sentence before 特此公告 is one sentence: it has no title."""
    assert [row[1] for row in shape("一、出让地块3宗。\n二、报名截止时间为5月20日。\n特此公告。\n")] == [None, None]


def test_a_list_in_a_paragraph_is_not_taken_up_by_items_that_go_on_from_above():
    """（四） behind a paragraph with （一）（二）（三） goes on from the （三） of the section before."""
    items = "".join(f"（{number}）驿站建设\n新建驿站8个。\n" for number in "一二三")
    text = f"一、驿站\n{items}二、制度\n实行三项制度（一）派单（二）督办（三）通报。\n（四）驿站建设\n新建驿站8个。\n"

    assert [row[0] for row in shape(text)][-1] == "2.4"


@pytest.mark.parametrize(
    ("labels", "due"),
    [("（一） （十） （三）", [1, 10, 3]), ("1. 2. 13. 4.", [1, 2, 13, 4]), ("一、 二、 十三、 四、", [1, 2, 13, 4])],
)
def test_a_misprinted_number_is_an_item(labels, due):
    """Where the numbers go on as if it were the due one, the line is an item; its number stays as printed and has a word."""
    text = "云泽市便民服务方案\n" + "\n".join(f"{label}便民驿站。新建驿站{rank}个。" for rank, label in enumerate(labels.split(), 3))
    plan = policydoc.parse(text)

    assert [section.ordinal for section in plan.parts[0].sections] == due
    assert "O004" in {found.code for found in plan.diagnostics}
