"""Fractions in words: shares of something, not names, ranks or prices."""

import pytest

from extractor.figures import find_figures


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a fifth of the funds", ["a fifth = 20 %"]),
        ("two-thirds of the deals", ["two-thirds = 66.67 %"]),
        ("half the projects", ["half = 50 %"]),
        ("Half of the money", ["Half = 50 %"]),
    ],
)
def test_a_part_of_something_is_a_percentage(read, text, lines):
    """With as many digits as show that it is no round number."""
    assert read(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a fifth plant will follow", id="a rank"),
        pytest.param("half way there", id="a place"),
        pytest.param("tickets at half price", id="a price"),
        pytest.param("a half marathon through the zone", id="a race"),
        pytest.param("half board included", id="a meal"),
    ],
)
def test_what_only_sounds_like_a_share_is_none(read, text):
    """The word behind it tells."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("100-or-so projects", "about"),
        ("$5 million-or-more deals", "over"),
        ("20-and-above", "over"),
        ("20 or so", "about"),
    ],
)
def test_a_late_hedge_may_be_hyphenated(text, hedge):
    """A 100-or-so projects are about as many as 100 or so."""
    (figure,) = find_figures(text)

    assert figure.hedge == hedge


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("two and a half billion dollars", ["two and a half billion dollars = 2500000000 USD"]),
        ("one-and-a-half million tonnes", ["one-and-a-half million tonnes = 1500000"]),
        ("a million and a half visitors", ["a million and a half = 1500000"]),
        ("three and a half years", ["three and a half years = 3.5"]),
        ("two and a hall", ["two = 2"]),
        ("36 ten thousand tons", ["36 ten thousand tons = 360000"]),
        ("5.8 hundred million yuan", ["5.8 hundred million yuan = 580000000 CNY"]),
        ("$900 mln. It was 1.1 tln roubles", ["$900 mln = 900000000 USD", "1.1 tln roubles = 1100000000000 RUB"]),
    ],
)  # fmt: skip
def test_halves_and_scales_are_counted_in(read, text, lines):
    """Two and a half billion is one number, 36 ten thousand is 36万."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1/3 of exports", ["1/3 = 33.33 %"]),
        ("some 2/5 of value", ["some 2/5 = 40 % about"]),
        ("nearly 2/3 of the firms", ["nearly 2/3 = 66.67 % nearly"]),
        ("占3/4以上", ["3/4以上 = 75 % over"]),
        ("僅1/4為本地", ["1/4 = 25 %"]),
        ("open 24/7, at 88 1/2 Road, or 5/6", ["88 = 88"]),
        ("A/B轮、12/15期，3/4版", ["15期 = 15"]),
    ],
)
def test_a_fraction_in_digits_is_a_percentage_of_something(read, text, lines):
    """Where no whole is named it may be a date or an address."""
    assert read(text) == lines


def test_a_weekday_makes_a_number_a_day(read):
    """On Friday the 14th."""
    assert read("on Friday 14th, the 14th session") == ["14th = XXXX-XX-14", "14th = 14"]
