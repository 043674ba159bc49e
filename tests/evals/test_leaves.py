import re

from extractor.evals.leaves import AGREEMENT, EVENT, PROJECT, SHARE, record_leaves
from extractor.record import EMPTY, Agreement, Event, Project, Share

NOT_COMPARED = {"id"}
HOLDERS = ((EVENT, Event), (SHARE, Share), (PROJECT, Project), (AGREEMENT, Agreement))


def test_every_field_of_the_record_is_compared_or_named_as_not():
    """A field added to the record cannot be forgotten by the scorer."""
    for shape, model in HOLDERS:
        compared = {*shape.scalars, *shape.members}
        compared |= {shape.tally} if shape.tally else set(shape.figures)

        assert compared == set(model.model_fields) - NOT_COMPARED


def test_an_empty_record_has_no_leaves():
    """A null event is no item."""
    leaves = record_leaves(EMPTY.model_dump(mode="json"))

    assert not any((leaves.event, leaves.shares, leaves.projects, leaves.agreements))


def test_pointers_lead_to_the_items_and_figures(gold):
    """Each pointer is a JSON pointer into the record that was taken apart."""
    record = gold["huqia-week-2022"].record

    leaves = record_leaves(record)

    assert leaves.event[0].figures["amounts"][0].pointer == "/event/total/amounts/0"
    for share in leaves.shares:
        for percent in share.figures["percents"]:
            _, key, index, inner, place = re.split("/", percent.pointer)
            assert record[key][int(index)][inner][int(place)]["value"] == str(
                percent.scalars["value"][0][0]
            )


def test_equivalents_and_wording_are_not_leaves(gold):
    """A conversion is the same amount once more, and `as_written` is not compared."""
    leaves = record_leaves(gold["zh-hant-luwan-hongkong"].record)

    amount = leaves.event[0].figures["amounts"][0]
    assert set(amount.scalars) == {"value", "kind", "currency", "hedge"}
    assert not amount.members
    assert not amount.figures
