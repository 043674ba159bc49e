"""Who and what Chinese clauses name beside their frames' examples."""

import pytest

from extractor.models.rules.chinese_projects import chinese_mentions


def test_an_administration_that_builds_is_no_investor():
    """A county's own plans are no project of a firm."""
    assert chinese_mentions("甲县拟新设职业技术学校") == []


@pytest.mark.parametrize("order", ["一是", "其次为", "最大一宗为", "另一个是", "投资额最大的是"])
def test_what_ranks_a_project_is_no_part_of_its_investor(order):
    """Numbers and ranks before a project are left out."""
    text = f"{order}甲集团投资Ⓜ兴建的氢能产业园"

    (mention,) = chinese_mentions(text)

    assert [text[slice(*body)] for body in mention.investors] == ["甲集团"]


@pytest.mark.parametrize(
    "text", ["甲锂能则把电池生产基地选址乙经开区", "甲锂能将电池生产基地整体搬至乙经开区"]
)
def test_works_may_be_moved_to_a_place(text):
    """把X选址A地 and its like name the firm, the works and the place."""
    (mention,) = chinese_mentions(text)

    assert [text[slice(*name)] for name in mention.names] == ["电池生产基地"]
    assert [text[slice(*body)] for body in mention.investors] == ["甲锂能"]
    assert mention.place is not None
    assert text[slice(*mention.place)] == "乙经开区"
