"""What cannot be read is refused in one line that names the file and the way out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from policydoc.errors import SourceError
from policydoc.source import read


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n", "PNG"),
        (bytes(range(256)) * 4, "encoding"),
        (b"<html><p>x</p></html>", "HTML"),
    ],
)
def test_unreadable_file_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    """The refusal names the file and what it is, in one line."""
    path = tmp_path / "notice.txt"
    path.write_bytes(data)

    with pytest.raises(SourceError, match=words) as refusal:
        read(path)

    assert "notice.txt" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_missing_file_and_directory_are_refused(tmp_path: Path) -> None:
    """Neither is a source."""
    with pytest.raises(SourceError, match="no such file"):
        read(tmp_path / "absent.txt")
    with pytest.raises(SourceError, match="directory"):
        read(tmp_path)


def test_open_files_are_read() -> None:
    """Binary and text files give the same text; line ends stay."""
    text = "一、主要目标\r\n新建公厕76座。\r\n"

    assert read(io.BytesIO(text.encode("gb18030"))).text == text
    assert read(io.StringIO(text, newline="")).text == text
