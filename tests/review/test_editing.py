import pytest

from extractor.review.edits import RefusedError


def test_edits_are_made_together_or_not_at_all(labelled, make):
    """The second of two is refused, and the first leaves no trace."""
    before = labelled.labels.to_json()
    with pytest.raises(RefusedError):
        make(labelled, {"op": "remove", "at": "/event/name"}, {"op": "remove", "at": "/shares/9"})

    assert labelled.labels.to_json() == before


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ("/event/stage", "started"),
        ("/shares/0/dimension", "region"),
        ("/shares/0/stage", "operating"),
        ("/shares/0/stage", None),
        ("/event/total/amounts/0/kind", "paid_in"),
        ("/shares/0/percents/0/of", "count"),
    ],
)
def test_a_code_is_set(labelled, make, at, value):
    """Codes are choices among those of the record format."""
    after = make(labelled, {"op": "set_choice", "at": at, "value": value})

    node = after.labels.record
    for part in at.split("/")[1:]:
        node = node[int(part)] if part.isdecimal() else node[part]
    assert node == value


@pytest.mark.parametrize(
    ("at", "value", "complaint"),
    [
        ("/event/stage", "finished", "should be"),
        ("/event/stage", None, "should be"),
        ("/event/name", "x", "no code"),
        ("/shares/-", "s1", "no code"),
        ("/shares/0/of", "s7", "no share has the id"),
        ("/shares/0/of", "s1", "part of itself"),
        ("/projects/0/shares/-", "s9", "no share has the id"),
    ],
)
def test_a_code_that_is_none_is_refused(labelled, make, at, value, complaint):
    """The record format says what may stand where."""
    with pytest.raises(RefusedError, match=complaint):
        make(labelled, {"op": "set_choice", "at": at, "value": value})


def test_a_membership_is_given_once(labelled, make):
    """A project lists a share's id once."""
    member = {"op": "set_choice", "at": "/projects/0/shares/-", "value": "s1"}
    after = make(labelled, member)

    with pytest.raises(RefusedError, match="already"):
        make(after, member)


def test_what_is_used_cannot_be_put_aside(labelled, make, figure):
    """Background is what the record leaves out."""
    with pytest.raises(RefusedError, match="used in the record"):
        make(labelled, {"op": "put_aside", "figures": [figure("40")]})
    with pytest.raises(RefusedError, match="no figure"):
        make(labelled, {"op": "put_aside", "figures": [1]})


def test_what_was_put_aside_is_taken_back(labelled, make, figure):
    """A figure without a place is shown as such again."""
    aside = make(labelled, {"op": "put_aside", "figures": [figure("33")]})
    after = make(aside, {"op": "take_back", "figures": [figure("33")]})

    assert not aside.checked.unplaced
    assert after.labels == labelled.labels


def test_a_violation_may_stand_where_the_article_says_so(labelled, make, figure):
    """A contradiction of the source's own becomes a finding; a missing place does not."""
    wrong = make(
        labelled, {"op": "place_figure", "figure": figure("1.2"), "at": "/shares/0/amounts/0"}
    )
    numbers = {v.code: number for number, v in enumerate(wrong.violations)}
    disputable = next(number for number, v in enumerate(wrong.violations) if v.disputable)
    after = make(wrong, {"op": "accept", "violation": disputable})

    assert wrong.violations[disputable].code not in {v.code for v in after.violations}
    assert wrong.violations[disputable].code in {f.code for f in after.findings}
    with pytest.raises(RefusedError, match="mend the record"):
        make(wrong, {"op": "accept", "violation": numbers["completeness.unplaced"]})
    with pytest.raises(RefusedError, match="no such violation"):
        make(wrong, {"op": "accept", "violation": 99})


def test_the_source_is_part_of_the_labels(labelled, make):
    """What a gold file says of its article is edited like the rest."""
    after = make(labelled, {"op": "set_source", "language": "zh", "traits": ["long"]})

    assert after.labels.source == {
        "language": "zh",
        "published": None,
        "origin": "real",
        "traits": ["long"],
    }


@pytest.mark.parametrize(
    "edit", [{"published": "yesterday"}, {"language": None}, {"traits": None}], ids=str
)
def test_a_source_that_gold_cannot_have_is_refused(labelled, make, edit):
    """A gold file needs a language, an origin and traits; a day is a day."""
    with pytest.raises(RefusedError):
        make(labelled, {"op": "set_source", **edit})
