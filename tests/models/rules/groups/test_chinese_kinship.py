"""What Chinese groups are parts of, and by what they are cut out, as their neighbours tell."""

import pytest

_LEAD_ZH = "甲县举行投资洽谈会，共签约项目40个，总投资90亿元。\n"

_CHINESE = [
    pytest.param(
        "签约项目中，机器人6个，生物试剂3个，超导带材2个。",
        {
            "机器人": ("industry", None),
            "生物试剂": ("industry", None),
            "超导带材": ("industry", None),
        },
        id="goods in a list",
    ),
    pytest.param(
        "工业项目26个，服务业项目14个。工业项目中，新材料9个，汽车零部件8个。",
        {
            "工业": ("industry", None),
            "服务业": ("industry", None),
            "新材料": ("industry", "工业"),
            "汽车零部件": ("industry", "工业"),
        },
        id="中",
    ),
    pytest.param(
        "开工28个，总投资60亿元；投产12个，总投资30亿元。开工项目中，装备制造11个，文旅12个，农业5个。",
        {
            "开工": ("stage", None),
            "投产": ("stage", None),
            "装备制造": ("industry", "开工"),
            "文旅": ("industry", "开工"),
            "农业": ("industry", "开工"),
        },
        id="of a stage",
    ),
    pytest.param(
        "亿元以上、10亿元以上、50亿元以上项目依次为33个、19个和3个。",
        {
            "亿元以上": ("size", None),
            "10亿元以上": ("size", "亿元以上"),
            "50亿元以上": ("size", "10亿元以上"),
        },
        id="size classes in a row",
    ),
    pytest.param(
        "10亿元以上项目17个，其余23个均在10亿元以下。",
        {"10亿元以上": ("size", None), "10亿元以下": ("size", None)},
        id="the rest is below",
    ),
    pytest.param(
        "外資項目11個，其餘29個項目都是本國企業，其中17個屬於上市公司。",
        {
            "外資": ("origin", None),
            "本國企業": ("origin", None),
            "上市公司": ("investor", "本國企業"),
        },
        id="hant: of the rest",
    ),
    pytest.param(
        "第一批簽約9個項目；第二批簽約6個項目。",
        {"第一批": ("occasion", None), "第二批": ("occasion", None)},
        id="hant: batches",
    ),
    pytest.param(
        "海外企业11个，当中欧洲5个、美国4个，日本2个；本地企业29个。",
        {
            "海外企业": ("origin", None),
            "欧洲": ("origin", "海外企业"),
            "美国": ("origin", "海外企业"),
            "日本": ("origin", "海外企业"),
            "本地企业": ("origin", None),
        },
        id="当中, and a new part",
    ),
    pytest.param(
        "15个远程签，25个当面签；当面签的25个里，有3个当场动工。",
        {
            "远程": ("occasion", None),
            "当面": ("occasion", None),
            "当场动工": ("stage", "当面"),
        },
        id="ways of signing",
    ),
]


@pytest.mark.parametrize(("text", "kin"), _CHINESE)
def test_chinese_groups_have_kin(kin_of, text, kin):
    """Words, neighbours and what is taken up tell a group's dimension and its whole."""
    assert kin_of(_LEAD_ZH + text) == kin
