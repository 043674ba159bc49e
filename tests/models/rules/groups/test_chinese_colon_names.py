"""Groups whose name stands before a colon."""

from time import process_time

import pytest

from extractor.models.rules.groups.chinese_colon_names import name_before_colons
from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.news.background import Background

LEAD = "11月6日，青山县举行招商推介会，集中签约一批项目。\n"


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        pytest.param(
            "高端装备：16个，128亿元\n生命健康：14个，96亿元", ["高端装备", "生命健康"], id="lines"
        ),
        pytest.param("外资：6个，3亿美元。", ["外资"], id="one that shows its dimension"),
        pytest.param("甲乙：6个，3亿元。", [""], id="one that shows none"),
        pytest.param(
            "总签约：45个项目\n新材料：20个", ["", "新材料"], id="the whole beside a group"
        ),
        pytest.param("签约成果：45个项目，320亿元。", [""], id="the whole"),
    ],
)
def test_a_name_before_a_colon_names_its_group(read, body, labels):
    """A line or a clause that is a name, a colon and a count tells of the group so named."""
    reading = read(LEAD + body)
    groups = read_groups(reading, Background(reading))

    name_before_colons(reading, groups)

    assert [group.label for group in groups] == labels


def test_counts_behind_colons_take_no_time_however_many(resolve_text):
    """What may stand before a name is a bullet or a number, not all that is no word."""
    began = process_time()

    resolve_text(LEAD + "88个）：" * 400)

    assert process_time() - began < 3
