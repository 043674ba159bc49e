"""Tokens that asking a model took, and what of them nobody knows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Usage:
    """Tokens of one try, of a reply with all its tries, or of many replies.

    This is the one place that says what is unknown. A service that answers and does not say how
    many tokens it took leaves None, and a sum with None is None. A try that ends without an answer
    after its request has gone out (a lost connection, a deadline, an answer that cannot be read)
    may have been billed, and nobody can tell what: it is counted in `unknown_tries`, beside the
    tokens, which then are what was at least used. Neither is ever taken for zero: where there is
    either, `extractor.prices` gives no exact cost.

    Attributes:
        input_tokens: all that was read, cached tokens included.
        output_tokens: all that was written, reasoning included.
        cached_tokens: those of the input that came from the service's cache.
        reasoning_tokens: those of the output that the reader does not get to see.
        unknown_tries: tries that may have been billed in addition.
    """

    input_tokens: int | None = None
    output_tokens: int | None = None
    cached_tokens: int | None = None
    reasoning_tokens: int | None = None
    unknown_tries: int = 0

    @classmethod
    def of(cls, counts: Mapping[str, int | None]) -> "Usage":
        """Read what `to_json` wrote; what is missing is unknown.

        Raises:
            TypeError: a name that is none of a count.
        """
        tokens = {name: count for name, count in counts.items() if name != "unknown_tries"}
        return replace(cls(), **tokens, unknown_tries=counts.get("unknown_tries") or 0)

    def __add__(self, other: "Usage") -> "Usage":
        """Add token by token; a sum with an unknown part is unknown."""
        return Usage(
            input_tokens=_sum(self.input_tokens, other.input_tokens),
            output_tokens=_sum(self.output_tokens, other.output_tokens),
            cached_tokens=_sum(self.cached_tokens, other.cached_tokens),
            reasoning_tokens=_sum(self.reasoning_tokens, other.reasoning_tokens),
            unknown_tries=self.unknown_tries + other.unknown_tries,
        )

    def to_json(self) -> dict[str, int | None]:
        """Return the counts by name."""
        return {
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "cached_tokens": self.cached_tokens,
            "reasoning_tokens": self.reasoning_tokens,
            "unknown_tries": self.unknown_tries,
        }


NO_TOKENS = Usage(0, 0, 0, 0)
"""What takes nothing: rules, and tries that a service turned away."""

UNKNOWN_TRY = Usage(0, 0, 0, 0, unknown_tries=1)
"""A try that may have been billed."""


def _sum(mine: int | None, others: int | None) -> int | None:
    return None if mine is None or others is None else mine + others
