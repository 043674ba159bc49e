"""Cells of Chinese tables that only spaces part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.figures.cells import with_tabs


@pytest.mark.parametrize(
    ("text", "tabbed"),
    [
        pytest.param("1　甲项目　乙公司　2.5", "1\t甲项目\t乙公司\t2.5", id="wide spaces"),
        pytest.param("甲　 　乙公司 　2.5", "甲\t  乙公司\t 2.5", id="several of them are one gap"),
        pytest.param("12　区域总部基地", "12\t区域总部基地", id="a number and its item"),
        pytest.param("记者　李甲", "记者　李甲", id="one wide space alone"),
        pytest.param("　　会上签约3　亿元。", "　　会上签约3　亿元。", id="an indent"),
        pytest.param("投资 3 亿元 5 个", "投资 3 亿元 5 个", id="single spaces without titles"),
        pytest.param(
            "序号 项目 投资方 金额\n一、工业（2个）\n1 甲项目 乙公司 5\n2 丙项目 丁公司 8\n3 个项目 签约",
            "序号\t项目\t投资方\t金额\n一、工业（2个）\n1\t甲项目\t乙公司\t5\n2\t丙项目\t丁公司\t8\n3 个项目 签约",
            id="single spaces below titles, in rows of as many cells",
        ),
    ],
)
def test_spaces_between_cells_become_tabs(text, tabbed):
    """A row is a line of three cells, or a numbered one; other spaces stay."""
    assert with_tabs(text) == tabbed


@given(st.text(alphabet="序号 　\n1２甲.\t", max_size=60))
def test_nothing_but_spaces_changes_and_no_offset_moves(text):
    """What comes back is as long, and every other letter stands where it stood."""
    told = with_tabs(text)

    assert len(told) == len(text)
    assert all(new == old or old in " 　" for new, old in zip(told, text, strict=True))
