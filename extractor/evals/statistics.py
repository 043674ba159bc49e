"""How sure a mean over a few dozen documents is, and whether two models can be told apart.

Documents are resampled, never leaves: those of one article stand and fall together. How often the
intervals hold the truth and the test cries wolf is measured by `python -m benchmarks.coverage`.

Sources: percentile bootstrap (B. Efron, 1979) with its tails widened for few documents (T. Hesterberg,
"What Teachers Should Know About the Bootstrap", 2015, section 5.3, the expanded percentile interval);
paired sign-flip permutation test (R. A. Fisher, 1935); Wilson's interval (E. B. Wilson, 1927); exact
McNemar test; S. Holm (1979); documents as the sampling unit after E. Miller, "Adding error bars to
evals", arXiv 2411.00640; Student's t by the expansion of Abramowitz and Stegun, 26.7.5.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil, comb, sqrt
from statistics import NormalDist, fmean, stdev

DRAWS = 10_000
POWER = 0.8
_SEED = 0  # the same scores give the same intervals, to the digit
_LEVEL = 0.95
_NORMAL = NormalDist()


@dataclass(frozen=True)
class Difference:
    """By how much one model's documents score above another's, pair by pair.

    Attributes:
        mean: the mean difference of the paired scores.
        low: the lower end of its 95% interval.
        high: the upper end.
        p_value: how often chance signs alone give a mean as far from zero.
        n_documents: how many pairs there are.
        detectable: the least true difference that as many documents with as much spread show in four
            of five cases; None with fewer than two documents.
        hangs_on: index of the one document without which the two could not be told apart; None where
            there is no such document, or nothing is told apart.
    """

    mean: float
    low: float
    high: float
    p_value: float
    n_documents: int
    detectable: float | None = None
    hangs_on: int | None = None

    @property
    def is_separable(self) -> bool:
        """Whether the documents tell the two apart: the interval leaves out zero, and p < 0.05."""
        return (self.low > 0 or self.high < 0) and self.p_value < 1 - _LEVEL

    @property
    def n_needed(self) -> int | None:
        """How many documents would show a difference as large as this one in four of five cases."""
        if self.detectable is None or not self.mean:
            return None
        return ceil(self.n_documents * (self.detectable / self.mean) ** 2)

    def verdict(self, model: str, other: str) -> str:
        """Return the outcome in words.

        Args:
            model: whose scores came first.
            other: the one it was compared with.
        """
        if not self.is_separable:
            needed = self.n_needed
            more = f"; about {needed} would tell" if needed and needed > self.n_documents else ""
            return f"not separable with {self.n_documents} articles{more}"
        better = model if self.mean > 0 else other
        return f"{better} better" + (", but by one article" if self.hangs_on is not None else "")


def mean_interval(values: Sequence[float], *, draws: int = DRAWS) -> tuple[float, float]:
    """Return the 95% bootstrap interval of the mean of one score per document.

    Args:
        values: the scores.
        draws: how often to resample.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("an interval needs at least one document")
    rng = random.Random(_SEED)  # noqa: S311  no secret hangs on it
    n_values = len(values)
    means = sorted(fmean(rng.choices(values, k=n_values)) for _ in range(draws))
    tail = round(draws * _expanded_tail(n_values))
    return means[tail], means[-tail - 1]


def paired_difference(
    values: Sequence[float], others: Sequence[float], *, draws: int = DRAWS
) -> Difference:
    """Compare two models on the same documents, given one score per document in the same order.

    Raises:
        ValueError: there are no documents, or not the same number on both sides.
    """
    differences = [value - other for value, other in zip(values, others, strict=True)]
    difference = _difference(differences, draws=draws)
    if not difference.is_separable:
        return difference
    farthest = max(range(len(differences)), key=lambda index: abs(differences[index]))
    rest = differences[:farthest] + differences[farthest + 1 :]
    if rest and not _difference(rest, draws=draws).is_separable:
        return replace(difference, hangs_on=farthest)
    return difference


def _difference(differences: Sequence[float], *, draws: int) -> Difference:
    low, high = mean_interval(differences, draws=draws)
    return Difference(
        mean=fmean(differences),
        low=low,
        high=high,
        p_value=sign_flip_p(differences, draws=draws),
        n_documents=len(differences),
        detectable=detectable_mean(differences),
    )


def sign_flip_p(differences: Sequence[float], *, draws: int = DRAWS) -> float:
    """Return how often random signs give a mean at least as far from zero as the differences do.

    Every choice of signs is tried where there are no more than `draws`; else so many at random.
    """
    reach = abs(sum(differences)) - 1e-12  # a sum in another order may differ in the last bit
    n_all = 1 << len(differences)
    if n_all <= draws:
        return _n_as_far(differences, range(n_all), reach) / n_all
    rng = random.Random(_SEED)  # noqa: S311
    signs = (rng.getrandbits(len(differences)) for _ in range(draws))
    return (_n_as_far(differences, signs, reach) + 1) / (draws + 1)


def _n_as_far(values: Sequence[float], signs: Iterable[int], reach: float) -> int:
    return sum(abs(_signed_sum(values, bits)) >= reach for bits in signs)


def _signed_sum(values: Sequence[float], bits: int) -> float:
    return sum(value if bits >> index & 1 else -value for index, value in enumerate(values))


def detectable_mean(differences: Sequence[float]) -> float | None:
    """Return the least true mean that as many values of the same spread show with power 0.8."""
    n_values = len(differences)
    if n_values < 2:
        return None
    quantiles = _t_quantile(0.5 + _LEVEL / 2, n_values - 1) + _t_quantile(POWER, n_values - 1)
    return quantiles * stdev(differences) / sqrt(n_values)


def mcnemar_p(n_first_only: int, n_second_only: int) -> float:
    """Return the exact two-sided p of two models that are right on different documents.

    Args:
        n_first_only: documents that only the first has wholly right.
        n_second_only: documents that only the second has.
    """
    n_discordant = n_first_only + n_second_only
    fewer = min(n_first_only, n_second_only)
    tail = sum(comb(n_discordant, k) for k in range(fewer + 1)) / (1 << n_discordant)
    return min(1.0, 2 * tail)


def holm(p_values: Sequence[float]) -> list[float]:
    """Return the p values adjusted for their number, in the order given."""
    ranked = sorted(range(len(p_values)), key=lambda i: p_values[i])
    adjusted = [0.0] * len(p_values)
    least = 0.0
    for rank, index in enumerate(ranked):
        least = max(least, min(1.0, (len(p_values) - rank) * p_values[index]))
        adjusted[index] = least
    return adjusted


def wilson_interval(n_right: int, n_all: int) -> tuple[float, float]:
    """Return the 95% interval of a rate.

    Raises:
        ValueError: the rate is of nothing.
    """
    if n_all < 1:
        raise ValueError("a rate needs at least one document")
    z = _NORMAL.inv_cdf(0.5 + _LEVEL / 2)
    rate = n_right / n_all
    middle = (rate + z * z / (2 * n_all)) / (1 + z * z / n_all)
    reach = z * sqrt(rate * (1 - rate) / n_all + z * z / (4 * n_all**2)) / (1 + z * z / n_all)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def pass_hat(n_right_by_document: Sequence[int], *, n_runs: int, k: int) -> float:
    """Return the chance that k runs are all right, mean over documents (pass^k).

    Source: S. Yao and others, tau-bench, arXiv 2406.12045: C(right, k) / C(runs, k) per document.
    """
    return fmean(comb(n_right, k) / comb(n_runs, k) for n_right in n_right_by_document)


def _expanded_tail(n_values: int) -> float:
    """Return the share of resampled means left out at either end."""
    if n_values < 2:
        return 0.0
    t = _t_quantile(0.5 + _LEVEL / 2, n_values - 1)
    return _NORMAL.cdf(-sqrt(n_values / (n_values - 1)) * t)


def _t_quantile(probability: float, freedom: int) -> float:
    """Return a quantile of Student's t; good to a hundredth from four degrees of freedom."""
    z = _NORMAL.inv_cdf(probability)
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * freedom**4)
    )
