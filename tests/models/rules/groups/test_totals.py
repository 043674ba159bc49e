"""The total, and what the other wholes are."""

import pytest

from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.groups.totals import find_outcome, stage_of_label
from extractor.models.rules.news.background import Background


@pytest.fixture
def outcome_of(read):
    """Return a function that gives the outcome of a text."""

    def outcome(text: str):
        reading = read(text)
        return find_outcome(reading, read_groups(reading, Background(reading)))

    return outcome


@pytest.mark.parametrize(
    ("text", "total"),
    [
        pytest.param(
            "论坛期间达成合作意向76个，意向金额418亿元，最终正式签约32个，签约金额239亿元。"
            "签约的项目当中，民企21个，央企7个，外企4个，金额依次为118亿元、97亿元、24亿元。",
            32,
            id="by count and by money",
        ),
        pytest.param(
            "展会期间洽谈项目90个，意向金额500亿元，敲定并签约36个，金额210亿元。"
            "按来源分，外商20个、120亿元，内商16个、90亿元。",
            36,
            id="by origin",
        ),
    ],
)
def test_what_rows_add_up_to_is_the_total_whatever_is_larger(outcome_of, text, total):
    """Parts that come to a count and to its amount outweigh a larger count without any."""
    assert outcome_of(text).total.count.figure.value == total


@pytest.mark.parametrize(
    ("text", "total", "others"),
    [
        ("现场签约28个，总投资316亿元。大会共签约项目96个，总投资682亿元。", 96, [28]),
        (
            "At the meeting, 14 projects were signed on site. A total of 88 projects were signed, with a total investment of 93 billion yuan.",
            88,
            [14],
        ),
        (
            "Two rounds of signing were arranged on site, and 14 projects were signed. A total of 88 projects were signed, with a total investment of 93 billion yuan.",
            88,
            [14],
        ),
        (
            "At the fair, 33 projects were signed, with a total investment of $9 billion. Among them, 14 projects were signed centrally at the scene.",
            33,
            [14],
        ),
        (
            "The state signed 64 MoUs worth Rs 3.2 lakh crore. On the first day, 28 MoUs were signed.",
            64,
            [28],
        ),
    ],
)
def test_the_widest_whole_is_the_total(outcome_of, text, total, others):
    """What was signed on site or on one day is a share beside the total."""
    outcome = outcome_of(text)

    assert outcome.total.count.figure.value == total
    assert [group.count.figure.value for group in outcome.groups] == others
    assert {group.dimension for group in outcome.groups} == {"occasion"}


def test_the_headline_decides_between_wholes(outcome_of):
    """Of two wholes the one that the headline counts is the total."""
    outcome = outcome_of("甲区12个项目开工\n4月5日，86个项目同步开工。甲区开工项目12个。")

    assert outcome.total.count.figure.value == 12


def test_the_leads_amount_is_the_totals(outcome_of):
    """An amount that the lead gives apart from the count is the total's."""
    outcome = outcome_of(
        "The state secured commitments worth $3.4 billion. It said 26 agreements were signed."
    )

    assert [mark.figure.as_written for _, mark in outcome.total.amounts] == ["$3.4 billion"]


def test_size_classes_are_nested(outcome_of):
    """Each open-ended class is a part of the next wider one."""
    outcome = outcome_of(
        "大会共签约项目42个。亿元以上项目28个；5亿元以上项目6个；10亿元以上项目1个。"
    )
    first, second, third = outcome.groups

    assert (first.parent, second.parent, third.parent) == (None, first, second)


@pytest.mark.parametrize(
    ("label", "stage"),
    [
        ("已开工", "started"),
        ("broken ground", "started"),
        ("投产", "operating"),
        ("办妥注册手续", None),
    ],
)
def test_labels_name_a_stage(label, stage):
    """A group's own words may name another stage than the event's."""
    assert stage_of_label(label) == stage


def test_a_whole_counted_twice_is_one(outcome_of):
    """The amount that stands at a later mention of the total's count is the total's."""
    outcome = outcome_of("12月6日，四个项目同时签约。四个项目总投资21.9亿元。")

    assert outcome.total.count.figure.value == 4
    assert [mark.figure.as_written for _, mark in outcome.total.amounts] == ["21.9亿元"]
    assert outcome.groups == []


def test_what_went_further_is_a_share_by_its_stage(outcome_of):
    """Of signed projects those that broke ground at once are a group of their own."""
    outcome = outcome_of(
        "大会共签约项目64个，总投资137亿元。会后，21个项目同步开工，总投资39亿元。"
    )

    assert [(group.label, group.dimension) for group in outcome.groups] == [("同步开工", "stage")]


def test_a_session_before_the_count_names_its_group(outcome_of):
    """What was signed at one session is named after it."""
    outcome = outcome_of(
        "大会共签约项目14个，总投资87亿元。6月5日的食品专场，签约5个，投资额23亿元。"
    )

    assert [(group.label, group.dimension) for group in outcome.groups] == [
        ("食品专场", "occasion")
    ]


def test_the_headlines_amount_decides_between_wholes(outcome_of):
    """The whole is the one whose amount the headline gives, perhaps rounded."""
    outcome = outcome_of(
        "Lorem ends with $845m on paper\n\nThe county left the summit with 140 memoranda of"
        " understanding that promise $845.2 million.\n\nOn the inaugural day, 112 deals worth"
        " $320 million were signed.\n"
    )

    assert outcome.total.count.figure.value == 140
    assert [group.count.figure.value for group in outcome.groups] == [112]


def test_a_part_that_is_larger_than_its_group_stands_beside_it(outcome_of):
    """In "among them 3 of one kind; 11 of another" the 11 are no part of the 3."""
    outcome = outcome_of(
        "At the fair 40 projects were signed. There are 14 export projects. Among them, there are "
        "3 joint ventures, worth 2 billion yuan; 11 foreign trade projects, worth 6 billion yuan."
    )

    parents = {group.count.figure.value: group.parent for group in outcome.groups}

    assert parents[3].count.figure.value == 14
    assert parents[11] is parents[3]


def test_the_day_behind_a_count_names_its_group(outcome_of):
    """What was signed "on the second day" is named after the day, wherever else a day is told."""
    outcome = outcome_of(
        "The fair signed 40 projects worth $9 billion.\n\nAfter the opening day, the organisers "
        "saw 12 projects change hands on the second day, worth $2 billion.\n"
    )

    assert [group.label for group in outcome.groups] == ["second day"]


def test_a_named_group_is_no_total_beside_a_larger_whole(resolve_text):
    """That two other groups add up to its number by chance proves nothing."""
    text = (
        "Lorem merchants come home\n"
        "On May 4 the Lorem merchants' congress was held in Ipsum.\n"
        "At the meeting the hometown projects were collectively signed: 17 projects, the amount is "
        "3.4 billion yuan. The Dolor Chamber signed the most, 7, amounted to 1.6 billion yuan; the Amet "
        "Chamber 4, 900 million yuan; the Elit Chamber 2, 260 million yuan.\n"
        "Besides, 5 projects of returning entrepreneurs started on the day, and the total investment "
        "is about 800 million yuan."
    )

    total = resolve_text(text).record.event.total

    assert (total.count.as_written, total.amounts[0].as_written) == ("17", "3.4 billion yuan")


def test_a_kind_that_stands_beside_another_is_not_the_whole(resolve_text):
    """Though its own parts add up to it: 11个内资项目、3个外资项目签约; 内资项目里，制造业8个，软件业3个."""
    record = resolve_text(
        "甲县赴深圳招商\n8月2日，甲县推介会在深圳举行。会上，11个内资项目、3个外资项目成功签约，总投资分别为37.5亿元、"
        "8600万美元。内资项目里，制造业8个、28.4亿元，软件业3个、9.1亿元。"
    ).record

    assert record.event.total.count is None
    assert [(share.label, share.of) for share in record.shares] == [
        ("内资", None),
        ("外资", None),
        ("制造业", record.shares[0].id),
        ("软件业", record.shares[0].id),
    ]


def test_a_group_that_stands_alone_in_the_lead_is_the_whole(resolve_text):
    """Whatever kind the projects are of, nothing wider is told: what is cut out of them is a part."""
    text = """临水县12个文旅项目集中开工
6月28日，临水县12个文旅项目集中开工，总投资50亿元，其中技改项目3个。"""

    record = resolve_text(text).record

    assert [share.label for share in record.shares] == ["技改"]
    assert record.event.total.count.value == 12
    assert record.shares[0].of is None
    assert not record.projects


def test_the_few_that_were_signed_on_the_stage_are_not_the_whole(resolve_text):
    """So many, with the article, are some of those that were counted before, whatever they are worth."""
    text = (
        "Lorem goes to Ipsum\n"
        "On May 23, Lorem County held an investment promotion conference in Ipsum. At the meeting, "
        "14 projects worth 7.93 billion yuan were signed. The 6 key projects signed on the stage "
        "have a total investment of 4.5 billion yuan."
    )

    record = resolve_text(text).record

    assert record.event.total.count.value == 14
    assert [(share.dimension, share.count.value) for share in record.shares] == [("occasion", 6)]


def test_capital_to_be_introduced_is_an_amount_of_the_whole(resolve_text):
    """It is no group of those that come from outside."""
    text = (
        "Lorem goes to Ipsum\n"
        "On May 23, Lorem County held an investment promotion conference in Ipsum. At the meeting, "
        "14 projects were signed, with a total investment of 7.93 billion yuan and 6.6 billion yuan "
        "of capital to be introduced from outside the county."
    )

    record = resolve_text(text).record

    kinds = [amount.kind for amount in record.event.total.amounts]
    assert kinds == ["investment", "capital_brought_in"]
    assert not record.shares
