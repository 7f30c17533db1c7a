"""标题: the lines of a title joined, without what a web page hung on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from policydoc.layout import Line
from policydoc.parts.number import leading_number, trailing_numbers
from policydoc.parts.shape import could_be_title, is_adoption
from policydoc.rules.agencies import is_organisation
from policydoc.rules.kinds import Kind, kind_at_end
from policydoc.rules.patterns import pattern

ISSUING = pattern(r"印发|转发|批转|颁发|发布|公布|颁布|下发|下达|印送|检送|报送|转批|分发|分解落实|分解下达")
_NAMED = pattern(r"《[^《》]{0,120}(?:《[^《》]{0,80}》[^《》]{0,80}){0,4}》")
_SUFFIX = pattern(
    r"[(](?!(?:19|20)[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?[)])(?:(?:19|20)[0-9]{2}|[一二][〇零O0]|试行|暂行|修订|修改|征求意见|送审|草案|审议|第[一二三四五六七八九十0-9]{1,3}[批版期]|[^()]{0,20}稿|[^()]{0,12}版)[^()]{0,30}[)]?.{0,12}"
)
_HEADING = pattern(r"(?:主要|重点|工作|总体|具体|年度|基本|保障|组织)(?:任务|目标|要求|安排|措施|工作|计划|原则|保障|实施)")
_GOES_ON = pattern(r"[的和及与、并或暨]")
_WEB_PREFIX = pattern(r"\[[^\[\]]{1,14}\]|[(](?:转载|图文|最新|公开)[)]|[\u3400-\u9fff]{2,8}[丨|](?=[\u3400-\u9fff]{4})")
_WEB_SUFFIX = pattern(
    r"(?:_[^_]{2,40}){1,3}$"
    r"|[-|]{1,3}[^-|]{0,20}(?:网|门户网站|政府|频道|文件|公开|库)(?:[-|_][^-|]{2,24})?$"
    r"|\[?20[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}(?: ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?\]?$"
    r"|(?<=[)\]])20[0-9]{2}[./-][0-9./: -]{3,20}$"
)
_ROUND = pattern(r"[(][^()]{0,40}[)]")
_HANDING = frozenset({"通知", "函", "公告", "令", "决定", "通告", "批复", "通报"})
_MOST = 6
_REMEMBERED = 4096
_IGNORED = pattern(r"[《》“”()\[\],、;:·\-~.\s]")


class Title(NamedTuple):
    """标题: which lines and which stretch of each."""

    pieces: tuple[tuple[int, int, int], ...]
    """(line, start, end) in folded line offsets."""
    folded: str

    @property
    def last(self) -> int:
        """The index of its last line."""
        return self.pieces[-1][0]

    def spans(self, lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
        """Where its pieces stand in the content."""
        return tuple(lines[index].span(start, end) for index, start, end in self.pieces)

    def written(self, content: str, lines: Sequence[Line]) -> str:
        """Its characters as the document has them, without blanks."""
        return "".join(quoted(content, lines[index], start, end) for index, start, end in self.pieces)


def quoted(content: str, line: Line, start: int, end: int) -> str:
    """The content behind `line.text[start:end]`, without the blanks that the folded line leaves out."""
    return "".join(content[place] for place in line.at[start:end]).replace("\n", " ").replace("\r", "")


@lru_cache(_REMEMBERED)
def essence(title: str) -> str:
    """A folded title without brackets, quotes and blanks: what two titles are compared by.

    >>> essence("《云泽市2024年实施方案》(试行)")
    '云泽市2024年实施方案试行'
    """
    return _IGNORED.sub("", title)


def without_brackets(title: str) -> str:
    """A folded title without what stands in round brackets.

    >>> without_brackets("云泽市2024年实施方案(试行)")
    '云泽市2024年实施方案'
    """
    return _ROUND.sub("", title)


def bare(title: str) -> str:
    """A folded title without the names of other documents inside it.

    >>> bare("关于印发《实施方案》的通知")
    '关于印发《》的通知'
    """
    return _NAMED.sub("《》", title)


def issues(title: str) -> bool:
    """Whether a folded title says that it hands on another text (印发, 转发, 公布 …的通知).

    >>> [issues(title) for title in ("关于印发《实施方案》的通知", "关于贯彻《关于印发方案的通知》的意见", "关于报送总结的通知")]
    [True, False, False]
    """
    kind = kind_at_end(title)
    hands = kind is not None and kind.status == "statutory" and kind.name in _HANDING
    return hands and any(verb[0] != "报送" or not title.endswith("通知") for verb in ISSUING.finditer(bare(title)))


def complete(title: str) -> Kind | None:
    """The kind that closes a folded title, or None where words must follow.

    >>> complete("云泽市人民政府关于印发实施方案") is None, complete("云泽市2024年实施方案").name
    (True, '方案')
    """
    kind = kind_at_end(title)
    if kind is None or title.count("《") > title.count("》") or title.count("(") > title.count(")"):
        return None
    head = bare(title)
    if "关于" in head and ISSUING.search(head, head.index("关于")) and kind.status != "statutory":
        return None
    return None if "关于" in head and kind.form == "意见" and re.search(r"(?:印发|转发|批转)[^《]*意见$", head) else kind


def unhung(text: str, start: int = 0) -> int:
    """Where a folded title ends, the web site's words behind it left out.

    >>> unhung("云泽市2024年实施方案_云泽市人民政府"), unhung("云泽市2024年实施方案")
    (12, 12)
    """
    end = len(text)
    while end > start and text[end - 1] in "·*#| ":
        end -= 1
    match = _WEB_SUFFIX.search(text, start, end)
    if match and (kind_at_end(text[start : match.start()]) or trailing_numbers(text[start : match.start()])):
        return match.start()
    return end


def _closing(text: str, start: int, end: int) -> int:
    """Where the 《 at `start` is closed; -1 where it is not."""
    depth = 0
    for place in range(start, end):
        depth += {"《": 1, "》": -1}.get(text[place], 0)
        if not depth:
            return place
    return -1


def trimmed(text: str) -> tuple[int, int]:
    """The stretch of a folded title without the number and the web site's words around it.

    >>> text = "[政策文件]云泽市2024年实施方案_云泽市人民政府"
    >>> text[slice(*trimmed(text))]
    '云泽市2024年实施方案'
    """
    start, end = 0, len(text)
    prefixed = text[:1] in ("[", "(") or "丨" in text[:9] or "|" in text[:9]
    if prefixed and (match := _WEB_PREFIX.match(text)):
        start = match.end()
    if number := leading_number(text, start):
        start = number.end
        while start < len(text) and text[start] in " :·":
            start += 1
    end = unhung(text, start)
    if numbers := trailing_numbers(text[start:end]):
        end = start + numbers[0].start
        end -= text[end - 1] == "("
    if text[start : start + 1] == "《" and _closing(text, start, end) == end - 1:
        start, end = start + 1, end - 1
    return (start, end) if start < end else (0, len(text))


def read_title(lines: Sequence[Line], live: Sequence[int], place: int, limit: int) -> Title | None:
    r"""The title that begins at `live[place]`; its lines are taken until it is complete.

    >>> from policydoc.layout import lines
    >>> found = lines("云泽市人民政府关于印发\n云泽市2024年实施方案的通知\n各县人民政府：")
    >>> read_title(found, [0, 1, 2], 0, 3).folded
    '云泽市人民政府关于印发云泽市2024年实施方案的通知'
    """
    first = lines[live[place]].text
    stretch = trimmed(first)
    if not could_be_title(first[slice(*stretch)]):
        return None
    taken = [(live[place], *stretch)]
    text = first[slice(*stretch)]
    best = list(taken) if complete(text) else None
    for step in range(1, _MOST):
        if place + step >= limit:
            break
        index = live[place + step]
        following = lines[index].text
        if lines[index].role != "text":
            break
        adjacent = index == taken[-1][0] + 1
        if best is None and _stands_alone(text, following):
            return read_title(lines, live, place + step, limit)
        if not _joins(text, following, adjacent, best is not None):
            break
        stretch = trimmed(following) if not following.startswith("[") else (0, len(following))
        taken.append((index, *stretch))
        text += following[slice(*stretch)]
        if complete(text):
            best = list(taken)
    chosen = best or _opening(lines, taken)
    return Title(tuple(chosen), "".join(lines[index].text[start:end] for index, start, end in chosen))


def _stands_alone(text: str, following: str) -> bool:
    """Whether the line below is a whole title of its own, so that the words above it are the web site's."""
    about = following.find("关于")
    if about < 3 or not is_organisation(following[:about]):
        return False
    return following.startswith(text) or not (is_organisation(text) or _unclosed(text) or "关于" in text or "转发" in text)


def _opening(lines: Sequence[Line], taken: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """What to keep of lines that never became complete: the first, and what its open bracket or 关于 asks for."""
    kept, text = taken[:1], lines[taken[0][0]].text
    for piece in taken[1:]:
        following = lines[piece[0]].text
        if not (_unclosed(text) or _SUFFIX.fullmatch(following) or is_organisation(text) or text.endswith("关于")):
            break
        kept.append(piece)
        text += following
    return kept


def _unclosed(text: str) -> bool:
    return text.count("《") > text.count("》") or text.count("(") > text.count(")") or text[-1:] in "、("


def _joins(text: str, following: str, adjacent: bool, done: bool) -> bool:
    """Whether a line goes on with the title so far."""
    if is_adoption(following):
        return False
    if following[:1] == "(" and _SUFFIX.fullmatch(following) and not _unclosed(text):
        return adjacent or done
    if following == text or len(following) > 80:
        return False
    if _unclosed(text):
        return following[-1] not in "。;:" and "。" not in following
    if not could_be_title(following):
        return False
    if done:
        closing = kind_at_end(text)
        open_ended = closing is not None and closing.status != "statutory"
        return (
            adjacent
            and open_ended
            and kind_at_end(following) is not None
            and (_GOES_ON.match(following) is not None or (len(following) <= 12 and not _HEADING.fullmatch(following)))
        )
    return adjacent or is_organisation(text) or "关于" in text or _GOES_ON.match(following) is not None or ISSUING.search(text) is not None
