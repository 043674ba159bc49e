"""Other recipes: what a run does not go on with in a ledger, as it was begun with another one."""

from collections.abc import Iterator

from extractor.archive.accounts import Accounts
from extractor.archive.kept_recipe import KeptRecipe
from extractor.archive.recipe import Recipe


def uncollected(accounts: Accounts, recipe: Recipe | None = None) -> Iterator[str]:
    """Say of each other recipe that has open batches who collects them, in one line.

    Args:
        accounts: the ledger.
        recipe: what is asked with now; without one, only batches are told of that no run with this
            version of the package collects.
    """
    open_ones = accounts.open_batches()
    for kept in _others(accounts, recipe):
        sizes = [batch.n_requests for batch in open_ones if batch.recipe == kept.number]
        if not sizes or (recipe is None and kept.is_of_this_version):
            continue
        who = f"collected by: {_command(accounts, kept)} --via batch"
        if not kept.is_of_this_version:
            who = (
                "only that version of the package collects them; to ask anew instead: "
                f"extractor retry {accounts.path} --where in_batch --recipe {kept.number}"
            )
        yield f"{sum(sizes)} requests are in batches ({len(sizes)} open) of {kept}: {who}"


def unfinished(accounts: Accounts, recipe: Recipe) -> Iterator[str]:
    """Say of each other recipe for which articles wait how to go on with it, in one line.

    Args:
        accounts: the ledger.
        recipe: what is asked with now.
    """
    in_batches = {batch.recipe for batch in accounts.open_batches()}
    totals = accounts.totals()
    for kept in _others(accounts, recipe):
        n_waiting = totals[kept.number - 1].states["pending"]
        if not n_waiting or kept.number in in_batches:
            continue
        if kept.is_of_this_version:
            yield f"{n_waiting} wait for another recipe: {_command(accounts, kept)}"
        else:
            yield f"{n_waiting} wait for {kept}; to ask this version about them, give their SOURCE"


def _others(accounts: Accounts, recipe: Recipe | None) -> Iterator[KeptRecipe]:
    for number, totals in enumerate(accounts.totals(), start=1):
        if recipe is None or totals.recipe != recipe.content:
            yield KeptRecipe(number, totals.recipe)


def _command(accounts: Accounts, kept: KeptRecipe) -> str:
    return f"extractor batch --ledger {accounts.path} {kept.options}"
