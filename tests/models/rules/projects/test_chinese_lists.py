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


def test_each_of_several_may_put_in_the_same(resolve_text):
    """What each pays for one of its own is entered for each of them."""
    text = (
        "甲市举行投资洽谈会，共签约项目40个，总投资90亿元。\n"
        "华诚电子、明锐精密、盛泰模具三家企业各投资2.5亿元，在清源高新区建设精密零部件生产项目；东禾农业和西江牧业均投资1.2亿元建设养殖基地。"
    )

    projects = resolve_text(text).record.projects

    assert [
        (one.name, one.investors, one.place, [paid.as_written for paid in one.amounts])
        for one in projects
    ] == [
        ("精密零部件生产项目", ["华诚电子"], "清源高新区", ["2.5亿元"]),
        ("精密零部件生产项目", ["明锐精密"], "清源高新区", ["2.5亿元"]),
        ("精密零部件生产项目", ["盛泰模具"], "清源高新区", ["2.5亿元"]),
        ("养殖基地", ["东禾农业"], None, ["1.2亿元"]),
        ("养殖基地", ["西江牧业"], None, ["1.2亿元"]),
    ]
