"""Who invests: bodies before and in the names of projects."""

import pytest

from extractor.models.rules.projects.investors import (
    body_in_name,
    is_government,
    owner,
    split_bodies,
    subject_body,
)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        pytest.param("甲科技有限公司", ["甲科技有限公司"], id="one"),
        pytest.param(
            "甲能源、乙时代和丙资本三家企业",
            ["甲能源", "乙时代", "丙资本"],
            id="a list with its count",
        ),
        pytest.param("世界500强企业海岳集团", ["海岳集团"], id="a title in front"),
        pytest.param("青年乡贤张三、张四兄弟俩", ["张三", "张四"], id="people"),
        pytest.param("甲生物董事长乙丙", ["甲生物"], id="a person who stands for the firm"),
        pytest.param("车用镜头厂甲岳光电", ["甲岳光电"], id="what it makes, before it"),
        pytest.param("放射性药物商乙岳医药", ["乙岳医药"], id="what it trades in, before it"),
        pytest.param("金融科技公司丙岳科技", ["丙岳科技"], id="what kind of firm, before it"),
        pytest.param("内地药企丁岳制药", ["丁岳制药"], id="where it comes from and its trade"),
        pytest.param("杭州岚商投资集团", ["杭州岚商投资集团"], id="a trade that is its name"),
        pytest.param("德国企业甲岳密封", ["甲岳密封"], id="a foreign firm, no 国企"),
        pytest.param("如甲岳科技", ["甲岳科技"], id="for example"),
        pytest.param("如新甲岳集团", ["如新甲岳集团"], id="a name that begins so"),
        pytest.param("如皋甲岳科技", ["如皋甲岳科技"], id="a place that begins so"),
        pytest.param("投资方为甲岳科技", ["甲岳科技"], id="what it is called, before it"),
        pytest.param("既有", [], id="there is"),
        pytest.param("总投资", [], id="no body"),
        pytest.param("会议还推介了", [], id="no subject"),
    ],
)
def test_bodies_are_taken_from_what_is_said_of_them(text, bodies):
    """Titles, counts and particles are no part of a body's name."""
    assert [text[a:b] for a, b in split_bodies(text, 0, len(text))] == bodies


@pytest.mark.parametrize(
    ("name", "body", "rest"),
    [
        pytest.param(
            "吉岳食品鲜玉米全产业链项目",
            "吉岳食品",
            "吉岳食品鲜玉米全产业链项目",
            id="by its trade",
        ),
        pytest.param("香港恒岳集团的国际商贸城", "香港恒岳集团", "国际商贸城", id="with 的"),
        pytest.param(
            "甲新材料（浙江）有限公司年产5万吨碳纤维项目",
            "甲新材料（浙江）有限公司",
            "甲新材料（浙江）有限公司年产5万吨碳纤维项目",
            id="a firm",
        ),
    ],
)
def test_a_name_may_begin_with_its_investor(name, body, rest):
    """The investor stays in the name, unless 的 sets it apart."""
    found = body_in_name(name, 0, len(name))

    assert found is not None
    assert name[slice(*found[0])] == body
    assert name[found[1] :] == rest


@pytest.mark.parametrize("name", ["高端轴承产业园", "冷链物流园", "绿色食品加工项目"])
def test_a_field_is_no_investor(name):
    """Words for a field at a name's beginning name nobody."""
    assert body_in_name(name, 0, len(name)) is None


def test_administrations_are_told_from_firms():
    """A district signs; a firm of the district invests."""
    assert is_government("东河新区管委会")
    assert not is_government("东河新区城建集团")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        pytest.param("甲智造的传感器基地", "甲智造", id="an owner"),
        pytest.param(
            "乙制药（浙江）公司的疫苗车间", "乙制药（浙江）公司", id="a firm with brackets"
        ),
        pytest.param("规模最大的传感器基地", None, id="a description"),
    ],
)
def test_a_name_may_tell_its_owner_first(name, body):
    """What stands before 的 owns the project, unless it only describes it."""
    found = owner(name, 0, len(name))

    assert (name[slice(*found[0])] if found else None) == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("甲精机从外地回乡，", "甲精机", id="known by its ending"),
        pytest.param("乙创力看好这里的市场，", "乙创力", id="known by the verb behind it"),
    ],
)
def test_clauses_begin_with_the_firm_they_are_about(text, body):
    """The firm at the head of the clauses before builds what the next one tells."""
    found = subject_body(text, 0, len(text))

    assert found is not None
    assert text[slice(*found)] == body
