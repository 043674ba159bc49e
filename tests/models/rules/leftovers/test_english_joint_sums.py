"""English projects with one sum between them."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined 90 billion yuan.\n"
)


@pytest.mark.parametrize(
    ("text", "names", "investors"),
    [
        pytest.param(
            "The glass workshop, the heating station and the rice exchange center were all taken on "
            "by Dolor Rice, 1.26 billion yuan for the three.",
            ["glass workshop", "heating station", "rice exchange center"],
            ["Dolor Rice"],
            id="for the three",
        ),
        pytest.param(
            "Amet citrus cold chain park and Amet citrus trading hall, both of which are in Amet "
            "County, were contracted by Dolor Farming, a total of 730 million yuan for the two.",
            ["Amet citrus cold chain park", "Amet citrus trading hall"],
            ["Dolor Farming"],
            id="both of which",
        ),
        pytest.param(
            "The two projects of Dolor carbon fiber and Amet whole-house tailoring enter the park, "
            "and together invest 410 million yuan.",
            ["Dolor carbon fiber", "Amet whole-house tailoring"],
            [],
            id="together",
        ),
    ],
)
def test_listed_projects_share_a_sum(resolve_text, text, names, investors):
    """A group has the sum; each is a member of it, with the investor of all."""
    record = resolve_text(LEAD + text).record

    (group,) = [share for share in record.shares if share.amounts]
    assert sorted(each.name for each in record.projects) == sorted(names)
    assert [each.shares for each in record.projects] == [[group.id]] * len(names)
    assert [list(each.investors) for each in record.projects] == [investors] * len(names)
    assert not any(each.amounts for each in record.projects)


def test_a_place_before_a_listed_name_is_where_it_lies(resolve_text):
    """It is no part of the name."""
    record = resolve_text(
        LEAD + "Amet County's water supply project and Dolor County's Wolong Bridge were also "
        "started that day, the sum of investment nearly 900 million yuan."
    ).record

    assert [(each.name, each.place) for each in record.projects] == [
        ("water supply project", "Amet County"),
        ("Wolong Bridge", "Dolor County"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The glass plant and the rice mill will bring a total output of 3 billion yuan.",
        "A glass plant worth 2 billion yuan and a rice mill worth 1 billion yuan are to be built.",
    ],
    ids=["output", "each its own"],
)
def test_no_group_is_opened_for_anything_else(resolve_text, text):
    """Output is no sum of investment, and amounts of their own are none together."""
    assert not resolve_text(LEAD + text).record.shares
