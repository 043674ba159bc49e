"""The archive that the benchmark makes."""

from benchmarks.archive import entries


def test_no_article_of_the_archive_repeats_another() -> None:
    """Else near-duplicates would be linked, and nothing measured."""
    made = list(entries(70, n_other=1))

    assert len({entry.article and entry.article.text for entry in made}) == 70


def test_other_news_stands_between_the_articles_of_events() -> None:
    """As many articles of it as are asked for."""
    made = [entry.article.text[:40] for entry in entries(40, n_other=3) if entry.article]
    gold = [entry.article.text[:40] for entry in entries(10) if entry.article]

    assert made[3::4] == gold
    assert not set(gold) & {text for number, text in enumerate(made) if number % 4 != 3}
