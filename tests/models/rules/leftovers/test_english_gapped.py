"""English lists of groups that leave the verb out."""

import pytest

LEAD = (
    "Lorem fair ends with 60 projects\n"
    "The Lorem Investment Fair closed in Lorem City on Friday with 60 projects worth a total of "
    "$9 billion signed.\n"
)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Energy took $3 billion, farming $2 billion and tourism a mere $400 million.",
            {"Energy": "$3 billion", "farming": "$2 billion", "tourism": "$400 million"},
        ),
        (
            "Asia took $3 billion, Europe $2 billion and the Gulf $1 billion.",
            {"Asia": "$3 billion", "Europe": "$2 billion", "Gulf": "$1 billion"},
        ),
        (
            "Private developers are paying for $611m of it, councils for $174m.",
            {"Private developers": "$611m", "councils": "$174m"},
        ),
    ],
    ids=["with no verb", "regions", "with a preposition"],
)
def test_what_follows_in_a_list_has_its_own_amount(resolve_text, text, groups):
    """The name before a figure is that of its group, where the one before has such a figure."""
    shares = resolve_text(LEAD + text).record.shares

    assert {share.label: share.amounts[0].as_written for share in shares} == groups


@pytest.mark.parametrize(
    "text",
    [
        "Energy took $3 billion, with jobs for 300 people.",
        "Energy took $3 billion, a solar park of Dolor Ltd $2 billion.",
    ],
    ids=["jobs", "a project of a firm"],
)
def test_what_is_no_group_is_none_in_a_list_either(resolve_text, text):
    """People, firms and their works are no groups."""
    shares = resolve_text(LEAD + text).record.shares

    assert [share.label for share in shares] == ["Energy"]


def test_a_place_among_origins_is_one(resolve_text):
    """The kind of a place's name is told by those before it."""
    text = "Overseas firms put up $3 billion, Ipsum $2 billion."

    shares = resolve_text(LEAD + text).record.shares

    assert [share.dimension for share in shares] == ["origin", "origin"]
