"""How well damaged text is repaired, by the counts that `make damage` keeps: the bars, on texts that no table was made from."""

from __future__ import annotations

import pytest

from conftest import ROOT
from damage import KINDS
from damage.judge import Score


def kept() -> dict[str, Score]:
    """The scores of benchmarks/damage.tsv."""
    head, *lines = [line.split("\t") for line in (ROOT / "benchmarks" / "damage.tsv").read_text(encoding="utf-8").splitlines()]
    return {line[0]: Score(**dict(zip(head[1:], map(int, line[1:]), strict=True))) for line in lines}


def short(bar: str) -> pytest.MarkDecorator:
    """A bar that is not reached yet."""
    return pytest.mark.xfail(reason=bar, strict=True)


SCORES = kept()
USUAL = [name for name in SCORES if name.startswith("gbk-") and "readers" not in name and name != "gbk-as-big5" and name != "gbk-as-latin"]
READERS = [name for name in SCORES if "readers" in name]
OTHERS = [name for name in SCORES if name in KINDS]


def total(names: list[str]) -> Score:
    """The sum of some rows."""
    return sum((SCORES[name] for name in names), Score())


def test_every_kind_is_measured():
    """Each kind that can be repaired has its row, misaligned GBK one for each start, folded and not, and one over all readers."""
    assert set(OTHERS) == {name for name, kind in KINDS.items() if kind.family != "gbk" and kind.owed in ("all", "most")}
    assert (len(USUAL), len(READERS)) == (10, 5)
    assert all(score.lines > 20 for score in SCORES.values())


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=short("7 of 42: what a pair that vanished hides")) if name == "big5-as-gbk" else name for name in OTHERS],
)
def test_what_loses_nothing(name):
    """Damage that only writes a text otherwise comes back whole; of what lost bytes, what is put in is right."""
    score = SCORES[name]

    if KINDS[name].owed == "all":
        assert score.exact == score.lines
    assert score.certain_right >= 0.99 * score.certain
    assert score.probable_right >= 0.88 * score.probable
    assert (score.digits_wrong, score.digits_invented, score.changed) == (0, 0, 0)


@pytest.mark.parametrize(
    ("start", "bar"),
    [
        pytest.param("cut", 0.93, marks=short("0.88: long runs of Simplified characters")),
        pytest.param("first-marked", 0.85, marks=short("0.845: the half of it that is folded")),
        pytest.param("first", 0.85, marks=short("0.83: the half of it that is folded")),
    ],
)
def test_characters(start, bar):
    """Of a head that was cut 93 characters in 100 come back, of a line that lost its first byte 85."""
    assert total([f"gbk-{start}", f"gbk-{start}/fold"]).right >= bar


@pytest.mark.parametrize("names", [USUAL, READERS], ids=["usual reader", "all readers"])
def test_certain(names):
    """Of characters called certain 99 in 100 are right."""
    score = total(names)

    assert score.certain > 5000
    assert score.certain_right >= 0.99 * score.certain


@pytest.mark.parametrize(
    "names",
    [USUAL, pytest.param(READERS, marks=short("0.81: readers that show gaps as ? or drop single bytes"))],
    ids=["usual reader", "all readers"],
)
def test_probable(names):
    """Of characters called probable 88 in 100 are right."""
    score = total(names)

    assert score.probable > 3000
    assert score.probable_right >= 0.88 * score.probable


@pytest.mark.parametrize("names", [USUAL, READERS], ids=["usual reader", "all readers"])
def test_no_digit_is_put_in(names):
    """Of thousands of digits none is put in."""
    score = total(names)

    assert score.digits > 2000
    assert score.digits_invented == 0


@short("2 in 1,000: full-width digits of runs that no gate finds")
@pytest.mark.parametrize("names", [USUAL, READERS], ids=["usual reader", "all readers"])
def test_digits(names):
    """Of thousands of digits none is wrong where no diagnostic says so."""
    assert total(names).digits_wrong == 0


def test_sound_lines():
    """No sound line of a damaged text is changed."""
    score = total(list(SCORES))

    assert score.sound > 2000
    assert score.changed == 0
