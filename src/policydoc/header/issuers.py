"""发文机关: the signature, else the website's block, else the letterhead or the title's prefix."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydoc.header.organisations import aside, organisations
from policydoc.header.record import Record
from policydoc.layout import Line
from policydoc.parts.dateline import date_at_end
from policydoc.parts.head import Head
from policydoc.parts.site import Site
from policydoc.parts.tail import Tail
from policydoc.parts.title import quoted
from policydoc.rules.agencies import is_organisation
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

Span = tuple[int, int]
_PREFIX_END = pattern(
    r"关于|印发|转发|批转|转批|颁布|发布|公布|(?:令|公告|通告|公报|通报|会议纪要)(?:[(].{0,20})?$|(?:19|20)[0-9]{2}(?:年|-)|[0-9]{2,3}年度|二[〇零O][〇零O一二三四五六七八九]{2}年"
)
_LEVEL_ONLY = pattern(r"(?:省|市|县|区|州|旗|盟|自治区)(?:人民)?(?:政府|委)")
_SEAL = pattern(r"[(](?:公章|盖章|印章|印|章|代章)[)]$")
_LETTERHEAD = pattern(r"(?:函|书函|令|公告|开会通知单|开会通知)$")


def read_issuers(content: str, lines: Sequence[Line], head: Head, tail: Tail, site: Site | None, record: Record) -> None:
    """Reads 发文机关 into the record."""
    found = (
        _signature(content, lines, tail.signatures or head.undersigned)
        or _letterhead(content, lines, head)
        or _site(content, site)
        or _banner_or_title(content, lines, head)
        or _site_title(content, site)
    )
    for name, span in found:
        if name not in record.values["issuers"]:
            record.add("issuers", name, span)


def _named(content: str, line: Line, pieces: Sequence[Span]) -> list[tuple[str, Span]]:
    found = []
    for low, high in pieces:
        if seal := _SEAL.search(line.text, low, high):
            high = seal.start()
        while high > low and line.text[high - 1] in " ,、:":
            high -= 1
        while low < high and line.text[low] in " ,、":
            low += 1
        found.append((quoted(content, line, low, high), line.span(low, high)))
    return found


def _signature(content: str, lines: Sequence[Line], signatures: Sequence[int]) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for index in signatures:
        line = lines[index]
        date = date_at_end(line.text)
        found.extend(_named(content, line, aside(line, 0, date.start if date else None)))
    return found


def _letterhead(content: str, lines: Sequence[Line], head: Head) -> list[tuple[str, Span]]:
    if head.letterhead is None and "sender" in head.letter:
        index, start = head.letter["sender"]
        return _named(content, lines[index], [(start, len(lines[index].text))])
    if head.letterhead is None:
        return []
    line = lines[head.letterhead]
    match = _LETTERHEAD.search(line.text)
    return _named(content, line, [(0, match.start() if match else len(line.text))])


def _site(content: str, site: Site | None) -> list[tuple[str, Span]]:
    for pair in site.pairs if site else ():
        text = content[slice(*pair.span)]
        if pair.id != "issuer" or not text.strip():
            continue
        folded = fold(text)
        stretches = organisations(re.sub(r"[ \t]+", lambda blank: "," * len(blank[0]), folded))
        if all(is_organisation(folded[low:high].strip()) for low, high in stretches):
            return [(text[low:high].strip(), (pair.span[0] + low, pair.span[0] + high)) for low, high in stretches]
    return []


def _site_title(content: str, site: Site | None) -> list[tuple[str, Span]]:
    """The organisation that the title in the website's block begins with, where no title is printed."""
    for pair in site.pairs if site else ():
        folded = fold(content[slice(*pair.span)])
        match = _PREFIX_END.search(folded) if pair.id == "title" else None
        if match is not None and match.start() >= 3 and is_organisation(folded[: match.start()].strip()):
            start, end = pair.span[0], pair.span[0] + match.start()
            return [(content[start:end], (start, end))]
    return []


def _banner_or_title(content: str, lines: Sequence[Line], head: Head) -> list[tuple[str, Span]]:
    banner = _banner(content, lines, head)
    title = _title(content, lines, head)
    if title and not (banner and len(title) == 1 and _LEVEL_ONLY.fullmatch(fold(title[0][0]))):
        return title
    return banner


def _banner(content: str, lines: Sequence[Line], head: Head) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for index in head.banners:
        line = lines[index]
        place = line.text.find("文件")
        end = place if place >= 0 else len(line.text)
        if end > 1:
            found.extend(_named(content, line, aside(line, 0, end)))
    return found


def _title(content: str, lines: Sequence[Line], head: Head) -> list[tuple[str, Span]]:
    if head.title is None:
        return []
    found: list[tuple[str, Span]] = []
    whole = head.title.folded
    match = _PREFIX_END.search(whole)
    if match is None or match.start() < 3 or "《" in whole[: match.start()]:
        return []
    left = match.start()
    for index, start, end in head.title.pieces:
        stop = min(end, start + left)
        left -= stop - start
        if stop > start:
            line = lines[index]
            if found and not is_organisation(fold(found[-1][0])):
                return []
            found.extend(_named(content, line, aside(line, start, stop)))
        if left <= 0:
            break
    return found if all(is_organisation(fold(name)) for name, _ in found) else []
