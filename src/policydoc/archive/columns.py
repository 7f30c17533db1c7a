"""表: the tables of an archive and their columns, with the names and meanings of contract 1.0.

Every table has `name` (the file) and `document` (the plan's id); ids inside a plan stand behind the plan's id and ":".
Two copies of one notice have one `document` and two `name`s: join the tables by `name` and the id.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

VERSION: Final = "1.0"
"""Of the tables: columns may be added in 1.x; none changes its meaning."""

Kind = Literal["text", "integer", "decimal", "date", "texts"]
"""`decimal` is exact, with 20 digits before and 18 behind the point; `texts` is a list."""

Status = Literal["read", "refused", "fault", "crash", "time", "memory"]
STATUSES: Final[dict[Status, str]] = {
    "read": "its plan stands in the tables",
    "refused": "the source cannot be read: missing, empty, binary, of an unknown format or encoding",
    "fault": "policydoc itself failed: please report it with the file",
    "crash": "the worker that read it died",
    "time": "it took longer than its time budget",
    "memory": "it took more than its memory budget",
}
"""What may become of a file, and what that means."""


class Column(NamedTuple):
    """列: one column of a table."""

    name: str
    kind: Kind
    doc: str
    """What it holds, in a few words."""
    nullable: bool = True


def _keys(*more: Column) -> tuple[Column, ...]:
    """The columns that every table but `documents` begins with."""
    return (
        Column("name", "text", "file as it was named to the archive, archive.zip!/member where it lies in one", nullable=False),
        Column("document", "text", "id of its plan", nullable=False),
        *more,
    )


_SPAN = (
    Column("span_start", "integer", "where `text` begins in the repaired text, in code points", nullable=False),
    Column("span_end", "integer", "just behind the end of `text`", nullable=False),
)


_DOCUMENTS = (
    Column("name", "text", "file as it was named to the archive, archive.zip!/member where it lies in one", nullable=False),
    Column("status", "text", " · ".join(f"{status}: {words}" for status, words in STATUSES.items()), nullable=False),
    Column("error", "text", "why it is not read"),
    Column("document", "text", "id of its plan: the same for the same document however its file was copied"),
    Column("year", "integer", "year that the archive files it under"),
    Column("sha256", "text", "digest of the file"),
    Column("bytes", "integer", "size of the file"),
    Column("media_type", "text", "format of the file by its content: text/plain, text/html, application/pdf …"),
    Column("encoding", "text", "encoding that decoded the file strictly"),
    Column("script", "text", "Hans, Hant or mixed"),
    Column("schema_version", "text", "version of the plan's contract"),
    Column("producer_version", "text", "version of policydoc"),
    Column("producer_rules", "text", "digest of the rule tables"),
    Column("document_number", "text", "发文字号, normalised"),
    Column("document_number_agency_code", "text", "机关代字"),
    Column("document_number_year", "integer", "its year"),
    Column("document_number_serial", "integer", "its serial"),
    Column("joint_numbers", "texts", "联合发文字号"),
    Column("title", "text", "标题"),
    Column("document_kind", "text", "文种"),
    Column("genre", "text", "方案, 计划 …: of the first part that has plan years, else of the first that has a genre"),
    Column("plan_years_first", "integer", "first year of the plan: of the first part that has plan years"),
    Column("plan_years_last", "integer", "last year of the plan"),
    Column("issuers", "texts", "发文机关"),
    Column("recipients", "texts", "主送机关"),
    Column("issued_on", "date", "成文日期"),
    Column("printed_by", "text", "印发机关"),
    Column("printed_on", "date", "印发日期"),
    Column("copied_to", "texts", "抄送机关"),
    Column("signatory", "text", "签发人"),
    Column("urgency", "text", "紧急程度"),
    Column("classification", "text", "密级"),
    Column("annotations", "texts", "附注"),
    Column("disclosure", "text", "公开属性: open, on_request, partial, closed"),
    Column("copy_number", "text", "份号"),
    Column("subject_terms", "texts", "主题词"),
    Column("attachments_announced", "texts", "附件说明"),
    Column("metadata_index_number", "text", "索引号, as the site gives it"),
    Column("metadata_subject_category", "text", "主题分类"),
    Column("metadata_document_number", "text", "发文字号 as the site gives it"),
    Column("metadata_title", "text", "标题 as the site gives it"),
    Column("metadata_issuer", "text", "发文机关 as the site gives it"),
    Column("metadata_issued_on", "date", "成文日期 as the site gives it"),
    Column("metadata_published_on", "date", "发布日期"),
    Column("metadata_effective_on", "date", "施行日期"),
    Column("metadata_expires_on", "date", "废止日期"),
    Column("metadata_validity", "text", "有效性"),
    Column("metadata_subject_terms", "text", "主题词 as the site gives them"),
    Column("metadata_publisher", "text", "信息来源"),
    Column("metadata_disclosure", "text", "公开方式"),
    Column("characters", "integer", "code points of the repaired text"),
    Column("part_count", "integer", "parts of the text"),
    Column("edit_count", "integer", "repairs"),
    Column("task_count", "integer", "rows in `tasks`"),
    Column("target_count", "integer", "rows in `targets`"),
    Column("goal_count", "integer", "rows in `goals`"),
    Column("figure_count", "integer", "numbers in the text"),
    Column("citation_count", "integer", "other documents named"),
    Column("diagnostic_count", "integer", "rows in `diagnostics`"),
    Column("error_count", "integer", "diagnostics of severity error"),
    Column("warning_count", "integer", "diagnostics of severity warning"),
)

_TASKS = _keys(
    Column("id", "text", "id of the task", nullable=False),
    Column("key", "text", "matches the same theme in another year's plan", nullable=False),
    Column("part", "text", "id of its part", nullable=False),
    Column("section", "text", "id of its section"),
    Column("path", "texts", "labels from the top of the part", nullable=False),
    Column("label", "text", "number as printed"),
    Column("ordinal", "integer", "number"),
    Column("title", "text", "its heading"),
    Column("text", "text", "its words", nullable=False),
    *_SPAN,
)

_TARGETS = _keys(
    Column("id", "text", "id of the target", nullable=False),
    Column("task", "text", "id of its task"),
    Column("section", "text", "id of its section"),
    Column("part", "text", "id of its part"),
    Column("kind", "text", "target, milestone, part (其中) or facet (惠及)", nullable=False),
    Column("of", "text", "id of the target that a part, milestone or facet belongs to"),
    Column("text", "text", "the clause that carries it", nullable=False),
    *_SPAN,
    Column("quantity", "text", "number, multiplier and unit as written", nullable=False),
    Column("action", "text", "动作 as written"),
    Column("object", "text", "对象 as written"),
    Column("comparator", "text", "eq, ge, gt, le, lt, approx or range", nullable=False),
    Column("value", "decimal", "the number; null for a range, and where it does not fit the column"),
    Column("low", "decimal", "least of a range"),
    Column("high", "decimal", "most of a range"),
    Column("unit", "text", "计量单位, canonical"),
    Column("unit_text", "text", "as written, with its multiplier"),
    Column("dimension", "text", "count, person, length, area, money, ratio …"),
    Column("base_value", "decimal", "the value in the base unit"),
    Column("base_unit", "text", "m, m2, kg, s, 1, CNY …"),
    Column("change", "text", "output, level, rise_to, rise_by, fall_to, fall_by or keep", nullable=False),
    Column("per", "text", "每县, 每千人口 …"),
    Column("baseline", "text", "基数 as written"),
    Column("baseline_value", "decimal", "基数"),
    Column("baseline_unit", "text", "its unit"),
    Column("baseline_period", "text", "its period"),
    Column("commitment", "text", "firm, strive, in_principle, planned or encourage"),
    Column("binding", "text", "binding (约束性) or expected (预期性)"),
    Column("deadline", "date", "latest last day of its deadlines; all of them stand in `deadlines`"),
)

_GOALS = _keys(
    Column("id", "text", "id of the goal", nullable=False),
    Column("task", "text", "id of its task"),
    Column("section", "text", "id of its section"),
    Column("kind", "text", "coverage, eliminate or deferred", nullable=False),
    Column("text", "text", "its words", nullable=False),
    *_SPAN,
)

_RESPONSIBILITIES = _keys(
    Column("task", "text", "id of the task", nullable=False),
    Column("number", "integer", "which of the task's duties, from 1", nullable=False),
    Column("role", "text", "lead 牵头, responsible 责任 or support 配合", nullable=False),
    Column("unit", "text", "one unit: a duty of three units has three rows"),
    Column("text", "text", "the words that name the units", nullable=False),
    *_SPAN,
    Column("inherited_from", "text", "id of the section that states it for all its tasks"),
)

_DEADLINES = _keys(
    Column("task", "text", "id of the task; of a target's deadline, of the target's task"),
    Column("target", "text", "id of the target; null where it is the task's"),
    Column("number", "integer", "which of the task's or target's deadlines, from 1", nullable=False),
    Column("kind", "text", "by, during, recurring, ongoing, event or unspecified", nullable=False),
    Column("start", "date", "first day"),
    Column("date", "date", "last day"),
    Column("precision", "text", "day, month, quarter, half, year or plan", nullable=False),
    Column("stage", "text", "基本完成, 开工 …"),
    Column("text", "text", "as written", nullable=False),
    *_SPAN,
    Column("inherited_from", "text", "id of the section that states it"),
)

_DIAGNOSTICS = _keys(
    Column("number", "integer", "which of the document's diagnostics, from 1", nullable=False),
    Column("code", "text", "`policydoc explain CODE` tells more", nullable=False),
    Column("severity", "text", "info, warning or error", nullable=False),
    Column("blame", "text", "who can mend it: draft, file or parser", nullable=False),
    Column("message", "text", "what a clerk should look at", nullable=False),
    Column("quote", "text", "what stands there, at most 80 characters"),
    Column("span_start", "integer", "where the place begins; null for the whole document"),
    Column("span_end", "integer", "just behind its end"),
)

TABLES: Final[dict[str, tuple[Column, ...]]] = {
    "documents": _DOCUMENTS,
    "tasks": _TASKS,
    "targets": _TARGETS,
    "goals": _GOALS,
    "responsibilities": _RESPONSIBILITIES,
    "deadlines": _DEADLINES,
    "diagnostics": _DIAGNOSTICS,
}
"""Table → its columns, in order."""

ARROW: Final[dict[Kind, str]] = {
    "text": "string",
    "integer": "int64",
    "decimal": "decimal128(38, 18)",
    "date": "date32[day]",
    "texts": "list<item: string>",
}
"""Kind → its type in Arrow and Parquet."""

NESTED: Final = tuple(table for table in TABLES if table != "documents")
"""The tables whose rows belong to a document."""
