"""Which numbers are money: signs of one letter with a space behind them, where the place tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.figures.finder import find_figures

PLACES = {"R": ("Durban", "ZAR"), "P": ("Manila", "PHP"), "K": ("Lusaka", "ZMW"), "N": ("Lagos", "NGN"), "LE": ("Cairo", "EGP"), "Br": ("Adama", "ETB")}  # fmt: skip
SCALES = {" million": 6, " billion": 9, "bn": 9, "m": 6, " trillion": 12}


@given(
    st.decimals("0.1", "999", places=1).filter(lambda n: not n.is_zero()),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from([scale for scale in SCALES if scale != "m"]),
)
def test_a_spaced_sign_is_read_back_where_its_place_is_named(number, sign, scale):
    """R 2.5 billion in a text from Durban is rand, its exact value, and the sign is part of it."""
    place, code = PLACES[sign]
    (figure,) = find_figures(f"{place}: The plant will cost {sign} {number}{scale}.")
    assert (figure.value, figure.unit) == (number.scaleb(SCALES[scale]), code)
    assert figure.as_written == f"{sign} {number}{scale}"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a fund of R2bn, of which R 1.5 billion is spent", ["R2bn = 2000000000 ZAR", "R 1.5 billion = 1500000000 ZAR"]),
        ("In Pretoria, over R 3 billion was pledged", ["over R 3 billion = 3000000000 ZAR over"]),
        ("Gaborone said P 1.2 billion", ["P 1.2 billion = 1200000000 BWP"]),
        ("Schedule R 3 million people", ["3 million = 3000000"]),
        ("The US$2 million plan N 3 million", ["US$2 million = 2000000 USD", "3 million = 3000000 USD"]),
    ],
)  # fmt: skip
def test_a_letter_is_a_sign_only_where_the_text_speaks_of_its_currency(read, text, lines):
    """Another amount in it, or its country, makes a letter a sign; else it is a letter."""
    assert read(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Rs 9 crore of a 500-crore scheme", ["Rs 9 crore = 90000000 INR", "500-crore = 5000000000 INR"]),
        ("$5m for a 2-million population, 2-3 million jobs", ["$5m = 5000000 USD", "2-million = 2000000", "2-3 million = 2000000..3000000"]),
        ("15 million euros, half a million jobs and 2.5 million new homes", ["15 million euros = 15000000 EUR", "half a million = 500000", "2.5 million = 2500000"]),
        ("15 million euros, 2.5 million of them", ["15 million euros = 15000000 EUR", "2.5 million = 2500000 EUR"]),
        ("$5m: 3 million trees", ["$5m = 5000000 USD", "3 million = 3000000"]),
    ],
)  # fmt: skip
def test_a_scale_joined_by_a_hyphen_tells_the_size_of_what_follows(read, text, lines):
    """A 500-crore scheme costs as much; three million trees are as many."""
    assert read(text) == lines
