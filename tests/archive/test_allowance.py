"""Headers about limits: what they say, and how long to wait."""

import pytest

from extractor.archive.allowance import Allowance, read_allowance


@pytest.mark.parametrize(
    ("reset", "seconds"),
    [("1s", 1.0), ("6m0s", 360.0), ("12ms", 0.012), ("1h2m3.5s", 3723.5), ("20", 20.0)],
)
def test_resets_are_read_as_services_write_them(reset: str, seconds: float) -> None:
    """OpenAI writes durations, others bare seconds."""
    headers = {"x-ratelimit-remaining-tokens": "150", "x-ratelimit-reset-tokens": reset}

    assert read_allowance(headers, "tokens", now=7.0) == Allowance(150, None, seconds, 7.0)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-ratelimit-remaining-requests": "5"},
        {"x-ratelimit-remaining-requests": "many", "x-ratelimit-reset-requests": "1s"},
        {"x-ratelimit-remaining-requests": "5", "x-ratelimit-reset-requests": "soon"},
        {"x-ratelimit-remaining-requests": "5", "x-ratelimit-reset-requests": "1s or so"},
    ],
    ids=["none", "no reset", "no number", "no time", "more than a time"],
)
def test_headers_that_do_not_tell_are_left_alone(headers: dict[str, str]) -> None:
    """A header that is not understood limits nothing."""
    assert read_allowance(headers, "requests", now=0.0) is None


@pytest.mark.parametrize(
    ("allowance", "needed", "now", "wait_s"),
    [
        (Allowance(5, 10, 60, 0), 5, 0, 0),
        (Allowance(0, 60, 60, 0), 1, 0, 1),
        (Allowance(0, 60, 60, 0), 30, 10, 20),
        (Allowance(0, 60, 60, 0), 900, 0, 60),
        (Allowance(0, None, 60, 0), 1, 10, 50),
    ],
    ids=["enough", "one grows back", "half, a while later", "more than all", "no limit said"],
)
def test_what_is_used_grows_back(
    allowance: Allowance, needed: float, now: float, wait_s: float
) -> None:
    """The wait is for what is missing, and never longer than until the reset."""
    assert allowance.wait_s(needed, now=now) == pytest.approx(wait_s)
