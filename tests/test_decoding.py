"""Whole notices and their heads are decoded from every encoding that archives hold."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydoc.errors import SourceError
from policydoc.source import read
from policydoc.source.decoding import decode

NOTICES = sorted((Path(__file__).parent.parent / "corpus").glob("*/notice.*"))
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be")
ASCII_HEAD = "Document: plan-2024 (draft) <registry@yunze.example>\n" * 100


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


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("head", ["", ASCII_HEAD], ids=["bare", "ascii head"])
def test_a_few_characters_tell(encoding: str, head: str) -> None:
    """A dozen Chinese characters are enough, wherever they stand."""
    text = head + "公告事項：檢送計畫一份，請查照。"

    assert decode(text.encode(encoding), "notice.txt") == (text, encoding)


def test_byte_order_mark_decides() -> None:
    """The mark itself is no text."""
    text = "新建公厕76座。"

    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "notice.txt")[0] == text
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "notice.txt")[0] == text
    with pytest.raises(SourceError, match="byte order mark says utf-8"):
        decode(codecs.BOM_UTF8 + text.encode("gb18030"), "notice.txt")


@pytest.mark.parametrize("data", ["新建公厕76座。".encode() + b"\xff", b"\x00" * 100, bytes(range(256))])
def test_what_no_encoding_reads_is_refused(data: bytes) -> None:
    """One bad byte is enough: nothing is replaced in silence."""
    with pytest.raises(SourceError, match=r"notice\.txt: no known encoding") as refusal:
        decode(data, "notice.txt")

    assert "UTF-8" in str(refusal.value)


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


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "GB2312", "gb18030", "big5", "utf-16-le", "utf-16"])
def test_a_named_encoding_is_used(encoding: str) -> None:
    """What somebody knows better than it shows: read so, strictly, or refused with the byte and what to do."""
    text = "公告事項：檢送計畫一份，請查照。"
    data = text.encode("gbk" if encoding == "GB2312" else encoding)
    document = read(data, encoding=encoding)

    assert document.text == text
    assert (document.encoding, document.bytes) == (
        {"gbk": "gb18030", "GB2312": "gb18030", "big5": "big5hkscs"}.get(encoding, encoding),
        len(data),
    )


@pytest.mark.parametrize(
    ("encoding", "says"), [("ascii", "byte 3 does not fit ascii: name another"), ("pinyin", "no encoding is called 'pinyin'")]
)
def test_a_named_encoding_is_not_stretched(encoding: str, says: str) -> None:
    """One byte that does not fit is enough, and so is a name that nobody knows."""
    with pytest.raises(SourceError, match=says) as refusal:
        read("abc新建公厕76座。".encode(), "notice.txt", encoding=encoding)

    assert str(refusal.value).startswith("notice.txt: ")
    assert len(str(refusal.value).splitlines()) == 1


def test_a_named_encoding_of_a_page() -> None:
    """It goes before what the page declares."""
    page = '<html><head><meta charset="utf-8"></head><body><p>新建公厕76座，改造泵站8座。</p></body></html>'.encode("gbk")

    assert (read(page, encoding="gbk").text, read(page, encoding="gbk").encoding) == ("新建公厕76座，改造泵站8座。", "gb18030")


def test_a_text_has_no_encoding() -> None:
    """A `str` is decoded already: a named encoding says nothing about it."""
    assert read("新建公厕76座。", encoding="gbk").encoding is None
