"""行式: what a folded line of a head or tail looks like, told from the line alone."""

from __future__ import annotations

import re

from policydoc.parts.dateline import date_at_end, date_line
from policydoc.parts.marks import marks
from policydoc.parts.number import is_damaged_number, whole_number
from policydoc.rules.agencies import is_organisation, tail_of
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.labels import label_forms, label_pattern
from policydoc.rules.patterns import pattern

_ITEM = pattern(
    r"(?:[一二三四五六七八九十]{1,3}[、.,]|[(][一二三四五六七八九十0-9]{1,3}[)]|[0-9]{1,2}[.、](?![0-9])|[①-⑳㈠-㈩⒈-⒛]"
    r"|第[一二三四五六七八九十百零0-9]{1,5}[编篇章节条]|[壹贰叁肆伍陆柒捌玖拾][、.]|[一二三四五六七八九十]{1,2}是)"
)
_MARKER = pattern(
    r"附(?:件|表|录|图|则表)?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])?(?:之[一二三四])?[:.、]?|附件[:]?[(]?[0-9]{1,2}[)]?[:]?"
)
_TITLED_MARKER = pattern(
    r"附(?:件|表|录|(?=:))(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})?(?:[:.、]|(?=[\u3400-\u9fff《]))(?P<title>.{2,90})"
)
_SEAL = pattern(r"[(]?(?:公章|盖章|印章|印|章|代章|此页无正文)[)]?")
_PERSON = pattern(
    r"(?:[\u3400-\u9fff]{2,20})?(?:省长|市长|县长|区长|州长|旗长|盟长|镇长|乡长|局长|厅长|部长|主席|主任|总理|行长|署长|行政长官|司长|院长|检察长|团长|师长|馆长|秘书长)(?P<name>[\u3400-\u9fff·]{2,4}|[〇○]{2,4})"
)
_POSTS = ("长", "主席", "主任", "总理")
_IMPRINT = pattern(
    r"(?:抄送|抄报|分送|报送|分发|主题词|题词|报|送|发|印发|共印|校对|录入|打字|拟稿|核稿|印数|印发机关|印发单位|印发日期)[:]|[(]?共?印[0-9]{1,5}份|[(]?共印"
)
_PRINTED = pattern(r".{0,40}(?:印发|印制|印)[。.]?(?:[(].{0,20}[)]|共印?.{0,12}份)?")
_NOTE = pattern(
    r"[(\[.]?\ ?(?:此件|本件|此文件|此文|此通知|本文)[^。]{0,60}[)\].。]?"
    r"|[(\[]?(?:(?:信息)?公开(?:选项|形式|属性|类别|方式|类型)|(?:信息|文件|公文)?属性):?(?:主动|依申请|不予?|部分)公开[)\]。]?"
    r"|[(\[]?(?:主动公开|依申请公开|不予公开)[)\]]?"
)
_ADOPTED = pattern(r"通过|公布|会议|修订|修正|施行|发布|批准|印发|号令|年[0-9]{1,2}月[0-9]{1,2}日|实施")
_MONTH = pattern(
    r"[(]?(?:(?:19|20)[0-9]{2}|[一二][〇零0Oo九][〇零0Oo一二三四五六七八九]{2})年(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九元])月[)]?"
)
_CONTACT = pattern(r"[(]?(?:联系人|联系电话|联系方式|电话|联系单位|联系地址)[:]")
_NO_RECIPIENT = pattern(
    r"如下|以下|下列|事项|包括|主要|分别|要求|任务|内容|目标|工作[:]|是[:]|为[:]|即[:]|(?:责任|牵头|配合|主办|协办|承办|参与|发布|实施|联系|主管|申报)单位|[。;!?]|[0-9]{4}年|各位|同志们|代表们|委员们|附件|主旨|说明[:]"
)
_ADDRESSEE = pattern(r"各|有关|相关|本市|直属|驻|部门|单位|机构")
_NOISE = pattern(
    r"字体|字号|打印|浏览|分享|来源[:]|发布|时间[:]|日期[:]|点击|阅读|作者[:]|编辑[:]|视力|收藏|大中小|下载|二维码|朗读|[\[\]]"
)
_SITE_NAME = pattern(
    r".{0,24}(?:门户网站|政府网|政府网站|信息网|公开网|首页)|政府信息公开(?:目录|平台|专栏)?|政务公开|信息公开|政策文件|通知公告|法定主动公开内容|(?:市|县|区|省)?政府文件|文件库|规范性文件|公示公告|政策法规"
)
_PARAGRAPH = 80
_WEB_LINE = pattern(r"(?:https?:|www\.)|[|/>].*[|/>]|^[\x00-\x7f]+$")


def is_item(text: str) -> bool:
    """Whether a line begins with the number of a heading or item.

    >>> is_item("(一)便民服务"), is_item("2024年工作方案")
    (True, False)
    """
    return _ITEM.match(text) is not None


def is_marker(text: str) -> bool:
    """附件标识: whether a line is 附件, 附件1, 附表2 … and nothing else.

    >>> is_marker("附件1"), is_marker("附件:任务分工表")
    (True, False)
    """
    return len(text) <= 8 and text.startswith("附") and _MARKER.fullmatch(text) is not None


def titled_marker(text: str) -> int | None:
    """Where the title begins in a line like 附件1：任务分工表; None for other lines.

    >>> titled_marker("附件1:任务分工表"), titled_marker("附件1")
    (4, None)
    """
    match = _TITLED_MARKER.fullmatch(text) if text.startswith("附") else None
    return match.start("title") if match and text[-1] not in "。;,、" else None


def is_seal(text: str) -> bool:
    """The trace of a seal: （公章）, （此页无正文）."""
    return _SEAL.fullmatch(text) is not None


def person_name(text: str) -> tuple[int, int] | None:
    """The name in a line of post and name (市长 某某) under an order.

    >>> person_name("市长陈某某")
    (2, 5)
    """
    match = _PERSON.fullmatch(text) if len(text) <= 30 and any(post in text for post in _POSTS) else None
    return match.span("name") if match else None


def is_number(text: str) -> bool:
    """A whole line that is a document number, sound or damaged."""
    return whole_number(text) is not None or is_damaged_number(text)


def is_banner(text: str) -> bool:
    """发文机关标志: an organisation with 文件 behind it.

    >>> is_banner("云泽市人民政府文件"), is_banner("云泽市人民政府")
    (True, False)
    """
    return text == "文件" or (text.endswith("文件") and is_organisation(text[:-2]))


def is_annotation(text: str) -> bool:
    """附注: a line in brackets about the notice itself.

    >>> is_annotation("(此件公开发布)"), is_annotation(".此件公开发布."), is_annotation("(试行)")
    (True, True, False)
    """
    if len(text) > 120:
        return False
    return _NOTE.fullmatch(text) is not None or (text[:1] == "(" and _CONTACT.match(text) is not None)


def is_adoption(text: str) -> bool:
    """题注: a bracket (or a dash line) under the title that says when and by whom the text was adopted.

    >>> is_adoption("(2025年1月8日在青岭县第十八届人民代表大会第四次会议上)"), is_adoption("(列首位的为牵头单位,下同)")
    (True, False)
    """
    if not 6 <= len(text) <= 300:
        return False
    if text[0] == "(" and is_month(text):
        return True
    framed = text[0] == "(" and (text[-1] == ")" or len(text) <= 60)
    dashed = text[0] == "-" and len(text) <= 80
    return (framed or dashed) and _ADOPTED.search(text) is not None and "责任" not in text


def is_date(text: str) -> bool:
    """成文日期 as a whole line."""
    return date_line(text) is not None


def is_month(text: str) -> bool:
    """年月 as a whole line: a plan is dated so under its title.

    >>> is_month("二〇二一年十月"), is_month("2021年10月8日")
    (True, False)
    """
    return len(text) <= 12 and _MONTH.fullmatch(text) is not None


def is_signed_date(text: str) -> bool:
    """Signature and date in one line."""
    found = date_at_end(text)
    return found is not None and found.start > 1 and is_organisation(text[: found.start].rstrip(" ,"))


def is_imprint(text: str) -> bool:
    """版记: a line of 抄送, 主题词, 印发.

    >>> is_imprint("抄送:市委办公室。"), is_imprint("云泽市人民政府办公室2024年3月5日印发"), is_imprint("现将方案印发")
    (True, True, False)
    """
    if _IMPRINT.match(text):
        return True
    return (
        len(text) <= 90
        and "印" in text
        and _PRINTED.fullmatch(text) is not None
        and re.search(r"[0-9一二三四五六七八九十]日|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}", text) is not None
    )


def is_addressed(text: str) -> bool:
    """主送机关: a line of organisations that ends with a colon.

    >>> is_addressed("各县(市、区)人民政府,市政府各部门:"), is_addressed("现将有关事项通知如下:"), is_addressed("各位代表:")
    (True, False, False)
    """
    if not text.endswith(":") or not 3 <= len(text) <= 600 or is_item(text) or _NO_RECIPIENT.search(text):
        return False
    names = text[:-1]
    if names.lstrip("·-* ") in label_forms("metadata"):
        return False
    return _ADDRESSEE.search(names) is not None or tail_of(names) is not None


def is_noise(text: str) -> bool:
    """A line of web furniture between title and text that no furniture rule knew.

    >>> is_noise("字体:[大中小]浏览次数:2381次打印本页"), is_noise("浏览全市便民驿站")
    (True, False)
    """
    return len(text) <= 80 and "。" not in text and len(_NOISE.findall(text)) >= 2


def is_salutation(text: str) -> bool:
    """称谓: 各位代表：, 同志们：.

    >>> is_salutation("各位代表:"), is_salutation("各县人民政府:")
    (True, False)
    """
    return len(text) <= 24 and text.endswith((":", "!")) and re.match(r"各位|同志们|尊敬的", text) is not None


def is_paragraph(text: str) -> bool:
    """Whether a line is whole sentences of a body: no title of the document stands below it.

    >>> is_paragraph("过去一年，全市上下坚持稳中求进，顺利完成了全年的目标任务。" * 3), is_paragraph("一、总体要求")
    (True, False)
    """
    return len(text) > _PARAGRAPH and text.endswith("。")


def could_be_title(text: str) -> bool:
    """Whether a line may be a title or a piece of one.

    >>> could_be_title("云泽市2024年惠民工程实施方案"), could_be_title("为办好实事,制定本方案。"), could_be_title("一、总体要求")
    (True, False, False)
    """
    if not 2 <= len(text) <= 150 or text[-1] in "。;:!?,." or "。" in text or ":" in text[:6] or is_item(text):
        return False
    if len(text) > 60 and not (kind_at_end(text) or "关于" in text):
        return False
    if (
        _WEB_LINE.search(text)
        or is_marker(text)
        or is_number(text)
        or is_date(text)
        or is_annotation(text)
        or is_banner(text)
        or is_seal(text)
    ):
        return False
    return not (
        _SITE_NAME.fullmatch(text)
        or is_imprint(text)
        or label_pattern("metadata").match(text)
        or (len(text) <= 40 and marks(text))
        or text in ("目录", "目次", "附件")
    )
