"""What follows a number in Chinese: scales that add up, halves of a unit, sizes of projects."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.figures import find_figures


@given(
    st.integers(1, 99),
    st.integers(1, 9999),
    st.sampled_from(
        [("兆", "億元", 8), ("万亿", "亿元", 8), ("億", "萬港元", 4), ("亿", "万美元", 4)]
    ),
    st.booleans(),
)
def test_an_amount_in_two_scales_is_read_back(high, low, scales, with_comma):
    """2兆3,450億元 is one amount, its exact value and step, with a comma or without."""
    upper, lower, power = scales
    (figure,) = find_figures(f"投資達{high}{upper}{f'{low:,}' if with_comma else low}{lower}。")
    assert figure.value == (high * 10_000 + low) * Decimal(10) ** power
    assert figure.step == Decimal(10) ** power


@given(st.integers(1, 99), st.integers(1000, 9999), st.sampled_from("個家人名套吨"), st.booleans())
def test_a_count_in_tens_of_thousands_and_ones_is_read_back(high, low, measure, with_comma):
    """1萬2,600個 is 12,600 of them."""
    (figure,) = find_figures(f"可提供{high}萬{f'{low:,}' if with_comma else low}{measure}，")
    assert (figure.value, figure.unit) == (high * 10_000 + low, measure)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("兩岸3兆1,250億5,000萬元", ["3兆1,250億5,000萬元 = 3125050000000 TWD"]),
        ("共2兆餘元、2兆3千億元", ["2兆餘元 = 2000000000000 TWD over", "2兆3千億元 = 2300000000000 TWD"]),
        ("投资3亿元2600人", ["3亿元 = 300000000 CNY", "2600人 = 2600"]),
        ("約2萬5千坪", ["約2萬5千坪 = 25000 about"]),
        ("其中3万2个", ["3万 = 30000", "2个 = 2"]),
    ],
)  # fmt: skip
def test_scales_add_up_only_where_the_lower_one_fits(read, text, lines):
    """Of three scales, of scales in words; two figures side by side stay two."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("7亿5000万令吉", ["7亿5000万令吉 = 750000000 MYR"]),
        ("386億6,000萬。", ["386億6,000萬 = 38660000000 TWD"]),
        ("1亿零800万英镑", ["1亿零800万英镑 = 108000000 GBP"]),
        ("新台幣5億4千3百萬元", ["新台幣5億4千3百萬元 = 543000000 TWD"]),
        ("3亿2千余万元", ["3亿2千余万元 = 320000000 CNY over"]),
        ("12亿3450万7000元", ["12亿3450万7000元 = 1234507000 CNY"]),
        ("3千5百萬美元", ["3千5百萬美元 = 35000000 USD"]),
        ("2万3千5百人", ["2万3千5百人 = 23500"]),
        ("1千2百个项目", ["1千2百个项目 = 1200"]),
    ],
)
def test_a_lower_scale_belongs_to_the_one_before_whatever_unit_follows(read, text, lines):
    """No amount is cut in two, whose parts would each be too small."""
    assert read(text) == lines


@given(
    st.integers(1, 99), st.integers(1, 9), st.integers(1, 9), st.sampled_from(["元", "令吉", "。"])
)
def test_an_amount_in_spoken_digits_is_read_back(high, thousands, hundreds, after):
    """12億3千5百萬 is 1,235,000,000."""
    (figure,) = find_figures(f"投資{high}億{thousands}千{hundreds}百萬{after}")
    assert figure.value == high * 10**8 + (thousands * 1000 + hundreds * 100) * 10**4
    assert figure.step == 10**6


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("工期约3年半", ["约3年半 = 3.5 about"]),
        ("一年半投产", ["一年半 = 1.5"]),
        ("缩短两个半月", ["两个半月 = 2.5"]),
        ("车程4個半小時", ["4個半小時 = 4.5"]),
        ("30年半导体经验", ["30年 = 30"]),
        ("3个半成品项目", ["3个 = 3"]),
    ],
)
def test_a_half_within_a_time_is_read(read, text, lines):
    """三年半 is three and a half; what only begins with 半 is another word."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("10亿项目12个", ["10亿 = 1000000000 CNY", "12个 = 12"]),
        ("5000万项目8个", ["5000万 = 50000000 CNY", "8个 = 8"]),
        ("百亿项目2个", ["百亿 = 10000000000 CNY", "2个 = 2"]),
        ("千亿园区、50亿 项目", ["千亿 = 100000000000 CNY", "50亿 = 5000000000 CNY"]),
        ("逾百亿资金、近千亿订单", ["逾百亿 = 10000000000 CNY over", "近千亿 = 100000000000 CNY nearly"]),
        ("5000万以上项目3个", ["5000万 = 50000000 CNY boundary", "3个 = 3"]),
        ("另有3000万的小项目", ["3000万 = 30000000 CNY"]),
        ("3000项目、1万项目", ["3000项目 = 3000", "1万项目 = 10000"]),
        ("千亿集群、百亿县", ["千亿 = 100000000000 CNY", "百亿 = 10000000000 CNY"]),
        ("融资2000万、增资3000万", ["2000万 = 20000000 CNY", "3000万 = 30000000 CNY"]),
        ("能耗0.3吨标煤/万元", ["0.3吨标煤 = 0.3"]),
        ("产值1O亿元，税收l亿元", []),
        ("GDP百亿元", ["百亿元 = 10000000000 CNY"]),
        ("2000万用户", ["2000万 = 20000000"]),
    ],
)  # fmt: skip
def test_hundreds_of_millions_are_the_size_of_projects_not_their_number(read, text, lines):
    """Nobody has a billion projects: 10亿项目 leaves the unit of the money out."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("十数家企业", ["十数家 = None"]),
        ("二十数个", ["二十数个 = None"]),
        ("三十数据", ["三十 = 30"]),
        ("五位一体布局", []),
        ("外商11案加碼", ["11案 = 11"]),
    ],
)
def test_a_vague_count_has_no_value(read, text, lines):
    """十数家 are more than ten."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("台灣廠商預計113年底完工", ["113年 = 2024"]),
        ("臺北市115年度預算", ["115年 = 2026"]),
        ("台商114年6月動工", ["114年 = 2025", "6月 = 2025-06"]),
        ("台北老店110年底蘊", ["110年 = 110"]),
        ("长沙历时113年底完工", ["113年 = 113"]),
    ],
)
def test_a_year_of_taiwans_calendar_is_read_where_taiwan_is_named(read, text, lines):
    """113年底 is the end of 2024 there, and a duration elsewhere."""
    assert read(text) == lines
