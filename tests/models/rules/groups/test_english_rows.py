"""Figures that add up to one before them."""

import pytest

from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.news.background import Background


@pytest.fixture
def placed(read):
    """Return a function that reads a text of which nothing is placed yet."""

    def read_text(text: str) -> Placed:
        reading = read(text)
        return Placed(reading, Background(reading), None, [], [])

    return read_text


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "There are 24 deals: 11 in toys, eight in shoes and five in hats.",
            [(24, [11, 8, 5])],
            id="in a row",
        ),
        pytest.param(
            "There are 24 deals.\n- toys: 11 deals\n- shoes: 8 deals\n- hats: 5 deals",
            [(24, [11, 8, 5])],
            id="in the lines of a list",
        ),
        pytest.param(
            "There are 24 deals, 11 in toys and eight in shoes.\nLunch was late.\nTea was early.\n"
            "Five deals are in hats.",
            [],
            id="from here and there",
        ),
        pytest.param("There are five deals, three in toys and two in hats.", [], id="too small"),
    ],
)
def test_counts_in_a_row_add_up(placed, text, rows):
    """They stand in one passage."""
    items = placed(text)

    found = items.count_rows

    def value(at):
        return items.reading.mark(at).figure.value

    assert [(value(row.whole), [value(at) for at in row.parts]) for row in found] == rows


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Of $3 billion, $1.8 billion is for toys and $1.2 billion for hats.", 1),
        pytest.param("Of $3 billion, $1.8 billion is for toys and $1.19 billion for hats.", 0),
        pytest.param(
            "Of $9 billion, $4.02 billion is for toys, $3 billion for hats, $2 billion for nets.", 1
        ),
        pytest.param("Of $3 billion, $1.8 billion is for toys and €1.2 billion for hats.", 0),
    ],
    ids=["two exactly", "two nearly", "three rounded", "two currencies"],
)
def test_amounts_of_one_currency_add_up(placed, text, count):
    """Three or more may be rounded."""
    assert len(placed(text).money_rows) == count
