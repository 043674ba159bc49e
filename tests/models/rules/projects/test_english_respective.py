"""English outlays that are dealt out by position."""

import pytest

from extractor.models.rules.projects.english_respective import (
    listed_with_amounts,
    parties,
    respective,
)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("wind specialist Lorem and battery maker Ipsum", ["Lorem", "Ipsum"]),
        ("Bank of Lorem, the Ipsum Group and Dolor", ["Bank of Lorem", "Ipsum Group", "Dolor"]),
        ("Wind specialist Lorem and Ipsum Steel", ["Lorem", "Ipsum Steel"]),
    ],
    ids=["what each is", "articles", "a capital at the head"],
)
def test_parties_are_named_without_what_they_are(text, bodies):
    """A trade before a name belongs to none."""
    assert [text[slice(*body)] for body in parties(text, 0, len(text))] == bodies


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Lorem, Ipsum Foods and Dolor will invest Ⓜ, Ⓜ and Ⓜ respectively to build a silk base, "
            "a cloud center and a mould factory.",
            [("silk base", "Lorem"), ("cloud center", "Ipsum Foods"), ("mould factory", "Dolor")],
            id="three",
        ),
        pytest.param(
            "Lorem Solar and Ipsum Cells, investing Ⓜ and Ⓜ, will build a module line and a cell plant in Dolor.",
            [("module line", "Lorem Solar"), ("cell plant", "Ipsum Cells")],
            id="investing",
        ),
    ],
)
def test_each_of_the_investors_has_its_own_project(text, wanted):
    """The first builds the first for the first amount."""
    found = list(respective(text))

    assert [
        (text[slice(*each.names[0])], text[slice(*each.investors[0])]) for each in found
    ] == wanted
    assert [each.amounts[0][1] for each in found] == [i for i, c in enumerate(text) if c == "Ⓜ"]


@pytest.mark.parametrize(
    "text",
    [
        "Lorem and Ipsum will invest Ⓜ and Ⓜ respectively.",
        "Lorem and Ipsum will invest Ⓜ and Ⓜ in a mill.",
        "Lorem, Dolor and Ipsum will invest Ⓜ and Ⓜ in a mill and a park.",
    ],
    ids=["no works", "fewer works", "more investors"],
)
def test_nothing_is_dealt_out_where_the_lists_differ(text):
    """As many investors, amounts and works are asked for."""
    assert not list(respective(text))


def test_amounts_behind_the_works_are_dealt_out_too():
    """Without any investor, by what says that they are in order."""
    text = "The Lorem mill and the Ipsum park are to cost Ⓜ and Ⓜ respectively."

    found = list(listed_with_amounts(text))

    assert [text[slice(*each.names[0])] for each in found] == ["Lorem mill", "Ipsum park"]
