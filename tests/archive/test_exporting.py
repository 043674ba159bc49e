"""Exporting: what a ledger says of where an article stands."""

from pathlib import Path

import pytest

from extractor import extract
from extractor.archive.accounts import Accounts
from extractor.archive.entry import Entry
from extractor.archive.exporting import exported
from extractor.archive.ledger import Ledger
from extractor.archive.outcome import Outcome
from extractor.archive.recipe import Recipe
from extractor.article import Article

ARTICLE = Article("Norvale signed 40 projects at the 2023 Norvale Fair.", name="norvale")
BARE = Entry("norvale.txt", ARTICLE)
TOLD = Entry("news.csv!1", ARTICLE, title="Norvale signs", url="https://a/1")
AGAIN = Entry("news.csv!2", ARTICLE, title="Signed!", url="https://b/2")


@pytest.mark.parametrize(
    ("entries", "place", "title", "url", "also_at"),
    [
        ([BARE], "norvale.txt", None, None, ()),
        ([TOLD, BARE], "news.csv!1", "Norvale signs", "https://a/1", ("norvale.txt",)),
        ([BARE, TOLD], "norvale.txt", "Norvale signs", "https://a/1", ()),
        (
            [BARE, TOLD, AGAIN],
            *("norvale.txt", "Norvale signs", "https://a/1", ("https://b/2",)),
        ),
    ],
    ids=["nowhere", "at first", "later", "several times"],
)
def test_title_and_address_are_the_first_that_are_known(
    ledger_path: Path, entries, place, title, url, also_at
) -> None:
    """Whichever place tells them; the other addresses stand beside."""
    with Ledger(ledger_path, Recipe(("rules",))) as ledger:
        ledger.admit(entries)
        (job,) = ledger.waiting(after=0, limit=9)
        ledger.finish(job, Outcome.of(extract(ARTICLE, model="rules")))

    with Accounts(ledger_path) as accounts:
        (one,) = exported(accounts)

    assert (one.place, one.title, one.url, one.also_at) == (place, title, url, also_at)
