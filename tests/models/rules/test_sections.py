"""Sections of lists, headed by the name of a group."""

import pytest


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(
            "共签约项目38个，其中制造业22个，文旅16个。\n一、制造业项目\n1.智能水表项目，甲水务有限公司，3亿元。\n2.汽车零部件项目，2亿元。\n二、文旅类：\n1.滑雪小镇项目，5亿元。\n2.古城酒店项目，1亿元。",
            {
                "智能水表项目": ["制造业"],
                "汽车零部件项目": ["制造业"],
                "滑雪小镇项目": ["文旅"],
                "古城酒店项目": ["文旅"],
            },
            id="zh: numbered sections",
        ),
        pytest.param(
            "共签约项目38个，其中制造业22个，文旅16个。\n一、重点推进\n1.智能水表项目，3亿元。\n2.汽车零部件项目，2亿元。",
            {"智能水表项目": [], "汽车零部件项目": []},
            id="zh: a heading of another kind",
        ),
        pytest.param(
            "共签约项目38个，其中制造业22个，文旅16个。\n制造业\n会议要求抓好落实，各地表态发言。\n1.智能水表项目，3亿元。\n2.汽车零部件项目，2亿元。",
            {"智能水表项目": [], "汽车零部件项目": []},
            id="zh: prose ends a section",
        ),
    ],
)
def test_what_a_section_lists_is_of_the_group_that_heads_it(resolve_text, text, members):
    """As far as the list goes, and no other line heads it."""
    headline = "甲市招商推介会举行\n5月6日，甲市招商推介会举行，会上集中签约。"
    record = resolve_text(f"{headline}{text}").record

    labels = {share.id: share.label for share in record.shares}
    found = {project.name: [labels[id_] for id_ in project.shares] for project in record.projects}
    assert found == members
