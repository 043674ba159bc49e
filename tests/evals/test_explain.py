"""Explanations of verdicts: the rule, the pairing and its runner-up, the mistake."""

import pytest

from extractor.evals.explain import explain
from extractor.evals.gold import load_gold
from extractor.packaged import packaged_folder
from extractor.record import Record

DOCUMENT = next(
    document
    for document in load_gold(packaged_folder("evals") / "gold")
    if document.has_event and len(document.record["projects"]) > 1
)


def changed(change):
    """Return gold's best reading after a change to its JSON."""
    record = DOCUMENT.first_reading().model_dump(mode="json")
    change(record)
    return Record.model_validate(record)


def rename(name):
    """Return a change that gives the first project a name."""

    def change(record):
        record["projects"][0]["name"] = name

    return change


def test_nothing_is_to_be_explained_of_a_perfect_prediction():
    """Without a field only what is not strictly correct is explained."""
    assert explain(DOCUMENT, DOCUMENT.first_reading()) == ()


def test_every_leaf_of_a_field_can_be_explained():
    """With a field the correct leaves are explained too, by the rule that matched."""
    found = explain(DOCUMENT, DOCUMENT.first_reading(), field="project.name")

    assert len(found) == len(DOCUMENT.record["projects"])
    assert {explanation.rule.split(", ")[-1] for explanation in found} == {"letter for letter"}


def test_a_pointer_selects_an_item():
    """A JSON pointer stands for the item and all that hangs on it."""
    found = explain(DOCUMENT, DOCUMENT.first_reading(), field="/projects/1")

    assert found
    assert all(explanation.leaf.gold_at.startswith("/projects/1/") for explanation in found)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        (lambda name: name.upper() + "!", "the same after folding"),
        (lambda name: name + "s", "with the same numbers and sides"),
        (lambda name: name + " 2", "but numbers or sides differ"),
    ],
    ids=["case and punctuation", "a letter more", "a number more"],
)
def test_a_text_is_explained_by_the_step_that_decided(name, rule):
    """Folding, likeness and the guard of numbers are told apart."""
    own = DOCUMENT.first_reading().projects[0].name
    (found,) = explain(DOCUMENT, changed(rename(name(own))), field="/projects/0/name")

    assert rule in found.rule


def test_a_pairing_names_partner_and_runner_up():
    """An item's lines say whom it was paired with, how alike they are, and who came second."""
    (found, *_) = explain(DOCUMENT, DOCUMENT.first_reading(), field="/projects/0")
    own = DOCUMENT.first_reading().projects[0].name

    assert f"{own!r} with {own!r}, likeness 1.00" in found.pairing


def test_an_item_without_partner_says_so():
    """A lost project has no partner, and its lines say what was asked."""

    def drop(record):
        del record["projects"][0]

    found = explain(DOCUMENT, changed(drop), field="project.name")
    lost = next(explanation for explanation in found if explanation.leaf.lenient == "lost")

    assert "has no partner (likeness of 0.35 asked)" in lost.pairing
    assert lost.rule == "gold's item has no partner in the prediction"


def test_a_failed_extraction_is_explained_as_an_empty_one():
    """Without a record every leaf that gold asks for is lost."""
    found = explain(DOCUMENT, None)

    assert {explanation.leaf.lenient for explanation in found} == {"lost"}


def test_a_mistake_stands_among_the_lines():
    """A value on the wrong project names the leaf where gold has it."""

    def swap(record):
        first, second, *_ = (p for p in record["projects"] if p["amounts"])
        first["amounts"], second["amounts"] = second["amounts"], first["amounts"]

    lines = [line for found in explain(DOCUMENT, changed(swap)) for line in found.lines()]

    assert any(line.startswith("  mistake    binding, with project.amount.value") for line in lines)


def test_codes_are_not_explained_as_texts():
    """A dimension is right or wrong, however alike two of them are spelled."""

    def change(record):
        record["shares"][0]["dimension"] = "other"

    (found,) = explain(DOCUMENT, changed(change), field="/shares/0/dimension")

    assert found.rule == "codes and dates are compared as they stand"
