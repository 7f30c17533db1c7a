"""分工: groups of units and the label or verb that gives them their role (X牵头,Y、Z配合; 由X负责)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from policydoc.model.fields import Span
from policydoc.model.task import DutyRole
from policydoc.rules.patterns import pattern
from policydoc.tasks.labels import Label
from policydoc.tasks.organisations import Unit, is_collective, is_generic, is_organisation, is_sentence, units
from policydoc.tasks.segments import segments, stretches

LONGEST = 1200
"""Characters of the longest bracket or list that is read."""

_LEGEND = pattern(
    r"(?:列|排)[^,。;()]{0,3}(?:第一|首)|(?:首位|第一位|第一个|首个)(?:责任)?(?:单位|部门)"
    r"|(?:首位|首家|首个|第一(?:位|个|家|名)?)(?:的)?(?:责任)?(?:单位|部门|者)?(?:的)?[均即]?[为是系][^,。;()]{0,4}牵头|无牵头|下同|(?<=[。;,])注:"
)
_NOTE = pattern(r"(?:为)?(?:(?P<lead>牵头)|(?P<support>配合|参与|协办|协助)|(?P<responsible>责任|主办|负责))(?:责任)?(?:单位|部门)?\Z")
_NUMBER = pattern(r"[0-9一二三四五六七八九十百]+")
_BREAK = pattern(r"[()\[\]。!?\t|:]")
_SENTENCE = pattern(r"[^。;!?]+")
_ASIDE = pattern(r"日常|具体工作|经费|资金|办公室设|会议|解释|保管|已|曾|谁|凡|如|费用|应|可|的\Z|第|(?:建立|成立|组建|设立|形成)\Z")
_REMARK = pattern(r"[(\[]?(?:注|备注|说明|附注)[:0-9]")
_AUTHORITY = pattern(r"(?:[局委厅办部署]|政府|办公室|委员会)\Z")
_ENDS = ("、", ",", ";", "。", "会同")
_GIVEN = pattern(r"牵头|负责|主办|承办|组织实施|职责分工")
_ANSWERS = pattern(
    r"(?:要|应|应当|具体|统一|统筹|全面|主要|共同|分别|各自)*(?P<verb>牵头负责|牵头|负责|主办|承办)(?![人、]|同志|制(?![定订作造])|单位|部门|任|的|机关|地区|学校|$)"
)
_LEADS = pattern(r"(?P<verb>牵头)\Z")
"""A clause that is nothing but who leads: 市水利局牵头,9月底前完成."""
_COORDINATES = pattern(r"(?:领导小组|指挥部|联席会议|专班|(?:主管|行政|管理|有关|相关)部门)\Z")
_CLAUSE = pattern(r"[^,。;:!?]+")


class Group(NamedTuple):
    """Units with one role, and the words that state it."""

    role: DutyRole
    units: tuple[Span, ...]
    start: int
    end: int


def value_groups(text: str, label: Label, limit: int) -> list[Group]:
    """The groups of what stands behind a label, up to `limit` or to the end of its bracket or sentence.

    >>> value_groups("责任单位:市教育局。", Label(0, 5, "responsible", "responsible"), 10)
    [Group(role='responsible', units=((5, 9),), start=0, end=9)]
    """
    limit = min(limit, label.end + LONGEST)
    end, depth = limit, 0
    for match in _BREAK.finditer(text, label.end, limit):
        mark = match[0]
        if mark in "([":
            depth += 1
        elif mark in ")]" and depth:
            depth -= 1
        elif depth == 0:
            end = match.start()
            if mark == ":":
                end = max((text.rfind(sign, label.end, end) for sign in "、,;)]"), default=label.end)
            break
    end = _without_legend(text, label.end, max(label.end, end))
    found: list[Group] = []
    if label.role is None or label.rest is None:
        return found
    for role, start, stop, verb_end in segments(text, label.end, end):
        named = units(text, start, stop)
        if role is None:
            found += _grouped(named, label.role, label.rest, label.start, verb_end)
        else:
            found += _grouped(named, role, role, label.start if not found else start, verb_end)
    return found


def bracket_groups(text: str, start: int, end: int) -> list[Group]:
    """The groups of a bracket that opens at `start` and closes at `end`: (X牵头,Y配合), (X、Y负责), (X、Y).

    >>> bracket_groups("(市教育局负责)", 0, 7)
    [Group(role='responsible', units=((1, 5),), start=1, end=7)]
    """
    if not 2 < end - start <= LONGEST or _NUMBER.fullmatch(text, start + 1, end):
        return []
    stop = _without_legend(text, start + 1, end)
    after = text[end + 1 : end + 2]
    closing = after in ("", "。", ".", ";", "(", "[") or text[start - 1 : start] in ("。", ".", ";", ")", "]", "!", "?")
    found: list[Group] = []
    for role, a, b, verb_end in segments(text, start + 1, stop):
        scope = text.rfind("由", a, b)
        if scope > a and not closing:
            return []
        named = [unit for unit in units(text, max(a, scope + 1), b) if _is_named(text[unit.start : unit.end])]
        if not any(_is_sure(text[unit.start : unit.end]) for unit in named):
            continue
        if role is not None:
            found += _grouped(named, role, role, named[0].start, verb_end)
        elif found or (closing and _only_units(text, start, a, b, named)):
            found += _grouped(named, "responsible", "responsible", named[0].start, named[-1].end)
    return found


def sentence_groups(text: str) -> list[Group]:
    """The groups of running text: 由X牵头,Y配合; a sentence that is nothing but X牵头,Y配合.

    >>> [group.role for group in sentence_groups("新建幼儿园2所,由市教育局牵头、各区配合。")]
    ['lead', 'support']
    """
    found: list[Group] = []
    if _GIVEN.search(text) is None or _REMARK.match(text):
        return found
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        if end - start <= LONGEST and _GIVEN.search(text, start, end) is not None:
            whole = list(_running(text, start, end)) if end - start <= 200 else []
            if whole and whole[-1].end == end:
                found += whole
                continue
            before = len(found)
            for match in re.finditer("由", sentence[0]):
                at = start + match.start()
                if not found or at >= found[-1].end:
                    found += _given(text, start, at, end)
            if len(found) == before:
                found += [group for clause in _CLAUSE.finditer(text, start, end) for group in _subject(text, *clause.span())]
    return found


def _subject(text: str, start: int, end: int) -> Iterator[Group]:
    """The group that opens a clause and answers for what follows: 市民政局负责组织实施评估工作.

    >>> [text[slice(*group.units[0])] for text in ["市民政局负责组织实施评估工作"] for group in _subject(text, 0, len(text))]
    ['市民政局']
    """
    verb = _ANSWERS.search(text, start, min(end, start + 80))
    if verb is None and text.endswith("牵头", start, end):
        verb = _LEADS.search(text, max(start, end - 2), end)
    if verb is None or _ASIDE.search(text, start, verb.end("verb")) or _ASIDE.match(text, verb.end("verb")):
        return
    named = units(text, start, verb.start())
    gaps = [text[start : named[0].start], *(text[x.end : y.start] for x, y in pairwise(named))] if named else []
    if not named or named[-1].end != verb.start() or any(len(gap) > 2 for gap in gaps):
        return
    names = [text[unit.start : unit.end] for unit in named]
    if all(_is_sure(name) and "由" not in name and not _COORDINATES.search(name) for name in names):
        role: DutyRole = "lead" if verb["verb"].startswith("牵头") else "responsible"
        yield Group(role, tuple((unit.start, unit.end) for unit in named), start, verb.end("verb"))


def _given(text: str, sentence: int, at: int, end: int) -> list[Group]:
    """The groups behind a 由, where they are an assignment and no aside: 所需经费由X负责."""
    clause = max(text.rfind(mark, sentence, at) for mark in ",:") + 1
    if _ASIDE.search(text, max(sentence, clause), at):
        return []
    following = text.find("由", at + 1, end)
    return list(_running(text, at + 1, min(following if following > 0 else end, at + 200)))


def _running(text: str, start: int, end: int) -> Iterator[Group]:
    """Groups that follow each other without another word between them; the first leads or is responsible."""
    here = start
    for role, a, b, verb_end in segments(text, start, end):
        named = units(text, a, b)
        names = [text[unit.start : unit.end] for unit in named]
        if role is None or not named or here < a or not all(_is_sure(name) and "由" not in name for name in names):
            return
        if not text.startswith(_ENDS, verb_end) and verb_end < end:
            return
        if here == start and (role == "support" or _GIVEN.search(text, named[-1].end, verb_end) is None):
            return
        gaps = [text[a : named[0].start], *(text[x.end : y.start] for x, y in pairwise(named))]
        if any(len(gap) > 2 for gap in gaps) or (role != "support" and all(is_generic(name) for name in names)):
            return
        yield from _grouped(named, role, role, named[0].start, verb_end)
        here = verb_end + 1


def _without_legend(text: str, start: int, end: int) -> int:
    """Where the words end before 列第一位者为牵头单位 or 下同, or before the bracket that holds them."""
    legend = _LEGEND.search(text, start, end)
    if legend is None:
        return end
    opening = max(text.rfind("(", start, legend.start()), text.rfind("[", start, legend.start()))
    closing = max(text.rfind(")", start, legend.start()), text.rfind("]", start, legend.start()))
    return opening if opening > closing else legend.start()


def _grouped(named: Sequence[Unit], role: DutyRole, rest: DutyRole, start: int, end: int) -> list[Group]:
    """The units by role, where a note behind a name may give it another: 市教育局(牵头)、市财政局(配合)."""
    roles: list[tuple[DutyRole, Unit]] = []
    for index, unit in enumerate(named):
        note = _NOTE.match(unit.note)
        own: DutyRole = role if index == 0 else rest
        if note is not None:
            own = "lead" if note["lead"] else "support" if note["support"] else "responsible"
        roles.append((own, unit))
    runs = [(own, tuple((unit.start, unit.end) for _, unit in run)) for own, run in groupby(roles, key=lambda item: item[0])]
    starts, ends = [spans[0][0] for _, spans in runs], [spans[-1][1] for _, spans in runs]
    starts[:1], ends[-1:] = [min(start, a) for a in starts[:1]], [max(end, b) for b in ends[-1:]]
    return [Group(own, spans, a, b) for (own, spans), a, b in zip(runs, starts, ends, strict=True)]


def _is_sure(name: str) -> bool:
    """Whether a name is plainly a unit's, in the middle of other words."""
    return (is_organisation(name) or is_collective(name)) and not is_sentence(name) and not is_generic(name)


def _is_named(name: str) -> bool:
    return _is_sure(name) or (len(name) <= 10 and not is_sentence(name) and not is_generic(name))


def _only_units(text: str, bracket: int, start: int, end: int, named: Sequence[Unit]) -> bool:
    """Whether a bracket without a verb is a list of units that answers for the sentence before it, and no other name of one."""
    before = text[max(0, bracket - 12) : bracket]
    if bracket < 6 or _AUTHORITY.search(before) or is_collective(before) or not named:
        return False
    others = sum(re.search("[0-9:年月]|长期|持续", text[x:y]) is None for x, y in stretches(text, start, end))
    if others > len(named):
        return False
    names = [text[unit.start : unit.end] for unit in named]
    return is_organisation(names[0]) and all(_is_sure(name) and (is_organisation(name) or name[0] == "各") for name in names)
