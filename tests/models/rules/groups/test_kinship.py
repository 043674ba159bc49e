"""Sizes inside each other, lists of goods, the rest of a list."""

import pytest

from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.groups.kinship import settle_kin, without_larger
from extractor.models.rules.news.background import Background


@pytest.fixture
def settled(read):
    """Return a function that gives each group's dimension and the label of what it is a part of."""

    def read_text(text: str) -> list[tuple[str, str | None, str | None]]:
        reading = read(text)
        groups = [group for group in read_groups(reading, Background(reading)) if group.label]
        settle_kin(groups)
        return [
            (group.label, group.dimension, group.parent.label if group.parent else None)
            for group in groups
        ]

    return read_text


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        pytest.param(
            "10亿元以上项目9个，50亿元以上项目3个。",
            [("10亿元以上", "size", None), ("50亿元以上", "size", "10亿元以上")],
            id="zh: sizes",
        ),
        pytest.param(
            "50亿元以上项目3个，10亿元以上项目9个。",
            [("50亿元以上", "size", "10亿元以上"), ("10亿元以上", "size", None)],
            id="zh: sizes from the top",
        ),
        pytest.param(
            "机器人项目6个，食用菌项目3个。",
            [("机器人", "industry", None), ("食用菌", "industry", None)],
            id="zh: goods, one of them known",
        ),
        pytest.param(
            "竹制品项目6个，玩具项目3个。",
            [("竹制品", "industry", None), ("玩具", "industry", None)],
            id="zh: goods",
        ),
        pytest.param(
            "线上签约6个，其余3个。",
            [("线上签约", "occasion", None), ("其余", "occasion", None)],
            id="zh: the rest of an occasion",
        ),
    ],
)
def test_neighbours_settle_what_a_group_is(settled, text, kin):
    """A wider size holds a narrower; bare nouns in a list are goods; the rest is as its neighbours."""
    assert settled(text) == kin


@pytest.mark.parametrize(
    "text",
    [
        "签约项目31个，其中工业项目9个。新引进亿元以上项目52个。",
        "31 projects were signed: 9 in farming, and 52 in shipping.",
    ],
    ids=["zh", "en"],
)
def test_no_part_counts_more_than_the_whole(read, text):
    """What does is of something else."""
    reading = read(text)
    groups = read_groups(reading, Background(reading))
    total = next(group for group in groups if group.count and group.count.figure.value == 31)

    kept = without_larger([group for group in groups if group is not total], total)

    assert [group.count.figure.value for group in kept if group.count] == [9]


def test_cities_of_one_list_are_of_one_kind(resolve_text):
    """Where investors come from, 州 at a name's end or not."""
    shares = resolve_text(
        "甲县集中签约\n8月2日，甲县集中签约仪式举行，共签约项目12个，总投资218亿元。"
        "其中，广州5个、深圳4个、东莞3个。"
    ).record.shares

    assert [(share.label, share.dimension) for share in shares] == [
        ("广州", "origin"),
        ("深圳", "origin"),
        ("东莞", "origin"),
    ]
