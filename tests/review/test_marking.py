import pytest

from extractor.article import Article, Span
from extractor.figures import find_figures
from extractor.review.edits import RefusedError
from extractor.review.labelling import Labelling
from extractor.review.labels import Labels
from extractor.review.marking import agrees
from extractor.review.sources import new_source


def test_a_correction_is_felt_wherever_the_figure_stands(labelled, make, span, figure):
    """What rests on a figure is computed anew when it is read otherwise."""
    mark = {"op": "mark_figure", "span": span("3.8 billion yuan"), "hedge": "over"}
    after = make(labelled, mark)

    amount = after.record.shares[0].amounts[0]
    assert (amount.hedge, amount.value) == ("over", 3_800_000_000)
    assert figure("3.8") in after.subject.uses
    assert not agrees(after, after.labels.marks[0])


def test_a_wider_mark_takes_its_words_along(labelled, make, span):
    """As written is what was marked."""
    after = make(
        labelled, {"op": "mark_figure", "span": span("total investment of 9.5 billion yuan")}
    )

    amount = after.record.event.total.amounts[0]
    assert amount.as_written == "total investment of 9.5 billion yuan"
    assert agrees(after, after.labels.marks[0])
    assert not [v for v in after.violations if v.code.startswith("grounding.")]


def test_a_missed_figure_is_read_as_the_labeller_says(make):
    """Where code reads nothing, kind and value are the labeller's, and it says so."""
    text = "At the Hua fair umpteen-and-odd projects were signed."
    article = Article(text)
    labelling = Labelling(article, find_figures(text), Labels.blank(new_source(article)))
    span = [text.index("umpteen"), text.index(" projects")]

    after = make(labelling, {"op": "mark_figure", "span": span, "kind": "count", "value": "25"})

    (figure,) = after.figures
    assert (figure.kind, figure.value, figure.as_written) == ("count", 25, "umpteen-and-odd")
    assert not agrees(after, after.labels.marks[0])


def test_a_mark_that_is_taken_back_leaves_the_finders_figure(labelled, make, span, figure):
    """Nothing is lost by trying."""
    mark = {"op": "mark_figure", "span": span("3.8 billion yuan"), "hedge": "over"}
    after = make(make(labelled, mark), {"op": "unmark_figure", "figure": figure("3.8")})

    assert after.labels.record == labelled.labels.record
    assert after.figures == labelled.figures


@pytest.mark.parametrize(
    ("edit", "complaint"),
    [
        ({"span": [0, 3]}, "no single figure"),
        ({"span": [0, 3], "kind": "count", "value": "2.5"}, "whole number"),
        ({"span": [0, 3], "kind": "money", "value": "2"}, "currency"),
        ({"span": [0, 3], "kind": "count", "value": "2", "upper": "1"}, "upper end"),
        ({"span": [0, 3], "kind": "count", "value": "9" * 31}, "at most 30 digits"),
        ({"span": [57, 69]}, "no single figure|date"),
        ({"span": [900, 901]}, "no stretch"),
    ],
    ids=["no figure", "half a project", "no currency", "upside down", "endless", "date", "outside"],
)
def test_a_reading_that_no_figure_has_is_refused(labelled, make, edit, complaint):
    """A mark is a figure like others."""
    with pytest.raises(RefusedError, match=complaint):
        make(labelled, {"op": "mark_figure", **edit})


def test_a_mark_that_its_use_cannot_follow_is_refused(labelled, make, figure):
    """A count that becomes a percentage has to leave its place first."""
    span = [figure("12"), figure("12") + 2]
    mark = {"op": "mark_figure", "span": span, "kind": "percent", "value": "12"}
    with pytest.raises(RefusedError, match="is a percent"):
        make(labelled, mark)


def test_a_mark_that_is_used_alone_stays(labelled, make, span):
    """Where the finder has nothing there, the record would lose its figure."""
    marked = make(
        labelled,
        {"op": "mark_figure", "span": span("Last year"), "kind": "count", "value": "2022"},
        {"op": "place_figure", "figure": span("Last year")[0], "at": "/shares/0/count"},
    )
    with pytest.raises(RefusedError, match="uses this figure"):
        make(marked, {"op": "unmark_figure", "figure": span("Last year")[0]})


def test_marks_do_not_overlap(labelled, make, span):
    """The last mark over some words is the one that counts."""
    wide = {"op": "mark_figure", "span": span("investment of 9.5 billion yuan")}
    after = make(labelled, {"op": "mark_figure", "span": span("of 9.5 billion yuan")}, wide)

    assert [mark.span for mark in after.labels.marks] == [Span(*wide["span"])]


def test_another_kind_does_not_keep_the_unit(labelled, make, span):
    """A number that is no count any more counts nothing."""
    mark = {"op": "mark_figure", "span": span("33 projects"), "kind": "other"}
    after = make(labelled, mark)

    assert [each.unit for each in after.labels.marks] == [None]
