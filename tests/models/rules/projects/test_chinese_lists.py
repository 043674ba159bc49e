"""Chinese clauses that name what several bring, or one after the other."""

from time import process_time

from extractor.models.rules.projects.chinese_clauses import Clause
from extractor.models.rules.projects.chinese_lists import brings


def test_places_before_what_is_brought_are_divided_in_one_way_only():
    """Each place of a clause must not double the ways to read it."""
    text = "甲公司" + "在甲县里" * 40 + "，"
    began = process_time()

    mentions = list(brings(Clause(text, 0, len(text), "。")))

    assert mentions == []
    assert process_time() - began < 1


def test_what_is_brought_may_be_told_of_behind_a_time_and_a_place():
    """Words of when and where stand between who brings and what."""
    text = "甲科技此次在乙县现场签下的是一座齿轮工厂，总投资Ⓜ"

    (mention,) = brings(Clause(text, 0, text.index("，"), "。"))

    assert [text[slice(*name)] for name in mention.names] == ["齿轮工厂"]
    assert [text[slice(*body)] for body in mention.investors] == ["甲科技"]
