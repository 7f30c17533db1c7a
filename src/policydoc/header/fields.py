"""公文要素 of one document: its head and tail read into a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from policydoc.header.document_number import own_numbers
from policydoc.header.imprint import read_imprint
from policydoc.header.issuers import read_issuers
from policydoc.header.organisations import aside, organisations
from policydoc.header.record import Record
from policydoc.header.website import metadata
from policydoc.layout import Line
from policydoc.layout.line import joined
from policydoc.parts import shape
from policydoc.parts.dated_number import dated_number
from policydoc.parts.dateline import WrittenDate, date_at, date_at_end, date_line
from policydoc.parts.head import Head
from policydoc.parts.marks import Mark, marks
from policydoc.parts.site import Site
from policydoc.parts.tail import Tail
from policydoc.parts.title import quoted
from policydoc.rules.kinds import kind_at_end
from policydoc.rules.labels import label_forms, label_of, label_pattern
from policydoc.rules.patterns import pattern
from policydoc.text.fold import fold

_DISCLOSURE = (
    ("closed", pattern(r"不予?公开|不宜公开|非公开")),
    ("on_request", pattern(r"依申请公开")),
    ("partial", pattern(r"删减|部分公开|删除后公开|摘要公开")),
    ("open", pattern(r"(?<!不)(?<!不予)(?:公开发布|主动公开)|(?<!不)予以公开|全文公开|可以?公开|(?:件|文)公开[)\]。.]?$")),
)
_HELD = pattern(r"会议|大会|通过")
_FRAME = "()[].。 "


def read_fields(content: str, lines: Sequence[Line], head: Head, tail: Tail, site: Site | None) -> tuple[Record, list[dict[str, Any]]]:
    """The record of one document and what was wrong with its number."""
    record = Record()
    numbers, findings = own_numbers(content, lines, head, site)
    if numbers:
        record.put("document_number", numbers[0], numbers[0]["span"])
        for number in numbers[1:]:
            record.add("joint_numbers", number, number["span"])
    _title(content, lines, head, record)
    read_issuers(content, lines, head, tail, site, record)
    _recipients(content, lines, head, record)
    _marks(content, lines, head, record)
    if site is not None:
        values, spans, impossible = metadata(content, site)
        record.put("metadata", values, None)
        record.spans.update(spans)
        record.impossible.extend((span, content[slice(*span)]) for span in impossible)
        title = (values or {}).get("title")
        if title and record.values["title"] is None:
            _entitle(title, record.spans["metadata.title"], record)
    _date(content, lines, head, tail, site, record)
    _below(content, lines, tail, record)
    return record, findings


def _title(content: str, lines: Sequence[Line], head: Head, record: Record) -> None:
    if head.title is not None:
        spans = head.title.spans(lines)
        _entitle(head.title.written(content, lines), spans[0] if len(spans) == 1 else list(spans), record)
    elif head.letterhead is not None:
        kind = kind_at_end(lines[head.letterhead].text)
        record.put("document_kind", kind.name if kind else None, None)


def _entitle(title: str, span: Any, record: Record) -> None:
    """The title, and the kind of document that its last word names."""
    record.put("title", title, None)
    record.spans["title"] = span
    kind = kind_at_end(fold("".join(title.split())))
    if kind is not None and kind.status != "genre":
        record.put("document_kind", kind.name, None)


def _line_of(lines: Sequence[Line], indices: Sequence[int]) -> Line:
    line = lines[indices[0]]
    for index in indices[1:]:
        line = joined(line, lines[index])
    return line


def _list(content: str, line: Line, start: int, end: int, name: str, record: Record) -> None:
    for low, high in organisations(line.text[start:end]):
        for first, last in aside(line, start + low, start + high):
            record.add(name, quoted(content, line, first, last).strip(), line.span(first, last))


def _recipients(content: str, lines: Sequence[Line], head: Head, record: Record) -> None:
    if head.recipients:
        line = _line_of(lines, head.recipients)
        colon = line.text.find(":")
        _list(content, line, 0, colon if colon >= 0 else len(line.text), "recipients", record)
    for label, name in (("addressee", "recipients"), ("copies", "copied_to")):
        if label in head.letter and not record.values[name]:
            index, start = head.letter[label]
            _list(content, lines[index], start, _label_end(lines[index], start), name, record)


def _label_end(line: Line, start: int) -> int:
    match = label_pattern("letter").search(line.text, start)
    return match.start() if match else len(line.text)


def _marks(content: str, lines: Sequence[Line], head: Head, record: Record) -> None:
    ids = label_forms("head")
    for index in [*head.marks, *head.numbers]:
        line = lines[index]
        told = [mark for mark in marks(line.text) if mark.name not in ("number", "office")]
        for mark in told:
            late = mark.name == "copy_number" and head.title is not None and index > head.title.pieces[0][0]
            if record.values[mark.name] is None and not late:
                record.put(mark.name, _mark(content, line, mark), line.span(mark.start, mark.end))
        match = None if told else label_pattern("head").search(line.text)
        if match and line.text[match.end() :]:
            record.put(
                ids[label_of(match)], quoted(content, line, match.end(), len(line.text)).strip(), line.span(match.end(), len(line.text))
            )
    for label, name in (("speed", "urgency"), ("secrecy", "classification")):
        if label in head.letter:
            index, start = head.letter[label]
            end = _label_end(lines[index], start)
            text = quoted(content, lines[index], start, end).strip()
            if text and "普通" not in text:
                record.put(name, text, lines[index].span(start, end))


def _mark(content: str, line: Line, mark: Mark) -> str:
    """The words of a mark; two people who sign stay apart, the characters of one name do not."""
    words = content[slice(*line.span(mark.start, mark.end))].split()
    return (" " if mark.name == "signatory" and min(map(len, words)) > 1 else "").join(words)


def _date(content: str, lines: Sequence[Line], head: Head, tail: Tail, site: Site | None, record: Record) -> None:
    if tail.date is not None:
        line = lines[tail.date]
        _put_date(content, line, date_line(line.text) or date_at_end(line.text), record)
        return
    if "letter_date" in head.letter:
        index, start = head.letter["letter_date"]
        _put_date(content, lines[index], date_at(lines[index].text, start), record)
        return
    found = (record.values["metadata"] or {}).get("issued_on") if site else None
    if found is not None:
        record.put("issued_on", found, record.spans.get("metadata.issued_on"))
        return
    for index in head.adoption:
        text = lines[index].text
        if date_line(text) or _HELD.search(text) or shape.is_signed_date(text) or dated_number(text):
            _put_date(content, lines[index], date_at(text), record)
            return


def _put_date(content: str, line: Line, found: WrittenDate | None, record: Record) -> None:
    if found is not None:
        span = line.span(found.start, found.end)
        record.put("issued_on", found.date, span, written=content[slice(*span)])


def _openness(text: str) -> str | None:
    """公开属性 that a 附注 states; open, but for the attachment or what was cut, is partial."""
    told = [openness for openness, words in _DISCLOSURE if words.search(text)]
    if "open" in told and "closed" in told:
        return "partial"
    return told[0] if told else None


def _whole_notes(lines: Sequence[Line], indices: Sequence[int]) -> list[Line]:
    """The notes, those whose bracket closes on a later line joined."""
    found: list[Line] = []
    for index in indices:
        if found and found[-1].text.count("(") > found[-1].text.count(")"):
            found[-1] = joined(found[-1], lines[index])
        else:
            found.append(lines[index])
    return found


def _below(content: str, lines: Sequence[Line], tail: Tail, record: Record) -> None:
    for line in _whole_notes(lines, tail.annotations):
        low, high = 0, len(line.text)
        while low < high and line.text[low] in _FRAME:
            low += 1
        while high > low and line.text[high - 1] in _FRAME:
            high -= 1
        if low < high:
            record.add("annotations", quoted(content, line, low, high), line.span(low, high))
            if record.values["disclosure"] is None and (openness := _openness(line.text)):
                record.put("disclosure", openness, line.span(low, high))
    for index in tail.persons:
        found = shape.person_name(lines[index].text)
        if found and record.values["signatory"] is None and "〇" not in lines[index].text:
            record.put("signatory", quoted(content, lines[index], *found), lines[index].span(*found))
    for name in tail.announced.names if tail.announced else ():
        text = "".join(quoted(content, lines[index], start, end) for index, start, end in name)
        span = lines[name[0][0]].span(name[0][1], name[0][2])[0], lines[name[-1][0]].span(name[-1][1], name[-1][2])[1]
        record.add("attachments_announced", text, span)
    read_imprint(content, lines, tail.imprint, record)
