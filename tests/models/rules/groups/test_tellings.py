"""Which group a passage is told of, and so which of the projects in it are its members."""

import pytest

_LEAD_EN = "Lorem County signed 40 projects worth 9 billion yuan at its investment conference.\n"
_LEAD_ZH = "甲县举行投资洽谈会，共签约项目40个，总投资90亿元。\n"


@pytest.fixture
def members_of(resolve_text):
    """Return a function that gives the labels of the groups that each project lists."""

    def read_text(text: str) -> dict[str, set[str]]:
        record = resolve_text(text).record
        labels = {share.id: share.label for share in record.shares}
        return {
            project.name: {labels[ref] for ref in project.shares} for project in record.projects
        }

    return read_text


_ENGLISH = [
    pytest.param(
        "There are 12 food processing projects and 9 logistics projects. In food processing, Tavin"
        " Foods will build a noodle plant for 200 million yuan. Orsk Dairy will build a cheese"
        " factory for 90 million yuan.",
        {"noodle plant": {"food processing"}, "cheese factory": {"food processing"}},
        id="goes on to the next sentence",
    ),
    pytest.param(
        "Of the total, 12 projects are foreign-invested and 28 domestic.\nAmong the foreign"
        " investors, Okuma Seiki will build a bearing factory for 300 million yuan.",
        {"bearing factory": {"foreign-invested"}},
        id="an opening adverbial names the group in other words",
    ),
    pytest.param(
        "The money comes from far and near.\nFive of the projects are in agro-processing. Tavin"
        " Foods will build a noodle plant for 200 million yuan.",
        {"noodle plant": {"agro-processing"}},
        id="the paragraph opens with the count of the group",
    ),
    pytest.param(
        "By sector, textiles took 8 projects and tourism 5.\nAmong the tourism deals, Palmera"
        " Hotels will open a beach resort for $40 million.",
        {"beach resort": {"tourism"}},
        id="among the deals",
    ),
    pytest.param(
        "Seven projects are foreign-funded, worth 2 billion yuan. They include a bearing factory by"
        " Okuma Seiki (300 million yuan) and a brake plant by Radler AG (150 million yuan).",
        {"bearing factory": {"foreign-funded"}, "brake plant": {"foreign-funded"}},
        id="they include",
    ),
    pytest.param(
        "Healthcare drew 9 proposals and education 6. The Samaj Trust's nursing home, which will"
        " cost Rs 340 crore, is the largest of the healthcare proposals.",
        {"nursing home": {"Healthcare"}},
        id="the largest of the group, behind the name",
    ),
    pytest.param(
        "Of the projects, 10 are in agro-processing and 6 in energy. Energy is led by Volta Power,"
        " which will build a wind farm for $120 million.",
        {"wind farm": {"energy"}},
        id="a field is led by",
    ),
    pytest.param(
        "There were 14 in new materials and 6 in equipment manufacturing. As for the equipment"
        " manufacturing category, the representative is the Hongda gearbox factory, 500 million"
        " yuan.",
        {"Hongda gearbox factory": {"equipment manufacturing"}},
        id="mt: as for the category",
    ),
    pytest.param(
        "At the main venue 11 projects were signed, 3 billion yuan in all. At the branch venue 4"
        " projects were signed.\nAt the branch venue, Qinghe Paper will invest 150 million yuan to"
        " build a carton factory.",
        {"carton factory": {"At the branch venue"}},
        id="mt: a venue heads the sentence",
    ),
    pytest.param(
        "Three projects exceed 1 billion yuan. The three are the Fanhua battery base, 2.2 billion"
        " yuan, the Jinyu chip plant, 1.6 billion yuan, and the Moshan resort, 1.1 billion yuan.",
        {
            "Fanhua battery base": {"exceed 1 billion yuan"},
            "Jinyu chip plant": {"exceed 1 billion yuan"},
            "Moshan resort": {"exceed 1 billion yuan"},
        },
        id="as many follow as were counted",
    ),
    pytest.param(
        "Twelve of the deals are in mining and five in housing. Separately, Tundra Gold plans an ore"
        " mill for $60 million.",
        {"ore mill": set()},
        id="no member: separately",
    ),
]
_CHINESE = [
    pytest.param(
        "其中，民营企业项目18个，央企项目12个。\n民营企业方面，江宁叶片制造基地投资16亿元；云栈数据中心项目"
        "投资30亿元。",
        {"江宁叶片制造基地": {"民营企业"}, "云栈数据中心项目": {"民营企业"}},
        id="方面, of several",
    ),
    pytest.param(
        "开幕式签约3个项目，投资额46亿元；专场签约5个项目。\n开幕式上签约的三个项目分量不轻：甲新材料集团投资28亿元的"
        "聚酯纤维项目；乙印染投资12亿元，建设面料织染基地；丙电力投资6亿元，建设光伏电站。",
        {"聚酯纤维项目": {"开幕式"}, "面料织染基地": {"开幕式"}, "光伏电站": {"开幕式"}},
        id="as many follow as are counted",
    ),
    pytest.param(
        "工业项目15个，文旅项目5个。\n文旅项目中，丁文旅集团投资6亿元建设温泉度假村。戊旅游公司投资2亿元建设古镇民宿。",
        {"温泉度假村": {"文旅"}, "古镇民宿": {"文旅"}},
        id="goes on to the next sentence",
    ),
    pytest.param(
        "港澳项目9个，外省项目31个。\n香港己控股投资7亿元建设疫苗工厂，是港澳项目里最大的一个。",
        {"疫苗工厂": {"港澳"}},
        id="the largest, behind the name",
    ),
    pytest.param(
        "按規模分，10億元以上的有2個，其餘均在10億元以下。\n10億元以上的兩個項目，一是庚建設投資46億元的商務區項目；"
        "二是辛實業投資31億元的加工中心。",
        {"商務區項目": {"10億元以上"}, "加工中心": {"10億元以上"}},
        id="hant: one is, two is",
    ),
    pytest.param(
        "外資6個，台資22個。外資部分，日商東山電機投資8億元，設立研發中心。",
        {"研發中心": {"外資"}},
        id="hant: 部分",
    ),
    pytest.param(
        "按产业分，装备制造类12个，食品类8个。\n装备制造领域，甲重工投资5亿元建设塔筒生产线。食品领域，乙乳业投资3亿元"
        "建设奶粉工厂。",
        {"塔筒生产线": {"装备制造类"}, "奶粉工厂": {"食品类"}},
        id="one field after the other",
    ),
    pytest.param(
        "投资亿元以上的有11个，块头最大的是远钧重装投资12.4亿元的铸件项目。",
        {"铸件项目": {"投资亿元以上"}},
        id="the largest, in the same sentence",
    ),
    pytest.param(
        "工业项目15个，文旅项目5个。此外，甲医院投资2亿元建设康养中心。",
        {"康养中心": set()},
        id="no member: 此外",
    ),
]


@pytest.mark.parametrize(("text", "members"), _ENGLISH)
def test_english_passages_tell_of_a_group(members_of, text, members):
    """What heads a passage, or stands behind a name, makes projects members of a group."""
    assert members_of(_LEAD_EN + text) == members


@pytest.mark.parametrize(("text", "members"), _CHINESE)
def test_chinese_passages_tell_of_a_group(members_of, text, members):
    """What heads a passage, or stands behind a name, makes projects members of a group."""
    assert members_of(_LEAD_ZH + text) == members
