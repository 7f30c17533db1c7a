"""文件行: the rows of the table `documents`, one for each file whatever became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from policydoc.archive.columns import TABLES, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydoc.model import Part, Plan

Row = dict[str, Any]

_COLUMNS: Final = {column.name: column.kind for column in TABLES["documents"]}
_NOTHING: Final = dict.fromkeys(_COLUMNS)
_METADATA: Final = [name.removeprefix("metadata_") for name in _COLUMNS if name.startswith("metadata_")]
_ELEMENTS: Final = (
    "title",
    "document_kind",
    "issued_on",
    "printed_by",
    "printed_on",
    "signatory",
    "urgency",
    "classification",
    "disclosure",
    "copy_number",
)
"""公文要素 that are one value."""
_LISTS: Final = ("issuers", "recipients", "copied_to", "annotations", "subject_terms", "attachments_announced")


def document_row(plan: Plan, name: str, year: int | None = None) -> Row:
    r"""文件行: the row of a file that was read.

    >>> from policydoc.parser import parse
    >>> row = document_row(parse("云泽市2024年便民服务实施方案\n一、驿站建设。新建便民驿站8个。"), "2024/a.txt")
    >>> row["status"], row["year"], row["genre"], row["target_count"], row["issued_on"]
    ('read', 2024, '方案', 1, None)
    """
    header, source = plan.header, plan.source
    number, dated = header.document_number, _dated(plan.parts)
    severities = [found.severity for found in plan.diagnostics]
    found = {
        "name": name,
        "status": "read",
        "error": None,
        "document": plan.id,
        "year": filed_year(plan) if year is None else year,
        "sha256": source.sha256,
        "bytes": source.bytes,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "script": source.script,
        "schema_version": plan.schema_version,
        "producer_version": plan.producer.version,
        "producer_rules": plan.producer.rules,
        "document_number": number.text if number else None,
        "document_number_agency_code": number.agency_code if number else None,
        "document_number_year": number.year if number else None,
        "document_number_serial": number.serial if number else None,
        "joint_numbers": [each.text for each in header.joint_numbers],
        **{field: getattr(header, field) for field in _ELEMENTS},
        **{field: list(getattr(header, field)) for field in _LISTS},
        "genre": dated.genre if dated else None,
        "plan_years_first": dated.plan_years[0] if dated and dated.plan_years else None,
        "plan_years_last": dated.plan_years[1] if dated and dated.plan_years else None,
        **{f"metadata_{field}": getattr(header.metadata, field, None) for field in _METADATA},
        "characters": plan.blocks[-1].span[1] if plan.blocks else 0,
        "part_count": len(plan.parts),
        "edit_count": len(plan.text.edits),
        **{f"{one}_count": len(getattr(plan, f"{one}s")) for one in ("task", "target", "goal", "figure", "citation", "diagnostic")},
        "error_count": severities.count("error"),
        "warning_count": severities.count("warning"),
    }
    return {column: found[column] for column in _COLUMNS}


def _dated(parts: Sequence[Part]) -> Part | None:
    """The part that says what plan it is: the first with plan years, else the first with a genre."""
    return next((part for part in parts if part.plan_years), None) or next((part for part in parts if part.genre), None)


def unread_row(name: str, status: Status, error: str, sha256: str | None = None, size: int | None = None, year: int | None = None) -> Row:
    """未读: the row of a file without a plan, with the reason.

    >>> row = unread_row("a.doc", "refused", "a Word file; save it as text first")
    >>> row["status"], row["error"], row["document"]
    ('refused', 'a Word file; save it as text first', None)
    """
    known = {"name": name, "status": status, "error": error, "sha256": sha256, "bytes": size, "year": year}
    return _NOTHING | known


def filed_year(plan: Plan) -> int | None:
    r"""归档年份: the plan's first year, else the document number's, else the year of issue.

    >>> from policydoc.parser import parse
    >>> filed_year(parse("云泽市2024年便民服务实施方案\n一、驿站建设。新建便民驿站8个。"))
    2024
    """
    header = plan.header
    years = next((part.plan_years for part in plan.parts if part.plan_years), None)
    if years:
        return years[0]
    if header.document_number and header.document_number.year:
        return header.document_number.year
    return header.issued_on.year if header.issued_on else None
