"""Amounts of what was told before."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined 90 billion yuan.\n"
)


@pytest.mark.parametrize(
    ("text", "project"),
    [
        pytest.param(
            "The venue is the site of the photovoltaic module phase II project. The project is "
            "invested by Dolor Energy Co., Ltd. with 3.2 billion yuan, and covers 410 mu.",
            (
                "photovoltaic module phase II project",
                ["Dolor Energy Co., Ltd."],
                "3.2 billion yuan",
            ),
            id="the project",
        ),
        pytest.param(
            "The cold chain logistics port of Dolor Foods laid its foundation stone. The total "
            "investment of this project is 780 million yuan.",
            ("cold chain logistics port", ["Dolor Foods"], "780 million yuan"),
            id="the investment of this project",
        ),
        pytest.param(
            "The Amet aircraft assembly base is the largest. It is invested by Dolor Aviation "
            "with 860 million yuan.",
            ("Amet aircraft assembly base", ["Dolor Aviation"], "860 million yuan"),
            id="it",
        ),
        pytest.param(
            "Dolor Power intends to open a turbine works in Amet; the price is put at $90 million.",
            ("turbine works", ["Dolor Power"], "$90 million"),
            id="the price",
        ),
    ],
)
def test_a_clause_that_only_refers_goes_on_with_what_was_told(resolve_text, text, project):
    """With the project told last, or with the works of the sentence before."""
    projects = resolve_text(LEAD + text).record.projects

    assert [(each.name, list(each.investors), each.amounts[0].as_written) for each in projects] == [
        project
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The city built a museum. The total investment of the year is 3 billion yuan.",
        "The park is big. It has an output value of 3 billion yuan.",
    ],
    ids=["of the year", "output"],
)
def test_money_of_other_things_is_none_of_a_project(resolve_text, text):
    """A year has an investment, too."""
    assert not resolve_text(LEAD + text).record.projects
