"""Exporting: a ledger's extractions as what exports take."""

from collections.abc import Iterator

from extractor.archive.accounts import Accounts
from extractor.exports import Exported


def exported(accounts: Accounts, *, recipe: int | None = None) -> Iterator[Exported]:
    """Give each extraction with its places.

    Args:
        accounts: the ledger.
        recipe: the number of a recipe; None for the latest of each article.
    """
    for result in accounts.results(recipe=recipe):
        first, *others = result.places
        yield Exported(
            article=result.article,
            envelope=result.envelope,
            place=first.place,
            title=first.title,
            url=first.url,
            also_at=tuple(other.url or other.place for other in others),
        )
