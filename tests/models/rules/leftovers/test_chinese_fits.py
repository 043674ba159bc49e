"""Percentages of Chinese groups bound by arithmetic."""

import pytest

BEGINNING = (
    "青山县举行集中签约仪式\n9月2日，青山县举行集中签约仪式，共签约项目21个，总投资164.3亿元。"
)


@pytest.mark.parametrize(
    ("body", "label", "percents"),
    [
        pytest.param(
            "工业项目16个，总投资139.7亿元，分别占签约项目的76.2%和85.0%。",
            "工业",
            ["76.2%", "85.0%"],
            id="by count and by money",
        ),
        pytest.param(
            "工业项目16个，农业项目5个，前一类的占比就有76.2%。",
            "工业",
            ["76.2%"],
            id="to the one it fits",
        ),
        pytest.param(
            "工业项目16个，农业项目5个，工业增加值增长76.2%。", "农业", [], id="not one of growth"
        ),
    ],
)
def test_a_percentage_is_of_the_group_whose_share_it_is(body, label, percents, resolve_text):
    """Of 21 projects, 16 are 76.2 per cent."""
    shares = {share.label: share for share in resolve_text(BEGINNING + body).record.shares}

    assert [percent.as_written for percent in shares[label].percents] == percents
