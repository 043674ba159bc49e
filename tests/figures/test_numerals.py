"""Numerals are read exactly: digits, English words, Chinese numerals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.figures.numerals import (
    HanRange,
    Numeral,
    chinese,
    digits,
    english,
    percentage,
    shifted,
)

SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
HAN = "零一二三四五六七八九"


def in_english(number):
    """Write a whole number below 10^12 in English words."""
    for size, word in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= size:
            rest = number % size
            joint = " and " if size == 100 else " "
            return f"{in_english(number // size)} {word}" + (
                joint + in_english(rest) if rest else ""
            )
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


def in_chinese(number):
    """Write a whole number below 10^12 in Chinese numerals."""
    for size, word in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            rest = number % size
            zero = "零" if rest and rest < size // 10 else ""
            return in_chinese(number // size) + word + zero + (in_chinese(rest) if rest else "")
    for size, word in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            rest = number % size
            zero = "零" if rest and rest < size // 10 else ""
            return HAN[number // size] + word + zero + (in_chinese(rest) if rest else "")
    return HAN[number]


@given(st.integers(0, 10**12 - 1))
def test_english_words_are_read_back(number):
    """Any whole number written in English words is read exactly."""
    assert english(in_english(number)).value == number


@given(st.integers(1, 10**12 - 1))
def test_chinese_numerals_are_read_back(number):
    """Any whole number written in Chinese numerals is read exactly."""
    assert chinese(in_chinese(number)).value == number


@given(st.decimals(0, 10**12, places=3, allow_nan=False))
def test_grouped_digits_are_read_back(number):
    """Digits with commas and a decimal point are read exactly, to the place printed."""
    assert digits(f"{number:,.3f}") == Numeral(number, -3)


@pytest.mark.parametrize(
    ("written", "value", "place"),
    [
        ("十二", 12, 0), ("两百", 200, 2), ("一千零五", 1005, 0), ("廿三", 23, 0), ("卅", 30, 0), ("三万五", 35_000, 0),
        ("一百二", 120, 0), ("二〇二三", 2023, 0), ("壹佰贰拾叁", 123, 0), ("万亿", 10**12, 12), ("三百", 300, 2), ("萬", 10_000, 4),
    ],
)  # fmt: skip
def test_chinese_numerals_have_a_value_and_a_place(written, value, place):
    """Short forms, formal digits and bare places have their value and the place of the last digit."""
    assert chinese(written) == Numeral(Decimal(value), place)


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("七八", 7, 8),
        ("十七八", 17, 18),
        ("三十五六", 35, 36),
        ("三四百", 300, 400),
        ("五六千万", 5 * 10**7, 6 * 10**7),
    ],
)
def test_neighbouring_digits_are_a_range(written, low, high):
    """Two neighbouring digits in one place are the two ends of a range."""
    assert chinese(written) == HanRange(Decimal(low), Decimal(high))


@pytest.mark.parametrize("written", ["三五", "十百", "二十三四五", "亿万亿万亿万", "百千万"])
def test_a_run_that_is_no_number_is_not_read(written):
    """A run of numerals that no number is written with gives none."""
    assert chinese(written) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a dozen", "12"), ("two dozen", "24"), ("two hundred and five", "205"), ("three point five", "3.5"), ("two lakh crore", "2000000000000"),
        ("Twenty one", "21"), ("a hundred", "100"), ("five hundred thousand", "500000"),
    ],
)  # fmt: skip
def test_english_words_have_a_value(written, value):
    """Dozens, decimals and Indian scales are read."""
    assert english(written).value == Decimal(value)


@pytest.mark.parametrize(
    "written",
    ["two three", "twenty fifteen", "nineteen one", "point five point", "hundred hundred"],
)
def test_words_that_make_no_number_are_not_read(written):
    """Words in an order that no number has give none."""
    assert english(written) is None


def test_shifting_writes_no_exponent():
    """A shifted value is written out: 5 x 10^9 is 5000000000."""
    assert str(shifted(Decimal(5), 9)) == "5000000000"
    assert str(shifted(Decimal("1.5"), -2)) == "0.015"


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(1, 3, "33.33"), (1, 2, "50"), (2, 3, "66.67"), (1, 8, "12.50")]
)
def test_a_fraction_has_at_most_two_decimals(part, whole, percent):
    """A fraction becomes a percentage of at most two decimals."""
    assert str(percentage(Decimal(part), Decimal(whole))) == percent
