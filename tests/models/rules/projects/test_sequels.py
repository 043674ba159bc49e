"""Where Chinese projects lie, by the words before their names and behind them."""

import pytest

_LEAD_ZH = "甲市举行投资洽谈会，共签约项目40个，总投资90亿元。\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "沃土重工拖拉机总装线项目也花落黎川，投资18.6亿元。",
            {"沃土重工拖拉机总装线项目": "黎川"},
            id="花落",
        ),
        pytest.param(
            "日商東山釀造看中乙地水質，將在大湖工業區設清酒廠，投資18億元。",
            {"清酒廠": "大湖工業區"},
            id="hant: in a later clause",
        ),
        pytest.param(
            "投资8.2亿元的连接器项目、投资6.4亿元的冷链物流中心，分别落户高新区和临港新区。",
            {"连接器项目": "高新区", "冷链物流中心": "临港新区"},
            id="dealt out",
        ),
        pytest.param(
            "天澄新能签下的沙井县100兆瓦光伏治沙项目投资5.2亿元。",
            {"沙井县100兆瓦光伏治沙项目": "沙井县"},
            id="in the name",
        ),
        pytest.param(
            "在丙县，福建雁鸣食品的肉鸭加工项目投资3.6亿元。",
            {"肉鸭加工项目": "丙县"},
            id="in a county, at the beginning",
        ),
        pytest.param(
            "食品园里，甲食品投资1.8亿元建肉制品加工线，乙酱板鸭公司投资1.2亿元建中央工厂。",
            {"肉制品加工线": "食品园", "中央工厂": "食品园"},
            id="in a park, without a preposition",
        ),
        pytest.param(
            "在丙县分会场，智能水阀产业园签约，投资额7.5亿元；在丁县分会场，签下的是总投资4.1亿元的有机肥厂。",
            {"智能水阀产业园": "丙县", "有机肥厂": "丁县"},
            id="one at the head of each part",
        ),
        pytest.param(
            "落户高新区的项目有2个：半导体测试基地，投资8亿元；软件研发中心，投资3.2亿元。",
            {"半导体测试基地": "高新区", "软件研发中心": "高新区"},
            id="what the head of a list gives to all",
        ),
        pytest.param(
            "甲控股投资7亿元的商贸综合体项目、乙服饰投资2.3亿元的服装智造园项目，均落户城南新区。",
            {"商贸综合体项目": "城南新区", "服装智造园项目": "城南新区"},
            id="both, behind them",
        ),
        pytest.param(
            "丙县签下的数据标注基地、丁区签下的稻虾示范园，投资额分别为3.8亿元、1.6亿元。",
            {"数据标注基地": "丙县", "稻虾示范园": "丁区"},
            id="each with its county before it",
        ),
        pytest.param(
            "会上，丙新区管委会与深圳甲科技签订了智能终端产业园项目，与广州乙电器签订了厨电生产基地项目。",
            {"智能终端产业园项目": "丙新区", "厨电生产基地项目": "丙新区"},
            id="the same side signs again",
        ),
        pytest.param(
            "沭河县签约6个项目，其中面料项目投资10亿元；泗水县签约4个项目，其中玻璃项目投资5亿元。",
            {"面料项目": "沭河县", "玻璃项目": "泗水县"},
            id="the county counted last before it",
        ),
        pytest.param(
            "順捷物流的智慧冷鏈物流園區，投資45億元，已取得南埔工業區7.2公頃用地。",
            {"智慧冷鏈物流園區": "南埔工業區"},
            id="hant: the land it has",
        ),
    ],
)
def test_chinese_words_give_places(places_of, text, places):
    """A place stands at the head of the sentence, in the name, or is dealt out behind."""
    assert places_of(_LEAD_ZH + text) == places


def test_targets_may_be_dealt_out_to_chinese_projects(resolve_text):
    """A row of sums of one measure goes to as many projects in their order."""
    record = resolve_text(
        _LEAD_ZH
        + "零部件项目和医疗耗材项目总投资分别为9亿元和6亿元，达产后年产值分别为15亿元和8亿元。"
    ).record

    assert [
        (project.name, [(one.measure, one.as_written) for one in project.targets])
        for project in record.projects
    ] == [("零部件项目", [("年产值", "15亿元")]), ("医疗耗材项目", [("年产值", "8亿元")])]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        pytest.param(
            "氢能装备产业园项目由凌峰集团建设，一期投资6亿元，二期投资9亿元，总投资15亿元。",
            ["15亿元"],
            id="the whole behind its phases",
        ),
        pytest.param(
            "物流园项目总投资22亿元，其中一期投资8亿元，由云港集团建设。",
            ["22亿元"],
            id="the whole before one of them",
        ),
        pytest.param(
            "预制菜项目分两期建设，一期投资2.4亿元，二期投资1.6亿元。", [], id="phases alone"
        ),
        pytest.param("预制菜项目签约，一期投资2.4亿元。", ["2.4亿元"], id="one phase alone"),
    ],
)
def test_a_project_in_phases_costs_what_the_whole_costs(resolve_text, text, amounts):
    """Nothing is added up, and no phase stands for the project beside others."""
    (project,) = resolve_text(_LEAD_ZH + text).record.projects

    assert [amount.as_written for amount in project.amounts] == amounts
