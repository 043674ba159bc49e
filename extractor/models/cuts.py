"""Servers that cut a long prompt without a word: noticed by the tokens that they say they read.

Ollama throws the beginning of a prompt away that is longer than its context (`num_ctx`, 4096 where
nobody says otherwise), and answers with status 200. What it then reports is half of the context and
a few tokens, which is too few for the text, or in older versions the context itself, a power of two.
Source: github.com/ollama/ollama/issues/17427 and /10368.
"""

import math
from collections.abc import Iterable

from extractor.exchange import Message
from extractor.usage import Usage

_MOST_BYTES = 6
"""Bytes of text for each token, at most.

Of 65 articles in English and Chinese none comes to more than 4.8 in the largest vocabulary in use
(o200k), and none of our prompts about them to more than 4.1; smaller vocabularies take less.
"""

_LEAST_CONTEXT = 1024


def is_cut(n_bytes: int, usage: Usage) -> bool:
    """Tell whether a server has read less than it was sent.

    Args:
        n_bytes: of the text of all messages, as UTF-8.
        usage: what the server says it has read; None or 0 says nothing. One that tells of its
            cache is none of those that cut at their context.
    """
    n_tokens = usage.input_tokens
    if not n_tokens:
        return False
    is_context = n_tokens >= _LEAST_CONTEXT and n_tokens & (n_tokens - 1) == 0
    return n_bytes > _MOST_BYTES * n_tokens or (is_context and usage.cached_tokens is None)


def size(messages: Iterable[Message]) -> int:
    """Return the bytes of the text of messages, as UTF-8."""
    return sum(len(message.content.encode("utf-8", "replace")) for message in messages)


def advice(n_bytes: int, input_tokens: int | None, *, service: str) -> str:
    """Return one line that says what happened and how to mend it."""
    enough = 2 ** math.ceil(math.log2(n_bytes / 2))
    return (
        f"{service} read {input_tokens:,} tokens of a request of {n_bytes:,} bytes: its context is "
        "too small, and it cuts what is longer; give it a longer one "
        f"(Ollama: OLLAMA_CONTEXT_LENGTH={enough}, or num_ctx in the Modelfile)"
    )
