"""Kept codes of patterns: the same matches, written once, and never in the way."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from policydoc.rules import kept

LINE = "新建便民驿站12座，2024年9月底前完成。"
REGEXES = [
    ("(?P<number>[0-9]+)(?P<unit>座|处)", 0),
    (r"(?i)[a-z]{2}|年 (?P<month>[0-9]{1,2}) 月", re.VERBOSE),
    ("(?<=[便民])驿站(?!长)", 0),
]


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A file of codes of its own, empty at first."""
    monkeypatch.setattr(kept, "_place", lambda: str(tmp_path / "cache" / "kept.codes"))
    monkeypatch.setattr(kept, "_new", set())
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept._codes.cache_clear()
    yield tmp_path / "cache" / "kept.codes"
    kept._codes.cache_clear()


def again() -> list[re.Pattern[str]]:
    """The patterns as the next process gets them."""
    kept._codes.cache_clear()
    return [kept.compiled(regex, flags) for regex, flags in REGEXES]


def test_same_matches(place):
    """A pattern from its kept code is the one that the compiler makes."""
    again()
    kept.keep()
    assert place.exists()
    assert not kept._new
    for found, (regex, flags) in zip(again(), REGEXES, strict=True):
        fresh = re.compile(regex, flags)
        assert (found.pattern, found.flags, found.groups, dict(found.groupindex)) == (
            regex,
            fresh.flags,
            fresh.groups,
            dict(fresh.groupindex),
        )
        assert [(match.span(), match.groupdict()) for match in found.finditer(LINE)] == [
            (match.span(), match.groupdict()) for match in fresh.finditer(LINE)
        ]
    assert not kept._new


@pytest.mark.parametrize("content", [b"", b"no codes", b"\xe9\x00\x00\x00\x00", b"(\x01\x00\x00\x00N"])
def test_damaged_file(place, content):
    """A file that holds no codes only costs time, and is written anew."""
    place.parent.mkdir()
    place.write_bytes(content)
    assert [bool(found.search(LINE)) for found in again()] == [True, True, True]
    assert len(kept._new) == len(REGEXES)
    kept.keep()
    assert again()
    assert not kept._new


def test_damaged_code(place):
    """Codes that the engine refuses are compiled again."""
    again()
    kept.keep()
    codes = kept._codes()
    for key, code in list(codes.items()):
        codes[key] = (code[0], b"\xff" * len(code[1]), *code[2:])
    assert [bool(kept.compiled(*given).search(LINE)) for given in REGEXES] == [True, True, True]


def test_nothing_written(place, monkeypatch):
    """Where Python writes no bytecode, and where it cannot, no codes are written either."""
    again()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    kept.keep()
    assert not place.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    place.parent.write_text("a file where the folder should be")
    kept.keep()
    assert again()


def test_second_process(tmp_path):
    """The second process finds every pattern of the first, whatever the order of its sets."""
    notice = tmp_path / "notice.txt"
    notice.write_text("云泽市2024年便民服务实施方案\n一、驿站建设。力争新建便民驿站8个，9月底前完成。\n", encoding="utf-8")
    sizes = []
    for seed in ("1", "2", "3"):
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"), "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-m", "policydoc", "parse", str(notice)], check=True, capture_output=True, env=environment)
        [codes] = Path(tmp_path / "bytecode").rglob("*.codes")
        sizes.append((codes.stat().st_size, codes.stat().st_mtime_ns))
    assert len(set(sizes)) == 1
