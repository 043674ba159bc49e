"""What holds for every text: exact values, exact offsets, no exceptions, time in proportion."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.figures import find_figures, unread

AMOUNTS = st.decimals("0.01", "99999", places=2).filter(lambda number: number > 0)
MONEY_FORMS = {
    "{:,f} billion yuan": (9, "CNY"), "US${:f} million": (6, "USD"), "Rs {:,f} crore": (7, "INR"), "{:f} lakh crore rupees": (12, "INR"),
    "VND{:f} trillion": (12, "VND"), "€{:f}bn": (9, "EUR"), "SAR {:f} million": (6, "SAR"), "{:f}亿元": (8, "CNY"), "{:f}万美元": (4, "USD"),
    "人民币{:f}万亿元": (12, "CNY"), "{:,f}億港元": (8, "HKD"), "{:f} 亿元": (8, "CNY"), "{:f}个亿": (8, "CNY"), "HK${:f}m": (6, "HKD"),
}  # fmt: skip
PIECES = st.sampled_from(
    [
        "0",
        "1",
        "12",
        "1,000",
        "3.5",
        "一",
        "二",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "两",
        "廿",
        "半",
        "第",
        "昨",
        "数",
        "几",
        "月",
        "日",
        "年",
        "时",
        "期",
        "成",
        "个",
        "元",
        "多",
        "余",
        "近",
        "约",
        "超",
        "以上",
        "%",
        "，",
        ".",
        "-",
        "–",
        "—",
        "~",
        ":",
        "/",
        "（",
        "）",
        "(",
        ")",
        "“",
        "”",
        '"',
        "'",
        "$",
        "¥",
        "US$",
        "Rs",
        "one",
        "two",
        "twenty-",
        "half",
        "or so",
        "or more",
        "million",
        "billion",
        "yuan",
        "crore",
        "lakh",
        "dozen",
        "May",
        "June",
        "2023",
        "about",
        "more",
        "than",
        "first",
        "quarter",
        "分之",
        "人民币",
        "亿元",
        "左右",
        "百分点",
        "项目",
        "to",
        "and",
        "from",
        "between",
        "th",
        "st",
        "Phase",
        "hundred",
        "a",
        "several",
        "of",
        "１２",
        "．",
        "％",
        "٣",
        "億円",
        "\xa0",
        "\u200b",
        "\xad",
        "\n",
        "\t",
        "|",
        "-\n",
    ]
)
TEXTS = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("-".join),
)


@given(AMOUNTS, st.sampled_from(sorted(MONEY_FORMS)))
def test_an_amount_is_read_back_exactly(amount, form):
    """Any amount written in a form that is read comes back with its exact value and currency."""
    power, code = MONEY_FORMS[form]
    (figure,) = find_figures(f"({form.format(amount)})")
    assert (figure.kind, figure.unit, figure.value) == ("money", code, amount.scaleb(power))
    assert figure.step == Decimal(1).scaleb(power - 2)


@given(TEXTS, st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2040, 1, 1))))
@settings(max_examples=300)
def test_figures_of_any_text_are_well_formed(text, published):
    """No text raises; figures are in order, apart, cut from the text, and their ids are unique."""
    figures = find_figures(text, published=published)
    end = 0
    for figure in figures:
        assert end <= figure.start <= figure.id < figure.end
        assert text[figure.start : figure.end] == figure.as_written
        assert (figure.value is None) == (figure.step is None)
        end = figure.end
    assert all(span.start >= 0 and text[span.start : span.end] for span in unread(text, figures))


@pytest.mark.parametrize(
    ("plain", "marked"),
    [
        ("总投资12.5亿元", "总投资１２．５亿元"),
        ("93.588 billion yuan", "93.588\u00a0bil\u00adlion yuan"),
        ("12亿元", "1\u200b2亿\u2060元"),
        ("two billion yuan", "two bil-\nlion yuan"),
        ("18亿元", "18亿(yì)元"),
        ("签约38个項目，投资12亿元", "签约38个項目，投资12億元"),
    ],
)
def test_marks_in_a_figure_change_nothing_but_its_extent(plain, marked):
    """Full width, no-break spaces, unseen marks, broken lines and pinyin leave the value as it is."""
    figures, others = find_figures(plain), find_figures(marked)
    assert [(f.value, f.unit) for f in others] == [(f.value, f.unit) for f in figures]
    assert all(marked[f.start : f.end] == f.as_written for f in others)


@pytest.mark.parametrize(
    "text",
    [
        "5G and 4S", "世界500强", "a Fortune 500 company", "ISO 9001", "Phase III", "http://a.cn/2023/1104/99.html", "电话：0731-84330000", "邮编：410000",
        "one of the largest", "no one", "一批项目、一系列活动", "一带一路", "十四五规划", "周一、星期三", "COVID-19", "G20", "“两新三电”", "“three types”",
        "user_88@mail.example", "the Q1.5 mark", "v2.5 billion", "B2.5亿元", "万达广场", "长三角", "Monday", "the first-class service",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_figure_is_none(text):
    """Names, addresses, codes, idioms and pronouns with numbers in them are no figures."""
    assert find_figures(text) == ()


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Das kostet 12,5 Mio. EUR", ["12,5"]),
        ("1.234,5 Kronen", ["1.234,5"]),
        ("R$ 3 bi por ano", ["3"]),
        ("بقيمة ٣٫٥ مليار", ["٣٫٥"]),
        ("5G, 12 projects, 0731-84330000", []),
    ],
)
def test_a_notation_that_is_not_read_is_reported(text, spans):
    """European notation and other scripts give no figure of money, and are listed as unread."""
    figures = find_figures(text)
    assert [text[span.start : span.end] for span in unread(text, figures)] == spans
    assert all(figure.kind != "money" for figure in figures)


UNITS = ("1", "(", "万", " ", "one ", "1,", "1.", "1-", "1/", "三百", "5月", "June 5 ", "US$", "亿元", "“", "1\t", "5亿元（", "twenty-", "hundreds of ", "½", "\n", "113年底，", "亿501-")  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=map(repr, UNITS))
def test_time_grows_in_proportion_to_the_text(unit):
    """Four times the text takes about four times the time, whatever it is made of."""
    seconds = [
        min(_seconds(unit * (size // len(unit))) for _ in range(2)) for size in (10_000, 40_000)
    ]
    assert seconds[1] < 9 * seconds[0] + 0.05


@pytest.mark.parametrize("char", ["1", "(", "（", "万", " ", "\n", "-"])
def test_a_megabyte_without_figures_takes_little_time(char):
    """A megabyte of digits, brackets, 万 or spaces is read in a second or two, not minutes."""
    assert _seconds(char * (1_000_000 // len(char))) < 3


def _seconds(text):
    begun = time.process_time()
    find_figures(text)
    return time.process_time() - begun


@pytest.mark.parametrize(
    "text",
    ["Nine, or about 41 percent, of the deals", "Of 60, 12, or 20 per cent, were foreign"],
)
def test_a_count_restated_as_a_share_stays_a_count(text):
    """A percentage set off by ", or" says the same again: its unit is not that of the count."""
    *counts, share = find_figures(text)
    assert {figure.kind for figure in counts} == {"count"}
    assert share.kind == "percent"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "The Lindow Investment Forum ended with 27 signed projects worth 4.35\n"
            "billion euros. Of them 12 are in renewable energy and will be built\n"
            "within three years. The largest of them, a wind farm at sea, is worth 61\n"
            "percent of that sum.",
            ["4.35\nbillion euros", "61\npercent"],
            id="english",
        ),
        pytest.param(
            "临江市第三届投资洽谈会闭幕，共签约项目27个，总投资435.6\n"
            "亿元。其中新能源项目12个，投资额261.36亿元，占总投资的60\n"
            "%；装备制造项目9个，投资额98亿元；现代农业项目6个，投资86\n"
            "0万元，预计明年底前开工。",
            ["435.6\n亿元", "60\n%", "86\n0万元"],
            id="chinese",
        ),
    ],
)
def test_a_figure_goes_on_behind_a_line_end_that_only_wraps(text, words):
    """Where each line is full the end of one says nothing; a unit cut off would be a wrong value."""
    written = [figure.as_written for figure in find_figures(text)]

    assert [each for each in written if "\n" in each] == words
