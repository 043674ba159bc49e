"""Firms with what they build and for how much in brackets, behind a dash or between marks."""

import pytest

from extractor.models.rules.projects.english_brackets import bracketed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Others are Ipsum Dairies (Ⓜ, milk plant) and Dolor Toys (plush toys, Ⓜ).",
            [("Ipsum Dairies", "milk plant"), ("Dolor Toys", "plush toys")],
            id="both in the bracket",
        ),
        pytest.param(
            "Ipsum Paints is good for Ⓜ (coating line).",
            [("Ipsum Paints", "coating line")],
            id="the cost before it",
        ),
        pytest.param(
            "Signed: Ipsum Farms, mushroom factory, Ⓜ; Dolor Energy, Ⓜ, wind park.",
            [("Ipsum Farms", "mushroom factory"), ("Dolor Energy", "wind park")],
            id="between marks",
        ),
        pytest.param(
            "Ipsum Solar — crystal pulling, Ⓜ", [("Ipsum Solar", "crystal pulling")], id="a dash"
        ),
        pytest.param("Ipsum Toys (Ⓜ, plush toys, Ⓜ)", [], id="two costs"),
        pytest.param("Ipsum Toys (Ⓜ, mostly jobs)", [], id="nothing to build"),
        pytest.param("Dolor County (Ⓜ, milk plant)", [], id="a place"),
        pytest.param("Signed: Ipsum Bank, Ⓜ, credit line.", [], id="no works between marks"),
    ],
)
def test_a_firm_its_works_and_their_cost_are_a_project(text, told):
    """One cost and something to build: else it is no project."""
    found = [
        (text[slice(*mention.investors[0])], text[slice(*mention.names[0])])
        for mention in bracketed(text)
    ]

    assert found == told
