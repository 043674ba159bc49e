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
    ],
)
def test_chinese_words_give_places(places_of, text, places):
    """A place stands at the head of the sentence, in the name, or is dealt out behind."""
    assert places_of(_LEAD_ZH + text) == places
