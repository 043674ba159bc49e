"""Tables of groups and of projects."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed.\n"
)


@pytest.mark.parametrize(
    ("head", "dimension"),
    [("County", "region"), ("Sector", "industry"), ("Country of origin", "origin")],
)
def test_the_head_tells_the_dimension(resolve_text, head, dimension):
    """The first column's title says by what the groups are cut out."""
    text = f"| {head} | Projects | Investment |\n|---|---|---|\n| Dolor | 25 | $5 billion |\n"

    (share,) = resolve_text(LEAD + text).record.shares

    assert (share.label, share.dimension, share.count.value) == ("Dolor", dimension, 25)


def test_a_table_of_projects_opens_no_group(resolve_text):
    """The numbers of its rows count nothing, and the rule below the head is no project."""
    text = (
        "| No. | Project | Investor | Amount |\n|---|---|---|---|\n"
        "| 1 | Crane base | Dolor Heavy Industry | $260 million |\n"
    )

    record = resolve_text(LEAD + text).record

    assert [(p.name, p.investors) for p in record.projects] == [
        ("Crane base", ["Dolor Heavy Industry"])
    ]
    assert record.shares == []


def test_contracts_under_an_amount_with_its_unit_are_projects(resolve_text):
    """The head may hold the unit, and an investor to be announced is none."""
    text = (
        "No. | Contract | Investor | Amount (100 million yuan) | Place\n"
        "1 | Rail overhaul base | Dolor Rail | 32 | Amet Zone\n"
        "2 | Crane control line | to be announced | 2.2 | Elit District\n"
    )

    projects = resolve_text(LEAD + text).record.projects

    assert [(p.name, p.investors, p.amounts[0].value) for p in projects] == [
        ("Rail overhaul base", ["Dolor Rail"], 3_200_000_000),
        ("Crane control line", [], 220_000_000),
    ]
