"""The terms on which an article is asked about: prompt, limits, and the time until which."""

import time
from dataclasses import dataclass, replace

from extractor.errors import UsageError


@dataclass(frozen=True)
class Terms:
    """What holds for everything that is asked about one article.

    Attributes:
        prompt: the prompt that asks for the draft.
        max_attempts: how many steps a dialogue takes at most.
        context_tokens: what the model's context holds, where that is known.
        until: when all of it has to be over, as `time.monotonic` tells it.
    """

    prompt: str
    max_attempts: int
    context_tokens: int | None
    until: float

    @classmethod
    def beginning(
        cls, *, prompt: str, max_attempts: int, context_tokens: int | None, timeout_s: float
    ) -> "Terms":
        """Return terms whose time begins now.

        Raises:
            UsageError: they leave no attempt, or no time.
        """
        if max_attempts < 1:
            raise UsageError(f"max_attempts is {max_attempts}; give 1 or more")
        if not timeout_s > 0:  # nan, too
            raise UsageError(f"timeout_s is {timeout_s}; give more than 0")
        return cls(prompt, max_attempts, context_tokens, time.monotonic() + timeout_s)

    @property
    def left_s(self) -> float:
        """The seconds that are left; zero or less once the time is up."""
        return self.until - time.monotonic()

    def share(self, of: int) -> "Terms":
        """Return the terms for the first of so many, each of which gets as much time."""
        return self if of == 1 else replace(self, until=time.monotonic() + self.left_s / of)
