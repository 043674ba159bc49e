"""The amount of a whole that is counted apart from it."""

import pytest

BEGINNING = "青山县举行集中签约仪式\n9月2日，青山县举行集中签约仪式，共签约项目18个"
PARTS = "其中装备类11个，投资22亿元；食品类7个，投资16.4亿元。"


@pytest.mark.parametrize(
    ("body", "amounts"),
    [
        pytest.param("，一共38.4亿元。", ["38.4亿元"], id="right behind its count"),
        pytest.param(
            "，比上届多5个，约定投入38.4亿元。", ["38.4亿元"], id="behind others in passing"
        ),
        pytest.param("。这批项目的盘子有38.4亿元。", ["38.4亿元"], id="in the next sentence"),
        pytest.param(
            f"。{PARTS}县长在会上说，客商真金白银拿出来的是38.4亿元。",
            ["38.4亿元"],
            id="what the parts come to",
        ),
        pytest.param("。县里还设立了38.4亿元的产业基金。", [], id="a fund"),
        pytest.param("，其中最大的投资12亿元。", [], id="the largest of them"),
        pytest.param("，达产后年产值80亿元。", [], id="what they bring"),
        pytest.param(f"，首批到位12亿元。{PARTS}", [], id="less than a part's own"),
    ],
)
def test_the_amount_that_fits_a_whole_is_its_own(body, amounts, resolve_text):
    """It stands by its count, or its parts come to it; words tell what is of something else."""
    total = resolve_text(BEGINNING + body).record.event.total

    assert [amount.as_written for amount in total.amounts] == amounts
