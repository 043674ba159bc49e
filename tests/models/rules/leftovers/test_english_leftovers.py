"""The second reading of English articles, over whole drafts."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined 90 billion yuan.\n"
)


@pytest.fixture
def shares_of(resolve_text):
    """Return a function that gives the shares behind a lead: label to count, amounts, percents."""

    def read(text: str) -> dict[str, tuple[int | None, list[str], list[str]]]:
        record = resolve_text(LEAD + text).record
        return {
            share.label: (
                share.count.value if share.count else None,
                [amount.as_written for amount in share.amounts],
                [percent.as_written for percent in share.percents],
            )
            for share in record.shares
        }

    return read


def test_bullets_are_groups(shares_of):
    """A bullet with a name, a count and a sum is a group."""
    shares = shares_of("* Energy: 14 projects, 30 billion yuan\n* Food: 9 projects, 8 billion yuan")

    assert shares["Energy"] == (14, ["30 billion yuan"], [])
    assert shares["Food"] == (9, ["8 billion yuan"], [])


def test_any_verb_of_having_counts_a_group(shares_of):
    """The verb need not be foreseen."""
    shares = shares_of("The northern belt, unsurprisingly, mopped up 21 of the projects.")

    assert shares["northern belt"][0] == 21


def test_former_means_the_first_of_two(shares_of):
    """The words the former takes up the first of the two groups before it."""
    shares = shares_of(
        "Sixteen of the 40 projects are for pumped hydro and the other 24 for solar storage; "
        "the former account for 30 billion yuan."
    )

    assert shares["pumped hydro"] == (16, ["30 billion yuan"], [])
    assert shares["solar storage"][0] == 24


def test_a_share_of_the_money_with_its_amount_is_a_group(shares_of):
    """The words More than half of the funds (Ⓜ) went to names a group with both figures."""
    shares = shares_of("More than half of the funds (48 billion yuan) went to the Lorem Zone.")

    assert shares["Lorem Zone"] == (None, ["48 billion yuan"], ["More than half"])


def test_each_is_two_groups(shares_of):
    """The words A and B each 1 counts both."""
    shares = shares_of("By sector, equipment 3, health 2, logistics and culture each 1.")

    assert shares["logistics"][0] == shares["culture"][0] == 1


def test_a_table_of_groups_is_read_by_its_head(shares_of):
    """Rows are groups, the row of the sum is none."""
    shares = shares_of(
        "| Region | Number of projects | Investment |\n|---|---|---|\n"
        "| Dolor County | 25 | 50 billion yuan |\n| Amet County | 15 | 40 billion yuan |\n"
        "| Total | 40 | 90 billion yuan |"
    )

    assert shares == {
        "Dolor County": (25, ["50 billion yuan"], []),
        "Amet County": (15, ["40 billion yuan"], []),
    }


@pytest.mark.parametrize(
    "text",
    [
        "The province's debt stood at 30 billion yuan.",
        "About 25 guests from 12 countries came.",
        "Sales of the region's firms grew 12 percent.",
    ],
)
def test_figures_of_other_things_open_no_group(shares_of, text):
    """What is no figure of the projects stays without a place."""
    assert shares_of(text) == {}


@pytest.mark.parametrize(
    "told",
    [
        "Manufacturing: 11 projects for 12 billion yuan; tourism: 9 projects worth 3 billion yuan.",
        "By sector: manufacturing, 11 projects, 12 billion yuan; tourism, 9 projects, 3 billion yuan.",
        "Next comes manufacturing: 11 projects worth 12 billion yuan; tourism is last: 9 projects for 3 billion yuan.",
    ],
)
def test_groups_of_a_list_in_one_sentence_are_named_before_their_counts(resolve_text, told):
    """A colon or a comma stands between a name and its count, a semicolon between groups."""
    shares = resolve_text(
        "Orvale holds signing ceremony\nOn May 12 the Orvale Fair was held, at which 42 projects were "
        f"signed, with a total investment of 218 billion yuan. {told}"
    ).record.shares

    assert [(share.label.lower(), share.count.value) for share in shares] == [
        ("manufacturing", 11),
        ("tourism", 9),
    ]
    assert [share.amounts[0].value for share in shares] == [12_000_000_000, 3_000_000_000]


@pytest.mark.parametrize(
    "told",
    [
        "28 projects started, with a total investment of 9.6 billion yuan and planned investment of 3.1 billion yuan this year.",
        "28 projects with a total investment of 9.6 billion yuan started, of which 3.1 billion yuan is planned to be invested this year.",
    ],
)
def test_what_is_planned_for_the_year_is_an_amount_of_the_whole(resolve_text, told):
    """It is no sum of another group."""
    record = resolve_text(
        "Orvale starts projects\nOn March 28, Orvale County held a ceremony for the centralized commencement "
        f"of major projects. A total of {told}"
    ).record

    assert [(amount.kind, amount.value) for amount in record.event.total.amounts] == [
        ("investment", 9_600_000_000),
        ("current_year", 3_100_000_000),
    ]
    assert record.shares == []
