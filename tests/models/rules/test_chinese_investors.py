"""Who builds a project, and where, as Chinese reporters bring it in."""

import pytest

LEAD = "林川招商大会签约\n5月3日，2025林川招商大会在林川市举行，共签约项目30个，总投资120亿元。\n"


@pytest.mark.parametrize(
    ("sentence", "name", "investors", "place"),
    [
        (
            "规模最大的一笔来自晶岭材料，将斥资38亿元在林川科学园区兴建晶圆厂。",
            "晶圆厂",
            ["晶岭材料"],
            "林川科学园区",
        ),
        (
            "投资额最高的是曜光材料，将斥资28亿元在秀湾园区盖长晶厂。",
            "长晶厂",
            ["曜光材料"],
            "秀湾园区",
        ),
        (
            "日商东阳制药首度来台设厂，选定大溪生技园区，投资4.1亿元生产针剂药品。",
            "针剂药品",
            ["东阳制药"],
            None,
        ),
        (
            "德商柯尔勒看好离岸风电，投资2.6亿元生产高强度螺栓。",
            "高强度螺栓",
            ["柯尔勒"],
            None,
        ),
        (
            "观光类由林海旅游投资3.5亿元，在鹿湾盖国际观光饭店。",
            "国际观光饭店",
            ["林海旅游"],
            "鹿湾",
        ),
        (
            "金海控股集团把冷链配送中心落在了浔水区，总投资6.8亿元。",
            "冷链配送中心",
            ["金海控股集团"],
            "浔水区",
        ),
        (
            "枫叶科技董事长、“农三代”陈大远投资的智慧冷库，总投资9000万元。",
            "智慧冷库",
            ["枫叶科技", "陈大远"],
            None,
        ),
        (
            "投资32亿元的磷酸铁锂项目由深圳恒新能源在江北区建设。",
            "磷酸铁锂项目",
            ["深圳恒新能源"],
            "江北区",
        ),
        (
            "许昭签下的，是总投资56亿元的泰衡新材料产业园。",
            "泰衡新材料产业园",
            ["许昭"],
            None,
        ),
        (
            "分会场所在的华山轴承产业园项目，由民营企业华山精工投资兴建，总投资42亿元。",
            "华山轴承产业园项目",
            ["华山精工"],
            None,
        ),
    ],
)
def test_what_is_said_of_a_firm_is_no_part_of_its_name(
    resolve_text, sentence, name, investors, place
):
    """Ranks, motives, titles and places around the firm are told apart from it."""
    (project,) = resolve_text(LEAD + sentence + "\n").record.projects

    assert (project.name, project.investors, project.place) == (name, investors, place)
