"""Cells as text: exact, and nothing that a spreadsheet runs."""

from datetime import date
from decimal import Decimal

import pytest

from extractor.exports.cells import as_text, defused


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, None),
        (12, "12"),
        (Decimal("9.3588E+10"), "93588000000"),
        (Decimal("68.20"), "68.20"),
        (date(2022, 11, 3), "2022-11-03"),
        ("a\ud800b", "a?b"),
    ],
    ids=str,
)
def test_a_cell_is_written_exactly(cell, text):
    """No exponent, no locale, no half surrogates."""
    assert as_text(cell) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_text_like_a_formula_is_defused(text):
    """Text of an article cannot make a spreadsheet calculate."""
    assert defused(text) == f"'{text}"


def test_numbers_are_no_formulas():
    """A negative amount stays a number."""
    assert defused(Decimal(-5)) == "-5"
