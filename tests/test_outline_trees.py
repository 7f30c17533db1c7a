"""A tree written as a notice, in any usual scheme of numbers, is read back as the same tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.layout import lines
from policydoc.outline import Section, outline

DIGITS = "一二三四五六七八九十"
SCHEMES = [
    ("{han}、", "（{han}）", "{n}.", "（{n}）"),
    ("{han}、", "（{han}）", "{n}、", "{n}）"),
    ("{han}、", "{n}.", "（{n}）", "{circled}"),
    ("{han}、", "{n}．", "（{n}）"),
    ("{han}.", "({han})", "{n}.", "({n})"),
    ("第{han}章　", "第{han}节　", "{han}、", "（{han}）"),
    ("第{han}章　", "{han}、", "（{han}）", "{n}."),
    ("第{han}部分　", "{han}、", "（{han}）"),
    ("{big}、", "{han}、", "（{han}）", "{n}、"),
    ("{n}.", "（{n}）", "{circled}"),
    ("（{han}）", "{n}.", "（{n}）"),
    ("{n}、", "（{han}）", "{circled}"),
]
TITLES = ["便民驿站", "口袋公园", "农村公路", "养老服务", "公厕改造", "泵站更新", "文化惠民", "“四好”道路", "数字政务"]
BODIES = [
    "新建便民驿站8个，改造公厕12座。",
    "2024年底前完成主体工程。",
    "1.5亿元资金已全部到位。",
    "一、二、三级公路同步改造，里程60公里。",
    "12345热线全天受理，落实第（一）项要求。",
    "十分重要的是压实责任。",
    "第三条规定的情形除外。",
    "一般项目由北溪区负责，（二）类项目由青岭县负责。",
]


@dataclass
class Item:
    """A section to be written: its title, what follows it, and the items below."""

    title: str
    body: list[str]
    run_in: bool
    below: list[Item] = field(default_factory=list)


def items(depth: int) -> st.SearchStrategy[Item]:
    """Items with at most `depth` levels below them."""
    below = st.lists(items(depth - 1), max_size=4) if depth else st.just([])
    return st.builds(Item, st.sampled_from(TITLES), st.lists(st.sampled_from(BODIES), min_size=1, max_size=2), st.booleans(), below)


def han(number: int) -> str:
    """A Chinese numeral up to 99."""
    tens, ones = divmod(number, 10)
    return ("" if not tens else ("十" if tens == 1 else DIGITS[tens - 1] + "十")) + (DIGITS[ones - 1] if ones else "")


def label(form: str, number: int) -> str:
    """A label of a scheme."""
    return form.format(han=han(number), n=number, circled=chr(0x245F + number), big="壹贰叁肆伍陆柒捌玖拾"[(number - 1) % 10])


def written(tree: list[Item], scheme: tuple[str, ...], going_on: int) -> list[tuple[int, int, str, str, list[str]]]:
    """Each section in reading order: depth, ordinal, title, its heading line, the lines of its body; level `going_on` counts through."""
    counts = [0] * len(scheme)
    found: list[tuple[int, int, str, str, list[str]]] = []

    def walk(level: list[Item], depth: int) -> None:
        if depth >= len(scheme):
            return
        if depth != going_on or scheme[depth] == "{circled}":
            counts[depth] = 0
        for item in level:
            counts[depth] += 1
            head = label(scheme[depth], counts[depth]) + item.title
            body = item.body
            if item.run_in:
                head, body = f"{head}。{body[0]}", body[1:]
            found.append((depth, counts[depth], item.title, head, body))
            walk(item.below, depth + 1)

    walk(tree, 0)
    return found


def flat(sections: tuple[Section, ...], depth: int = 0) -> list[tuple[int, int | None, Section]]:
    """Depth, ordinal and section, in reading order."""
    return [row for section in sections for row in ((depth, section.ordinal, section), *flat(section.children, depth + 1))]


def read(rows: list[tuple[int, int, str, str, list[str]]]) -> list[tuple[int, int | None, str]]:
    """What the outline finds in the written rows."""
    found = lines("\n".join(line for *_, head, body in rows for line in (head, *body)))
    got = flat(outline(found, 0, len(found)).sections)
    return [(depth, ordinal, found[each.line].text[slice(*each.title)] if each.title else "") for depth, ordinal, each in got]


trees = st.lists(items(3), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(trees, st.sampled_from(SCHEMES), st.integers(1, 4))
def test_tree_is_read_back(tree, scheme, going_on):
    """Depth, ordinal and title of every section, numbers starting anew or counting through."""
    rows = written(tree, scheme, going_on)

    assert read(rows) == [(depth, ordinal, title) for depth, ordinal, title, _, _ in rows]


@settings(max_examples=150, deadline=None)
@given(trees, st.sampled_from(SCHEMES), st.integers(1, 4), st.data())
def test_one_lost_heading_shifts_nothing(tree, scheme, going_on, data):
    """A heading that got lost (not the first of its parent) leaves every other section at its depth."""
    rows = written(tree, scheme, going_on)
    seen: list[int] = []
    later = []
    for place, (depth, *_rest) in enumerate(rows):
        del seen[depth + 1 :]
        if len(seen) > depth:
            later.append(place)
        else:
            seen.append(depth)
    if not later:
        return
    lost = data.draw(st.sampled_from(later))
    kept = [row for place, row in enumerate(rows) if place != lost]

    assert [row[:2] for row in read(kept)] == [(depth, ordinal) for depth, ordinal, *_ in kept]
