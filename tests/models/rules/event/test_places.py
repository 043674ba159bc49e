"""Tests of where an event was held."""

import pytest

from extractor.models.rules.event.places import event_place

ENGLISH = [
    (
        "From a stage at the Riverside Grounds in the State capital, Kelso, the minister unveiled 31 plaques worth Rs 4,200 crore.",
        "Kelso",
    ),
    (
        "Thirty-one projects worth $900 million were launched at a ceremony held in Kelso's Victory Stadium on Tuesday.",
        "Kelso",
    ),
    (
        "The Ninth Amet Fair was held in Lorem's provincial capital Kelso, and 31 projects worth $900 million were signed.",
        "Kelso",
    ),
    (
        "The Lorem Conclave wrapped up on Friday evening at the Riverside Grounds in Port Amet, with 31 MoUs worth Rs 4,200 crore signed.",
        "Port Amet",
    ),
    (
        "Thirty-one agreements worth $900 million were signed at the third Amet Forum in Kelso on Tuesday.",
        "Kelso",
    ),
    (
        "Lorem County on Monday signed 12 projects worth 3 billion yuan at an investment meeting hosted by its commerce bureau in New Taldor.",
        "New Taldor",
    ),
    (
        "The Lorem Investment Week, which drew to a close in Port Amet on May 9 after five days, brought 31 projects worth 9 billion yuan.",
        "Port Amet",
    ),
    (
        "Officials and 300 investors met at a hotel in Kelso on Wednesday for the Lorem Trade Forum, where 14 deals worth $2 billion were signed.",
        "Kelso",
    ),
    (
        "The centralized commencement ceremony of major projects was held at the construction site of the tyre plant in Dongpu District. A total of 31 projects with 9 billion yuan started.",
        "Dongpu District",
    ),
    (
        "The Lorem Grain Expo will be held in the Hubin Avenue exhibition hall of Lorem from May 3 to 5. 31 projects worth 9 billion yuan are to be signed.",
        "Lorem",
    ),
    (
        "The ceremony took place in the ballroom of the Grand Hotel, Kelso, on Friday. At it, Lorem signed 31 investment projects worth $900 million.",
        "Kelso",
    ),
    (
        "Lorem's investor day was staged at Amet Town Hall on Friday. Fourteen deals worth £2 billion were signed.",
        "Amet Town Hall",
    ),
    (
        "On May 9, the Lorem branch venue of the Week was located in Chengbei New Area. A total of 31 projects were signed there, worth 9 billion yuan.",
        "Chengbei New Area",
    ),
    (
        "In Taldor on Thursday, 31 firms signed investment agreements worth $900 million at the Lorem roadshow.",
        "Taldor",
    ),
    (
        "The roadshow stopped in Taldor on Thursday and 31 firms signed investment agreements worth $900 million.",
        "Taldor",
    ),
    (
        "Work on 31 projects worth Rs 9,000 crore was launched at a groundbreaking ceremony held at Shivaji Maidan in Rampuri on Sunday.",
        "Rampuri",
    ),
    (
        "Taldor's mission to Seoul closed a four-city tour on Friday. At the last seminar, in Busan, 31 firms signed investment deals worth $900 million.",
        "Busan",
    ),
    (
        "Hundreds of diaspora investors gathered in Accra North this week for the Homecoming Summit, which ended with 31 signed deals worth $900 million.",
        "Accra North",
    ),
    (
        "On the afternoon of May 9, the investment promotion conference of Lorem County was held grandly in Hangtou City. A total of 31 projects were signed with 9 billion yuan.",
        "Hangtou City",
    ),
    (
        "The conference, held over two days at the Lakeview Resort, Entabe, produced 31 signed memoranda worth $900 million, the investment authority said.",
        "Entabe",
    ),
    (
        "Nineteen projects with an investment of VND9 trillion were granted licences at the investment promotion conference in Ha Trung on May 9.",
        "Ha Trung",
    ),
    (
        "The signing session took place on stage at the Amet Convention Centre on Tuesday: 31 projects worth 9 billion yuan.",
        "Amet Convention Centre",
    ),
    (
        "The Lorem trade fairs were held in Taldor, Kelso and Addo from May 3 to 9, and 31 projects worth 9 billion yuan were signed.",
        None,
    ),
    (
        "At the Lorem Investment Fair on Tuesday, the city signed 31 projects worth $9 billion.",
        None,
    ),
]
CHINESE = [
    ("5月9日，甲县招商推介会在深圳会展中心举行，签约项目31个，总投资90亿元。", "深圳"),
    ("5月9日上午，甲县在乙市一家酒店举办产业招商推介会，31个项目签约，总投资90亿元。", "乙市"),
    (
        "5月9日上午，东浦新区管委会会议室里，甲市云签约活动举行，31个项目签约，总投资90亿元。",
        "东浦新区",
    ),
    ("甲县在深圳签下31个项目，总投资90亿元。5月9日的招商推介会上，客商云集。", "深圳"),
    (
        "5月9日，甲市重大项目集中开工仪式在东浦区新能源产业园项目现场举行，31个项目开工，总投资90亿元。",
        "东浦区",
    ),
    ("甲市第三屆招商大會9日於臺北市圓山大飯店登場，現場簽約31案，投資金額90億元。", "臺北市"),
    (
        "5月9日，甲县第二季度招商项目集中签约仪式在县会议中心举行，31个项目签约，总投资90亿元。",
        "县会议中心",
    ),
    ("5月9日，甲市在香港会议展览中心举办投资推介会，现场签约31个项目，总投资90亿元。", "香港"),
    (
        "昨日，2023甲市秋季项目集中签约仪式在乙新区会展中心盛大举行，签约项目31个，总投资90亿元。",
        "乙新区",
    ),
    ("在日前举行的甲县招商推介会上，签约项目31个，总投资90亿元。", None),
    ("5月9日，甲县招商推介会走进杭州，签约项目31个，总投资90亿元。", "杭州"),
    (
        "縣府9日於新竹喜來登飯店辦理招商說明會，31家廠商簽署投資意向書，投資金額90億元。",
        "新竹喜來登飯店",
    ),
]


@pytest.mark.parametrize(("text", "place"), ENGLISH)
def test_english_place_is_that_of_the_gathering(read, text, place):
    """The city, or a hall without one, stands behind a gathering or a verb of holding it."""
    assert event_place(read(f"Lorem signs deals\n\n{text}")) == place


@pytest.mark.parametrize(("text", "place"), CHINESE)
def test_chinese_place_is_that_of_the_gathering(read, text, place):
    """The city, or a hall without one, stands before a verb of holding, or opens the scene."""
    assert event_place(read(text)) == place
