"""What is told of a stage, or of a group taken up, is a part of it."""

import pytest

HEAD_ZH = "5月4日，甲县举行项目集中签约暨开工仪式。签约项目12个，总投资30亿元；开工项目28个，总投资70亿元。\n"
HEAD_EN = "On May 4, Lorem county held its signing and groundbreaking ceremony. The county signed 12 projects with a total investment of 3 billion yuan. In the afternoon, 28 projects started construction, with 7 billion yuan.\n"


@pytest.fixture
def parents_of(resolve_text):
    """Return a function that gives each share's count with the label of what it is a part of."""

    def parents(text: str):
        record = resolve_text(text).record
        names = {share.id: share.label for share in record.shares}
        return {share.count.value: names.get(share.of) for share in record.shares if share.count}

    return parents


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        (HEAD_ZH + "把12个项目摊开看，新材料类7个，装备制造类5个。", {7: "签约", 5: "签约"}),
        (HEAD_ZH + "开工项目中，新材料类17个，装备制造类11个。", {17: "开工", 11: "开工"}),
        (
            HEAD_EN + "Of the 28 projects, 15 are in new materials and 13 in equipment.",
            {15: "started construction", 13: "started construction"},
        ),
        (
            HEAD_EN + "Divided by scale, 5 projects are over 1 billion yuan.",
            {5: "started construction"},
        ),
    ],
    ids=["zh count", "zh word", "en count", "en next"],
)
def test_groups_of_a_passage_are_parts_of_its_stage(parents_of, text, parents):
    """A passage goes into the stage that it takes up, by its count or its word."""
    assert parents_of(text).items() >= parents.items()


def test_groups_are_parts_of_the_one_whose_name_and_count_head_their_passage(parents_of):
    """A group taken up by its name and its count holds what its paragraph then counts."""
    parents = parents_of(
        "5月4日，甲县签约项目14个。外资项目9个，总投资30亿元；内资项目5个，总投资3亿元。\n"
        "外资的9个，汽车零部件6个，20亿元；高端装备3个，10亿元。"
    )

    assert parents[6] == parents[3]
    assert parents[6] is not None
    assert "外资" in parents[6]


def test_groups_too_many_for_a_stage_are_parts_of_none(parents_of):
    """What adds up to more than the stage is told of the whole event."""
    parents = parents_of(HEAD_ZH + "开工项目落在各地。甲镇22个，乙镇18个。")

    assert parents[22] is None
    assert parents[18] is None


def test_a_part_is_at_the_stage_of_what_it_is_a_part_of(resolve_text):
    """The event is at the stage told first; what is a part of another bears that one's."""
    record = resolve_text(HEAD_ZH + "开工项目中，新材料类17个，装备制造类11个。").record

    assert record.event.stage == "signed"
    assert [share.stage for share in record.shares] == [None, "started", "started", "started"]


def test_projects_of_a_passage_are_members_of_its_stage(resolve_text):
    """A project told of behind a stage, and in no other group, is one of its projects."""
    record = resolve_text(
        HEAD_EN
        + "The started projects include the Dolor battery plant of Amet Group, with an investment of 900 million yuan."
    ).record
    started = next(share.id for share in record.shares if share.stage == "started")

    assert [list(project.shares) for project in record.projects] == [[started]]
