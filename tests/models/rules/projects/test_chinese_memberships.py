"""Which groups the words around a Chinese project make it a member of."""

import pytest

_LEAD = "5月9日，甲市举行投资洽谈会，签约项目40个，总投资390亿元。"


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(
            "按来源分，本地企业扩产27个，从东南亚返台4个，法商9个。\n返台的宏岳工具机将建设加工工厂，投资29亿元；"
            "法商诺岳生技建设发酵厂，投资22亿元。",
            {"加工工厂": ["从东南亚返台"], "发酵厂": ["法商"]},
            id="said of who invests",
        ),
        pytest.param(
            "其中江苏企业投资9个，浙江企业投资11个。\n江苏锐岳精工公司投资6亿元建设机床基地。",
            {"机床基地": []},
            id="a place in a firm's name is none",
        ),
        pytest.param(
            "民营企业18个，央企12个。\n民企方面，甲岳风电叶片制造基地投资16亿元；乙岳循环利用项目投资4.3亿元。",
            {"甲岳风电叶片制造基地": ["民营企业"], "乙岳循环利用项目": ["民营企业"]},
            id="the other name of a kind of firm",
        ),
        pytest.param(
            "其中农业类16个、8亿元，文旅类15个、9亿元。\n农业类有油茶精炼厂、螺蛳养殖基地等；文旅类有度假酒店等。",
            {"油茶精炼厂": ["农业类"], "螺蛳养殖基地": ["农业类"], "度假酒店": ["文旅类"]},
            id="the field that heads its part of the sentence",
        ),
        pytest.param(
            "总部类项目15个，普岳西部中心、平岳区域总部位列其中。",
            {"普岳西部中心": ["总部类"], "平岳区域总部": ["总部类"]},
            id="among them, behind the names",
        ),
        pytest.param(
            "主会场签约22个，各分会场18个。\n在丙县分会场，丁阀门公司的水阀产业园签约，投资额7.5亿元。",
            {"水阀产业园": ["各分会场"]},
            id="the session that it is set in",
        ),
    ],
)
def test_words_around_a_project_make_it_a_member(resolve_text, text, members):
    """An epithet of who invests, a heading or a session names the group."""
    record = resolve_text(_LEAD + text).record
    labels = {share.id: share.label for share in record.shares}

    assert {
        project.name: [labels[share] for share in project.shares] for project in record.projects
    } == members
