"""How many articles of 3,000 characters a second `extract(model="rules")` takes, all checks included.

python -m benchmarks.extraction
"""

import time
from collections.abc import Sequence

from extractor import Article, extract
from extractor.evals.gold import load_gold
from extractor.packaged import packaged_folder

ARTICLE_CHARS = 3_000
ROUNDS = 10


def articles_per_second(articles: Sequence[Article], *, rounds: int = ROUNDS) -> float:
    """Return articles of 3,000 characters a second of processor time, by the best round of each.

    Processor time is that of the whole process: `extract` waits for a thread of its own. An article
    takes milliseconds, so that one of its rounds is left alone even by a busy machine.
    """
    n_chars = sum(len(article.text) for article in articles)
    seconds = sum(min(_seconds(article) for _ in range(rounds)) for article in articles)
    return n_chars / ARTICLE_CHARS / seconds


def _seconds(article: Article) -> float:
    fresh = Article(article.text, article.published, article.name)  # nothing worked out yet
    begun = time.process_time()
    extract(fresh, model="rules")
    return time.process_time() - begun


def main() -> None:
    """Print the rate on the gold articles, by language."""
    documents = load_gold(packaged_folder("evals") / "gold")
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
