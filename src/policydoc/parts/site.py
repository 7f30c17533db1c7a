"""网站信息: the key-value block that a government site prints before the text, in its four layouts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from policydoc.layout import Line
from policydoc.parts.shape import is_addressed, is_item
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.labels import label_forms, label_of, label_pattern
from policydoc.rules.patterns import pattern

_CELL = pattern(r"[^\t|]+")
REACH = 90
"""How many lines from the start the block may stand in."""
_BODY = 90
_LONGEST_KEY = 8
_LETTER = ("受文者:", "主旨:")
"""A Taiwan letter has labelled lines of its own."""


class Pair(NamedTuple):
    """One key and its value: id of the label, and the span of the value in the content (empty where the site left it so)."""

    id: str
    span: tuple[int, int]


class Site(NamedTuple):
    """The block: its lines and its pairs in reading order."""

    lines: frozenset[int]
    pairs: tuple[Pair, ...]


def _trimmed(line: Line, start: int, end: int) -> tuple[int, int]:
    while start < end and line.text[start] in " \t|:":
        start += 1
    while end > start and line.text[end - 1] in " \t|;":
        end -= 1
    return line.span(start, end)


def _inline(line: Line) -> list[Pair]:
    """`key：value`, once or several times in a line that begins with a key."""
    found = list(label_pattern("metadata").finditer(line.text))
    if not found or found[0].start() > 1:
        return []
    ids = label_forms("metadata")
    ends = [match.start() for match in found[1:]] + [len(line.text)]
    return [Pair(ids[label_of(match)], _trimmed(line, match.end(), end)) for match, end in zip(found, ends, strict=True)]


def _cells(line: Line, sure: bool) -> list[Pair]:
    """Cells between tabs or pipes: key, value, key, value."""
    ids = label_forms("metadata")
    cells = [(match.start(), match.end()) for match in _CELL.finditer(line.text) if match[0].strip(" -")]
    found: list[Pair] = []
    place = 0
    while place < len(cells):
        start, end = cells[place]
        text = line.text[start:end].strip()
        key = text.rstrip(":")
        if key in ids and (sure or text != key or len(key) > 2 or key == "文号"):
            following = line.text[slice(*cells[place + 1])].strip() if place + 1 < len(cells) else ""
            if following and following.rstrip(":") not in ids:
                found.append(Pair(ids[key], _trimmed(line, *cells[place + 1])))
                place += 2
                continue
            found.append(Pair(ids[key], line.span(end, end)))
        elif match := label_pattern("metadata").match(text):
            found.append(Pair(ids[label_of(match)], _trimmed(line, start + line.text[start:end].index(match[0]) + match.end(), end)))
        elif not found:
            return []
        place += 1
    return found


def _spaced(line: Line, sure: bool) -> list[Pair]:
    """`key value key value` with blanks and no colons: each key begins and ends at a blank."""
    if len(line.text) > _BODY or line.text[:1] not in _first_letters():
        return []
    ids, text = label_forms("metadata"), line.text
    gaps = {0, len(text), *(place for place in range(1, len(text)) if line.at[place] - line.at[place - 1] > 1)}
    found: list[tuple[int, int]] = []
    for start in sorted(gaps):
        ends = [end for end in sorted(gaps) if start < end <= start + _LONGEST_KEY and text[start:end] in ids]
        if ends and (not found or start >= found[-1][1]):
            found.append((start, ends[-1]))
    if not found or found[0][0] or not (len(found) > 1 or sure) or max(end - start for start, end in found) < 3:
        return []
    stops = [start for start, _ in found[1:]] + [len(text)]
    return [Pair(ids[text[start:end]], _trimmed(line, end, stop)) for (start, end), stop in zip(found, stops, strict=True)]


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(form[0] for form in label_forms("metadata"))


def _bare(text: str, sure: bool) -> str | None:
    text = text.lstrip("·-* ")
    key = text.rstrip(":")
    found = label_forms("metadata").get(key)
    return found if found and (text != key or len(key) > 2 or sure) else None


def _is_title(text: str) -> bool:
    """Whether a line behind the last key is the document's title, not the key's value."""
    return len(text) >= 8 and kind_at_end(text) is not None


def site_block(lines: Sequence[Line]) -> Site:
    r"""The block at the start of a file; empty where there is none.

    >>> from policydoc.layout import lines
    >>> text = "文号：云政发〔2024〕6号 发布日期：2024-02-10\n云泽市人民政府关于做好便民服务工作的通知"
    >>> [(pair.id, text[slice(*pair.span)]) for pair in site_block(lines(text)).pairs]
    [('document_number', '云政发〔2024〕6号'), ('published_on', '2024-02-10')]
    """
    live = [index for index in range(min(REACH, len(lines))) if lines[index].role != "blank"]
    if any(lines[index].text.startswith(_LETTER) for index in live):
        return Site(frozenset(), ())
    taken: set[int] = set()
    pairs: list[Pair] = []
    place, sure, alternating, spread = 0, False, False, False
    while place < len(live):
        line = lines[live[place]]
        text = line.text
        if line.role in ("text", "furniture") and (
            is_addressed(text) or is_item(text) or ("。" in text and len(text) > _BODY and not label_pattern("metadata").match(text))
        ):
            break
        found = _cells(line, sure) if line.role == "table" else []
        found = found or _inline(line) or (_spaced(line, sure) if line.role == "text" else [])
        following = lines[live[place + 1]] if place + 1 < len(live) else None
        bare = _bare(text, sure) if not found or found[0].span[0] == found[0].span[1] else None
        if bare and following and _bare(following.text, True) is None and not _inline(following) and len(following.text) <= 120:
            after = lines[live[place + 2]].text if place + 2 < len(live) else ""
            entitled = bare != "title" and after != following.text and not _bare(after, True) and _is_title(following.text)
            apart = live[place + 1] > live[place] + 1
            if (alternating and not entitled and (spread or not apart)) or _bare(after, True):
                spread = apart
                pairs.append(Pair(bare, _trimmed(following, 0, len(following.text))))
                taken.update((live[place], live[place + 1]))
                place, sure, alternating = place + 2, True, True
                continue
        if bare and not found:
            found = [Pair(bare, line.span(len(text), len(text)))] if sure else []
        if found:
            pairs.extend(found)
            taken.add(live[place])
            sure, alternating = True, False
        place += 1
    return Site(frozenset(taken), tuple(pairs))
