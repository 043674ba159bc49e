"""Totals over the records of an archive."""

from decimal import Decimal

from record_parts import amount, count, share

from extractor.report.archive.totals import PROJECTS, Totals, largest


def added(*extractions) -> Totals:
    """Return the totals of extractions."""
    totals = Totals()
    for extraction in extractions:
        totals.add(extraction)
    return totals


def test_projects_and_sums_are_added_up_exactly(saying) -> None:
    """No float, no rounding: digits beyond what a context keeps by default stay."""
    large = "1" * 40
    totals = added(
        saying(n=count(12), amounts=(amount(large),)),
        saying(n=count(30), amounts=(amount("0.5"),)),
    )

    assert totals.all.n_events == 2
    assert totals.all.sums[PROJECTS].low == 42
    assert totals.all.sums["investment", "CNY"].low == Decimal(f"{large}.5")


def test_kinds_and_currencies_are_kept_apart(saying) -> None:
    """A dollar is no yuan, and trade is no investment."""
    amounts = (amount("1"), amount("2", "USD"), amount("4", kind="trade"))

    totals = added(saying(amounts=amounts))

    assert {measure: total.low for measure, total in totals.all.sums.items()} == {
        ("investment", "CNY"): 1,
        ("investment", "USD"): 2,
        ("trade", "CNY"): 4,
    }


def test_an_amount_counts_once(saying) -> None:
    """A second mention of its kind and a conversion beside it are not added."""
    same = {"value": "7", "upper": None, "currency": "USD", "hedge": "exact", "as_written": "7"}

    totals = added(saying(amounts=(amount("50", equivalents=[same]), amount("20"))))

    assert {measure: total.low for measure, total in totals.all.sums.items()} == {
        ("investment", "CNY"): 50
    }


def test_ranges_and_hedges_are_kept(saying) -> None:
    """The sum has two ends, and says how many of its figures are not exact."""
    totals = added(
        saying(n=count(10, upper=20)), saying(n=count(5, hedge="about")), saying(n=count(1))
    )

    projects = totals.all.sums[PROJECTS]
    assert (projects.low, projects.high, projects.n, projects.n_hedged) == (16, 26, 3, 1)


def test_events_are_grouped_by_year_and_host(saying) -> None:
    """A host is one however it is written; what is not said is a group too."""
    totals = added(
        saying(host="Dolor County", start_date="2024-05", n=count(1)),
        saying(host="DOLOR county", start_date="2023", n=count(2)),
        saying(n=count(4)),
    )

    assert {year: group.sums[PROJECTS].low for year, group in totals.years.items()} == {
        "2024": 1,
        "2023": 2,
        "": 4,
    }
    assert [(group.title, group.n_events) for group in totals.hosts.values()] == [
        ("Dolor County", 2),
        ("", 1),
    ]


def test_groups_are_compared_with_the_totals_of_their_own_events(saying) -> None:
    """Where the total is not stated there is nothing to compare with, but the sum counts it."""
    totals = added(
        saying(n=count(20), shares=(share("s1", "chemistry", count=count(5)),)),
        saying(shares=(share("s1", "Chemistry", count=count(100)),)),
    )

    group = totals.groups["industry"]["chemistry"]
    assert group.n_events == 2
    assert group.sums[PROJECTS].low == 105
    assert group.parts[PROJECTS].percent_of(group.wholes[PROJECTS]) == 25
    assert totals.n_with["industry"] == 2


def test_a_group_that_an_article_names_twice_counts_once(saying) -> None:
    """The same label below another group is part of the first."""
    shares = (
        share("s1", "chemistry", count=count(5)),
        share("s2", "chemistry", of="s1", count=count(2)),
    )

    totals = added(saying(shares=shares))

    assert totals.groups["industry"]["chemistry"].sums[PROJECTS].low == 5


def test_what_tells_of_no_event_adds_nothing(without_record) -> None:
    """Nor does what failed."""
    assert added(without_record("nothing")).all.n_events == 0


def test_the_largest_groups_are_shown_and_all_others_are_one(saying) -> None:
    """Nothing is lost, and others that are none are not shown."""
    hosts = ["a", "a", "b", "c", "c", "c", "d"]
    totals = added(*(saying(host=host, n=count(10)) for host in hosts))

    shown, others = largest(totals.hosts, most=2)

    assert [(group.title, group.n_events) for group in shown] == [("c", 3), ("a", 2)]
    assert others is not None
    assert (others.title, others.n_events, others.sums[PROJECTS].low) == ("2 others", 2, 20)
    assert largest(totals.hosts, most=4)[1] is None
