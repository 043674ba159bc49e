import pytest

from extractor.checks.structure import (
    check_conversions_apart,
    check_dates,
    check_duplicates,
    check_empty_shares,
)


@pytest.mark.parametrize(
    ("start", "end", "is_wrong"),
    [
        pytest.param("2023-05-20", "2023-05-18", True, id="days"),
        pytest.param("2023-06", "2023-05-18", True, id="precision differs"),
        pytest.param("2023-05", "2023-05-18", False, id="month and day within it"),
        pytest.param("2023-05-18", "2023-05-18", False, id="one day"),
        pytest.param("XXXX-12-28", "XXXX-01-03", False, id="across an unknown new year"),
        pytest.param("XXXX-05-20", "XXXX-05-18", True, id="days of one month without a year"),
        pytest.param("XXXX-XX-27", "XXXX-XX-02", False, id="days without a month"),
    ],
)
def test_an_event_does_not_end_before_it_begins(resolved, start, end, is_wrong):
    """Only dates that can be compared are compared."""
    subject = resolved(start_date=start, end_date=end)

    violations = list(check_dates(subject))

    assert [violation.code for violation in violations] == ["structure.dates"] * is_wrong


def test_a_share_without_figures_is_a_violation(subject_of):
    """A group that the text gives no figure for is no share."""
    subject = subject_of("In textiles 12 deals.", shares=[{"id": "s1", "label": "textiles"}])

    (violation,) = check_empty_shares(subject)

    assert violation.code == "structure.empty_share"
    assert violation.items == ("s1",)


def test_a_share_whose_figure_could_not_be_resolved_is_complained_of_once(subject_of):
    """The dangling reference is the violation; that the share is empty follows from it."""
    share = {"id": "s1", "label": "textiles", "count": "77"}

    subject = subject_of("In textiles 12 deals.", shares=[share])

    assert subject.resolution.violations
    assert not list(check_empty_shares(subject))


def test_two_shares_that_say_the_same_are_a_violation(subject_of):
    """The same label with the same figures is one group."""
    share = {"label": "textiles", "count": "12"}

    subject = subject_of(
        "In textiles 12 deals.", shares=[{"id": "s1"} | share, {"id": "s2"} | share]
    )

    (violation,) = check_duplicates(subject)
    assert violation.items == ("s1", "s2")


def test_projects_of_one_name_by_several_firms_are_no_duplicates(subject_of):
    """Several firms that each do the same under one description are one project each."""
    subject = subject_of(
        "Aldo and Brio will each open a store.",
        projects=[
            {"id": "p1", "name": "store", "investors": ["Aldo"]},
            {"id": "p2", "name": "store", "investors": ["Brio"]},
        ],
    )

    assert not list(check_duplicates(subject))


def test_a_conversion_entered_as_a_second_amount_is_a_violation(subject_of, invested, linked):
    """A sum in brackets in another currency is the same sum once more."""
    subject = subject_of(
        "Deals worth 7 billion yuan (1 billion dollars).",
        event={"amounts": [invested("7 billion yuan"), invested("1 billion dollars")]},
    )

    (violation,) = check_conversions_apart(linked(subject))

    assert violation.code == "structure.conversion"
    assert violation.items == ("event",)
