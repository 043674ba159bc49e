"""Tokens as services report them, read without trust."""

from typing import Any

from extractor.usage import Usage


def read_usage(usage: Any) -> Usage:
    """Read the `usage` of an answer of either interface; what it does not say is None.

    Input has the cached tokens in it and output the reasoning, as OpenAI counts. Where the total is
    more than both, a service counts one of these apart (xAI and Gemini the reasoning, some gateways
    the cache): it goes where it is billed.
    """
    input_tokens = _count(usage, ("prompt_tokens", "input_tokens"))
    output_tokens = _count(usage, ("completion_tokens", "output_tokens"))
    cached = _detail(usage, ("prompt_tokens_details", "input_tokens_details"), "cached_tokens")
    reasoning = _detail(
        usage, ("completion_tokens_details", "output_tokens_details"), "reasoning_tokens"
    )
    total = _count(usage, ("total_tokens",))
    if input_tokens is not None and output_tokens is not None and total is not None:
        apart = max(total - input_tokens - output_tokens, 0)
        if apart == cached:
            input_tokens += apart
        else:
            output_tokens += apart
    return Usage(input_tokens, output_tokens, cached, reasoning)


def _detail(usage: Any, groups: tuple[str, ...], name: str) -> int | None:
    found = (_count(usage.get(group), (name,)) for group in groups) if _is_object(usage) else ()
    return next((count for count in found if count is not None), None)


def _count(node: Any, names: tuple[str, ...]) -> int | None:
    found = (node.get(name) for name in names) if _is_object(node) else ()
    return next((each for each in found if type(each) is int and each >= 0), None)


def _is_object(node: Any) -> bool:
    return isinstance(node, dict)
