"""对象: the noun that a number counts, before it or behind it, cut where the noun begins and ends."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Span
from policydoc.rules.patterns import pattern
from policydoc.rules.verbs import Verb, verb_at
from policydoc.targets.chains import is_noun_head
from policydoc.targets.listing import before_deed
from policydoc.targets.modifiers import begins_with_size, names_people

_STOP = pattern(r"[,。;:!?()\[\]\t|]")
_ASIDE = pattern(r"[(][^()0-9,。;]{1,12}[)](?=[、\u4e00-\u9fff])(?![、和及与][0-9])")
_HEAD = pattern(r"(?:的|及以上|以上|左右|以内|级)?(?:的)?")
_RELATIVE = pattern(
    r"(?:从|参加|参与|享受|接受|使用|持有|取得|具有|具备|符合|拥有|有|由|能够|可|达到|面向|位于|来自|属于)[^,。;、]{1,24}的|集[^,。;]{1,24}于一体的"
    r"|[一-鿿]{2,5}[强广好](?:、[一-鿿]{2,5}[强大广高优好足全新]){1,3}的"
)
_RESULT = pattern(
    r"(?<=[^的、和及与])(?:(?<![未以])来(?!源|访|料|水|电|宾)|达到|到(?!位|期|户|村)|向(?!阳|导|上|心|好)|用于|赴|下沉|下基层|(?<![先促推改引跟增演奋迈递后])进(?!口|出|修|程|展|步|度|行)|(?<=[才人员师生者家工部])出(?:国(?:\(境\)|境)?|境)(?=培训|研修|学习|进修|访学|深造|交流|留学)|免费|按时|按期|予以|并|以及时)"
)
_AGE = pattern(
    r"[0-9一二三四五六七八九十]{1,3}(?:周?岁)?(?:[至到-][0-9一二三四五六七八九十]{1,3})?周?岁(?:[至到-][0-9]{1,3}周?岁)?(?:及?以[上下])?的?"
)
_SINCE = pattern(r"(?:19|20)[0-9]{2}年[^,。;、]{0,4}前(?:建成|建设|竣工|投用)的")
_NAMES = pattern(r"[^,。;]{0,12}?[0-9一二三四五六七八九十][^,。;等]{0,12}等(?=[^数级,。;]{2})")
"""滨河三路、纬七路等断头路: names that hold numbers only say which ones."""
_NAMES_LED: Final = (
    "使用",
    "使馆",
    "让利",
    "让渡",
    "让胡路",
    "把关",
    "令牌",
    "将军",
    "将乐",
    "对外",
    "对口",
    "对接",
    "对标",
    "对虾",
    "对讲",
)
_PLACES = pattern(
    r"[^,。;()]{0,48}?(?:路|街|巷|大道|河|湖|江|桥|渠|高速|铁路|镇|乡|村|县|区|市|”|至[一-鿿]{2,3})等(?=[^数级,。;]{2})(?![^,。;]{0,4}(?:活动|服务|课程))"
)
"""云溪路、学院南路等断头路: so do names of places and names in quotation marks."""
_WHERE = pattern(r"[0-9]{1,4}个?(?:行政村|自然村|建制村|村|乡镇|镇|乡|社区|街道|县|区|市)的(?=[^率量数]{2})")
"""40个村的|文化广场: in how many places."""
_NO_NOUNS: Final = frozenset("等第让使住把将由从向对到至约共达有是约超近增并再又也且")
_PLACE: Final = frozenset("省市县区旗镇乡村")
"""支持9个市|新建: nouns of one character."""
_OF_NOUN = pattern(r"[的率量]|数(?![字据控])")
"""A verb before these is a part of the noun."""
_CHOOSES: Final = frozenset({"选定", "确定", "选择", "选取", "评定", "抽取"})
"""选定8所学校|开展试点."""
_MOVES: Final = frozenset({"people", "people_noun", "money", "money_noun"})
_HEADCOUNT: Final = frozenset("户人名")
"""推进1万户居民|加装报警器: people do it themselves."""
_TASK: Final = "任务"
_MEANWHILE: Final = "的同时"
_BASIS: Final = ("基础上", "前提下", "条件下")
_UPON = pattern(r"在[^,。;、在]{1,16}\Z")
_AND_NOUNS: Final = ("的士", "和美", "和谐", "和平", "和睦", "和顺", "与会")
"""和美乡村: a sign of joining that begins a noun."""
_EDGE_LEFT: Final = frozenset("、,:;。·的了和及与 ")
_EDGE_RIGHT: Final = frozenset("、,:;。·的了 ")
_ADVERBS: Final = (
    "免费",
    "将于",
    "拟于",
    "预计于",
    "进行",
    "集中",
    "统一",
    "全部",
    "均",
    "都",
    "分别",
    "每日",
    "每年",
    "将",
    "逐步",
    "优先",
    "加快",
    "各",
    "年内",
    "今年",
    "当年",
    "如期",
    "按期",
    "率先",
)
_EVENTS: Final = frozenset({"开展", "实现", "启动", "进行", "实施"})
"""推动企业启动上市: behind a pivot these make one event of the noun and what it does."""


def trim(text: str, start: int, end: int) -> Span | None:
    """A noun without marks at its edges and without 任务 behind it; None where nothing is left.

    >>> line = "、农房重建任务"
    >>> line[slice(*trim(line, 0, len(line)))], trim("的", 0, 1)
    ('农房重建', None)
    """
    while start < end and text[start] in _EDGE_LEFT and not text.startswith(_AND_NOUNS, start):
        start += 1
    while start < end and text[end - 1] in _EDGE_RIGHT:
        end -= 1
    if text.endswith(_TASK, start + 2, end) and text[end - 3] != "总":
        end -= len(_TASK)
    last = text[end - 1 : end]
    if last == "时" and text.endswith(_MEANWHILE, start + 2, end):
        end -= len(_MEANWHILE)
    elif last in ("上", "下") and text.endswith(_BASIS, start, end):
        upon = _UPON.search(text, start + 2, end)
        end = upon.start() if upon is not None else end  # 报销比例|在现行政策基础上
    return (start, end) if start < end else None


def unled(text: str, begin: int, end: int) -> int:
    """Where the noun begins behind 使, 让, 把: 使|普及率达到.

    >>> unled("使普及率达到", 0, 4), unled("使用率达到", 0, 3)
    (1, 0)
    """
    causes = text.startswith(("使", "让", "把", "令", "将", "对"), begin) and not text.startswith(_NAMES_LED, begin)
    return begin + 1 if causes and end - begin > 2 else begin


def noun_before(text: str, start: int, end: int) -> Span | None:
    """The noun before a number without what only says which ones: dates, ages, names before 等.

    >>> lines = ("具有影响力的平台", "60周岁以上的老年人", "滨河三路、纬七路等断头路", "供水、供热等老化管道")
    >>> [line[slice(*noun_before(line, 0, len(line)))] for line in lines]
    ['平台', '老年人', '断头路', '供水、供热等老化管道']
    """
    found = trim(text, start, end)
    if found is None or text[slice(*found)] in _NO_NOUNS:
        return None
    start, end = found
    noun = text[start:end]
    if "的" in noun and (where := _WHERE.match(text, start, end)) is not None:
        return trim(text, where.end(), end) or found
    if "的" not in noun and "岁" not in noun and "等" not in noun:
        return found
    relative = (
        _RELATIVE.match(text, start, end)
        or _AGE.match(text, start, end)
        or _SINCE.match(text, start, end)
        or _NAMES.match(text, start, end)
        or _PLACES.match(text, start, end)
    )
    return trim(text, relative.end(), end) or found if relative is not None and relative.end() < end else found


def noun_behind(text: str, after: int, stop: int, verb: Verb | None = None) -> Span | None:
    """The noun behind a number: up to a mark, or to the verb of which it is the subject where the `verb` before makes somebody do it.

    >>> line = "3名教师下沉村小支教,2所"
    >>> line[slice(*noun_behind(line, 2, len(line)))]
    '教师'
    >>> noun_behind("3名,2所", 2, 5)
    """
    head = _HEAD.match(text, after, stop)
    start = head.end() if head else after
    if start >= stop or text[start] in ",。;:!?、()[]\t|”》":
        return None
    if text[start].isdigit() and not _AGE.match(text, start, stop) and not begins_with_size(text, start, stop):
        return None
    if head is not None and head.end() == after and text[after] in "及和与" and not text.startswith(_AND_NOUNS, after) and after + 1 < stop:
        return None
    relative = _RELATIVE.match(text, start, stop) or _AGE.match(text, start, stop)
    if relative is not None and relative.end() < stop:
        start = relative.end()
    if (
        verb is not None
        and verb.group == "money"
        and start == after
        and (deed := verb_at(text, start, stop)) is not None
        and deed.use != "noun"
    ):
        start += len(deed.form)  # 投入1亿元实施强基工程
    close = text.find("”", start, stop) if text[start : start + 1] == "“" else -1
    search = close + 1 if close > 0 else start + 1
    mark = _STOP.search(text, search, stop)
    while mark is not None and mark[0] == "(" and (inside := _ASIDE.match(text, mark.start(), stop)) is not None:
        mark = _STOP.search(text, inside.end(), stop)  # 公共(含专用)充电桩
    end = mark.start() if mark else stop
    result = _RESULT.search(text, search, end)
    if result is not None:
        end = result.start()
    end = before_deed(text, search, end)
    urges = verb is not None and (verb.use == "pivot" or (verb.use == "press" and text[after - 1] in _HEADCOUNT))
    if verb is None or urges or verb.group in _MOVES or verb.form in _CHOOSES:
        end = _before_verb(
            text, start if text[start : start + 1] in _PLACE else search, end, pivot=urges, people=text[after - 1] in _HEADCOUNT
        )
    noun = trim(text, start, end)
    return noun if noun is not None and text[slice(*noun)] not in _NO_NOUNS else None


def _before_verb(text: str, start: int, end: int, *, pivot: bool, people: bool) -> int:
    """Where the verb begins of which the noun is the subject; a verbal noun at the end is a part of it (小区改造)."""
    place = start + 1
    while place < end:
        if text[place] == "“":
            close = text.find("”", place, end)
            place = close + 1 if close > 0 else place + 1
            continue
        verb = verb_at(text, place, end)
        if verb is None:
            place += 1
            continue
        stop = place + len(verb.form)
        if people and verb.use == "noun" and names_people(text, start, place, end):
            place = stop
            continue  # 经营管理领军人才
        governs = verb.use in ("", "light") and stop < end and _OF_NOUN.match(text, stop) is None
        if pivot and verb.use == "noun" and stop < end and place - start > 0 and not is_noun_head(text, stop, verb):
            governs = True
        if governs and "的" not in text[stop:end] and not (pivot and verb.form in _EVENTS):
            return place
        place = stop
    return end


def without_adverbs(text: str, start: int, end: int) -> Span | None:
    """A noun without the adverbs between it and its verb: 学生免费|提供.

    >>> line = "的学生免费"
    >>> line[slice(*without_adverbs(line, 0, 5))]
    '学生'
    """
    changed = True
    while changed:
        changed = False
        for word in _ADVERBS:
            if end - start > len(word) and text.endswith(word, start, end):
                end -= len(word)
                changed = True
    head = _HEAD.match(text, start, end)
    return noun_before(text, head.end() if head else start, end)
