"""A notice, or the plan that `policydoc parse` has written of one: told apart by what the file holds."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policydoc.errors import SourceError

if TYPE_CHECKING:
    from policydoc.model import Plan

_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*\{")
_OURS = re.compile(rb'(?:\xef\xbb\xbf)?[ \t\r\n]*\{[ \t\r\n]*"schema_version"[ \t\r\n]*:')
AGAIN = "parse the notice again"
HEAD = 4096


def read_plan(path: str, encoding: str | None = None) -> Plan:
    """The plan that a file holds, or that of the notice in it, in that encoding where it is named; `-` is standard input."""
    from policydoc.cli.parse import read

    file = Path(path)
    if path != "-" and file.is_file():
        with file.open("rb") as opened:
            head = opened.read(HEAD)
            plan = written_plan(head + opened.read(), path) if _OBJECT.match(head) else None
        return plan or read(path, encoding)
    if path == "-" and sys.stdin is not None:
        data = sys.stdin.buffer.read()
        return written_plan(data, "<stdin>") or parsed(data, None, encoding)
    if path != "-" and file.exists() and not file.is_dir():  # a pipe is read once
        data = file.read_bytes()
        return written_plan(data, path) or parsed(data, file.name, encoding)
    return read(path, encoding)


def parsed(data: bytes, name: str | None, encoding: str | None = None) -> Plan:
    """The plan of a notice; the parser is loaded for it alone."""
    from policydoc import parse

    return parse(data, name=name, encoding=encoding)


def written_plan(data: bytes, name: str) -> Plan | None:
    """The plan in some bytes; none where they are no JSON object with a `schema_version`."""
    if _OBJECT.match(data) is None:
        return None
    from pydantic_core import from_json

    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        tree = from_json(data, cache_strings="none")
    except ValueError as problem:
        if _OURS.match(data) is None:
            return None
        raise SourceError(f"{name}: a plan whose JSON is not whole ({problem}): {AGAIN}") from None
    if not isinstance(tree, dict) or "schema_version" not in tree:
        return None
    return checked(data, tree["schema_version"], name)


def checked(data: bytes, version: Any, name: str) -> Plan:
    """The plan, when it is one of a contract that we know."""
    from pydantic import ValidationError

    from policydoc import __version__
    from policydoc.cli.parse import shown
    from policydoc.model import Plan

    known = Plan.model_fields["schema_version"].annotation.__args__  # type: ignore[union-attr]  # a Literal
    if version not in known:
        raise SourceError(
            f"{name}: a plan with schema_version {shown(str(version))}; policydoc {__version__} reads {', '.join(known)}: {AGAIN}, or use the policydoc that wrote it"
        )
    try:
        return Plan.model_validate_json(data)
    except ValidationError as problem:
        wrong = problem.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, wrong["loc"]))
        raise SourceError(f"{name}: a plan that is not as it was written ({place}: {wrong['msg']}): {AGAIN}") from None
