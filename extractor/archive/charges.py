"""Charges: what tokens cost before they are asked for, and what earlier runs have spent."""

import os
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal

from extractor.archive.attempts import Attempts
from extractor.archive.budget import Spending
from extractor.archive.options import Options
from extractor.errors import UsageError
from extractor.models.endpoint import read_endpoint, service_name
from extractor.prices import FREE_KINDS, Price, known_price

_OPENAI = frozenset({"openai", "openai-responses"})


def prices_of(
    models: Sequence[str], options: Options, *, is_batched: bool = False
) -> list[Price | None]:
    """Return what each model's tokens cost, before it is asked.

    Args:
        models: the models' names.
        options: what the user says.
        is_batched: whether they are asked through a provider's batch interface.

    Raises:
        UsageError: one price is given for several, or one is not known under a budget in money.
    """
    paid = {name for name in models if name.partition("/")[0] not in FREE_KINDS}
    if options.price is not None and len(paid) > 1:
        raise UsageError(
            "--price is of one model, and here are several; name one model, or give no price"
        )
    return [_price(name, options, is_batched=is_batched) for name in models]


def spent_before(attempts: Attempts, prices: Sequence[Price | None]) -> Spending:
    """Return what earlier runs may have cost at most; at a price that was unknown, at today's."""
    return priced(Spending(*attempts.spent()), attempts.unpriced_tokens(), prices)


def priced(spent: Spending, n_unpriced: int, prices: Sequence[Price | None]) -> Spending:
    """Add what those of the tokens may have cost at most whose price was unknown, at today's."""
    dearest = max((max(price.input, price.output) for price in prices if price), default=Decimal(0))
    return spent + Spending(n_unpriced * dearest / 1_000_000, 0)


def _price(name: str, options: Options, *, is_batched: bool) -> Price | None:
    """Return what a model's tokens cost, before it is asked.

    Raises:
        UsageError: that is not known, and there is a budget in money.
    """
    service = None
    if name.partition("/")[0] in _OPENAI:
        with suppress(UsageError):
            service = service_name(read_endpoint(os.environ).base_url)
    price = options.price
    if price is not None:
        return price.batched() if is_batched else price
    price = known_price(name, service=service, is_batched=is_batched)
    price = price or known_price(name, service=service)  # no batch costs more
    if price is None and options.max_cost_usd is not None:
        raise UsageError(
            f"what {name} costs{f' at {service}' if service else ''} is not known, so that "
            "--max-cost cannot hold; give --price INPUT,OUTPUT"
        )
    return price
