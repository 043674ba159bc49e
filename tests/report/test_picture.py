"""The picture of the shares."""

from decimal import Decimal

import pytest

from extractor.record import Amount, Count, Event, Percent, Record, Share, Tally
from extractor.report.picture import Bar, Row, share_rows


def count(value: int) -> Count:
    """Make a number of projects."""
    return Count(value=value, upper=None, hedge="exact", as_written="-")


def amount(value: int, *, kind: str = "investment") -> Amount:
    """Make a sum of yuan."""
    return Amount(
        kind=kind,
        value=Decimal(value),
        upper=None,
        currency="CNY",
        hedge="exact",
        as_written="-",
        equivalents=[],
    )


def percent(value: str, *, of: str = "investment") -> Percent:
    """Make a stated percentage."""
    return Percent(value=Decimal(value), upper=None, hedge="exact", of=of, as_written="-")


def share(id_: str, *, of: str | None = None, dimension: str = "industry", **fields) -> Share:
    """Make a group of projects in which all that is not given is empty."""
    empty = {"stage": None, "count": None, "amounts": [], "percents": []}
    return Share(**{"id": id_, "label": id_, "dimension": dimension, "of": of, **empty} | fields)


def record(*shares: Share, projects: int | None = None, total: int | None = None) -> Record:
    """Make the record of an event with these shares."""
    tally = Tally(
        count=None if projects is None else count(projects),
        amounts=[] if total is None else [amount(total)],
    )
    texts = dict.fromkeys(("name", "activity", "start_date", "end_date", "place", "host"))
    event = Event(**texts, aliases=[], stage="signed", industries=[], total=tally)
    return Record(event=event, shares=list(shares), projects=[], agreements=[])


def bar(rows: tuple[Row, ...], index: int, measure: str) -> Bar:
    """Return the bar of a share in a measure."""
    (row,) = (row for row in rows if row.index == index)
    (found,) = (each for each in row.bars if each.measure == measure)
    return found


def test_a_share_is_drawn_in_every_measure_that_the_figures_give() -> None:
    """Number and money have a bar each, in percent of the total."""
    rows = share_rows(
        record(share("s1", count=count(5), amounts=[amount(30)]), projects=20, total=40), {}
    )

    assert bar(rows, 0, "number").length == 25
    assert bar(rows, 0, "investment").length == 75
    assert bar(rows, 0, "number").is_computed


def test_parts_that_exclude_each_other_stand_side_by_side() -> None:
    """Where groups by industry fit into the whole, one begins where the one before ends."""
    rows = share_rows(
        record(share("s1", count=count(5)), share("s2", count=count(15)), projects=20), {}
    )

    assert [bar(rows, index, "number").start for index in (0, 1)] == [0, 25]


@pytest.mark.parametrize(
    ("dimension", "counts"),
    [
        pytest.param("size", (5, 15), id="classes may overlap"),
        pytest.param("industry", (15, 16), id="more than the whole"),
    ],
)
def test_parts_that_may_overlap_all_begin_at_the_left(dimension: str, counts) -> None:
    """Nothing is drawn as closed that does not close."""
    shares = [
        share(f"s{n}", dimension=dimension, count=count(value)) for n, value in enumerate(counts)
    ]

    rows = share_rows(record(*shares, projects=20), {})

    assert [bar(rows, index, "number").start for index in (0, 1)] == [0, 0]


def test_a_part_of_a_part_is_drawn_inside_it() -> None:
    """The nested bar shows the extent of the group it is a part of, on the scale of the total."""
    rows = share_rows(
        record(
            share("s1", count=count(5)),
            share("s2", count=count(10)),
            share("s3", of="s2", count=count(5)),
            projects=20,
        ),
        {},
    )

    assert [(row.index, row.depth) for row in rows] == [(0, 0), (1, 0), (2, 1)]
    nested = bar(rows, 2, "number")
    assert (nested.start, nested.length, nested.whole) == (25, 25, (25, 50))


def test_a_stated_percentage_is_marked_beside_the_computed_one() -> None:
    """Both stand in the picture and in its words."""
    shares = share("s1", amounts=[amount(30)], percents=[percent("80")])

    rows = share_rows(record(shares, total=40), {"/shares/0/percents/0": Decimal("75.00")})

    drawn = bar(rows, 0, "investment")
    assert (drawn.length, drawn.stated) == (75, 80)
    assert drawn.words == "stated 80%, computed 75.00%"


def test_a_percentage_of_a_part_is_marked_inside_the_part() -> None:
    """The whole of a percentage is the one that it was computed of."""
    rows = share_rows(
        record(
            share("s1", count=count(10)),
            share("s2", of="s1", count=count(5), percents=[percent("50", of="count")]),
            projects=20,
        ),
        {"/shares/1/percents/0": Decimal("50.00")},
    )

    drawn = bar(rows, 1, "number")
    assert (drawn.length, drawn.stated) == (25, 25)
    assert drawn.words == "stated 50%, computed 50.00% of s1"


def test_a_percentage_without_figures_is_drawn_as_stated_only() -> None:
    """A bar that rests on a statement alone is told apart."""
    rows = share_rows(record(share("s1", percents=[percent("46")])), {})

    drawn = bar(rows, 0, "investment")
    assert (drawn.length, drawn.is_computed, drawn.words) == (46, False, "stated 46%")


def test_sums_of_another_kind_are_not_compared() -> None:
    """Trade is no part of the investment."""
    rows = share_rows(record(share("s1", amounts=[amount(30, kind="trade")]), total=40), {})

    assert rows[0].bars == ()


def test_without_totals_there_are_no_bars() -> None:
    """Nothing is added up to make a whole that the article does not give."""
    rows = share_rows(record(share("s1", count=count(5)), share("s2", count=count(5))), {})

    assert [row.bars for row in rows] == [(), ()]


def test_a_total_of_zero_is_no_whole() -> None:
    """Nothing is divided by zero."""
    rows = share_rows(
        record(share("s1", count=count(5), amounts=[amount(5)]), projects=0, total=0), {}
    )

    assert rows[0].bars == ()


def test_dimensions_are_headed_once() -> None:
    """Groups of one dimension stand together under its name."""
    shares = [
        share("s1", dimension="size"),
        share("s2", dimension="industry"),
        share("s3", dimension="size"),
    ]

    rows = share_rows(record(*shares), {})

    assert [(row.index, row.heading) for row in rows] == [
        (0, "by size"),
        (2, ""),
        (1, "by industry"),
    ]


@pytest.mark.parametrize(
    "parents",
    [
        pytest.param(("s1", "s0"), id="circle"),
        pytest.param(("s0",), id="itself"),
        pytest.param(("nowhere",), id="unknown"),
        pytest.param((None, *(f"s{n}" for n in range(1500))), id="deeper than the stack"),
    ],
)
def test_every_share_is_drawn_whatever_it_is_said_to_be_a_part_of(parents) -> None:
    """A record made by other hands loses no share, and does not hang or overflow."""
    shares = [share(f"s{n}", of=parent) for n, parent in enumerate(parents)]

    rows = share_rows(record(*shares), {})

    assert sorted(row.index for row in rows) == list(range(len(shares)))
