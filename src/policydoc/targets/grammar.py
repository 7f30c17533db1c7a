"""目标语法: verb and object around a quantity, in every order that notices use.

verb object 3座 · verb 3座 object · subject verb 3人 · 为3万名 object verb · indicator 达到 3% · verb object 到 3个
"""

from __future__ import annotations

from typing import Final

from policydoc.figures.quantity import Quantity
from policydoc.rules.patterns import pattern
from policydoc.targets.adjuncts import Skipped, strip
from policydoc.targets.bare import bare_chain
from policydoc.targets.chains import Chain, chain_at, event_noun, is_noun_head
from policydoc.targets.deeds import deed_reading
from policydoc.targets.indicators import is_indicator, level_before
from policydoc.targets.levels import level_reading
from policydoc.targets.modifiers import names_head, names_rate, names_size, with_adjective
from policydoc.targets.objects import trim
from policydoc.targets.reading import Reading
from policydoc.targets.subjects import later, subject_reading

_SCOPE = pattern(r"[全我本](?:[省市县区州旗镇乡村社]|街道|系统|社区)(?!级|域|面|部|体|科)")
_ATTENDS: Final = frozenset({"参加", "参与", "参展", "出席", "列席"})
_CHOOSES: Final = frozenset({"选择", "选取", "选定", "针对", "面向"})


def read(text: str, start: int, quantity: Quantity, stop: int, skipped: Skipped, *, continued: bool = False) -> Reading | None:
    """Verb and object of a quantity in the stretch [start, stop) around it; None where nothing stands beside it.

    `skipped` are the adjuncts at its head; a `continued` stretch begins inside a noun: 支持8家|医院聘任医生9名.

    >>> from policydoc.figures.quantities import quantities
    >>> from policydoc.targets.adjuncts import skip
    >>> line = "改造沿街老旧楼栋9栋"
    >>> reading = read(line, 0, quantities(line)[0], len(line), skip(line, 0, 8, {}))
    >>> line[slice(*reading.action)], line[slice(*reading.object)], reading.change
    ('改造', '沿街老旧楼栋', 'output')
    """
    end_of_words = level_before(text, skipped.place, quantity.before)
    begin = with_adjective(text, start, skipped.place, end_of_words.noun_end if end_of_words else quantity.before)
    level = level_before(text, begin, quantity.before) if begin != skipped.place else end_of_words
    chain = None if continued else chain_at(text, begin, quantity.before)
    if chain is not None and (text[chain.end : quantity.before] == "的" or (level is None and text.startswith("的", chain.end))):
        return None  # 已实施的24项措施, 新建的水厂占地300平方米: no order
    if chain is not None and chain.verb.form in _ATTENDS and text[quantity.before - 1] == "的":
        return None  # 参加大会的237名代表
    if text[quantity.before - 1 : quantity.before] == "的" and event_noun(text, begin, quantity.before - 1) is not None:
        return later(text, quantity.after, stop) if text[begin] in "为对将把" else None
    if chain is None and not continued and (lead := _SCOPE.match(text, begin, quantity.before)) is not None:
        chain = _ordered(text, lead.end(), quantity.before) or bare_chain(text, lead.end(), quantity)
    if chain is None and level is None and not continued:
        chain = bare_chain(text, begin, quantity)
    if level is not None and chain is not None and chain.end > level.noun_end:
        if chain.end == level.span[1] and chain.start <= level.span[0]:
            level = None  # 改造提升25个, 增加3个: the verb of a level is the deed itself
        else:
            chain = chain_at(text, begin, level.noun_end)
    if chain is not None:
        noun_end = level.noun_end if level is not None else strip(text, chain.end, quantity.before)
        if (
            names_rate(text, chain, noun_end, quantity)
            or names_size(text, chain, noun_end)
            or (level is not None and names_head(text, chain, noun_end))
        ):
            chain = None
            if level is None:
                return _finished(text, start, begin, quantity, Reading(None, (begin, noun_end), "level", level=True), skipped)
    if level is not None:
        found = level_reading(text, begin, quantity, stop, level, chain)
        if level.tail.form == "为" and found is not None and found.action == level.span:
            found = found._replace(action=None)
    elif chain is not None:
        found = deed_reading(text, quantity, stop, chain)
        if found is None and chain.verb.form in _CHOOSES:
            found = later(text, quantity.after, stop)  # 选择20条道路|开展微改造
        if found is not None and found.object is None and chain.verb.use == "noun" and found.action == chain.span:
            found = found._replace(event=trim(text, start, chain.end))  # 实施建设20亩、高效节水灌溉5亩
    else:
        found = subject_reading(text, begin, quantity, stop)
    return _finished(text, start, begin, quantity, found, skipped) if found is not None else None


def _ordered(text: str, start: int, stop: int) -> Chain | None:
    """The verb behind 全村 or 全市 where a noun stands between it and the number: 全村|发展大棚蔬菜200亩, but 全市造林面积.

    >>> _ordered("全村发展大棚蔬菜", 2, 8).span, _ordered("全市造林面积", 2, 6)
    ((2, 4), None)
    """
    chain = chain_at(text, start, stop)
    if chain is None or chain.verb.use != "noun" or stop - chain.end < 2 or is_noun_head(text, chain.end, chain.verb):
        return None
    return None if text[chain.end] in "、等和及与的" or is_indicator(text, start, stop) else chain


def _finished(text: str, start: int, begin: int, quantity: Quantity, found: Reading, skipped: Skipped) -> Reading:
    """With what doubling, 累计, 至少 and 各 add."""
    if quantity.doubling:
        found = found._replace(action=(quantity.start, quantity.end), change="rise_to", level=True)
    if found.change == "output" and _is_stock(text, start, begin, quantity, found):
        found = found._replace(change="level")
    action = found.action[0] if found.action is not None else 0
    if not skipped.comparator and action > begin and text.endswith(("至少", "最少"), begin, action):
        found = found._replace(bound="ge")  # 8月底前|至少改善20公里
    per = (action - 1, action) if action > begin and text[action - 1] == "各" else skipped.per
    return found._replace(bound=skipped.comparator or found.bound, per=per) if skipped.comparator or per else found


def _is_stock(text: str, start: int, begin: int, quantity: Quantity, found: Reading) -> bool:
    """累计打造300个, 企业突破9万户: what stands at a date rather than what is added."""
    if text.startswith(("突破", "首次突破"), quantity.before):
        return found.action is None or found.action[0] > begin
    if "累计" in text[start:begin]:
        return not text.startswith(("年", "月"), max(start, text.find("累计", start, begin) - 1))
    return found.action is not None and text.endswith("累计", begin, found.action[0])
