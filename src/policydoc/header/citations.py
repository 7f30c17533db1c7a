"""引用: other documents that the text names by 《title》 or 发文字号."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.header.document_number import entry
from policydoc.layout import Line
from policydoc.parts.cited import cited_numbers
from policydoc.parts.names import is_named
from policydoc.parts.number import Number, whole_number
from policydoc.parts.title import essence, quoted
from policydoc.rules.kinds import kinds
from policydoc.rules.patterns import pattern

_MARK = pattern(r"[《》]")
_BRACKET = pattern(r"[(]([^()]{3,60})[)]")
_ALIAS = pattern(r"简称[:]?[“]?$")
LONGEST = 200


def titles_in(text: str) -> list[tuple[int, int]]:
    """The 《…》 of a folded text, outermost only; those without an end are left out.

    >>> titles_in("按照《关于落实《规划》的意见》要求")
    [(2, 15)]
    """
    found: list[tuple[int, int]] = []
    start, depth = -1, 0
    for match in _MARK.finditer(text):
        if match[0] == "《":
            if depth and match.start() - start > LONGEST:
                depth = 0
            if not depth:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth and match.end() - start <= LONGEST and match.end() - start > 2:
                found.append((start, match.end()))
    return found


def read_citations(
    content: str, lines: Sequence[Line], bodies: Sequence[tuple[int, int]], own: Sequence[str], numbers: Sequence[str]
) -> list[dict[str, Any]]:
    """The citations in the bodies; `own` are folded titles of the file's own parts, `numbers` its own numbers."""
    found: list[dict[str, Any]] = []
    aliases: set[str] = set()
    for first, last in bodies:
        for index in range(first, last):
            line = lines[index]
            if line.role in ("blank", "furniture", "contents") or not (
                "《" in line.text or "[" in line.text or "(" in line.text or "号" in line.text
            ):
                continue
            found.extend(_in_line(content, line, own, numbers, aliases))
    return found


def _in_line(content: str, line: Line, own: Sequence[str], numbers: Sequence[str], aliases: set[str]) -> list[dict[str, Any]]:
    text = line.text
    found: list[dict[str, Any]] = []
    taken: list[tuple[int, int]] = []
    for start, end in titles_in(text):
        name = text[start + 1 : end - 1]
        if _ALIAS.search(text, max(0, start - 6), start):
            aliases.add(essence(name))
        bracket = _BRACKET.match(text, end)
        number = whole_number(bracket[1]) if bracket else None
        taken.append((start, bracket.end() if bracket and number else end))
        if essence(name) in aliases or name in kinds() or is_named(name, own):
            continue
        stop = bracket.end() if bracket and number else end
        made = entry(content, line, number, bracket.start(1)) if bracket and number else None
        found.append(_citation(content, line, start, stop, quoted(content, line, start + 1, end - 1), made["text"] if made else None))
    place = 0
    for number in cited_numbers(text) if "号" in text else ():
        while place < len(taken) and taken[place][1] <= number.start:
            place += 1
        if place == len(taken) or number.start < taken[place][0]:
            normal = entry(content, line, number)["text"]
            if normal not in numbers:
                found.append(_bare(content, line, number, normal))
    return sorted(found, key=lambda citation: citation["span"])


def _bare(content: str, line: Line, number: Number, normal: str) -> dict[str, Any]:
    return _citation(content, line, number.start, number.end, None, normal)


def _citation(content: str, line: Line, start: int, end: int, title: str | None, number: str | None) -> dict[str, Any]:
    span = line.span(start, end)
    return {"title": title, "document_number": number, "text": content[slice(*span)], "span": span}
