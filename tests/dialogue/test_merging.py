"""Merging: the drafts of an article's parts become one."""

from decimal import Decimal

import pytest

from extractor.dialogue.merging import merge
from extractor.figures import Figure


def figure(id_: int, value: int) -> Figure:
    """Return a figure; only its id and value matter here."""
    return Figure(id_, id_, id_ + 1, "count", Decimal(value), None, None, "exact", str(value))


FIGURES = (figure(10, 12), figure(20, 5), figure(30, 12), figure(40, 7))


def test_a_single_draft_stays_as_it_is(make) -> None:
    """Its ids and all."""
    draft = make.draft(make.event(), shares=[make.share("x", "tea")], background=[10])

    assert merge([draft], FIGURES) is draft


def test_the_event_is_the_first_with_its_gaps_filled(make) -> None:
    """A part that tells of none has no say."""
    first = make.event(name="Lorem Fair", aliases=["Lorem"])
    later = make.event(name="Ipsum", host="Dolor", aliases=["Fair"], count=10)

    merged = merge([make.draft(), make.draft(first), make.draft(later)], FIGURES)

    assert merged.event == make.event(name="Lorem Fair", aliases=["Lorem"], host="Dolor", count=10)
    assert merged.no_event is None


def test_no_event_in_any_part_is_none(make) -> None:
    """The reason is the first one given."""
    merged = merge([make.draft(no_event="speech"), make.draft()], FIGURES)

    assert (merged.event, merged.no_event) == (None, "speech")


def test_items_are_numbered_anew_and_references_follow(make) -> None:
    """The parts may have used the same ids."""
    parts = [
        make.draft(
            make.event(),
            shares=[make.share("s1", "tea"), make.share("s2", "green tea", of="s1")],
            projects=[make.project("p1", "Amet", shares=["s2"])],
            agreements=[make.agreement("a1", "memoranda")],
            background=[10],
        ),
        make.draft(
            make.event(),
            shares=[make.share("s1", "steel"), make.share("s2", "plates", of="s1")],
            projects=[make.project("p1", "Sit", shares=["s1", "s2"])],
            agreements=[make.agreement("a1", "letters")],
            background=[20, 10],
        ),
    ]

    merged = merge(parts, FIGURES)

    assert [(s.id, s.label, s.of) for s in merged.shares] == [
        ("s1", "tea", None),
        ("s2", "green tea", "s1"),
        ("s3", "steel", None),
        ("s4", "plates", "s3"),
    ]
    assert [(p.id, p.shares) for p in merged.projects] == [("p1", ["s2"]), ("p2", ["s3", "s4"])]
    assert [a.id for a in merged.agreements] == ["a1", "a2"]
    assert merged.background == [10, 20]


def test_a_reference_to_nothing_meets_no_item_of_another_part(make) -> None:
    """It stays what a check complains about."""
    parts = [
        make.draft(make.event(), shares=[make.share("s1", "tea")]),
        make.draft(make.event(), shares=[make.share("s2", "steel", of="s1")]),
    ]

    share = merge(parts, FIGURES).shares[1]

    assert share.of not in {None, "s1", "s2"}


def test_items_of_one_name_are_one(make) -> None:
    """What one mention leaves out is filled in from the other; a repeat of a figure is left out."""
    parts = [
        make.draft(
            make.event(),
            shares=[make.share("s1", "tea", count=10)],
            projects=[make.project("p1", "Amet", investors=["Sit"], shares=["s1"])],
        ),
        make.draft(
            make.event(),
            shares=[make.share("s7", "tea", count=30, amounts=[make.amount(20)])],
            projects=[
                make.project("p1", "Amet", investors=["Sit", "Elit"], place="Dolor", shares=["s7"])
            ],
        ),
    ]

    merged = merge(parts, FIGURES)

    assert merged.shares == [make.share("s1", "tea", count=10, amounts=[make.amount(20)])]
    assert merged.projects == [
        make.project("p1", "Amet", investors=["Sit", "Elit"], place="Dolor", shares=["s1"])
    ]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"count": 40}, id="another-count"),
        pytest.param({"dimension": "region"}, id="another-dimension"),
        pytest.param({"of": "s2"}, id="another-parent"),
    ],
)
def test_items_of_one_name_that_contradict_each_other_are_two(make, fields) -> None:
    """The same word may name groups of two regions."""
    steel = make.share("s2", "steel")
    parts = [
        make.draft(make.event(), shares=[make.share("s1", "tea", count=10)]),
        make.draft(make.event(), shares=[make.share("s1", "tea", **{"count": 30} | fields), steel]),
    ]

    labels = [share.label for share in merge(parts, FIGURES).shares]

    assert labels == ["tea", "tea", "steel"]
