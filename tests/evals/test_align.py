import pytest

from extractor.evals.align import pair_figures, pair_items
from extractor.evals.leaves import AMOUNT, COUNT, PROJECT, SHARE, record_leaves
from extractor.record import EMPTY


def figure(value, **fields):
    """Return a figure with the given fields."""
    return {"value": value, "upper": None, "hedge": "exact", "as_written": "x", **fields}


def amount(value, *, kind="investment", currency="CNY"):
    """Return an amount."""
    return figure(value, kind=kind, currency=currency, equivalents=[])


def share(label, *, count=None, amounts=(), of=None):
    """Return a share."""
    stated = {"label": label, "count": count and figure(count), "amounts": list(amounts)}
    return {"dimension": "size", "of": of, "stage": None, "percents": [], **stated}


def project(name, *, investors=(), amounts=()):
    """Return a project."""
    stated = {"name": name, "investors": list(investors), "amounts": list(amounts)}
    return {"place": None, "industry": None, "shares": [], "targets": [], **stated}


def leaves(key, items):
    """Take apart items as those of a record."""
    numbered = [{"id": f"s{index}", **item} for index, item in enumerate(items)]
    return getattr(record_leaves({**EMPTY.model_dump(mode="json"), key: numbered}), key)


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs"),
    [
        pytest.param(
            [share("over 1 billion yuan", count=9), share("over 5 billion yuan", count=2)],
            [share("over 5 billion yuan", count=2), share("over 1 billion yuan", count=9)],
            [(0, 1), (1, 0)],
            id="size classes by their digits",
        ),
        pytest.param(
            [share("farming", count=9), share("fishing", count=2)],
            [share("farming", count=2), share("fishing", count=9)],
            [(0, 0), (1, 1)],
            id="a name outweighs a count",
        ),
        pytest.param(
            [share("top-500 companies", count=14, amounts=[amount("7")])],
            [share("three kinds of firms", count=14, amounts=[amount("7")])],
            [(0, 0)],
            id="figures alone may do",
        ),
        pytest.param(
            [share("farming", count=9)],
            [share("glass and steel", count=4)],
            [],
            id="nothing in common",
        ),
        pytest.param(
            [share("farming", amounts=[amount("7"), amount("5", kind="trade")])],
            [share("agriculture", amounts=[amount("5", kind="trade"), amount("7")])],
            [(0, 0)],
            id="amounts in another order",
        ),
    ],
)
def test_shares_are_paired_by_label_and_figures(gold, predicted, pairs):
    """The pairing takes what identifies a group, not where it stands in the list."""
    assert pair_items(SHARE, leaves("shares", gold), leaves("shares", predicted)) == pairs


def test_projects_of_one_name_are_told_apart_by_their_investors():
    """Several firms that each build the same are one project each."""
    gold = [project("tea garden", investors=["Elm"]), project("tea garden", investors=["Oak"])]

    pairs = pair_items(PROJECT, leaves("projects", gold), leaves("projects", gold[::-1]))

    assert pairs == [(0, 1), (1, 0)]


def test_shares_of_one_label_are_told_apart_by_their_parents():
    """Where all that identifies two groups is equal, the rest decides."""
    gold = [
        share("on site", count=9),
        share("online", count=7),
        share("farming", count=2, of="s0"),
        share("farming", count=2, of="s1"),
    ]
    predicted = [gold[0], gold[1], gold[3], gold[2]]

    pairs = pair_items(SHARE, leaves("shares", gold), leaves("shares", predicted))

    assert pairs == [(0, 0), (1, 1), (2, 3), (3, 2)]


def amounts(*items):
    """Take apart the amounts of one share."""
    return leaves("shares", [share("x", amounts=items)])[0].figures["amounts"]


def test_an_amount_keeps_its_partner_when_its_value_is_wrong():
    """Kind and currency hold it; the right values go to each other first."""
    gold = amounts(amount("5"), amount("7"))

    assert pair_figures(AMOUNT, gold, amounts(amount("70"), amount("5"))) == [(0, 1), (1, 0)]


def test_amounts_without_anything_in_common_stay_apart():
    """Another kind of another value is another amount."""
    gold = amounts(amount("5"))

    assert pair_figures(AMOUNT, gold, amounts(amount("7", kind="trade"))) == []


def test_a_count_is_paired_with_the_count():
    """There is one place for a count, so two counts always stand against each other."""
    gold = leaves("shares", [share("x", count=9)])[0].figures["count"]
    predicted = leaves("shares", [share("x", count=4)])[0].figures["count"]

    assert pair_figures(COUNT, gold, predicted) == [(0, 0)]
    assert pair_figures(COUNT, gold, []) == []
