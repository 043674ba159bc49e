"""Works under a count and a sum of their own."""

import pytest

LEAD = (
    "Lorem County signs 20 projects worth $900 million\n\n"
    "Lorem County signed 20 projects worth $900 million at its investment forum on May 4.\n\n"
)


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        pytest.param(
            "Two solar farms by Ipsum Energy, Amet North and Amet South, will cost $80 million between them.",
            [("Amet North", None, "Ipsum Energy"), ("Amet South", None, "Ipsum Energy")],
            id="named",
        ),
        pytest.param(
            "Three cold stores of Elit Foods, in Sunda, Kori and Banto, carry a combined investment of $80 million.",
            [
                ("cold stores", "Sunda", "Elit Foods"),
                ("cold stores", "Kori", "Elit Foods"),
                ("cold stores", "Banto", "Elit Foods"),
            ],
            id="by place",
        ),
        pytest.param(
            "Magna Hotels will open two resorts at Sunda and Kori for $80 million in all.",
            [("resorts", "Sunda", "Magna Hotels"), ("resorts", "Kori", "Magna Hotels")],
            id="builder first",
        ),
    ],
)
def test_each_of_the_works_is_a_project_and_their_sum_a_group(resolve_text, text, projects):
    """The sum is that of the group; each of the works lists it."""
    record = resolve_text(LEAD + text).record

    (share,) = record.shares
    assert [amount.value for amount in share.amounts] == [80_000_000]
    assert [(p.name, p.place, p.investors[0]) for p in record.projects] == projects
    assert all(project.shares == [share.id] for project in record.projects)
    assert not any(project.amounts for project in record.projects)


def test_as_many_as_are_counted_must_be_named(resolve_text):
    """Two names under a count of three are no list of the three."""
    text = "Three solar farms by Ipsum Energy, Amet and Tempor, will cost $80 million between them."

    names = [project.name for project in resolve_text(LEAD + text).record.projects]

    assert "Amet" not in names
