import pytest

from extractor.review.edits import RefusedError


def test_words_chosen_by_place_are_the_articles_own(blank, make, span):
    """A name is the article's letters at that very place, without spaces around it."""
    start, end = span("Norvale signed")
    after = make(
        blank,
        {"op": "add_event"},
        {"op": "set_text", "at": "/event/host", "span": [start - 1, end - len("signed")]},
    )

    assert after.record.event.host == "Norvale"
    assert after.labels.evidence["/event/host"] == ((start, start + len("Norvale")),)


def test_a_name_drops_its_leading_article_and_a_label_keeps_it(blank, make, span):
    """Names and labels are trimmed as a draft's are."""
    after = make(
        blank,
        {"op": "add_event", "span": span("The 2023 Norvale Investment Fair")},
        {"op": "add_item", "list": "shares", "span": span("the total")},
    )

    assert after.record.event.name == "2023 Norvale Investment Fair"
    assert after.record.shares[0].label == "the total"


@pytest.mark.parametrize(
    ("edit", "complaint"),
    [
        ({"op": "set_text", "at": "/event/place", "text": "Weston"}, "does not stand"),
        ({"op": "set_text", "at": "/event/place", "span": [5, 9_999]}, "no stretch"),
        ({"op": "set_text", "at": "/event/place", "span": [9, 12]}, "inside a word"),
        ({"op": "set_text", "at": "/event/stage", "text": "Easton"}, "no text goes"),
        ({"op": "set_text", "at": "/projects/9/name", "text": "Easton"}, "there is no"),
        ({"op": "set_text", "at": "/shares/0/label"}, "cannot be left out"),
        ({"op": "set_text", "at": "/projects/0/targets/0/unit", "text": "Mars"}, "does not stand"),
        ({"op": "set_text", "at": "/projects/0/investors/-", "text": "Albright Corp"}, "already"),
        ({"op": "set_date", "at": "/event/end_date", "value": "2023-05-14"}, "does not follow"),
        ({"op": "set_date", "at": "/event/end_date", "value": "2023-02-30"}, "no day"),
        ({"op": "set_date", "at": "/event/end_date", "figure": 82}, "is no date"),
        ({"op": "add_event"}, "already"),
        ({"op": "add_item", "list": "projects"}, "needs a name"),
        ({"op": "set_readings", "at": "/event/aliases", "readings": ["x"]}, "is no text"),
        ({"op": "set_readings", "at": "/event/place", "readings": ["x", "y"]}, "none of these"),
        ({"op": "set_readings", "at": "/event/stage", "readings": ["signed", "x"]}, "should be"),
        (
            {"op": "set_readings", "at": "/shares/0/count/as_written", "readings": ["13"]},
            "first reading",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else value["op"],
)
def test_words_that_cannot_go_there_are_refused(labelled, make, edit, complaint):
    """A refusal says in a sentence what is wrong."""
    with pytest.raises(RefusedError, match=complaint):
        make(labelled, edit)


def test_the_unit_of_money_is_its_own(labelled, make, figure):
    """A target in yuan is in CNY, whatever words a labeller would like."""
    target = {"op": "place_figure", "figure": figure("1.2"), "at": "/projects/0/targets/-"}
    after = make(labelled, target | {"measure": "annual output", "move": True})

    assert after.record.projects[0].targets[1].unit == "CNY"
    with pytest.raises(RefusedError, match="the figure's own"):
        make(after, {"op": "set_text", "at": "/projects/0/targets/1/unit", "text": "tons"})


def test_a_plain_measure_needs_no_place(labelled, make):
    """What record-format.md lets a labeller write freely passes."""
    set_measure = {"op": "set_text", "at": "/projects/0/targets/0/measure", "text": "output value"}
    after = make(labelled, {**set_measure, "text": "annual production"})

    assert after.record.projects[0].targets[0].measure == "annual production"
    assert "/projects/0/targets/0/measure" not in after.kept


def test_a_year_of_publication_completes_a_day(blank, make):
    """The day of publication is part of the labels, and dates are found again by it."""
    after = make(
        blank,
        {"op": "add_event"},
        {"op": "set_source", "published": "2023-05-13"},
        {"op": "set_date", "at": "/event/start_date", "value": "XXXX-05-12"},
    )

    assert after.record.event.start_date == "2023-05-12"
    assert after.article.published.isoformat() == "2023-05-13"


def test_null_among_readings_makes_silence_right(labelled, make):
    """A place that may be left out has null among its readings."""
    readings = {"op": "set_readings", "at": "/event/place", "readings": ["Easton", None]}

    after = make(labelled, readings)

    assert after.labels.record["event"]["place"] == {"any_of": ["Easton", None]}
