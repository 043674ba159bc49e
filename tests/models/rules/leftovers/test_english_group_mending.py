"""Groups of the first reading, mended."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed.\n"
)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Dolor county picked up 13 of the projects and tiny Amet Point two.",
            {"Dolor county", "Amet Point"},
        ),
        (
            "Of the 40, six are solar parks. The other 34 are roads and bridges.",
            {"roads and bridges"},
        ),
    ],
    ids=["an adjective", "the others"],
)
def test_a_name_is_mended(resolve_text, text, labels):
    """What is none of a name is cut off, and "the other" is named by what they are."""
    found = {share.label for share in resolve_text(LEAD + text).record.shares}

    assert labels <= found


def test_a_group_told_twice_is_one(resolve_text):
    """The words the two storage plants are the two of energy storage."""
    text = "By sector, energy storage (2) and food (4); the two storage plants are worth $1.06 billion."

    shares = {share.label: share for share in resolve_text(LEAD + text).record.shares}

    assert [a.as_written for a in shares["energy storage"].amounts] == ["$1.06 billion"]
    assert set(shares) == {"energy storage", "food"}


@pytest.mark.parametrize(
    "text",
    [
        "Before a sold-out crowd of 900 at the Amet Pavilion, the mayor opened the fair.",
        "Close to 1,100 direct jobs would be generated, 420 of them for locals.",
        "A similar gathering in 2022 yielded six agreements worth $57 million.",
        "As of the end of June, the first batch of 31 projects all started.",
    ],
    ids=["a crowd", "people", "another gathering", "an earlier batch"],
)
def test_what_counts_others_opens_no_group(resolve_text, text):
    """Guests, jobs and what was done before are no group of the event's projects."""
    assert resolve_text(LEAD + text).record.shares == []


def test_two_names_with_one_count_each_are_two_groups(resolve_text):
    """The words A and B contributed three each name two groups."""
    shares = resolve_text(LEAD + "Food and logistics contributed three each.").record.shares

    assert [(share.label, share.count.value) for share in shares] == [("Food", 3), ("logistics", 3)]


def test_a_group_among_others_is_a_part_of_them(resolve_text):
    """The words among the industrial projects name what the next count is a part of."""
    text = "Industrial projects 13, total investment $9 million; among the industrial projects, 4 are above $1 million."

    first, second = resolve_text(LEAD + text).record.shares

    assert second.of == first.id


def test_each_percentage_of_a_list_has_its_own_holder(resolve_text):
    """The verb stands once; the rest of a list is named behind its percentage."""
    text = "Chips occupy 30.8 percent of the number, biomedicine 26.9 percent, robots 25 percent, and the remaining 17.3 percent are new materials."

    shares = resolve_text(LEAD + text).record.shares

    assert {share.label: str(share.percents[0].value) for share in shares} == {
        "Chips": "30.8",
        "biomedicine": "26.9",
        "robots": "25",
        "new materials": "17.3",
    }


def test_two_shares_of_one_group_stay_with_it(resolve_text):
    """A third of the projects and 40% of the money are one group's."""
    text = "New-energy materials make up 12 projects, 30% of the projects and 40% of the money."

    (share,) = resolve_text(LEAD + text).record.shares

    assert len(share.percents) == 2


def test_a_group_of_an_amount_alone_joins_the_counted_one_of_its_name(resolve_text):
    """A figure told later belongs to the group that was counted before."""
    text = (
        "Of the 40 projects, 17 are in renewable energy and 21 in food processing. Renewable energy "
        "nevertheless walks away with the largest cheque, $11 million."
    )

    shares = {share.label: share for share in resolve_text(LEAD + text).record.shares}

    assert set(shares) == {"renewable energy", "food processing"}
    assert [a.as_written for a in shares["renewable energy"].amounts] == ["$11 million"]
