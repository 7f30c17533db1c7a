"""指标语句: one line → its numbers with kinds, and the targets among them.

1. Every number of the line is a figure; a figure is a target only with a deed or an indicator beside it.
2. A target keeps its words: clause, verb, object, comparator, period and what it is measured against.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from policydoc.figures.kinds import OPEN, kind, masks
from policydoc.figures.quantities import Quantity, quantities
from policydoc.rules.verbs import verb_at
from policydoc.targets.clauses import Clauses
from policydoc.targets.reading import Reading, Span, read

_PART = re.compile(r"其中|(?<![包])(?:包括|包含)[:：]?\Z")
_FACET = re.compile(
    r"\A[、,和及]?(?:预计|共|可|将|直接|累计|带动|总)?(?:涉及|惠及|受益|覆盖|可惠及|新增受益|带动|辐射|总建筑面积|总面积|建筑面积|占地|总投资|总长|线路总长|里程|总里程|建设里程|估算)"
)
_PAST = re.compile(
    r"已(?!经?[^,。;]{0,4}(?:同意|批准|印发|有))|截至|截止|去年|上年末|前年|(?<![一二三四五])以来|过去|先后[^,。;]{0,12}了|圆满|(?:五|四|三|两)年来|目前|现有|原有|现已|完成率|同比|了(?=[0-9一二三四五六七八九])|连续[一二两三四五六七八九0-9]+年(?:居|保持|位)"
)
_FUTURE = re.compile(r"力争|争取|确保|到20[0-9]{2}年|将|要|计划|预期|目标|今年|全年|年内|底前")
_BASE = re.compile(r"(?:由|从)(?P<what>[^,。;由从]{0,16})\Z")
_CHANGE_TO = re.compile(
    r"[^,。;]{0,4}?(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|压缩|缩短|升|降|增|调整|扩容|延长|发展|减)(?:到|至|为)"
)
_PERIOD_BASE = re.compile(
    r"(?:比|较|与|相比)(?P<period>(?:19|20)[0-9]{2}年(?:底|末)?|上年(?:同期|末)?|去年(?:同期)?|“?十[一二三四五]五”?(?:期?末|时期)?|20[0-9]{2})(?:年)?(?:同期|水平)?|以(?P<basis>(?:19|20)[0-9]{2}年)为基[数期]|在(?P<on>(?:19|20)[0-9]{2}年)[^,。;]{0,6}基础上"
)
_PER = re.compile(
    r"(?:平均)?每(?:[0-9一二两三四五六七八九十百千万]{1,4})?(?:平方公里|公里|人口|[万千]?[人名个户位所家条项亩县区村镇乡校市社街园月季年日周班组岗场]|道)?|各\Z"
)
_PER_NOUN = re.compile(r"(?:县|区|市|镇|乡|村|街道|社区|学校|乡镇|村居|老年人|残疾人|家庭|园区|部门|季度|月|学年)(?:\(市、区\)|\(街道\))?")
_HOLD = re.compile(r"(?:控制|压控)在")
_ATTRIBUTE = re.compile(r"(?:及以上|以上|以下|以内|的|(?:及以上|以上|以下|以内|左右)的)")
_LEVEL_WORD = re.compile(r"(?:高于|低于|达到|达|超过|超|不低于|不少于|不超过|占比|满|不足|突破|为|在|近|最近|连续|大于|小于)\Z")
_CONDITION = re.compile(r"\A[^,。;:]{0,30}的(?=[,:])")
_COMMITMENTS = (
    ("strive", re.compile(r"力争|争取|力求|努力|有望")),
    ("in_principle", re.compile(r"原则上")),
    ("encourage", re.compile(r"鼓励|引导")),
    ("firm", re.compile(r"确保|必须|务必|坚决|保证")),
    ("planned", re.compile(r"预计|计划(?!生育|》|”)|(?<![模摹])拟")),
)
_BINDING = (("binding", re.compile(r"约束性")), ("expected", re.compile(r"预期性")))
_LIST_MARK = re.compile(r"\s*[、和及与]")
_SEPARATE = re.compile(r"[,。;、:!?\t|]|和|及|与|以及")
_RESPECTIVE = re.compile(r"分别|依次")


@dataclass(slots=True)
class Statement:
    """One number of the line and what became of it. Offsets are into the folded line."""

    quantity: Quantity
    kind: str
    start: int
    end: int
    """The clause that carries it."""
    reading: Reading | None = None
    per: Span | None = None
    baseline: tuple[Quantity | None, Span, Span | None] | None = None
    """The earlier amount, the words that give it, and the period."""
    commitment: str | None = None
    binding: str | None = None
    of: int | None = None
    """Index of the statement that a part, milestone or facet belongs to."""
    notes: list[str] = field(default_factory=list)
    """Codes of what is odd about it."""
    counts: tuple[int, int] = (0, 0)
    """How many objects and values 分别 should pair."""

    @property
    def is_target(self) -> bool:
        """Whether it goes to the plan's targets."""
        return self.kind in ("target", "milestone", "part", "facet")


def statements(
    text: str, written: str | None = None, *, dates: Sequence[Span] = (), skip: Sequence[Span] = (), past: bool = False, wanted: bool = True
) -> list[Statement]:
    """The numbers of one line. `dates` are the stretches that name dates; `past` lines report what was done.

    >>> [(s.kind, text[s.start : s.end]) for text in ["新建公厕76座,惠及居民3万人。"] for s in statements(text)]
    [('target', '新建公厕76座'), ('facet', '惠及居民3万人')]
    """
    found = [quantity for quantity in quantities(text, written) if not any(start <= quantity.start < end for start, end in skip)]
    if not found:
        return []
    clauses = Clauses(text)
    quotes, _ = masks(text)
    result = [_statement(text, quantity, dates, quotes, clauses) for quantity in found]
    opened = [statement for statement in result if statement.kind == OPEN]
    for statement in opened:
        if not statement.quantity.read:
            statement.kind = "unknown"
        elif past or _is_past(text, statement, clauses):
            statement.kind = "achievement"
    _baselines(text, result)
    _attributes(text, result)
    if not wanted:
        for statement in result:
            if statement.kind == OPEN:
                statement.kind = "unknown"
        return result
    last: Statement | None = None
    for index, statement in enumerate(result):
        if statement.kind != OPEN:
            continue
        _read(text, result, index, last, clauses, dates)
        if statement.is_target:
            last = statement
    _respective(text, result, clauses)
    return result


def _statement(text: str, quantity: Quantity, dates: Sequence[Span], quotes: Sequence[Span], clauses: Clauses) -> Statement:
    clause = clauses.clause(quantity.start)
    return Statement(quantity, kind(text, quantity, dates, quotes, clause), *clause)


def _is_past(text: str, statement: Statement, clauses: Clauses) -> bool:
    """Whether the sentence reports what was reached already."""
    start, end = clauses.sentence(statement.quantity.start)
    lead = text[start : statement.quantity.start]
    match = None
    for match in _PAST.finditer(lead):
        pass
    if match is None:
        tail = text[statement.quantity.after : end]
        return tail.startswith("的目标任务已")
    return _FUTURE.search(lead, match.end()) is None


def _baselines(text: str, result: list[Statement]) -> None:
    """由95%提高到96%: the first is what the second is measured against."""
    for index, statement in enumerate(result[:-1]):
        quantity, following = statement.quantity, result[index + 1]
        if statement.kind not in (OPEN, "standard", "rate", "threshold"):
            continue
        match = _BASE.search(text, max(0, quantity.start - 20), quantity.before)
        gap = text[quantity.after : following.quantity.before]
        if match and not following.kind == "date" and _CHANGE_TO.match(gap) and len(gap) <= 12:
            statement.kind = "baseline"
            following.baseline = (quantity, (match.start(), quantity.after), None)
            if following.kind == "standard":
                following.kind = OPEN


def _attributes(text: str, result: list[Statement]) -> None:
    """亿元以上项目30个, 研发占比高于5%的企业: what only describes the thing counted is a threshold."""
    for index, statement in enumerate(result):
        if statement.kind != OPEN or statement.baseline is not None:
            continue
        quantity = statement.quantity
        following = next(
            (
                other
                for other in result[index + 1 :]
                if other.kind == OPEN and other.start == statement.start and other.quantity.start < statement.end
            ),
            None,
        )
        stop = statement.end
        gap = text[quantity.after : following.quantity.before] if following else ""
        behind = text[quantity.after : stop]
        suffix = text[quantity.end : quantity.after]
        lead = text[statement.start : quantity.before]
        if (
            following
            and gap
            and not _SEPARATE.search(gap)
            and verb_at(text, quantity.after, stop) is None
            and not gap.startswith(("达", "提", "增", "降", "减", "到", "至"))
        ):
            if quantity.dimension not in ("count", "person", "household", "place") or suffix or not lead or gap.startswith("的"):
                statement.kind = "threshold"
                continue
        if suffix in ("以上", "以下", "以内", "及以上", "及以下", "之上", "之内") and behind and behind[0] not in ",。;:!?)]”、的":
            if quantity.dimension not in ("count", "person", "household", "place", "person_time") and not _starts_verb(
                text, quantity.after, stop
            ):
                statement.kind = "threshold"
                continue
        if behind.startswith("的") and not _share_of(text, statement):
            compared = quantity.comparator != "eq" or _LEVEL_WORD.search(text, statement.start, quantity.start)
            if compared and not (
                quantity.dimension in ("count", "person", "household") and verb_at(text, statement.start, quantity.before) is not None
            ):
                statement.kind = "threshold"
                continue
        if _CONDITION.match(text, quantity.after) and text[quantity.after : quantity.after + 1] not in ",。;":
            condition = _CONDITION.match(text, quantity.after)
            if condition and (lead.startswith(("对", "凡", "按", "若", "如", "首次", "年", "当年", "新")) or len(condition[0]) <= 3):
                statement.kind = "threshold"
                continue
        if text.startswith(("的,", "的:", "的;"), quantity.after) or (
            text[quantity.after : quantity.after + 1] == "的" and text[quantity.after + 1 : quantity.after + 2] in "、和给奖补"
        ):
            statement.kind = "threshold"


def _starts_verb(text: str, start: int, stop: int) -> bool:
    return verb_at(text, start, stop) is not None


def _share_of(text: str, statement: Statement) -> bool:
    """三分之二以上的村, 90%的主体: a share that opens its clause or follows a place is of the thing behind it."""
    unit = statement.quantity.unit
    if unit is not None and unit.canonical != "%":
        return False
    lead = text[statement.start : statement.quantity.before]
    return len(lead) <= 4 and verb_at(text, statement.start, statement.quantity.before) is None


def _read(text: str, result: list[Statement], index: int, last: Statement | None, clauses: Clauses, dates: Sequence[Span]) -> None:
    """Decide on one open number."""
    statement = result[index]
    quantity = statement.quantity
    start, stop = statement.start, statement.end
    listed = False
    for other in reversed(result[:index]):
        if other.quantity.after <= start:
            break
        if other.kind in ("target", "milestone", "part", "facet", "achievement", "unknown", "rate") and clauses.bracket(
            other.quantity.start
        ) == clauses.bracket(quantity.start):
            between = text[other.quantity.after : quantity.before]
            mark = _LIST_MARK.match(between)
            start = other.quantity.after + (mark.end() if mark else 0)
            if mark is None:
                # the noun behind the other number is its object, not ours
                cut = max((match.end() for match in re.finditer(r"[、和及与]", between)), default=0)
                start = other.quantity.after + cut
            listed = other.is_target
            break
    following = next((other for other in result[index + 1 :] if other.kind == OPEN and other.quantity.start < stop), None)
    if following is not None:
        gap = text[quantity.after : following.quantity.before]
        mark = _SEPARATE.search(gap)
        if mark is not None:
            stop = (
                min(stop, quantity.after + mark.start())
                if gap[: mark.start()] == "" or mark[0] in ",。;:"
                else min(stop, quantity.after + _last_cut(gap))
            )
    if _LIST_MARK.match(text, quantity.after, stop) and following is not None:
        stop = quantity.after
    sentence = clauses.sentence(quantity.start)
    lead = text[start : quantity.before]
    per = _PER.search(text, start, quantity.before)
    begin = start
    if per is not None and (per.start() - start <= 6 or per[0] == "各"):
        noun = _PER_NOUN.match(text, per.end(), quantity.before)
        statement.per = (per.start(), noun.end() if noun else per.end())
        if per[0] != "各":
            begin = statement.per[1]
    counts = text[quantity.start].isascii() or quantity.dimension != "place"
    reading = read(text, begin, quantity.before, quantity.after, stop, dates, counts=counts)
    if reading is not None and reading.action is None:
        hold = _HOLD.search(text, begin, quantity.start)
        if hold is not None:
            reading = replace(reading, action=hold.span(), level=True)
    if quantity.doubling and reading is not None:
        reading = replace(reading, action=(quantity.start, quantity.start + 1), change="rise_to")
    same_sentence = (
        last is not None and last.quantity.start >= sentence[0] and clauses.bracket(last.quantity.start) == clauses.bracket(quantity.start)
    )
    if (
        reading is not None
        and reading.action is None
        and not reading.level
        and last is not None
        and same_sentence
        and last.reading is not None
    ):
        if last.reading.action is not None or last.reading.level:
            reading = replace(reading, action=last.reading.action, change=last.reading.change, verb=last.reading.verb)
    elif reading is None and same_sentence and last is not None and last.reading is not None and (listed or not lead):
        reading = last.reading
    elif (
        reading is not None and reading.level and reading.action is None and same_sentence and last is not None and last.reading is not None
    ):
        if last.reading.change == "keep" and quantity.comparator in ("ge", "eq", "approx"):
            reading = replace(reading, action=last.reading.action, change="keep")
    if reading is None or (reading.action is None and not reading.level and not _compares(quantity)):
        statement.kind = "unknown"
        return
    if quantity.unit is None and not quantity.unknown_unit and not _bare(text, quantity, reading):
        statement.kind = "unknown"
        return
    if reading.action is None and not reading.level and (reading.object is None or reading.object[0] >= quantity.after):
        statement.kind = "unknown"
        return
    statement.reading = reading
    statement.start, statement.end = _clause(text, start, quantity, reading, stop)
    if statement.baseline is None:
        match = _PERIOD_BASE.search(text, begin, quantity.before)
        if match:
            name = "period" if match["period"] else "basis" if match["basis"] else "on"
            statement.baseline = (None, match.span(), match.span(name))
    basis = statement.baseline[1][0] if statement.baseline else None
    if basis is not None and reading.object is not None and reading.object[0] < basis < reading.object[1]:
        reading = replace(reading, object=(reading.object[0], basis))
    statement.reading = reading
    words = text[sentence[0] : quantity.start]
    near = text[max(sentence[0], clauses.clause(quantity.start)[0] - 40) : quantity.start]
    statement.commitment = next((name for name, pattern in _COMMITMENTS if pattern.search(near)), None)
    statement.binding = next(
        (name for name, pattern in _BINDING if pattern.search(words) or pattern.search(text[quantity.after : sentence[1]][:20])), None
    )
    statement.kind = "target"
    bracket = clauses.bracket(quantity.start)
    owner = next(
        (
            place
            for place in range(index - 1, -1, -1)
            if result[place].kind in ("target", "milestone") and result[place].quantity.start >= sentence[0] - 1
        ),
        None,
    )
    if bracket is not None:
        owner = next(
            (
                place
                for place in range(index - 1, -1, -1)
                if result[place].kind in ("target", "milestone") and 0 <= bracket[0] - result[place].quantity.after <= 24
            ),
            None,
        )
        if owner is None:
            statement.kind = "unknown"
            statement.reading = None
            return
        statement.kind, statement.of = "part", owner
    elif owner is not None:
        opening = text[max(sentence[0], result[owner].quantity.after) : quantity.start]
        if _PART.search(opening):
            statement.kind, statement.of = "part", owner
        elif (
            _FACET.match(text[start : quantity.start + 1])
            and result[owner].quantity.after <= start + 1
            and reading.change in ("output", "level")
        ):
            statement.kind, statement.of = "facet", owner


def _last_cut(gap: str) -> int:
    return max((match.start() for match in _SEPARATE.finditer(gap)), default=len(gap))


def _compares(quantity: Quantity) -> bool:
    """不低于30场 without a verb is an order still."""
    return quantity.comparator in ("ge", "gt", "le")


def _bare(text: str, quantity: Quantity, reading: Reading) -> bool:
    """A fraction needs no unit; another bare number does."""
    return "分之" in text[quantity.start : quantity.end] or (
        quantity.start < quantity.end and text[quantity.start] == "半" and reading.action is not None
    )


def _clause(text: str, start: int, quantity: Quantity, reading: Reading, stop: int) -> Span:
    """From the verb or the object to the end of the number, or of the object behind it."""
    begin = min(
        [place[0] for place in (reading.action, reading.object) if place is not None and start <= place[0] < quantity.start]
        or [quantity.before]
    )
    end = max(
        [place[1] for place in (reading.action, reading.object) if place is not None and quantity.end <= place[1] <= stop]
        or [quantity.after]
    )
    return min(begin, quantity.before), max(end, quantity.after)


def _respective(text: str, result: list[Statement], clauses: Clauses) -> None:
    """A、B分别增长4%、8%: the n-th value is of the n-th object."""
    for index, statement in enumerate(result):
        if not statement.is_target or statement.reading is None or statement.reading.object is None:
            continue
        clause = clauses.clause(statement.quantity.start)
        match = _RESPECTIVE.search(text, clause[0], statement.quantity.start)
        if match is None or (index and result[index - 1].is_target and result[index - 1].quantity.start > match.start()):
            continue
        group = [statement]
        for other in result[index + 1 :]:
            gap = text[group[-1].quantity.after : other.quantity.before]
            if not other.is_target or gap.strip("、和及,与") or other.quantity.start >= clause[1]:
                break
            group.append(other)
        start, end = statement.reading.object
        words = text[start:end]
        names = [part for part in re.finditer(r"[^、和及与]+", words) if part[0]]
        if len(group) > 1 and len(names) == len(group) and all(len(name[0]) <= 14 for name in names):
            for member, name in zip(group, names, strict=True):
                if member.reading is not None:
                    member.reading = replace(statement.reading, object=(start + name.start(), start + name.end()))
        elif len(group) > 1:
            for member in group[1:]:
                member.reading = statement.reading
            if len(names) != len(group) and not re.search(r"率|值|收入|额", words[-3:]):
                statement.notes.append("N005")
                statement.counts = (len(names), len(group))
