"""Terms: what holds for all that is asked about one article."""

import time

from extractor.api.terms import Terms


def test_time_is_dealt_out_in_equal_shares_of_what_is_left() -> None:
    """The last one has all of the rest."""
    terms = Terms("extract/v1", 3, None, time.monotonic() + 30)

    assert 9.9 < terms.share(3).left_s <= 10
    assert 29.9 < terms.share(1).left_s <= 30


def test_time_that_is_up_is_not_lent() -> None:
    """A share of less than nothing ends no later."""
    terms = Terms("extract/v1", 3, None, time.monotonic() - 1)

    assert terms.share(2).left_s < 0
