"""The plots' geometry."""

import itertools

import pytest

from extractor.report.evaluation.plot import HEIGHT, WIDTH, Measured, plot

CASES = {
    "one": [Measured(0, "a", 0.9, (0.8, 0.95), 0.01)],
    "one without an interval": [Measured(0, "a", 0.9, None, 0.01)],
    "one of unknown price": [Measured(0, "a", 0.9, None, None)],
    "one that is free": [Measured(0, "a", 1.0, (1.0, 1.0), 0.0)],
    "free and unknown": [Measured(0, "a", 0.9, None, 0.0), Measured(1, "b", 0.5, None, None)],
    "far apart": [Measured(n, str(n), n / 8, (0, 1), 10.0 ** (n - 5)) for n in range(9)],
    "all": [
        Measured(0, "a", 0.9, (0.8, 0.95), 0.0),
        Measured(1, "b", 0.9, (0.8, 0.95), 0.3),
        Measured(2, "c", 0.0, (0.0, 0.0), None),
    ],
}


@pytest.mark.parametrize("case", CASES)
def test_everything_lies_inside_the_drawing(case):
    """Points, intervals and ticks have a place, whatever is known."""
    drawn = plot("price", CASES[case], unit="$")

    for point in drawn.points:
        ends = [end for end in (point.low, point.high) if end is not None]
        assert drawn.left <= point.x <= drawn.right
        assert all(drawn.top - 1 <= y <= drawn.bottom + 1 for y in (point.y, *ends))
    assert all(0 <= tick.at <= WIDTH for tick in drawn.x_ticks)
    assert all(0 <= tick.at <= HEIGHT for tick in drawn.y_ticks)
    assert [point.index for point in drawn.points] == list(range(len(CASES[case])))


def test_the_free_the_priced_and_the_unknown_have_lanes():
    """Nothing lies left of every price, the unknown right of it, with walls between."""
    drawn = plot("price", CASES["all"], unit="$")

    free, priced, unknown = (point.x for point in drawn.points)
    assert free < drawn.walls[0] < priced < drawn.walls[1] < unknown
    assert {"$0", "unknown", "$0.1", "$1"} <= {tick.label for tick in drawn.x_ticks}


def test_a_higher_score_lies_higher():
    """SVG counts downwards."""
    low, high = plot("price", CASES["free and unknown"], unit="$").points[::-1]

    assert high.y < low.y


def test_marks_of_one_place_and_their_labels_are_kept_apart():
    """Three free systems with the same score can all be read."""
    systems = [Measured(n, f"system {n}", 0.9, None, 0.0) for n in range(3)]

    points = plot("price", systems, unit="$").points

    labels = sorted(point.label_at for point in points if not point.is_left)
    assert len({point.x for point in points}) == 3
    assert all(below - above >= 15 for above, below in itertools.pairwise(labels))


@pytest.mark.parametrize(
    ("unit", "taken", "words"),
    [("$", 0.0123, "$0.0123"), (" s", 12.5, "12.5 s"), ("$", None, "unknown")],
)
def test_a_point_says_its_numbers(unit, taken, words):
    """What the eye reads off stands there in words."""
    (point,) = plot("x", [Measured(0, "a", 0.9, (0.85, 0.95), taken)], unit=unit).points

    assert point.words == f"a: 0.900 (0.850 to 0.950), {words} an article"
