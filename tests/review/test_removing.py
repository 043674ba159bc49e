import pytest

from extractor.review.edits import RefusedError


@pytest.fixture
def grouped(labelled, make, span):
    """Three shares, one a part of another, and a project that is a member of one."""
    return make(
        labelled,
        {"op": "add_item", "list": "shares", "span": span("40 projects"), "of": "s1"},
        {"op": "add_item", "list": "shares", "span": span("Last year")},
        {"op": "set_choice", "at": "/projects/0/shares/-", "value": "s1"},
    )


def test_a_share_goes_with_all_that_refers_to_it(grouped, make):
    """What is left is a right record: no reference hangs in the air, and evidence moves up."""
    after = make(grouped, {"op": "remove", "at": "/shares/0"})

    assert [share.label for share in after.record.shares] == ["40 projects", "Last year"]
    assert [share.of for share in after.record.shares] == [None, None]
    assert after.record.projects[0].shares == []
    (span,) = after.labels.evidence["/shares/1/label"]
    assert after.article.text[slice(*span)] == "Last year"


def test_an_item_moves_with_its_evidence(grouped, make):
    """Order in a list is the labeller's."""
    after = make(grouped, {"op": "move", "at": "/shares/2", "to": 0})

    assert [share.label for share in after.record.shares][:2] == ["Last year", "manufacturing"]
    (span,) = after.labels.evidence["/shares/1/label"]
    assert after.article.text[slice(*span)] == "manufacturing"


def test_items_keep_their_ids_when_others_go(labelled, make, span):
    """A violation that was accepted is of the same item after another one was taken out."""
    two = make(labelled, {"op": "add_item", "list": "projects", "span": span("Westford")})
    after = make(two, {"op": "remove", "at": "/projects/0"})

    assert after.subject.item("/projects/0") == "p2"


def test_without_its_event_a_record_is_empty(labelled, make):
    """An article that reports no event has no shares, projects or agreements."""
    after = make(labelled, {"op": "remove", "at": "/event"})

    assert after.status == "no_event"
    assert after.record.model_dump() == {
        "event": None,
        "shares": [],
        "projects": [],
        "agreements": [],
    }
    assert after.labels.evidence == {}


@pytest.mark.parametrize(
    ("at", "emptied"),
    [
        ("/event/name", lambda record: record.event.name),
        ("/event/start_date", lambda record: record.event.start_date),
        ("/event/total/count", lambda record: record.event.total.count),
        ("/event/total/amounts/0", lambda record: record.event.total.amounts),
        ("/shares/0/percents/0", lambda record: record.shares[0].percents),
        ("/projects/0/targets/0", lambda record: record.projects[0].targets),
        ("/projects/0/investors/0", lambda record: record.projects[0].investors),
    ],
)
def test_a_value_is_taken_out_with_its_evidence(labelled, make, at, emptied):
    """Nothing of a removed value stays."""
    after = make(labelled, {"op": "remove", "at": at})

    assert not emptied(after.record)
    assert not [pointer for pointer in after.labels.evidence if pointer.startswith(at)]


@pytest.mark.parametrize(
    "at",
    ["/shares/0/label", "/shares", "/event/stage", "/shares/5", "/shares/0/id", "/event/total"],
)
def test_what_a_record_needs_stays(labelled, make, at):
    """A record without these would be none."""
    with pytest.raises(RefusedError):
        make(labelled, {"op": "remove", "at": at})


def test_a_reference_of_several_readings_loses_one(grouped, make):
    """Where a share is but one of the right answers, the others stay."""
    readings = {"op": "set_readings", "at": "/projects/0/shares/0", "readings": ["s1", "s3"]}
    after = make(grouped, readings, {"op": "remove", "at": "/shares/0"})

    assert after.labels.record["projects"][0]["shares"] == ["s3"]
