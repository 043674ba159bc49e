"""Lists of what is built, item by item."""

import pytest

from extractor.models.rules.projects.english_work_lists import items_of


@pytest.mark.parametrize(
    ("text", "items"),
    [
        pytest.param(
            "the biscuit mill of Lorem Foods, the Ipsum logistics park and a glass unit by Dolor Glass.",
            [
                ("biscuit mill", ["Lorem Foods"]),
                ("Ipsum logistics park", []),
                ("glass unit", ["Dolor Glass"]),
            ],
            id="of and by",
        ),
        pytest.param(
            "a cement plant for Lorem Stone, a tyre factory for Ipsum Rubber and a cable works",
            [
                ("cement plant", ["Lorem Stone"]),
                ("tyre factory", ["Ipsum Rubber"]),
                ("cable works", []),
            ],
            id="for",
        ),
        pytest.param(
            "Lorem sawmill (Ipsum Holdings), Dolor solar farm (Amet Grid) and Elit dry port (Sed Rail)",
            [
                ("Lorem sawmill", ["Ipsum Holdings"]),
                ("Dolor solar farm", ["Amet Grid"]),
                ("Elit dry port", ["Sed Rail"]),
            ],
            id="in brackets",
        ),
        pytest.param(
            "Lorem Vina for a camera module factory, and the tool maker Ipsum, for a press shop",
            [("camera module factory", ["Lorem Vina"]), ("press shop", ["Ipsum"])],
            id="the firm first",
        ),
        pytest.param(
            "the bearing base of Lorem Bearing Co., Ltd., and a solar cell and module complex",
            [("bearing base", ["Lorem Bearing Co., Ltd."]), ("solar cell and module complex", [])],
            id="a firm with commas, an and in a name",
        ),
        pytest.param(
            "the third phase of Lorem pump factory; and Ipsum gas station",
            [("third phase of Lorem pump factory", []), ("Ipsum gas station", [])],
            id="a phase of something",
        ),
    ],
)
def test_a_list_is_cut_into_what_is_built_and_by_whom(text, items):
    """Each item has its name and its builders."""
    found = items_of(text, 0, len(text))

    told = [(text[slice(*each.name)], [text[slice(*b)] for b in each.builders]) for each in found]
    assert told == items


def test_a_piece_that_names_nothing_new_goes_on_with_the_item_before():
    """Its place, its builder and its amount are read from there."""
    text = "a cheese store at Lorem, by First Milk Ipsum, for Ⓜ, and an oat mill"

    first, second = items_of(text, 0, len(text))

    assert text[slice(*first.place)] == "Lorem"
    assert first.amount == text.index("Ⓜ")
    assert text[slice(*second.name)] == "oat mill"
