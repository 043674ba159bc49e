import pytest

from extractor.review.edits import RefusedError
from extractor.review.placing import fits


def test_a_figure_brings_value_unit_and_hedge_along(labelled):
    """The labeller says which figure; what it comes to is code's."""
    amount = labelled.record.event.total.amounts[0]

    assert (amount.kind, amount.value, amount.currency) == ("investment", 9_500_000_000, "CNY")
    assert amount.as_written == "9.5 billion yuan"


@pytest.mark.parametrize(
    ("words", "at", "complaint"),
    [
        ("9.5", "/shares/0/count", "is a money"),
        ("40%", "/event/total/amounts/-", "is a percent"),
        ("40", "/shares/0/percents/-", "is a count"),
        ("40", "/event/total/percents/-", "no figure goes"),
        ("40", "/projects/0/count", "no figure goes"),
        ("40", "/shares/7/count", "there is no"),
        ("9.5", "/shares/0/amounts/7", "there is no"),
        ("9.5", "/shares/0/amounts/0/equivalents/3", "there is no"),
        ("30,000", "/projects/0/targets/-", "needs a measure"),
    ],
)
def test_a_figure_that_cannot_go_there_is_refused(labelled, make, figure, words, at, complaint):
    """Kinds and places are those of a draft and of the record."""
    with pytest.raises(RefusedError, match=complaint):
        make(labelled, {"op": "place_figure", "figure": figure(words), "at": at})


def test_a_figure_that_is_not_there_is_refused(labelled, make):
    """An id that no figure has places nothing."""
    with pytest.raises(RefusedError, match="no figure \\[999\\]"):
        make(labelled, {"op": "place_figure", "figure": 999, "at": "/event/total/count"})


def test_without_an_event_nothing_has_a_place(blank, make, figure):
    """Figures come after the event."""
    with pytest.raises(RefusedError, match="there is no"):
        make(blank, {"op": "place_figure", "figure": figure("40"), "at": "/event/total/count"})


def test_moving_takes_a_figure_out_where_it_stood(labelled, make, figure):
    """One click changes a figure's role, and nothing of it stays behind."""
    move = {"op": "place_figure", "figure": figure("3.8"), "at": "/projects/0/amounts/-"}
    after = make(labelled, move | {"kind": "trade", "move": True})

    assert after.record.shares[0].amounts == []
    assert [a.kind for a in after.record.projects[0].amounts] == ["investment", "trade"]
    assert "/shares/0/amounts/0" not in after.labels.evidence


def test_a_figure_in_place_of_another_keeps_what_was_chosen(labelled, make, figure):
    """Replacing an amount leaves its kind and its conversions as they are."""
    kind = {"op": "set_choice", "at": "/event/total/amounts/0/kind", "value": "trade"}
    same = {"op": "place_figure", "at": "/event/total/amounts/0/equivalents/-"}
    after = make(
        labelled,
        kind,
        same | {"figure": figure("1.2"), "move": True},
        {"op": "place_figure", "figure": figure("3.8"), "at": "/event/total/amounts/0"},
    )

    amount = after.record.event.total.amounts[0]
    assert (amount.kind, amount.value) == ("trade", 3_800_000_000)
    assert [each.value for each in amount.equivalents] == [1_200_000_000]


def test_an_amount_cannot_become_its_own_conversion(labelled, make, figure):
    """Moving a figure below itself would leave nothing."""
    at = "/event/total/amounts/0/equivalents/-"
    with pytest.raises(RefusedError, match="of itself"):
        make(labelled, {"op": "place_figure", "figure": figure("9.5"), "at": at, "move": True})


def test_a_placed_figure_is_background_no_more(labelled, make, figure):
    """What is used is not put aside."""
    last_year = figure("33")
    aside = make(labelled, {"op": "put_aside", "figures": [last_year]})
    after = make(aside, {"op": "place_figure", "figure": last_year, "at": "/shares/0/count"})

    assert aside.labels.background == {last_year}
    assert aside.status == "ok"
    assert after.labels.background == frozenset()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("40", ["count", "targets"]),
        ("9.5", ["amounts", "targets"]),
        ("40%", ["percents", "targets"]),
        ("30,000", ["count", "targets"]),
        ("May 12", []),
    ],
)
def test_a_figure_tells_where_it_fits(labelled, figure, words, expected):
    """The page offers the fields that code would take it for."""
    assert fits(labelled, labelled.subject.figures_by_id[figure(words)]) == expected
