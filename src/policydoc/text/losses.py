"""失字: what stands where characters are gone for good. It stays as it is, and says where and how often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from policydoc.rules.diagnostics import diagnostic
from policydoc.rules.patterns import pattern
from policydoc.text.changes import MOST_PLACES

Span = tuple[int, int]

_REPLACED = pattern(r"(?:\ufffd|锟斤拷)++")
_UNWRITTEN = pattern(r"烫{3,}|屯{3,}|葺{3,}|铪{3,}")
_QUESTION = pattern(r"(?<=[\u3400-\u9fff])\?(?=[\u3400-\u9fff])")
_QUESTIONS = pattern(r"\?{2,}+")
_ASKED = pattern(r"[什么吗呢何谁哪几怎甚麼嗎誰]|是否|多少|能否|可否|还是|還是")
_CLAUSE = 30
_PRIVATE = pattern(r"[\ue000-\uf8ff]++")


def losses(text: str, own: Sequence[Span] = ()) -> list[dict[str, Any]]:
    r"""Everything of a text that is gone for good, kind by kind; `own` are the stretches where a repair has put U+FFFD in.

    >>> found = losses("新建公厕\ufffd座，朱?基同志，烫烫烫烫，家村\ue123")
    >>> [(each["code"], each["span"]) for each in found]
    [('T005', (4, 5)), ('T021', (13, 17)), ('T022', (8, 9)), ('T020', (20, 21))]
    """
    found: list[dict[str, Any]] = []
    replaced = [span for span in _spans(_REPLACED, text) if not any(start < span[1] and span[0] < end for start, end in own)]
    if replaced:
        found.append(_told("T005", replaced, sum(text.count(sign, *span) for span in replaced for sign in ("\ufffd", "锟斤拷"))))
    found += _counted("T021", _spans(_UNWRITTEN, text))
    found += _counted("T022", list(_unasked(text)))
    found += _counted("T023", _spans(_QUESTIONS, text))
    private = _spans(_PRIVATE, text)
    if private:
        found.append(_told("T020", private, sum(end - start for start, end in private)))
    return found


def _spans(marks: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in marks.finditer(text)]


def _counted(code: str, spans: Sequence[Span]) -> list[dict[str, Any]]:
    return [_told(code, spans, len(spans))] if spans else []


def _told(code: str, spans: Sequence[Span], count: int) -> dict[str, Any]:
    return diagnostic(code, spans[0], spans[1:MOST_PLACES], count=count)


def _unasked(text: str) -> Iterator[Span]:
    """The question marks between two Chinese characters where nobody asks."""
    for match in _QUESTION.finditer(text):
        if not _ASKED.search(text, max(0, match.start() - _CLAUSE), match.start()):
            yield match.span()
