"""Numerals: what is read, what is refused, and that both take linear time."""

import time
from decimal import Decimal, getcontext, localcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.errors import NumberError
from policydoc.figures.numerals import FRACTION, NUMERAL, TENTHS, amount, between, fraction, numeral_at, read_number, tenths

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """The standard Chinese numeral of a whole number below 10**16, the reverse of what is tested."""
    if number == 0:
        return "零"
    for scale, word in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            high, low = divmod(number, scale)
            gap = "零" if low and low < scale // 10 else ""
            return chinese(high) + word + gap + (chinese(low) if low else "")
    return DIGITS[number]


EXACT = [
    ("一千零五十", "1050"),
    ("六千三百五", "6350"),
    ("四十万亿", "40000000000000"),
    ("一万五千亿", "1500000000000"),
    ("3万亿5千亿", "3500000000000"),
    ("伍仟捌佰叁拾", "5830"),
    ("廿六", "26"),
    ("百廿", "120"),
    ("三百卅五", "335"),
    ("九六三〇", "9630"),
    ("百三万", "1300000"),
    ("千八", "1800"),
    ("三万二", "32000"),
    ("零点零五", "0.05"),
    ("一点八万亿", "1800000000000"),
    ("半百", "50"),
    ("半", "0.5"),
    ("7亿2,045万", "720450000"),
    ("4万6千", "46000"),
    ("2亿3万5千8百", "200035800"),
    ("3千零40万", "30400000"),
    ("2万800", "20800"),
    ("1.6万亿", "1600000000000"),
    ("2.5千万", "25000000"),
    ("2兆", "2000000000000"),
    ("0千万", "0"),
    ("100000千", "100000000"),
    ("１７，６０５", "17605"),
    ("308 000", "308000"),
    ("75.5 万", "755000"),
    ("萬三", "13000"),
    ("貳佰伍拾億", "25000000000"),
    ("-8.92", "-8.92"),
    ("负三", "-3"),
    ("+6", "6"),
    ("-.25", "-0.25"),
    ("3.40", "3.4"),
    ("1.20万", "12000"),
    ("-0", "0"),
    ("七分之二", "0.285714285714286"),
    ("百分之5", "0.05"),
    ("百分之十二点五", "0.125"),
    ("2又八分之三", "2.375"),
    ("一又二分一", "1.5"),
    ("9/4", "2.25"),
    ("9" * 100, "9" * 100),
    ("一" * 100, "1" * 100),
]


@pytest.mark.parametrize("text, value", EXACT)
def test_exact_numbers_are_read(text, value):
    """Each style of numeral gives the one number that it is."""
    assert read_number(text) == Decimal(value)


REFUSED = [
    ("", "empty"),
    (" \n", "empty"),
    ("100余", "余 makes it vague"),
    ("几十", "几 makes it vague"),
    ("约50", "约 makes it vague"),
    ("三四十", "三 or 四"),
    ("两三", "两 or 三"),
    ("三五", "三 or 五"),
    ("8个", "'个' is no part"),
    ("8元", "'元' is no part"),
    ("8%", "'%' is no part"),
    ("三成", "'成' is no part"),
    ("7e3", "exponents"),
    ("3^-2", "exponents"),
    ("1e999", "exponents"),
    ("30K", "'K' is no part"),
    ("nan", "'n' is no part"),
    ("1_000", "'_' is no part"),
    ("٣", "'٣' is no part"),
    ("①", "'①' is no part"),
    ("3万5", "ambiguous"),
    ("三万五亿", "ambiguous"),
    ("二十万亿五", "ambiguous"),
    ("百分之", "missing"),
    ("分之三", "missing"),
    ("又三分之一", "missing"),
    ("-", "missing"),
    ("三分之零点", "decimal point"),
    ("5.", "decimal point"),
    ("点五", "decimal point"),
    ("1.2.3", "'.' is no part"),
    ("1,1400", "',' is no part"),
    ("1,140,5", "',' is no part"),
    ("12 34", "blank"),
    ("3 1/2", "blank"),
    ("--5", "'-' is no part"),
    ("4/0", "zero"),
    ("零分之一", "zero"),
    ("亿亿亿", "before it"),
    ("亿万", "before it"),
    ("一亿三万亿", "larger than the place"),
    ("1万12345", "larger than the place"),
    ("12十", "larger than the place"),
    ("1万30千亿", "larger than the place"),
    ("3百1000", "larger than the place"),
    ("一百千", "out of order"),
    ("十十", "out of order"),
    ("三万百", "before it"),
    ("一百零", "ends in 零"),
    ("一百零零五", "零 stands"),
    ("三点五十", "no part"),
    ("两千半", "no part"),
    ("9" * 101, "100 digits"),
    ("一" * 101, "100 digits"),
    ("0." + "3" * 101, "100 digits"),
    ("1" + "2" * 20 + "又三分之一", "no end"),
]


@pytest.mark.parametrize("text, reason", REFUSED)
def test_everything_else_is_refused_with_its_reason(text, reason):
    """What is vague, has a unit or is not wholly a number is refused, and the message says why and what to do."""
    with pytest.raises(NumberError, match=r"is not one exact number: .+[;,] ?.+") as caught:
        read_number(text)

    assert reason in str(caught.value)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    "piece", ["1", "一", "1,", "1 ", "1,111", "十", "万", "一百", "1万1千", "分之", "一分之", "又", "点", "1.", "亿", "半", "壹", "成"]
)
def test_ten_thousand_characters_take_linear_time(piece):
    """Runs of numeral characters of any kind are refused or matched in linear time."""
    text = (piece * 10_000)[:10_000]
    start = time.process_time()
    with pytest.raises(NumberError):
        read_number(text)
    assert amount(text) is None
    assert between(text) is None
    assert fraction(text) is None
    assert tenths(text) is None
    for pattern in (NUMERAL, FRACTION, TENTHS):
        assert sum(len(match[0]) for match in pattern.finditer(text)) <= len(text)

    assert time.process_time() - start < 0.5


@given(st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1))
def test_the_amount_of_an_integer_is_itself(number):
    """An integer of up to 15 digits survives exactly."""
    assert amount(str(number)) == number
    assert amount(f"{number:,}") == number


@given(
    st.integers(min_value=0, max_value=10**10),
    st.integers(min_value=0, max_value=4),
    st.sampled_from(["", "百", "千", "万", "亿", "万亿", "千万"]),
)
def test_a_multiplier_is_applied_exactly(digits, places, word):
    """A decimal with a multiplier word is the product, with no binary rounding, by the quick way and by the grammar."""
    number = Decimal(digits).scaleb(-places)
    factor = {"": 1, "百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8, "万亿": 10**12, "千万": 10**7}[word]

    assert amount(f"{number:f}{word}") == number * factor
    assert read_number(f"{number:f}{word}") == number * factor


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_chinese_numeral_is_read_back(number):
    """Every Chinese numeral of a whole number gives that number, in plain and in formal characters, and is one match."""
    written = chinese(number)
    formal = written.translate(str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"))

    assert read_number(written) == number
    assert read_number(formal) == number
    assert read_number("负" + written) == -number
    assert amount(written) == number
    assert number == 0 or NUMERAL.fullmatch(written)


@settings(deadline=None)  # cn2an is imported by the first example
@given(st.integers(min_value=0, max_value=10**12))
def test_cn2an_agrees_on_plain_numerals(number):
    """The independent converter cn2an reads the same number from a standard numeral."""
    import cn2an

    written = chinese(number)

    assert cn2an.cn2an(written, "strict") == read_number(written)


@given(st.text(alphabet="〇零一二两三四五六七八九十百千万亿兆廿半点分之又0123456789.,/-负 个余", max_size=14))
def test_no_text_escapes(text):
    """Any mixture is a finite number or a `NumberError`; amount never says otherwise than read_number."""
    try:
        value = read_number(text)
    except NumberError:
        value = None

    assert value is None or value.is_finite()
    assert value is None or "余" not in text
    found = amount(text)
    assert found is None or found == value


def test_the_callers_decimal_context_does_not_matter():
    """A hundred digits stay a hundred digits under a context of five."""
    with localcontext() as context:
        context.prec = 5
        assert str(read_number("1234567890" * 10)) == "1234567890" * 10
        assert amount("12,345,678.9万") == Decimal(123456789000)
        assert read_number("2又八分之三") == Decimal("2.375")
    assert getcontext().prec == 28


@pytest.mark.parametrize(
    "text, value",
    [
        ("17605", "17605"),
        ("1,140", "1140"),
        ("308 000", "308000"),
        ("十二", "12"),
        ("百", "100"),
        ("12亿4045", "1200004045"),
        ("-1.2万", "-12000"),
        ("半", "0.5"),
        ("1000000000000000000", "1E+18"),
        ("1234567890123456", None),
        ("0.1234567890123456", None),
        ("三四十", None),
        ("十四五", None),
        ("三分之二", None),
        ("1e5", None),
        ("", None),
        ("12 34", None),
    ],
)
def test_the_amount_of_a_figure(text, value):
    """A figure has at most 15 significant digits; what is vague or no plain number has no amount."""
    assert amount(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "text, runs",
    [
        ("建成6300套,涉及1,240户", ["6300", "1,240"]),
        ("单位308 000个", ["308 000"]),
        ("10 200 300", ["10", "200", "300"]),
        ("12345,678", ["12345", "678"]),
        ("投资7亿2,045万元", ["7亿2,045万"]),
        ("1.4万亿元", ["1.4万亿"]),
        ("建设 75.5 万亩", ["75.5 万"]),
        ("500千瓦", ["500"]),
        ("20万千瓦", ["20万"]),
        ("3千克、5千米、8千伏、2千升", ["3", "5", "8", "2"]),
        ("3千人", ["3千"]),
        ("三千米", ["三千"]),
        ("3百分点", ["3"]),
        ("2.5兆元", ["2.5兆"]),
        ("100兆瓦", ["100"]),
        ("2023百强企业", ["2023", "百"]),
        ("5亿2024年", ["5亿", "2024"]),
        ("五百平方米", ["五百"]),
        ("一百二十余家", ["一百二十"]),
        ("零点七七", ["零点七七"]),
        ("零部件", []),
        ("十分重要", []),
        ("十分钟", ["十"]),
        ("八点五十分", ["八", "五十"]),
        ("肆佰元", ["肆佰"]),
        ("大陆参加队伍", []),
        ("半个月", ["半"]),
        ("上半年", []),
        ("二〇二四", ["二〇二四"]),
    ],
)
def test_the_number_run_of_a_figure(text, runs):
    """The run has the multiplier words and stops before the unit."""
    assert [match[0] for match in NUMERAL.finditer(text)] == runs


def test_a_full_width_comma_parts_a_list():
    """Only the unfolded text tells 100，200 (two items) from 100,200 (one number)."""
    assert numeral_at("100,200户", 0, "100，200户") == 3
    assert numeral_at("100,200户", 0, "100,200户") == 7
    assert numeral_at("100,200户", 0, "１００，２００户") == 7
    assert numeral_at("户", 0) == 0


@pytest.mark.parametrize(
    "text, run, value",
    [
        ("占三分之二以上", "三分之二", (Decimal("0.666666666666667"), None)),
        ("达到百分之七十五", "百分之七十五", (Decimal(75), "%")),
        ("提高百分之十二点五", "百分之十二点五", (Decimal("12.5"), "%")),
        ("控制在千分之3.5以内", "千分之3.5", (Decimal("3.5"), "‰")),
        ("万分之五", "万分之五", (Decimal("0.0005"), None)),
        ("百分之百", "百分之百", (Decimal(100), "%")),
        ("百分百", "百分百", (Decimal(100), "%")),
        ("百分之三四", "百分之三四", None),
    ],
)
def test_fractions(text, run, value):
    """百分之 gives %, 千分之 gives ‰, other fractions a plain number of 15 significant digits."""
    match = FRACTION.search(text)

    assert match
    assert match[0] == run
    assert fraction(run) == value


@pytest.mark.parametrize(
    "text, run, value",
    [("三成以上", "三成", 30), ("达六成五", "六成五", 65), ("3.5成", "3.5成", 35), ("七成半", "七成半", 75), ("三成五家", "三成", 30)],
)
def test_tenths(text, run, value):
    """三成 is 30 per cent and 三成五 35."""
    match = TENTHS.search(text)

    assert match
    assert match[0] == run
    assert tenths(run) == value


@pytest.mark.parametrize("text", ["一成不变", "三成员", "九成群众", "成立"])
def test_tenths_are_not_other_words(text):
    """成 that begins another word is no 成数."""
    assert TENTHS.search(text) is None


@pytest.mark.parametrize(
    "text, low, high",
    [("两三", 2, 3), ("三五", 3, 5), ("三四十", 30, 40), ("十七八", 17, 18), ("一百二三十", 120, 130), ("两三百万", 2_000_000, 3_000_000)],
)
def test_neighbouring_digits_are_a_range(text, low, high):
    """概数: the number lies between the two."""
    assert between(text) == (low, high)


@pytest.mark.parametrize("text", ["九十", "三十四", "二二", "二三四", "一百", "12"])
def test_other_numbers_are_no_range(text):
    """An exact number lies between nothing."""
    assert between(text) is None


@given(st.integers(0, 10**16 - 1), st.sampled_from(["low", "up"]))
def test_numerals_that_another_library_writes(number, style):
    """Every whole number as cn2an writes it, in plain and in formal characters, is read back."""
    import cn2an

    assert read_number(cn2an.an2cn(number, style)) == number
