"""Servers that cut a long prompt without a word: noticed by the tokens that they say they read.

Ollama throws the beginning of a prompt away that is longer than its context (`num_ctx`, 4096 where
nobody says otherwise), and answers with status 200. Older versions keep as much as the context
holds, newer ones half of it and up to a few tokens (github.com/ollama/ollama/issues/17427), so the
count that they report is a power of two or little more, and less than the text can come to.
"""

import math
from collections.abc import Iterable

from extractor.exchange import Message
from extractor.usage import Usage

_MOST_BYTES = 8
"""No tokenizer makes a prompt of ours out of fewer than one token for so many bytes: see the test."""

_MANY_BYTES = 5
"""More bytes a token than an article comes to, and still not impossible."""

_LEAST_CONTEXT = 512
_KEPT_ASIDE = 8
"""Ollama keeps the first few tokens beside half of the context."""


def is_cut(n_bytes: int, usage: Usage) -> bool:
    """Tell whether a server has read less than it was sent.

    Args:
        n_bytes: of the text of all messages, as UTF-8.
        usage: what the server says it has read; None or 0 says nothing. One that tells of its
            cache is none of those whose counts are like a context.
    """
    n_tokens = usage.input_tokens
    if not n_tokens:
        return False
    if n_bytes > _MOST_BYTES * n_tokens:
        return True
    if n_tokens < _LEAST_CONTEXT or usage.cached_tokens is not None:
        return False
    beyond = n_tokens - 2 ** int(math.log2(n_tokens))
    return beyond == 0 or (beyond <= _KEPT_ASIDE and n_bytes > _MANY_BYTES * n_tokens)


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
