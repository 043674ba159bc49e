"""English projects that are one of so many."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined $90 billion. Five of the projects are in food processing, and nine of "
    "the projects are in energy.\n"
)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Dolor Dairy will build a $18 million milk plant in Amet. It was one of the five.",
            [["food processing"]],
        ),
        ("Dolor Wind plans a $95 million wind farm, the largest of the nine.", [["energy"]]),
        ("Dolor Wind plans a $95 million wind farm. It is one of the nine newcomers.", [[]]),
        ("Dolor Wind plans a $95 million wind farm. One of the seven guests was late.", [[]]),
    ],
    ids=["in the next sentence", "in its own", "of another kind", "of others"],
)
def test_a_project_is_a_member_of_the_group_that_counts_as_many(resolve_text, text, labels):
    """Where one group alone counts so many."""
    record = resolve_text(LEAD + text).record

    names = {share.id: share.label for share in record.shares}
    assert [[names[share] for share in each.shares] for each in record.projects] == labels
