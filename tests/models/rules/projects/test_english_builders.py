"""Who builds what, where, as English sentences tell it."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined $90 billion.\n"
)


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        pytest.param(
            "Dolor Bio chose Amet for its vaccine facility, costing $160 million.",
            [("vaccine facility", ["Dolor Bio"], "Amet")],
            id="a place chosen",
        ),
        pytest.param(
            "Dolor Foods picked Amet County for a $210 million potato plant.",
            [("potato plant", ["Dolor Foods"], "Amet County")],
            id="a place picked",
        ),
        pytest.param(
            "Dolor Electronics will settle in Amet Development Zone with a total investment of "
            "$110 million to build a circuit board project.",
            [("circuit board project", ["Dolor Electronics"], "Amet Development Zone")],
            id="a place settled in",
        ),
        pytest.param(
            "Dolor Glass will settle in Amet and invest $90 million to build a bottle factory.",
            [("bottle factory", ["Dolor Glass"], "Amet")],
            id="a place settled in, and money put in",
        ),
        pytest.param(
            "The bamboo tableware project of Dolor Bamboo settled in Amet Township.",
            [("bamboo tableware project", ["Dolor Bamboo"], "Amet Township")],
            id="a project settled",
        ),
        pytest.param(
            "The Amet desalination plant went to Dolor Aqua at $140 million.",
            [("Amet desalination plant", ["Dolor Aqua"], None)],
            id="went to",
        ),
        pytest.param(
            "Dolor Textiles was allotted 40 acres for a spinning mill costing $31 million.",
            [("spinning mill", ["Dolor Textiles"], None)],
            id="land allotted",
        ),
        pytest.param(
            "Another $30 million will come from Dolor Cold Chain, for a fish hub at Amet.",
            [("fish hub", ["Dolor Cold Chain"], "Amet")],
            id="will come from",
        ),
        pytest.param(
            "Among the signatories was Dolor Solar. The company will set up a wafer plant at Amet "
            "with an outlay of $86 million. It will also build a glass unit at Elit for $9 million.",
            [("wafer plant", ["Dolor Solar"], "Amet"), ("glass unit", ["Dolor Solar"], "Elit")],
            id="it, twice",
        ),
        pytest.param(
            "Dolor Tire, together with Amet Rubber, will build a $54 million tire plant in Elit City.",
            [("tire plant", ["Dolor Tire", "Amet Rubber"], "Elit City")],
            id="together with",
        ),
    ],
)
def test_a_project_has_its_builder_and_its_place(resolve_text, text, projects):
    """Whatever verb stands between them."""
    found = resolve_text(LEAD + text).record.projects

    assert [(each.name, list(each.investors), each.place) for each in found] == projects
