"""What kind of mistake a changed perfect prediction shows."""

from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest

from extractor.evals.gold import load_gold
from extractor.evals.mistakes import binding_loss, mistakes_of
from extractor.evals.score import score_document
from extractor.packaged import packaged_folder
from extractor.record import Record

WITH_EVENT = [
    document for document in load_gold(packaged_folder("evals") / "gold") if document.has_event
]


def perfect(document):
    """Return the best reading of a gold record as JSON, free to be changed."""
    return document.first_reading().model_dump(mode="json")


def score_of(document, record):
    """Score a record given as JSON."""
    return score_document(document, Record.model_validate(record))


def kinds(score):
    """Count the mistakes of a score by kind."""
    return Counter(mistake.kind for mistake in mistakes_of(score))


def with_two_sums():
    """Return the documents with two projects whose only amounts differ."""
    for document in WITH_EVENT:
        sums = [
            index
            for index, project in enumerate(perfect(document)["projects"])
            if len(project["amounts"]) == 1
        ]
        for first, second in pairwise(sums):
            projects = perfect(document)["projects"]
            values = [projects[index]["amounts"][0]["value"] for index in (first, second)]
            if Decimal(values[0]) != Decimal(values[1]):
                yield pytest.param(document, first, second, id=document.name)
                break


@pytest.mark.parametrize("document", WITH_EVENT, ids=lambda document: document.name)
def test_gold_against_itself_shows_no_mistake(document):
    """A perfect prediction has no mistakes and no binding loss."""
    score = score_of(document, perfect(document))

    assert not mistakes_of(score)
    assert binding_loss(score) == 0


@pytest.mark.parametrize(
    ("factor", "kind"),
    [("10", "scale"), ("0.0001", "scale"), ("1.1", None)],
    ids=["ten times", "a ten thousandth", "not a power of ten"],
)
def test_a_total_off_by_a_power_of_ten_is_a_mistake_of_scale(factor, kind):
    """Times ten, or 万 taken for 亿, is told from any other wrong value."""
    document = next(doc for doc in WITH_EVENT if perfect(doc)["event"]["total"]["amounts"])
    record = perfect(document)
    amount = record["event"]["total"]["amounts"][0]
    amount["value"] = str(Decimal(amount["value"]) * Decimal(factor))

    assert kinds(score_of(document, record)) == ({kind: 1} if kind else {})


@pytest.mark.parametrize(
    ("field", "value"),
    [("currency", "XAF"), ("kind", "paid_in"), ("hedge", "under")],
)
def test_a_wrong_part_of_a_figure_is_a_mistake_of_its_name(field, value):
    """Currency, kind and hedge are named."""
    document = next(doc for doc in WITH_EVENT if perfect(doc)["event"]["total"]["amounts"])
    record = perfect(document)
    record["event"]["total"]["amounts"][0][field] = value

    assert kinds(score_of(document, record)) == {field: 1}


@pytest.mark.parametrize(("document", "first", "second"), list(with_two_sums()))
def test_swapped_amounts_show_as_binding_loss(document, first, second):
    """Two projects' amounts swapped are two right values on the wrong items."""
    record = perfect(document)
    projects = record["projects"]
    one, other = projects[first]["amounts"], projects[second]["amounts"]
    one[0]["value"], other[0]["value"] = other[0]["value"], one[0]["value"]
    one[0]["upper"], other[0]["upper"] = other[0]["upper"], one[0]["upper"]
    score = score_of(document, record)

    assert kinds(score)["binding"] == 2
    assert binding_loss(score) == pytest.approx(1 - score.figures.f1)


def test_a_duplicated_project_is_a_split():
    """The second bearer of a name that has its partner is named with it."""
    document = next(doc for doc in WITH_EVENT if perfect(doc)["projects"])
    record = perfect(document)
    record["projects"].append(record["projects"][0])
    (split,) = (m for m in mistakes_of(score_of(document, record)) if m.kind == "split")

    assert split.other is not None
    assert split.leaf.predicted == split.other.predicted


def test_two_projects_made_one_are_merged():
    """A prediction that bears two gold names leaves one of them lost, and says with whom."""
    document = next(doc for doc in WITH_EVENT if len(perfect(doc)["projects"]) > 1)
    record = perfect(document)
    first, second, *others = record["projects"]
    first["name"] = f"{first['name']} and {second['name']}"
    record["projects"] = [first, *others]
    (merged,) = (m for m in mistakes_of(score_of(document, record)) if m.kind == "merged")

    assert merged.leaf.field == "project.name"
    assert second["name"] in merged.leaf.gold


def test_a_month_for_a_day_is_a_mistake_of_precision():
    """A coarser date that holds gold's day is wrong, and named."""
    document = next(
        doc for doc in WITH_EVENT if len(perfect(doc)["event"]["start_date"] or "") == 10
    )
    record = perfect(document)
    record["event"]["start_date"] = record["event"]["start_date"][:7]

    assert kinds(score_of(document, record)) == {"precision": 1}
