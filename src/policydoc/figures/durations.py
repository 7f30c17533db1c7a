"""时长: what a time is (年, 天, 课时): a norm, or a time that is to be cut, reached or taught."""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import OPEN, Quantity, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.reasons import by
from policydoc.rules.verbs import tails, verb_at

_NOUNS: Final = ("时间", "时限", "天数", "寿命", "时长", "时数", "课时", "学时", "年限", "周期", "工期", "期限", "时效")
_AVERAGE = pattern(r"平均|人均|预期寿命")
_LASTING: Final = ("最长", "最长可达", "可达", "最长不超过", "期限", "有效期", "工期")
_RECORDED: Final = ("影像", "视频", "音频", "节目", "影音", "录音", "资料", "纪录片", "动画片", "电视剧", "直播")
_LESSONS: Final = frozenset({"课时", "学时"})
_PLANS = pattern(r"(?:整[省市县乡村]|滚动|专项|攻坚|倍增|整治|提升|改革)?(?:行动|计划|规划|试点|攻坚|方案|大会战|工程)")
"""三年行动, 五年攻坚行动: the time names what is carried out."""
_REACH: Final = 16


def duration_kind(text: str, quantity: Quantity, clause: Span) -> str:
    """The kind of a time: open only where it is to be cut or reached, or where lessons are given.

    >>> from policydoc.figures.quantities import quantities
    >>> lines = ("办理时限压缩到3天", "公示期为7天", "配送艺术指导900课时", "每人学习不少于40学时")
    >>> [duration_kind(line, quantities(line)[0], (0, len(line))) for line in lines]
    ['open', 'standard', 'open', 'standard']
    """
    start = clause[0]
    if quantity.unit_name == "年" and _PLANS.match(text, quantity.after):
        return by("time", "standard")  # 提质增效三年行动
    lead = text[start : quantity.before]
    tail = tails().before(text, start, quantity.before)
    if lead.endswith(_LASTING) or text.startswith("的", quantity.after):
        goal = tail is not None and tail[0].change.endswith("_to") and text.startswith(("的目标", "的工作目标"), quantity.after)
        return by("time_changed", OPEN) if goal else by("time_lasting", "standard")
    if tail is not None and text.endswith(("年限可", "年限可以"), start, tail[1]):
        return "standard"  # 参保年限可缩短至5年
    if tail is not None and tail[0].change not in ("level", "keep"):
        return by("time_changed", OPEN)
    if tail is not None and tail[0].form.startswith("控制"):
        return by("time_changed", OPEN)  # 平均住院日控制在8天以内
    noun = text[start : tail[1]] if tail is not None else lead
    if tail is not None and tail[0].form == "为":
        return by("time_lasting", "standard")
    if noun.endswith(_NOUNS) and _AVERAGE.search(noun):
        return by("time_measured", OPEN)
    if noun.endswith(_NOUNS) and (tail is not None or quantity.comparator != "eq") and not noun.endswith(_LASTING):
        return by("time_measured", OPEN)
    if lead.endswith(_RECORDED) and _is_given(text, max(start, quantity.before - _REACH), quantity.before):
        return OPEN  # 采集非遗影像90小时
    if quantity.unit_name in _LESSONS and "每" not in lead and _is_given(text, max(start, quantity.before - _REACH), quantity.before):
        return by("time_given", OPEN)
    organised = quantity.comparator == "ge" and quantity.before < quantity.start and lead.startswith("组织")
    return by("time_given", OPEN) if organised else by("time", "standard")


def _is_given(text: str, start: int, stop: int) -> bool:
    """Whether something is provided in the words before a number: 配送|艺术指导."""
    verbs = (verb_at(text, place, stop) for place in range(start, stop))
    return any(
        verb is not None and verb.change == "output" and verb.group in ("serve", "serve_noun", "do", "enterprise", "organise_noun")
        for verb in verbs
    )
