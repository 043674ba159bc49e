"""Totals in words."""

from record_parts import amount, count, share

from extractor.report.archive.tables import (
    MOST_HOSTS,
    MOST_LABELS,
    Line,
    dimensions,
    host_lines,
    whole_line,
    year_lines,
)
from extractor.report.archive.totals import Totals


def added(*extractions) -> Totals:
    """Return the totals of extractions."""
    totals = Totals()
    for extraction in extractions:
        totals.add(extraction)
    return totals


def test_a_sum_says_whether_it_is_exact_and_of_how_many(saying) -> None:
    """The sign stands before it, the numbers in its note."""
    totals = added(
        saying(amounts=(amount("1500000000", hedge="over"),)),
        saying(amounts=(amount("2000000000"),)),
        saying(),
    )

    (cell,) = whole_line(totals).amounts

    assert cell.words == "≈ 3.5 billion CNY"
    assert cell.note == "stated by 2 of 3 events, 1 not exactly (about, nearly, over, under)"


def test_a_range_has_two_ends(saying) -> None:
    """Nothing is averaged."""
    line = whole_line(added(saying(n=count(10, upper=20)), saying(n=count(1))))

    assert line.projects is not None
    assert line.projects.words == "11–21"


def test_years_are_the_latest_first_with_their_part_of_all(saying) -> None:
    """Each leads to its articles."""
    lines = year_lines(
        added(
            saying(start_date="2023", n=count(30)),
            saying(start_date="2024", n=count(10)),
            saying(n=count(40)),
        )
    )

    assert [line.title for line in lines] == ["2024", "2023", "not said"]
    assert [line.link for line in lines] == ["#year=2024", "#year=2023", "#year=%3F"]
    assert [line.projects.percent for line in lines if line.projects] == ["12.5%", "37.5%", "50.0%"]


def test_a_percentage_of_sums_that_are_not_exact_says_so(saying) -> None:
    """One figure that is not exact is enough."""
    lines = host_lines(
        added(saying(host="a", n=count(3)), saying(host="b", n=count(1, hedge="about")))
    )

    assert [line.projects.percent for line in lines if line.projects] == ["≈ 75.0%", "≈ 25.0%"]


def test_other_kinds_of_amounts_say_what_they_are(saying) -> None:
    """Investment comes first and needs no word."""
    amounts = (amount("1", kind="trade"), amount("2", kind="other"), amount("3"))

    line = whole_line(added(saying(amounts=amounts)))

    assert [cell.words for cell in line.amounts] == ["3 CNY", "2 CNY other amount", "1 CNY trade"]


def test_a_dimension_lists_its_groups_with_a_search_for_each(saying) -> None:
    """And how many events have any of them."""
    totals = added(saying(n=count(8), shares=(share("s1", "food & drink", count=count(2)),)))

    (dimension,) = dimensions(totals)

    assert (dimension.name, dimension.n_events, dimension.n_labels) == ("industry", 1, 1)
    (line,) = dimension.lines
    assert line.link == "#q=food+%26+drink"
    assert line.projects is not None
    assert (line.projects.words, line.projects.percent) == ("2", "25.0%")


def test_a_sum_of_nothing_is_compared_with_nothing(saying) -> None:
    """No division by zero."""
    lines = year_lines(added(saying(n=count(0))))

    assert lines[0].projects is not None
    assert lines[0].projects.percent == ""


def test_groups_that_may_be_parts_of_each_other_are_not_added_up(saying) -> None:
    """Those that are not shown are counted, and no more; hosts, which exclude each other, are."""
    shares = tuple(share(f"s{n}", f"group {n}", count=count(1)) for n in range(MOST_LABELS + 2))
    hosts = [saying(host=f"host {n}", n=count(1)) for n in range(MOST_HOSTS + 3)]

    (dimension,) = dimensions(added(saying(shares=shares)))
    last = host_lines(added(*hosts))[-1]

    assert dimension.lines[-1] == Line("2 others", "", None, None, ())
    assert (last.title, last.n_events) == ("3 others", 3)
    assert last.projects is not None
    assert last.projects.words == "3"
