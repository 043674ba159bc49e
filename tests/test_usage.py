"""Usage: sums of tokens in which the unknown stays unknown."""

from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage


def test_usage_adds_up_and_the_unknown_stays_unknown() -> None:
    """Unknown is not zero, and takes nothing known with it."""
    known, partly = Usage(10, 2, 5, 0), Usage(1, 1, None, None)

    assert NO_TOKENS + known == known
    assert known + partly == Usage(11, 3, None, None)


def test_tries_that_may_have_been_billed_are_counted_beside_the_tokens() -> None:
    """What is known of the others is not lost with them."""
    usage = UNKNOWN_TRY + Usage(10, 2, 5, 0) + UNKNOWN_TRY

    assert usage.to_json() == {
        "input_tokens": 10,
        "output_tokens": 2,
        "cached_tokens": 5,
        "reasoning_tokens": 0,
        "unknown_tries": 2,
    }


def test_usage_is_read_as_it_was_written() -> None:
    """Counts of before there was one for unknown tries have none of them."""
    usage = Usage(10, 2, None, 0, unknown_tries=1)

    assert Usage.of(usage.to_json()) == usage
    assert Usage.of({"input_tokens": 10}) == Usage(10)
