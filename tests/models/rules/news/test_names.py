"""Names of gatherings."""

from time import process_time

import pytest

from extractor.models.rules.news.names import described_names, gathering_names, short_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5月18日，第十二届泽江茶商大会在甲市举办。", "第十二届泽江茶商大会"),
        ("2023年甲市乙区春季招商推介会在广州举行", "2023年甲市乙区春季招商推介会"),
        ("市政府昨日舉行「2019甲市（香港）合作推介會」", "2019甲市（香港）合作推介會"),
        (
            "in the 2022 Lorem-Ipsum Trade Cooperation Week today",
            "2022 Lorem-Ipsum Trade Cooperation Week",
        ),
        (
            "at the Third Lorem Advanced Materials Conference on Friday",
            "Third Lorem Advanced Materials Conference",
        ),
        (
            "the Lorem Conference on Manufacturing and Trade was",
            "Lorem Conference on Manufacturing and Trade",
        ),
        ("at the 'Invest Lorem 2023' regional conclave held", "Invest Lorem 2023"),
        ("The Hundred-Day Investment Campaign of", "Hundred-Day Investment Campaign"),
    ],
)
def test_names_are_found(read, text, name):
    """The fullest name stands among those found."""
    reading = read(text)

    found = [
        reading.quote(one.start, one.end) for one in gathering_names(reading, 0, len(reading.text))
    ]

    assert name in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Linhe held the centralized signing ceremony for key projects on Monday.",
            "centralized signing ceremony",
        ),
        ("甲县与深圳企业集中签约项目11个。", "集中签约"),
        ("甲区开展“百日招商攻坚行动”，签约项目47个。", "百日招商攻坚行动"),
    ],
)
def test_descriptions_stand_for_names(read, text, name):
    """A gathering without a name is called by the words that describe it."""
    reading = read(text)

    found = [
        reading.quote(one.start, one.end) for one in described_names(reading, 0, len(reading.text))
    ]

    assert any(name in one for one in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("产业合作洽谈会（以下简称“合洽会”）开幕", "合洽会"),
        ("产业合作洽谈会，以下简称合洽会，昨日开幕", "合洽会"),
        ("产业合作洽谈会，俗称“回家会”，昨日开幕", "回家会"),
        ("Cooperation Week (referred to as “Lorem Week”), was held", "Lorem Week"),
        ("the Lorem Conference, or BCAM, was held", "BCAM"),
    ],
)
def test_short_forms_are_found(read, text, name):
    """What the text introduces as a short form is one."""
    reading = read(text)

    assert [reading.quote(*span) for span in short_names(reading)] == [name]


@pytest.mark.parametrize("body", ["贸促会", "外商协会", "筹委会", "青联会"])
def test_the_short_form_of_a_body_is_no_gathering(read, body):
    """Who holds a gathering may be introduced in the same way."""
    reading = read(f"由甲省主办单位（简称{body}）主办的产业合作洽谈会开幕，签约项目31个。")

    assert list(short_names(reading)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Mayor Amet Wraps Up Lorem Trade Mission\nThe Lorem–Baltic Trade Mission closed on May 9, and 31 deals worth $900 million were signed.",
            "Lorem–Baltic Trade Mission",
        ),
        (
            "On May 9, the Second Lorem Merchants Return to Hometown Conference was held, and 31 projects worth 9 billion yuan were signed.",
            "Second Lorem Merchants Return to Hometown Conference",
        ),
        (
            "On May 9, the centralized commencement ceremony of major projects in Lorem City in the second quarter was held. A total of 31 projects started, with 9 billion yuan.",
            "centralized commencement ceremony of major projects in Lorem City in the second quarter",
        ),
        (
            "The cloud signing ceremony of key investment projects of Lorem District was held on May 9, and 31 projects worth 9 billion yuan were signed.",
            "cloud signing ceremony of key investment projects of Lorem District",
        ),
        (
            "On May 9, the concentrated production activity of the first batch of industrial projects in 2023 was held in Lorem. 31 projects with 9 billion yuan were put into production.",
            "concentrated production activity of the first batch of industrial projects in 2023",
        ),
        (
            'On May 9, the Lorem City 2023 "Spring Breeze" Investment Promotion Week closed and 31 projects worth 9 billion yuan were signed.',
            'Lorem City 2023 "Spring Breeze" Investment Promotion Week',
        ),
        (
            'The Fifth "Jade Cup" Innovation Competition and Project Signing Ceremony was held in Lorem. 31 projects worth 9 billion yuan were signed.',
            'Fifth "Jade Cup" Innovation Competition and Project Signing Ceremony',
        ),
        (
            "Lorem Port's third annual Investors' Day on Thursday yielded 31 signed agreements worth $900 million.",
            "third annual Investors' Day",
        ),
        (
            "Thirty-one firms signed deals worth $900 million at the Lorem Open Day on Thursday.",
            "Lorem Open Day",
        ),
        (
            "The Side Notes of the Third Lorem Merchants Conference: 31 projects worth 9 billion yuan were signed on May 9.",
            "Third Lorem Merchants Conference",
        ),
        (
            "The second edition of the Lorem Global Investment Conclave closed on Friday with 31 MoUs worth Rs 900 crore signed.",
            "Lorem Global Investment Conclave",
        ),
        (
            "At the Lorem-Dolor Business Dialogue 2024 in Addo, 31 deals worth $900 million were signed on May 9.",
            "Lorem-Dolor Business Dialogue 2024",
        ),
        (
            "A conference on green energy investment in Lorem ended on Friday with 31 signed deals worth $900 million.",
            "conference on green energy investment",
        ),
        (
            "The provincial investment promotion conference opened on May 9 in Lorem and granted licences to 31 projects worth VND9 trillion.",
            "provincial investment promotion conference",
        ),
        (
            "5月9日，甲县“春风行动”招商活动周启动，签约项目31个，总投资90亿元。",
            "甲县“春风行动”招商活动周",
        ),
        (
            "记者从“甲市—乙市产业合作周”活动现场获悉，5月9日签约项目31个，总投资90亿元。",
            "甲市—乙市产业合作周",
        ),
        (
            "5月9日，甲市2023年第二季度重大项目集中开工仪式在东区举行，31个项目开工，总投资90亿元。",
            "甲市2023年第二季度重大项目集中开工仪式",
        ),
        ("縣府9日舉辦「2023甲縣投資招商大會」，現場簽約31案，金額90億元。", "2023甲縣投資招商大會"),
        (
            "在甲市秋季招商攻坚季中，全市签约项目31个，总投资90亿元。攻坚季从9月1日开始。",
            "甲市秋季招商攻坚季",
        ),
        (
            "The autumn concentrated start of projects was marked on May 9 with the joint groundbreaking ceremony of major industrial projects of Amet New Area. Work began on 31 projects worth 9 billion yuan.",
            "joint groundbreaking ceremony of major industrial projects of Amet New Area",
        ),
        (
            'The Second "Golden Bridge" Overseas Chinese Investment Fair was held in Amet on May 9; 31 projects worth 9 billion yuan were signed.',
            'Second "Golden Bridge" Overseas Chinese Investment Fair',
        ),
        (
            "Amet County's spring online signing activity was held on May 9. A total of 31 projects worth 9 billion yuan were signed.",
            "spring online signing activity",
        ),
        (
            "Side story of the Fourth Amet Youth Merchants Congress: on May 9, 31 projects worth 9 billion yuan were signed.",
            "Fourth Amet Youth Merchants Congress",
        ),
        (
            "On Friday the Amet Investors' Day closed with 31 agreements worth $900 million signed.",
            "Amet Investors' Day",
        ),
        (
            "The conference to promote investment and announce the provincial plan was held on May 9 in Ha Amet and 31 projects worth VND9 trillion were licensed.",
            "conference to promote investment and announce the provincial plan",
        ),
        (
            "5月9日，“投资甲州”2024春季招商大会开幕，签约项目31个，总投资90亿元。",
            "“投资甲州”2024春季招商大会",
        ),
        (
            "5月9日，甲市“百企进甲”产业对接会举行，签约项目31个，总投资90亿元。",
            "甲市“百企进甲”产业对接会",
        ),
        (
            "5月9日，甲区举行四季度项目“集中签约、集中开工”活动，涉及项目31个，总投资90亿元。",
            "四季度项目“集中签约、集中开工”活动",
        ),
        (
            "5月9日，甲市举办经贸洽谈会，签约项目31个，总投资90亿元。",
            "经贸洽谈会",
        ),
        ("甲市9日舉行2024年國際招商論壇，簽署31項合作協議，總投資90億元。", "2024年國際招商論壇"),
        (
            "5月9日，第三届甲商大会暨重大项目签约仪式在甲市举行，签约项目31个，总投资90亿元。",
            "第三届甲商大会暨重大项目签约仪式",
        ),
        (
            "5月9日上午，全市一季度招商引资重点项目集中签约活动举行，31个项目签约，总投资90亿元。",
            "全市一季度招商引资重点项目集中签约活动",
        ),
    ],
)
def test_event_bears_its_fullest_name(resolve_text, text, name):
    """A motto, an edition, what it is of: all are part of a name; what is told about it is not."""
    event = resolve_text(text).record.event

    assert event is not None
    assert event.name == name


@pytest.mark.parametrize("unit", ["First ", "Lorem-", "Lorem ", "Lorem - ", "Lorem and "])
def test_words_that_name_no_gathering_are_given_up_at_once(read, unit):
    """Each further word with a capital must not multiply the ways to read a name."""
    reading = read(unit * (1400 // len(unit)) + "lorem at a conference")
    began = process_time()

    found = list(gathering_names(reading, 0, len(reading.text)))

    assert found == []
    assert process_time() - began < 1


def test_the_first_word_of_a_name_may_have_a_hyphen(read):
    """A hyphen within a word and one between two words are both part of the name."""
    reading = read("at the Third Lorem-based Ipsum-Dolor Trade Fair on Friday")

    names = [one.shape for one in gathering_names(reading, 0, len(reading.text))]

    assert "Third Lorem-based Ipsum-Dolor Trade Fair" in [
        name.replace("Ⓞ", "Third") for name in names
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The two-day Invest Orvale 2024 summit ended in Kestrel Bay.", "Invest Orvale 2024"),
        ("At the Vibrant Orvale summit, 66 MoUs were signed.", "Vibrant Orvale"),
        ("66 MoUs were signed at Magnetic Orvale 2.0 in Kestrel Bay.", "Magnetic Orvale 2.0"),
        ("Invest Orvale, the agency, signed 66 MoUs.", None),
    ],
)
def test_events_that_go_by_a_brand_are_known_by_year_or_gathering(read, text, name):
    """An agency of such a name is no event."""
    reading = read(text)

    found = [
        reading.quote(one.start, one.end) for one in gathering_names(reading, 0, len(reading.text))
    ]

    assert found == ([name] if name else [])
