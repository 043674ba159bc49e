"""Rows of tables: cells between bars, tabs or wide spaces."""

import pytest

from extractor.models.rules.reading.cells import cells_of, is_row, is_rule, may_hold_rows


def words(line):
    """Give what stands in each cell of a line."""
    return [line[slice(*cell)] for cell in cells_of(line, 0, len(line))]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param("Mill | Lorem | 26.5", ["Mill", "Lorem", "26.5"], id="bars"),
        pytest.param("| Mill | Lorem | |", ["Mill", "Lorem", ""], id="a frame"),
        pytest.param("Mill\t\t26.5", ["Mill", "", "26.5"], id="tabs, one cell empty"),
        pytest.param("Mill   Lorem Works  26.5", ["Mill", "Lorem Works", "26.5"], id="wide gaps"),
        pytest.param(
            "　　1　甲项目　 乙公司　2.5", ["1", "甲项目", "乙公司", "2.5"], id="wide spaces"
        ),
        pytest.param("Mill of Lorem", ["Mill of Lorem"], id="no row"),
        pytest.param(
            "The fair has closed.  Ⓒ were signed.",
            ["The fair has closed.  Ⓒ were signed."],
            id="sentences two spaces apart",
        ),
    ],
)
def test_cells_stand_between_bars_tabs_or_wide_spaces(line, cells):
    """A frame around a row is no cell, what is left blank within it is one."""
    assert words(line) == cells


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Mill\tLorem", True),
        ("Mill | Lorem | 26.5", True),
        ("1　甲项目　乙公司　2.5", True),
        ("Mill  Lorem  26.5", True),
        ("记者　甲", False),
        ("　　会议签约　甲项目　等。", False),
        ("It was signed.  Three more will be.  None was.", False),
    ],
)
def test_a_row_has_three_cells_and_is_no_sentence(line, is_one):
    """A tab alone makes a row, a wide space does not."""
    assert is_row(line) is is_one


def test_a_line_that_is_only_drawn_is_a_rule():
    """It stands below a head."""
    assert is_rule("|---|--:|")
    assert not is_rule("| - | 3 |")


def test_a_text_without_anything_between_cells_holds_no_rows():
    """An indent is nothing between cells in English; a wide one in Chinese may be."""
    assert not may_hold_rows("  Three deals.\nTwo more.")
    assert may_hold_rows("甲项目　2.5")
