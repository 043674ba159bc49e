"""Other batches: open ones in a ledger that a run would not collect, as they are of another recipe."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from extractor.archive.accounts import Accounts
from extractor.archive.kept_recipe import KeptRecipe
from extractor.archive.recipe import Recipe


def left_to_others(accounts: Accounts, recipe: Recipe | None = None) -> Iterator[str]:
    """Say of each recipe that has open batches who collects them, in one line.

    Args:
        accounts: the ledger.
        recipe: what is asked with now; without one, only batches are told of that no run with this
            version of the package collects.
    """
    contents = [totals.recipe for totals in accounts.totals()]
    for number, batches in groupby(
        sorted(accounts.open_batches(), key=attrgetter("recipe")), attrgetter("recipe")
    ):
        kept = KeptRecipe(number, contents[number - 1])
        sizes = [batch.n_requests for batch in batches]
        is_collected = recipe is None or kept.content == recipe.content
        if kept.is_of_this_version and is_collected:
            continue
        command = f"extractor batch --ledger {accounts.path} --via batch {kept.options}"
        who = f"collected by: {command}"
        if not kept.is_of_this_version:
            who = (
                "only that version of the package collects them; to ask anew instead: "
                f"extractor retry {accounts.path} --where in_batch --recipe {number}"
            )
        yield f"{sum(sizes)} requests are in batches ({len(sizes)} open) of {kept}: {who}"
