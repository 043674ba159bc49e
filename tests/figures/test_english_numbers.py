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
