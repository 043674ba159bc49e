"""The articles that the benchmark of archives makes."""

from benchmarks.archive import entries


def test_no_article_repeats_another():
    """An article that was met before would be linked, and cost nothing."""
    made = list(entries(70, folders=("gold", "gold/ordinary")))

    assert len({entry.article.sha256 for entry in made if entry.article}) == 70


def test_other_news_stands_between_the_events():
    """With ordinary news, sixty-three articles come by before the first comes again."""
    texts = [
        entry.article.text.rpartition("\n")[0]
        for entry in entries(64, folders=("gold", "gold/ordinary"))
        if entry.article
    ]

    assert len(set(texts)) == 63
    assert texts[63] == texts[0]
