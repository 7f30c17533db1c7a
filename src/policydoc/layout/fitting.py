"""对列: which of the pieces of a row fill which columns, where cells are empty or hold several pieces."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from policydoc.rules.patterns import pattern

MOST_PIECES = 10
"""Pieces of one cell."""
MOST_CELLS = 40
SURE = 0.6
"""How well, for each column, one piece for each suits if nothing else is tried."""
NEARLY = 1e-9
"""Of two columns that suit alike the earlier one is filled."""
LONGEST_NAME = 26
"""Characters of an item's name: more, with a comma, are what is to be done."""
TRUST = 0.35
"""How much worse, for each column, one piece for each may suit and yet be believed."""
_ORDINAL = pattern(r"[(\[]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[)\]]?[.、]?")
_OFFICE = pattern(
    r"(?:[局委办院府处镇乡部会区县市行站队所校厅署旗村]|街道|公司|中心|单位|部门|集团|等|园区|法院|银行|管委会|办事处|中队|大队|残联|妇联|工商联|科协|文联|牵头|配合|负责)[)\]]?\Z"
)
_SURE = pattern(
    r"[省市县区镇乡州旗团各][^,。;:0-9]{1,12}(?:[局委办府处厅部会院]|中心|公司|残联|妇联|工商联|街道|乡镇|大队)"
    r"|[^,。;:0-9]{2,8}(?:局|委员会|办公室|政府|街道办|办事处|管委会|指挥部)"
)
"""What is an office and nothing else."""
_LONG = pattern(r"[。;0-9%]|[^、,()\[\] /:]{26}")
"""What no list of offices holds."""
_DATE = pattern(
    r"(?:19|20)[0-9]{2}(?:[年.\-/~]|\Z)|[0-9一二三四五六七八九十]{1,2}月|季度|年底|长期|持续|全年|月底|常年|每年|半年|年内|年度"
)
_AMOUNT = pattern(r"[><≥≤约]{0,2}[0-9][0-9.,]{0,15}%?[万亿]?[^0-9,。;]{0,5}|[\[(][0-9.]{1,12}[)\]]|-{1,2}|/")
_MEASURE = pattern(r"[^0-9,。;:]{1,6}|[0-9]{0,2}[A-Za-z%/0-9]{1,6}")
_NAME = pattern(r"[一-龥]{2,4}(?:[、 ][一-龥]{2,4}){0,4}")
_EMPTY = {"number": -3.0, "item": -2.5, "task": -2.5, "indicator": -2.5, "content": -1.2, "remark": -0.1, "progress": -0.2}


def fit(pieces: Sequence[str], roles: Sequence[str], wraps: Collection[int] = ()) -> tuple[float, list[int]]:
    """How well the pieces of a row fill the columns, and how many of them each column takes; at `wraps` only a line ended.

    >>> fit(["1", "公厕", "新建8座;", "改造3座", "市城管局", "9月底前"], ["number", "item", "content", "unit", "deadline", "remark"])[1]
    [1, 1, 2, 1, 1, 0]
    """
    count, width = len(pieces), len(roles)
    if not count or count > MOST_CELLS:
        return -99.0, []
    alone = sum(map(_suits, pieces, roles)) if count == width else -99.0
    if alone >= SURE * width:
        return alone / width, [1] * width
    best: list[tuple[float, int]] = [(-999.0, 0)] * (count + 1)
    best[0] = (0.0, 0)
    back: list[list[int]] = []
    for role in roles:
        now = [(-999.0, 0)] * (count + 1)
        for start in range(count + 1):
            value = best[start][0]
            if value <= -999.0:
                continue
            text, inner = "", 0.0
            for stop in range(start, min(count, start + MOST_PIECES) + 1):
                if stop > start:
                    inner -= _break(text, pieces[stop - 1], role, wrapped=stop - 1 in wraps) if text else 0.0
                    text += pieces[stop - 1]
                made = value + _suits(text, role) + inner
                if made > now[stop][0] - (NEARLY if start == stop else 0.0):
                    now[stop] = (made, start)
        back.append([start for _, start in now])
        best = now
    total, stop = best[count][0], count
    if count == width and alone >= total - TRUST * width:
        return alone / width, [1] * width
    taken = [0] * width
    for place in range(width - 1, -1, -1):
        start = back[place][stop]
        taken[place] = stop - start
        stop = start
    return total / width, taken


def is_surely_office(text: str) -> bool:
    """Whether a piece is the name of an office and nothing else.

    >>> is_surely_office("市水利局"), is_surely_office("注：首位为牵头单位")
    (True, False)
    """
    return _SURE.fullmatch(text) is not None


def fit_alone(pieces: Sequence[str], roles: Sequence[str]) -> float:
    """How well pieces suit columns where each is a cell; the worst of them counts as much as all.

    >>> fit_alone(["公厕", "市城管局"], ["item", "unit"]) > 0 > fit_alone(["市城管局", "公厕"], ["item", "unit"])
    True
    """
    found = [_suits(piece, role) for piece, role in zip(pieces, roles, strict=True)]
    return sum(found) / len(found) if found and min(found) > -1.0 else -1.0


def _break(before: str, piece: str, role: str, *, wrapped: bool) -> float:
    """What it costs that a piece goes on a cell: little where a line only ended, or where an office follows another."""
    if is_surely_office(piece) and not wrapped:
        return 0.1 if role in ("unit", "duty") and is_office(before) else 0.9
    if len(piece) <= 3 and before[-1].isdigit() and not piece[0].isdigit():
        return 0.0
    return 0.1 if wrapped else 0.5 if before[-1] not in "。;、," else 0.2


def is_office(text: str) -> bool:
    """Whether a piece of a cell ends as the name of an office does.

    >>> is_office("市水利局"), is_office("新建水厂2座")
    (True, False)
    """
    return _OFFICE.search(text) is not None


def _suits(text: str, role: str) -> float:
    """How well a cell's words suit the role of a column: above 0 where they do."""
    if not text:
        return _EMPTY.get(role, -0.7)
    if text.count("(") != text.count(")"):
        return -2.0
    if role == "number":
        return 2.0 if _ORDINAL.fullmatch(text) else -4.0
    office = len(text) <= 160 and _OFFICE.search(text) is not None and _LONG.search(text) is None
    if role in ("unit", "duty"):
        return 1.5 if office and not text[0].isdigit() else -1.0
    date = len(text) <= 24 and not office and not any(mark in text for mark in "局委厅府办镇部") and _DATE.search(text) is not None
    if role == "deadline":
        return 1.5 if date else -1.5
    if role in ("quantity", "money", "value", "score"):
        return 1.5 if _AMOUNT.fullmatch(text) else -1.5
    if role == "measure":
        return 1.0 if _MEASURE.fullmatch(text) else -1.5
    if role == "person":
        return 1.0 if _NAME.fullmatch(text) else -0.3
    if role in ("remark", "progress", "nature", "place", "category"):
        return 0.2
    if _ORDINAL.fullmatch(text) or _AMOUNT.fullmatch(text) or date:
        return -1.5
    if role in ("item", "task") and len(text) > LONGEST_NAME and "," in text:
        return 0.2
    return 0.2 if office and len(text) < 12 else 0.5
