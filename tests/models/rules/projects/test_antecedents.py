"""Who builds a project, told elsewhere than beside its name: by a word for the firm, or its title."""

import pytest

_LEAD_EN = "A total of 40 projects worth 9 billion yuan were signed in Lorem County on Friday.\n"
_LEAD_ZH = "甲县举行投资洽谈会，共签约项目40个，总投资90亿元。\n"


@pytest.fixture
def backers_of(resolve_text):
    """Return a function that gives who invests in each project of a text."""

    def read_text(text: str) -> dict[str, list[str]]:
        record = resolve_text(text).record
        return {project.name: list(project.investors) for project in record.projects}

    return read_text


_ENGLISH = [
    pytest.param(
        "The headline act was Vantholm. The Swedish utility is to spend $620m on a battery park at"
        " Ravenmoor.",
        {"battery park": ["Vantholm"]},
        id="the utility",
    ),
    pytest.param(
        "First to sign was Haoda Axle Group. The company will invest 300 million yuan to build a"
        " forging plant.",
        {"forging plant": ["Haoda Axle Group"]},
        id="mt: the company",
    ),
    pytest.param(
        "Orsk Dairy came home after ten years. It will build a cheese factory for 90 million yuan.",
        {"cheese factory": ["Orsk Dairy"]},
        id="it",
    ),
    pytest.param(
        "A goat farm will be set up in the north, 200 million yuan. The investor is Muge Dairy.",
        {"goat farm": ["Muge Dairy"]},
        id="mt: the investor is",
    ),
    pytest.param(
        "Kaveri Wheels and its Japanese partner Asano Metal will sink Rs 2,150 crore in an alloy"
        " wheel plant.",
        {"alloy wheel plant": ["Kaveri Wheels", "Asano Metal"]},
        id="its partner",
    ),
    pytest.param(
        "Fruit trader Mekar Jaya plans a juice plant worth $40 million.",
        {"juice plant": ["Mekar Jaya"]},
        id="a trade before the name",
    ),
]
_CHINESE = [
    pytest.param(
        "投资额最大的是来自杭州的泽音医药。该公司计划斥资62亿元，建设细胞治疗研发中心。",
        {"细胞治疗研发中心": ["泽音医药"]},
        id="该公司",
    ),
    pytest.param(
        "壓軸簽署的是昕嵐科技，這家設備商宣布在科技園區興建量產中心，斥資235億元。",
        {"量產中心": ["昕嵐科技"]},
        id="hant: this trader",
    ),
    pytest.param(
        "其中涉資最大的一項，是港企維璟基建斥資28億元興建的垃圾發電廠。",
        {"垃圾發電廠": ["維璟基建"]},
        id="hant: 港企",
    ),
    pytest.param(
        "央企方面，中北能源将分三年投资88亿元，建设风光储一体化基地。",
        {"风光储一体化基地": ["中北能源"]},
        id="a topic before the firm",
    ),
    pytest.param(
        "李氏康养引进新加坡护理标准，投资3亿元建设国际颐养社区。",
        {"国际颐养社区": ["李氏康养"]},
        id="another predicate between",
    ),
    pytest.param(
        "宏储集团是签约央企之一，它与乙县携手建设的粮食应急保障中心，投资15亿元。",
        {"粮食应急保障中心": ["宏储集团"]},
        id="它",
    ),
    pytest.param(
        "日商東和精化規劃投資32億元，設立光阻劑廠。",
        {"光阻劑廠": ["東和精化"]},
        id="hant: 和 in a name",
    ),
    pytest.param(
        "城乡配送则交给本地企业蜂巢快运，它的共配网络项目投资3000万元。",
        {"共配网络项目": ["蜂巢快运"]},
        id="它的",
    ),
    pytest.param(
        "首批进驻的企业包括捷创光电、宏洋材料，前者投资6亿元设镜头厂，后者斥资4亿元建碳纤维产线。",
        {"镜头厂": ["捷创光电"], "碳纤维产线": ["宏洋材料"]},
        id="the former and the latter",
    ),
    pytest.param(
        "丙市与粤海和盛纸业达成合作，后者将投资13亿元建设特种纸项目。",
        {"特种纸项目": ["粤海和盛纸业"]},
        id="the latter of two who sign",
    ),
    pytest.param(
        "宏启新能源有限公司和博远装备股份有限公司带来的项目最受关注：前者投资12亿元建设储能电池基地，后者投资8亿元建设塔筒工厂。",
        {"储能电池基地": ["宏启新能源有限公司"], "塔筒工厂": ["博远装备股份有限公司"]},
        id="two who bring something, with all of their names",
    ),
    pytest.param(
        "校友企业通衢数科投资3亿元建设数据中心。",
        {"数据中心": ["通衢数科"]},
        id="a kind of firm before the name",
    ),
    pytest.param(
        "专做返程货的云帆货运也跟了过来，投资6400万元建设保税冷库。",
        {"保税冷库": ["云帆货运"]},
        id="what the firm does before the name",
    ),
]


@pytest.mark.parametrize(("text", "backers"), _ENGLISH)
def test_english_backers_are_told_elsewhere(backers_of, text, backers):
    """A word for the firm means the one named last; what stands around a name is no part of it."""
    assert backers_of(_LEAD_EN + text) == backers


@pytest.mark.parametrize(("text", "backers"), _CHINESE)
def test_chinese_backers_are_told_elsewhere(backers_of, text, backers):
    """A word for the firm means the one named last; what stands around a name is no part of it."""
    assert backers_of(_LEAD_ZH + text) == backers
