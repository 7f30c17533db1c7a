"""后缀: the endings of files that are taken for notices where nobody has named them: in folders and in archives."""

from __future__ import annotations

from typing import Final

ENDINGS: Final = (
    *(".txt", ".text", ".md", ".markdown", ".html", ".htm", ".shtml", ".mht", ".mhtml"),
    *(".docx", ".docm", ".dotx", ".doc", ".dot", ".wps", ".wpt", ".pdf", ".ofd"),
    *(".xlsx", ".xlsm", ".xls", ".et", ".csv", ".tsv"),
)
"""What a file is, its content says; its ending only says whether somebody may have meant it as a notice."""

ARCHIVES: Final = (".zip",)
"""Endings of files that are looked into as a folder is."""


def may_be_notice(name: str) -> bool:
    """Whether a file's ending is one of a notice.

    >>> may_be_notice("2024/云政办发7号.DOC"), may_be_notice("2024/云泽市.jpg")
    (True, False)
    """
    return name.lower().endswith(ENDINGS)
