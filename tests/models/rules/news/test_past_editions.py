"""Editions before the article's own."""

import pytest

from extractor.models.rules.news.background import Background


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        (
            "The fifth session of the Lorem fair signed 12 projects. Of the fourth session, 7 projects are finished.",
            [None, "earlier"],
        ),
        (
            "The fifth edition signed 12 deals. From 3 deals at the first edition to 12 deals at the fifth edition it has grown.",
            [None, "earlier", None],
        ),
        ("第五届大会签约项目12个。第四届大会签约的项目7个，均已投产。", [None, "earlier"]),
        (
            "第六次集中开工活动上，12个项目开工。第五次集中开工活动的7个项目均已投产。",
            [None, "earlier"],
        ),
        ("第六次集中开工活动上，12个项目开工。甲公司第三次增资项目1个。", [None, None]),
        (
            "In the first session 7 projects were signed, in the second session 12 projects.",
            [None, None],
        ),
        ("The fifth session signed 12 projects. The second phase has 7 projects.", [None, None]),
    ],
    ids=[
        "en",
        "back to its own",
        "zh",
        "zh numbered",
        "no gathering",
        "sessions of one",
        "no edition",
    ],
)
def test_what_an_earlier_edition_signed_is_put_aside(read, text, reasons):
    """A smaller number of the noun that numbers the article's own event rules its figures."""
    reading = read(text)
    background = Background(reading)

    found = [
        background.reason(at) for at, mark in reading.marks(0, len(text)) if mark.letter == "Ⓒ"
    ]

    assert found == reasons
