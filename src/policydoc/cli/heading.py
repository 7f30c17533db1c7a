"""文头: the elements of a notice's header that are there, the Chinese term first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydoc.cli.cell import Piece, ink
from policydoc.cli.passage import joined
from policydoc.cli.terminal import width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydoc.cli.cell import Cell
    from policydoc.model import Header

WIDE = 96
"""From this width on there is room for the English terms."""

_TITLE = "标题"


def elements(header: Header) -> Iterator[tuple[str, str, str]]:
    """Chinese term, English term and value of each element that is there."""
    site = header.metadata
    numbers = [each.text for each in (header.document_number, *header.joint_numbers) if each is not None]
    if not numbers and site is not None and site.document_number:
        numbers = [site.document_number]
    rows: list[tuple[str, str, object]] = [
        (_TITLE, "title", header.title or (site and site.title)),
        ("发文字号", "number", "、".join(numbers)),
        ("发文机关", "issuers", "、".join(header.issuers) or (site and site.issuer)),
        ("主送机关", "recipients", "、".join(header.recipients)),
        ("成文日期", "issued on", header.issued_on or (site and site.issued_on)),
        ("签发人", "signatory", header.signatory),
        ("份号", "copy", header.copy_number),
        ("密级", "class", header.classification),
        ("紧急程度", "urgency", header.urgency),
        ("附件", "attachments", "；".join(header.attachments_announced)),
        ("附注", "notes", "；".join(header.annotations) or header.disclosure),
        ("主题词", "terms", " ".join(header.subject_terms)),
        ("抄送机关", "copied to", "、".join(header.copied_to)),
        ("印发机关", "printed by", header.printed_by),
        ("印发日期", "printed on", header.printed_on),
    ]
    if site is not None:
        rows += [
            ("索引号", "index", site.index_number),
            ("主题分类", "category", site.subject_category),
            ("发布日期", "published", site.published_on),
            ("施行日期", "effective", site.effective_on),
            ("失效日期", "expires", site.expires_on),
            ("有效性", "validity", site.validity),
        ]
    yield from ((chinese, english, str(value)) for chinese, english, value in rows if value)


def heading(header: Header, room: int) -> Iterator[Cell]:
    """The lines of the header; long values go on below themselves, three lines at most."""
    left = 22 if room >= WIDE else 10
    found = False
    for chinese, english, value in elements(header):
        found = True
        label = chinese + " " * (10 - width(chinese)) + (english.ljust(left - 10) if room >= WIDE else "")
        for text in wrap(joined(value), room - left):
            yield (Piece(label, "dim"), *ink(text, "bold" if chinese == _TITLE else ""))
            label = " " * left
    if not found:
        yield ink("no header", "dim")


def summary(header: Header) -> str:
    """An inner header in one line: number, issuers, date."""
    return " · ".join(value for chinese, _, value in elements(header) if chinese in ("发文字号", "发文机关", "成文日期"))
