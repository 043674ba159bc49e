"""How many articles of 3,000 characters a second `extract(model="rules")` takes, all checks included.

python -m benchmarks.extraction
"""

import time
from pathlib import Path

from extractor import Article, extract
from extractor.evals.gold import load_gold
from extractor.packaged import packaged_folder

ARTICLE_CHARS = 3_000
ROUNDS = 5


def articles_per_second(articles: list[Article], *, rounds: int = ROUNDS) -> float:
    """Return the best of a few rounds, in articles of 3,000 characters a second."""
    n_chars = sum(len(article.text) for article in articles)
    times = []
    for _ in range(rounds):
        fresh = [Article(article.text, article.published, article.name) for article in articles]
        start = time.perf_counter()
        for article in fresh:
            extract(article, model="rules")
        times.append(time.perf_counter() - start)
    return n_chars / ARTICLE_CHARS / min(times)


def main() -> None:
    """Print the rate on the gold articles, by language."""
    documents = load_gold(Path(packaged_folder("evals")) / "gold")
    extract(documents[0].article, model="rules")  # loads what is loaded once
    for language in ("en", "zh"):
        articles = [
            document.article
            for document in documents
            if document.source is not None and document.source.language == language
        ]
        rate = articles_per_second(articles)
        print(
            f"extract(model='rules'), {language}: {rate:,.0f} articles of {ARTICLE_CHARS:,} characters a second"
        )


if __name__ == "__main__":
    main()
