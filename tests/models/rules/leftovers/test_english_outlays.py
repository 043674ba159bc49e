"""Amounts left over that are the cost of one project."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined 90 billion yuan.\n"
)


@pytest.fixture
def projects_of(resolve_text):
    """Return a function that gives the projects behind a lead: name, investors, amounts."""

    def read(text: str) -> list[tuple[str, list[str], list[str]]]:
        record = resolve_text(LEAD + text).record
        return [
            (project.name, list(project.investors), [a.as_written for a in project.amounts])
            for project in record.projects
        ]

    return read


@pytest.mark.parametrize(
    ("text", "project"),
    [
        (
            "Dolor Motors, a carmaker, will assemble buses there at a cost of $88 million.",
            ("buses", ["Dolor Motors"], ["$88 million"]),
        ),
        (
            "Dolor Glass: float glass, $140 million.",
            ("float glass", ["Dolor Glass"], ["$140 million"]),
        ),
        (
            "The treatment of the Amet River, in the charge of Dolor Water, has an investment of 480 million yuan.",
            ("treatment of the Amet River", ["Dolor Water"], ["480 million yuan"]),
        ),
        (
            "They include a seed-treatment unit of the Dutch firm Dolor Zaden ($110 million).",
            ("seed-treatment unit", ["Dolor Zaden"], ["$110 million"]),
        ),
    ],
    ids=["a deed", "a colon", "a treatment", "a firm by its nation"],
)
def test_what_is_built_and_by_whom_is_found_without_a_frame(projects_of, text, project):
    """The noun phrase at the amount names the project, its clause begins with who builds it."""
    assert project in projects_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The state will put up $186 million in tax credits.",
        "A 2021 meeting in the same town drew $122 million.",
        "The average wage is $31 an hour.",
        "The board on Tuesday approved $186 million in performance-based tax credits.",
        "Remittances stood at $1.3 billion last year.",
        "A belt runs from the line to the berth, and each ton saves 26 yuan of freight.",
    ],
)
def test_other_money_is_no_outlay(projects_of, text):
    """Credits, wages and earlier editions build nothing."""
    assert projects_of(text) == []


@pytest.mark.parametrize(
    ("text", "name", "investor"),
    [
        pytest.param(
            "Shelter Ipsum will build 4,000 flats in Tempor for $105 million.",
            "4,000 flats",
            "Shelter Ipsum",
            id="counted homes",
        ),
        pytest.param(
            "A glass works, into which the family firm Ipsum Pak put $17 million, came first.",
            "glass works",
            "Ipsum Pak",
            id="for which",
        ),
        pytest.param(
            "Nordvind Holding A/S will build a wind farm at Amet for $60 million.",
            "wind farm",
            "Nordvind Holding A/S",
            id="legal form with a stroke",
        ),
    ],
)
def test_who_pays_and_for_what_is_told_in_many_ways(resolve_text, text, name, investor):
    """Homes in their number, payers behind the thing paid, legal forms of the north."""
    record = resolve_text(LEAD + text).record

    (project,) = record.projects
    assert (project.name, project.investors) == (name, [investor])
    assert len(project.amounts) == 1
