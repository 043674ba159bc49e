"""The other names of an event."""

import pytest


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        (
            "第十五届国际清洁技术投资博览会（下称清博会）5月9日在甲市开幕，签约项目31个，总投资90亿元。",
            ["清博会"],
        ),
        (
            "The Amberley International Investment Conference closed in Addo on May 9 with 31 signed deals worth $900 million. The AMIC secretariat will meet in June.",
            ["AMIC"],
        ),
        (
            "The Lorem International Investment Summit in Addo signed 31 deals worth $900 million on May 9. The Addo summit was the first of its kind.",
            ["Addo summit"],
        ),
        (
            "The Lorem Global Business Forum 2024 signed 31 deals worth $900 million on May 9. The minister told the Lorem forum that more would come.",
            ["Lorem forum"],
        ),
        (
            "The Lorem Harbour Investment Forum in Addo signed 31 deals worth $900 million on May 9. The Lorem Harbour Mission and the Lorem Harbour Forum Authority sent observers.",
            [],
        ),
        (
            "The Invest Lorem Global Summit 2024 closed in Addo on May 9 with 31 signed deals worth $900 million. Invest Lorem will be back in 2026.",
            ["Invest Lorem"],
        ),
        (
            "The third annual LoremWorks Summit in Addo yielded 31 signed deals worth $900 million on May 9. LoremWorks returns next year.",
            ["LoremWorks"],
        ),
        (
            "At the Lorem Investment Forum in Addo, 31 deals worth $900 million were signed on May 9. The WTO and the IMF sent observers.",
            [],
        ),
        (
            'The Fourth Lorem Ceramics Expo ("Ceramics Expo" for short) signed 31 projects worth 9 billion yuan on May 9. Guests saw the "memory of kilns exhibition hall".',
            ["Ceramics Expo"],
        ),
        (
            "5月9日，第三届甲瀚投资贸易洽谈会闭幕，签约项目31个，总投资90亿元。本届瀚洽会共设展位900个。",
            ["瀚洽会"],
        ),
        (
            "5月9日，2023甲市（欧洲）先进制造推介会在都灵举行，签约项目31个，总投资90亿元。都灵推介会吸引200余人。",
            ["都灵推介会"],
        ),
        (
            "5月9日，甲市第二届校友经济大会举行，签约项目31个，总投资90亿元。校友经济大会由市政府主办。",
            ["校友经济大会"],
        ),
        (
            "5月9日，甲市招商大会举行，签约项目31个，总投资90亿元。大会由市政府主办，招商大会每年一届。",
            [],
        ),
        (
            "The Brannock Regional Investment Forum closed in Addo on May 9 with 31 signed deals worth $900 million. BRIF organisers expect more.",
            ["BRIF"],
        ),
        (
            "The Second Brannock Maritime Expo in Addo signed 31 deals worth $900 million on May 9. The first Brannock expo had none.",
            ["Brannock expo"],
        ),
        (
            'The Brannock Merchants Conference, hereinafter referred to as "BMC", was held in Addo on May 9 and signed 31 projects worth 9 billion yuan.',
            ["BMC"],
        ),
        (
            "The Brannock Food Fair closed on May 9 with 31 signed deals worth $900 million, the BBC and NGO officials heard.",
            [],
        ),
        (
            "5月9日，第五届甲岭国际博览会闭幕，签约项目31个，总投资90亿元。岭博会由省政府主办。",
            ["岭博会"],
        ),
        (
            "5月9日，甲州（首尔）产业合作推介会在首尔举行，签约项目31个，总投资90亿元。首尔推介会吸引200余人。",
            ["首尔推介会"],
        ),
        ("縣府9日舉辦「2024甲縣投資招商大會」，簽署31案，投資金額90億元。大會由縣府主辦。", []),
        (
            "5月9日，甲市首届侨商创新发展大会（以下简称“侨商大会”）举行，签约项目31个，总投资90亿元。",
            ["侨商大会"],
        ),
        (
            "5月9日，甲市返乡客商大会举行，签约项目31个，总投资90亿元。客商大会由市工商联主办。",
            ["客商大会"],
        ),
    ],
)
def test_short_forms_of_the_name_are_told_from_other_names(resolve_text, text, aliases):
    """Acronyms, first words, letters left out, the place put in; no other body's letters."""
    event = resolve_text(f"Lorem\n\n{text}").record.event

    assert event is not None
    assert sorted(event.aliases) == sorted(aliases)


def test_an_office_named_a_mission_is_no_name_of_the_event(resolve_text):
    """What shares a word with the event and is a body goes by no name of it."""
    text = (
        "Invest Lorem ends with 31 MoUs\n"
        "The Invest Lorem Global Summit 2024 closed in Ipsum with 31 MoUs worth Rs 900 crore "
        "signed. Separately, the Lorem Skill Mission tied up with a university."
    )

    assert "Lorem Skill Mission" not in resolve_text(text).record.event.aliases
