"""敌意: files made to do harm, small on the disk: archives, office files, spreadsheets and texts. Pages and Word's own format are in `hostile_pages`."""

from __future__ import annotations

from collections.abc import Callable

from archivist import notice
from zipper import DEFLATED, ENCRYPTED, LINK, STORED, Entry, central, end, packing, zipped

Makers = dict[str, Callable[[], bytes]]

MEGA = 1 << 20
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{part}"/></Relationships>'
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_DOCUMENT = f"<w:document {_W}><w:body>%s</w:body></w:document>"
_WORDS = "<w:p><w:r><w:t>云泽市2024年便民服务实施方案</w:t></w:r></w:p><w:p><w:r><w:t>一、驿站建设。新建便民驿站8个。</w:t></w:r></w:p>"


def word(document: bytes | str | None, *more: Entry, method: int = DEFLATED) -> bytes:
    """A Word file around a document part; stored as it is where packing it would give it away."""
    content = document.encode() if isinstance(document, str) else document
    main = [] if content is None else [Entry("word/document.xml", content, method=method)]
    return office("word/document.xml", "wordprocessingml.document", *main, *more)


def office(part: str, kind: str, *entries: Entry) -> bytes:
    """An office file around some parts."""
    return zipped(
        Entry("[Content_Types].xml", _TYPES.format(part=part, kind=kind).encode()),
        Entry("_rels/.rels", _RELATIONS.format(part=part).encode()),
        *entries,
    )


def sheet(rows: str, shared: str = "", more: str = "", method: int = STORED) -> bytes:
    """A spreadsheet around the rows of its only sheet."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    entries = [
        Entry("xl/workbook.xml", f'<workbook {_S}><sheets><sheet name="任务" sheetId="1" r:id="r1"/></sheets></workbook>'.encode()),
        Entry(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'.encode(),
        ),
        Entry("xl/worksheets/sheet1.xml", f"<worksheet {_S}><sheetData>{rows}</sheetData>{more}</worksheet>".encode(), method=method),
        Entry("xl/sharedStrings.xml", f"<sst {_S}>{shared}</sst>".encode(), method=method),
    ]
    return office("xl/workbook.xml", "spreadsheetml.sheet", *entries)


def chain(depth: int) -> bytes:
    """Archives in archives, and no end of them that a reader could know."""
    inner = zipped(Entry("通知.txt", notice(1).encode()))
    for _ in range(depth):
        inner = zipped(Entry("内.zip", inner), Entry("又.txt", notice(2).encode()))
    return inner


def tree(depth: int) -> bytes:
    """An archive of ten archives of ten archives …, each last one full of zeros."""
    inner = zipped(Entry("零.txt", bytes(8 * MEGA)))
    for _ in range(depth):
        inner = zipped(*(Entry(f"{number}.zip", inner) for number in range(10)))
    return inner


def overlapping(count: int) -> bytes:
    """Many entries that all give the same packed bytes."""
    kernel = Entry("0.txt", b"0" * (16 * MEGA))
    packed = packing(kernel.content)
    body = zipped(kernel)[: -len(central(kernel, packed, 0)) - len(end(1, 0, 0))]
    directory = central(kernel, packed, 0) * count
    return body + directory + end(count, len(directory), len(body))


def many(count: int) -> bytes:
    """A list of very many entries without anything in them."""
    empty = Entry(b"a", b"", method=STORED)
    body = zipped(empty)[:31]
    directory = central(empty, b"", 0) * count
    return body + directory + end(count, len(directory), len(body))


def entities(count: int) -> str:
    """Entities of entities: a thousand million words."""
    lines = "".join(f'<!ENTITY a{rank} "{f"&a{rank - 1};" * 10}">' for rank in range(1, count))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "公厕">{lines}]><w:document {_W}><w:body><w:p><w:r><w:t>&a{count - 1};</w:t></w:r></w:p></w:body></w:document>'


def external(target: str) -> str:
    """An entity that a reader would have to fetch."""
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "{target}">]>{_DOCUMENT % "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"}'


ARCHIVES: Makers = {
    "flat-bomb.zip": lambda: zipped(Entry("零.txt", bytes(120 * MEGA))),
    "tree-of-bombs.zip": lambda: tree(4),
    "endless-chain.zip": lambda: chain(200),
    "overlapping.zip": lambda: overlapping(60_000),
    "hundred-thousand.zip": lambda: many(100_000),
    "list-of-a-million.zip": lambda: many(600_000),
    "fields.zip": lambda: zipped(*(Entry(b"%d.txt" % number, b"x", extra=b"\x99\x99\x00\x00" * 16_000) for number in range(400))),
    "fields.docx": lambda: word(None, *(Entry(b"%d.xml" % number, b"x", extra=b"\x99\x99\x00\x00" * 16_000) for number in range(400))),
    "huge-names.zip": lambda: zipped(*(Entry(b"%05d" % number + b"n" * 65_000, b"x") for number in range(400))),
    "lying-size.zip": lambda: zipped(Entry("通知.txt", b"1" * 100 * MEGA, declared=10)),
    "lying-size-up.zip": lambda: zipped(Entry("通知.txt", notice(1).encode(), declared=0xFFFFFFF0)),
    "way-up.zip": lambda: zipped(Entry("../../../../../../tmp/policydoc-was-here.txt", notice(1).encode())),
    "from-the-root.zip": lambda: zipped(Entry("/tmp/policydoc-was-here.txt", notice(1).encode())),
    "from-a-drive.zip": lambda: zipped(Entry("C:\\Windows\\policydoc-was-here.txt", notice(1).encode())),
    "link.zip": lambda: zipped(Entry("通知.txt", b"/etc/passwd", attributes=LINK)),
    "encrypted.zip": lambda: zipped(Entry("通知.txt", bytes(range(256)), flags=ENCRYPTED)),
    "torn.zip": lambda: zipped(Entry("通知.txt", notice(1).encode() * 100))[:300],
}

OFFICE: Makers = {
    "bomb.docx": lambda: word(b" " * 120 * MEGA),
    "lying-size.docx": lambda: word(None, Entry("word/document.xml", b" " * 120 * MEGA, declared=100)),
    "entities.docx": lambda: word(entities(10)),
    "external-file.docx": lambda: word(external("file:///etc/passwd")),
    "external-address.docx": lambda: word(external("http://127.0.0.1:9/a.dtd")),
    "deep.docx": lambda: word(_DOCUMENT % ("<w:p>" * 100_000 + "</w:p>" * 100_000), method=STORED),
    "attributes.docx": lambda: word(
        _DOCUMENT % f"<w:p {' '.join(f'a{number}={chr(39)}1{chr(39)}' for number in range(300_000))}/>", method=STORED
    ),
    "one-attribute.docx": lambda: word(_DOCUMENT % f'<w:p a="{"1" * 30 * MEGA}"/>', method=STORED),
    "utf-7.docx": lambda: word(f'<?xml version="1.0" encoding="UTF-7"?>{_DOCUMENT % _WORDS}'),
    "utf-16.docx": lambda: word(f'<?xml version="1.0" encoding="UTF-16"?>{_DOCUMENT % _WORDS}'.encode("utf-16")),
    "utf-16-entities.docx": lambda: word(entities(10).encode("utf-16")),
    "no-document.docx": lambda: word(None),
    "wrong-document.docx": lambda: word("<html/>"),
    "empty-paragraphs.docx": lambda: word(_DOCUMENT % (_WORDS + "<w:p/>" * 1_000_000), method=STORED),
    "one-paragraph.docx": lambda: word(_DOCUMENT % f"<w:p><w:r><w:t>{'公厕' * 5 * MEGA}</w:t></w:r></w:p>", method=STORED),
    "tables-in-tables.docx": lambda: word(
        _DOCUMENT % (_WORDS + "<w:tbl><w:tr><w:tc>" * 5_000 + _WORDS + "</w:tc></w:tr></w:tbl>" * 5_000), method=STORED
    ),
    "wide-cell.docx": lambda: word(
        _DOCUMENT % f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>{_WORDS}</w:tc></w:tr></w:tbl>'
    ),
    "encrypted.docx": lambda: zipped(
        Entry("[Content_Types].xml", b"x", flags=ENCRYPTED), Entry("word/document.xml", b"x", flags=ENCRYPTED)
    ),
    "torn.docx": lambda: word(_DOCUMENT % _WORDS)[:-200],
    "million-columns.xlsx": lambda: sheet('<row r="1">' + '<c t="inlineStr"><is><t>序号</t></is></c>' * 1_000_000 + "</row>"),
    "far-cells.xlsx": lambda: sheet(
        "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 1_048_576, 9_000)),
        more='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    ),
    "no-such-column.xlsx": lambda: sheet('<row r="99999999999"><c r="ZZZZZZZZZZ1"><v>1</v></c></row>'),
    "shared-strings.xlsx": lambda: sheet(
        '<row r="1">' + '<c t="s"><v>0</v></c>' * 100_000 + "</row>", shared=f"<si><t>{'公厕' * 15_000}</t></si>"
    ),
    "million-strings.xlsx": lambda: sheet('<row r="1"><c t="s"><v>0</v></c></row>', shared="<si><t>公厕</t></si>" * 1_500_000),
}

TEXTS: Makers = {
    "one-line.csv": lambda: b"1," * 30 * MEGA,
    "million-columns.csv": lambda: ("序号,任务,责任单位\n" + "," * MEGA).encode(),
    "open-quote.csv": lambda: ('序号,任务\n"' + "公厕\n" * MEGA).encode(),
    "deep.html": lambda: ("<html>" + "<div>" * 200_000 + "新建公厕76座。").encode(),
    "wide-cell.html": lambda: f"<html><table><tr><td colspan=99999 rowspan=99999>{'<td colspan=9999>公厕' * 2000}</table>".encode(),
    "billion.xml": lambda: entities(10).encode(),
}
