"""Other recipes: what a run goes on with in a ledger, and what not, as it was begun with another one."""

from collections.abc import Iterator
from pathlib import Path

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
        who = f"collected by: {_command(accounts.path, kept)} --via batch"
        if not kept.is_of_this_version:
            who = (
                "only that version of the package collects them; to ask anew instead: "
                f"extractor retry {accounts.path} --where in_batch --recipe {kept.number}"
            )
        yield f"{sum(sizes)} requests are in batches ({len(sizes)} open) of {kept}: {who}"


def taken_over(accounts: Accounts, recipe: Recipe) -> Iterator[str]:
    """Say of each other version of a recipe how many articles it leaves to this one, in one line.

    Args:
        accounts: the ledger, before the run.
        recipe: what is asked with now.
    """
    for kept, n_waiting in accounts.left_to(recipe):
        yield f"{n_waiting} that wait for {kept} are asked about by this version"


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
        if n_waiting and kept.number not in in_batches and not kept.is_what(recipe):
            yield told(accounts.path, kept, n_waiting, what="another recipe")


def told(path: Path, kept: KeptRecipe, n_waiting: int, *, what: str = "") -> str:
    """Say how to go on with what waits for a recipe, in one line.

    Args:
        path: the ledger.
        kept: the recipe.
        n_waiting: how many articles wait for it.
        what: what it is called, where the command alone does not tell.
    """
    if kept.can_be_asked:
        return f"{n_waiting} wait for{' ' * bool(what)}{what}: {_command(path, kept)}"
    return f"{n_waiting} wait for {kept}; to ask this version about them, give their SOURCE"


def _others(accounts: Accounts, recipe: Recipe | None) -> Iterator[KeptRecipe]:
    for number, totals in enumerate(accounts.totals(), start=1):
        if recipe is None or totals.recipe != recipe.content:
            yield KeptRecipe(number, totals.recipe)


def _command(path: Path, kept: KeptRecipe) -> str:
    return f"extractor batch --ledger {path} {kept.options}"
