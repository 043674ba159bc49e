"""How far a run is: what is done, what waits, what it has cost."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from extractor.archive.job import Admitted, State


@dataclass(frozen=True)
class Done:
    """An article that a run is done with.

    Attributes:
        place: where it stands.
        state: what has become of it.
        reason: why there is no event, or why it failed.
    """

    place: str
    state: State
    reason: str | None = None


@dataclass
class Progress:
    """How far a run is.

    Attributes:
        admitted: what the sources held.
        states: how many articles this run has brought to which state.
        n_waiting: how many are still to be done, as far as read.
        is_read: whether the sources have been read to their end.
        spent_usd: what all runs on the ledger may have cost at most; None where it is not known.
        spent_tokens: the tokens, likewise.
        n_batches: how many of a provider's batches are open.
        n_in_batches: how many articles wait for them.
        stopped: why the run ended before its end, in one line; None where it did not.
        was_interrupted: whether somebody asked it to.
        started: when it began, as `time.monotonic` tells it.
    """

    admitted: Admitted = Admitted()  # noqa: RUF009  it is frozen
    states: Counter[State] = field(default_factory=Counter)
    n_waiting: int = 0
    is_read: bool = False
    spent_usd: Decimal | None = Decimal(0)
    spent_tokens: int = 0
    n_batches: int = 0
    n_in_batches: int = 0
    stopped: str | None = None
    was_interrupted: bool = False
    started: float = field(default_factory=time.monotonic)

    @property
    def n_done(self) -> int:
        """How many articles this run is done with."""
        return self.states.total()

    @property
    def rate(self) -> float:
        """How many articles a second it does."""
        return self.n_done / max(time.monotonic() - self.started, 0.001)

    @property
    def left_s(self) -> float | None:
        """In how many seconds it will be done; None where that cannot be told, or it has ended."""
        is_known = self.is_read and self.n_done and self.n_waiting
        if not is_known or self.stopped is not None:
            return None
        return self.n_waiting / self.rate


Watcher = Callable[[Done, Progress], None]
"""Called with each article that a run is done with."""
