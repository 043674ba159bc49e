"""What follows a number in English: hedges that belong to it, nouns that touch it."""

import pytest


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("5 billion yuan and more than 30", ["5 billion yuan = 5000000000 CNY", "more than 30 = 30 over"]),
        ("$5m and up to 30 firms", ["$5m = 5000000 USD", "up to 30 = 30 under"]),
        ("$61.6 billion and over 6,800 jobs", ["$61.6 billion = 61600000000 USD", "over 6,800 = 6800 over"]),
        ("VND500 billion and over US$1.3 billion", ["VND500 billion = 500000000000 VND", "over US$1.3 billion = 1300000000 USD over"]),
        ("3 million tons and over a dozen firms", ["3 million tons = 3000000", "over a dozen = 12 over"]),
        ("$50 million and above in 2024", ["$50 million and above = 50000000 USD over", "2024 = 2024"]),
        ("60 hectares and over, or 20 years or more", ["60 hectares and over = 60 over", "20 years or more = 20 over"]),
    ],
)  # fmt: skip
def test_a_hedge_between_two_figures_is_of_the_one_it_goes_with(read, text, lines):
    """In "5 billion and more than 30" the 5 billion are exact."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("12projects and 35companies", ["12 = 12", "35 = 35"]),
        ("over 300enterprises", ["over 300 = 300 over"]),
        ("the 5G and 3D firms of 360buy and 51job", []),
        ("12projects-based", []),
    ],
)
def test_a_count_may_touch_its_noun(read, text, lines):
    """12projects are twelve, 51job is a name."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("12.500 jobs and 1.250 new posts", ["12.500 = 12500", "1.250 = 1250"]),
        ("2.125 times, 0.125 jobs a unit, 2.50 jobs", ["2.125 = 2.125", "0.125 = 0.125", "2.50 = 2.50"]),
        ("2.125 million jobs", ["2.125 million = 2125000"]),
        ("1.5 million sq.m, 1.5 mmtpa and 45 KLPD", ["1.5 million sq.m = 1500000", "1.5 mmtpa = 1.5", "45 KLPD = 45"]),
    ],
)  # fmt: skip
def test_thousandths_of_whole_things_are_thousands(read, text, lines):
    """12.500 jobs are pointed the European way."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a half-billion-euro loan", ["a half-billion-euro = 500000000 EUR"]),
        ("half-million tonnes", ["half-million tonnes = 500000"]),
        ("half a billion dollars", ["half a billion dollars = 500000000 USD"]),
        ("half-a-dozen firms and half dozen", ["half-a-dozen = 6", "half dozen = 6"]),
    ],
)
def test_half_a_scale_is_a_number(read, text, lines):
    """However it is hyphenated."""
    assert read(text) == lines
