"""Whole notices and their heads are decoded from every encoding that archives hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.errors import SourceError
from policydoc.source.decoding import decode

NOTICES = sorted((Path(__file__).parent.parent / "corpus").glob("*/notice.txt"))
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be")


def test_there_are_notices() -> None:
    """The corpus is not empty."""
    assert NOTICES


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("letter", NOTICES, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("length", [30, 120, 500, None])
def test_encoding_is_found(letter: Path, encoding: str, length: int | None) -> None:
    """A head of a notice comes back whole from each encoding that can write it."""
    text = letter.read_text(encoding="utf-8")[:length]
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip(f"{encoding} cannot write this notice")

    assert decode(data, "notice.txt")[0] == text


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """Decoding is strict: what it gives, encodes to the same bytes again; all else is refused with a reason."""
    try:
        text, encoding = decode(data, "noise")
    except SourceError as error:
        refusal = str(error)
        text = encoding = None
    else:
        refusal = ""

    assert "noise" in refusal if encoding is None else text.encode(encoding)[-1:] == data[-1:]
