"""归档年份: the year that an archive's paths file a notice under."""

from __future__ import annotations

from typing import Final

from policydoc.rules.patterns import pattern

_YEAR: Final = pattern(r"(?<![0-9])(?:19[4-9]|20[0-9])[0-9](?![0-9])")
"""A year from 1940 to 2099 that is no piece of a longer number."""


def path_year(name: str) -> int | None:
    """路径年份: the year in the innermost folder that has one, else in the file's own name, else null.

    >>> path_year("省政府/2023年/关于印发2024年工作要点的通知.txt"), path_year("云政办发〔2024〕7号.txt"), path_year("a/20240301.txt")
    (2023, 2024, None)
    """
    *folders, file = name.split("/")
    for part in (*reversed(folders), file):
        found = _YEAR.findall(part)
        if found:
            return int(found[-1])
    return None
