"""The budget: money and tokens that a run may take, with the worst case of what is in flight."""

import asyncio
import json
from dataclasses import dataclass
from decimal import Decimal

from extractor.archive.stops import BudgetSpent
from extractor.exchange import Request
from extractor.prices import Price, cost_of, usd_text
from extractor.usage import Usage

_EXTRA_BYTES = 2_000
"""What a service may add: roles, the words around a tool, its own instructions about a format."""


@dataclass(frozen=True)
class Spending:
    """Money and tokens.

    Attributes:
        usd: US dollars; None where the price is not known.
        tokens: input and output together.
    """

    usd: Decimal | None
    tokens: int

    def __add__(self, other: "Spending") -> "Spending":
        """Add up; an unknown part of the money makes the sum unknown."""
        usd = None if self.usd is None or other.usd is None else self.usd + other.usd
        return Spending(usd, self.tokens + other.tokens)

    def __sub__(self, other: "Spending") -> "Spending":
        """Take something off again."""
        usd = None if self.usd is None or other.usd is None else self.usd - other.usd
        return Spending(usd, self.tokens - other.tokens)


NOTHING = Spending(Decimal(0), 0)

_SCHEMA_BYTES: dict[str, int] = {}
"""By the schema's name; there are two, and each is always the same."""


class Budget:
    """What may be spent, of which the worst case is set aside before each request.

    The sum of what is spent and what is set aside never passes a limit; so neither does what is
    spent, as long as a service writes no more than it is asked to and says what it took.

    Args:
        max_usd: US dollars, those of earlier runs on the ledger included; None for no limit.
        max_tokens: tokens, likewise.
        spent: what earlier runs may have cost at most.
        aside: the worst case of requests that earlier runs made and that are still in flight.
    """

    def __init__(
        self,
        *,
        max_usd: Decimal | None = None,
        max_tokens: int | None = None,
        spent: Spending = NOTHING,
        aside: Spending = NOTHING,
    ) -> None:
        self._max_usd = max_usd
        self._max_tokens = max_tokens
        self._spent = spent
        self._aside = aside
        self._changed = asyncio.Event()
        self._line = asyncio.Lock()

    @property
    def is_limited(self) -> bool:
        """Whether there is a limit at all."""
        return self._max_usd is not None or self._max_tokens is not None

    @property
    def is_in_money(self) -> bool:
        """Whether there is a limit in money."""
        return self._max_usd is not None

    @property
    def spent(self) -> Spending:
        """What may have been spent at most, without what is in flight."""
        return self._spent

    async def set_aside(self, worst: Spending) -> None:
        """Set the worst case of a request aside, once there is room for it.

        Requests wait in line while others are in flight that may cost less than was set aside.

        Raises:
            BudgetSpent: there is no room, and nothing in flight that might make some.
        """
        if not self.is_limited:
            return
        async with self._line:
            while self._aside.tokens and not self._fits(worst):
                self._changed.clear()
                await self._changed.wait()
            self.set_aside_now(worst)

    def set_aside_now(self, worst: Spending) -> None:
        """Set the worst case of a request aside, where there is room for it at once.

        Raises:
            BudgetSpent: there is none.
        """
        if not self.is_limited:
            return
        if not self._fits(worst):
            raise BudgetSpent(self._said(worst))
        self._aside += worst

    def settle(self, worst: Spending, actual: Spending) -> None:
        """Replace what was set aside by what a request may have cost at most."""
        if self.is_limited:
            self._aside -= worst
            self._changed.set()
        self._spent += actual

    def _fits(self, worst: Spending) -> bool:
        total = self._spent + self._aside + worst
        fits_tokens = self._max_tokens is None or total.tokens <= self._max_tokens
        fits_money = self._max_usd is None or (total.usd is not None and total.usd <= self._max_usd)
        return fits_tokens and fits_money

    def _said(self, worst: Spending) -> str:
        if self._max_tokens is not None and self._spent.tokens + worst.tokens > self._max_tokens:
            return (
                f"the budget of {self._max_tokens:,} tokens is used: {self._spent.tokens:,} may be "
                f"spent, and the next request might take {worst.tokens:,}"
            )
        spent, most = (
            "an unknown sum" if usd is None else f"${usd_text(usd)}"
            for usd in (self._spent.usd, worst.usd)
        )
        return (
            f"the budget of ${self._max_usd} is used: {spent} may be spent, and the next request "
            f"might cost {most}"
        )


def worst_case(request: Request, price: Price | None, *, max_output_tokens: int) -> Spending:
    """Return what one try of a request costs at most.

    A token is a byte at least, so that the bytes of messages and schema bound the input.

    Args:
        request: the request.
        price: what tokens cost; None where that is not known.
        max_output_tokens: what the service is told to write at most.
    """
    n_bytes = sum(len(message.content.encode("utf-8", "replace")) for message in request.messages)
    n_input = n_bytes + _schema_bytes(request) + _EXTRA_BYTES
    usd = cost_of(Usage(n_input, max_output_tokens, 0, 0), price)
    return Spending(usd, n_input + max_output_tokens)


def _schema_bytes(request: Request) -> int:
    """Return how long a schema is, written with spaces as some do."""
    size = _SCHEMA_BYTES.get(request.schema_name)
    if size is None:
        size = _SCHEMA_BYTES[request.schema_name] = len(json.dumps(request.schema).encode())
    return size
