"""动词: the verbs of the table, the compounds that notices make of them, and the verbs of a level before a number."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table

_BUILT = pattern(
    r"""
    [新改扩续重迁增]                                      # 新改扩建, 新(改、扩)建, 新、改扩建, 改(扩)建
    (?: [、/]?[新改扩续重迁增] | \([新改扩续重迁增、/]{1,6}\) ){0,4}
    (?:建设|建|修)
    """,
    re.VERBOSE,
)
_BEFORE_VERB: Final = frozenset("新再续首净自代")
"""Characters that a verb may carry before it: 新培育, 首改."""
_PREFIXES: Final = frozenset("新补增改扩续重复首加选推联创共试另翻捐援承代")
_STEMS: Final = frozenset("建修铺打划植配种栽装购挖造办辟添置架埋布设立发认签招聘育改扩开引选推评")
_NOUNS: Final = ("发展理念", "发展格局", "建筑", "设备", "型", "区", "城", "县", "能源", "材料", "兴", "规划师", "发现")
"""After a prefix these make a noun: 新发展理念, 新设备."""


class Verb(NamedTuple):
    """动词: one form of the verbs table and the change that it orders."""

    form: str
    group: str
    change: str
    """output, rise, fall, keep or level."""
    use: str = ""
    """noun (also a noun: 改造), light (its object names the deed: 开展), pivot (推动 somebody to do), press (加快) or ""."""


@cache
def verbs() -> Lexicon[Verb]:
    """Every form of the table.

    >>> verbs().get("新建").change, verbs().get("下降").change, verbs().get("改造").use
    ('output', 'fall', 'noun')
    """
    return lexicon("verbs", lambda row, form: Verb(form, row["id"], row["change"], row["use"]))


def verb_at(folded: str, start: int, stop: int) -> Verb | None:
    """The longest verb that begins at a place and ends at or before `stop`; new compounds (补植, 新打, 新(改、扩)建) too.

    >>> verb_at("优化升级孵化基地", 0, 8).form, verb_at("便民驿站", 0, 4), verb_at("压缩机3台", 0, 5)
    ('优化升级', None, None)
    >>> verb_at("新(改、扩)建幼儿园", 0, 9).form, verb_at("新打机井", 0, 4).form, verb_at("新能源车", 0, 4)
    ('新(改、扩)建', '新打', None)
    """
    first = folded[start : start + 1]
    found = verbs().at(folded, start, stop)
    if first not in _PREFIXES and first not in _BEFORE_VERB:
        return found[0] if found else None
    if first == "共" and found is not None and (whole := verbs().at(folded, start + 1, stop)) is not None and whole[1] > found[1]:
        return None  # 共|建成
    built = _BUILT.match(folded, start, stop)
    end = found[1] if found else start
    if built is not None and built.end() > end:
        return Verb(built[0], "build", "output")
    open_prefix = first in _BEFORE_VERB and (found is None or found[0].group != "do")  # 新增|绿地
    inner = verbs().at(folded, start + 1, stop) if open_prefix else None
    if inner is not None and inner[0].change == "output" and inner[1] > end and not folded.startswith(_NOUNS, start + 1):
        return Verb(folded[start : inner[1]], inner[0].group, "output")
    if found is not None:
        return found[0]
    if folded.startswith(_NOUNS, start + 1):
        return None
    if first in _PREFIXES and start + 2 <= stop and folded[start + 1 : start + 2] in _STEMS:
        whole = verbs().at(folded, start + 1, stop)
        if whole is not None and whole[1] > start + 2:
            return None  # 共|推广
        return Verb(folded[start : start + 2], "build", "output")
    return None


@cache
def bare_verbs() -> Lexicon[Verb]:
    """单音动词: the verbs of one character, which are verbs only at the head of a clause.

    >>> bare_verbs().at("建便桥", 0, 3)[0].form, bare_verbs().at("建筑面积", 0, 4)
    ('建', None)
    """
    return lexicon("bare_verbs", lambda _, form: Verb(form, "build", "output"))


class Tail(NamedTuple):
    """达到, 提高到, 增长: what stands between an indicator and its number."""

    form: str
    change: str
    """level, keep, rise_to, rise_by, fall_to or fall_by."""


_TO: Final = ("到", "至", "为")
_TURNED: Final = frozenset("增升降减缩")
"""降为3.2%, 缩为2天."""
_SINGLE: Final = {
    "增": "rise",
    "升": "rise",
    "涨": "rise",
    "扩": "rise",
    "降": "fall",
    "减": "fall",
    "缩": "fall",
    "压": "fall",
    "延": "rise",
}


@cache
def tails() -> Lexicon[Tail]:
    """The verbs that may stand right before a number, with 到, 至 and 为 behind those of change.

    >>> [tails().get(form).change for form in ("提高到", "增至", "增长", "压缩至", "稳定在", "达到")]
    ['rise_to', 'rise_to', 'rise_by', 'fall_to', 'keep', 'level']
    """
    found: dict[str, Tail] = {}
    unless: dict[str, tuple[str, ...]] = {}
    for row in table("verbs"):
        change = row["change"]
        for form in forms(row):
            if change in ("rise", "fall"):
                found.update({form + to: Tail(form + to, f"{change}_to") for to in _TO})
                found[form] = Tail(form, f"{change}_by")
            elif change in ("level", "keep"):
                found[form] = Tail(form, change)
    for form, change in _SINGLE.items():
        found.update({form + to: Tail(form + to, f"{change}_to") for to in (_TO if form in _TURNED else ("到", "至"))})
    for form in (
        "扩种",
        "发展",
        "新增",
        "扩容",
        "拓展",
        "升级",
        "提标",
        "调整",
        "培育",
        "恢复",
        "延伸",
        "升格",
        "做大",
        "推广",
        "翻新",
        "积累",
    ):
        found.update({form + to: Tail(form + to, "rise_to") for to in ("到", "至")})
    found["实现"] = Tail("实现", "level")
    found["达成"] = Tail("达成", "level")
    found["为"] = Tail("为", "level")
    unless["为"] = ("分为", "作为", "改为", "成为", "列为", "命名为")
    return Lexicon(found, unless)
