"""Metamorphic tests: what a known change to a perfect prediction must do to its score."""

import random
from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest

from extractor.article import Article
from extractor.evals.gold import GoldDocument, load_gold
from extractor.evals.readings import nth_reading
from extractor.evals.score import score_document
from extractor.packaged import packaged_folder
from extractor.record import EMPTY, Record

WITH_EVENT = [
    document for document in load_gold(packaged_folder("evals") / "gold") if document.has_event
]
DOCUMENTS = pytest.mark.parametrize("document", WITH_EVENT, ids=lambda document: document.name)


def perfect(document):
    """Return the best reading of a gold record as JSON, free to be changed."""
    return document.first_reading().model_dump(mode="json")


def score_of(document, record):
    """Score a record given as JSON."""
    return score_document(document, Record.model_validate(record))


def verdicts(score, *, strict=False):
    """Count the verdicts other than correct."""
    counts = Counter(leaf.strict if strict else leaf.lenient for leaf in score.leaves)
    del counts["correct"]
    return counts


def shuffled(node, rng):
    """Return a JSON tree with every list in another order."""
    if isinstance(node, dict):
        return {key: shuffled(value, rng) for key, value in node.items()}
    if isinstance(node, list):
        return rng.sample([shuffled(member, rng) for member in node], len(node))
    return node


@DOCUMENTS
def test_gold_scored_against_itself_is_perfect(document):
    """The best reading of every gold record is all correct, strictly too."""
    score = score_of(document, perfect(document))

    assert score.strict.f1 == score.lenient.f1 == score.figures.f1 == 1.0
    assert not verdicts(score, strict=True)


@DOCUMENTS
@pytest.mark.parametrize("n", [1, 2, 3])
def test_every_other_reading_is_perfect_too(document, n):
    """All accepted readings count the same."""
    score = score_of(document, nth_reading(document.record, n))

    assert not verdicts(score, strict=True)


@DOCUMENTS
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_lists_counts_for_nothing(document, seed):
    """Shares, projects, figures and members may come in any order."""
    score = score_of(document, shuffled(perfect(document), random.Random(seed)))

    assert not verdicts(score, strict=True)


@DOCUMENTS
def test_share_ids_may_be_any(document):
    """References are compared through the pairing, never by id."""
    record = perfect(document)
    new_id = {share["id"]: f"x{index}" for index, share in enumerate(reversed(record["shares"]))}
    for share in record["shares"]:
        share["id"], share["of"] = new_id[share["id"]], new_id.get(share["of"])
    for project in record["projects"]:
        project["shares"] = [new_id[id_] for id_ in project["shares"]]

    assert not verdicts(score_of(document, record), strict=True)


@DOCUMENTS
def test_an_empty_prediction_scores_nothing(document):
    """Every leaf that gold asks for is lost, whether the reply is empty or failed."""
    empty = score_document(document, EMPTY)
    failed = score_document(document, None)

    assert empty.lenient.f1 == 0
    assert set(verdicts(empty)) == {"lost"}
    assert failed.leaves == empty.leaves
    assert failed.has_failed
    assert not empty.has_failed


@DOCUMENTS
def test_one_dropped_leaf_is_one_miss(document):
    """Leaving out the event's date costs exactly that one leaf."""
    record = perfect(document)
    record["event"]["start_date"] = None

    score = score_of(document, record)

    assert verdicts(score) == {"missed": 1}
    assert [leaf.field for leaf in score.leaves if leaf.lenient == "missed"] == ["event.start_date"]


def a_dozen(places):
    """Return at most a dozen of the places, spread evenly: a long article is not tried in full."""
    return places[:: max(1, len(places) // 12)]


@DOCUMENTS
def test_an_amount_ten_times_too_large_is_one_wrong_value(document):
    """Amount after amount: the figure keeps its partner, and nothing else changes its verdict."""
    record = perfect(document)
    holders = [record["event"]["total"], *record["shares"], *record["projects"]]
    for amount in a_dozen([amount for holder in holders for amount in holder["amounts"]]):
        right = amount["value"]
        amount["value"] = str(Decimal(right) * 10)

        score = score_of(document, record)
        amount["value"] = right

        assert verdicts(score) == {"wrong": 1}, amount
        assert score.figures.wrong == 1


@pytest.mark.parametrize(
    ("document", "key"),
    [
        pytest.param(document, key, id=f"{document.name} {key}")
        for document in WITH_EVENT
        for key in ("shares", "projects", "agreements")
        if document.record[key]
    ],
)
def test_an_item_given_twice_is_one_invented_item(document, key):
    """The copy's leaves are invented, and the original keeps its partner."""
    record = perfect(document)
    items = record[key]
    for item in a_dozen(list(items)):
        items.append({**item, "id": "copy"} if key == "shares" else item)

        score = score_of(document, record)
        items.pop()

        assert set(verdicts(score)) == {"invented"}
        places = {leaf.predicted_at for leaf in score.leaves if leaf.lenient == "invented"}
        assert len({"/".join(place.split("/")[:3]) for place in places}) == 1


@DOCUMENTS
def test_a_left_out_project_is_one_lost_item(document):
    """Its leaves are lost, and no other project changes its verdicts."""
    for index in a_dozen(range(len(document.record["projects"]))):
        record = perfect(document)
        del record["projects"][index]

        score = score_of(document, record)

        assert set(verdicts(score)) == {"lost"}
        places = {leaf.gold_at for leaf in score.leaves if leaf.lenient == "lost"}
        assert all(place.startswith(f"/projects/{index}/") for place in places)


@DOCUMENTS
def test_figures_are_the_values_of_every_figure(document):
    """Hedges, kinds and currencies are leaves, but no figures of their own."""
    record = perfect(document)
    holders = [
        record["event"]["total"],
        *record["shares"],
        *record["projects"],
        *record["agreements"],
    ]
    n_figures = sum(
        bool(holder.get("count"))
        + sum(len(holder.get(key, [])) for key in ("amounts", "percents", "targets"))
        for holder in holders
    )

    assert score_of(document, record).figures.correct == n_figures


@pytest.mark.parametrize(
    ("document", "other"),
    [
        pytest.param(document, other, id=f"{document.name} against {other.name}")
        for document, other in pairwise(WITH_EVENT)
    ],
)
def test_every_leaf_of_both_sides_is_judged_exactly_once(document, other):
    """Even a record of another article leaves no leaf of either side out, and counts none twice."""
    score = score_of(document, perfect(other))

    said = [leaf.predicted_at for leaf in score.leaves if leaf.predicted is not None]
    asked = [leaf.gold_at for leaf in score.leaves if None not in leaf.gold]
    all_said = [leaf.predicted_at for leaf in score_of(other, perfect(other)).leaves]
    all_asked = [leaf.gold_at for leaf in score_document(document, None).leaves]
    assert sorted(said) == sorted(all_said)
    assert sorted(asked) == sorted(all_asked)


def count(value, *, hedge="exact"):
    """Return a count."""
    return {"value": value, "upper": None, "hedge": hedge, "as_written": "x"}


def amount(value, *, kind="investment", currency="CNY"):
    """Return an amount."""
    figures = {"value": value, "upper": None, "hedge": "exact", "as_written": "x"}
    return {**figures, "kind": kind, "currency": currency, "equivalents": []}


def share(id_, label, **fields):
    """Return a share with nothing stated but what is given."""
    empty = {"dimension": "industry", "of": None, "stage": None, "count": None}
    return {"id": id_, "label": label, **empty, "amounts": [], "percents": [], **fields}


def project(name, **fields):
    """Return a project with nothing stated but what is given."""
    empty = {"investors": [], "place": None, "industry": None, "amounts": [], "shares": []}
    return {"name": name, **empty, "targets": [], **fields}


def record_of(**fields):
    """Return a record about a fair, with the given lists and event fields."""
    lists = {key: fields.pop(key, []) for key in ("shares", "projects", "agreements")}
    event = {"name": "Oakport fair", "aliases": [], "activity": None, "start_date": None}
    event |= {"end_date": None, "place": None, "host": None, "stage": "signed", "industries": []}
    return {"event": {**event, "total": {"count": None, "amounts": []}, **fields}, **lists}


def judged(gold, predicted):
    """Return field, strict and lenient verdict of all that is not correct."""
    document = GoldDocument("fair", Article("x"), None, gold)
    leaves = score_of(document, predicted).leaves
    return [
        (leaf.field, leaf.strict, leaf.lenient)
        for leaf in leaves
        if (leaf.strict, leaf.lenient) != ("correct", "correct")
    ]


MAYBE = {"any_of": ["Oakport", None]}

CASES = [
    pytest.param(record_of(), record_of(), [], id="silence against silence"),
    pytest.param(
        record_of(),
        record_of(place="Oakport"),
        [("event.place", "fabricated", "fabricated")],
        id="fabricated",
    ),
    pytest.param(record_of(place=MAYBE), record_of(), [], id="silence where it is right too"),
    pytest.param(
        record_of(place=MAYBE), record_of(place="Oakport"), [], id="a reading beside silence"
    ),
    pytest.param(
        record_of(place=MAYBE),
        record_of(place="Elmham"),
        [("event.place", "fabricated", "fabricated")],
        id="another value where silence is right",
    ),
    pytest.param(
        record_of(name="Oakport Harvest Fair"),
        record_of(name="Oakport Harvests Fair"),
        [("event.name", "wrong", "correct")],
        id="alike is wrong strictly",
    ),
    pytest.param(
        record_of(aliases=["the fair week", "harvest week"]),
        record_of(aliases=["Harvest Week", "market days"]),
        [("event.aliases", "missed", "missed"), ("event.aliases", "fabricated", "fabricated")],
        id="members one to one",
    ),
    pytest.param(
        record_of(aliases=["harvest week"]),
        record_of(aliases=["harvest week", "harvest week"]),
        [("event.aliases", "fabricated", "fabricated")],
        id="a member twice",
    ),
    pytest.param(
        record_of(aliases=["harvest week", "harvest weeks"]),
        record_of(aliases=["harvest weeks", "harvest week"]),
        [],
        id="members prefer the strict partner",
    ),
    pytest.param(
        record_of(total={"count": count(12), "amounts": []}),
        record_of(total={"count": count(13, hedge="over"), "amounts": []}),
        [
            ("event.total.count.value", "wrong", "wrong"),
            ("event.total.count.hedge", "wrong", "wrong"),
        ],
        id="a count is paired with the count",
    ),
    pytest.param(
        record_of(total={"count": count(12), "amounts": []}),
        record_of(),
        [
            ("event.total.count.value", "missed", "missed"),
            ("event.total.count.hedge", "missed", "missed"),
        ],
        id="a count left out",
    ),
    pytest.param(
        record_of(total={"count": None, "amounts": [amount("80.0")]}),
        record_of(total={"count": None, "amounts": [amount("80")]}),
        [],
        id="decimals are equal by value",
    ),
    pytest.param(
        record_of(
            total={"count": None, "amounts": [amount("80", kind={"any_of": ["trade", "other"]})]}
        ),
        record_of(total={"count": None, "amounts": [amount("80", kind="other")]}),
        [],
        id="a code in two readings",
    ),
    pytest.param(
        record_of(
            shares=[
                share("a", "farming", count=count(5)),
                share("b", "tea", of="a", count=count(2)),
            ]
        ),
        record_of(
            shares=[
                share("p", "tea", of="q", count=count(2)),
                share("q", "farming", count=count(5)),
            ]
        ),
        [],
        id="a parent under another id",
    ),
    pytest.param(
        record_of(
            shares=[
                share("a", "farming", count=count(5)),
                share("b", "tea", of="a", count=count(2)),
            ]
        ),
        record_of(
            shares=[
                share("b", "farming", count=count(5)),
                share("a", "tea", of="a", count=count(2)),
            ]
        ),
        [("share.of", "wrong", "wrong")],
        id="the wrong parent under the right id",
    ),
    pytest.param(
        record_of(
            shares=[share("a", "farming", count=count(5))],
            projects=[
                project("tea garden", shares=["a"]),
                project("tea garden", shares=[{"any_of": ["a", None]}]),
            ],
        ),
        record_of(
            shares=[share("z", "farming", count=count(5))],
            projects=[project("tea garden"), project("tea garden", shares=["z"])],
        ),
        [],
        id="twins are told apart by their groups",
    ),
    pytest.param(
        record_of(
            projects=[project("tea garden", shares=["a"])],
            shares=[share("a", "farming", count=count(5))],
        ),
        record_of(
            projects=[project("tea garden", shares=["nowhere"])],
            shares=[share("a", "farming", count=count(5))],
        ),
        [("project.shares", "missed", "missed"), ("project.shares", "fabricated", "fabricated")],
        id="a reference to no share",
    ),
    pytest.param(
        record_of(projects=[project("glass works", place="Elmham", amounts=[amount("7")])]),
        record_of(projects=[project("tea garden", place="Elmham", amounts=[amount("9")])]),
        [
            *[(f"project.{name}", "lost", "lost") for name in ("name", "place")],
            *[
                (f"project.amount.{name}", "lost", "lost")
                for name in ("value", "kind", "currency", "hedge")
            ],
            *[(f"project.{name}", "invented", "invented") for name in ("name", "place")],
            *[
                (f"project.amount.{name}", "invented", "invented")
                for name in ("value", "kind", "currency", "hedge")
            ],
        ],
        id="unlike items stay apart",
    ),
]


@pytest.mark.parametrize(("gold", "predicted", "found"), CASES)
def test_small_records_are_judged_as_by_hand(gold, predicted, found):
    """One case for each rule of the record format's comparison."""
    assert judged(gold, predicted) == found


def test_an_event_where_gold_has_none_is_invented():
    """On a negative nothing can be correct, and the score knows that an event was claimed."""
    document = GoldDocument("speech", Article("x"), None, EMPTY.model_dump(mode="json"))

    score = score_of(document, record_of(shares=[share("a", "farming", count=count(5))]))

    assert set(verdicts(score)) == {"invented"}
    assert score.says_event
    assert not score.has_event


def test_leaves_point_into_both_records():
    """A report can find either side of a verdict."""
    document = GoldDocument(
        "fair", None, None, record_of(shares=[share("a", "tea", count=count(5))])
    )
    predicted = record_of(shares=[share("b", "coal"), share("a", "tea", count=count(6))])

    leaf = next(leaf for leaf in score_of(document, predicted).leaves if leaf.lenient == "wrong")

    assert leaf.field == "share.count.value"
    assert (leaf.gold_at, leaf.predicted_at) == ("/shares/0/count/value", "/shares/1/count/value")
    assert (leaf.gold, leaf.predicted) == (((5, None),), (6, None))


def test_a_name_nearer_to_another_gold_item_is_not_alike():
    """Of two gold names that differ by a letter, each is met by its own only."""
    document = next(doc for doc in WITH_EVENT if len(perfect(doc)["projects"]) > 1)
    gold = perfect(document)
    first, second = gold["projects"][:2]
    first["name"], second["name"] = "Bleidon Chemical Works", "Bleiden Chemical Works"
    changed = GoldDocument(document.name, document.article, document.source, gold)
    prediction = changed.first_reading().model_dump(mode="json")
    prediction["projects"][0]["name"] = "Bleiden Chemical Works"
    names = [
        leaf.lenient
        for leaf in score_of(changed, prediction).leaves
        if leaf.field == "project.name"
    ]

    assert names.count("wrong") == 1
