"""Agreements beside the projects, in all styles of the genre."""

import pytest

from extractor.models.rules.agreements.agreements import read_agreements
from extractor.models.rules.news.background import Background

_LEAD_ZH = "春季招商大会昨日举行。\n\n大会签约项目30个，总投资200亿元。其中工业项目12个。\n\n"
_LEAD_EN = (
    "The fair was held on Friday.\n\nA total of 30 projects were signed. Twelve are industrial.\n\n"
)


@pytest.fixture
def agreements_of(read):
    """Return a function that gives a text's agreements: label, parties, count, amounts."""

    def read_text(text: str) -> list[tuple[str, list[str], str | None, list[tuple[str, str]]]]:
        reading = read(text)
        written = {
            mark.figure.id: mark.figure.as_written
            for _, mark in reading.marks(0, len(reading.text))
        }
        return [
            (
                draft.label,
                draft.parties,
                written[draft.count] if draft.count is not None else None,
                [(amount.kind, written[amount.f]) for amount in draft.amounts],
            )
            for draft in read_agreements(reading, Background(reading))
        ]

    return read_text


@pytest.mark.parametrize(
    ("text", "agreements"),
    [
        pytest.param(
            "大会期间还签署战略合作框架协议12份、采购订单25份，采购金额18.6亿元。",
            [
                ("战略合作框架协议", [], "12份", []),
                ("采购订单", [], "25份", [("trade", "18.6亿元")]),
            ],
            id="zh: counted",
        ),
        pytest.param(
            "Besides, 12 cross-border purchase orders of fruits were signed.",
            [("cross-border purchase orders of fruits", [], "12", [])],
            id="en: orders of any kind",
        ),
        pytest.param(
            "会上，市政府与国家开发银行签署战略合作协议，未来五年将获得不少于500亿元的融资支持。",
            [("战略合作协议", ["市政府", "国家开发银行"], None, [("other", "不少于500亿元")])],
            id="zh: credit",
        ),
        pytest.param(
            "县政府与甲银行、乙银行分别签订金融战略合作协议，授信额度分别为30亿元、20亿元。",
            [
                ("金融战略合作协议", ["县政府", "甲银行"], None, [("other", "30亿元")]),
                ("金融战略合作协议", ["县政府", "乙银行"], None, [("other", "20亿元")]),
            ],
            id="zh: one with each",
        ),
        pytest.param(
            "东港集团与马来港务局就开通航线、市侨联与泰国商会就设立联络处分别签署备忘录。",
            [
                ("备忘录", ["东港集团", "马来港务局"], None, []),
                ("备忘录", ["市侨联", "泰国商会"], None, []),
            ],
            id="zh: pairs",
        ),
        pytest.param(
            "县政府与甲大学签订校地合作协议，与乙银行签署授信额度50亿元的银企合作协议。",
            [
                ("校地合作协议", ["县政府", "甲大学"], None, []),
                ("银企合作协议", ["县政府", "乙银行"], None, [("other", "50亿元")]),
            ],
            id="zh: an amount between verb and paper",
        ),
        pytest.param(
            "此外，另有12家企业在线递交了投资意向书，意向金额18亿元。",
            [("投资意向书", [], "12家", [("investment", "18亿元")])],
            id="zh: counted firms beside the event",
        ),
        pytest.param(
            "厂商联谊会则与绿电平台签了为期10年的绿电采购意向书。",
            [("绿电采购意向书", ["厂商联谊会", "绿电平台"], None, [])],
            id="zh: what describes a paper",
        ),
        pytest.param(
            "开发区管委会与甲大学、乙公司等5家单位签署合作协议。",
            [("合作协议", ["开发区管委会", "甲大学", "乙公司"], "5家", [])],
            id="zh: parties counted",
        ),
        pytest.param(
            "投資促進局分別與甲商會、乙聯盟簽訂合作備忘錄。",
            [
                ("合作備忘錄", ["投資促進局", "甲商會"], None, []),
                ("合作備忘錄", ["投資促進局", "乙聯盟"], None, []),
            ],
            id="zh-hant",
        ),
        pytest.param(
            "市贸促会与新加坡甲商会、乙公会各签订1份合作备忘录。",
            [
                ("合作备忘录", ["市贸促会", "新加坡甲商会"], "1份", []),
                ("合作备忘录", ["市贸促会", "乙公会"], "1份", []),
            ],
            id="zh: so many with each",
        ),
        pytest.param(
            "省政府还与甲粮油、乙种业签署了2份战略合作协议。",
            [("战略合作协议", ["省政府", "甲粮油", "乙种业"], "2份", [])],
            id="zh: counted, with their parties",
        ),
        pytest.param(
            "甲农商银行等4家金融机构与市政府签订融资合作协议，额度50亿元。",
            [("融资合作协议", ["甲农商银行", "市政府"], "4家", [("other", "50亿元")])],
            id="zh: one of a counted group",
        ),
        pytest.param(
            "5家银行与18家项目业主签订授信协议，总额度64亿元。",
            [("授信协议", [], "18家", [("other", "64亿元")])],
            id="zh: both sides counted",
        ),
        pytest.param(
            "展会期间达成貿易意向金額6.7億元，簽訂出口合同3份，1.1億美元。",
            [
                ("出口合同", [], "3份", [("trade", "1.1億美元")]),
                ("貿易意向", [], None, [("trade", "6.7億元")]),
            ],
            id="zh-hant: a sum alone; exports",
        ),
        pytest.param(
            "甲高新区与杭州乙高新区缔结友好园区，双方签署园区合作协议。",
            [("园区合作协议", ["甲高新区", "杭州乙高新区"], None, [])],
            id="zh: both of the clause before",
        ),
        pytest.param(
            "11間金融機構亦與甲公司簽署合作備忘錄；乙銀行與甲公司簽訂融資協議，預留60億元信貸額度。",
            [
                ("合作備忘錄", ["甲公司"], "11間", []),
                ("融資協議", ["乙銀行", "甲公司"], None, [("other", "60億元")]),
            ],
            id="zh-hant: counted on one side; what is set aside",
        ),
        pytest.param("现场签订项目投资合同15份，总投资86亿元。", [], id="zh: the projects' own"),
        pytest.param(
            "In addition, 15 letters of intent were signed, the intended investment is 1.8 billion"
            " US dollars.",
            [("letters of intent", [], "15", [("investment", "1.8 billion US dollars")])],
            id="en: counted",
        ),
        pytest.param(
            "Four strategic cooperation agreements were reached, including one between the city"
            " government and the Lorem Academy and one between Ipsum Zone and Dolor Bank on a credit"
            " line of 20 billion yuan.",
            [
                ("strategic cooperation agreements", [], "Four", []),
                (
                    "strategic cooperation agreements",
                    ["city government", "Lorem Academy"],
                    None,
                    [],
                ),
                (
                    "strategic cooperation agreements",
                    ["Ipsum Zone", "Dolor Bank"],
                    None,
                    [("other", "20 billion yuan")],
                ),
            ],
            id="en: members of a count",
        ),
        pytest.param(
            "At the same time, the county government, the Lorem University and the Ipsum Society"
            " signed a tripartite memorandum.",
            [
                (
                    "tripartite memorandum",
                    ["county government", "Lorem University", "Ipsum Society"],
                    None,
                    [],
                )
            ],
            id="en: three parties",
        ),
        pytest.param(
            "A loan agreement of 2 billion yuan was signed between Lorem Bank and Ipsum Zone.",
            [("loan agreement", ["Lorem Bank", "Ipsum Zone"], None, [("other", "2 billion yuan")])],
            id="en: passive",
        ),
        pytest.param(
            "Four lenders concluded credit contracts of VND12.3 trillion with 21 local enterprises.",
            [("credit contracts", [], "21", [("other", "VND12.3 trillion")])],
            id="en: firms counted",
        ),
        pytest.param(
            "Lorem Agency inked an MoU with the Ipsum Chamber of Commerce and Industry.",
            [("MoU", ["Lorem Agency", "Ipsum Chamber of Commerce and Industry"], None, [])],
            id="en: a name with and",
        ),
        pytest.param("Thirty new contracts were signed.", [], id="en: the projects' own"),
    ],
)
def test_agreements_are_read_as_told(agreements_of, text, agreements):
    """Kinds, parties, counts and amounts are those that the text gives."""
    lead = _LEAD_ZH if ord(text[0]) > 0xFF else _LEAD_EN

    assert agreements_of(lead + text) == agreements


def test_memoranda_that_carry_the_projects_are_none(agreements_of):
    """Where the lead counts memoranda as the event's outcome, they are its projects."""
    text = (
        "State bags 1,284 MoUs\n\nThe State signed 1,284 MoUs worth Rs 6.4 lakh crore.\n\n"
        "Food processing accounted for 217 MoUs. Besides, the State signed a memorandum of"
        " cooperation with the Lorem Region.\n"
    )

    assert agreements_of(text) == [
        ("memorandum of cooperation", ["State", "Lorem Region"], None, [])
    ]


@pytest.mark.parametrize(
    ("text", "agreements"),
    [
        (
            "6家金融机构与项目业主签订融资合作协议，授信总额45亿元。",
            [("融资合作协议", [], "6家", [("other", "45亿元")])],
        ),
        (
            "甲銀行、乙商銀等5家金融機構簽下聯合授信意向書，授信額度合計150億元。",
            [("聯合授信意向書", ["甲銀行", "乙商銀"], "5家", [("other", "150億元")])],
        ),
    ],
    ids=["zh: counted signers", "zh-hant: named among the counted"],
)
def test_signers_are_counted(agreements_of, text, agreements):
    """Bodies that are only counted give the agreement's count, those named its parties."""
    assert agreements_of(_LEAD_ZH + text) == agreements


@pytest.mark.parametrize(
    ("text", "agreements"),
    [
        pytest.param(
            "The Lorem Zone entered a strategic partnership with the Port of Dolor.",
            [("strategic partnership", ["Lorem Zone", "Port of Dolor"], None, [])],
            id="a partnership",
        ),
        pytest.param(
            "The Lorem Corporation obtained a line of credit of $50 million from Dolor Bank.",
            [
                (
                    "line of credit",
                    ["Lorem Corporation", "Dolor Bank"],
                    None,
                    [("other", "$50 million")],
                )
            ],
            id="credit obtained",
        ),
        pytest.param(
            "Besides, 5 banks, including Bank of Lorem, handed over intent credit of 12 billion yuan.",
            [("intent credit", ["Bank of Lorem"], "5", [("other", "12 billion yuan")])],
            id="credit of banks counted",
        ),
        pytest.param(
            "The Lorem Authority also signed strategic cooperation agreements with three institutions"
            " such as Ipsum University and Dolor Bank.",
            [
                (
                    "strategic cooperation agreements",
                    ["Lorem Authority", "Ipsum University", "Dolor Bank"],
                    "three",
                    [],
                )
            ],
            id="bodies counted, then named",
        ),
        pytest.param(
            "Lorem Fungus signed a black fungus supply contract with Dolor Trading, 52 million"
            " yuan.",
            [
                (
                    "black fungus supply contract",
                    ["Lorem Fungus", "Dolor Trading"],
                    None,
                    [("trade", "52 million yuan")],
                )
            ],
            id="a supply contract",
        ),
        pytest.param(
            "The county signed two memoranda of understanding, with Dolor Bank and Lorem"
            " Polytechnic, on credit and training.",
            [("memoranda of understanding", ["Dolor Bank", "Lorem Polytechnic"], "two", [])],
            id="a list behind a comma",
        ),
        pytest.param(
            "Listed companies took 7 orders, 8.2 billion yuan.", [], id="orders that investors took"
        ),
    ],
)
def test_english_partnerships_and_credit_are_agreements(agreements_of, text, agreements):
    """Partnerships, credit obtained and supply contracts have their parties and amounts."""
    assert agreements_of(_LEAD_EN + text) == agreements
