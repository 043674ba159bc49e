"""Tables written one cell a line."""

import pytest

from extractor.models.rules.reading.cell_lines import tables_of_lines

HEAD = "No.\nName\nFirm\nInvestment\n"
ROWS = "Ⓒ\nvalve line\nLorem\nⓂ\nⒸ\nbus depot\n-\nⓂ\nⒸ\ncold store\nIpsum\n-\n"
SHARES = "Sector\nProjects\nAmount\nmachinery\nⒸ\nⓂ\ntextiles\nⒸ\nⓂ\n"


def cells(text):
    """Return the cells of the tables of a reading."""
    return [
        [[text[slice(*cell)] for cell in row] for row in rows] for rows in tables_of_lines(text)
    ]


def test_rows_are_as_wide_as_the_head_before_them():
    """The head is cut off from the words above it, the last row from those below."""
    (table,) = cells(f"The list is as follows:\n{HEAD}{ROWS}Total\n\nⓂ\n")

    assert table == [
        ["No.", "Name", "Firm", "Investment"],
        ["Ⓒ", "valve line", "Lorem", "Ⓜ"],
        ["Ⓒ", "bus depot", "-", "Ⓜ"],
        ["Ⓒ", "cold store", "Ipsum", "-"],
    ]


def test_a_table_may_begin_with_its_names():
    """No column of numbers is asked for."""
    (table,) = cells(SHARES)

    assert [row[0] for row in table] == ["Sector", "machinery", "textiles"]


@pytest.mark.parametrize(
    "text",
    [HEAD + "Ⓒ\nvalve line\nLorem\nⓂ\n", "A line.\nAnother.\nA third.\n", "Ⓒ\nⒸ\nⒸ\nⒸ\nⒸ\n"],
    ids=["one row", "prose", "figures alone"],
)
def test_what_has_no_rows_is_no_table(text):
    """A shape has to come twice, with words and figures in it."""
    assert cells(text) == []
