"""Damage without end takes time in proportion: every gate and every step is linear."""

from __future__ import annotations

import time

import pytest

from policydoc.rules.table import table
from policydoc.text import repair

RUNS = [
    *(row["example"].replace("\\n", "\n") for row in table("repairs") if row["id"] != "gbk-realign"),
    *("&", "&amp;", "&#", "&#20844;", "&nbsp", "\\", "\\u", "\\u4e00", "[\\u4e00-", "%", "%E4", "%u", "%E4%B8%80", "%81%30"),
    *("http://", "www.", "a.cn", "?a=", "://", "«", "»", "«云»", "，", "，，", "；;", "。"),
    *("1 ", "1 2 ", "1 2座", "1 .", "云 ", "， ", " ", "\t", "\u200b", "\x80", "\x93", "\x00"),
    *("鏂", "鏂板", "銆", "鍏", "ä", "ä½", "Ã¤", "Ã", "\xa1", "ÐÂ", "ㄛ", "陔膘", "そ", "\ufffd", "鏂\ufffd", "å\ufffd"),
    *("(ā)", "云(fā)", "發(fā", "?", "云?", "??1", "烫", "屯屯", "锟斤拷", "\ue123", "⽼", "ニ", "云ニ云"),
    *("O0", "0O", "1O座", "l1", "2O24年", "0.", "S0", "O", "0,O"),
]


@pytest.mark.parametrize("piece", RUNS, ids=range(len(RUNS)))
def test_runs(piece):
    """Twenty thousand characters of the same few, on one line, take no more than four times as long as half of them."""
    repair(piece * 20)
    taken = []
    for length in (10_000, 20_000):
        start = time.process_time()
        repaired = repair(piece * (length // len(piece)))
        taken.append(time.process_time() - start)
        assert repaired.undo() == piece * (length // len(piece))

    assert taken[1] < max(4 * taken[0], 1.0)
    assert taken[1] < 8
