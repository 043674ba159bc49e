"""Where English projects lie, by the words before their names, around them and behind."""

import pytest

_LEAD_EN = "A total of 40 projects worth 9 billion yuan were signed in Lorem County on Friday.\n"


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
