r"""转义: characters written as entities (&#x4e00;), escapes (\u4e00, %u4E00) or percent signs (%E4%B8%80), read back.

Only what gives Chinese characters, their punctuation or signs of typography; never in addresses of the web, nor in what looks like code.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html.entities import html5
from urllib.parse import unquote_to_bytes

from policydoc.rules.patterns import pattern
from policydoc.text.changes import Change, changed, told
from policydoc.text.edits import Repaired

_ENTITY = pattern(
    r"&(?:amp;|\#38;|\#x26;){0,20}(?:(?:\#(?P<decimal>[0-9]{1,7})|\#[xX](?P<hex>[0-9A-Fa-f]{1,6})|(?P<name>[A-Za-z]{2,8}[0-9]{0,2}));|nbsp(?![A-Za-z;]))"
)
_ESCAPE = pattern(
    r"(?:\\{1,2}u|%u)(?P<first>[0-9A-Fa-f]{4})(?:(?<=[Dd][89ABab][0-9A-Fa-f]{2})(?:\\{1,2}u|%u)(?P<second>[Dd][C-Fc-f][0-9A-Fa-f]{2}))?"
    r"|(?P<plain>\\[nrt\"/])"
)
_OF_CODE = pattern(r"[\[-]\\{1,2}u[0-9A-Fa-f]{4}|\\{1,2}u[0-9A-Fa-f]{4}-\\")
r"""[\u4e00-\u9fa5]: a pattern of a program."""
_PLAIN = {r"\n": "\n", r"\r": "", r"\t": "\t", r"\"": '"', r"\/": "/"}
_FEWEST = 4
"""Escapes of a line from which on the escapes of line ends and quotes are read too."""
_PERCENT = pattern(r"(?:%[0-9A-Fa-f]{2}){2,}")
_PERCENT_PAIRS = pattern(r"(?:%[89A-Fa-f][0-9A-Fa-f](?:%[4-9A-Fa-f][0-9A-Fa-f]|[@-~]|[0-9]%[89A-Fa-f][0-9A-Fa-f][0-9])){2,}")
_PERCENT_PAIR = pattern(r"(?:%[89A-Fa-f][0-9A-Fa-f](?:%[4-9A-Fa-f][0-9A-Fa-f]|[@-~]|[0-9]%[89A-Fa-f][0-9A-Fa-f][0-9])){1,}")
_PERCENT_ASCII = pattern(r"%(?:2[0-9A-Fa-f]|3[A-Fa-f]|5[B-Fb-f])")
_ADDRESS = pattern(
    r"(?:(?:https?|ftp)://|www\.|[A-Za-z0-9-]{1,40}\.(?:com|cn|gov|org|net|html?|php|aspx?|jsp)\b)"
    r"(?:[^\s<>\"&\u2e80-\uffff]|&(?!#|(?:amp;){1,4}#|nbsp|e[mn]sp|[lr][sd]quo)){0,2000}"
)
_QUERY = pattern(r"(?:(?<![!-~])[.]{0,2}/|[?&][A-Za-z0-9_]{1,30}=)[!-~]{1,2000}")
_READABLE = pattern(
    r"[\u00a0-\u00bf\u00d7\u00e0-\u00fc\u0100-\u01ff\u0370-\u03ff\u2000-\u27bf\u2e80-\u9fff\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Chinese characters, punctuation, measures, typography, letters with tone marks."""
_SIGNS = pattern(r"[%·×°±²³\u2000-\u27bf\u3000-\u303f\uff00-\uffef]{1,200}")
_HAN = pattern(r"[\u3400-\u9fff]")
_BASIC = frozenset("&<>\"'")
LINE = pattern(r"[^\r\n\f\v\u2028\u2029]+")


def read_entities(text: str) -> Repaired | None:
    r"""实体: &nbsp; &ldquo; &#x4e00; and the same with their & written once more.

    >>> done = read_entities("新建&#20844;厕3座，改造&amp;ldquo;老旧&amp;rdquo;小区&ensp;2个，见https://a.cn/?a=1&amp;b=2")
    >>> done.content if done else ""
    '新建公厕3座，改造“老旧”小区\u20022个，见https://a.cn/?a=1&amp;b=2'
    """
    changes: list[Change] = []
    taken = _addresses(text) if "/" in text or "www." in text else ()
    for match in _ENTITY.finditer(text):
        if match["decimal"] or match["hex"]:
            sign = _sign(int(match["decimal"] or match["hex"], 10 if match["decimal"] else 16))
        else:
            sign = html5.get(f"{match['name'] or 'nbsp'};", "")
        if sign and (sign in _BASIC or _READABLE.fullmatch(sign)) and not _inside(match.start(), taken):
            changes.append(Change(*match.span(), sign))
    return told(changed(text, "entities", changes), "T012", "HTML entities")


def read_escapes(text: str) -> Repaired | None:
    r"""\u4e00 and %u4E00, with the line ends and quotes of the same line.

    >>> done = read_escapes(r"\u65b0\u5efa\u516c\u53553\u5ea7\n[\u4e00-\u9fa5]")
    >>> done.content if done else ""
    '新建公单3座\n[\\u4e00-\\u9fa5]'
    """
    changes: list[Change] = []
    for line in LINE.finditer(text):
        found = list(_escaped(line[0], line.start()))
        plain = sum(not text[change.start : change.end].startswith(tuple(_PLAIN)) for change in found) >= _FEWEST
        changes += [change for change in found if plain or text[change.start : change.end] not in _PLAIN]
    return told(changed(text, "escapes", changes), "T012", r"\u escapes")


def _escaped(line: str, start: int) -> Iterator[Change]:
    code = [match.span() for match in _OF_CODE.finditer(line)]
    for match in _ESCAPE.finditer(line):
        if match["plain"]:
            yield Change(start + match.start(), start + match.end(), _PLAIN[match["plain"]])
            continue
        first = int(match["first"], 16)
        if match["second"]:
            first = 0x10000 + ((first & 0x3FF) << 10) + (int(match["second"], 16) & 0x3FF)
        sign = _sign(first)
        if _READABLE.fullmatch(sign) and not any(begin < match.end() and match.start() < end for begin, end in code):
            yield Change(start + match.start(), start + match.end(), sign)


def read_percent(text: str) -> Repaired | None:
    """%E4%B8%80: bytes of UTF-8 or GBK as addresses write them, outside of addresses.

    >>> done = read_percent("%E6%96%B0%E5%BB%BA3%E5%BA%A7，见https://a.cn/?q=%E4%BA%91")
    >>> done.content if done else ""
    '新建3座，见https://a.cn/?q=%E4%BA%91'
    """
    changes: list[Change] = []
    double = not _is_utf8(text)
    if double and _PERCENT_PAIRS.search(text) is None:
        return None
    for line in LINE.finditer(text):
        if "%" in line[0]:
            changes += _percent(line[0], line.start(), _PERCENT_PAIR if double else _PERCENT, "gb18030" if double else "utf-8")
    return told(changed(text, "percent", changes), "T012", "percent signs")


def _is_utf8(text: str) -> bool:
    """Whether the bytes are UTF-8 rather than GBK: most of their runs, by length."""
    good = bad = 0
    for match in _PERCENT.finditer(text):
        try:
            unquote_to_bytes(match[0]).decode("utf-8")
            good += len(match[0])
        except UnicodeDecodeError:
            bad += len(match[0])
    return good > bad


def _percent(line: str, start: int, runs: re.Pattern[str], encoding: str) -> list[Change]:
    taken = sorted((*_addresses(line), *(match.span() for match in _QUERY.finditer(line))))
    found: list[Change] = []
    read = bytearray(len(line))
    for matches in (runs, _PERCENT_ASCII):
        if matches is _PERCENT_ASCII and not found:
            break
        for match in matches.finditer(line):
            if _inside(match.start(), taken) or any(read[match.start() : match.end()]):
                continue
            try:
                text = unquote_to_bytes(match[0]).decode(encoding)
            except UnicodeDecodeError:
                continue
            if matches is _PERCENT_ASCII or _HAN.search(text) or _SIGNS.fullmatch(text):
                read[match.start() : match.end()] = b"1" * (match.end() - match.start())
                found.append(Change(start + match.start(), start + match.end(), text))
    return sorted(found)


def _sign(code: int) -> str:
    """The character of a code point; nothing for half a character and for what is none."""
    return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else ""


def _addresses(text: str) -> Sequence[tuple[int, int]]:
    return [match.span() for match in _ADDRESS.finditer(text)]


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    rank = bisect_right(spans, (place, sys.maxsize))
    return rank > 0 and place < spans[rank - 1][1]
