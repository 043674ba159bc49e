"""Rows of groups, and what they come to."""

from decimal import Decimal

import pytest

from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.groups.rows import Rows, amount_rows, closed_rows
from extractor.models.rules.news.background import Background


@pytest.fixture
def told(read):
    """Return a function that gives the groups of a text."""

    def groups(text: str):
        reading = read(text)
        return read_groups(reading, Background(reading))

    return groups


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("工业类5个、物流类4个。农业类9个。", [[5, 4]], id="of a sentence"),
        pytest.param(
            "签约一览\n工业类5个；\n物流类4个；\n农业类9个。", [[5, 4, 9]], id="one a line"
        ),
        pytest.param(
            "共签约项目18个，工业类5个、物流类4个、农业类9个。", [[5, 4, 9]], id="beside the whole"
        ),
        pytest.param(
            "签约项目18个。其中10亿元以上5个，50亿元以上2个。", [], id="no classes by size"
        ),
    ],
)
def test_groups_told_as_one_are_a_row(told, text, rows):
    """Of a sentence, or a line each."""
    found = [[int(group.count.figure.value) for group in row] for row in closed_rows(told(text))]

    assert found == rows


def test_amounts_of_a_row_come_to_a_sum_in_their_unit(told):
    """Where each group of it has one."""
    groups = told("工业类5个、8亿元，物流类4个、3亿元。农业类9个、2亿元，文旅类2个。")

    assert amount_rows(closed_rows(groups)) == {("CNY", Decimal(1_100_000_000))}


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        pytest.param(
            "工业类5个、物流类4个。共签约项目9个。", {"工业": 0, "物流": -2.5, "": 1}, id="one row"
        ),
        pytest.param(
            "共签约项目6个。外资项目19个，内资项目4个。",
            {"": -2.5, "外资": 0, "内资": -2.5},
            id="smaller than a part",
        ),
        pytest.param(
            "外资项目9个，内资项目4个。外资项目里，日资5个，韩资4个。",
            {"外资": 0, "内资": -2.5, "日资": -2.5, "韩资": -2.5},
            id="parts of a part",
        ),
    ],
)
def test_rows_tell_which_group_may_be_the_whole(told, text, weights):
    """It is what rows come to; what a part exceeds is none."""
    groups = told(text)
    rows = Rows(groups)

    assert {group.label.removesuffix("类"): rows.weigh(group) for group in groups} == weights
