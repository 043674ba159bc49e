"""How sure a mean over a few dozen documents is, and whether two models can be told apart.

Documents are resampled, never leaves: those of one article stand and fall together.

Source: percentile bootstrap (B. Efron, 1979) and the paired sign-flip permutation test (R. A. Fisher,
1935); documents as the sampling unit after E. Miller, "Adding error bars to evals", arXiv 2411.00640.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

DRAWS = 10_000
_SEED = 0  # the same scores give the same intervals, to the digit
_LEVEL = 0.95


@dataclass(frozen=True)
class Difference:
    """By how much one model's documents score above another's, pair by pair.

    Attributes:
        mean: the mean difference of the paired scores.
        low: the lower end of its 95% interval.
        high: the upper end.
        p_value: how often chance signs alone give a mean as far from zero.
    """

    mean: float
    low: float
    high: float
    p_value: float

    @property
    def is_separable(self) -> bool:
        """Whether the documents tell the two apart: the interval leaves out zero, and p < 0.05."""
        return (self.low > 0 or self.high < 0) and self.p_value < 1 - _LEVEL


def mean_interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95% bootstrap interval of the mean of one score per document.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("an interval needs at least one document")
    rng = random.Random(_SEED)  # noqa: S311  no secret hangs on it
    means = sorted(fmean(rng.choices(values, k=len(values))) for _ in range(DRAWS))
    tail = round(DRAWS * (1 - _LEVEL) / 2)
    return means[tail], means[-tail - 1]


def paired_difference(values: Sequence[float], others: Sequence[float]) -> Difference:
    """Compare two models on the same documents, given one score per document in the same order.

    Raises:
        ValueError: there are no documents, or not the same number on both sides.
    """
    differences = [value - other for value, other in zip(values, others, strict=True)]
    low, high = mean_interval(differences)
    mean = fmean(differences)
    rng = random.Random(_SEED)  # noqa: S311
    reach = abs(sum(differences)) - 1e-12  # a sum in another order may differ in the last bit
    n_as_far = sum(
        abs(sum(value if rng.random() < 0.5 else -value for value in differences)) >= reach
        for _ in range(DRAWS)
    )
    return Difference(mean, low, high, (n_as_far + 1) / (DRAWS + 1))
