"""Other batches: open ones in a ledger that a run would not collect, as they are of another recipe."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from operator import attrgetter
from typing import Any

from extractor.archive.accounts import Accounts
from extractor.archive.recipe import Recipe
from extractor.errors import UsageError


def left_to_others(accounts: Accounts, recipe: Recipe | None = None) -> Iterator[str]:
    """Say of each recipe that has open batches who collects them, in one line.

    Args:
        accounts: the ledger.
        recipe: what is asked with now; without one, only batches are told of that no run with this
            version of the package collects.
    """
    known = [totals.recipe for totals in accounts.totals()]
    for number, batches in groupby(
        sorted(accounts.open_batches(), key=attrgetter("recipe")), attrgetter("recipe")
    ):
        content = known[number - 1]
        sizes = [batch.n_requests for batch in batches]
        is_ours = recipe is not None and content == recipe.content
        is_of_this_version = _is_of_this_version(content)
        if is_ours or (recipe is None and is_of_this_version):
            continue
        who = (
            "a run with its model, prompt and limits collects them"
            if is_of_this_version
            else "only that version of the package collects them; to ask anew instead: "
            f"extractor retry {accounts.path} --where in_batch --recipe {number}"
        )
        yield (
            f"{sum(sizes)} requests are in batches ({len(sizes)} open) of {_named(content)}: {who}"
        )


def _is_of_this_version(content: Mapping[str, Any]) -> bool:
    """Tell whether this version of the package asks the same, if it is told the same."""
    with suppress(UsageError):
        today = Recipe(
            content["models"],
            content["versions"].get("prompt", ""),
            content["max_attempts"],
            content["context_tokens"],
        )
        return today.content == content
    return False


def _named(content: Mapping[str, Any]) -> str:
    versions = content["versions"]
    models = ", ".join(content["models"])
    return f"{models} with {versions.get('prompt')} (figurebook {versions.get('figurebook')})"
