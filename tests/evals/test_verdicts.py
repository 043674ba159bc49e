import pytest

from extractor.evals.verdicts import Counts, Leaf


def test_precision_and_recall_count_what_each_side_states():
    """Wrong counts against both; what one side alone states, against one of them."""
    counts = Counts(correct=6, wrong=2, missed=1, fabricated=3, invented=1, lost=3)

    assert (counts.n_predicted, counts.n_asked) == (12, 12)
    assert counts.precision == 6 / 12
    assert counts.recall == 6 / 12
    assert counts.f1 == 6 / 12


def test_f1_is_the_harmonic_mean():
    """The short form is the same as the textbook's."""
    counts = Counts(correct=5, wrong=1, missed=4, fabricated=2)

    p, r = counts.precision, counts.recall
    assert counts.f1 == pytest.approx(2 * p * r / (p + r))


def test_nothing_predicted_scores_zero_and_divides_by_nothing():
    """Empty sides give zero, never an error or a perfect score."""
    assert Counts().f1 == Counts().precision == Counts().recall == 0.0
    assert Counts(lost=4).f1 == 0.0


def test_counts_are_taken_from_verdicts_and_add_up():
    """Each verdict lands in its own place."""
    first = Counts.of(["correct", "lost", "correct", "invented"])

    assert first == Counts(correct=2, invented=1, lost=1)
    assert first.plus(Counts(correct=1, wrong=1)) == Counts(correct=3, wrong=1, invented=1, lost=1)


@pytest.mark.parametrize(
    ("field", "is_figure"),
    [("share.count.value", True), ("share.count.hedge", False), ("event.name", False)],
)
def test_only_values_are_figures(field, is_figure):
    """A hedge or a currency is no figure of its own."""
    leaf = Leaf(field, None, None, (None,), None, "correct", "correct")

    assert leaf.is_figure is is_figure
