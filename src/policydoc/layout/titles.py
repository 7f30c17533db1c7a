"""列名: the words at the head of a table's columns, known before any table is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from policydoc.rules.patterns import pattern
from policydoc.rules.table import forms, table

LONGEST_TITLE = 16
_ASIDE = pattern(r"[(\[][^()\[\]]{0,16}[)\]]")
_NO_TITLE = pattern(r"[。;!?,:《》]|[一二三四五六七八九十]{1,3}、|[(\[][一二三四五六七八九十0-9]{1,3}[)\]]|[0-9]{1,3}[.、]|附件|[关对]于")
_YEAR = pattern(
    r"(?:(?:19|20)[0-9]{2}年?(?:度|末)?|“?十[一二三四五]五”?末?)(?:[一-龥]{0,3}[值数]|实绩|基数|目标|[(\[][^()\[\]]{1,8}[)\]])?"
)
_DATED = pattern(r"(?:19|20)[0-9]{2}|十[一二三四五]五|[基目]标?值")
_DUTY = ("单位", "部门", "牵头", "责任人")
_HALVES = frozenset(("序", "责任", "完成", "牵头", "配合", "项目", "工作", "建设", "任务", "实施", "计划", "总投", "年度", "具体", "重点"))
_WEAK = frozenset(
    (
        "工程",
        "项目",
        "事项",
        "实事",
        "村",
        "区域",
        "街道",
        "乡镇",
        "资金",
        "支出",
        "基金",
        "方案",
        "计划",
        "规模",
        "问题",
        "手机",
        "电话",
        "对象",
    )
)
"""Words that end cells as often as titles."""


@cache
def _roles() -> tuple[dict[str, str], tuple[int, ...], frozenset[str]]:
    """What a column holds by the words that end its title, how long these words are, the longest first, and their last characters."""
    found = {form: row["role"] for row in table("columns") for form in forms(row)}
    return found, tuple(sorted({len(form) for form in found}, reverse=True)), frozenset(form[-1] for form in found)


def title_role(text: str) -> str | None:
    """What a column of this title holds, as the table of columns has it; nothing where the words are no title.

    >>> [title_role(text) for text in ("序号", "建设内容及规模", "牵头单位", "2025年目标值", "新建公厕8座", "市城管局")]
    ['number', 'content', 'unit', 'quantity', None, None]
    """
    if not text or len(text) > LONGEST_TITLE or _NO_TITLE.search(text):
        return None
    bare = _ASIDE.sub("", text) or text
    if bare.endswith(_DUTY):
        return "unit"
    roles, lengths, last = _roles()
    for length in lengths if bare[-1] in last else ():
        role = roles.get(bare[-length:]) if length <= len(bare) else None
        if role is not None and (length > 1 or len(bare) == 1):
            return role
    return "value" if text[0] in "12“十" and _YEAR.fullmatch(text) else None


def title_roles(titles: Sequence[str]) -> list[str]:
    """The roles of columns in each other's light: beside an indicator 单位 measures, and what has a year holds values.

    >>> title_roles(["指标", "单位", "2025年目标"]), title_roles(["项目", "单位"])
    (['indicator', 'measure', 'value'], ['item', 'unit'])
    """
    found = [title_role(title) or "other" for title in titles]
    if "indicator" in found:
        return [
            "measure"
            if role == "unit" and title.endswith("单位")
            else "value"
            if role in ("content", "quantity", "progress") and _DATED.search(title)
            else role
            for role, title in zip(found, titles, strict=True)
        ]
    if "quantity" in found:
        return ["measure" if title in ("单位", "计量单位") else role for role, title in zip(found, titles, strict=True)]
    return found


def is_half(text: str) -> bool:
    """Whether the words are the first half of a title that stands on two lines: 责任⏎单位.

    >>> is_half("责任"), is_half("备注")
    (True, False)
    """
    return text in _HALVES


def is_sure(text: str) -> bool:
    """Whether the words are a title rather than the name of what stands below it: 项目名称, but not 养老服务项目.

    >>> is_sure("项目名称"), is_sure("项目"), is_sure("养老服务项目")
    (True, True, False)
    """
    bare = _ASIDE.sub("", text) or text
    return not any(bare.endswith(word) and len(bare) > len(word) + 2 for word in _WEAK)


def glued_titles(text: str) -> list[int]:
    """Where the titles of a header begin that lost its borders; nothing where the line is no such header.

    >>> glued_titles("序号项目名称责任单位完成时限"), glued_titles("项目建设管理办法")
    ([0, 2, 6, 10], [])
    """
    if not text.startswith(("序号", "编号")) or not 8 <= len(text) <= 60:
        return []
    starts, here = [0], 2
    while here < len(text):
        ends = [end for end in range(here + 2, min(len(text), here + 10) + 1) if title_role(text[here:end]) and _ends_title(text, end)]
        if not ends:
            return []
        starts.append(here)
        here = ends[0]
    return starts if len(starts) >= 3 else []


def _ends_title(text: str, end: int) -> bool:
    """Whether what stands behind a title may be another: not 名称 behind 项目, nor 单位 behind 责任."""
    if text.startswith(("单位", "部门"), end):
        return not text.endswith(("责任", "牵头", "配合", "协办"), 0, end)
    return not text.startswith(("名称", "内容", "及", "和", "时限", "时间", "(", "类别", "安排"), end)
