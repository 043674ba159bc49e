"""What each stage of `extract(model="rules")` takes: milliseconds for 3,000 characters of gold article.

python -m benchmarks.stages
"""

import time
from collections import defaultdict
from collections.abc import Mapping, Sequence

from extractor import Article, extract
from extractor.checks import Subject, run_checks
from extractor.draft import Draft, resolve
from extractor.evals.gold import load_gold
from extractor.figures import find_figures
from extractor.models.rules.pipeline import draft
from extractor.packaged import packaged_folder

_LENGTH = 3_000
_ROUNDS = 7


class Stopwatch:
    """Seconds of processor time by stage, summed over articles."""

    def __init__(self) -> None:
        """Begin the first stage."""
        self.seconds: dict[str, float] = defaultdict(float)
        self._begun = time.process_time()

    def start(self) -> None:
        """Begin a stage; what has passed since the last one counts for none."""
        self._begun = time.process_time()

    def stop(self, stage: str) -> None:
        """End a stage and begin the next."""
        ended = time.process_time()
        self.seconds[stage] += ended - self._begun
        self._begun = ended


def milliseconds_by_stage(articles: Sequence[Article]) -> Mapping[str, float]:
    """Return the best of a few rounds for each stage, in milliseconds for 3,000 characters."""
    rounds = []
    for _ in range(_ROUNDS):
        watch = Stopwatch()
        for article in articles:
            _take_apart(_fresh(article), watch)
            _take_whole(_fresh(article), watch)
        rounds.append(watch.seconds)
    n_lengths = sum(len(article.text) for article in articles) / _LENGTH
    return {
        stage: 1_000 * min(seconds[stage] for seconds in rounds) / n_lengths for stage in rounds[0]
    }


def _take_apart(article: Article, watch: Stopwatch) -> None:
    watch.start()
    figures = find_figures(article.text, published=article.published)
    watch.stop("find")
    assert article.sentences  # worked out once, by whichever stage asks first
    watch.stop("sentences")
    filled = draft(article, figures)
    watch.stop("rules")
    filled = Draft.model_validate_json(filled.model_dump_json())
    watch.stop("JSON")
    resolution = resolve(filled, article, figures)
    watch.stop("resolve")
    run_checks(Subject(article, figures, resolution))
    watch.stop("checks")


def _take_whole(article: Article, watch: Stopwatch) -> None:
    watch.start()
    extract(article, model="rules")
    watch.stop("all")


def _fresh(article: Article) -> Article:
    """Return the article without what it has worked out about itself."""
    return Article(article.text, article.published, article.name)


def main() -> None:
    """Print the stages of the gold articles, by language."""
    documents = load_gold(packaged_folder("evals") / "gold")
    print(
        f"stages of extract(model='rules'), ms for {_LENGTH:,} characters, best of {_ROUNDS} rounds"
    )
    for language in ("en", "zh"):
        stages = milliseconds_by_stage(
            [each.article for each in documents if each.article.language == language]
        )
        shown = "  ".join(f"{stage} {milliseconds:.2f}" for stage, milliseconds in stages.items())
        print(f"  {language}: {shown}")


if __name__ == "__main__":
    main()
