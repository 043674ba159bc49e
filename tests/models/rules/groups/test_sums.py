"""Counts that others add up to."""

import pytest

from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.groups.sums import find_sums, row_totals
from extractor.models.rules.news.background import Background


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param(
            "共签约项目13个。其中工业5个、物流4个、服务业4个。", [13], id="three in a row"
        ),
        pytest.param("工业5个、物流4个、服务业4个，共签约项目13个。", [13], id="behind its parts"),
        pytest.param("工业5个，共签约项目13个，物流8个。", [13], id="between its parts"),
        pytest.param("共签约项目13个。其中工业5个、物流4个。", [], id="not all of them"),
        pytest.param("共签约项目13个。另有项目13个。", [], id="the same again"),
        pytest.param(
            "签约13个。其中工业12个、农业4个，5亿元以上6个、10亿元以上2个。",
            [],
            id="classes by size among them",
        ),
        pytest.param("共签约项目5个。其中工业3个、物流2个。", [], id="too small to tell"),
    ],
)
def test_a_count_that_others_in_a_row_add_up_to_is_a_sum(read, text, whole):
    """Two at least, one after the other."""
    reading = read(text)
    groups = read_groups(reading, Background(reading))

    summed = [groups[place].count.figure.value for place in sorted(find_sums(groups))]

    assert summed == whole


def test_rows_within_a_paragraph_have_totals(read):
    """Those of two at least."""
    reading = read("工业5个、物流4个、服务业4个。\n农业9个。")
    groups = read_groups(reading, Background(reading))

    assert row_totals(groups) == {8, 9, 13}
