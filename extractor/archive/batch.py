"""A batch: an archive, a ledger and a model put together."""

from collections.abc import Callable, Iterable
from pathlib import Path

from extractor.archive.answering import Answering, Rules, Services
from extractor.archive.charges import prices_of, spent_before
from extractor.archive.entry import Entry
from extractor.archive.keeping import Gates
from extractor.archive.ledger import Ledger
from extractor.archive.options import MAX_OUTPUT_TOKENS, Options
from extractor.archive.pace import Pace
from extractor.archive.processes import n_cores
from extractor.archive.progress import Progress, Watcher
from extractor.archive.recipe import Recipe
from extractor.archive.runner import Limits, Runner
from extractor.archive.screening import Screening
from extractor.archive.sharing import Shared
from extractor.prices import Price

__all__ = ["CONCURRENCY", "Options", "run_batch"]

CONCURRENCY = 16

_AHEAD = 4
"""To so many requests in flight there is one article more in work: read or checked meanwhile."""

_BEHIND = 16
"""For each process of rules, so many articles wait for it, or for an earlier one that takes long."""


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
    models = [] if recipe.is_by_rules else [options.load(name) for name in recipe.models]
    prices = prices_of(recipe.models, options)
    concurrency = options.concurrency or CONCURRENCY
    n_processes = min(options.concurrency or n_cores(), n_cores())
    shared = options.shared or Shared(pace=Pace(concurrency))
    with Ledger(ledger, recipe) as kept:
        kept.reopen(options.left_out)
        kept.attempts.journal = shared.journal
        gates = _gates(kept, shared, options, prices)
        screening = Screening(kept, triages=options.triages, links=options.links)
        answering: Answering
        if recipe.is_by_rules:
            answering = Rules(recipe, screening, n_processes=n_processes)
            n_in_work = (1 + _BEHIND) * n_processes
        else:
            answering = Services(
                models, prices, recipe, gates, screening, options.timeout_s, options.price
            )
            n_in_work = concurrency + -(-concurrency // _AHEAD)
        limits = Limits(n_in_work, options.n_articles, options.give_up_after)
        runner = Runner(kept, answering, gates, limits=limits, on_done=on_done)
        if on_start is not None:
            on_start(runner)
        progress = await runner.run(entries)
        return _with_batches(progress, kept)


def _gates(kept: Ledger, shared: Shared, options: Options, prices: list[Price | None]) -> Gates:
    """Return what every request has to pass; what earlier runs spent counts against the budget."""
    return Gates(
        attempts=kept.attempts,
        budget=shared.budget or options.budget(spent=spent_before(kept.attempts, prices)),
        pace=shared.pace,
        max_output_tokens=options.max_output_tokens or MAX_OUTPUT_TOKENS,
    )


def _with_batches(progress: Progress, ledger: Ledger) -> Progress:
    """Say what has to be left to a provider's batches, which a live run does not ask again."""
    progress.n_in_batches = ledger.n_in_batches()
    progress.n_batches = len(ledger.submissions.unfinished())
    if progress.n_in_batches and progress.stopped is None:
        progress.stopped = (
            f"{progress.n_in_batches} articles wait for what a batch brings; "
            "the same command with --via batch collects it"
        )
    return progress
