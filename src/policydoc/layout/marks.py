"""行首、行末: what tells that a line begins an item, or that its sentence goes on."""

from __future__ import annotations

from policydoc.rules.patterns import pattern

TERMINAL = "。;!?:.”」』)]》"
"""Marks that a whole line may end with."""
ENDED = "。;!?:."
"""Marks that end a sentence."""
COUNTS = "0123456789〇零一二三四五六七八九十百千万亿"
"""What numbers end with."""
NEVER_FIRST = ",、。;:)》”"
"""Marks that no line begins with."""

MARKER = pattern(
    r"(?:[一二三四五六七八九十]{1,3}[、.,]|[(\[][一二三四五六七八九十0-9]{1,3}[)\]](?![,;。、])|[0-9]{1,3}[.、](?![0-9])|[.](?=[一-龥])"
    r"|[①-⑳㈠-㈩⑴-⒛]|第[一二三四五六七八九十百]{1,5}[章节条编篇](?![,、。;)的之至和及款第]|规定[,的])|[壹贰叁参肆伍陆柒捌玖拾]、|附件)"
)
DECIMAL = pattern(r"[1-9][0-9]?(?:\.[1-9][0-9]?){1,3}(?=[一-龥])(?!.{1,7}(?:以[上内]|左右))")
"""The number of an item in decimals, or a decimal number that a margin parted from its words."""
LABELLED = pattern(
    r"[(\[]?(?:责任|牵头|配合|协办|主办|承办|实施|完成|建设|项目|资金|计划|投资|参与|负责|协同|监督|联系|任务|工作|主要)[一-龥]{0,8}[)\]]?:"
)
"""A label of duties or times that begins a line of its own (责任单位:)."""
_SCALE = pattern(r"[万亿]")
_FRACTION = pattern(r"\.[0-9]")


def opens_with_unit(text: str) -> bool:
    """Whether a line begins with what stands behind a number: a multiplier, a measure word, the rest of a decimal.

    >>> [opens_with_unit(text) for text in ("万平方米，", "所，新增学位", ".2万人次", "建设公厕")]
    [True, True, True, False]
    """
    if _SCALE.match(text) or _FRACTION.match(text):
        return True
    from policydoc.rules.units import unit_at

    return unit_at(text, 0) is not None
