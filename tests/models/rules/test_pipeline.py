"""Whole articles: what the rules make of them, in the styles of the genre."""

import pytest

from extractor.article import Article
from extractor.figures import find_figures
from extractor.models.rules import draft

_COUNTY = """Linhe County held a centralized signing ceremony for key projects

On March 22, Linhe County held the centralized signing ceremony for investment promotion projects in the county center. At the ceremony, 18 projects were signed in a concentrated manner, with a total investment of 7.62 billion yuan. The projects cover new building materials, modern agriculture, equipment manufacturing and other fields.

Among them, there are 12 industrial projects with an investment of 5.4 billion yuan, accounting for 70.9% of the total; 4 agricultural projects with an investment of 1.02 billion yuan. There are 6 projects above 500 million yuan and 2 projects above 1 billion yuan.

In 2022, the county signed 63 projects with a total investment of 21.7 billion yuan.
"""
_MERCHANTS = """第十二届泽江茶商大会落幕 现场签约31个项目

5月18日至20日，第十二届泽江茶商大会在泽江市国际会展中心举办，来自15个省份的380多家企业参会。大会共达成合作项目47个，协议投资总额213.8亿元，其中亿元以上项目29个，协议投资额198.6亿元。

在20日举行的重大项目签约仪式上，31个项目集中签约，总投资额154.2亿元。

据统计，前十一届茶商大会累计引进项目402个，总投资1380亿元。
"""
_STARTS = """云溪市52个项目集中开工

2月8日上午，全省一季度重大项目集中开工动员会召开。我市集中开工项目52个，总投资438亿元，年度计划投资126亿元。
"""


def test_an_event_has_its_total_and_groups(resolve_text):
    """A ceremony's total, fields, groups and nested classes are read."""
    record = resolve_text(_COUNTY).record

    assert record.event is not None
    assert record.event.total.count is not None
    assert record.event.total.count.value == 18
    assert [amount.as_written for amount in record.event.total.amounts] == ["7.62 billion yuan"]
    assert record.event.industries == [
        "new building materials",
        "modern agriculture",
        "equipment manufacturing",
    ]
    assert [
        (share.label, share.count and share.count.value, share.of) for share in record.shares
    ] == [
        ("industrial", 12, None),
        ("agricultural", 4, None),
        ("above 500 million yuan", 6, None),
        ("above 1 billion yuan", 2, "s3"),
    ]


def test_the_total_is_the_widest_set(resolve_text):
    """What was signed on site is a share of the whole, earlier editions are background."""
    resolution = resolve_text(_MERCHANTS)
    event = resolution.record.event

    assert event is not None
    assert event.total.count is not None
    assert event.total.count.value == 47
    assert event.name == "第十二届泽江茶商大会"
    assert [share.count.value for share in resolution.record.shares if share.count] == [29, 31]
    assert resolution.violations == ()


def test_a_start_of_works_is_started(resolve_text):
    """A commencement's stage is started, and its plan for the year another kind of amount."""
    event = resolve_text(_STARTS).record.event

    assert event is not None
    assert event.stage == "started"
    assert [amount.kind for amount in event.total.amounts] == ["investment", "current_year"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "甲县发布招商项目册\n近日，甲县公布《对外招商项目册》，共推出招商项目58个，总投资176.5亿元。",
            "catalogue",
        ),
        ("前三季度招商引资综述\n1至9月，全市新签约项目156个，总投资512亿元。", "stock_taking"),
        (
            "The club completed the signing of a striker for 30 million euros on Thursday.",
            "other_news",
        ),
    ],
)
def test_other_news_is_no_event(text, reason):
    """Catalogues, stock-taking and other news have no event, and the reason is given."""
    drafted = draft(Article(text), find_figures(text))

    assert drafted.event is None
    assert drafted.no_event == reason
    assert drafted.shares == drafted.projects == drafted.agreements == []


def test_figures_are_used_once():
    """No figure stands in two places of a draft, nor in one of them and the background."""
    article = Article(_COUNTY)
    drafted = draft(article, find_figures(_COUNTY))
    assert drafted.event is not None
    items = [drafted.event, *drafted.shares]
    used = [item.count for item in items if item.count is not None]
    used += [amount.f for item in items for amount in item.amounts]

    assert len(used) == len(set(used))
    assert not set(used).intersection(drafted.background)


@pytest.mark.parametrize("text", ["", "\n", "。", "Ⓒ Ⓜ", "共签约项目", "1", "a\u0000b"])
def test_any_text_gives_a_draft(text):
    """Odd texts give a draft without an event, and no error."""
    assert draft(Article(text), find_figures(text)).event is None


def test_a_share_that_fits_both_bases_is_one_of_the_figure_that_it_follows(resolve_text):
    """23 of 28 projects and 98 of 120 are more than eight tenths alike."""
    text = (
        "11月3日，长汀湾经开区四季度项目集中签约仪式举行，28个项目签约，总投资120亿元。\n"
        "其中，工业项目23个，占八成多；总投资98亿元，占八成多。"
    )

    (share,) = resolve_text(text).record.shares

    assert [percent.of for percent in share.percents] == ["count", "investment"]


def test_a_campaign_that_has_closed_has_what_it_brought(resolve_text):
    """What is counted "as of" its last day is its own, no sum of the year to date."""
    text = (
        "江州市“产业招商突击月”收官\n\n"
        "9月1日至30日，江州市开展“产业招商突击月”活动。截至9月30日，活动期间共签约项目64个，总投资278亿元。"
    )

    event = resolve_text(text).record.event

    assert event is not None
    assert (event.name, event.start_date, event.end_date) == (
        "产业招商突击月",
        "XXXX-09-01",
        "XXXX-09-30",
    )
    assert event.total.count is not None
    assert event.total.count.value == 64
