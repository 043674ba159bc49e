import random
from statistics import fmean

import pytest

from extractor.evals.statistics import (
    detectable_mean,
    holm,
    mcnemar_p,
    mean_interval,
    paired_difference,
    pass_hat,
    wilson_interval,
)

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


def test_the_comparison_turned_round_is_its_negative():
    """A against B is minus B against A, with the same p value."""
    others = [score - 0.03 * (-1) ** index for index, score in enumerate(SCORES)]
    one, other = paired_difference(SCORES, others), paired_difference(others, SCORES)

    assert (one.mean, one.low, one.high) == pytest.approx((-other.mean, -other.high, -other.low))
    assert one.p_value == other.p_value


def test_the_verdict_is_given_in_words():
    """Who is better, or how many articles would tell."""
    better = [score + 0.02 + 0.001 * index for index, score in enumerate(SCORES)]
    mixed = [score + 0.03 * (-1) ** index + 0.01 for index, score in enumerate(SCORES)]

    assert paired_difference(better, SCORES).verdict("A", "B") == "A better"
    assert paired_difference(SCORES, better).verdict("A", "B") == "B better"
    assert paired_difference(mixed, SCORES).verdict("A", "B") == (
        "not separable with 12 articles; about 93 would tell"
    )


def test_a_difference_that_hangs_on_one_document_says_so():
    """Six gains decide, but not without the last of them."""
    difference = paired_difference([0.1, 0.1, 0.1, 0.1, 0.1, 0.2], [0.0] * 6)

    assert difference.hangs_on == 5
    assert difference.verdict("A", "B") == "A better, but by one article"


@pytest.mark.parametrize(
    ("n_values", "detectable"), [(20, 0.066), (30, 0.053), (50, 0.040)], ids=str
)
def test_the_detectable_difference_shrinks_with_the_documents(n_values, detectable):
    """With a spread of 0.10 and power 0.8 (evals notes, section 2.7)."""
    rng = random.Random(1)
    drawn = [rng.gauss(0, 1) for _ in range(n_values)]
    middle = fmean(drawn)
    spread = (sum((value - middle) ** 2 for value in drawn) / (n_values - 1)) ** 0.5
    values = [0.1 * (value - middle) / spread for value in drawn]

    assert detectable_mean(values) == pytest.approx(detectable, abs=0.0006)


@pytest.mark.parametrize(
    ("first", "second", "p_value"),
    [(5, 0, 0.0625), (6, 0, 0.03125), (8, 1, 0.0390625), (10, 2, 0.0385742), (0, 0, 1.0)],
)
def test_mcnemar_counts_the_documents_on_which_two_models_disagree(first, second, p_value):
    """Six to nothing is the first result that tells."""
    assert mcnemar_p(first, second) == pytest.approx(p_value, abs=1e-6)
    assert mcnemar_p(second, first) == mcnemar_p(first, second)


def test_holm_asks_more_of_the_best_of_many():
    """The smallest of three p values counts three times, and none falls below one before it."""
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([]) == []


def test_a_rate_has_an_interval_that_never_leaves_zero_to_one():
    """24 of 30 is 62.7 to 90.5 percent, 2 of 2 is not certainty."""
    assert wilson_interval(24, 30) == pytest.approx((0.627, 0.905), abs=0.0005)
    assert wilson_interval(2, 2)[0] == pytest.approx(0.342, abs=0.0005)
    assert wilson_interval(2, 2)[1] == 1.0
    with pytest.raises(ValueError, match="at least one"):
        wilson_interval(0, 0)


def test_pass_hat_is_the_chance_that_all_of_k_runs_are_right():
    """Of three runs, a document right in two passes one in three pairs."""
    assert pass_hat([3, 2, 0], n_runs=3, k=1) == pytest.approx(5 / 9)
    assert pass_hat([3, 2, 0], n_runs=3, k=2) == pytest.approx((1 + 1 / 3 + 0) / 3)
