"""Where projects lie, by the words before their names, around them and behind."""

import pytest

_LEAD_EN = "A total of 40 projects worth 9 billion yuan were signed in Lorem County on Friday.\n"
_LEAD_ZH = "甲市举行投资洽谈会，共签约项目40个，总投资90亿元。\n"


@pytest.fixture
def places_of(resolve_text):
    """Return a function that gives the place of each project of a text."""

    def read_text(text: str) -> dict[str, str | None]:
        record = resolve_text(text).record
        return {project.name: project.place for project in record.projects}

    return read_text


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "In Salt Creek, Orsk Dairy and Palm Foods will jointly build a cold storage facility for"
            " $8 million.",
            {"cold storage facility": "Salt Creek"},
            id="in a place, at the beginning",
        ),
        pytest.param(
            "Orsk Dairy will invest 2.2 billion yuan in Guanling District to construct a cheese"
            " factory.",
            {"cheese factory": "Guanling District"},
            id="mt: between the money and the verb",
        ),
        pytest.param(
            "Coal India Gas signed up for a gasification unit in the Jhiri coalfield, at Rs 900 crore.",
            {"gasification unit": "Jhiri coalfield"},
            id="a noun without a capital behind it",
        ),
        pytest.param(
            "Volta Power will build a battery park at the old Ravenmoor coal station for £62m.",
            {"battery park": "Ravenmoor coal station"},
            id="the old station",
        ),
        pytest.param(
            "A juice plant at Chandra Lake by Palm Resorts will cost Rs 38 crore.",
            {"juice plant": "Chandra Lake"},
            id="before who builds",
        ),
        pytest.param(
            "Dingtang County welcomed Muxiang Food's dish factory, 980 million yuan.",
            {"dish factory": "Dingtang County"},
            id="mt: a county welcomes",
        ),
        pytest.param(
            "Kanpur gets a Rs 940-crore textiles plant from Lokhand Weaves.",
            {"textiles plant": "Kanpur"},
            id="a town gets",
        ),
        pytest.param(
            "Tavin Freight plans a $66 million cargo terminal outside Odell.",
            {"cargo terminal": "Odell"},
            id="outside a town",
        ),
        pytest.param(
            "Lantu Power will spend 60 million yuan on a fruit processing base in the bonded port"
            " area, with 300 jobs.",
            {"fruit processing base": "bonded port area"},
            id="mt: an area without capitals",
        ),
        pytest.param(
            "Al Rawd Logistics signed for a logistics park, also in Sarang district, of up to $400"
            " million.",
            {"logistics park": "Sarang district"},
            id="also in",
        ),
    ],
)
def test_english_words_give_places(places_of, text, places):
    """A place stands at the head of the sentence, between verb and name, or behind the name."""
    assert places_of(_LEAD_EN + text) == places


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
