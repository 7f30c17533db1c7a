"""粘连行: head or tail elements that a lost line end has glued to each other or to the last sentence; where they part again."""

from __future__ import annotations

from policydoc.parts.number import leading_number
from policydoc.parts.shape import is_addressed, is_annotation
from policydoc.rules.agencies import is_organisation
from policydoc.rules.patterns import pattern

_DATE = r"(?:(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|[一二][〇零0Oo九][〇零0Oo一二三四五六七八九]{2}年[一二三四五六七八九十元]{1,2}月[一二三四五六七八九十廿]{1,3}日)"
_ENTITLED = pattern(
    r"(?<=通知|意见|批复|通报|决定|公告|通告|请示)(?=各|有关|机关各|[省市县区州旗]直|[\u3400-\u9fff]{2,12}(?:人民政府|委员会|办公[室厅]|局|厅|委)[,、:])"
)
_SIGNED = pattern(rf"(?P<body>[。!;])?(?P<office>[\u3400-\u9fff·]{{4,40}})?(?P<date>{_DATE})(?P<note>[(][^()]{{4,60}}[)])?$")
_OFFICE = pattern(r"[。!](?P<office>[\u3400-\u9fff·]{4,40})$")
_PRINTED = pattern(rf"[。;](?P<office>[\u3400-\u9fff·]{{4,40}})(?={_DATE}印)")
_SITE = pattern(
    r"(?<=[\u3400-\u9fff)》”])(?=(?:发布(?:时间|日期|单位|机构)|发文(?:时间|日期)|(?:信息|稿件|文章|新闻)来源|来源|浏览(?:次数|量)|访问(?:次数|量)"
    r"|点击(?:数|率|量|次数)|阅读(?:次数|量)|字号|索引号|责任编辑):)"
)
"""Where the website's words follow a title in its line."""
_SITE_ENDS = frozenset("间期位构源数量率号辑")
_SHORTEST_TITLE, _LONGEST_TITLE = 8, 80
_TITLED = ("关于", "印发", "转发")
_LONGEST_HEAD = 300
_LAST = 120
_LONGEST = 2000


def seams(text: str, following: str = "") -> list[int]:
    """The offsets at which a folded line parts into elements; `following` is the line below it.

    >>> text = "云政办发[2024]7号云泽市民政局关于做好助餐工作的通知各县(区)民政局,有关单位:"
    >>> [text[a:b] for a, b in zip([0, *seams(text)], [*seams(text), len(text)])]
    ['云政办发[2024]7号', '云泽市民政局关于做好助餐工作的通知', '各县(区)民政局,有关单位:']
    >>> text = "云泽市2024年为民办实事项目公布发布时间:2024-01-18"
    >>> [text[a:b] for a, b in zip([0, *seams(text)], [*seams(text), len(text)])]
    ['云泽市2024年为民办实事项目公布', '发布时间:2024-01-18']
    >>> text = "请抓好落实。云泽市民政局2024年3月5日(此件公开发布)"
    >>> [text[a:b] for a, b in zip([0, *seams(text)], [*seams(text), len(text)])]
    ['请抓好落实。', '云泽市民政局', '2024年3月5日', '(此件公开发布)']
    """
    if not 8 <= len(text) <= _LONGEST:
        return []
    return _of_head(text) or _of_tail(text, following)


def _of_head(text: str) -> list[int]:
    colon = text.find(":", 0, _LONGEST_HEAD)
    if colon < 0:
        return []
    site = _SITE.search(text, 0, _LONGEST_TITLE) if _has_site_label(text, colon) else None
    if site is not None and site.start() >= _SHORTEST_TITLE and not any(mark in text[: site.start()] for mark in "。;:,"):
        return [site.start()]
    number = leading_number(text)
    first = number.end if number else 0
    if first and is_addressed(text[first : colon + 1]) and not any(word in text[first:colon] for word in _TITLED):
        return [first]
    if not any(word in text[first:colon] for word in _TITLED):
        return []
    for match in _ENTITLED.finditer(text, first, colon):
        cut = match.start()
        if any(word in text[first:cut] for word in _TITLED) and "。" not in text[:cut] and is_addressed(text[cut : colon + 1]):
            return [*([first] if first else []), cut]
    return []


def _has_site_label(text: str, colon: int) -> bool:
    """Whether a colon near the head of a line stands behind a character that ends one of the website's labels."""
    while 0 < colon < _LONGEST_TITLE:
        if text[colon - 1] in _SITE_ENDS:
            return True
        colon = text.find(":", colon + 1, _LONGEST_TITLE)
    return False


def _of_tail(text: str, following: str) -> list[int]:
    low = max(0, len(text) - _LAST)
    if text[-1] in "日)" and text.find("日", low) >= 0 and (match := _SIGNED.search(text, low)):
        if match["office"] and not is_organisation(match["office"]):
            return []
        if match["note"] and not is_annotation(match["note"]):
            return []
        if match["office"] is None and match["note"] is None:
            return []
        if match.start() and not match["body"]:
            return []
        cuts = [match.start(name) for name in ("office", "date", "note") if match[name]]
        return [cut for cut in cuts if cut and (cut != match.start("date") or match["note"] or match["body"])]
    signed = following and text[-1] not in "。;" and ("。" in text or "!" in text)
    if signed and (match := _OFFICE.search(text, low)) and is_organisation(match["office"]):
        return [match.start("office")]
    if text.find("日印", low) >= 0 and ("。" in text or ";" in text) and (match := _PRINTED.search(text, low)):
        return [match.start("office")]
    return []
