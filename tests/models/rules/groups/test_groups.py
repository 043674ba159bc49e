"""Groups: counts, amounts and percentages that belong together, in all styles of the genre."""

import pytest

from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.news.background import Background


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        pytest.param(
            "Energy attracted $3 billion and affordable housing $1 billion.",
            [
                ("Energy", None, ["$3 billion"], []),
                ("affordable housing", None, ["$1 billion"], []),
            ],
            id="en: uncounted, held by their subjects",
        ),
        pytest.param(
            "He put farming's share at $480 million from 16 deals, minerals at $350 million from 9 deals.",
            [
                ("farming", "16", ["$480 million"], []),
                ("minerals", "9", ["$350 million"], []),
            ],
            id="en: counts behind amounts",
        ),
        pytest.param(
            "More than 60 percent of the value came from foreign investors, while local firms"
            " contributed the remaining 40 percent.",
            [
                ("foreign investors", None, [], ["More than 60 percent"]),
                ("local firms", None, [], ["40 percent"]),
            ],
            id="en: shares told by what stands behind them",
        ),
        pytest.param(
            "制造业项目18个，投资98.3亿元，占总数的38.3%；文旅项目5个，24.4亿元。",
            [("制造业", "18个", ["98.3亿元"], ["38.3%"]), ("文旅", "5个", ["24.4亿元"], [])],
            id="zh: one after the other",
        ),
        pytest.param(
            "工业项目7个、农业项目3个、服务业项目2个，总投资依次为48.6亿元、11.7亿元、5.5亿元。",
            [
                ("工业", "7个", ["48.6亿元"], []),
                ("农业", "3个", ["11.7亿元"], []),
                ("服务业", "2个", ["5.5亿元"], []),
            ],
            id="zh: amounts dealt out",
        ),
        pytest.param(
            "东河、西河、南河三镇分别为13个、10个、8个，其余11个在别处。",
            [
                ("东河", "13个", [], []),
                ("西河", "10个", [], []),
                ("南河", "8个", [], []),
                ("其余", "11个", [], []),
            ],
            id="zh: counts dealt out, and the rest",
        ),
        pytest.param(
            "甲县、乙县各12个，总投资分别为64.9亿元、55.6亿元。",
            [("甲县", "12个", ["64.9亿元"], []), ("乙县", "12个", ["55.6亿元"], [])],
            id="zh: one count each",
        ),
        pytest.param(
            "外资项目33个，总投资46.8亿美元，合同外资19.2亿美元。",
            [("外资", "33个", ["46.8亿美元", "19.2亿美元"], [])],
            id="zh: two kinds of amount",
        ),
        pytest.param(
            "按三次产业划分，投资额之比为11.8∶62.7∶25.5。",
            [
                ("第一产业", None, [], ["11.8"]),
                ("第二产业", None, [], ["62.7"]),
                ("第三产业", None, [], ["25.5"]),
            ],
            id="zh: ratio of the three sectors",
        ),
        pytest.param(
            "装备制造11个，旅游12个，运动培训5个。三类占签约总额的比重为43.4∶45.1∶11.5。",
            [
                ("装备制造", "11个", [], ["43.4"]),
                ("旅游", "12个", [], ["45.1"]),
                ("运动培训", "5个", [], ["11.5"]),
            ],
            id="zh: ratio of the three groups told before",
        ),
        pytest.param(
            "按行業劃分，工業項目11個，投資額48.5億元，佔總額78.2%。",
            [("工業", "11個", ["48.5億元"], ["78.2%"])],
            id="zh-hant",
        ),
        pytest.param(
            "Among the 88 projects, 65 are manufacturing projects with an investment of 63.8 billion yuan, accounting for 68.2% of the total investment.",
            [("manufacturing", "65", ["63.8 billion yuan"], ["68.2%"])],
            id="en: machine-translated",
        ),
        pytest.param(
            "33 industrial projects and 14 infrastructure projects, with total investment of 19.6 billion yuan and 7.2 billion yuan respectively.",
            [
                ("industrial", "33", ["19.6 billion yuan"], []),
                ("infrastructure", "14", ["7.2 billion yuan"], []),
            ],
            id="en: respectively",
        ),
        pytest.param(
            "Advanced metals brought in 36 projects worth 21.4 billion yuan, electronic chemicals 28 worth 19.8 billion yuan.",
            [
                ("Advanced metals", "36", ["21.4 billion yuan"], []),
                ("electronic chemicals", "28", ["19.8 billion yuan"], []),
            ],
            id="en: verb left out the second time",
        ),
        pytest.param(
            "Solar parks make up Rs 1.5 lakh crore of this (61 projects) and pumped storage Rs 15,000 crore (23).",
            [
                ("Solar parks", "61", ["Rs 1.5 lakh crore"], []),
                ("pumped storage", "23", ["Rs 15,000 crore"], []),
            ],
            id="en: counts in brackets",
        ),
        pytest.param(
            "Forty of the projects, worth 72.4 billion yuan, or 44.2 percent of the investment, were signed on stage.",
            [("signed on stage", "Forty", ["72.4 billion yuan"], ["44.2 percent"])],
            id="en: named behind its figures",
        ),
        pytest.param(
            "Foreign investors account for 11 of the deals and about 70 per cent of the money.",
            [("Foreign investors", "11", [], ["about 70 per cent"])],
            id="en: African and British press",
        ),
        pytest.param(
            "投資規模逾10億元的案件共12件，其中30億元以上5件。",
            [("投資規模逾10億元", "12件", [], []), ("30億元以上", "5件", [], [])],
            id="zh-hant: open classes, the count right behind",
        ),
        pytest.param(
            "20亿元以上的项目8个；5亿元（含）至10亿元的项目22个。",
            [("20亿元以上", "8个", [], []), ("5亿元（含）至10亿元", "22个", [], [])],
            id="zh: a bound that is counted in",
        ),
        pytest.param(
            "本地企业增资扩产的占两成，省外企业投资的占约46%。",
            [("本地企业增资扩产", None, [], ["两成"]), ("省外企业投资", None, [], ["约46%"])],
            id="zh: percentages of named parts",
        ),
        pytest.param(
            "东川县、西川县分别开工13个、12个，总投资依次为78亿元、66亿元。",
            [("东川县", "13个", ["78亿元"], []), ("西川县", "12个", ["66亿元"], [])],
            id="zh: listed regions keep their suffix",
        ),
        pytest.param(
            "新能源项目5个、装备制造项目4个，前者总投资26亿元，后者总投资14.5亿元。",
            [("新能源", "5个", ["26亿元"], []), ("装备制造", "4个", ["14.5亿元"], [])],
            id="zh: the former and the latter",
        ),
        pytest.param(
            "港资项目6个，台资项目3个，后者占投资总额的21%，前者占35%。",
            [("港资", "6个", [], ["35%"]), ("台资", "3个", [], ["21%"])],
            id="zh: shares of the latter and the former",
        ),
        pytest.param(
            "签约项目18个，其中返乡项目占比八成多。",
            [("", "18个", [], []), ("返乡", None, [], ["八成多"])],
            id="zh: the name behind 其中",
        ),
    ],
)
def test_figures_are_grouped(groups_of, text, groups):
    """Each sentence gives its groups with label, count, amounts and percentages."""
    assert groups_of(text) == groups


@pytest.mark.parametrize(
    "text",
    [
        "工业投资增长12.4%，项目数比上年提高7个百分点。",
        "The share of industrial projects increased by 4.2 percentage points.",
        "开工率达60.3%。",
    ],
)
def test_growth_and_rates_are_no_shares(groups_of, text):
    """Growth, points and completion rates make no group."""
    assert groups_of(text) == []


def test_what_is_among_a_group_is_part_of_it(read):
    """其中 makes the next class a part of the one before."""
    reading = read("10亿元以上项目21个，总投资438.7亿元；其中20亿元以上项目9个。")
    wide, narrow = read_groups(reading, Background(reading))

    assert narrow.parent is wide


def test_a_reference_names_the_parent(read):
    """Six "of the 57" are a part of the group that counted 57."""
    reading = read(
        "Fifty-seven projects exceed 1 billion yuan. Six of the 57 are above 5 billion yuan."
    )
    wide, narrow = read_groups(reading, Background(reading))

    assert narrow.parent is wide


def test_the_bases_of_two_percentages_are_told_apart(read):
    """Of two percentages in a row each has the base that its own words name."""
    reading = read("制造业项目31个，占项目总数的32.3%，占总投资的31.8%。")
    (group,) = read_groups(reading, Background(reading))

    assert [base for base, _ in group.percents] == ["count", "investment"]


def test_claimed_figures_are_left_alone(read):
    """A figure that another item claims opens no group."""
    reading = read("制造业项目18个。")
    (mark,) = (mark for _, mark in reading.marks(0, len(reading.text)))

    assert read_groups(reading, Background(reading), claimed=frozenset({mark.figure.id})) == []


def test_figures_of_headings_open_no_groups(groups_of):
    """A section's heading and a second line of the headline count nothing of their own."""
    text = "热潮涌动\n——东川市64个重大项目开工侧记\n\n工业项目12个，投资9亿元。\n\n三个场子各有收获\n\n会后见。"

    assert groups_of(text) == [("工业", "12个", ["9亿元"], [])]


def test_a_topic_makes_what_follows_its_parts(read):
    """按区域看，…项目中 names the group that the counts behind it are parts of."""
    reading = read("外资项目9个，投资80亿元。分区域看，外资项目中，东区签约4个，西区签约3个。")
    foreign, *regions = read_groups(reading, Background(reading))

    assert [region.parent for region in regions] == [foreign, foreign]


def test_an_announced_dimension_is_that_of_what_follows(read):
    """按行业划分 in mid-sentence leaves the groups before it as they are."""
    reading = read("内地企业9个，海外企业4个；按行业划分，生命健康6个、人工智能5个。")

    dimensions = [group.dimension for group in read_groups(reading, Background(reading))]

    assert dimensions == ["origin", "origin", "industry", "industry"]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        pytest.param(
            "Eleven of the companies signed memoranda of understanding worth $15 billion. The"
            " others, 15 companies, submitted letters of intent, and the value is $7 billion.",
            [
                ("memoranda of understanding", "Eleven", ["$15 billion"], []),
                ("letters of intent", "15", ["$7 billion"], []),
            ],
            id="the others submitted",
        ),
        pytest.param(
            "Healthcare made a thinner showing, with only nine proposals.",
            [("Healthcare", "nine", [], [])],
            id="with only",
        ),
        pytest.param(
            "Lorems living abroad, met in another session, promised $31 million of the total.",
            [("Lorems living abroad", None, ["$31 million"], [])],
            id="an uncounted group",
        ),
        pytest.param(
            "Fourteen companies have agreed to sink $845 million into the county.",
            [("", "Fourteen", ["$845 million"], [])],
            id="firms that agree are the whole",
        ),
        pytest.param(
            "The numbers of domestic and foreign-funded are 8 and 4, and the amounts are"
            " 3.98 and 1.75 billion yuan, respectively.",
            [
                ("domestic", "8", ["3.98"], []),
                ("foreign-funded", "4", ["1.75 billion yuan"], []),
            ],
            id="the numbers of",
        ),
    ],
)
def test_english_groups_are_named_by_what_they_did(groups_of, text, groups):
    """Groups told of by their papers, their showing or their promise bear those names."""
    assert groups_of(text) == groups


def test_turnover_and_outside_capital_are_the_wholes(groups_of):
    """Capital from outside and a sum of unlike things join the whole in English."""
    text = (
        "The county signed 15 projects, total investment 6.8 billion yuan, of which 5.9 billion"
        " yuan is the capital introduced from outside the province. The total turnover reached"
        " 7.2 billion yuan."
    )

    assert groups_of(text) == [
        ("", "15", ["6.8 billion yuan", "5.9 billion yuan", "7.2 billion yuan"], [])
    ]


def test_a_field_is_taken_up_by_its_stem(groups_of):
    """Industrial projects take up the group that was counted as "industry"."""
    text = (
        "By type, industry 13, investment 12 billion yuan; infrastructure 5, 4 billion yuan."
        " Industrial projects account for 61.9% and 66.5% of the number and the total investment"
        " respectively."
    )

    assert groups_of(text)[0] == ("industry", "13", ["12 billion yuan"], ["61.9%", "66.5%"])


def test_what_is_contracted_of_a_foreign_group_is_foreign_capital(read):
    """The word of the amount holds the group's name: 外资项目6个，合同外资3.2亿美元."""
    reading = read("外资项目6个，合同外资3.2亿美元。")
    (group,) = read_groups(reading, Background(reading))

    assert [kind for kind, _ in group.amounts] == ["foreign_capital"]
