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


HEAD = "甲市集中签约\n5月6日，甲市招商推介会举行，会上集中签约项目38个，总投资126亿元。\n"


@pytest.mark.parametrize(
    ("listed", "members"),
    [
        (
            "🏭 先进制造\n共22个项目，总投资80亿元\n🔹 智能水表产业园\n投资方：甲水务有限公司\n总投资：3亿元\n🔹 汽车零部件基地\n总投资：2亿元\n🛍️ 现代服务\n共16个项目，总投资46亿元\n🔹 滑雪小镇\n总投资：5亿元\n",
            {"智能水表产业园": "先进制造", "汽车零部件基地": "先进制造", "滑雪小镇": "现代服务"},
        ),
        (
            "一、制造业（22个，总投资80亿元）\n1.智能水表项目。总投资3亿元。\n2.汽车零部件项目。总投资2亿元。\n二、文旅业（16个，总投资46亿元）\n1.滑雪小镇项目。总投资5亿元。\n",
            {"智能水表项目": "制造业", "汽车零部件项目": "制造业", "滑雪小镇项目": "文旅业"},
        ),
        (
            "签约项目中，制造业项目22个，总投资80亿元，主要有：\n——智能水表产业园，总投资3亿元；\n——汽车零部件基地，总投资2亿元；\n文旅项目16个，总投资46亿元，主要有：\n——滑雪小镇，总投资5亿元。\n",
            {"智能水表产业园": "制造业", "汽车零部件基地": "制造业", "滑雪小镇": "文旅"},
        ),
        (
            "✨ 制造类 22个 80亿元\n✅ 智能水表产业园（总投资3亿元）\n✅ 汽车零部件基地（总投资2亿元）\n✨ 文旅类 16个 46亿元\n✅ 滑雪小镇（总投资5亿元）\n",
            {"智能水表产业园": "制造", "汽车零部件基地": "制造", "滑雪小镇": "文旅"},
        ),
    ],
    ids=["a post", "a bulletin", "the press", "a post with tallies behind"],
)
def test_a_title_with_its_tally_heads_a_section(resolve_text, listed, members):
    """What the line over a list counts are the list's projects."""
    record = resolve_text(HEAD + listed).record
    labels = {share.id: share.label for share in record.shares}

    found = {project.name: [labels[id_] for id_ in project.shares] for project in record.projects}
    assert found == {name: [label] for name, label in members.items()}


def test_cells_of_a_row_name_the_groups_of_its_project(resolve_text):
    """A column of kinds or of sessions says of which group a project is."""
    table = "深圳专场签约22个、80亿元，苏州专场签约16个、46亿元。\n序号｜项目名称｜投资方｜总投资（万元）｜签约场次\n1｜智能水表项目｜甲水务有限公司｜30000｜深圳专场\n2｜滑雪小镇项目｜乙文旅公司｜50000｜苏州专场\n"
    record = resolve_text(HEAD + table).record
    labels = {share.id: share.label for share in record.shares}

    found = {project.name: [labels[id_] for id_ in project.shares] for project in record.projects}
    assert found == {"智能水表项目": ["深圳专场"], "滑雪小镇项目": ["苏州专场"]}
