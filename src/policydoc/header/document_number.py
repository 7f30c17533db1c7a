"""发文字号: the notice's own numbers, in the normal form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.layout import Line
from policydoc.parts.dated_number import dated_number
from policydoc.parts.head import Head
from policydoc.parts.marks import marks
from policydoc.parts.number import Number, is_damaged_number, leading_number, trailing_numbers, whole_number
from policydoc.parts.site import Site
from policydoc.parts.title import quoted, unhung
from policydoc.rules.agencies import is_organisation
from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.labels import label_pattern
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

_BETWEEN = pattern(r"[ 、;,\t]|/(?=[\u3400-\u9fff])|(?<=号)(?=[\u3400-\u9fff]{2,12}\[)")
_SHORT_YEAR = pattern(r"[(\[][0-9]{2}年?[)\]]")
Entry = dict[str, Any]


def entry(content: str, line: Line, number: Number, offset: int = 0) -> Entry:
    """发文字号 for the model; `offset` is where the text that the number was read from begins in the line.

    >>> from policydoc.layout import lines
    >>> text = "雲政辦發﹝2024﹞7 號"
    >>> [line] = lines(text)
    >>> entry(text, line, whole_number(line.text))["text"]
    '雲政辦發〔2024〕7號'
    """
    start, end = number.start + offset, number.end + offset
    span = line.span(start, end)
    first = start + 6 if number.form == "led" else start
    code = quoted(content, line, first, number.code_end + offset).replace(" ", "")
    return {
        "text": _normal(content, line, number, offset, code),
        "written": content[slice(*span)],
        "agency_code": code,
        "year": number.year,
        "serial": number.serial,
        "span": span,
    }


def _normal(content: str, line: Line, number: Number, offset: int, code: str) -> str:
    written = quoted(content, line, number.start + offset, number.end + offset).replace(" ", "")
    sign = next((mark for mark in "号號" if mark in written), "號" if fold(code) != code else "号")
    if number.form == "period":
        framed = f"〔{number.year}〕" if fold(written[0]) in "[(" else f"{number.year}年"
        return f"{code}{framed if number.year else ''}第{number.serial}期"
    if number.form == "led":
        return f"〔{number.year}〕{code}{number.serial}{sign}"
    if number.form in ("bracketed", "open"):
        nth = "第" if "第" in written and fold(code).endswith("令") else ""
        year = number.year % 100 if number.year and _SHORT_YEAR.search(fold(written)) else number.year
        return f"{code}〔{year}〕{nth}{number.serial}{sign}"
    if number.form == "yearless":
        return f"{code}{number.serial}{sign}"
    if number.form == "issue":
        tail = quoted(content, line, number.tail + offset, number.end + offset)
        return f"{code}{f'{number.year}年' if number.year else ''}第{number.serial}{sign}{tail}"
    return written.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})


def _numbers_in(text: str) -> list[tuple[Number, int]]:
    """The numbers of a head line, each with the offset at which the text that it was read from begins."""
    banner = text.find("文件", 0, 60)
    begin = banner + 2 if banner > 1 and is_organisation(text[:banner]) else 0
    if not begin and (whole := whole_number(text)):
        return [(whole, 0)]
    if (dated := dated_number(text)) is not None:
        return [(dated.number, dated.offset)]
    told = [(whole_number(text[mark.start : mark.end]), mark.start) for mark in marks(text) if mark.name == "number"]
    if found := [(number, start) for number, start in told if number is not None]:
        return found
    if not leading_number(text) and (behind := trailing_numbers(text[: unhung(text)])):
        return [(number, 0) for number in behind]
    place = begin
    for cut in [*_BETWEEN.finditer(text, begin), None]:
        end = cut.start() if cut else len(text)
        if number := whole_number(text[place:end]):
            found.append((number, place))
        place = cut.end() if cut else end
    if found:
        return found
    prefix = text.find("]") + 1 if text.startswith("[") else 0
    if number := leading_number(text[prefix:]):
        return [(number, prefix)]
    return []


def own_numbers(content: str, lines: Sequence[Line], head: Head, site: Site | None) -> tuple[list[Entry], list[dict[str, Any]]]:
    """The numbers of a document in the order of its head, else of the website's block; and what is wrong with them."""
    found: list[Entry] = []
    periods: list[Entry] = []
    findings: list[dict[str, Any]] = []
    damaged: list[tuple[int, int]] = []
    for index in head.numbers:
        line = lines[index]
        here = _numbers_in(line.text)
        if not here and is_damaged_number(line.text):
            damaged.append(line.span(0, len(line.text)))
        for number, offset in here:
            made = entry(content, line, number, offset)
            if found and fold(made["agency_code"]).endswith("机发"):
                continue  # the telegraph room's own count
            if number.form == "period":
                periods.append(made)
            elif made["text"] not in [other["text"] for other in found]:
                found.append(made)
                if number.damaged:
                    damaged.append(made["span"])
    if not found and "letter_number" in head.letter:
        index, start = head.letter["letter_number"]
        following = label_pattern("letter").search(lines[index].text, start)
        lettered = whole_number(lines[index].text[start : following.start() if following else None])
        if lettered is not None:
            found.append(entry(content, lines[index], lettered, start))
    if not found and site is not None:
        found = _of_site(content, lines, site)
    found = found or periods[:1]
    findings.extend(diagnostic("H002", span) for span in damaged)
    return found, findings


def _of_site(content: str, lines: Sequence[Line], site: Site) -> list[Entry]:
    for pair in site.pairs:
        if pair.id != "document_number" or pair.span[0] == pair.span[1]:
            continue
        for index in site.lines:
            line = lines[index]
            if line.start <= pair.span[0] < line.end:
                places = [place for place, at in enumerate(line.at) if pair.span[0] <= at < pair.span[1]]
                if places and (number := whole_number(line.text[places[0] : places[-1] + 1])):
                    return [entry(content, line, number, places[0])]
    return []
