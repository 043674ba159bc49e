"""The terms on which an article is asked about: prompt, limits, and the time until which."""

import time
from dataclasses import dataclass, replace


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

    @property
    def left_s(self) -> float:
        """The seconds that are left; zero or less once the time is up."""
        return self.until - time.monotonic()

    def share(self, of: int) -> "Terms":
        """Return the terms for the first of so many, each of which gets as much time."""
        return replace(self, until=time.monotonic() + self.left_s / of)
