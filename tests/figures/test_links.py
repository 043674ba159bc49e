"""What neighbours tell a figure: scales, hedges and the ends of ranges."""

import pytest

from extractor.figures import find_figures


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("create 2-3 million jobs", ["2-3 million = 2000000..3000000"]),
        ("create 3 to 5 lakh jobs", ["3 to 5 lakh = 300000..500000"]),
        ("10 to 12 thousand workers", ["10 to 12 thousand = 10000..12000"]),
        ("between 5 and 6 crore visitors", ["5 and 6 crore = 50000000..60000000"]),
        ("between $10 and 15 billion", ["$10 and 15 billion = 10000000000..15000000000 USD"]),
        (
            "add 1,800 to 2,000 jobs, up from 12 to 20 firms",
            ["1,800 to 2,000 = 1800..2000", "12 = 12", "20 = 20"],
        ),
        ("plans 4 to 6 plants", ["4 to 6 = 4..6"]),
        ("rise 40 to 215, beat it 9 to 3", ["40 = 40", "215 = 215", "9 = 9", "3 = 3"]),
        ("拟投10亿至15亿", ["10亿至15亿 = 1000000000..1500000000 CNY"]),
        (
            "由10亿增至15亿、从10亿至15亿",
            [
                "10亿 = 1000000000 CNY",
                "15亿 = 1500000000 CNY",
                "10亿 = 1000000000 CNY",
                "15亿 = 1500000000 CNY",
            ],
        ),
        ("可吸纳2至3万人就业", ["2至3万人 = 20000..30000"]),
        ("带动5—6万户", ["5—6万户 = 50000..60000"]),
    ],
)
def test_both_ends_of_a_range_are_in_the_scale_written_once(read, text, lines):
    """Nobody means two persons by 2-3 million of them, whatever is counted."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("invest $450-500m in", ["$450-500m = 450000000..500000000 USD"]),
        ("€4.5–5m each", ["€4.5–5m = 4500000..5000000 EUR"]),
        ("US$1.2-1.5b", ["US$1.2-1.5b = 1200000000..1500000000 USD"]),
        ("$450m-500m", ["$450m-500m = 450000000..500000000 USD"]),
        ("£1m to 2m", ["£1m to 2m = 1000000..2000000 GBP"]),
        ("HK$300-350k", ["HK$300-350k = 300000..350000 HKD"]),
        ("$2 to 3 thousand", ["$2 to 3 thousand = 2000..3000 USD"]),
        ("$450, 500m away", ["$450 = 450 USD"]),
        ("$3m, 90k jobs", ["$3m = 3000000 USD", "90k = 90000"]),
    ],
)
def test_a_letter_is_the_scale_of_an_amount_that_a_sign_begins(read, text, lines):
    """In $450-500m nobody means 450 dollars, nor metres."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("from 900 to 3 billion yuan", "900", id="in billions it would be larger"),
        pytest.param("a team of 5 and 6 million visitors", "5 = 5", id="two counts"),
        pytest.param(
            "2 thousand to 3 million tonnes",
            "2 thousand to 3 million tonnes = 2000..",
            id="a scale of its own",
        ),
        pytest.param("8 to 3 million", "8 = 8", id="no range downwards"),
    ],
)
def test_a_number_keeps_its_size_where_the_scale_is_not_its_own(read, text, first):
    """A scale is lent to the end of a range that it leaves the smaller one."""
    assert read(text)[0].startswith(first)


def test_hours_and_minutes_are_one_duration(read):
    """两小时 written with its minutes is so many minutes; with a gap they are two figures."""
    assert read("会议历时2小时30分钟") == ["2小时30分钟 = 150"]
    assert read("历时2小时，30分钟后") == ["2小时 = 2", "30分钟 = 30"]


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("投资额分别超过2亿元、3亿元", ["over", "over"]),
        ("投资额各近5亿元、6亿元、7亿元", ["nearly", "nearly", "nearly"]),
        ("总投资超过2亿元、3亿元", ["over", None]),
    ],
)
def test_a_hedge_is_of_all_where_amounts_are_dealt_out(read, text, hedges):
    """分别超过 stands before the first amount and is said of each; elsewhere it is the first's."""
    found = [line.split(" CNY")[1].strip() or None for line in read(text)]

    assert found == hedges


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("2000~3000 jobs", ["2000~3000 = 2000..3000"]),
        ("2000 ~ 3000 jobs", ["2000 ~ 3000 = 2000..3000"]),
        ("$2~3 billion", ["$2~3 billion = 2000000000..3000000000 USD"]),
        ("产值80～120亿元", ["80～120亿元 = 8000000000..12000000000 CNY"]),
        ("约2000～3000人", ["约2000～3000人 = 2000..3000 about"]),
        ("1亿（含）—5亿元", ["1亿（含）—5亿元 = 100000000..500000000 CNY"]),
        ("5亿元（不含）至10亿元", ["5亿元（不含）至10亿元 = 500000000..1000000000 CNY"]),
        ("5亿元~10亿元", ["5亿元~10亿元 = 500000000..1000000000 CNY"]),
        ("12 firms (~300 jobs)", ["12 = 12", "~300 = 300 about"]),
        ("some firms, ~3000 jobs", ["~3000 = 3000 about"]),
    ],
)
def test_a_tilde_between_numbers_is_a_range(read, text, lines):
    """Before a number alone it is a hedge; an end may be said to be in the range."""
    assert read(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "总额1234亿元，折合约170亿美元",
        "总额1234亿元（约合170亿美元）",
        "1234 billion yuan, or about 170 billion US dollars",
        "1234 billion yuan (170 billion US dollars)",
    ],
)
def test_an_amount_in_another_currency_restates_the_one_before(text):
    """However it is introduced."""
    amount, conversion = find_figures(text)
    assert conversion.conversion_of == amount.id


@pytest.mark.parametrize(
    "text",
    [
        "总投资1035亿元（其中外资8.3亿美元）",
        "总投资30亿元(含外资2亿美元)",
        "總額30億元（當中包括外資2億美元）",
        "30 billion yuan (including $500 million of foreign capital)",
        "30 billion yuan (of which $500 million is foreign)",
        "Rs 300 crore (with $5 million from abroad)",
    ],
)
def test_a_part_in_brackets_is_no_conversion(text):
    """It is a sum of its own, in a currency of its own."""
    _, part = find_figures(text)
    assert part.conversion_of is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("2至3成为中小企", ["2至3成 = 20..30 %"]),
        ("2-3成", ["2-3成 = 20..30 %"]),
        ("三至五成", ["三至五成 = 30..50 %"]),
        ("三到五家", ["三到五家 = 3..5"]),
        ("分别占2、3成", ["2 = 20 %", "3成 = 30 %"]),
        ("2%至3%", ["2%至3% = 2..3 %"]),
    ],
)
def test_tenths_written_once_are_of_both_ends(read, text, lines):
    """2至3成 is 20 to 30 percent."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("620 million yuan and 200 million roses", ["money", "count"], id="things"),
        pytest.param("620 million yuan and 200 million in grants", ["money", "money"], id="money"),
        pytest.param("620 million yuan and 200 million investments", ["money", "money"], id="investments"),
        pytest.param("620 million yuan and 200 million respectively", ["money", "money"], id="in turn"),
        pytest.param("from 620 million yuan to 800 million this time", ["money", "money"], id="this"),
        pytest.param("620 million yuan and 200 million overseas", ["money", "money"], id="overseas"),
        pytest.param("620 million yuan, and 200 million comes from abroad", ["money", "money"], id="a verb"),
        pytest.param("620 million yuan and 200 million earnings", ["money", "money"], id="earnings"),
        pytest.param("620 million yuan and 200 million subsidies", ["money", "money"], id="subsidies"),
        pytest.param("620 million yuan and 200 million shares", ["money", "count"], id="shares"),
    ],
)  # fmt: skip
def test_a_currency_is_shared_unless_things_are_counted(text, kinds):
    """Behind an amount, a bare 200 million is one too, but not 200 million of anything."""
    assert [figure.kind for figure in find_figures(text)] == kinds
