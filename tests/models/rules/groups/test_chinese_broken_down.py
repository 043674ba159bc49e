"""Chinese groups that are broken down, ranked by sectors, or told of by a share alone."""

import pytest

LEAD = (
    "林川招商大会\n5月3日，2025林川招商大会在林川市举行，38家厂商签署投资意向书，总投资467亿元。\n"
)
PROJECTS = "林川招商大会\n5月3日，2025林川招商大会在林川市举行，共签约项目58个，总投资467亿元。\n"


@pytest.mark.parametrize(
    "words",
    ["外商包括日商3家、荷商2家与美商1家", "外商又分为日商3家、荷商2家和美商1家"],
)
def test_the_parts_of_a_group_are_its_parts_and_the_joint_amount_its_own(resolve_text, words):
    """What opens a list of groups is the whole of them."""
    sentence = (
        f"签约厂商中，台商14家、外商6家，其余18家为在地企业；{words}，投资金额合计9.8亿美元。\n"
    )

    shares = {share.label: share for share in resolve_text(LEAD + sentence).record.shares}

    assert [shares[name].of for name in ("日商", "荷商", "美商")] == [shares["外商"].id] * 3
    assert [one.value for one in shares["外商"].amounts] == [980_000_000]
    assert not shares["美商"].amounts


@pytest.mark.parametrize("sectors", ["一、二、三产业投资比例为", "三次产业投资比为"])
def test_a_ratio_of_the_sectors_is_none_of_the_groups_before_it(resolve_text, sectors):
    """The three groups told last are no sectors of the economy."""
    sentence = (
        "其中，高端制造项目27个，投资额198亿元；数字经济项目9个，投资额74亿元；"
        f"现代服务业项目22个，投资额195亿元。{sectors}5：44：51。\n"
    )

    shares = resolve_text(PROJECTS + sentence).record.shares

    told = {share.label: [one.value for one in share.percents] for share in shares}
    assert told["高端制造"] == []
    assert [told[name] for name in ("第一产业", "第二产业", "第三产业")] == [[5], [44], [51]]


def test_projects_of_a_kind_have_a_share_of_the_count(resolve_text):
    """No verb need stand before the share."""
    (share,) = resolve_text(PROJECTS + "由校友发起的项目近四成。\n").record.shares

    assert share.label == "由校友发起"
    assert [(one.value, one.of) for one in share.percents] == [(40, "count")]


def test_capital_told_of_alone_is_one_more_amount_of_the_total(resolve_text):
    """合同外资方面 opens a sentence of its own."""
    record = resolve_text(PROJECTS + "合同外资方面，今次达28.3亿美元。\n").record

    assert [(one.kind, one.value) for one in record.event.total.amounts] == [
        ("investment", 46_700_000_000),
        ("foreign_capital", 2_830_000_000),
    ]


def test_the_firms_that_some_are_among_are_no_group_of_their_own(resolve_text):
    """26家中 takes the whole up, without a comma behind it."""
    sentence = "38家中半导体设备有9家，投资248亿元；绿能储能6家、127亿元。\n"

    shares = resolve_text(LEAD + sentence).record.shares

    assert [(share.label, share.count.value) for share in shares] == [
        ("半导体设备", 9),
        ("绿能储能", 6),
    ]


def test_what_was_signed_after_a_start_is_of_that_stage(resolve_text):
    """The event's stage is that of the projects put into operation."""
    text = (
        "林川28个项目集中投产\n5月3日，林川市举行2025年春季项目集中投产活动，28个项目投产，总投资103亿元。\n"
        "这些项目主要以智能装备、精细化工、现代物流为主。仪式后又现场签约项目5个，总投资38亿元。\n"
    )

    record = resolve_text(text).record

    assert [(share.count.value, share.stage) for share in record.shares] == [(5, "signed")]
    assert record.event.stage == "operating"
    assert record.event.industries == ["智能装备", "精细化工", "现代物流"]
