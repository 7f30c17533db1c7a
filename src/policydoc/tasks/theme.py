"""任务主题: the key that finds the same theme in another year's plan."""

from __future__ import annotations

import hashlib

from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

_YEARS = pattern(r"(?:19|20)[0-9]{2}(?:[-~至](?:19|20)?[0-9]{2,4})?年?度?|“?十[一二三四五]五”?(?:期间|时期)?")
_FORM = pattern(r"工程|项目|行动|任务|工作|实施|计划|专项|建设(?=\Z)")


def theme(words: str) -> str:
    """Digest of a task's folded title, or of its object words, without years and words of form.

    >>> theme("2024年口袋公园建设工程") == theme("口袋公園建設項目（2025年）")
    True
    """
    bare = _FORM.sub("", _YEARS.sub("", fold(words)))
    folded = "".join(mark for mark in bare if "一" <= mark <= "\u9fff" or (mark.isascii() and mark.isalnum()))
    return hashlib.sha256((folded or fold(words)).encode("utf-8", "surrogatepass")).hexdigest()[:12]
