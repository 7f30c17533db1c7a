"""Edits of two steps are composed, undone and traced."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.text.edits import Edit, composed, traced, undo

pieces = st.text(st.sampled_from("甲乙丙1（"), max_size=4)


@st.composite
def step(draw, text: str, name: str):
    """A step's content and its edits of a text."""
    content, edits, here = "", [], 0
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(here, len(text)))
        end = draw(st.integers(start, min(len(text), start + 3)))
        inserted = draw(pieces)
        content += text[here:start]
        here = end
        if inserted != text[start:end]:
            certainty = draw(st.sampled_from(["certain", "probable"]))
            edits.append(Edit(name, len(content), len(content) + len(inserted), text[start:end], inserted, certainty))
        content += inserted
    return content + text[here:], tuple(edits)


@st.composite
def two_steps(draw):
    """A text and two steps over it."""
    text = draw(st.text(st.sampled_from("甲乙丙1（"), max_size=12))
    middle, first = draw(step(text, "one"))
    content, second = draw(step(middle, "two"))
    return text, middle, content, first, second


@settings(max_examples=400, deadline=None)
@given(two_steps())
def test_two_steps_as_one(steps):
    """The composed edits quote the content, lie in order and lead back to the first text."""
    text, middle, content, first, second = steps
    assert undo(content, second) == middle
    assert undo(middle, first) == text
    edits = composed(first, second)
    assert undo(content, edits) == text
    here = 0
    for edit in edits:
        assert here <= edit.start <= edit.end
        assert content[edit.start : edit.end] == edit.inserted != edit.removed
        here = edit.end
    if "probable" not in {edit.certainty for edit in (*first, *second)}:
        assert all(edit.certainty == "certain" for edit in edits)


@settings(max_examples=200, deadline=None)
@given(two_steps())
def test_offsets_lead_back(steps):
    """A character that no edit touched is found where it stood; places keep their order."""
    text, _, content, first, second = steps
    edits = composed(first, second)
    back = traced(edits)
    touched = {place for edit in edits for place in range(edit.start, edit.end)}
    for place, sign in enumerate(content):
        if place not in touched:
            assert text[back(place)] == sign
    places = [back(place) for place in range(len(content) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text) or (touched and max(touched) == len(content) - 1)


def test_a_step_that_takes_the_other_back_leaves_nothing():
    """What is put back is no edit."""
    once = (Edit("one", 1, 2, "乙", "丙", "certain"),)
    again = (Edit("two", 1, 2, "丙", "乙", "certain"),)

    assert composed(once, again) == ()
    assert composed(once, ()) == once
    assert composed((), again) == again
