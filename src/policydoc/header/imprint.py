"""版记: 抄送, 印发机关, 印发日期, 主题词."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from policydoc.header.organisations import organisations
from policydoc.header.record import Record
from policydoc.layout import Line
from policydoc.layout.line import joined
from policydoc.parts.dateline import date_at
from policydoc.parts.shape import is_imprint
from policydoc.parts.title import quoted
from policydoc.rules.agencies import is_organisation
from policydoc.rules.patterns import pattern

_COPIES = pattern(r"(?:抄送|抄报|分送|报送|分发|报|送|发)[:]")
_COUNT = pattern(r"[(]?共?印[0-9]{1,5}份|[(]共印")
_TERMS = pattern(r"主?题词[:]")
_PRINTED = pattern(
    r"(?:(?:印发|承办|印制)(?:机关|单位):)?(?P<by>[^0-9一二〇:]{2,50}?)(?:印发(?:日期|时间):)?(?=(?:19|20)[0-9]{2}[年./-]|[一二][〇零0Oo九])"
)


def read_imprint(content: str, lines: Sequence[Line], indices: Sequence[int], record: Record) -> None:
    """Reads the imprint lines into the record."""
    place = 0
    while place < len(indices):
        line = lines[indices[place]]
        end = place + 1
        match = _COPIES.match(line.text)
        if match or _TERMS.match(line.text):
            while end < len(indices) and match and not is_imprint(lines[indices[end]].text) and not _prints(lines, indices, end):
                line = joined(line, lines[indices[end]])
                end += 1
        if match:
            _copies(content, line, record)
        elif term := _TERMS.match(line.text):
            _terms(content, line, term.end(), record)
        elif "印发" in line.text or "印制" in line.text or line.text.endswith("日印"):
            _printed(content, lines, indices, place, record)
        place = end


def _prints(lines: Sequence[Line], indices: Sequence[int], place: int) -> bool:
    """Whether a line is 印发机关 alone, with 印发日期 on the next."""
    return place + 1 < len(indices) and is_organisation(lines[indices[place]].text) and is_imprint(lines[indices[place + 1]].text)


def _copies(content: str, line: Line, record: Record) -> None:
    labels = list(_COPIES.finditer(line.text))
    labels = [
        label
        for label in labels
        if label.start() == 0 or line.text[label.start() - 1] in "。;,. " or line.at[label.start()] - line.at[label.start() - 1] > 1
    ]
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        stop = following.start() if following else len(line.text)
        printed = _COUNT.search(line.text, label.end(), stop)
        stop = printed.start() if printed else stop
        text = line.text[label.end() : stop].replace(".", "。")
        for low, high in organisations(text):
            start, end = low + label.end(), high + label.end()
            name = quoted(content, line, start, end).strip()
            if name and name not in record.values["copied_to"]:
                record.add("copied_to", name, line.span(start, end))


def _terms(content: str, line: Line, start: int, record: Record) -> None:
    inner = range(start + 1, len(line.text))
    cuts = [place for place in inner if line.at[place] - line.at[place - 1] > 1 or line.text[place - 1] in "、;, \t"]
    edges = [start, *cuts, len(line.text)]
    for low, high in pairwise(edges):
        while high > low and line.text[high - 1] in "、;, \t。":
            high -= 1
        if high > low:
            record.add("subject_terms", quoted(content, line, low, high), line.span(low, high))


def _printed(content: str, lines: Sequence[Line], indices: Sequence[int], place: int, record: Record) -> None:
    line = lines[indices[place]]
    if record.values["printed_on"] is not None:
        return
    found = date_at(line.text)
    if found is not None:
        record.put("printed_on", found.date, line.span(found.start, found.end), written=content[slice(*line.span(found.start, found.end))])
    match = _PRINTED.match(line.text)
    if match and len(match["by"].strip()) > 2:
        record.put("printed_by", quoted(content, line, *match.span("by")).strip(), line.span(*match.span("by")))
    elif found is not None and found.start == 0 and place:
        above = lines[indices[place - 1]]
        if len(above.text) <= 40 and not is_imprint(above.text):
            record.put("printed_by", quoted(content, above, 0, len(above.text)), above.span(0, len(above.text)))
