"""Chinese numerals in words: decimals, tenths, fractions, and what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.figures.finder import find_figures

HAN = "零一二三四五六七八九"
DECIMAL_FORMS = {
    "{}亿元": (8, "CNY"), "{}億港元": (8, "HKD"), "{}万美元": (4, "USD"), "{}千万元": (7, "CNY"), "{}万人": (4, "人"),
    "{}个百分点": (0, "pp"), "{}倍": (0, "倍"), "百分之{}": (0, "%"), "{}公顷": (0, "公顷"),
}  # fmt: skip


def spelled(number):
    """Write a number below 100 in Chinese words, its decimals digit by digit."""
    whole, _, decimals = str(number).partition(".")
    tens, ones = divmod(int(whole), 10)
    words = ("" if tens == 1 else HAN[tens]) + "十" if tens else ""
    words += HAN[ones] if ones or not tens else ""
    return words + "点" + "".join(HAN[int(digit)] for digit in decimals)


@given(
    st.decimals("0.1", "99.99", places=2).filter(lambda number: number > 0),
    st.sampled_from(sorted(DECIMAL_FORMS)),
    st.booleans(),
)
def test_a_decimal_in_words_is_read_back(number, form, traditional):
    """三十一点六亿元: any decimal in words has its exact value, unit and step."""
    power, unit = DECIMAL_FORMS[form]
    written = form.format(spelled(number))
    (figure,) = find_figures(f"达{written.replace('点', '點') if traditional else written}。")
    assert (figure.value, figure.unit) == (number.scaleb(power), unit.replace("点", "點"))
    assert figure.step == Decimal(1).scaleb(power - 2)


@given(st.integers(1, 9), st.integers(1, 9), st.booleans(), st.booleans())
def test_tenths_with_a_second_digit_are_read_back(tenths, more, in_digits, in_words):
    """一成五, 3成5: tenths with a digit behind are percentages."""
    first = str(tenths) if in_digits else HAN[tenths]
    second = HAN[more] if in_words or not in_digits else str(more)
    (figure,) = find_figures(f"占比{first}成{second}，")
    assert (figure.value, figure.unit) == (10 * tenths + more, "%")


@given(st.sampled_from("三四五"), st.sampled_from("一二"), st.sampled_from("分份"))
def test_a_fraction_without_its_particle_is_read_back(under, over, part):
    """三分一 is 三分之一, as the press of Hong Kong writes it."""
    (short,) = find_figures(f"佔{under}{part}{over}，")
    (full,) = find_figures(f"佔{under}{part}之{over}，")
    assert (short.value, short.unit) == (full.value, "%")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("总投资约三十一点六亿元", ["约三十一点六亿元 = 3160000000 CNY about"]),
        ("新增就业一点二万余人", ["一点二万余人 = 12000 over"]),
        ("是去年的两点三倍", ["两点三倍 = 2.3"]),
        ("增長百分之三點五", ["百分之三點五 = 3.5 %"]),
        ("下降零点零五个百分点", ["零点零五个百分点 = 0.05 pp"]),
        ("建成道路三点五公里", ["三点五公里 = 3.5"]),
        ("税收增长近一成", ["近一成 = 10 % nearly"]),
        ("外资占一成以上", ["一成以上 = 10 % over"]),
        ("外資佔一成半，港資佔三成半", ["一成半 = 15 %", "三成半 = 35 %"]),
        ("本地企业占两成多", ["两成多 = 20 % over"]),
        ("增长2成5", ["2成5 = 25 %"]),
        ("近三分一來自內地", ["近三分一 = 33.33 % nearly"]),
        ("約四分三是製造業", ["約四分三 = 75 % about"]),
        ("佔總數三分一以上", ["三分一以上 = 33.33 % over"]),
        ("逾三分之二為外資，過半數落戶園區", ["逾三分之二 = 66.67 % over", "過半數 = 50 % over"]),
    ],
)  # fmt: skip
def test_decimals_tenths_and_fractions_in_words(read, text, lines):
    """The value, unit and hedge of a number in words, wherever its point or half stands."""
    assert read(text) == lines


@pytest.mark.parametrize("text", ["一成不变的做法", "十分一般", "有一点儿", "一成立就签约"])
def test_words_with_numerals_in_them_are_no_numbers(text):
    """一成不变, 十分一般 and 一点 are words, not numbers."""
    assert find_figures(text) == ()


@pytest.mark.parametrize("text", ["下午三点二十分", "八点三十分开幕", "早上九点五分"])
def test_a_time_of_day_in_words_is_no_decimal(text):
    """三点二十分 is a time: none of its numbers has a fraction."""
    assert all(figure.value == figure.value.to_integral_value() for figure in find_figures(text))
