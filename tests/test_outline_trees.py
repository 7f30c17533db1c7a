"""A tree written as a notice, in any usual scheme of numbers and any layout, is read back as the same tree."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import policydoc
from policydoc.layout import lines
from policydoc.outline import Section, outline
from policydoc.text.fold import fold
from promises import check
from scribe import ENDS, INLINE, LIKE_MARKERS, PLAIN, SCHEMES, TITLES, Item, Row, label, laid_out, needs_company, written

BODIES = st.sampled_from([*PLAIN, *LIKE_MARKERS, *INLINE])
LAYOUTS = st.sampled_from(["plain", "blank", "indented", "wide", "narrow", "traditional"])
SURE = [scheme for scheme in SCHEMES if not any(map(needs_company, scheme))]
DAMAGES = {
    "{han}、": ["{han}", "{han}.", "{han}，"],
    "（{han}）": ["{han}）", "（{han}", "({han}）", "（{n}）", "{han}、"],
    "{n}.": ["{n}、", "{n}，", "{n}", "{n}．"],
    "（{n}）": ["{n}）", "（{n}", "({n}）", "（{han}）"],
}
"""What may become of a label, as long as no level of the scheme is written so."""
DAMAGED = [scheme for scheme in SURE if all(form in DAMAGES for form in scheme)]
HOW = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
FEWER = settings(HOW, max_examples=80)


def items(depth: int) -> st.SearchStrategy[Item]:
    """Items with at most `depth` levels below them."""
    below = st.lists(items(depth - 1), max_size=3) if depth else st.just([])
    return st.builds(Item, st.sampled_from([*TITLES, None]), st.sampled_from(ENDS), st.lists(BODIES, min_size=1, max_size=2), below)


trees = st.lists(items(3), min_size=1, max_size=4)


def expected(rows: list[Row]) -> list[tuple[int, int | None, bool]]:
    """Depth, ordinal and whether inside a paragraph, of every section."""
    found: list[tuple[int, int | None, bool]] = []
    for row in rows:
        found.append((row.depth, row.ordinal, False))
        for line in (row.head, *row.body):
            count = next((count for text, (count, _) in INLINE.items() if line.endswith(text)), 0)
            found += [(row.depth + 1, ordinal, True) for ordinal in range(1, count + 1)]
    return found


def flat(sections: tuple[Section, ...], depth: int = 0) -> list[tuple[int, Section]]:
    """Depth and section, in reading order."""
    return [row for section in sections for row in ((depth, section), *flat(section.children, depth + 1))]


def read(text: str) -> tuple[list[tuple[int, int | None, bool]], list[str]]:
    """What the outline finds in a text, and the titles of the items with lines of their own."""
    found = lines(text)
    got = flat(outline(found, 0, len(found)).sections)
    titles = [found[each.line].text[slice(*each.title)] if each.title else "" for _, each in got if not each.inline]
    return [(depth, each.ordinal, each.inline) for depth, each in got], titles


def text_of(rows: list[Row], layout: str) -> str:
    """The notice."""
    return laid_out([line for row in rows for line in (row.head, *row.body)], layout)


def unambiguous(rows: list[Row]) -> list[Row]:
    """The rows without paragraphs that nobody could tell from the item that is lost."""
    return [row._replace(body=[PLAIN[1] if text.startswith("二、") else text for text in row.body]) for row in rows]


def is_between(rows: list[Row], place: int) -> bool:
    """Whether an item stands between two others of its list, with nothing of a higher level between them."""
    row = rows[place]
    before = next((other for other in rows[:place][::-1] if other.depth <= row.depth), row)
    after = next((other for other in rows[place + 1 :] if other.depth <= row.depth), row)
    return before.depth == after.depth == row.depth and [before.ordinal, after.ordinal] == [row.ordinal - 1, row.ordinal + 1]


@HOW
@given(trees, st.sampled_from(SCHEMES), st.integers(1, 4), LAYOUTS)
def test_tree_is_read_back(tree, scheme, going_on, layout):
    """Depth, ordinal and title of every section, numbers starting anew or counting through, whatever the layout."""
    rows = written(tree, scheme, going_on)
    got, titles = read(text_of(rows, layout))

    assert got == expected(rows)
    assert titles == [fold(row.title) for row in rows]


@FEWER
@given(trees, st.sampled_from(SCHEMES), st.integers(1, 4))
def test_wrapped_tree_is_read_back(tree, scheme, going_on):
    """The same where the margin broke the lines, also before a number."""
    rows = written(tree, scheme, going_on)
    got, titles = read(text_of(rows, "wrapped"))

    assert got == expected(rows)
    assert titles == [fold(row.title) for row in rows]


@HOW
@given(trees, st.sampled_from(SURE), st.integers(1, 4), LAYOUTS, st.data())
def test_one_lost_heading_shifts_nothing(tree, scheme, going_on, layout, data):
    """A heading that got lost (not the first of its parent) leaves every other section at its depth."""
    rows = unambiguous(written(tree, scheme, going_on))
    seen: list[int] = []
    later = []
    for place, row in enumerate(rows):
        del seen[row.depth + 1 :]
        if len(seen) > row.depth:
            later.append(place)
        else:
            seen.append(row.depth)
    if not later:
        return
    lost = data.draw(st.sampled_from(later))
    kept = [row for place, row in enumerate(rows) if place != lost]

    assert read(text_of(kept, layout))[0] == expected(kept)


@HOW
@given(trees, st.sampled_from(DAMAGED), st.integers(1, 4), LAYOUTS, st.data())
def test_one_damaged_label_is_read(tree, scheme, going_on, layout, data):
    """A number between two others of its list is the same number with a lost bracket or point or the glyph of another level."""
    rows = unambiguous(written(tree, scheme, going_on))
    between = [place for place in range(len(rows)) if is_between(rows, place)]
    if not between:
        return
    place = data.draw(st.sampled_from(between))
    row = rows[place]
    form, changed = scheme[row.depth], data.draw(st.sampled_from([odd for odd in DAMAGES[scheme[row.depth]] if odd not in scheme]))
    sign, odd = (label(each, [row.ordinal]) for each in (form, changed))
    rows[place] = row._replace(head=odd + row.head.removeprefix(sign))

    assert read(text_of(rows, layout))[0] == expected(rows)


@HOW
@given(trees, st.sampled_from(SURE), st.integers(1, 4))
def test_regular_numbers_raise_nothing(tree, scheme, going_on):
    """No gap, no repeat, no wrong order, no lost number, where there is none."""
    found = lines(text_of(unambiguous(written(tree, scheme, going_on)), "plain"))
    codes = {finding["code"] for finding in outline(found, 0, len(found)).diagnostics}

    assert not codes & {"O002", "O003", "O004", "O005", "O007", "O008"}


@FEWER
@given(trees, st.sampled_from(DAMAGED), st.integers(1, 4), LAYOUTS, st.data())
def test_swallowed_heading_is_found(tree, scheme, going_on, layout, data):
    """A heading that lost its line break stands behind the paragraph before it and is a heading still."""
    rows = unambiguous(written(tree, scheme, going_on))
    paragraphs = [[row.head, *row.body] for row in rows]
    behind = [place for place in range(len(rows)) if is_between(rows, place) and paragraphs[place - 1][-1] in (*PLAIN, *LIKE_MARKERS)]
    if not behind:
        return
    place = data.draw(st.sampled_from(behind))
    paragraphs[place - 1][-1] += paragraphs[place].pop(0)

    assert read(laid_out([line for lines in paragraphs for line in lines], layout))[0] == expected(rows)


@FEWER
@given(trees, st.sampled_from(SCHEMES), st.integers(1, 4), st.randoms(use_true_random=False), st.integers(1, 99))
def test_lines_in_any_order(tree, scheme, going_on, random, share):
    """Shuffled lines, some of them missing: a plan that keeps its promises."""
    given_lines = [line for row in written(tree, scheme, going_on) for line in (row.head, *row.body)]
    random.shuffle(given_lines)

    check(policydoc.parse("\n".join(given_lines[: 1 + len(given_lines) * share // 100])))
