"""Prices: what tokens cost, in US dollars and exact decimals.

The prices are those that genai-prices brings along, read offline; a price of one's own goes before
them. What cannot be known is None, never zero: an unknown price, tokens that the service did not
say, a try that may have been billed without an answer.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.errors import UsageError
from extractor.record import plain
from extractor.usage import Usage

if TYPE_CHECKING:
    from genai_prices.types import ModelPrice

_PER = Decimal(1_000_000)
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,9})?")
FREE_KINDS = frozenset({"rules", "replay"})
"""Kinds of models that cost nothing."""

_PROVIDERS = {"openai-responses": "openai", "azure_openai": "azure", "gemini": "google"}
"""Kinds of models whose provider bears another name in genai-prices."""

_BATCH = {"processing": "batch"}
_OTHER_BILLING = ("requests_kcount", "input_text_messages_kcount", "output_reasoning_mtok")
"""What some services bill beside, and we do not count."""


@dataclass(frozen=True)
class Price:
    """What a service takes, in US dollars per million tokens.

    Attributes:
        input: for the input.
        output: for the output, reasoning included, as every service bills it.
        cached_input: for input from the service's cache; None where that costs as much as other.
        up_to_tokens: the longest input that this price holds for; None for any.
    """

    input: Decimal
    output: Decimal
    cached_input: Decimal | None = None
    up_to_tokens: int | None = None

    @classmethod
    def parse(cls, text: str) -> "Price":
        """Read `INPUT,OUTPUT` or `INPUT,OUTPUT,CACHED`: `0.25,2` or `0.25,2,0.025`.

        Raises:
            UsageError: the text is something else.
        """
        numbers = [number.strip() for number in text.split(",")]
        if len(numbers) not in {2, 3} or not all(map(_NUMBER.fullmatch, numbers)):
            raise UsageError(
                f"no price: {text!r}; write INPUT,OUTPUT or INPUT,OUTPUT,CACHED in US dollars per "
                "million tokens, such as 0.25,2,0.025"
            )
        of_input, of_output, *of_cached = map(Decimal, numbers)
        return cls(of_input, of_output, of_cached[0] if of_cached else None)

    def batched(self) -> "Price":
        """Return what the batch interface takes where nothing is listed: half, as most do."""
        cached = None if self.cached_input is None else self.cached_input / 2
        return replace(self, input=self.input / 2, output=self.output / 2, cached_input=cached)


FREE = Price(Decimal(0), Decimal(0))


def usd_text(usd: Decimal) -> str:
    """Write US dollars exactly, without an exponent or zeros that say nothing: `0.0123`."""
    return plain(usd.normalize())


@lru_cache(maxsize=256)
def known_price(
    model: str,
    *,
    served_by: str | None = None,
    service: str | None = None,
    is_batched: bool = False,
) -> Price | None:
    """Return what a model costs today, or None where that is not known.

    Rules cost nothing. Neither does a replay: what was paid when it was recorded is not paid again,
    though its usage says what the recording took.

    Args:
        model: as users name it, `openai/gpt-5`.
        served_by: what the service called the model that answered; it knows better.
        service: host and port of the service; without it, the provider that the name begins with.
            A model of the same name somewhere else (Ollama, a gateway) has another price.
        is_batched: whether it was asked through the provider's batch interface.
    """
    kind, _, name = model.partition("/")
    if kind in FREE_KINDS:
        return FREE
    for candidate in filter(None, (served_by, name)):
        price = _listed(candidate, kind, service, is_batched=is_batched)
        if price is not None:
            return price
    return None


def cost_of(usage: Usage, price: Price | None) -> Decimal | None:
    """Return what tokens cost exactly, or None where that cannot be told.

    Cached tokens are part of the input and reasoning tokens of the output: neither counts twice.
    Where a service does not say how much came from its cache, nothing is taken to have done so.
    No tokens at all cost nothing at any price.
    """
    if usage.unknown_tries or usage.input_tokens is None or usage.output_tokens is None:
        return None
    return _cost(usage.input_tokens, usage.output_tokens, usage.cached_tokens or 0, price)


def least_cost_of(usage: Usage, price: Price | None) -> Decimal:
    """Return what tokens cost at least: that part of `cost_of` which is known."""
    cached = usage.cached_tokens or 0
    return _cost(usage.input_tokens or 0, usage.output_tokens or 0, cached, price) or Decimal(0)


def _cost(n_input: int, n_output: int, n_cached: int, price: Price | None) -> Decimal | None:
    if not n_input and not n_output:
        return Decimal(0)
    if price is None or (price.up_to_tokens is not None and n_input > price.up_to_tokens):
        return None
    n_cached = min(n_cached, n_input)
    cached_input = price.input if price.cached_input is None else price.cached_input
    fresh = (n_input - n_cached) * price.input
    return (fresh + n_cached * cached_input + n_output * price.output) / _PER


def _listed(name: str, kind: str, service: str | None, *, is_batched: bool) -> Price | None:
    """Look a model up in genai-prices, which is loaded for that; it reaches no network."""
    from genai_prices import Usage as NoUsage
    from genai_prices import calc_price

    context = _BATCH if is_batched else None
    try:
        if service:
            url = f"https://{service}"
            found = calc_price(NoUsage(), name, provider_api_url=url, price_context=context)
        else:
            provider = _PROVIDERS.get(kind, kind)
            found = calc_price(NoUsage(), name, provider_id=provider, price_context=context)
    except LookupError:
        return None
    variants = found.model.price_variants or ()
    if is_batched and not any(variant.when == _BATCH for variant in variants):
        return None
    return _price(found.model_price)


def _price(listed: "ModelPrice") -> Price | None:
    """Read a listed price; None where it depends on more than the tokens that we count."""
    from genai_prices.types import TieredPrices

    parts = (listed.input_mtok, listed.output_mtok, listed.cache_read_mtok)
    tiered = [part for part in parts if isinstance(part, TieredPrices)]
    of_input, of_output, of_cached = (
        part.base if isinstance(part, TieredPrices) else part for part in parts
    )
    if of_input is None or of_output is None:
        return None
    if any(getattr(listed, name) is not None for name in _OTHER_BILLING):
        return None
    starts = [tier.start for part in tiered for tier in part.tiers]
    return Price(of_input, of_output, of_cached, up_to_tokens=min(starts, default=None))
