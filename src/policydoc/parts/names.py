"""印发对象: the names under which a cover letter hands on its enclosures."""

from __future__ import annotations

from collections.abc import Sequence

from policydoc.layout import Line
from policydoc.parts.shape import could_be_title
from policydoc.parts.title import ISSUING, essence, issues, without_brackets
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.patterns import pattern

_QUOTED = pattern(r"《([^《》]{2,120}(?:《[^《》]{0,80}》[^《》]{0,80}){0,4})》")
_LETTER = pattern(r"“([^“”]{4,80})”")
_TITLED = pattern(
    r"(?:印发|转发|批转|颁发|发布|公布|颁布|下发|下达|印送|转批|报送|分解落实|分解下达)(?P<name>.{4,150}?)(?:的?(?:通知|函|公告|决定|通告|令|批复)(?:[(][^()]{0,20}[)])?)?$"
)
_HANDED = pattern(
    r"(?:现将|现予|将|现把|现|予以|一并|随文)[^。]{0,160}?(?:印发|转发|下发|下达|发给|公布|发布|印送|颁布)|检送|(?:印发|转发|下达)给?你们|公布施行|现予公布|予以公布"
)
_AND = pattern(r"[和及与、](?![^(]{0,20}[)])")
_BEFORE = 8
_MOST_JOINED = 4
_LONGEST = 120
SHORTEST = 6
MOST = 40
"""More names than a cover ever gives."""


def enclosed_names(title: str | None, lines: Sequence[Line], body: Sequence[int]) -> list[str]:
    """The folded names that a cover's title and first paragraphs give to what they hand on.

    >>> enclosed_names("云泽市人民政府关于印发《云泽市2024年实施方案》的通知", [], [])
    ['云泽市2024年实施方案']
    >>> enclosed_names("云泽市人民政府关于印发云泽市2024年实施方案的通知", [], [])
    ['云泽市2024年实施方案']
    """
    found: list[str] = []
    if title and issues(title):
        place = ISSUING.search(title)
        rest = title[place.start() :] if place else title
        found.extend(match[1] for match in _QUOTED.finditer(rest))
        if not found and (match := _TITLED.search(rest)):
            found.extend(_divided(match["name"].strip("《》")))
    for index in body[:_BEFORE]:
        text = lines[index].text[:600]
        if text.startswith("主旨"):
            found.extend(match[1] for match in _LETTER.finditer(text))
        for sentence in text.split("。"):
            if _HANDED.search(sentence):
                found.extend(match[1] for match in _QUOTED.finditer(sentence))
    return list(dict.fromkeys(name for name in found if len(name) >= 4))[:MOST]


def _divided(name: str) -> list[str]:
    """Several names without 《》 between them: divided where every piece ends with a genre of its own.

    >>> _divided("驿站建设方案和公厕改造计划"), _divided("规划和远景目标纲要")
    (['驿站建设方案', '公厕改造计划'], ['规划和远景目标纲要'])
    """
    pieces = _AND.split(name)
    return pieces if len(pieces) > 1 and all(len(piece) >= 5 and kind_at_end(piece) for piece in pieces) else [name]


def is_named(text: str, names: Sequence[str]) -> bool:
    """Whether a folded title is one of the names; the office before it and brackets do not count.

    >>> is_named("瑶河市人民政府关于开展清洁取暖的通知", ["关于开展清洁取暖的通知"])
    True
    """
    wanted = essence(text)
    if len(wanted) < SHORTEST:
        return any(wanted == essence(name) for name in names)
    for name in names:
        given = essence(name)
        if given == wanted or (len(given) >= SHORTEST and wanted.endswith(given)) or given.endswith(wanted):
            return True
        if essence(without_brackets(name)) == essence(without_brackets(text)):
            return True
    return False


def named_lines(lines: Sequence[Line], live: Sequence[int], place: int, names: Sequence[str]) -> tuple[str, int]:
    r"""The lines at a place that together are one of the names, or the first line alone; and how many lines they are.

    >>> from policydoc.layout import lines
    >>> named_lines(lines("云泽市2024年\n便民服务方案\n为做好服务，制定本方案。"), [0, 1, 2], 0, ["云泽市2024年便民服务方案"])
    ('云泽市2024年便民服务方案', 2)
    """
    text = ""
    wanted = {essence(name) for name in names}
    for step in range(min(_MOST_JOINED, len(live) - place)):
        line = lines[live[place + step]]
        if line.role != "text" or len(line.text) > _LONGEST or (step and not _continues(line.text)):
            break
        text += line.text
        fuller = place + step + 1 < len(live) and essence(text + lines[live[place + step + 1]].text) in wanted
        if is_named(text, names) and not fuller:
            return text, step + 1
    if place >= len(live):
        return "", 0
    first = lines[live[place]]
    return (first.text, 1) if first.role == "text" else ("", 0)


def _continues(text: str) -> bool:
    return could_be_title(text) or (text[0] == "(" and text[-1] not in "。;:")


def is_whole(text: str, names: Sequence[str]) -> bool:
    """Whether a text is most of one of the names; a line that is only the end of a name (实施方案) opens no enclosure.

    >>> is_whole("实施方案", ["云泽市2024年便民服务实施方案"]), is_whole("2024年便民服务实施方案", ["云泽市2024年便民服务实施方案"])
    (False, True)
    """
    return any(2 * len(essence(text)) >= len(essence(name)) for name in names if is_named(text, [name]))
