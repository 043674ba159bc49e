"""Who does what in a Chinese clause."""

from time import process_time

import pytest

from extractor.models.rules.projects.chinese_subjects import act_in, subject_of


@pytest.mark.parametrize(
    ("text", "bodies", "place", "name"),
    [
        pytest.param(
            "返乡的甲机械选择在园区盖智慧工厂", ["甲机械"], "园区", "智慧工厂", id="a place"
        ),
        pytest.param(
            "甲文旅集团与乙航空计划合办的观光航线",
            ["甲文旅集团", "乙航空"],
            None,
            "观光航线",
            id="two",
        ),
        pytest.param(
            "甲物流公司则带来了智慧物流园", ["甲物流公司"], None, "智慧物流园", id="brings"
        ),
    ],
)
def test_an_act_has_who_where_and_what(text, bodies, place, name):
    """A body, an adverb and a verb in a row say who does what."""
    act = act_in(text, 0, len(text))

    assert act
    assert [text[slice(*body)] for body in act.bodies] == bodies
    assert (text[slice(*act.place)] if act.place else None) == place
    assert text[act.start :] == name


@pytest.mark.parametrize("name", ["城市更新建设项目", "甲园区标准厂房建设", "高标准农田建设项目"])
def test_a_name_that_holds_a_verb_is_no_act(name):
    """A verb without an adverb before it belongs to the name."""
    assert act_in(name, 0, len(name)) is None


def test_places_in_a_row_are_divided_in_one_way_only():
    """Each place of a clause must not double the ways to read it."""
    clause = "甲公司" + "在甲县" * 40 + "，"
    began = process_time()

    act = act_in(clause, 0, len(clause))

    assert act is None
    assert process_time() - began < 1


@pytest.mark.parametrize(
    ("clause", "bodies"),
    [
        pytest.param("「福春制冰」则加码Ⓜ", ["福春制冰"], id="quoted"),
        pytest.param("甲智造取得Ⓠ土地", ["甲智造"], id="any verb"),
        pytest.param("此次以Ⓜ拿下", [], id="an adverb first"),
        pytest.param("青山县计划投资Ⓜ", [], id="an administration"),
    ],
)
def test_the_subject_is_the_body_that_a_clause_begins_with(clause, bodies):
    """No verb need be known, and administrations invest nothing."""
    told = subject_of(clause, 0, len(clause))

    assert [clause[slice(*body)] for body in told] == bodies
