"""Tokens as services report them."""

import pytest

from extractor.models.tokens import read_usage
from extractor.usage import Usage


@pytest.mark.parametrize(
    ("reported", "usage"),
    [
        pytest.param(
            {
                "prompt_tokens": 100,
                "completion_tokens": 20,
                "total_tokens": 120,
                "prompt_tokens_details": {"cached_tokens": 64},
                "completion_tokens_details": {"reasoning_tokens": 5},
            },
            Usage(100, 20, 64, 5),
            id="chat completions",
        ),
        pytest.param(
            {
                "input_tokens": 100,
                "input_tokens_details": {"cached_tokens": 64},
                "output_tokens": 20,
                "output_tokens_details": {"reasoning_tokens": 5},
                "total_tokens": 120,
            },
            Usage(100, 20, 64, 5),
            id="responses",
        ),
        pytest.param(
            {
                "prompt_tokens": 100,
                "completion_tokens": 20,
                "total_tokens": 170,
                "completion_tokens_details": {"reasoning_tokens": 50},
            },
            Usage(100, 70, None, 50),
            id="xai counts reasoning apart",
        ),
        pytest.param(
            {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 170},
            Usage(100, 70, None, None),
            id="gemini does not say that it reasoned",
        ),
        pytest.param(
            {
                "prompt_tokens": 100,
                "completion_tokens": 20,
                "total_tokens": 184,
                "prompt_tokens_details": {"cached_tokens": 64},
            },
            Usage(164, 20, 64, None),
            id="cache counted apart",
        ),
        pytest.param(
            {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 0},
            Usage(100, 20, None, None),
            id="no total",
        ),
        pytest.param(
            {"prompt_tokens": 7, "completion_tokens": 3, "prompt_tokens_details": None},
            Usage(7, 3, None, None),
            id="no details",
        ),
        pytest.param({"prompt_tokens": "7", "completion_tokens": -1}, Usage(), id="no counts"),
        pytest.param({"prompt_tokens": True}, Usage(), id="no number"),
        pytest.param([1], Usage(), id="no object"),
        pytest.param(None, Usage(), id="nothing"),
    ],
)
def test_counts_are_read_where_they_are_billed(reported, usage):
    """Cached tokens inside the input and reasoning inside the output, whoever counts."""
    assert read_usage(reported) == usage
