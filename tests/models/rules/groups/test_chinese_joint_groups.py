"""Groups of a Chinese article that are told one by one and then taken together."""

import pytest

BEGINNING = (
    "青山县举行投资贸易洽谈会\n5月6日，青山县举行投资贸易洽谈会，共签约项目12个，总投资60亿元。"
)


@pytest.mark.parametrize(
    ("body", "joint"),
    [
        pytest.param(
            "其中，乙县签约5个，丙县签约3个，丁县签约1个，三县合计9个。",
            ("三县", "region", "9个", [], []),
            id="a count",
        ),
        pytest.param(
            "日本企业签约5个，韩国企业签约3个，两国合计签约8个，占总数的66.7%。",
            ("两国", "origin", "8个", [], ["66.7%"]),
            id="a count with its percentage",
        ),
        pytest.param(
            "其中，乙县签约5个、20亿元，丙县签约3个、15亿元，两县合计投资35亿元。",
            ("两县", "region", None, ["35亿元"], []),
            id="an amount",
        ),
        pytest.param(
            "其中，乙县签约5个、20亿元，丙县签约3个、15亿元，两县合计8个、35亿元。",
            ("两县", "region", "8个", ["35亿元"], []),
            id="a count and an amount",
        ),
        pytest.param(
            "其中，乙县签约5个、20亿元，丙县签约3个、15亿元，两县合计投资35亿元，占58.3%。",
            ("两县", "region", None, ["35亿元"], ["58.3%"]),
            id="an amount with its percentage",
        ),
    ],
)
def test_groups_taken_together_are_one_more_group(body, joint, resolve_text):
    """They are entered once, with all that is told of them; the total stays what it was."""
    record = resolve_text(BEGINNING + body).record

    together = [
        (
            share.label,
            share.dimension,
            share.count and share.count.as_written,
            [amount.as_written for amount in share.amounts],
            [percent.as_written for percent in share.percents],
        )
        for share in record.shares
    ]
    assert together[-1] == joint
    assert sum(item[2] == joint[2] for item in together if joint[2]) <= 1
    assert record.event.total.count.as_written == "12个"
