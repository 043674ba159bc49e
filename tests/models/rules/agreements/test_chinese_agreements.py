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
        (
            "林川农商行、林川邮储银行等6家银行向返乡创业者授信8亿元。",
            ("授信", ["林川农商行", "林川邮储银行"], 6, 800_000_000),
        ),
        (
            "活动现场签约、林川农商行向返乡创业者授信8亿元。",
            ("授信", ["林川农商行"], None, 800_000_000),
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


OPENED = LEAD + "大会由市政府主办。客商云集，气氛热烈。\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "会上，林川市工业和信息化局与长河智造协会签订产业合作备忘录。",
            [("产业合作备忘录", ["林川市工业和信息化局", "长河智造协会"], None, None)],
        ),
        (
            "期间，省文化和旅游厅、市人力资源和社会保障局与东海大学签署人才培养框架协议。",
            [
                (
                    "人才培养框架协议",
                    ["省文化和旅游厅", "市人力资源和社会保障局", "东海大学"],
                    None,
                    None,
                )
            ],
        ),
        (
            "市發展和改革局另與港灣商會簽署一份合作備忘錄。",
            [("合作備忘錄", ["市發展和改革局", "港灣商會"], None, None)],
        ),
        (
            "市贸促会与德国商会签订了一项友好合作协议。",
            [("友好合作协议", ["市贸促会", "德国商会"], None, None)],
        ),
        (
            "12家商协会与各县区签了委托招商协议。",
            [("委托招商协议", [], 12, None)],
        ),
        (
            "席间，20家采购商与本地茶企签下采购协议。",
            [("采购协议", ["本地茶企"], 20, None)],
        ),
        (
            "市政府与长河银行省分行签了200亿元的意向授信，还与三所高校签订产学研合作协议。",
            [
                ("意向授信", ["市政府", "长河银行省分行"], None, 20_000_000_000),
                ("产学研合作协议", ["市政府"], 3, None),
            ],
        ),
        (
            "会上，县政府与农业银行林川分行签订10亿元综合授信，并与两家研究院签署技术合作协议。",
            [
                ("综合授信", ["县政府", "农业银行林川分行"], None, 1_000_000_000),
                ("技术合作协议", ["县政府"], 2, None),
            ],
        ),
        (
            "该校还与林川市政府签了一项人才合作协议。",
            [("人才合作协议", ["林川市政府"], None, None)],
        ),
        (
            "展会期间达成购销合同及意向成交额65.3亿元。",
            [("购销合同及意向成交", [], None, 6_530_000_000)],
        ),
        (
            "会期内，采购商共达成交易合同总计3.2亿元。",
            [("交易合同", [], None, 320_000_000)],
        ),
    ],
    ids=lambda value: value[:16] if isinstance(value, str) else "",
)
def test_one_who_signs_may_have_a_long_name_and_the_paper_an_article(
    resolve_text, sentence, expected
):
    """工业和信息化局 is one office, 一份 no count, and a credit may be signed for by itself."""
    record = resolve_text(OPENED + sentence + "\n").record

    assert [
        (
            paper.label,
            paper.parties,
            paper.count.value if paper.count else None,
            paper.amounts[0].value if paper.amounts else None,
        )
        for paper in record.agreements
    ] == expected
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


def test_banks_grant_credit_to_as_many_firms_as_sign(resolve_text):
    """The firms are counted, the sum is the credit's."""
    text = (
        "3月28日，临江市举行银企对接会暨重点项目签约仪式，签约项目19个，总投资102亿元。"
        "会上，五家银行与12家企业签约，授信总额36亿元。"
    )

    (agreement,) = resolve_text(text).record.agreements

    assert agreement.count.value == 12
    assert [(amount.kind, amount.as_written) for amount in agreement.amounts] == [
        ("other", "36亿元")
    ]


@pytest.mark.parametrize(
    ("told", "papers"),
    [
        (
            "，同步签署产业链合作协议6个、人才合作协议3个",
            [("产业链合作协议", 6), ("人才合作协议", 3)],
        ),
        ("；达成投资意向22个，意向金额96亿元", [("投资意向", 22)]),
    ],
)
def test_papers_signed_beside_projects_in_the_lead_are_none_of_them(resolve_text, told, papers):
    """The projects are counted first; what is signed beside them carries none."""
    text = f"9月9日，海州市举办经贸洽谈会，签约项目30个，总投资210亿元{told}。"

    record = resolve_text(text).record

    assert [(one.label, one.count.value) for one in record.agreements] == papers
    assert record.shares == []
