"""Exporting: a ledger's extractions as what exports take."""

from collections.abc import Iterator

from extractor.archive.accounts import Accounts
from extractor.exports import Exported


def exported(accounts: Accounts, *, recipe: int | None = None) -> Iterator[Exported]:
    """Give each extraction with its places; title and address are the first that one of them has.

    Args:
        accounts: the ledger.
        recipe: the number of a recipe; None for the latest of each article.
    """
    for result in accounts.results(recipe=recipe):
        first, *others = result.places
        url = next((each.url for each in result.places if each.url), None)
        also_at = (each.url or each.place for each in others)
        yield Exported(
            article=result.article,
            envelope=result.envelope,
            place=first.place,
            title=next((each.title for each in result.places if each.title), None),
            url=url,
            also_at=tuple(place for place in also_at if place != url),
        )
