"""网站信息 and what else a page prints around a head."""

from __future__ import annotations

import datetime

import pytest

import policydoc
from composed import BODY, SIGNED, TITLE, notice, number_of, read

BLOCK = (
    "索 引 号：\t000123456/2024-00012\t主题分类：\t民政/救助\n发文机关：\t云泽市人民政府\t成文日期：\t2024年03月05日\n"
    "标　　题：\t云泽市人民政府关于做好便民服务工作的通知\n发文字号：\t云政发〔2024〕9号\t发布日期：\t2024年03月10日\n有 效 性：\t有效\n"
)


@pytest.mark.parametrize(
    "block",
    [
        BLOCK,
        BLOCK.replace("：\t", "：").replace("\t", "\n"),
        BLOCK.replace("：\t", "：").replace("\t", "　　"),
        "".join(f"| {row} |\n" for row in BLOCK.replace("\t", " | ").splitlines()),
        "".join(f"| {row} |\n" for row in BLOCK.replace("：", "").replace("\t", " | ").splitlines()),
        BLOCK.replace("\t", "\n"),
        BLOCK.replace("：", "").replace("\t", "\n\n"),
        "首页\n政务公开\n云泽市人民政府|手机版|无障碍\n" + BLOCK,
    ],
)
def test_website_block(block: str) -> None:
    """网站信息 in its layouts: a pair a line, several pairs, cells of a table, key and value on alternating lines."""
    header = read(f"{block}\n云泽市人民政府关于做好便民服务工作的通知\n各县（区）人民政府：\n{BODY}").header
    metadata = header["metadata"]

    assert (metadata["index_number"], metadata["subject_category"], metadata["validity"]) == ("000123456/2024-00012", "民政/救助", "有效")
    assert (metadata["published_on"], header["issued_on"]) == (datetime.date(2024, 3, 10), datetime.date(2024, 3, 5))
    assert (number_of(header), header["issuers"], header["title"]) == ("云政发〔2024〕9号", ["云泽市人民政府"], metadata["title"])


def test_website_lines_around_the_title() -> None:
    """Site names above the title and 来源, 发布时间, 字体 below it belong to the page."""
    text = f"云泽市人民政府\n政府信息公开\n【政策文件】{TITLE}_云泽市人民政府\n来源：市政府办公室　发布时间：2024-03-10 09:30　字体：[大 中 小]\n各县：\n{BODY}{SIGNED}\n"
    header = read(text).header

    assert (header["title"], header["metadata"]["published_on"], header["recipients"]) == (TITLE, datetime.date(2024, 3, 10), ["各县"])


def test_no_website_block() -> None:
    """Absent is None, not an empty block."""
    assert notice()["metadata"] is None


def test_title_of_the_website():
    """Where the text itself has no title, the website's is the notice's."""
    text = "标题：云泽市人民政府办公室关于做好助餐工作的通知\n索引号：000014349/2024-00271\n发布日期：2024年3月6日\n各县人民政府：\n请抓好助餐工作的落实。\n云泽市人民政府办公室\n2024年3月5日\n"
    header = policydoc.parse(text).header

    assert header.title == "云泽市人民政府办公室关于做好助餐工作的通知"
    assert header.document_kind == "通知"
    assert text[slice(*header.spans["title"])] == header.title


LETTERED = f"{TITLE}\n各县（区）人民政府：\n{BODY}云泽市人民政府办公室\n2024年3月5日\n"


@pytest.mark.parametrize(
    "block",
    [
        "索 引 号 000123/2024-12 主题分类 民政\n文　号 云政办发〔2024〕7号 发布机构 云泽市人民政府办公室\n成文日期 2024-03-05 有 效 性 有效\n",
        "索引号|000123/2024-12|主题分类|民政\n发文字号|云政办发〔2024〕7号|有效性|有效\n",
        "索引号\n000123/2024-12\n主题分类\n民政\n发文字号\n云政办发〔2024〕7号\n有效性\n有效\n",
        "  • 索引号:\n\n    000123/2024-12\n  • 主题分类:\n\n    民政\n  • 发文字号:\n\n    云政办发〔2024〕7号\n  • 有效性:\n\n    有效\n  • 内容概述:\n\n",
        "【索引号】000123/2024-12\n【主题分类】民政\n【发布文号】云政办发〔2024〕7号\n【有效性】有效\n",
        "索引号:000123/2024-12;主题分类:民政;发文文号:云政办发〔2024〕7号;有效性:有效\n",
        "- **索引号**：000123/2024-12\n- **主题分类**：民政\n- **发文字号**：云政办发〔2024〕7号\n- **有效性**：有效\n",
    ],
)
def test_more_blocks(block: str) -> None:
    """Keys without colons, in bullets, in brackets, between semicolons; a title behind an empty last key is no value."""
    header = read(f"{block}\n{LETTERED}").header
    metadata = header["metadata"]

    assert (metadata["index_number"], metadata["subject_category"], metadata["validity"]) == ("000123/2024-12", "民政", "有效")
    assert (number_of(header), header["title"], header["recipients"]) == ("云政办发〔2024〕7号", TITLE, ["各县（区）人民政府"])
    assert (header["issued_on"], header["issuers"]) == (datetime.date(2024, 3, 5), ["云泽市人民政府办公室"])


@pytest.mark.parametrize(
    "scraps",
    [
        "来源：市政府门户网 日期：2024-03-06 17:08 字号：【\n视力保护色：\n浏览量：\n",
        "取消收藏成功！\n\n相关办事指南\n\n",
        "云泽市人民政府\n云政办发〔2024〕7号\n",
        "|||||||\n",
    ],
)
def test_scraps_between_title_and_recipients(scraps: str) -> None:
    """What a page prints between the title and 主送机关 hides neither."""
    header = read(LETTERED.replace("各县（区）", f"{scraps}\n各县（区）", 1)).header

    assert (header["title"], header["recipients"]) == (TITLE, ["各县（区）人民政府"])


def test_notice_below_a_page() -> None:
    """A number and a whole title below a page's own words open the notice."""
    header = read(f"云泽文库\n本站整理了多篇文件，供下载。\n\n云政办发〔2024〕7号\n{LETTERED}").header

    assert (number_of(header), header["title"]) == ("云政办发〔2024〕7号", TITLE)


def test_recipients_without_their_colon() -> None:
    """主送机关 whose colon is lost, and those that run into the first paragraph of a text without a title."""
    lost = notice(to="各县（区）人民政府，市政府各部门")
    running = read("各县（区）人民政府，市政府各部门： 现就有关事项通知如下。\n一、抓好落实。\n二、新建驿站8个。\n").header

    assert lost["recipients"] == running["recipients"] == ["各县（区）人民政府", "市政府各部门"]
