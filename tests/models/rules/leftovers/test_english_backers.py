"""Who builds an English project, told around its name or its amount."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined 90 billion yuan.\n"
)


@pytest.mark.parametrize(
    ("sentence", "name", "investor"),
    [
        (
            "The list has a tyre plant costing 3 billion yuan (Dolor Rubber).",
            "tyre plant",
            "Dolor Rubber",
        ),
        (
            "They include a glass factory (2 billion yuan, Amet Glass).",
            "glass factory",
            "Amet Glass",
        ),
        (
            "A deal by Dolor Foods involves an investment of 1 billion yuan in a bakery.",
            "bakery",
            "Dolor Foods",
        ),
        (
            "A depot to be run by Amet Foods at a cost of 2 billion yuan is on the list.",
            "depot",
            "Amet Foods",
        ),
        (
            "The biggest is the Amet glass base of Dolor Display, as much as 6 billion yuan.",
            "Amet glass base",
            "Dolor Display",
        ),
    ],
    ids=["in brackets", "behind the amount in brackets", "before a clause", "run by", "of"],
)
def test_a_builder_is_found_around_a_project(resolve_text, sentence, name, investor):
    """Brackets, "by" and a clause about somebody's deal all name who builds."""
    projects = {project.name: project for project in resolve_text(LEAD + sentence).record.projects}

    assert projects[name].investors == [investor]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "The plan is a wind farm of Dolor Power with a capacity of 100 MW in Amet District, for "
            "3 billion yuan.",
            "Amet District",
            id="behind its capacity",
        ),
        pytest.param(
            "Dolor Power will build a wind farm for 3 billion yuan; a fair was held in Amet District.",
            None,
            id="another clause",
        ),
    ],
)
def test_a_place_may_stand_further_behind_the_name(resolve_text, text, place):
    """Before the next project, and in the same clause."""
    lead = (
        "Lorem signs 40 projects at Ipsum fair\n"
        "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed.\n"
    )

    (project,) = resolve_text(lead + text).record.projects

    assert project.place == place
