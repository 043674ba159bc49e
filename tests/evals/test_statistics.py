import random
from statistics import fmean

import pytest

from extractor.evals.statistics import mean_interval, paired_difference

SCORES = [0.55, 0.61, 0.7, 0.72, 0.78, 0.8, 0.81, 0.85, 0.9, 0.93, 0.95, 0.97]


def test_the_interval_holds_the_mean_and_is_the_same_every_time():
    """A seed makes the error bars part of the result."""
    low, high = mean_interval(SCORES)

    assert 0.55 < low < fmean(SCORES) < high < 0.97
    assert (low, high) == mean_interval(SCORES)


def test_the_interval_covers_the_true_mean_about_as_often_as_it_says():
    """Twenty documents drawn from a known spread: the percentile bootstrap is close to 95%."""
    rng = random.Random(7)
    samples = [[rng.uniform(0, 1) for _ in range(20)] for _ in range(40)]

    n_covered = sum(low < 0.5 < high for low, high in map(mean_interval, samples))

    assert n_covered >= 34


def test_equal_scores_leave_no_doubt():
    """Without spread the interval is a point."""
    assert mean_interval([0.5, 0.5, 0.5]) == (0.5, 0.5)


def test_a_steady_gain_is_separable_and_its_reverse_too():
    """Pairing takes out how hard each document is."""
    better = [score + 0.02 + 0.001 * index for index, score in enumerate(SCORES)]

    gain, loss = paired_difference(better, SCORES), paired_difference(SCORES, better)

    assert gain.is_separable
    assert loss.is_separable
    assert gain.low > 0 > loss.high
    assert gain.mean == pytest.approx(-loss.mean)


@pytest.mark.parametrize(
    "others",
    [
        pytest.param(SCORES, id="the same scores"),
        pytest.param(SCORES[::-1], id="the same spread in another order"),
    ],
)
def test_models_without_a_steady_difference_are_not_separable(others):
    """A dozen documents do not decide what they do not show."""
    difference = paired_difference(SCORES, others)

    assert not difference.is_separable
    assert difference.p_value > 0.5


def test_five_documents_of_one_sign_are_too_few():
    """Five gains out of five are p = 0.0625, six are the first that tell."""
    five, six = [0.1, 0.2, 0.1, 0.2, 0.1], [0.1, 0.2, 0.1, 0.2, 0.1, 0.2]

    assert not paired_difference(five, [0.0] * 5).is_separable
    assert paired_difference(six, [0.0] * 6).is_separable


def test_what_cannot_be_compared_is_refused():
    """No documents, or other documents, are a mistake."""
    with pytest.raises(ValueError, match="at least one"):
        mean_interval([])
    with pytest.raises(ValueError, match="zip"):
        paired_difference([1.0], [1.0, 2.0])
