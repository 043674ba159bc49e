from dataclasses import replace

from extractor.review.labels import Labels


def test_a_labelled_article_is_a_checked_record(labelled):
    """Choices come to values, evidence and checks; last year's figure waits for a place."""
    record = labelled.record

    assert record.event.name == "2023 Norvale Investment Fair"
    assert record.event.start_date == "2023-05-12"
    assert (record.event.total.count.value, record.shares[0].percents[0].value) == (40, 40)
    assert record.projects[0].targets[0].unit == "tons"
    assert [figure.as_written for figure in labelled.checked.unplaced] == ["33"]
    assert {v.code for v in labelled.violations} == {"completeness.unplaced"}
    assert labelled.status == "flagged"


def test_computed_percentages_are_those_of_the_record(labelled):
    """A stated 40% of 9.5 billion stands beside what 3.8 of 9.5 billion comes to."""
    assert labelled.computed["/shares/0/percents/0"] == 40


def test_every_value_has_its_place(labelled):
    """What was chosen in the article needs no note that it was not found."""
    assert labelled.kept == ()


def test_labels_survive_json(labelled):
    """What a journal keeps of labels is all of them."""
    content = labelled.labels.to_json()

    assert Labels.of(content) == labelled.labels


def test_a_text_of_several_readings_is_checked_as_it_stands(labelled, make):
    """Gold may prefer a reading that is not in the article; the checks look at the one that is."""
    readings = {"op": "set_readings", "at": "/event/place", "readings": ["Easton City", "Easton"]}
    after = make(labelled, readings)

    assert after.labels.record["event"]["place"] == {"any_of": ["Easton City", "Easton"]}
    assert after.record.event.place == "Easton"
    assert not [v for v in after.violations if v.code == "grounding.text"]


def test_a_value_without_a_place_is_kept_and_told(labelled):
    """A record that says more than can be found keeps it, and says which."""
    labels = labelled.labels.copied()
    del labels.evidence["/event/place"]

    assert replace(labelled, labels=labels).kept == ("/event/place",)
