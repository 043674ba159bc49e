"""Projects that are only listed."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined 90 billion yuan.\n"
)


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        pytest.param(
            "Projects signed include the biscuit factory of Dolor Foods and the Amet logistics park.",
            [("biscuit factory", ["Dolor Foods"]), ("Amet logistics park", [])],
            id="projects include",
        ),
        pytest.param(
            "Among them were a tyre factory for Dolor Rubber and a cable works for Amet Electric.",
            [("tyre factory", ["Dolor Rubber"]), ("cable works", ["Amet Electric"])],
            id="among them were",
        ),
        pytest.param(
            "The other three are the Dolor rice mill, the Amet salt works and the Elit pharma park.",
            [("Dolor rice mill", []), ("Amet salt works", []), ("Elit pharma park", [])],
            id="the other three are",
        ),
        pytest.param(
            "Listed among the signed projects were: Dolor sawmill (Teak Amet) and Elit dry port (Sed Rail).",
            [("Dolor sawmill", ["Teak Amet"]), ("Elit dry port", ["Sed Rail"])],
            id="a colon and brackets",
        ),
        pytest.param(
            "The heightening of Dolor Reservoir and the Amet sewage plant were started on the day.",
            [("heightening of Dolor Reservoir", []), ("Amet sewage plant", [])],
            id="what was started",
        ),
        pytest.param(
            "The list includes a sugar mill by Dolor Agro and the Amet textile park.",
            [("sugar mill", ["Dolor Agro"]), ("Amet textile park", [])],
            id="the list includes",
        ),
        pytest.param(
            "The contracts cover a copper plant by Dolor Metals and a yacht marina.",
            [("copper plant", ["Dolor Metals"]), ("yacht marina", [])],
            id="contracts cover",
        ),
    ],
)
def test_projects_that_are_listed_are_entered(resolve_text, text, projects):
    """Without any amount, with who builds them."""
    found = resolve_text(LEAD + text).record.projects

    assert [(each.name, list(each.investors)) for each in found] == projects


def test_listed_projects_are_members_of_the_group_before_their_list(resolve_text):
    """Each list belongs to the group counted right before it."""
    record = resolve_text(
        LEAD + "Among them, there are 12 manufacturing projects, including Dolor alloy wheels and "
        "Amet battery film; 5 service industry projects, including Elit commercial complex and "
        "Sed tourism town."
    ).record

    labels = {share.id: share.label for share in record.shares}
    members = [(each.name, [labels[share] for share in each.shares]) for each in record.projects]
    assert members == [
        ("Dolor alloy wheels", ["manufacturing"]),
        ("Amet battery film", ["manufacturing"]),
        ("Elit commercial complex", ["service industry"]),
        ("Sed tourism town", ["service industry"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The projects include roads, ports and power stations.",
        "Among them were the chairman of Dolor Group and the mayor of Amet City.",
        "The fields covered include smart factories, green energy and tourism.",
        "On offer are 30 projects, including the Dolor Port and the Amet Park.",
    ],
    ids=["plain fields", "guests", "fields", "offered"],
)
def test_fields_guests_and_offers_are_no_projects(resolve_text, text):
    """A list of anything else enters nothing."""
    assert not resolve_text(LEAD + text).record.projects


def test_firms_that_sums_came_from_are_told_one_by_one(resolve_text):
    """Each builds what stands behind its own "for", not what the next does."""
    found = resolve_text(
        LEAD + "Pledges came from Dolor Ferro for a rebar mill (480 million yuan), from Amet Ships "
        "for a dry dock (220 million yuan) and from Elit Solar for a panel factory."
    ).record.projects

    told = {each.name: (list(each.investors), len(each.amounts)) for each in found}
    assert told == {
        "rebar mill": (["Dolor Ferro"], 1),
        "dry dock": (["Amet Ships"], 1),
        "panel factory": (["Elit Solar"], 0),
    }
