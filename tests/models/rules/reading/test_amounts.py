"""What amounts and percentages are of."""

import pytest

from extractor.models.rules.reading.amounts import (
    amount_kind,
    base_of_frame,
    bases,
    is_group_amount,
    is_growth,
)


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("，合同外资", "foreign_capital"),
        ("，利用外资", "foreign_capital"),
        ("，实际利用外资", "paid_in"),
        ("，年度计划投资", "current_year"),
        ("，引进县外资金", "capital_brought_in"),
        ("，到位外资", "paid_in"),
        (" annual planned investment of ", "current_year"),
        (" and the contracted foreign capital was ", "foreign_capital"),
        ("，总投资", None),
    ],
)
def test_leads_name_a_kind(lead, kind):
    """The words before an amount name its kind, or none."""
    assert amount_kind(lead) == kind


@pytest.mark.parametrize(
    ("lead", "language", "expected"),
    [
        ("，总投资", "zh", True),
        ("，年产值", "zh", False),
        ("，投资均", "zh", False),
        ("的新能源项目，投资", "zh", False),
        (" with a total investment of ", "en", True),
        (" worth ", "en", True),
        (" of hydraulic cylinders invested by Lorem with ", "en", False),
    ],
)
def test_only_words_of_amount_join_an_amount_to_its_group(lead, language, expected):
    """Other words between a group and an amount part them."""
    assert is_group_amount(lead, language) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("，同比增长", "", True),
        ("，开工率达", "", True),
        ("，占总投资的", "", False),
        (" they make up ", " of total investment", False),
        (" an increase of ", "", True),
        ("", " from the year before", True),
        ("", " from Ⓜ a year ago", True),
        ("", " from the Pearl River Delta", False),
    ],
)
def test_growth_is_told_from_shares(before, after, expected):
    """Growth and completion rates are no shares."""
    assert is_growth(before, after) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("占项目总数的", ["count"]),
        ("分别占外资项目数和合同外资总额的", ["count", "investment"]),
        (" of the number", ["count"]),
        (" of the money", ["investment"]),
        ("，占比", []),
    ],
)
def test_bases_are_named_in_order(words, expected):
    """The words around percentages name their bases."""
    assert bases(words) == expected


@pytest.mark.parametrize(
    ("before", "base"),
    [
        ("签约项目中，工业占", "count"),
        ("签约总额中，工业占", None),
        ("Ⓒ项目总投资中，工业占", None),
        ("按投资总额看，工业占", "investment"),
    ],
)
def test_a_chinese_sentence_says_by_what_it_counts(before, base):
    """签约项目中 counts projects, 签约总额中 does not."""
    assert base_of_frame(before) == base
