"""标题: which words after a marker are the title of a section.

Alone on its line: all of it. Run-in: the words before the first 。 or ：, when more of the item follows, at most thirty
characters without a number with unit. A paragraph that is one sentence has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from policydoc.outline.section import Draft, Span
from policydoc.rules.patterns import pattern
from policydoc.rules.units import unit_at

if TYPE_CHECKING:
    from policydoc.layout import Line

LONGEST_RUN_IN = 30
PLAIN_RUN_IN = 20
"""The longest run-in title among items that mostly have none."""
LONGEST_HEADING = 60
_OPENERS, _CLOSERS = "([《“", ')]》”"'
_BRACKET = pattern(r"\[([^\[\]]{2,30})\](?=[^,。;:])")
_DUTY = pattern(r"(?:牵头|责任|配合|主办|协办|参与|承办|实施|负责|完成|联系|监督)?(?:单位|部门|领导|主体|时限|时间|人|电话|机关)?[::]")
_NUMBER = pattern(r"(?<![第0-9.])[0-9][0-9,]{0,12}(?:\.[0-9]{1,6})?(?:余|多)?")
_DATE = pattern(r"年|月(?!度?[^底末初前内起0-9至到-])|日|个?年度|学年|届|号")
_YEAR = pattern(r"(?:19|20)(?!00)[0-9]{2}")
_MULTIPLIER = pattern(r"[百千万亿]{1,2}")
_TAIL = pattern(r"(?:\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|[。.;,])*")
_DASH = pattern(r"([^;()\[\]-]{2,26}(?:工程|项目|行动|计划|活动|任务|实事))--")
_FINAL = pattern(r"[。.;,!?]+\Z")
_DUTY_LINE = pattern(r"[(\[]?[^:,。;]{0,6}(?:单位|部门|领导|责任人|联系人|时限|时间|主体|机关)[:)\]]")
_CLOSING = pattern(r"特此(?:公告|通告|通知|通报|函达|函复|批复|报告|说明)|此复|此致|妥否,请批示")
"""结语: words that close a text and tell nothing more of its last item."""
_METADATA = pattern(r"\((?:[^()]{0,12}(?:单位|部门|领导|主体|时限|机关|时间)[::]|[^()]{1,120}(?:牵头|负责|配合|落实)\))")


def counts_something(text: str) -> bool:
    """Whether a number with a unit stands in folded words; years and months count nothing.

    >>> [counts_something(words) for words in ("新建公厕3座", "2024年工作回顾", "推广12345热线", "125人才梯队")]
    [True, False, False, False]
    """
    for match in _NUMBER.finditer(text):
        end = match.end()
        if _DATE.match(text, end) or (not match.start() and _YEAR.fullmatch(match[0])):
            continue
        times = _MULTIPLIER.match(text, end)
        if times or (unit_at(text, end) is not None and not text.startswith("人才", end)):
            return True
    return False


def stop_at(text: str, start: int, end: int, *, points: bool = False) -> int:
    """The first 。 or ： outside brackets in `text[start:end]`, or -1; `points` tells that points end sentences.

    >>> stop_at("公厕改造。新建3座。", 0, 10), stop_at("公厕（甲：乙）改造：", 0, 9), stop_at("公厕", 0, 2)
    (4, -1, -1)
    >>> stop_at("公厕改造.新建3座.", 0, 10, points=True)
    4
    """
    depth = 0
    inside = -1
    for place in range(start, min(end, start + 160)):
        character = text[place]
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS:
            depth = max(0, depth - 1)
        elif depth:
            inside = place if character == "。" and inside < 0 else inside
        elif character in "。:!?":
            if character == ":" and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit():
                continue
            return place
        elif points and character == "." and place > start and not text[place - 1].isascii() and not text[place + 1 : place + 2].isdigit():
            return place
    return inside


def title_span(text: str, start: int, end: int, *, more: bool, points: bool = False) -> tuple[Span | None, int]:
    """The title in `text[start:end]`, what follows a marker on its line, and where the heading ends.

    `more` tells whether the section goes on behind this stretch, `points` whether points end sentences.

    >>> title_span("(一)公厕改造。新建3座。", 3, 13, more=False)
    ((3, 7), 8)
    >>> title_span("(一)公厕改造", 3, 7, more=True), title_span("(一)新建公厕3座。", 3, 10, more=False)
    (((3, 7), 7), (None, 3))
    """
    if start >= end:
        return None, start
    bracket = _BRACKET.match(text, start, end)
    if bracket and not _DUTY.search(bracket[1]):
        return bracket.span(1), bracket.end()
    stop = stop_at(text, start, end, points=points)
    dash = _DASH.match(text, start, end if stop < 0 else stop)
    if dash and stop >= 0 and not counts_something(dash[1]):
        return dash.span(1), dash.end()
    if stop < 0:
        return _alone(text, start, end, more=more)
    if stop == start:
        return None, start
    rest = _TAIL.match(text, stop + 1, end)
    follows = rest is None or rest.end() < end
    if not (follows or more) or stop - start > LONGEST_RUN_IN or counts_something(text[start:stop]):
        return None, start
    return (start, stop), stop + 1


def _alone(text: str, start: int, end: int, *, more: bool) -> tuple[Span | None, int]:
    """The title of a line without 。 or ：."""
    metadata = _METADATA.search(text, start, min(end, start + 400))
    last = metadata.start() if metadata and metadata.start() > start else end
    final = _FINAL.search(text, start, last)
    if final and text[final.start()] in ";,":
        return None, start
    if final:
        last = final.start()
    words = text[start:last]
    if not words or len(words) > (LONGEST_HEADING if more else LONGEST_RUN_IN):
        return None, start
    if not more and counts_something(words):
        return None, start
    return (start, last), end


def entitle(lines: Sequence[Line], drafts: Sequence[Draft]) -> None:
    """Gives the sections their titles.

    Where most items of a style are plain sentences, the first of several sentences is a title only if it is short and has no comma.
    """
    points = bool(drafts) and not any("。" in lines[index].text for index in range(drafts[0].line, drafts[-1].end[0] + 1))
    numbered = [draft for draft in drafts if draft.ordinal is not None and draft.family != "named_条"]
    titled: Counter[tuple[str, bool]] = Counter()
    for draft in drafts:
        draft.heading_end = max(draft.heading_end, draft.words)
    for draft in numbered:
        _entitle(lines, draft, points=points)
        titled[draft.family, draft.inline] += draft.title is not None
    _set_apart(lines, numbered)
    styles = Counter((draft.family, draft.inline) for draft in numbered)
    for draft in numbered:
        style = (draft.family, draft.inline)
        if draft.title is None or 3 * titled[style] >= 2 * styles[style]:
            continue
        start, end = draft.title
        text = lines[draft.line].text
        if text[end : end + 1] == "。" and (end - start > PLAIN_RUN_IN or "," in text[start:end]):
            draft.title, draft.heading_end = None, draft.words


def _set_apart(lines: Sequence[Line], drafts: Sequence[Draft]) -> None:
    """（二）公厕工程　新建5座: where two items of a style or more have a blank between words and text, the words are the title."""
    found: dict[str, list[tuple[Draft, int]]] = {}
    for draft in drafts:
        gap = None if draft.inline else _gap(lines[draft.line], draft.words)
        if gap is not None and (draft.title is None or draft.title[1] > gap):
            found.setdefault(draft.family, []).append((draft, gap))
    for apart in found.values():
        for draft, gap in apart if len(apart) > 1 else ():
            draft.title, draft.heading_end = (draft.words, gap), gap


def _gap(line: Line, start: int) -> int | None:
    """The place behind the words that stand apart from a text with a number or a stop."""
    text, at = line.text, line.at
    if isinstance(at, range):
        return None
    for place in range(start + 1, min(len(text), start + PLAIN_RUN_IN)):
        if at[place] - at[place - 1] > 1:
            apart = place - start > 1 and (counts_something(text[place : place + 60]) or "。" in text[place:])
            lone = "一" <= text[place] <= "龥" and at[-1] - at[place] == len(text) - 1 - place and len(line.pieces) < 2
            return place if apart and lone else None
        if not text[place].isalnum() and text[place] not in "“”、()":
            return None
    return None


def _entitle(lines: Sequence[Line], draft: Draft, *, points: bool) -> None:
    text = lines[draft.line].text
    stop = draft.end[1] if draft.end[0] == draft.line else len(text)
    stop = min(stop, next((child.start for child in draft.children if child.line == draft.line and not child.inline), stop))
    title, end = title_span(text, draft.words, stop, more=_goes_on(lines, draft), points=points)
    if title and not (draft.inline and end == stop):  # an inline item without a stop is one clause
        draft.title, draft.heading_end = title, end


def _goes_on(lines: Sequence[Line], draft: Draft) -> bool:
    """Whether anything but duties follows the line of a section's head."""
    if any(child.line != draft.line or not child.inline for child in draft.children):
        return True
    for index in range(draft.line + 1, min(draft.end[0] + 1, draft.line + 12)):
        line = lines[index]
        if line.role == "table":
            return True
        aside = _DUTY_LINE.match(line.text) or _CLOSING.match(line.text) or (line.text[:1] == "(" and line.text[-1] == ")")
        if line.role == "text" and line.text and not aside:
            return True
    return False
