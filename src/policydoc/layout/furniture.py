"""网页与版面的附件: page numbers, navigation, print buttons; whole lines that are no part of the document."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from policydoc.rules.kept import compiled
from policydoc.rules.table import table

LONGEST = 140
LONGEST_PAGE = 24
_PAGES = ("page_number", "page_of", "page_total", "roman_page")
_CUES = (
    "首页", "来源:", "编辑:", "作者:", "审核:", "供稿:", "发布时间", "发布日期", "发布人", "发布者", "更新日期", "更新时间", "最后更新", "手机版",
    "手机选单", "简体", "繁体", "位置:", "位置是", "解读", "扫一扫", "扫码", "扫描", "扫二", "相关阅读", "相关文", "相关链", "相关新", "相关附",
    "相关信", "相关稿", "相关报", "相关政", "相关推", "相关下", "相关档", "推荐阅读", "返回", "资料更新", "资料维护", "资料开放", "政务公开", "办事服务",
    "阅读", "审校", "校对", "初审", "运维", "隐私", "声明", "打印", "列印", "分享", "字体", "字号", "字级", "字型", "文字大小", "无障碍", "网站",
    "收藏", "English", "导览", "微信", "微博", "关闭", "登录", "搜索", "联系我们", "浏览", "点击", "点阅", "人气", "访问", "位置", "您在",
    "上一", "下一", "上篇", "下篇", "一篇", "图解", "读懂", "看懂", "下载", "附件列表", "PDF", "二维码", "版权", "著作权", "©", "opyright",
    "(c)", "备案", "ICP", "标识码", "ookie", "avaScript", "avascript", "分辨率", "浏览器", "主办", "技术支持", "责编", "编审",
    "录入", "信息员", "法宝", "原文", "引证", "法规类别", ":::", "END", "[完", "请输入", "验证码", "用户名", "密码", "![", "<", "&nbsp",
    "```", "正文", "回上", "回到", "回页", "回首", "跳到", "跳至", "跳过", "视力", "护眼", "背景色", "朗读", "TOP", "长者", "长辈", "关怀",
    "适老", "关于我们", "纠错", "转发", "转寄", "点赞", "订阅", "RSS", "***", "温馨", "张贴", "上版", "异动", "猜你", "导出", "朋友", "QQ",
    "豆瓣", "贴吧", "acebook", "witter", "LINE", "Line", "语音",
)  # fmt: skip
"""What every line of a website's furniture has some of: the long pattern is built only where one stands in a line."""


@cache
def _pattern(pages: bool) -> re.Pattern[str]:
    return compiled("|".join(f"(?:{row['pattern']})" for row in table("furniture") if (row["id"] in _PAGES) == pages))


@cache
def _cued() -> re.Pattern[str]:
    return compiled("|".join(re.escape(cue) for cue in _CUES))


def is_furniture(text: str) -> bool:
    """Whether a folded line is page furniture as a whole.

    >>> is_furniture("-3-"), is_furniture("打印本页"), is_furniture("新建公厕3座。")
    (True, True, False)
    """
    if len(text) > LONGEST or (text[-1] in "。;" and "ookie" not in text and "浏览器" not in text):
        return False
    if len(text) <= LONGEST_PAGE and _pattern(True).fullmatch(text) is not None:
        return True
    return _cued().search(text) is not None and _pattern(False).fullmatch(text) is not None


def lone_page_numbers(lines: list[tuple[int, str, bool]]) -> frozenset[int]:
    """Indices of bare-number lines that count pages: each followed by a blank line or the end, ascending one by one.

    The argument holds (index, folded text, whether a blank line or nothing follows).
    """
    candidates = [(index, int(text)) for index, text, alone in lines if alone and text.isascii() and text.isdigit() and len(text) <= 4]
    found: set[int] = set()
    for (first, number), (second, following) in pairwise(candidates):
        if following == number + 1:
            found.update((first, second))
    return frozenset(found)
