"""A batch: an archive, a ledger and a model put together."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.archive.answering import RULES, Answering, Rules, Services, n_cores
from extractor.archive.attempts import Attempts
from extractor.archive.budget import Budget, Spending
from extractor.archive.entry import Entry
from extractor.archive.job import State
from extractor.archive.keeping import Gates
from extractor.archive.ledger import Ledger
from extractor.archive.pace import Pace
from extractor.archive.progress import Progress, Watcher
from extractor.archive.recipe import Recipe
from extractor.archive.runner import Limits, Runner
from extractor.archive.screening import Screening
from extractor.errors import UsageError
from extractor.models.base import Model
from extractor.models.catalogue import load_model
from extractor.models.endpoint import read_endpoint, service_name
from extractor.prices import FREE_KINDS, Price, known_price

CONCURRENCY = 16
MAX_OUTPUT_TOKENS = 16_000

_OUTPUT_LIMITS = {
    "openai": "max_completion_tokens",
    "openai-responses": "max_output_tokens",
    "gemini": "max_output_tokens",
    "google": "max_output_tokens",
}
"""What services call the most tokens that an answer may have; the others `max_tokens`."""

_OPENAI = frozenset({"openai", "openai-responses"})
_NO_OUTPUT_LIMIT = frozenset({"bedrock"})


@dataclass(frozen=True)
class Options:
    """How a batch is run; none of it changes an answer.

    Attributes:
        concurrency: articles in work at once; None for 16, or for rules as many as there are cores.
        max_cost_usd: what the ledger's runs together may cost at most.
        max_tokens: how many tokens they may take, input and output together.
        n_articles: how many articles to ask about at most.
        triages: whether articles that plainly tell of no event are left out.
        links: whether near-duplicates are linked, instead of asked about.
        timeout_s: seconds for all replies of an article, waiting in line not counted.
        price: what tokens cost, where it is unknown or otherwise.
        max_output_tokens: how many tokens a reply may have; None leaves it to the service, but
            under a limit it is 16,000.
        give_up_after: after so many articles in a row without an answer the run ends; 0 for never.
    """

    concurrency: int | None = None
    max_cost_usd: Decimal | None = None
    max_tokens: int | None = None
    n_articles: int | None = None
    triages: bool = False
    links: bool = True
    timeout_s: float = 120.0
    price: Price | None = None
    max_output_tokens: int | None = None
    give_up_after: int = 10

    @property
    def is_limited(self) -> bool:
        """Whether there is a budget."""
        return self.max_cost_usd is not None or self.max_tokens is not None


async def run_batch(
    entries: Iterable[Entry],
    *,
    ledger: Path,
    recipe: Recipe,
    options: Options,
    on_start: Callable[[Runner], None] | None = None,
    on_done: Watcher | None = None,
) -> Progress:
    """Extract from all that readers give and that waits in the ledger; begin, resume or extend.

    Args:
        entries: what readers found; may be empty, to finish what waits.
        ledger: the ledger's file.
        recipe: what to ask with.
        options: how to do it.
        on_start: called with the runner, which can be interrupted.
        on_done: called with each article that is done.

    Returns:
        How far it came.

    Raises:
        UsageError: no such model, one price for several, a price that is not known under a budget,
            a ledger in use.
        LedgerError: the ledger cannot be written.
    """
    is_by_rules = list(recipe.models) == [RULES]
    models = [_model(name, options) for name in recipe.models]
    prices = _prices(recipe.models, options)
    concurrency = options.concurrency or (2 * n_cores() if is_by_rules else CONCURRENCY)
    pace = Pace(concurrency)
    with Ledger(ledger, recipe) as kept:
        kept.reopen(_not_left_out(options))
        gates = Gates(
            attempts=kept.attempts,
            budget=Budget(
                max_usd=options.max_cost_usd,
                max_tokens=options.max_tokens,
                spent=_spent(kept.attempts, prices),
            ),
            pace=pace,
            max_output_tokens=options.max_output_tokens or MAX_OUTPUT_TOKENS,
        )
        screening = Screening(kept, triages=options.triages, links=options.links)
        answering: Answering
        if is_by_rules:
            answering = Rules(recipe, screening, n_processes=min(concurrency, n_cores()))
        else:
            answering = Services(
                models, prices, recipe, gates, screening, options.timeout_s, options.price
            )
        limits = Limits(concurrency, options.n_articles, options.give_up_after)
        runner = Runner(kept, answering, gates, limits=limits, on_done=on_done)
        if on_start is not None:
            on_start(runner)
        return await runner.run(entries)


def _spent(attempts: Attempts, prices: Sequence[Price | None]) -> Spending:
    """Return what earlier runs may have cost at most; at a price that was unknown, at today's."""
    usd, n_tokens = attempts.spent()
    dearest = max((max(price.input, price.output) for price in prices if price), default=Decimal(0))
    return Spending(usd + attempts.unpriced_tokens() * dearest / 1_000_000, n_tokens)


def _not_left_out(options: Options) -> Sequence[State]:
    """Return the states of articles that were left out and are not to be, this time."""
    states: list[State] = []
    if not options.triages:
        states.append("skipped")
    if not options.links:
        states.append("duplicate")
    return states


def _model(name: str, options: Options) -> Model:
    kind = name.partition("/")[0]
    limit = options.max_output_tokens or (MAX_OUTPUT_TOKENS if options.is_limited else None)
    if limit is None or kind in FREE_KINDS:
        return load_model(name)
    if kind in _NO_OUTPUT_LIMIT:
        raise UsageError(
            f"{name}: how much it writes cannot be limited from here, so that no budget can hold; "
            "leave out --max-cost, --max-tokens and --max-output-tokens"
        )
    fields: Mapping[str, Any] = {_OUTPUT_LIMITS.get(kind, "max_tokens"): limit}
    return load_model(name, options=fields)


def _prices(models: Sequence[str], options: Options) -> list[Price | None]:
    """Return what each model's tokens cost, before it is asked.

    Raises:
        UsageError: one price is given for several, or one is not known under a budget in money.
    """
    if options.price is not None and len({*models} - {RULES}) > 1:
        raise UsageError("--price is of one model, and here are several; leave one of both out")
    return [_price(name, options) for name in models]


def _price(name: str, options: Options) -> Price | None:
    """Return what a model's tokens cost, before it is asked.

    Raises:
        UsageError: that is not known, and there is a budget in money.
    """
    kind = name.partition("/")[0]
    service = None
    if kind in _OPENAI:
        with suppress(UsageError):
            service = service_name(read_endpoint(os.environ).base_url)
    price = options.price or known_price(name, service=service)
    if price is None and options.max_cost_usd is not None:
        raise UsageError(
            f"what {name} costs{f' at {service}' if service else ''} is not known, so that "
            "--max-cost cannot hold; give --price INPUT,OUTPUT"
        )
    return price
