"""Targets told further on than the sentence that names the project."""

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined 90 billion yuan.\n"
)


def test_targets_go_to_the_project_told_last_in_their_paragraph(resolve_text):
    """Up to the next project."""
    text = (
        "Dolor Power will build a cable plant in Amet for 3 billion yuan. After it is fully put into "
        "production, the annual sales income is expected to be 6 billion yuan, and the profit and "
        "tax are 420 million yuan. Ipsum Foods will build a noodle plant for 2 billion yuan. It will "
        "employ 300 people."
    )

    projects = resolve_text(LEAD + text).record.projects

    assert [
        (each.name, [(target.measure, target.as_written) for target in each.targets])
        for each in projects
    ] == [
        (
            "cable plant",
            [("annual sales income", "6 billion yuan"), ("profit and tax", "420 million yuan")],
        ),
        ("noodle plant", [("employ", "300")]),
    ]


def test_the_next_paragraph_is_of_something_else(resolve_text):
    """Jobs of the event as a whole are no project's."""
    text = (
        "Dolor Power will build a cable plant in Amet for 3 billion yuan.\n"
        "All in all they will create 9,000 jobs."
    )

    (project,) = resolve_text(LEAD + text).record.projects

    assert not project.targets
