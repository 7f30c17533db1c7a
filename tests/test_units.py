"""Units: the table is sound, and each row's example is won by that row."""

from fractions import Fraction
from typing import get_args

import pytest

from policydoc.figures.numerals import NUMERAL
from policydoc.model.target import Dimension
from policydoc.rules.table import forms, table
from policydoc.rules.units import scaled_unit, unit_at, unit_named, units
from policydoc.text.fold import fold

ROWS = table("units")


def read(text: str) -> tuple[str, str] | None:
    """Canonical unit and written unit after the first number of a text."""
    folded = fold(text)
    number = NUMERAL.search(folded)
    found = unit_at(folded, number.end()) if number else None
    return (found[0].canonical, folded[number.end() : found[1]]) if number and found else None


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_each_example_is_won_by_its_row(row):
    """The longest match behind the number of the example is this row."""
    folded = fold(row["example"])
    number = NUMERAL.search(folded)

    assert number
    found = unit_at(folded, number.end())
    assert found is not None
    assert found[0].id == row["id"]


def test_the_table_is_large():
    """The table did not shrink to a sample."""
    assert len(ROWS) >= 414
    assert len(units()) >= 700


def test_ids_are_unique_ascii_slugs():
    """An id is a stable ASCII name."""
    ids = [row["id"] for row in ROWS]

    assert len(set(ids)) == len(ids)
    assert all(name.isascii() and name.isidentifier() and name.islower() for name in ids)


def test_each_form_belongs_to_one_row_and_is_folded():
    """No form is written twice, and every form, continuation and canonical word is its own shadow."""
    written = [form for row in ROWS for form in forms(row)]

    assert len(set(written)) == len(written)
    for row in ROWS:
        for text in (*forms(row), *forms(row, "unless"), row["canonical"]):
            assert fold(text) == text


def test_dimensions_are_those_of_the_contract():
    """A dimension is one of the contract's, or absent."""
    assert {row["dimension"] for row in ROWS} <= {*get_args(Dimension), ""}


def test_every_row_is_complete():
    """Canonical word, forms, symbol, source and example are there; a continuation begins with a form of its row."""
    for row in ROWS:
        assert row["canonical"]
        assert row["symbol"]
        assert row["source"]
        assert row["example"]
        assert forms(row)
        assert row["prefix"] in {"W", "N"}
        for continuation in forms(row, "unless"):
            assert continuation.startswith(forms(row)), row["id"]


def test_no_form_hides_a_multiplier():
    """万元 is 万 and 元: no form begins with a multiplier word that the number would have taken."""
    for row in ROWS:
        for form in forms(row):
            assert form[0] not in "百万亿" or form.startswith("百分点"), form
            assert not form.startswith("千") or form[1] in "瓦克米伏帕焦乏赫卡升分", form


def test_factors_are_exact_and_have_a_base():
    """A factor is an exact positive number and comes with its base."""
    for row in ROWS:
        assert bool(row["factor"]) == bool(row["base"]), row["id"]
        if row["factor"]:
            assert Fraction(row["factor"]) > 0


@pytest.mark.parametrize(
    "form, factor, base",
    [
        ("公里", 1000, "m"),
        ("亩", Fraction(2000, 3), "m2"),
        ("公顷", 10_000, "m2"),
        ("斤", Fraction(1, 2), "kg"),
        ("千瓦时", 3_600_000, "J"),
        ("坪", Fraction(400, 121), "m2"),
    ],
)
def test_conversions(form, factor, base):
    """Conversions are exact, where a decimal would not be."""
    unit = unit_named(form)

    assert unit is not None
    assert Fraction(unit.factor) == factor
    assert unit.base == base


@pytest.mark.parametrize(
    "text, canonical, written",
    [
        ("提高5个百分点", "百分点", "个百分点"),
        ("3个工作日内", "工作日", "个工作日"),
        ("6个月", "月", "个月"),
        ("6个月球项目", "月", "个月"),
        ("200人次", "人次", "人次"),
        ("200人才", "人", "人"),
        ("4个县", "个", "个"),
        ("20个项目", "个", "个"),
        ("5平方米", "平方米", "平方米"),
        ("5㎡", "平方米", "㎡"),
        ("8千米", "公里", "千米"),
        ("8km", "公里", "km"),
        ("8千克", "公斤", "千克"),
        ("8千瓦时", "千瓦时", "千瓦时"),
        ("8万千瓦", "千瓦", "千瓦"),
        ("76座", "座", "座"),
        ("30天", "日", "天"),
        ("9辆/日", "辆/日", "辆/日"),
        ("300元/株", "元/株", "元/株"),
        ("40件/年", "件/年", "件/年"),
        ("2个/处", "个", "个/处"),
        ("500台/套", "台(套)", "台/套"),
        ("1800套（间）", "套", "套(间)"),
        ("2200根（台）", "根", "根(台)"),
        ("800人（次）", "人次", "人(次)"),
        ("60场（次）", "场次", "场(次)"),
        ("500台（套）", "台(套)", "台(套)"),
        ("16座（其中", "座", "座"),
        ("16处（", "处", "处"),
        ("5座位于城区的公园", "座", "座"),
        ("5家具有资质的企业", "家", "家"),
        ("20名医生", "名", "名"),
        ("7位居民", "位", "位"),
        ("300萬元", "元", "元"),
        ("4臺", "台", "台"),
        ("50戶", "户", "户"),
        ("120公噸", "吨", "公吨"),
        ("900公尺", "米", "公尺"),
    ],
)
def test_the_longest_unit_wins(text, canonical, written):
    """The longest form wins; a bracketed second unit and a stroke belong to the unit; scripts and spellings agree."""
    assert read(text) == (canonical, written)


@pytest.mark.parametrize(
    "text",
    [
        "附件2名单",
        "图3面积",
        "表1位于",
        "2024部门",
        "12单位",
        "3方面",
        "5G网络",
        "5mmx",
        "30Wh",
        "8的",
        "8,",
        "90年代",
        "3户籍",
    ],
)
def test_a_unit_that_begins_another_word_is_none(text):
    """面积, 名单, 部门 after a number are nouns, not units; a Latin unit ends where the word ends."""
    assert read(text) is None


def test_the_end_of_the_text_is_no_unit():
    """Nothing stands behind the last character; a unit cut by the end is matched as far as it goes."""
    assert unit_at("5", 1) is None
    assert unit_at("", 0) is None
    assert unit_at("5千克", 1) == (unit_named("千克"), 3)


@pytest.mark.parametrize(
    "title, times, canonical",
    [
        ("万元", 10**4, "元"),
        ("亿千瓦时", 10**8, "千瓦时"),
        ("千米", 1, "公里"),
        ("千元", 1000, "元"),
        ("百万美元", 10**6, "美元"),
        ("%", 1, "%"),
        ("万吨/年", 10**4, "吨/年"),
    ],
)
def test_a_column_title_gives_multiplier_and_unit(title, times, canonical):
    """A caption such as 单位：万元 scales every cell of its column."""
    scaled = scaled_unit(title)

    assert scaled is not None
    assert (scaled[0], scaled[1].canonical) == (times, canonical)


@pytest.mark.parametrize("title", ["所谓", "万", "", "万事", "元以上"])
def test_other_titles_are_no_unit(title):
    """A title that is not wholly a unit is none."""
    assert scaled_unit(title) is None
