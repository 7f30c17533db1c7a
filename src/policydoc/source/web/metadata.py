"""网站信息: the pairs of key and value that a government site prints beside a document, as lines `key：value`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from policydoc.rules.kept import compiled
from policydoc.rules.labels import label_forms
from policydoc.text.fold import fold

Pair = tuple[str, str]

LONGEST_KEY = 14
LONGEST_LINE = 600
_MOST_VALUES = 20
_MAY_BE_KEY = frozenset(":：]】〕")
_CONTROL = r"[\[(|]?\s{0,4}(?:字体|字号|文字大小|打印|分享|收藏|关闭|浏览|点击|访问|阅读)"


def plain(text: str) -> str:
    """A text as it is compared: folded and without blanks.

    >>> plain("索 引 號：")
    '索引号:'
    """
    return "".join(fold(text).split())


def key_id(text: str) -> str | None:
    """The id of a known key, with or without colon; None for anything else.

    >>> key_id("索 引 号："), key_id("便民驿站")
    ('index_number', None)
    """
    if len(text) > 4 * LONGEST_KEY:
        return None
    bare = plain(text).strip("[]()").rstrip(":")
    return label_forms("metadata").get(bare)


def has_colon(text: str) -> bool:
    """Whether a text ends with a colon, as a key does.

    >>> has_colon("服务对象： "), has_colon("服务对象")
    (True, False)
    """
    return text.rstrip().endswith((":", "："))


def as_line(pair: Pair) -> str:
    """A pair as one line.

    >>> as_line(("索 引 号: ", "000123456/2024-00012"))
    '索 引 号：000123456/2024-00012'
    """
    key, value = pair
    return f"{key.strip().rstrip(':：').rstrip()}：{value.strip()}"


@cache
def _keys() -> re.Pattern[str]:
    longest_first = sorted(label_forms("metadata"), key=len, reverse=True)
    spaced = "|".join(r"\s{0,8}".join(map(re.escape, form)) for form in longest_first)
    return compiled(rf"(?<![一-鿿])(?:[\[(]?({spaced})[\])]?\s{{0,4}}:|\[({spaced})\])")


@cache
def _ends() -> re.Pattern[str]:
    label = r"[一-鿿]{2,8}\s?:"
    return compiled(rf"(?:[\s|;,\])]|^)[\[(|]?(?:{label}|{_CONTROL})|[\[(]\s*{_CONTROL}|(?<=[0-9]){label}|{_CONTROL}[一-鿿]{{0,3}}\s?:")


def starts_with_key(text: str) -> bool:
    """Whether a text begins with a known key and its colon, or with one in square brackets.

    >>> starts_with_key("发布日期：2024-03-05"), starts_with_key("2024-03-05")
    (True, False)
    """
    head = text.lstrip()[: 4 * LONGEST_KEY]
    return not _MAY_BE_KEY.isdisjoint(head) and _keys().match(fold(head)) is not None


def line_pairs(text: str) -> list[Pair]:
    """The pairs of a line that begins with a key; what stands behind a value (visits, font size) is no part of it.

    >>> line_pairs("来源：云泽市人民政府 发布时间：2024-03-05 10:22 浏览次数：238次 【字体：大 中 小】")
    [('来源', '云泽市人民政府'), ('发布时间', '2024-03-05 10:22')]
    >>> line_pairs("[发文机关] 云泽市人民政府")
    [('发文机关', '云泽市人民政府')]
    """
    if len(text) > LONGEST_LINE:
        return []
    shadow = fold(text)
    found = list(_keys().finditer(shadow))
    if not found or shadow[: found[0].start()].strip(" |[]()"):
        return []
    pairs: list[Pair] = []
    for number, match in enumerate(found):
        limit = found[number + 1].start() if number + 1 < len(found) else len(text)
        behind = _ends().search(shadow, match.end(), limit)
        # a value that itself looks like a key is one: only what follows a blank ends it
        end = behind.start() if behind and behind.start() > match.end() else limit
        key = slice(*match.span(1 if match[1] else 2))
        pairs.append((text[key], text[match.end() : end].strip(" \u3000\xa0|;；,，")))
    return pairs


def _row_pairs(cells: Sequence[str]) -> list[Pair] | None:
    pairs: list[Pair] = []
    place = 0
    while place < len(cells):
        cell = cells[place]
        place += 1
        if not cell.strip():
            continue
        if key_id(cell) or (has_colon(cell) and len(plain(cell)) <= LONGEST_KEY):
            pairs.append((cell, cells[place] if place < len(cells) else ""))
            place += 1
        elif starts_with_key(cell) and (inside := line_pairs(cell)):
            pairs.extend(inside)
        else:
            return None
    return pairs


def table_pairs(rows: Sequence[Sequence[str]]) -> list[Pair] | None:
    """The pairs of a table that holds nothing else: 2, 4, 6 cells in a row, whole pairs in cells, or keys above their values.

    >>> table_pairs([["索引号：", "0001/2024-00012", "主题分类：", "民政"], ["标题：", "关于做好救助工作的通知"]])
    [('索引号：', '0001/2024-00012'), ('主题分类：', '民政'), ('标题：', '关于做好救助工作的通知')]
    >>> table_pairs([["名称", "数量"], ["便民驿站", "8个"]]) is None
    True
    """
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if len(rows) == 2 and len(rows[0]) == len(rows[1]) >= 2 and all(map(key_id, rows[0])) and not any(map(key_id, rows[1])):
        return list(zip(rows[0], rows[1], strict=True))
    pairs: list[Pair] = []
    for row in rows:
        found = _row_pairs(row)
        if found is None:
            return None
        pairs.extend(found)
    known = sum(key_id(key) is not None for key, _ in pairs)
    sure = known >= 2 or (known == 1 and all(has_colon(key) for key, _ in pairs))
    return pairs if sure and 2 * known >= len(pairs) else None


def once(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Each pair once, without those whose value is empty, or repeats an earlier one of its key with more or less precision.

    >>> list(once([("索引号", "0001"), ("索 引 号：", "0001"), ("有效性", "")]))
    [('索引号', '0001')]
    >>> list(once([("发布日期", "2024-03-06"), ("发布日期", "2024-03-06 10:00"), ("发布日期", "2024-03-08")]))
    [('发布日期', '2024-03-06'), ('发布日期', '2024-03-08')]
    """
    seen: dict[str, list[str]] = {}
    for key, value in pairs:
        told = plain(value)
        earlier = seen.setdefault(plain(key).rstrip(":"), [])
        if told and not any(told.startswith(other) or other.startswith(told) for other in earlier[:_MOST_VALUES]):
            earlier.append(told)
            yield key, value
