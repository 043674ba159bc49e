"""Hosts of events."""

import pytest

from extractor.models.rules.event.hosts import find_host


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (
            "滨原市“云签约”24个项目\n滨原市第二季度签约仪式在市行政中心举行，滨原市副市长出席。",
            "滨原市",
        ),
        (
            "热潮涌动\n——禾川市64个重大项目开工侧记\n\n上午，东桥区开工。东桥区设分会场，东桥区热闹。",
            "禾川市",
        ),
        ("和平区签约20个项目\n5月8日，和平区举行招商推介会，签约项目20个。", "和平区"),
        ("寧川縣赴深圳招商\n寧川縣政府前日在深圳舉辦推介會。", "寧川縣"),
        (
            "Linhe County held a ceremony\nOn March 22, Linhe County held the ceremony.",
            "Linhe County",
        ),
        (
            "Our county signed 9 projects\nIn the conference our county signed 9 projects.",
            "our county",
        ),
        ("Lorem: diaspora pledges 26 deals\nMoney for Lorem came to Lorem.", "Lorem"),
        (
            "Lorem Economic Development Zone: seven new faces\nLorem Economic Development Zone started.",
            "Lorem Economic Development Zone",
        ),
        (
            "Lorem County: three batches\nOur county signed 9 projects, and our county is glad.",
            "Lorem County",
        ),
        (
            "Five starts\nFive tenants of Ipsum's Gorzanów Industrial Zone turned the first sod.",
            "Gorzanów Industrial Zone",
        ),
        ("Lorem to hold forum\nLorem invites firms, and Lorem hopes for 20 deals.", "Lorem"),
        ("Lorem signs 26 deals\nThe Lorem State Government signed 26 deals.", "Lorem"),
    ],
)
def test_the_host_is_named(read, text, host):
    """The region that the headline and the lead are about is the host."""
    reading = read(text)
    span = find_host(reading, None, None)

    assert span is not None
    assert reading.quote(*span) == host


def test_a_place_away_from_home_is_no_host(read):
    """Where the delegation went is not whose projects these are."""
    reading = read("签约12个项目\n推介会在深圳市举行，宁川县签约12个项目。")
    span = find_host(reading, "深圳市", None)

    assert span is not None
    assert reading.quote(*span) == "宁川县"


def test_where_it_was_held_is_the_host_where_no_other_is_named(read):
    """An event at home names its place alone."""
    reading = read("追绿\n在滨原市举行的对接会上，共签约35个项目。")
    span = find_host(reading, "滨原市", None)

    assert span is not None
    assert reading.quote(*span) == "滨原市"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (
            "Amet signs 31 deals at summit\n\nPORT ADDO, Amet — Thirty-one deals worth $900 million were signed at the Governor's Summit on Tuesday. Amet has 40 parks.",
            "Amet",
        ),
        (
            "Investors flock to Kelso\n\nKELSO, May 9 (Lorem News) -- Thirty-one deals worth $900 million were signed at an investment forum here on Tuesday.",
            "Kelso",
        ),
        (
            "31 deals worth $900m sealed in Taldor\n\nLorem County took its investment roadshow to Taldor on Tuesday and signed 31 deals worth $900 million.",
            "Lorem County",
        ),
        (
            "Invest Amet: 31 MoUs in two days\n\nThe Invest Amet Global Summit 2024 closed on Friday with 31 MoUs worth Rs 900 crore signed. Chief minister Rao said Amet was ready.",
            "Amet",
        ),
        (
            'New economy on the run\n\nOn May 9, the "Running with Danlin" Marathon Economy Investment Conference signed 31 projects worth 9 billion yuan. Danlin is a county of lakes; Danlin\'s mayor ran too.',
            "Danlin",
        ),
        (
            "Signing in the south\n\nOn May 9, Qiuping District of Hailu City held a signing ceremony in Shenchuan, where 31 projects worth 9 billion yuan were signed.",
            "Qiuping District",
        ),
        ("5月9日，甲岭县乙桥镇在宁波举办产业推介会，现场签约项目31个，总投资90亿元。", "乙桥镇"),
        (
            "甲岭科创园31个项目签约\n\n甲岭科创园9日举行入驻企业签约仪式，31个项目签约，总投资90亿元。",
            "甲岭科创园",
        ),
        (
            "5月9日，丁川市在上海举行招商推介会，签约项目31个，总投资90亿元。丁川市有关负责人到会。",
            "丁川市",
        ),
        (
            "记者从丁川市获悉，5月9日招商推介会签约项目31个，总投资90亿元。委员要求县区加快落地，丁川市将跟踪服务。",
            "丁川市",
        ),
        (
            "丁川企業家團訪歐簽約31案\n\n丁川市政府9日在慕尼黑舉行招商說明會，簽約31案，金額90億元。與會者要求縣府定期公布進度。",
            "丁川市",
        ),
        (
            "5月9日，丙湖高新区举行第二季度项目集中签约仪式，签约项目31个，总投资90亿元。",
            "丙湖高新区",
        ),
        (
            "“投资洛川”推介会签约31个项目\n\n5月9日，“投资洛川”推介会在深圳举行，签约项目31个，总投资90亿元。近年来，洛川持续发力，洛川的优势在于港口，企业在洛川落户。",
            "洛川",
        ),
        (
            "Cash pours in\n\nELWICK, May 9 (BNA) -- Thirty-one deals worth $900 million were signed at an investment forum on Tuesday. It was the first that Elwick had hosted.",
            "Elwick",
        ),
        (
            "Invest in Brannock: 31 deals\n\nThe Invest in Brannock Summit closed on Friday with 31 deals worth $900 million signed. Brannock is ready, said the premier.",
            "Brannock",
        ),
        (
            "Brannock signs 31 deals in Seoul\n\nBrannock signed 31 deals worth $900 million at a roadshow in Seoul on Tuesday.",
            "Brannock",
        ),
        (
            "A good day for signing\n\nOn May 9, Luhe County held an investment promotion conference in Hangtou City. A total of 31 projects were signed with 9 billion yuan.",
            "Luhe County",
        ),
        ("5月9日，戊川县丰溪镇举行招商推介会，现场签约项目31个，总投资90亿元。", "丰溪镇"),
        ("本报讯 昨日，戊川市在东京举行产业推介会，签约项目31个，总投资90亿元。", "戊川市"),
        (
            "5月9日，“相约戊川”客商大会在广州举行，签约项目31个，总投资90亿元。戊川县长致辞。投资戊川正当时，企业落户戊川。",
            "戊川",
        ),
        ("戊川縣政府9日舉行招商大會，簽署31案，投資金額90億元。戊川縣近年積極招商。", "戊川縣"),
        ("5月9日，戊川经开区举办项目集中签约仪式，签约项目31个，总投资90亿元。", "戊川经开区"),
    ],
)
def test_host_holds_the_event_or_is_whose_news_it_is(resolve_text, text, host):
    """The subject of holding it, the name's region, else the dateline's where the text has it."""
    event = resolve_text(text).record.event

    assert event is not None
    assert event.host == host
