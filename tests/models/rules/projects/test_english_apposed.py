"""Amounts set off behind what they are the cost of."""

import pytest

from extractor.models.rules.projects.english_apposed import apposed


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        pytest.param(
            "The firm Dolor Coating is going to build its second factory in Amet, Ⓜ, with Ⓠ a year",
            "second factory",
            None,
            id="in a place",
        ),
        pytest.param(
            "Others are small, such as the rehabilitation glove of Dolor Touch, Ⓜ.",
            "rehabilitation glove",
            "Dolor Touch",
            id="of a body",
        ),
        pytest.param(
            "They include ink (Ⓜ); smart sensor (phase I) of Dolor Technology (Ⓜ)",
            "smart sensor (phase I)",
            "Dolor Technology",
            id="in a list",
        ),
        pytest.param(
            "He moved back a valve cluster consisting of Ⓝ enterprises, a total of Ⓜ.",
            "valve cluster",
            None,
            id="in total",
        ),
    ],
)
def test_the_noun_phrase_before_the_mark_is_what_it_costs(text, name, body):
    """Whatever it names, cut before who builds it, where and with what."""
    found = apposed(text, text.rindex("Ⓜ"), 0)

    assert found is not None
    assert text[slice(*found[0])] == name
    assert (text[slice(*found[1])] if found[1] else None) == body


@pytest.mark.parametrize(
    "text",
    [
        "The bank signed a cooperation agreement with Dolor Group, Ⓜ.",
        "It has an annual output of Ⓠ, Ⓜ.",
        "He praised the state's economy, at Ⓜ.",
        "It will build a plant for Ⓜ in Amet",
    ],
    ids=["a paper", "output", "an economy", "not set off"],
)
def test_papers_and_output_cost_nothing(text):
    """Nor does an amount that its clause goes on behind."""
    assert apposed(text, text.rindex("Ⓜ"), 0) is None
