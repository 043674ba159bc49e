"""Agreements beside the projects, as Chinese articles tell of them."""

import pytest

LEAD = "林川招商大会签约\n5月3日，2025林川招商大会在林川市举行，共签约项目30个，总投资120亿元。\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "会上，市贸促会与15家会馆签署战略合作协议。",
            ("战略合作协议", ["市贸促会"], 15, None),
        ),
        ("工商银行林川分行向侨企授信50亿元。", ("授信", ["工商银行林川分行"], None, 5_000_000_000)),
        (
            "国家开发银行将为园区企业提供80亿元综合授信。",
            ("授信", ["国家开发银行"], None, 8_000_000_000),
        ),
        (
            "大会并促成林川大学与长河材料签订产学合作备忘录。",
            ("产学合作备忘录", ["林川大学", "长河材料"], None, None),
        ),
        (
            "农业银行等6家银行与县府签署融资合作协议，提供厂商200亿元优惠贷款额度。",
            ("融资合作协议", ["农业银行", "县府"], 6, 20_000_000_000),
        ),
        (
            "县政府与长河银行等8家银行签订项目融资合作意向，额度共300亿元。",
            ("项目融资合作意向", ["县政府", "长河银行"], 8, 30_000_000_000),
        ),
        (
            "同时，两地另签下意向性投资项目17个，意向投资约38亿元。",
            ("意向性投资项目", [], 17, 3_800_000_000),
        ),
        ("内贸合同1027份，成交额8.3亿元。", ("内贸合同", [], 1027, 830_000_000)),
    ],
)
def test_papers_beside_the_projects_are_agreements(resolve_text, sentence, expected):
    """Who signs, how many and for how much is read from each way of saying."""
    record = resolve_text(LEAD + sentence + "\n").record

    (paper,) = record.agreements
    count = paper.count.value if paper.count else None
    worth = paper.amounts[0].value if paper.amounts else None
    assert (paper.label, paper.parties, count, worth) == expected
    assert record.shares == []


def test_what_is_still_being_talked_about_is_background(resolve_text):
    """Neither those projects nor some among them are a group of the event's."""
    sentence = "另有26个项目尚在积极磋商，其中5个属于冷链物流。\n"

    assert resolve_text(LEAD + sentence).record.shares == []


def test_two_sums_taken_together_count_no_projects(resolve_text):
    """两项 are investment and trade; their sum is one more amount of the total."""
    text = (
        "林川茶博会闭幕\n5月3日，第三届林川茶博会在林川市闭幕，共签约项目30个，投资总额120亿元；"
        "签下购销合同（协议）213份，成交额16亿元，两项合计136亿元。\n"
    )

    total = resolve_text(text).record.event.total

    assert total.count.value == 30
    assert [(one.kind, one.value) for one in total.amounts] == [
        ("investment", 12_000_000_000),
        ("other", 13_600_000_000),
    ]
