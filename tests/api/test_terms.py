"""Terms: what holds for all that is asked about one article."""

import time
from types import SimpleNamespace

import pytest

from extractor.api.terms import Terms
from extractor.errors import UsageError


def test_time_is_dealt_out_in_equal_shares_of_what_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The last one has all of the rest."""
    monkeypatch.setattr("extractor.api.terms.time", SimpleNamespace(monotonic=lambda: 1000.0))
    terms = Terms("extract/v1", 3, None, 1030.0)

    assert (terms.share(3).left_s, terms.share(1).left_s) == (10, 30)


def test_time_that_is_up_is_not_lent() -> None:
    """A share of less than nothing ends no later."""
    terms = Terms("extract/v1", 3, None, time.monotonic() - 1)

    assert terms.share(2).left_s < 0


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        pytest.param({"max_attempts": 0}, "max_attempts is 0; give 1 or more", id="no attempts"),
        pytest.param({"timeout_s": 0}, "timeout_s is 0; give more than 0", id="no time"),
        pytest.param({"timeout_s": -1}, "timeout_s is -1; give more than 0", id="less than none"),
        pytest.param({"timeout_s": float("nan")}, "timeout_s is nan", id="no number"),
    ],
)
def test_terms_that_leave_nothing_to_ask_with_are_misuse(wrong, message) -> None:
    """They say what is wrong, and what to give."""
    with pytest.raises(UsageError, match=message):
        Terms.beginning(
            **{"prompt": "extract/v1", "max_attempts": 3, "context_tokens": None, "timeout_s": 30}
            | wrong
        )
