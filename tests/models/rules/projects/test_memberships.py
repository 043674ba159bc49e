"""Which groups a project is said to be a member of."""

import pytest

from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.news.background import Background
from extractor.models.rules.projects.memberships import assign_groups
from extractor.models.rules.projects.projects import find_projects


@pytest.fixture
def members_of(read):
    """Return a function that gives each project's groups, place and field."""

    def read_text(text: str) -> list[tuple[str, list[str], str | None, str | None]]:
        reading = read(text)
        background = Background(reading)
        found = find_projects(reading, background)
        groups = read_groups(reading, background, claimed=found.figure_ids(reading))
        assign_groups(reading, found.projects, [g for g in groups if not g.is_whole])
        return [
            (
                reading.quote(*project.name),
                [group.label for group in project.groups],
                reading.quote(*project.place) if project.place else None,
                reading.quote(*project.industry) if project.industry else None,
            )
            for project in found.projects
        ]

    return read_text


_REGIONS_ZH = "从区域看，东川县签约项目3个，西川县签约项目4个。\n\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(
            "西川县：老产业出新枝\n\n甲陶瓷投资3亿元建设岩板生产线。", "西川县", id="section"
        ),
        pytest.param("东川县山高谷深。甲能源投资5亿元建设抽水蓄能电站。", "东川县", id="sentence"),
        pytest.param("甲陶瓷投资3亿元建设岩板生产线。", None, id="none"),
    ],
)
def test_counted_regions_give_chinese_places(members_of, text, place):
    """A region heads the sentences or the section that its projects are told in."""
    assert [told for _, _, told, _ in members_of(_REGIONS_ZH + text)] == [place]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(
            "Manufacturing accounts for 12 projects worth 3 billion yuan, such as the Lorem valve"
            " plant with an investment of 200 million yuan by Ipsum Group.",
            [("Lorem valve plant", ["Manufacturing"], None, None)],
            id="en: such as",
        ),
        pytest.param(
            "Ipsum Group will build a valve plant in Lorem County with an investment of 200 million"
            " yuan.\nBy region, Lorem County signed 12 projects and Dolor County signed 9 projects.",
            [("valve plant", ["Lorem County"], "Lorem County", None)],
            id="en: the region that its place names",
        ),
        pytest.param(
            "Eleven projects were located at the main venue, 2 billion yuan in all.\n"
            "At the main venue, Lorem Copper will build a foil plant for 200 million yuan.",
            [("foil plant", ["located at the main venue"], None, None)],
            id="en: an occasion at the head of the sentence",
        ),
        pytest.param(
            "Fujian signed 12 projects.\n\nThere are 9 cultural tourism projects worth 2 billion"
            " yuan.\n\nIn the field of cultural tourism, Lorem Group will build a hot spring resort.",
            [("hot spring resort", ["cultural tourism"], None, "cultural tourism")],
            id="en: the topic of the sentence",
        ),
        pytest.param(
            "50亿元以上项目1个，即甲塬能源集团拟投资68亿元建设的绿色甲醇一体化项目。",
            [("绿色甲醇一体化项目", ["50亿元以上"], None, None)],
            id="zh: namely",
        ),
        pytest.param(
            "宁北县开工16个，总投资98.4亿元。甲水电公司投资的抽水蓄能电站，总投资54.5亿元。",
            [("抽水蓄能电站", ["宁北县"], "宁北县", None)],
            id="zh: a county's paragraph",
        ),
        pytest.param(
            "工业项目12个，总投资30亿元。\n\n另外，甲公司投资2亿元建设物流园。",
            [("物流园", [], None, None)],
            id="zh: told apart",
        ),
    ],
)
def test_a_project_is_a_member_where_words_make_it_one(members_of, text, members):
    """Examples, topics and a place's paragraph make members; nothing is worked out."""
    assert members_of(text) == members
