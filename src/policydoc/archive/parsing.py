"""读一份: one file of an archive → its tables and its plan as JSON, whatever is wrong with it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

from policydoc.archive.columns import Status
from policydoc.archive.tables import rows, unread
from policydoc.errors import SourceError
from policydoc.source.zipped.archive import Archive
from policydoc.source.zipped.sole import MAGIC

if TYPE_CHECKING:
    from policydoc.model import Plan


class Parsed(NamedTuple):
    """What became of one file."""

    status: Status
    tables: dict[str, list[dict[str, Any]]]
    plan: bytes | None
    """The plan as one line of JSON with its line end, or null where there is none."""


def parsed(name: str, content: bytes | str | None, *, year: int | None = None) -> Parsed:
    r"""一份的结果: never raises for a document: one that cannot be read is a row with its reason.

    `name` stands in the tables as it is; the plan has the part behind its last "/". The local pool and every engine
    call this function, so that their tables are the same.

    >>> parsed("2024/a.txt", "云泽市2024年便民服务实施方案\n一、驿站建设。新建便民驿站8个。".encode()).status
    'read'
    >>> found = parsed("2024/b.doc", b"\x89PNG")
    >>> found.status, found.plan, found.tables["documents"][0]["error"]
    ('refused', None, 'a PNG image; run OCR on it first, then give its text or a PDF with text')
    """
    short = name.rpartition("/")[2] or None
    try:
        plan = _plan(content, short)
        return Parsed("read", rows(plan, name, year=year), _line(plan))
    except SourceError as error:
        return _unread(name, content, "refused", str(error).removeprefix(f"{short or 'the source'}: "), year)
    except MemoryError:
        return _unread(name, content, "memory", "not enough memory to read it", year)
    except Exception as error:  # a fault of ours with one document is no reason to lose the others
        return _unread(name, content, "fault", " ".join(f"{type(error).__name__}: {error}".split()), year)


def _plan(content: bytes | str | None, short: str | None) -> Plan:
    from policydoc.parser import parse

    if content is None:
        raise SourceError(f"{short or 'the source'}: no content; give the bytes of the file")
    if isinstance(content, bytes) and content.startswith(MAGIC) and not Archive(content, short or "the source").is_document:
        raise SourceError(f"{short or 'the source'}: a zip archive; unpack it first, and give each file in it with its name")
    return parse(content, name=short)


def _line(plan: Plan) -> bytes:
    from policydoc.export import plan_json

    return plan_json(plan)


def _unread(name: str, content: bytes | str | None, status: Status, error: str, year: int | None) -> Parsed:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    digest = None if data is None else hashlib.sha256(data).hexdigest()
    return Parsed(status, unread(name, status, error, sha256=digest, size=None if data is None else len(data), year=year), None)
