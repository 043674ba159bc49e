"""Judged leaves: verdicts in words."""

from decimal import Decimal

import pytest

from extractor.report.evaluation.judged import item_of, judged, shown


def test_every_leaf_is_judged_in_the_scores_order(gold, perfect, run_of):
    """There is one for each leaf, and none of a right record needs a reason."""
    run = run_of(gold, perfect)

    leaves = judged(run)

    assert [each.leaf for each in leaves] == list(run.score.leaves)
    assert all(each.is_strictly_right and not each.why for each in leaves)


def test_a_reference_is_shown_by_the_label_it_leads_to(gold, perfect, run_of):
    """Ids are each record's own, so they tell a reader nothing."""
    share = perfect.shares[0].model_copy(update={"id": "x9"})
    project = perfect.projects[0].model_copy(update={"shares": ["x9"]})
    record = perfect.model_copy(update={"shares": [share], "projects": [project]})

    leaves = judged(run_of(gold, record))

    (reference,) = (each for each in leaves if each.leaf.field == "project.shares")
    assert (reference.gold, reference.said) == ("manufacturing", "manufacturing")


def test_a_leaf_that_is_not_right_says_why(gold, without_share, run_of):
    """The rule and the pairing of its item stand with it; the item is known by gold's name."""
    leaves = judged(run_of(gold, without_share))

    lost = [each for each in leaves if each.verdict == "lost"]
    assert {each.item for each in lost} == {"manufacturing"}
    assert {each.group for each in lost} == {"/shares/0"}
    assert all("no partner" in each.why[0] for each in lost)


def test_an_invented_item_is_a_group_of_its_own(gold, perfect, run_of):
    """Gold has no such item, so it bears the prediction's name."""
    invented = perfect.projects[0].model_copy(update={"name": "Quux tower", "amounts": []})
    record = perfect.model_copy(update={"projects": [*perfect.projects, invented]})

    leaves = judged(run_of(gold, record))

    found = [each for each in leaves if each.verdict == "invented"]
    assert {(each.item, each.group) for each in found} == {("Quux tower", "+/projects/1")}


def test_what_gold_lacks_in_an_item_it_has_stands_with_that_item(gold, perfect, run_of):
    """A fabricated investor belongs to the gold project that its project is paired with."""
    project = perfect.projects[0].model_copy(update={"investors": ["Foo Ltd.", "Quux"]})
    record = perfect.model_copy(update={"projects": [project]})

    leaves = judged(run_of(gold, record))

    (found,) = (each for each in leaves if each.verdict == "fabricated")
    assert (found.said, found.gold, found.group) == ("Quux", "", "/projects/0")


def test_other_readings_stand_beside_the_best(gold, perfect, run_of):
    """Gold may accept several."""
    leaves = judged(run_of(gold, perfect))

    (name,) = (each for each in leaves if each.leaf.field == "event.name")
    assert (name.gold, name.also) == ("Lorem Fair", ("the Lorem Fair",))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ("signed", "signed"),
        ((Decimal(3400000000), None), "3,400,000,000"),
        ((Decimal("1.50"), Decimal(2)), "1.50–2"),
    ],
    ids=["silent", "text", "figure", "range"],
)
def test_values_are_written_with_all_their_digits(value, words):
    """No figure is rounded."""
    assert shown(value) == words


@pytest.mark.parametrize(
    ("pointer", "item"),
    [
        (None, ""),
        ("/event/name", "/event"),
        ("/event/total/count/value", "/event"),
        ("/shares/3/label", "/shares/3"),
        ("/projects/0/targets/1/value", "/projects/0"),
    ],
)
def test_the_item_of_a_leaf_is_the_head_of_its_pointer(pointer, item):
    """Items stand two steps down, the event one."""
    assert item_of(pointer) == item
