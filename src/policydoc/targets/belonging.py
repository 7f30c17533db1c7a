"""归属: numbers that belong to another target: parts (其中), facets (涉及, 惠及), milestones (3月底前100个，6月底前200个)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from policydoc.figures.quantity import Span
from policydoc.rules.lexicon import Lexicon, lexicon
from policydoc.targets.statement import Statement
from policydoc.targets.wholes import goes_on, listed_under, owner_alike

_NEAR: Final = 24
_PARAGRAPH: Final = 60
"""How far 其中 at the head of a sentence looks back."""
_BENEFITS: Final = frozenset({"受益", "惠及", "受惠", "直接受益"})
"""2.1万人受益, 把服务惠及3万户: who gains by what stands before."""
_YEARLY: Final = ("20", "今年", "明年", "后年", "次年", "翌年")
_BUDGET: Final = ("年度", "今年", "当年", "年内", "本年", "计划投资")
"""总投资8亿元,年度计划投资2亿元: what is to be spent is a target."""
_CAUSES: Final = ("使", "让")
_STANDARDS: Final = ("每", "单", "均", "各", "如", "例如", "按")
"""(每座厕位不少于6个): what each must have."""
_LEADS: Final = ("预计", "共", "可", "将", "直接", "累计", "总", "合计", "约", "并")


@cache
def _facets() -> Lexicon[str]:
    return lexicon("facets", lambda row, _: row["kind"])


def facet_at(text: str, start: int, stop: int) -> str:
    """part, facet or "" by the words at the head of a stretch.

    >>> facet_at(",惠及居民", 0, 5), facet_at("其中城区", 0, 4), facet_at("新建驿站", 0, 4)
    ('facet', 'part', '')
    """
    while start < stop and text[start] in "、,;:和及(":
        start += 1
    for _ in range(3):
        found = _facets().at(text, start, stop)
        if found is not None:
            return found[0]
        if not text.startswith(_LEADS, start):
            return ""
        start += len(next(word for word in _LEADS if text.startswith(word, start)))
    return ""


def looks_back(text: str, start: int) -> bool:
    """Whether a sentence speaks of a part of the one before: ;其中….

    >>> looks_back("其中城区3处", 0), looks_back("城区3处", 0)
    (True, False)
    """
    return text.startswith("其中", start)


def _unmarked(text: str, start: int) -> int:
    """The first place behind marks."""
    return next((place for place in range(start, min(len(text), start + 3)) if text[place] not in "、,;:和及("), start)


class Belonging:
    """Decides what a target of a line belongs to, number after number."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.owners: list[int] = []
        """Indices of the main targets so far."""
        self.ends: list[int] = []
        self.last = -1
        """The last number that was placed."""
        self.open_part = -1
        """The owner of the parts of the running sentence."""

    def place(self, found: Sequence[Statement], index: int, start: int, *, own_verb: bool) -> None:
        """Make a target a part or facet of the one before it, or keep it as a main one; `start` is where its own words begin."""
        statement = found[index]
        quantity = statement.quantity
        bracket, _, sentence = statement.place
        owner = self._owner(found, sentence, bracket)
        statement.kind = "target"
        if bracket is not None and (owner is None or self.text.startswith(_STANDARDS, bracket[0])):
            statement.turn("open", "bracket_alone")
            statement.reading = None
            return
        if owner is None and not own_verb and facet_at(self.text, start, quantity.start + 1):
            statement.turn("open", "facet_alone")
            statement.reading = None
            return
        last, self.last = self.last, index
        if owner is None and last >= 0 and found[last].kind == "part":
            owner = listed_under(self.text, found, index, last)
        if owner is not None:
            if len(self.owners) > 1:
                owner = owner_alike(self.text, found, self.owners, owner, quantity.unit_name)
            kind = self._kind(found, index, last, owner, start, bracket, own_verb=own_verb)
            if kind:
                statement.turn(kind, "part" if kind == "part" else "facet")
                statement.of = owner
                self.open_part = owner if kind == "part" else -1
                return
        statement.turn("target", "main")
        self.open_part = -1
        self.owners.append(index)
        self.ends.append(quantity.after)

    def _owner(self, found: Sequence[Statement], sentence: Span, bracket: Span | None) -> int | None:
        if not self.owners:
            return None
        if bracket is None:
            last = self.owners[-1]
            if looks_back(self.text, sentence[0]) and sentence[0] - found[last].quantity.after <= _PARAGRAPH:
                return last
            return last if found[last].quantity.start >= sentence[0] - 1 else None
        rank = bisect_right(self.ends, bracket[0]) - 1
        return self.owners[rank] if rank >= 0 and bracket[0] - self.ends[rank] <= _NEAR else None

    def _kind(
        self, found: Sequence[Statement], index: int, last: int, owner: int, start: int, bracket: Span | None, *, own_verb: bool
    ) -> str:
        text, quantity = self.text, found[index].quantity
        head = facet_at(text, start, quantity.start + 1)
        reading = found[index].reading
        if reading is not None and own_verb and reading.change.endswith("_by"):
            return ""  # 其中工业增加值增长30%: no part of a sum
        if head == "facet" and reading is not None and reading.level and text.startswith(_CAUSES, _unmarked(text, start)):
            return ""  # 投资2亿元,使普及率超过90%
        if head == "facet" and own_verb and reading is not None and reading.object is not None and text.endswith("里程", *reading.object):
            return ""  # 新增通车里程200公里,总里程达到6800公里
        if quantity.dimension == "money" and bracket is None and text.startswith(_BUDGET, _unmarked(text, start)):
            return ""
        if bracket is not None:
            return head or ("" if text.startswith(_STANDARDS, bracket[0]) else "part")
        if head == "part" or self._of_which(found[index - 1].quantity.after if index else 0, quantity.start):
            return "part"
        if head or (reading is not None and reading.action is not None and text[slice(*reading.action)] in _BENEFITS):
            return head or "facet"
        if last >= 0 and found[last].kind == "part" and goes_on(text, found, index, last, owner, own_verb=own_verb):
            return "part"
        before = found[index - 1] if index else None
        if before is None or before.of is None or before.kind not in ("part", "facet") or before.place.bracket != bracket:
            return ""
        listed = text[before.quantity.after : before.quantity.after + 1] == "、"
        if before.of != owner and not listed:
            return ""
        if listed and before.kind == "part":
            return before.kind
        alike = listed or reading is None or not reading.level or before.quantity.unit_name == quantity.unit_name
        return before.kind if not own_verb and alike else ""

    def _of_which(self, start: int, stop: int) -> bool:
        """其中 between the number before and this one."""
        return any(word in self.text[start:stop] for word in ("其中", "包括"))


def mark_milestones(text: str, found: Sequence[Statement], dates: Sequence[Span]) -> None:
    """3月底前100个;6月底前200个;9月底前500个: of one object with a date each, the last is the target."""
    starts = [start for start, _ in dates]
    if len(starts) < 2:
        return
    group: list[int] = []
    for index, statement in enumerate(found):
        if statement.kind != "target" or statement.reading is None or _amount(statement) is None:
            continue
        if group and not _continues(text, found[group[-1]], statement, starts):
            _close(found, group)
            group = []
        group.append(index)
    _close(found, group)


def _continues(text: str, first: Statement, second: Statement, dates: Sequence[int]) -> bool:
    """Whether the second number is a later step of the first: same unit and words, a date between them, no smaller.

    What is delivered in one year and in the next is no schedule of one total.
    """
    one, two = first.reading, second.reading
    if one is None or two is None or one.change != two.change or first.quantity.unit_name != second.quantity.unit_name:
        return False
    if _differ(text, one.object, two.object) or _differ(text, one.action, two.action):
        return False
    rank = bisect_right(dates, first.quantity.after - 1)
    if rank >= len(dates) or dates[rank] >= second.quantity.start or (two.change == "output" and text.startswith(_YEARLY, dates[rank])):
        return False
    earlier, later = _amount(first), _amount(second)
    return earlier is not None and later is not None and earlier < later


def _amount(statement: Statement) -> Decimal | None:
    """What a number says at least: of a range its lower end."""
    return statement.quantity.value if statement.quantity.value is not None else statement.quantity.low


def _differ(text: str, first: Span | None, second: Span | None) -> bool:
    return first is not None and second is not None and text[slice(*first)] != text[slice(*second)]


def _close(found: Sequence[Statement], group: Sequence[int]) -> None:
    """All but the last of a schedule are milestones of the last, and of its object."""
    for index in group[:-1]:
        found[index].turn("milestone", "schedule")
        found[index].of = group[-1]
        reading, last = found[index].reading, found[group[-1]].reading
        if reading is not None and reading.object is None and last is not None:
            found[index].reading = reading._replace(object=last.object)
