"""栏目: the labels that stand before a colon in the head, the imprint and the website's block of a notice."""

from __future__ import annotations

import re
from functools import cache

from policydoc.rules.kept import compiled
from policydoc.rules.table import forms, table


@cache
def label_forms(group: str) -> dict[str, str]:
    """The written forms of a group (metadata, head, letter, imprint) → id.

    >>> label_forms("metadata")["文号"], label_forms("imprint")["抄送"]
    ('document_number', 'copied_to')
    """
    return {form: row["id"] for row in table("labels") if row["group"] == group for form in forms(row)}


@cache
def label_pattern(group: str) -> re.Pattern[str]:
    """Any label of a group with its colon, or in square brackets; `lastindex` is the group of the label.

    >>> label_of(label_pattern("metadata").match("文号:云政发[2024]6号"))
    '文号'
    >>> label_of(label_pattern("metadata").match("[发布部门]云泽市人民政府"))
    '发布部门'
    """
    any_form = "|".join(map(re.escape, sorted(label_forms(group), key=len, reverse=True)))
    return compiled(rf"(?:(\[)|[(]?)({any_form})(?(1)\]:?|[)]?:)")


def label_of(match: re.Match[str]) -> str:
    """The label that a match of `label_pattern` found."""
    return match[match.lastindex or 0]
