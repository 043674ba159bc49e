"""Groups that an amount takes up by name."""

import pytest

BEGINNING = (
    "青山县举行集中签约仪式\n9月2日，青山县举行集中签约仪式，共签约项目30个，总投资90亿元，"
    "其中装备制造16个，食品加工14个。"
)


@pytest.mark.parametrize(
    ("body", "amounts"),
    [
        pytest.param(
            "从金额上看，装备制造最高，为62亿元，食品加工28亿元次之。",
            {"装备制造": ["62亿元"], "食品加工": ["28亿元"]},
            id="one after the other",
        ),
        pytest.param(
            "县里为食品加工企业设立了8亿元的基金。",
            {"装备制造": [], "食品加工": []},
            id="of something else",
        ),
    ],
)
def test_an_amount_is_of_the_group_that_its_words_name(body, amounts, resolve_text):
    """Counted before, it is summed up later."""
    shares = resolve_text(BEGINNING + body).record.shares

    assert {
        share.label: [amount.as_written for amount in share.amounts] for share in shares
    } == amounts
