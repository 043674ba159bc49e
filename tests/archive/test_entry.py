"""An entry: what a reader gives for each thing that it finds."""

import pytest

from extractor.archive.entry import Entry
from extractor.article import Article


@pytest.mark.parametrize(
    ("article", "fault"), [(None, None), (Article("text"), "broken")], ids=["none", "both"]
)
def test_an_entry_holds_an_article_or_a_fault(article: Article | None, fault: str | None) -> None:
    """Neither both nor none; the message names the place."""
    with pytest.raises(ValueError, match=r"^a\.txt: .*one of the two"):
        Entry("a.txt", article, fault)


def test_an_article_may_be_empty() -> None:
    """It is found, and there is nothing in it."""
    assert Entry("a.txt", Article("")).fault is None
