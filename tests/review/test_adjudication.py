"""Two labellers side by side: what differs, and what comes of picks."""

import json

import pytest

from extractor.errors import UsageError
from extractor.evals.gold import load_document
from extractor.review.adjudication import AdjudicationSource, Comparison
from extractor.review.agreement import sides_of
from extractor.review.desk import Desk
from extractor.review.edits import Pick, RefusedError, Remove
from extractor.review.sources import FolderSource
from extractor.review.work import UnsaveableError


@pytest.fixture
def second(labelled, make, span, figure):
    """A second labeller's view: other words, kind and place; one group and one amount else."""
    return make(
        labelled,
        {"op": "set_text", "at": "/event/place"},
        {"op": "set_text", "at": "/event/host", "text": "Norvale"},
        {"op": "set_text", "at": "/shares/0/label", "span": span("manufacturing projects")},
        {"op": "set_choice", "at": "/event/total/amounts/0/kind", "value": "trade"},
        {"op": "remove", "at": "/shares/0/percents/0"},
        {"op": "remove", "at": "/projects/0"},
        {"op": "add_item", "list": "shares", "span": span("Last year"), "dimension": "other"},
        {"op": "set_choice", "at": "/shares/1/of", "value": "s1"},
        {"op": "place_figure", "figure": figure("33"), "at": "/shares/1/count"},
        {"op": "set_text", "at": "/event/aliases/-", "text": "Norvale Investment Fair"},
    )


@pytest.fixture
def both(folder, labelled, second):
    """The folder with the labels of ann and of bo."""
    for name, labelling in (("ann", labelled), ("bo", second)):
        source = FolderSource(folder, labeller=name)
        source.save(source.entries()[0], labelling.article, labelling.labels)
    return folder


@pytest.fixture
def comparison(both):
    """The differences of the two."""
    return Comparison(sides_of(both / "labels" / "ann", both / "labels" / "bo", "norvale"))


@pytest.fixture
def work(both):
    """The article, opened to be adjudicated."""
    desk = Desk(AdjudicationSource(both, ("ann", "bo")))
    return desk.work(desk.entries[0].id)


def test_differences_are_told_once_each(comparison):
    """A leaf, a figure or a whole item; what agrees is not listed."""
    told = {(each.field, each.a, each.b) for each in comparison.differences}

    assert told == {
        ("event.place", "/event/place", "/event/place"),
        ("event.host", "/event/host", "/event/host"),
        ("event.aliases", None, "/event/aliases/0"),
        ("event.total.amount", "/event/total/amounts/0", "/event/total/amounts/0"),
        ("share.label", "/shares/0/label", "/shares/0/label"),
        ("share.percent", "/shares/0/percents/0", None),
        ("share", None, "/shares/1"),
        ("project", "/projects/0", None),
    }


def test_without_picks_the_first_labeller_holds(comparison, labelled):
    """Adjudication begins with one record, not with a mixture."""
    assert comparison.record({}) == labelled.labels.record


def test_all_of_the_seconds_picks_give_the_seconds_record(comparison, second):
    """Picking one side throughout is that side's record."""
    picks = {each.number: "b" for each in comparison.differences}

    assert comparison.record(picks) == second.labels.record


def test_each_pick_changes_what_it_is_about(comparison, labelled, second):
    """One pick leaves everything else as the first labeller has it."""
    numbers = {each.field: each.number for each in comparison.differences}

    record = comparison.record({numbers["event.total.amount"]: "b"})

    expected = json.loads(json.dumps(labelled.labels.record))
    expected["event"]["total"]["amounts"] = second.labels.record["event"]["total"]["amounts"]
    assert record == expected


def test_a_group_of_one_labeller_alone_joins_with_its_references(comparison):
    """What a second labeller's share is a part of is known by its first labeller's id."""
    numbers = {each.field: each.number for each in comparison.differences}

    record = comparison.record({numbers["share"]: "b"})

    assert [share["label"] for share in record["shares"]] == ["manufacturing", "Last year"]
    assert record["shares"][1]["of"] == record["shares"][0]["id"]


def test_a_membership_goes_with_the_share_it_is_of(both, labelled, make, span):
    """Each labeller's project is a member of a group that the other does not have."""
    member = {"op": "set_choice", "at": "/projects/0/shares/-", "value": "s1"}
    mine = make(labelled, member)
    theirs = make(
        labelled,
        {"op": "remove", "at": "/shares/0"},
        {"op": "add_item", "list": "shares", "span": span("Last year")},
        member,
    )
    for name, labelling in (("ann", mine), ("bo", theirs)):
        source = FolderSource(both, labeller=name)
        source.save(source.entries()[0], labelling.article, labelling.labels)
    comparison = Comparison(sides_of(both / "labels" / "ann", both / "labels" / "bo", "norvale"))

    record = comparison.record({each.number: "b" for each in comparison.differences})

    (share,) = record["shares"]
    assert share["label"] == "Last year"
    assert record["projects"][0]["shares"] == [share["id"]]


def test_a_place_follows_what_was_taken_out(comparison):
    """The page is told where a difference is by now."""
    numbers = {each.field: each.number for each in comparison.differences}
    by_field = {each.field: each for each in comparison.differences}

    picks = {numbers["project"]: "b"}

    assert comparison.place(by_field["project"], picks) is None
    assert comparison.place(by_field["share.label"], picks) == "/shares/0/label"


def test_picks_are_steps_like_others(work, second):
    """They are undone, and survive in the journal."""
    numbers = {each.field: each.number for each in Comparison(work.labelling.sides).differences}
    work.edit(0, [Pick(op="pick", difference=numbers["event.host"], side="b")])
    assert work.labelling.record.event.host == second.record.event.host

    work.step(1, back=True)
    assert work.labelling.record.event.host is None


def test_a_pick_after_an_edit_is_refused(work):
    """A pick would undo the edit in silence."""
    work.edit(0, [Remove(op="remove", at="/event/name")])

    with pytest.raises(RefusedError, match="undo these edits"):
        work.edit(1, [Pick(op="pick", difference=0, side="b")])
    with pytest.raises(RefusedError, match="no difference"):
        work.edit(1, [Pick(op="pick", difference=99, side="b")])


def test_what_is_picked_becomes_gold(both, work):
    """Saving waits for the last pick, and writes the folder's own labels."""
    source = AdjudicationSource(both, ("ann", "bo"))
    with pytest.raises(UnsaveableError, match="8 are open"):
        work.save(0, source)

    n = len(Comparison(work.labelling.sides).differences)
    picks = [Pick(op="pick", difference=number, side="ab"[number % 2]) for number in range(n)]
    work.edit(0, picks)
    place = work.save(1, source)

    assert place == str(both / "norvale.json")
    assert load_document(both / "norvale.json").record == work.labelling.labels.record
    desk = Desk(AdjudicationSource(both, ("ann", "bo")))
    assert desk.work(desk.entries[0].id).journal.is_saved


def test_the_folders_own_labels_may_be_one_side(both, labelled):
    """The first labeller's gold against a second's."""
    source = FolderSource(both)
    source.save(source.entries()[0], labelled.article, labelled.labels)

    own = AdjudicationSource(both, ("gold", "bo"))

    assert own.material(own.entries()[0]).sides.a.record == labelled.labels.record


def test_one_labeller_without_an_event_is_one_difference(both, labelled, make):
    """Whether there is an event at all is picked as a whole."""
    source = FolderSource(both, labeller="bo")
    empty = make(labelled, {"op": "remove", "at": "/event"})
    source.save(source.entries()[0], empty.article, empty.labels)

    comparison = Comparison(sides_of(both / "labels" / "ann", both / "labels" / "bo", "norvale"))

    (difference,) = comparison.differences
    assert difference.field == "event"
    assert comparison.record({0: "b"}) == empty.labels.record
    assert comparison.record({0: "a"}) == labelled.labels.record


def test_without_two_labellers_there_is_nothing_to_adjudicate(folder, both):
    """Names that have labelled nothing are said."""
    with pytest.raises(UsageError, match="labelled no article both"):
        AdjudicationSource(both, ("ann", "cy"))
    with pytest.raises(UsageError, match="takes the articles' folder"):
        AdjudicationSource(folder / "norvale.txt", ("ann", "bo"))


def test_the_page_sees_both_sides(both, client_of):
    """Agreement, differences and picks are in the article's state."""
    desk = Desk(AdjudicationSource(both, ("ann", "bo")))
    client = client_of(desk, names=("ann", "bo"))
    session = client.get("/api/session").json()
    path = f"/api/articles/{desk.entries[0].id}"

    state = client.get(path).json()["adjudication"]
    picked = {"op": "pick", "difference": 0, "side": "b"}
    after = client.post(f"{path}/edits", json={"version": 0, "edits": [picked]}).json()
    early = client.post(f"{path}/save", json={"version": 1})

    assert (session["mode"], session["labellers"]) == ("adjudicate", ["ann", "bo"])
    assert (state["a"], state["b"], state["n_open"]) == ("ann", "bo", 8)
    assert 0 < state["n_agreed"] < state["n_leaves"]
    assert 0 < state["f1"] < 1
    kinds = {each["kind"] for each in state["differences"]}
    assert kinds == {"value", "only_a", "only_b"}
    assert after["adjudication"]["differences"][0]["picked"] == "b"
    assert (early.status_code, early.json()["error"]["code"]) == (422, "unsaveable")
