"""Where the projects of a Chinese sentence are, by its head."""

import pytest

from extractor.models.rules.projects.chinese_sites import site_at, site_before


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("在甲县分会场，乙公司建厂。", "甲县", id="with a preposition"),
        pytest.param("食品园里，乙公司建厂。", "食品园", id="with what is inside it"),
        pytest.param("甲区高新园落户Ⓒ项目，包括X。", "甲区高新园", id="with its count and a list"),
        pytest.param("甲市，乙公司建厂。", None, id="a place that is nothing but named"),
    ],
)
def test_a_place_may_open_a_sentence(text, place):
    """A clause of its own at the head tells where all that follows is."""
    found = site_at(text, 0)

    assert (text[slice(*found)] if found else None) == place


@pytest.mark.parametrize(
    ("head", "place"),
    [
        pytest.param("落户甲区的项目有Ⓒ", "甲区", id="settled there"),
        pytest.param("与他同在甲区落户的还有", "甲区", id="settled there too"),
        pytest.param("甲县则拿下Ⓒ项目", "甲县", id="its county"),
        pytest.param("乙镇", "乙镇", id="a heading"),
        pytest.param("签约项目包括", None, id="no place"),
    ],
)
def test_a_place_may_head_a_list(head, place):
    """What stands before a colon tells where the projects behind it are."""
    found = site_before(f"{head}：X", len(head))

    assert (head[slice(*found)] if found else None) == place
