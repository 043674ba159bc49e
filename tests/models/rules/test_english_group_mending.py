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
