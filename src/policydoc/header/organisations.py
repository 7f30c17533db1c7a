"""机关名单: a list of organisations split where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from policydoc.layout import Line
from policydoc.rules.agencies import is_organisation, tail_of
from policydoc.rules.patterns import pattern

_OWN_SCOPE = pattern(
    r"各|有关|相关|(?<!城)市(?!场|容|政)|省|县|(?<!社|园|景|片|街|小|校|矿|库|林|牧|郊|城)区(?!域)|州|旗|盟|镇|乡(?!村|建)|国务院|中央|中共|市直|省直|县直|驻|本|公司|学院|大学|银行|集团|军|法院|检察院|纪委|监委|人大|政协"
)
_STREET = pattern(r"[\u3400-\u9fff]{2}街道")
_GENERIC = pattern(r"(?:苏木|乡|镇|街道|区|县|市|旗|州|盟|场){1,4}(?:[(][^()]{0,20}[)])?(?:人民政府|政府|党委|党工委|办事处|街道办事处)?")
_CLASS = pattern(r"各|市直|县直|省直|区直|州直|旗直|中央|驻|直属")
_ELIDED_AREAS = pattern(
    r"各?[^,、()]{0,8}(?:省|自治区|直辖市|市|自治州|州|县|自治县|区|旗|盟|乡|镇|街道|特区|开发区|新区|苏木)(?:[(][^()]{0,30}[)])?"
)
_NAMED_AREA = pattern(
    r"(?!各|有关|相关|其他|[省市县区]直)[^,、()]{2,10}(?<![各县市区乡])(?:开发区|管理区|风景区|名胜区|度假区|示范区|新区|园区|高新区|特区|街道|镇|乡|县|区)"
)
"""An area that stands for its authority: 青岭经济开发区."""


def _pieces(text: str, marks: str) -> list[tuple[int, int]]:
    """The stretches between marks that stand in no bracket."""
    found, start, depth = [], 0, 0
    for index, character in enumerate(text):
        if character in "([《“":
            depth += 1
        elif character in ")]》”":
            depth = max(0, depth - 1)
        elif character in marks and not depth:
            found.append((start, index))
            start = index + 1
    found.append((start, len(text)))
    return [(start, end) for start, end in found if end > start]


def _divides(left: str, right: str) -> bool:
    """Whether 、 between two stretches divides organisations, not the elided pieces of one name."""
    if tail_of(left) is None or (_ELIDED_AREAS.fullmatch(left) and not _CLASS.match(right)):
        if _CLASS.match(left) is None or _CLASS.match(right) is None:
            return False
        return not _ELIDED_AREAS.fullmatch(left) or right.endswith(("部门", "单位", "机构", "企业"))
    own = _OWN_SCOPE.search(right) or ("街道" in right and _STREET.search(right))
    return bool(own) and not _GENERIC.fullmatch(right)


def organisations(text: str) -> list[tuple[int, int]]:
    """The organisations in a folded list: split at commas, and at 、 between whole names.

    >>> def split(text): return [text[start:end] for start, end in organisations(text)]
    >>> split("各县(市、区)人民政府,市政府各部门、各直属机构")
    ['各县(市、区)人民政府', '市政府各部门', '各直属机构']
    >>> split("甲县、乙、丙县人民政府,各县民政局、财政局")
    ['甲县、乙、丙县人民政府', '各县民政局、财政局']
    >>> split("云泽经济开发区、南屏风景区,各乡镇、街道")
    ['云泽经济开发区', '南屏风景区', '各乡镇、街道']
    """
    found: list[tuple[int, int]] = []
    for start, end in _pieces(text, ",;。"):
        here = start
        previous = start
        pieces = [(low + start, high + start) for low, high in _pieces(text[start:end], "、")]
        areas = all(_NAMED_AREA.fullmatch(text, low, high) for low, high in pieces)
        for low, high in pieces:
            if low > here and (areas or _divides(text[previous : low - 1], text[low:high])):
                found.append((here, low - 1))
                here = low
            previous = low
        found.append((here, end))
    return found


def aside(line: Line, start: int = 0, stop: int | None = None) -> list[tuple[int, int]]:
    """The organisations that stand side by side in a line, with blanks or 、 between them; the whole line where they do not.

    >>> from policydoc.layout import lines
    >>> [line] = lines("云泽市民政局　　云泽市财政局")
    >>> aside(line)
    [(0, 6), (6, 12)]
    """
    end = len(line.text) if stop is None else stop
    breaks = {stop for _, stop in line.pieces}
    cuts = [
        index + 1
        for index in range(start, end - 1)
        if line.at[index + 1] - line.at[index] > 1 and not breaks.intersection(range(line.at[index] + 1, line.at[index + 1] + 1))
    ]
    for pieces in (_cut(start, end, cuts), [(low + start, high + start) for low, high in organisations(line.text[start:end])]):
        if len(pieces) > 1 and all(high - low >= 3 and is_organisation(line.text[low:high].strip(" ,、")) for low, high in pieces):
            return pieces
    return [(start, end)]


def _cut(start: int, end: int, cuts: Sequence[int]) -> list[tuple[int, int]]:
    edges = [start, *cuts, end]
    return [(low, high) for low, high in pairwise(edges) if high > low]
