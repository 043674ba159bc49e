"""Triage: what is left out unread is no event, and most ordinary news is."""

from extractor.archive.screening import Skipped, triage
from extractor.article import Article
from extractor.evals.gold import load_gold, packaged_gold
from extractor.figures import find_figures


def is_skipped(article: Article) -> bool:
    """Tell whether the triage leaves an article out."""
    try:
        triage(article, find_figures(article.text, published=article.published))
    except Skipped:
        return True
    return False


def test_no_event_of_the_gold_is_left_out() -> None:
    """Every gold article with an event is asked about."""
    documents = load_gold(packaged_gold())

    lost = [d.name for d in documents if d.has_event and is_skipped(d.article)]

    assert lost == []


def test_at_least_seven_of_ten_ordinary_articles_are_left_out() -> None:
    """That is what the triage is for."""
    ordinary = [Article.read(path) for path in sorted((packaged_gold() / "ordinary").glob("*.txt"))]

    n_skipped = sum(map(is_skipped, ordinary))

    assert len(ordinary) >= 40
    assert n_skipped >= 0.7 * len(ordinary)
