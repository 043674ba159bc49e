"""Amounts of Chinese articles beside the total, and the kinds of its parts' amounts."""

import pytest

BEGINNING = "青山县集中签约60个项目\n11月6日，青山县举行食品博览会，共签约投资项目60个，"


@pytest.mark.parametrize(
    ("body", "amounts"),
    [
        pytest.param(
            "总投资200亿元；贸易合同12份，金额30亿元。投资、贸易两项合计230亿元。",
            [("investment", "200亿元"), ("other", "230亿元")],
            id="a sum of unlike things",
        ),
        pytest.param(
            "总投资200亿元；贸易合同12份，金额30亿元。签约总额突破230亿元。",
            [("investment", "200亿元"), ("other", "突破230亿元")],
            id="a sum that is rounded",
        ),
        pytest.param(
            "总投资200亿元；贸易合同12份，金额30亿元。十年来成交合计540亿元。",
            [("investment", "200亿元")],
            id="what the two do not come to",
        ),
        pytest.param(
            "总投资200亿元；贸易合同12份，金额30亿美元。投资、贸易两项合计230亿元。",
            [("investment", "200亿元")],
            id="what unlike currencies come to",
        ),
    ],
)
def test_a_sum_of_unlike_things_is_one_more_amount_of_the_total(body, amounts, resolve_text):
    """It is what the investment and an amount right before it come to."""
    total = resolve_text(BEGINNING + body).record.event.total

    assert [(amount.kind, amount.as_written) for amount in total.amounts] == amounts


def test_bare_amounts_of_parts_are_of_the_kind_of_the_total(resolve_text):
    """Where the total is capital brought in, so is a part's amount, unless words say otherwise."""
    text = (
        "青山县集中签约60个项目\n"
        "11月6日，青山县举行集中签约仪式，共签约项目60个，引进县外资金200亿元。\n"
        "食品加工类35个，120亿元；商贸物流类25个，总投资95亿元。"
    )

    shares = resolve_text(text).record.shares

    assert [share.amounts[0].kind for share in shares] == ["capital_brought_in", "investment"]
