"""Numbers in tables and lists have the unit that stands once, in the head or the caption."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.figures.finder import find_figures

ROWS = (("Urban rail base", "32"), ("Gear plant, phase II", "26.5"), ("Seed park", "1.5"))
NAMES = ("凌峰航天：火箭贮箱焊装厂", "滨海学校", "湾芯微：封测线")


def amounts(text):
    """Give the amounts of money in a text, each as written with its value and currency."""
    return [
        (figure.as_written, figure.value, figure.unit)
        for figure in find_figures(text)
        if figure.kind == "money"
    ]


def in_lines(*lines):
    """Join lines to a text."""
    return "\n".join(lines)


HEADS = {
    "Amount (100 million yuan)": (8, "CNY"), "Investment (£m)": (6, "GBP"), "Investment (Rs crore)": (7, "INR"), "Value (US$ mn)": (6, "USD"),
    "Cost (in billions of yuan)": (9, "CNY"), "投资额（亿元）": (8, "CNY"), "总投资（单位：万元）": (4, "CNY"), "合同外资(万美元)": (4, "USD"),
    "Amount (RMB 100 million)": (8, "CNY"), "Outlay (Rs in crore)": (7, "INR"), "Investment (₹ Cr)": (7, "INR"), "Investment, US$ million": (6, "USD"),
    "Total (unit: 10,000 yuan)": (4, "CNY"), "Total investment (CNY bn)": (9, "CNY"), "投资/亿元": (8, "CNY"), "投資額（億港元）": (8, "HKD"),
    "Investment in Rs crore": (7, "INR"), "Amount (million euros)": (6, "EUR"), "计划投资（亿元人民币）": (8, "CNY"), "US$'000": (3, "USD"),
    "Investment (AED million)": (6, "AED"), "Sum (billions of dollars)": (9, "USD"), "金額（單位：新台幣億元）": (8, "TWD"), "Value (USD)": (0, "USD"),
    "Capital (hundred million yuan)": (8, "CNY"), "**Amount (Rs lakh crore)**": (12, "INR"), "Investment £bn": (9, "GBP"), "亿元": (8, "CNY"),
}  # fmt: skip
SEPARATORS = {
    "pipes": " | ",
    "tabs": "\t",
    "columns": "    ",
    "boxes": " │ ",
    "wide pipes": "｜",
    "wide spaces": "　",
}


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
@pytest.mark.parametrize(("head", "unit"), HEADS.items(), ids=HEADS)
def test_a_column_has_the_unit_of_its_head(head, unit, separator):
    """Each number of the column is money, in the scale and currency of its head; others are not."""
    lines = [("No.", "Project", head, "Jobs")]
    lines += [(str(n), name, amount, "350") for n, (name, amount) in enumerate(ROWS, start=1)]
    power, code = unit
    assert amounts(in_lines("Signed:", *map(separator.join, lines), "In all 12 deals.")) == [
        (amount, Decimal(amount).scaleb(power), code) for _, amount in ROWS
    ]


@given(
    st.lists(st.decimals("0.01", "99999", places=2).filter(lambda n: not n.is_zero()), min_size=2),
    st.sampled_from(sorted(HEADS)),
    st.sampled_from(sorted(SEPARATORS.values())),
)
def test_amounts_in_a_column_are_read_back(numbers, head, separator):
    """Any amounts in a column with a unit in its head come back exactly."""
    power, code = HEADS[head]
    rows = [separator.join(("Park", f"{number:,f}", "West")) for number in numbers]
    text = in_lines(separator.join(("Project", head, "Place")), *rows)
    assert amounts(text) == [(f"{n:,f}", n.scaleb(power), code) for n in numbers]


CAPTIONS = {
    "（按签约顺序，单位：亿元）": (8, "CNY"), "单位：万元": (4, "CNY"), "签约项目一览（单位：亿元）": (8, "CNY"), "Projects signed (in Rs crore):": (7, "INR"),
    "Unit: 100 million yuan": (8, "CNY"), "Table 2. Main projects, in millions of dollars": (6, "USD"), "All figures in £m": (6, "GBP"),
    "Investment by project (US$ billion)": (9, "USD"), "主要项目（投资额，亿元）": (8, "CNY"), "（金额单位：亿元人民币）": (8, "CNY"),
    "項目清單（單位：億港元）": (8, "HKD"),
}  # fmt: skip
LISTS = {
    "numbered": "{n}.{name}，{amount}", "numbered in English": "{n}. {name}: {amount}", "bullets": "● {name} {amount}", "bare": "{name}  {amount}",
    "dashes": "- {name} — {amount}", "semicolons": "（{n}）{name}：{amount}；", "dots": "{name}……{amount}", "spaced": "{n}. {name}   {amount}\n",
}  # fmt: skip


@pytest.mark.parametrize("line", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize(("caption", "unit"), CAPTIONS.items(), ids=CAPTIONS)
def test_a_list_has_the_unit_of_its_caption(caption, unit, line):
    """The number that ends each line is money; the sentence after the list is not of it."""
    power, code = unit
    numbers = ("21.6", "12", "0.8")
    lines = [
        line.format(n=n, name=name, amount=amount)
        for n, (name, amount) in enumerate(zip(NAMES, numbers, strict=True), start=1)
    ]
    text = in_lines("活动举行。", caption, *lines, "他跑了一趟，电话只打了12", "此后又打了 35")
    assert amounts(text) == [(amount, Decimal(amount).scaleb(power), code) for amount in numbers]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("单位：亿元\n项目|投资方|投资额|占比\n学校|城投|6.2|30\n医院|尚医|2|10\n", ["6.2", "2"]),
        ("单位：亿元\n学校 | 城投 | 6.2\n医院 | 尚医 | 2\n", ["6.2", "2"]),
        ("（单位：亿元）\n\n| 序号 | 项目 | 金额 |\n| --- | --- | ---: |\n| 1 | 学校 | 6.2 |\n", ["6.2"]),
        ("序号\n项目\n投资（亿元）\n地点\n1\n学校\n6.2\n东区\n2\n医院\n2\n西区\n\n共2个", ["6.2", "2"]),
        ("项目\n投资（亿元）\n\n学校\n6.2\n医院\n2\n\n共2个", ["6.2", "2"]),
        ("单位：亿元\n序号\n项目\n金额\n1\n学校\n6.2\n2\n医院\n2\n3\n公园\n1", ["6.2", "2", "1"]),
        ("签约项目（单位：亿元）：学校6.2；医院2；公园1.5。另有9个在谈，电话12", ["6.2", "2", "1.5"]),
        ("医药、纺织两条链签约8个和4个，投资额（亿元）分别为6.2和2。另有9个在谈", ["6.2", "2"]),
        ("三个园区的投資（單位：億元）依次為6.2、2、1.5；面积12亩", ["6.2", "2", "1.5"]),
        ("Their outlays (in RMB bn) are 6.2, 2 and 1.5, and 9 talks go on.", ["6.2", "2", "1.5"]),
        ("投资额（亿元）：学校6.2，医院2，公园1.5。另有9个在谈", ["6.2", "2", "1.5"]),
        ("Sector: Health; Amount (USD m): 12.5; Jobs: 850", ["12.5"]),
        ("单位：亿元\n一、教育\n1.学校 6.2\n二、医疗\n1.医院 2\n合计 8.2\n", ["6.2", "2", "8.2"]),
        ("单位：亿元\n1.学校 约6.2\n2.医院 待定\n3.公园 1985\n4.医院 3", ["约6.2", "1985", "3"]),
        ("（单位：亿元）\n学校 6.2\n项目数：12\n阅读 3251", ["6.2"]),
        ("Project | Amount (Rs crore)\nSchool | about 62\nHospital | 2,050\n", ["about 62", "2,050"]),
        ("1 | Land lease (100 million yuan) | 12\n2 | School | 14\n", ["100 million yuan"]),
        ("Top deals, Rs crore:\n1. Mill – 2,050\n2. Dam – 1,985\nJobs promised: 4,000", ["2,050", "1,985"]),
        ("外资（单位：亿美元）\n学校 6.2\n内资（单位：亿元）\n医院 2", ["6.2", "2"]),
        ("It will build a school (100 million yuan)\nThe tally of deals is 12\n", ["100 million yuan"]),
    ],
)  # fmt: skip
def test_layouts_of_a_list_with_one_unit(text, found):
    """Tables under a caption, one cell a line, lists in one line, lists with headings and gaps."""
    assert [written for written, *_ in amounts(text)] == found


def test_a_share_column_is_percent():
    """The numbers below 占比（%） are percentages."""
    text = "项目\t投资（亿元）\t占比（%）\n学校\t6.2\t75.6\n医院\t2\t24.4\n"
    shares = [figure.value for figure in find_figures(text) if figure.unit == "%"]
    assert shares == [Decimal("75.6"), Decimal("24.4")]


def test_the_unit_of_a_head_is_no_amount():
    """Amount (100 million yuan) states a unit: nothing was signed for 100 million yuan."""
    text = "Project | Amount (100 million yuan)\nSchool | 6.2\nInn | tbd\nPark | 1\n"
    assert amounts(text) == [
        ("6.2", Decimal(620_000_000), "CNY"),
        ("1", Decimal(100_000_000), "CNY"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（单位：亿元）\n学校项目数：12\n市长表示，全年签约项目达12个。\n电话：3251",
        "The fund lends in yuan\nDeals signed: 12",
        "Project | Amount (Rs crore)\nSchool | tbd\n\nThe fair drew 31 buyers | 12 sellers | 9",
        "单位：荻州市商务局\n项目 12",
    ],
)
def test_a_unit_does_not_leak_to_what_is_no_list_of_it(text):
    """Sentences, other tables and an organiser named behind 单位 get no unit."""
    assert amounts(text) == []


def test_the_numbers_of_rows_between_bars_count_nothing():
    """They are ordinals where they follow each other; a first column of counts is one of counts."""
    rows = find_figures("No | Name | Jobs\n1 | Mill | 300\n2 | Dam | 20\n")
    counts = find_figures("| 46 | projects |\n| 12 | firms |\n")
    assert [figure.kind for figure in rows] == ["ordinal", "count", "ordinal", "count"]
    assert [figure.kind for figure in counts] == ["count", "count"]


def test_cells_between_wide_spaces_do_not_run_into_each_other():
    """The number of a row is no number of years or districts: 2　年产36万吨瓶片, 2　区域总部."""
    text = in_lines(
        "序号　项目　总投资（万元）　开工时间",
        "一、制造业（2个，13.8亿元）",
        "1　年产36万吨瓶片项目　86000　2024年9月",
        "2　区域总部　52000　2024年12月",
        "",
        "二、服务业（1个）",
        "3　年产5000台装备　9500　10月",
    )

    found = {figure.as_written: (figure.kind, figure.value) for figure in find_figures(text)}

    amounts = [value for kind, value in found.values() if kind == "money"]
    assert amounts == [1_380_000_000, 860_000_000, 520_000_000, 95_000_000]
    assert [found[number][0] for number in ("1", "2", "3")] == ["ordinal"] * 3
    assert found["36万吨"] == ("quantity", 360_000)


def test_one_wide_space_between_a_number_and_its_unit_is_a_space():
    """What is no row reads on: 投资3　亿元."""
    (figure,) = find_figures("项目投资3　亿元。")

    assert figure.value == 300_000_000


def test_titles_of_columns_close_together_do_not_end_the_list_of_a_caption():
    """A table whose grid is lost has a number at the end of each line, in the unit of its caption."""
    text = in_lines(
        "Annex: the projects (unit: 100 million yuan)",
        "",
        "No. Project name Investor Place Agreed investment",
        "1 Copper foil of 30,000 tons a year Lorem Co., Ltd. High-tech Zone 28",
        "2 Battery recycling Ipsum Group Dolor District 16.5",
        "",
        "Foreign projects (unit: 10,000 US dollars)",
        "No. Project name Investor Place Total investment",
        "1 Lens module Amet S.p.A. (Italy) Elit Zone 9,800",
        "The fair drew 31 buyers.",
    )

    assert amounts(text) == [
        ("28", 2_800_000_000, "CNY"),
        ("16.5", 1_650_000_000, "CNY"),
        ("9,800", 98_000_000, "USD"),
    ]


def test_a_sentence_that_begins_with_no_is_no_title():
    """It ends the list of a caption, as any other does."""
    text = in_lines(
        "Annex: the projects (unit: 100 million yuan)",
        "1. Copper foil, Lorem Co., Ltd., 28",
        "No fund was named, and nobody knows who is to pay for what.",
        "2. Buyers from abroad 31",
    )

    assert ("31", 3_100_000_000, "CNY") not in amounts(text)
