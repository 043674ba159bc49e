"""Prompts that a server cut without a word."""

import pytest

from extractor.exchange import Message
from extractor.models.cuts import advice, is_cut, size
from extractor.usage import Usage


@pytest.mark.parametrize(
    ("n_bytes", "usage", "cut"),
    [
        pytest.param(15_000, Usage(3_900, 1), False, id="english"),
        pytest.param(15_000, Usage(5_000, 1), False, id="chinese"),
        pytest.param(15_300, Usage(2_050, 1), True, id="half of ollama's context"),
        pytest.param(640_000, Usage(16_387, 1), True, id="half of a long context"),
        pytest.param(17_000, Usage(4_096, 1), True, id="all of the context"),
        pytest.param(17_000, Usage(4_096, 1, 0), False, id="the same by a server with a cache"),
        pytest.param(17_000, Usage(4_097, 1), False, id="one token beside"),
        pytest.param(300, Usage(256, 1), False, id="a short one"),
        pytest.param(15_000, Usage(None, 1), False, id="nothing said"),
        pytest.param(15_000, Usage(0, 1), False, id="zero says nothing"),
    ],
)
def test_cut_prompt_is_told_by_its_tokens(n_bytes, usage, cut):
    """Fewer tokens than the text can come to, or just the context."""
    assert is_cut(n_bytes, usage) is cut


def test_size_counts_bytes():
    """Of all messages, as they are sent."""
    assert size([Message("system", "ab"), Message("user", "十\ud83d")]) == 6


def test_advice_says_how_long_a_context_is_enough():
    """Prompt and answer fit into what it names."""
    assert "read 2,050 tokens of a request of 15,300 bytes" in advice(15_300, 2_050, service="s")
    assert "OLLAMA_CONTEXT_LENGTH=8192" in advice(15_300, 2_050, service="s")
