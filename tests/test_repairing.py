"""`policydoc.repair`: the text of a notice repaired, from a path, bytes, a file or a text."""

from __future__ import annotations

import io
from random import Random

import pytest

import policydoc
from conftest import LETTER
from damage import KINDS, damaged
from damage.papers import paper
from policydoc.source import read

HURT = damaged(LETTER, {next(rank for rank, line in enumerate(LETTER.split("\n")) if line.startswith("（二）"))})


def test_a_notice_in_every_form(tmp_path):
    """A path, bytes, an open file and the text itself give the same repair."""
    path = tmp_path / "notice.txt"
    path.write_text(HURT, encoding="utf-8")
    whole = policydoc.repair(HURT)

    assert whole.encoding is None
    assert whole.edits
    for source in (path, path.read_bytes(), io.BytesIO(path.read_bytes()), io.StringIO(HURT)):
        found = policydoc.repair(source)
        assert (found.content, found.edits, found.diagnostics) == (whole.content, whole.edits, whole.diagnostics)
        assert found.encoding == (None if isinstance(source, io.StringIO) else "utf-8")
    assert whole.undo() == HURT


def test_it_is_the_text_of_the_plan():
    """A plan holds the same text, the same edits, and these findings among its own."""
    repaired, plan = policydoc.repair(HURT), policydoc.parse(HURT)

    assert (repaired.content, repaired.edits) == (plan.text.content, plan.text.edits)
    assert {found.code for found in repaired.diagnostics} <= {found.code for found in plan.diagnostics}


def test_edits_quote_the_content():
    """Each edit stands where it says."""
    for seed in range(2):
        damage = KINDS["gbk-cut:cp936/pair"].damage(paper(Random(seed)), Random(seed))
        repaired = policydoc.repair(damage.shown)
        assert all(repaired.content[slice(*edit.span)] == edit.inserted for edit in repaired.edits)
        assert repaired.undo() == damage.shown


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "utf-8"), ("utf-16-le", "utf-16-le"), ("big5", "big5hkscs")],
)
def test_named_encoding(encoding, read_as):
    """A named encoding is used, in the wide form that writers of that name use."""
    text = "新建公廁76座，改造道路8.5公里。"
    found = policydoc.repair(text.encode(read_as), encoding=encoding)

    assert (found.content, found.encoding) == (text, read_as)
    assert policydoc.parse(text.encode(read_as), encoding=encoding).source.encoding == read_as


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "a\0b", "utf-16-le\ud800", ""])
def test_unknown_encoding(encoding):
    """A name that is none is refused in one line."""
    with pytest.raises(policydoc.SourceError) as refused:
        policydoc.repair("新建公厕76座。".encode(), encoding=encoding)

    assert "no encoding is called" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_encoding_that_does_not_fit():
    """Bytes that the named encoding cannot read are refused, with the place."""
    with pytest.raises(policydoc.SourceError, match="byte 0 does not fit ascii"):
        policydoc.repair("新建公厕76座。".encode(), encoding="ascii")


def test_named_encoding_of_a_page():
    """A page that declares the wrong encoding is read in the named one."""
    page = '<html><head><meta charset="big5"></head><body><p>云泽市新建公厕76座。</p></body></html>'.encode("gb18030")
    found = policydoc.repair(page, encoding="gb18030", name="page.html")

    assert (found.content, found.encoding, found.media_type) == ("云泽市新建公厕76座。", "gb18030", "text/html")


def test_byte_order_mark():
    """The mark is no part of the text, whoever names the encoding."""
    data = b"\xef\xbb\xbf" + "新建公厕76座。".encode()

    assert policydoc.repair(data).content == policydoc.repair(data, encoding="utf-8").content == "新建公厕76座。"


def test_what_the_reader_put_in_is_an_edit():
    """The edits lead back to the decoded source, whatever the reader added."""
    found = policydoc.repair(HURT.encode())

    assert found.undo() == read(HURT.encode()).decoded


def test_repair_is_a_public_name():
    """Both names are in the door's list, and are loaded late."""
    assert {"repair", "Repaired"} <= set(dir(policydoc))
    assert isinstance(policydoc.repair("新建公厕76座。"), policydoc.Repaired)
