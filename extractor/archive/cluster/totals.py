"""Totals: what the work on a partition came to, as it is sent and as it is kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Self

from extractor.archive.budget import Spending
from extractor.archive.job import Admitted, State


@dataclass(frozen=True)
class Spent:
    """What requests may have cost at most.

    Attributes:
        usd: US dollars, of those whose price is known.
        tokens: input and output together.
        unpriced_tokens: those of them whose price is not known.
    """

    usd: Decimal = Decimal(0)
    tokens: int = 0
    unpriced_tokens: int = 0

    def __add__(self, other: "Spent") -> "Spent":
        """Add up."""
        return Spent(
            self.usd + other.usd,
            self.tokens + other.tokens,
            self.unpriced_tokens + other.unpriced_tokens,
        )

    @property
    def priced(self) -> Spending:
        """Money and tokens, without what is not known."""
        return Spending(self.usd, self.tokens)


@dataclass(frozen=True)
class Totals:
    """What the work on a partition came to.

    Attributes:
        partition: its number.
        states: how many articles are in which state.
        admitted: what the partition holds.
        n_waiting: how many articles are still to be done; then there is no partition yet.
        spent: what its requests may have cost at most.
        error: what ended the work on it, which no other partition would get past either.
        is_misuse: whether that is the user's to mend.
    """

    partition: int
    states: Counter[State] = field(default_factory=Counter)
    admitted: Admitted = Admitted()  # noqa: RUF009  it is frozen
    n_waiting: int = 0
    spent: Spent = Spent()
    error: str | None = None
    is_misuse: bool = False

    @property
    def is_done(self) -> bool:
        """Whether the partition is there."""
        return not self.n_waiting and self.error is None

    @classmethod
    def of_json(cls, value: Mapping[str, Any]) -> Self:
        """Read totals as `to_json` writes them."""
        spent = value["spent"]
        return cls(
            partition=value["partition"],
            states=Counter(value["states"]),
            admitted=Admitted(**value["admitted"]),
            n_waiting=value["n_waiting"],
            spent=Spent(Decimal(spent["usd"]), spent["tokens"], spent["unpriced_tokens"]),
            error=value["error"],
            is_misuse=value["is_misuse"],
        )

    def to_json(self) -> dict[str, Any]:
        """Return them as JSON, money as text."""
        return {
            "partition": self.partition,
            "states": dict(self.states),
            "admitted": vars_of(self.admitted),
            "n_waiting": self.n_waiting,
            "spent": {**vars(self.spent), "usd": str(self.spent.usd)},
            "error": self.error,
            "is_misuse": self.is_misuse,
        }


def vars_of(admitted: Admitted) -> dict[str, int]:
    """Return the counts by name; it has slots, so that `vars` does not."""
    return {
        "added": admitted.added,
        "known": admitted.known,
        "unreadable": admitted.unreadable,
    }
