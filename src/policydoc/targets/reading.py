"""目标语法: verb and object around a quantity, in every order that notices use.

verb object 3座 · verb 3座 object · subject verb 3人 · 为3万名 object verb · indicator 达到 3% · indicator 由 A 提高到 B
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from policydoc.rules.verbs import Verb, verb_at

Span = tuple[int, int]

_ADJUNCT = re.compile(
    r"(?:全年|年内|当年|今年|本年|明年|同时|另外|此外|其中|并|且|还|再|也|又|将|要|应|须|需|能|可|力争|争取|力求|努力|确保|保证|务必|必须|原则上|预计|计划|拟|有望|鼓励|引导|继续|持续|不断|稳步|进一步|"
    r"全面|全力|重点|着力|大力|积极|加快|加大|有序|统筹|科学|深入|扎实|切实|优先|主动|分批|逐步|集中|免费|累计|新区|全区|全市|全省|全县|全国|我市|我省|我县|我区|本市|各级|各地|各区县|市级|全州|全旗|全镇|"
    r"力争在|每年|每季度|每月|年均|平均|至少|共|共计|合计|总计|约|通过|依托|以及|和|及|与|或|到期末|至少|上半年|下半年|期末|直接|首批|首次|率先|对标|协同|联合|新的|相应|按要求|按计划|及时|严格|高质量|高标准|"
    r"(?:[0-9]{1,3}|半|[一二两三四五六七八九十]{1,3})(?:年|个月|天|日|个工作日)(?:时间)?(?:以内|之内|内)|基本|均|都|分别|总体|整体|最终|有效|完全|充分|尽快|尽早|推动|支持|组织)(?!:)|[、,:·\s]"
)
_AFTER_DATE = re.compile(r"[年月日底末前内间]{0,2}(?:之前|以前|期间|时间)?[,]?")
_BEFORE_DATE = re.compile(r"力争到|力争在|力争|到|至|在|于|从|自")
_NEVER_ADJUNCT_LAST = ("推动", "支持", "组织", "新区", "累计")
_LINK = re.compile(r"、|和|及|与|或|以及|并|/|(?<=[^(])\((?=[改扩新])")
_LEVEL_TAIL = re.compile(
    r"(?P<verb>(?:稳定|保持|维持|巩固|控制|压控|限制)在|(?:提高|提升|增加|增长|扩大|上升|扩容|提标|延长|升级|拓展|扩种|新增|发展|恢复|提质|做大)(?:到|至|为)|增至|升至|增到|"
    r"(?:下降|降低|减少|压减|压缩|缩短|缩减|精简|压降|缩小|控制)(?:到|至|为)|降至|降到|减至|减到|达到|达|实现|保持|稳定|维持|"
    r"(?:同比|年均|平均|累计|比上年|较上年)?(?:增长|提高|提升|增加|上升|扩大|增收|递增|下降|降低|减少|压减|缩短|压缩|缩小|回落|精简|压降|削减|降|增|升))?"
    r"(?P<neutral>(?:分别|均|都|总体|整体|平均|各|共|共计|合计|总计|累计|约|为|是|在|至|到|达|有|保底|维持|力争|计划|预计|全部|首次|控制|其中|只|仅|再|也|将|要|数|不|能)*)\Z"
)
_INDICATOR = re.compile(
    r"(?:率|额|量|值|比例|比重|占比|收入|产值|规模|总数|总量|总额|总产|增速|增幅|涨幅|降幅|强度|浓度|指数|面积|里程|长度|总长|能力|水平|人数|人口|数量|密度|程度|经费|投资|投入|贷款|余额|成本|能耗|覆盖面|普及|容量|总装机|"
    r"装机|产量|税收|利润|金额|资产|数|价格|寿命|年限|时间|时限|天数|标准|用量|消耗|营业|营收|流量|客流|总动力|动力|保有|总体|存量|带宽|成交|出口|进口|占)\Z"
)
_PREPOSITION = re.compile(r"(?:为|对|向|给|让|使|在|从|以|把|将|面向|围绕|按照|按|由|因|经|每|与|同)\Z")
_R_STOP = re.compile(
    r"[,。;:!?、()\[\]\t|]|进行|开展|免费|提供|实施|给予|享受|接受|参加|纳入|予以|来(?!源|访|料|水)|(?<=.{2})(?:建设|完成|实现|达到|升级为|改造为|建成|建立)(?!的|项目|工程|任务|用地|资金)|(?<=.{2})(?:以上的|左右的)"
)
_R_LEADING = re.compile(r"(?:的|及以上|以上|左右|以内)?")
_R_RELATIVE = re.compile(r"(?:从|具有|具备|符合|拥有|有|由|能够|可|集)[^,。;]{1,24}的")
_TASK_TAIL = re.compile(r"(?:(?:建设|改造|整治|修缮)?任务|任务)\Z")
_EXPAND = re.compile(r"(?:新|再|共|新增|规划|谋划|重点|推动|组织|开展)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is done to what: offsets into the folded line."""

    action: Span | None
    object: Span | None
    change: str
    verb: Verb | None
    level: bool = False
    """Whether the words before the number are an indicator's rather than a deed's."""


def _skip(text: str, start: int, stop: int, dates: Sequence[Span] = ()) -> int:
    """Past the words that say when, where and how firmly."""
    while start < stop:
        date = next((end for first, end in dates if first == start and end <= stop), 0)
        if date:
            behind = _AFTER_DATE.match(text, date, stop)
            start = behind.end() if behind else date
            continue
        match = _ADJUNCT.match(text, start, stop)
        if match is None or match.end() == start:
            before_date = _BEFORE_DATE.match(text, start, stop)
            if before_date and any(first == before_date.end() for first, _ in dates):
                start = before_date.end()
                continue
            break
        verb = verb_at(text, start, stop)
        if verb is not None and (
            len(verb.form) > len(match[0]) or (match[0] in _NEVER_ADJUNCT_LAST and not _verb_follows(text, match.end(), stop))
        ):
            break
        start = match.end()
    return start


def _verb_follows(text: str, start: int, stop: int) -> bool:
    return verb_at(text, start, stop) is not None or (text[start : start + 1] == "新" and verb_at(text, start + 1, stop) is not None)


def verb_chain(text: str, start: int, stop: int) -> tuple[Span, Verb] | None:
    """The verbs of a compound together, 新增和提质改造; the last one decides the change.

    >>> verb_chain("建设改造农村公路", 0, 8)[0], verb_chain("公路", 0, 2)
    ((0, 4), None)
    """
    first = start
    if text[start : start + 1] in ("新", "再", "续") and verb_at(text, start, stop) is None:
        start += 1
    verb = verb_at(text, start, stop)
    if verb is None:
        return None
    end = start + len(verb.form)
    best = verb
    for _ in range(4):
        link = _LINK.match(text, end, stop)
        following = verb_at(text, link.end() if link else end, stop)
        if following is None or (link is None and not _compounds(best, following)):
            break
        if text.startswith(("的", "率", "量", "数", "面积", "收入", "额"), (link.end() if link else end) + len(following.form)):
            break
        end = (link.end() if link else end) + len(following.form)
        if text[end : end + 1] == ")" and link is not None and link[0] == "(":
            end += 1
            tail = verb_at(text, end, stop)
            if tail is None and text[end : end + 1] == "建":
                end += 1
        best = following
    return (first, end), best


_COMPOUND = ("build", "renew", "open", "organise", "remove", "people")


def _compounds(first: Verb, second: Verb) -> bool:
    """Whether two verbs side by side are one deed (建设改造) rather than a verb and its object (建成保障房)."""
    return (first.group in _COMPOUND and second.group in ("build", "renew")) or (
        first.group == second.group == "people" and second.form in ("认定", "培育", "引进")
    )


def _find_verb(text: str, start: int, stop: int) -> tuple[Span, Verb] | None:
    """A verb after its subject: 城镇新增就业, 失业人员再就业. The first that stands after a noun of two characters or more."""
    tail: tuple[Span, Verb] | None = None
    place = start + 2
    while place < stop:
        found = verb_chain(text, place, stop)
        if found is None:
            place += 1
            continue
        (first, end), verb = found
        after = text[end:stop]
        if after[:1] in (
            "的",
            "率",
            "量",
            "数",
            "额",
            "值",
            "费",
            "型",
            "性",
            "化",
            "区",
            "厂",
            "站",
            "所",
            "员",
            "者",
            "户",
            "园",
            "线",
            "点",
            "类",
            "业",
            "人",
            "机",
            "品",
        ):
            place = end
            continue
        if end == stop or verb.form in (
            "新增",
            "新建",
            "建成",
            "完成",
            "净增",
            "扩招",
            "新开工",
            "开展",
            "引进",
            "安排",
            "实现",
            "举办",
            "提供",
            "发放",
            "培训",
            "增加",
        ):
            tail = found
            break
        place = end
    return tail


def read(text: str, start: int, before: int, after: int, stop: int, dates: Sequence[Span] = (), *, counts: bool = True) -> Reading | None:
    """Verb and object of a quantity whose comparing words stand at [before, after), in the clause [start, stop).

    >>> line = "改造城镇老旧小区4个"
    >>> reading = read(line, 0, 8, 10, 10)
    >>> line[slice(*reading.action)], line[slice(*reading.object)], reading.change
    ('改造', '城镇老旧小区', 'output')
    """
    first = _skip(text, start, before, dates)
    tail = _LEVEL_TAIL.search(text, first, before)
    verb_end = tail.start("neutral") if tail else before
    level_start = tail.start("verb") if tail and tail["verb"] else verb_end
    noun = (first, level_start)
    chain = verb_chain(text, first, level_start)
    if chain is None and noun[1] - noun[0] > 0 and text[first] in "为对向在给让使从将把以面" and verb_at(text, first, before) is None:
        chain_in = _find_verb(text, first, level_start)
        if chain_in is not None:
            (a, b), verb = chain_in
            return Reading((a, b), _trim(text, b, level_start) or _right(text, after, stop), _change(text, verb, (a, b), before), verb)
    right = _right(text, after, stop)
    if chain is not None:
        (a, b), verb = chain
        what = _trim(text, b, level_start)
        if (
            tail
            and tail["verb"]
            and what is not None
            and _INDICATOR.search(text, what[0], what[1])
            and verb.change == "output"
            and tail["verb"] not in ("实现",)
        ):
            return Reading((level_start, verb_end), what, _change_tail(tail["verb"]), None, level=True)
        if tail and tail["verb"] and what is None and verb.form == tail["verb"]:
            return Reading((a, b), right, _change(text, verb, (a, b), before), verb)
        if tail and tail["verb"] and tail["verb"] not in ("实现", "保持", "稳定", "维持", "增加", "减少") and what is not None:
            return Reading(
                (a, b) if tail["verb"] in ("达到", "达") else (level_start, verb_end), what, _change_tail(tail["verb"]), verb, level=True
            )
        if what is None:
            what = right
        change = _change(text, verb, (a, b), before)
        if change == "output" and "累计" in text[start:first]:
            change = "level"
        if verb.form in ("实现", "完成") and what is not None and verb.form == "实现" and _INDICATOR.search(text, what[0], what[1]):
            change = "level"
        return Reading((a, b), what, change, verb)
    if tail and tail["verb"]:
        what = _trim(text, first, level_start)
        return Reading((level_start, verb_end), what or right, _change_tail(tail["verb"]), None, level=True) if what or right else None
    found = _find_verb(text, first, verb_end)
    if found is not None:
        (a, b), verb = found
        what = _trim(text, b, verb_end) or _trim(text, first, a)
        return Reading((a, b), what, _change(text, verb, (a, b), before), verb)
    what = _trim(text, first, verb_end)
    if what is not None and _INDICATOR.search(text, what[0], what[1]):
        return Reading(None, what, "level", None, level=True)
    if (what is None and counts) or _PREPOSITION.search(text, first, verb_end):
        later = _later_verb(text, after, stop)
        if later is not None:
            (a, b), verb = later
            return Reading((a, b), _noun_before(text, after, a) or _trim(text, b, stop), "output", verb)
    return Reading(None, what or right, "output", None) if what or right else None


def _later_verb(text: str, after: int, stop: int) -> tuple[Span, Verb] | None:
    """The verb behind a leading quantity: 为100所学校建设…, 三分之二以上的村建成…."""
    place = after + 2
    while place < stop and text[place] not in "。;":
        found = verb_chain(text, place, stop)
        if found is not None and text[found[0][1] : found[0][1] + 1] not in ("的", "率", "型"):
            return found
        place += 1
    return None


def _noun_before(text: str, start: int, end: int) -> Span | None:
    lead = _R_LEADING.match(text, start, end)
    begin = lead.end() if lead else start
    for word in ("免费", "进行", "集中", "统一"):
        if text.endswith(word, begin, end):
            end -= len(word)
    return (begin, end) if end - begin >= 1 else None


def _right(text: str, after: int, stop: int) -> Span | None:
    """The noun behind a quantity."""
    lead = _R_LEADING.match(text, after, stop)
    begin = lead.end() if lead else after
    if begin < stop and text[begin] in "“":
        close = text.find("”", begin, min(stop, begin + 40))
        end_search = close + 1 if close > 0 else begin
    else:
        end_search = begin + 1
    end = stop
    match = _R_STOP.search(text, end_search, stop)
    if match:
        end = match.start()
    if begin < stop and text[begin] in ",。;:!?、()\t|":
        return None
    relative = _R_RELATIVE.match(text, begin, end)
    if relative and relative.end() < end:
        begin = relative.end()
    return _trim(text, begin, end)


def _trim(text: str, start: int, end: int) -> Span | None:
    """Without marks and task words at the edges."""
    while start < end and text[start] in "、,:;。·的了和及与 ":
        start += 1
    while start < end and text[end - 1] in "、,:;。·的了 ":
        end -= 1
    tail = _TASK_TAIL.search(text, start, end)
    if tail and tail.start() > start + 1 and text[tail.start() : end] == "任务":
        end = tail.start()
    return (start, end) if start < end else None


def _change(text: str, verb: Verb, span: Span, before: int) -> str:
    change = verb.change
    following = text[span[1] : span[1] + 1]
    near = text[max(span[1], before - 2) : before]
    if change in ("rise", "fall"):
        to = following in ("到", "至") or near.endswith(("到", "至", "为"))
        return f"{change}_to" if to else f"{change}_by"
    if change == "keep":
        return "keep"
    return change


def _change_tail(verb: str) -> str:
    if verb.startswith(("稳定", "保持", "维持", "巩固")):
        return "keep"
    if verb.startswith(("达", "实现", "控制在", "压控", "限制")):
        return "level"
    to = verb.endswith(("到", "至", "为"))
    falling = re.search(r"降|减|压|缩|回落|精简|控制", verb) is not None
    return f"{'fall' if falling else 'rise'}_{'to' if to else 'by'}"
