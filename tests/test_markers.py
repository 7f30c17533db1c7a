"""Every marker family of official texts is read with its ordinal."""

from __future__ import annotations

import pytest

from policydoc.outline.markers import marker_at
from policydoc.text.fold import fold


@pytest.mark.parametrize(
    ("line", "family", "ordinal"),
    [
        ("一、总体要求", "han", 1),
        ("二十三、附则", "han", 23),
        ("（七）公厕建设工程。", "paren_han", 7),
        ("(二十)家政服务", "paren_han", 20),
        ("㈢文化惠民", "paren_han", 3),
        ("3.新建泵站", "digit", 3),
        ("１２．整修水渠", "digit", 12),
        ("4、开通公交", "digit", 4),
        ("（10）建成书屋", "paren", 10),
        ("2)安装路灯", "half", 2),
        ("⑤巡查", "circled", 5),
        ("第三章　保障", "named_章", 3),
        ("第一百零二条 本办法", "named_条", 102),
        ("肆、交通", "big", 4),
        ("三是加强督导", "point", 3),
    ],
)
def test_marker_is_read(line: str, family: str, ordinal: int) -> None:
    """Family and ordinal."""
    marker = marker_at(fold(line))

    assert marker is not None
    assert (marker.family, marker.ordinal) == (family, ordinal)


@pytest.mark.parametrize("line", ["新建公厕3座", "（2024年）", "第三条的规定", "一般公共预算", "十分重要"])
def test_other_lines_have_no_marker(line: str) -> None:
    """Words and years are no markers."""
    assert marker_at(fold(line)) is None
