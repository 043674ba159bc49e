"""A run through a provider's batch interface: an archive, a ledger and a provider put together."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from extractor.archive.batches.advancer import Advancer, Allowed
from extractor.archive.batches.provider import Provider
from extractor.archive.batches.replies import Replies
from extractor.archive.batches.rounds import BatchAudience, Rounds, Schedule
from extractor.archive.batches.service import BatchService
from extractor.archive.budget import Budget
from extractor.archive.charges import prices_of, spent_before
from extractor.archive.entry import Entry
from extractor.archive.ledger import Ledger
from extractor.archive.options import MAX_OUTPUT_TOKENS, Options
from extractor.archive.progress import Progress
from extractor.archive.recipe import Recipe
from extractor.archive.screening import Screening
from extractor.errors import UsageError
from extractor.models.endpoint import read_endpoint
from extractor.models.openai import OpenAIModel
from extractor.models.sdk_transport import sdk_client

_KINDS = frozenset({"openai", "openai-responses"})


async def run_in_batches(  # noqa: PLR0913
    entries: Iterable[Entry],
    *,
    ledger: Path,
    recipe: Recipe,
    options: Options,
    schedule: Schedule,
    audience: BatchAudience,
    on_start: Callable[[Rounds], None],
) -> Progress:
    """Extract from all that readers give and that waits in the ledger; begin, resume or extend.

    What live runs have been answered is not asked again, nor the other way round.

    Args:
        entries: what readers found; may be empty, to finish what waits.
        ledger: the ledger's file.
        recipe: what to ask with.
        options: how to do it; concurrency and time limits say nothing here.
        schedule: when to look at batches.
        audience: who is told how far it is.
        on_start: called with the rounds, which can be interrupted.

    Returns:
        How far it came.

    Raises:
        UsageError: a model without a batch interface, one price for several, a price that is not
            known under a budget, a ledger in use.
        LedgerError: the ledger cannot be written.
    """
    provider = _provider(ledger, recipe, options)
    with Ledger(ledger, recipe) as kept:
        kept.reopen(options.left_out)
        budget = _budget(kept, provider, options)
        rounds = Rounds(kept, provider, budget, schedule=schedule, audience=audience)
        screening = Screening(kept, triages=options.triages, links=options.links)
        advancer = Advancer(
            kept,
            Replies(kept.attempts, recipe, screening, options.price),
            rounds.submitter,
            allowed=Allowed(
                provider.prices, options.max_output_tokens or MAX_OUTPUT_TOKENS, options.n_articles
            ),
            on_ended=rounds.note_ending,
        )
        on_start(rounds)
        return await rounds.run(entries, advancer)


def _budget(kept: Ledger, provider: Provider, options: Options) -> Budget:
    """Return what may be spent yet: what open batches may cost at worst is put aside, not spent."""
    aside = kept.submissions.worst()
    return Budget(
        max_usd=options.max_cost_usd,
        max_tokens=options.max_tokens,
        spent=spent_before(kept.attempts, list(provider.prices.values())) - aside,
        aside=aside,
    )


def _provider(ledger: Path, recipe: Recipe, options: Options) -> Provider:
    """Return the provider whose batch interface is used.

    Raises:
        UsageError: a model has none, or there is no key.
    """
    others = [name for name in recipe.models if name.partition("/")[0] not in _KINDS]
    if others:
        raise UsageError(
            f"{others[0]} has no batch interface that is known here; --via batch takes openai/NAME "
            "or openai-responses/NAME"
        )
    client = sdk_client(read_endpoint(os.environ))
    models = {}
    for name in recipe.models:
        model = options.load(name, client=client)
        assert isinstance(model, OpenAIModel)  # noqa: S101  its name says so
        models[name] = model
    prices = dict(
        zip(recipe.models, prices_of(recipe.models, options, is_batched=True), strict=True)
    )
    folder = ledger.with_name(f"{ledger.name}-batches")
    return Provider(BatchService(client), models, prices, folder)
