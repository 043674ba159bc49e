"""How honest the evals' statistics are: `python -m benchmarks.coverage`.

For scores drawn from known distributions, with 10 to 200 documents: how often the 95% interval holds
the true mean, and how often two models of equal mean are called different. Written as Markdown.
"""

import random
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import product
from statistics import fmean
from typing import NamedTuple

from extractor.evals.statistics import mean_interval, paired_difference

SIZES = (10, 20, 50, 200)
N_SAMPLES = 500
DRAWS = 400

_Draw = Callable[[random.Random], float]


def even(rng: random.Random) -> float:
    """A middling model: Beta(8, 2), mean 0.8."""
    return rng.betavariate(8, 2)


def ceiling(rng: random.Random) -> float:
    """A strong model: half of its documents perfect, the rest Beta(19, 1); mean 0.975."""
    return 1.0 if rng.random() < 0.5 else rng.betavariate(19, 1)


def rare_failures(rng: random.Random) -> float:
    """A strong model that fails on one document of twenty; mean 0.92625."""
    return 0.0 if rng.random() < 0.05 else ceiling(rng)


DISTRIBUTIONS: dict[str, tuple[_Draw, float]] = {
    "even": (even, 0.8),
    "ceiling": (ceiling, 0.975),
    "rare failures": (rare_failures, 0.95 * 0.975),
}


class Row(NamedTuple):
    """What was measured for one distribution and number of documents, as shares of the samples."""

    distribution: str
    n_documents: int
    covered: float
    false_alarms: float
    by_more_than_one: float


def measure(distribution: str, n_documents: int, *, n_samples: int, draws: int) -> Row:
    """Draw samples and count how often interval and verdict are right."""
    draw, mean = DISTRIBUTIONS[distribution]
    rng = random.Random(f"{distribution} {n_documents}")
    covered, alarms, firm = [], [], []
    for _ in range(n_samples):
        scores = [draw(rng) for _ in range(n_documents)]
        others = [draw(rng) for _ in range(n_documents)]
        low, high = mean_interval(scores, draws=draws)
        covered.append(low <= mean <= high)
        difference = paired_difference(scores, others, draws=draws)
        alarms.append(difference.is_separable)
        firm.append(difference.is_separable and difference.hangs_on is None)
    return Row(distribution, n_documents, fmean(covered), fmean(alarms), fmean(firm))


def main() -> None:
    """Print the table."""
    cells = list(product(DISTRIBUTIONS, SIZES))
    run = partial(measure, n_samples=N_SAMPLES, draws=DRAWS)
    with ProcessPoolExecutor(max_workers=2) as pool:
        rows = list(pool.map(run, *zip(*cells, strict=True)))
    out = sys.stdout.write
    out(f"{N_SAMPLES} samples of each kind, {DRAWS} draws an interval.\n\n")
    out("| scores | articles | intervals that hold the mean | false alarms | of them firm |\n")
    out("|---|--:|--:|--:|--:|\n")
    for row in rows:
        out(
            f"| {row.distribution} | {row.n_documents} | {row.covered:.1%} "
            f"| {row.false_alarms:.1%} | {row.by_more_than_one:.1%} |\n"
        )


if __name__ == "__main__":
    main()
