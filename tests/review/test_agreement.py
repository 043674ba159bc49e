import json

import pytest
from typer.testing import CliRunner

from extractor.cli import app
from extractor.errors import UsageError
from extractor.review.agreement import agreement_of
from extractor.review.sources import FolderSource


@pytest.fixture
def labels(folder, labelled, make):
    """Give the folders of two labellers, the second after some edits of the first's labels."""

    def save(*edits):
        other = make(labelled, *edits) if edits else labelled
        for name, labelling in (("ann", labelled), ("bo", other)):
            source = FolderSource(folder, labeller=name)
            source.save(source.entries()[0], labelling.article, labelling.labels)
        return folder / "labels" / "ann", folder / "labels" / "bo"

    return save


def test_the_same_labels_agree_in_full(labels):
    """Nothing differs, nothing counts against it."""
    found = agreement_of(*labels())

    assert (found.f1, found.n_same_event) == (1.0, 1)
    assert all(field.n_agreed == field.n_said for field in found.fields)


def test_each_difference_counts_in_its_field(labels):
    """Agreement is told field by field."""
    found = agreement_of(*labels({"op": "set_choice", "at": "/event/stage", "value": "started"}))

    differing = [field for field in found.fields if field.n_agreed < field.n_said]
    assert [(field.name, field.n_agreed, field.n_said) for field in differing] == [
        ("event.stage", 0, 1)
    ]
    assert 0.9 < found.f1 < 1


def test_an_event_for_one_alone_is_no_agreement(labels):
    """The scale ends at nothing in common."""
    found = agreement_of(*labels({"op": "remove", "at": "/event"}))

    assert (found.f1, found.n_same_event) == (0.0, 0)


def test_no_event_for_both_is_agreement(labels):
    """Two labellers who see no event agree, and it weighs on no mean."""
    first, second = labels({"op": "remove", "at": "/event"})
    (first / "norvale.json").write_bytes((second / "norvale.json").read_bytes())

    found = agreement_of(first, second)

    assert found.n_same_event == 1
    assert found.sides[0].f1 == 1


def test_a_folder_that_is_missing_is_named(tmp_path):
    """A name that was mistyped is no disagreement."""
    (tmp_path / "ann").mkdir()

    with pytest.raises(UsageError, match=r"bo: no such folder"):
        agreement_of(tmp_path / "ann", tmp_path / "bo")


def test_labels_of_other_articles_are_not_compared(labels, tmp_path):
    """Two folders without an article in common, or with another text of it, are said."""
    first, second = labels()
    with pytest.raises(UsageError, match="no labels of the same"):
        agreement_of(first, tmp_path)
    (second / "norvale.txt").write_bytes((second / "norvale.txt").read_bytes() + b" ")
    with pytest.raises(UsageError, match="different texts"):
        agreement_of(first, second)


def test_the_command_prints_it(labels):
    """`extractor gold agreement A B` says how far two labellers agree."""
    first, second = labels({"op": "remove", "at": "/event/place"})

    result = CliRunner().invoke(app, ["gold", "agreement", str(first), str(second)])

    assert result.exit_code == 0
    assert "event.place: 0 of 1" in result.output
    assert "1 articles; agreed whether there is an event in 1; mean leaf F1 0.9" in result.output


def test_labels_of_a_labeller_are_gold(labels):
    """What `eval run --human` takes is what a labeller saves."""
    first, _ = labels()

    assert json.loads((first / "norvale.json").read_text("utf-8")).keys() == {"source", "record"}
    assert (first / "norvale.txt").exists()
