from decimal import Decimal

import pytest

from extractor.evals.table import dollars, number


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param(number(1234567), "1,234,567", id="thousands stand apart"),
        pytest.param(dollars(Decimal("1234.56789")), "1,234.5679", id="a hundredth of a cent"),
        pytest.param(number(0), "0", id="no tokens"),
        pytest.param(dollars(Decimal(0)), "0.0000", id="free"),
        pytest.param(number(None), "unknown", id="unknown tokens"),
        pytest.param(dollars(None), "unknown", id="unknown cost"),
    ],
)
def test_what_is_unknown_is_told_from_what_is_zero(written, text):
    """Tokens and dollars are written alike in the sheets of a terminal and on a page."""
    assert written == text
