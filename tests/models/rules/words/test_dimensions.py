"""Dimensions of groups."""

import pytest

from extractor.models.rules.words.dimensions import dimension_of_label, frames_of


@pytest.mark.parametrize(
    ("label", "dimension"),
    [
        ("Ⓑ以上", "size"),
        ("exceed Ⓑ each", "size"),
        ("装备制造类", "industry"),
        ("技改", "other"),
        ("manufacturing", "industry"),
        ("外资", "origin"),
        ("深圳", "origin"),
        ("深圳市", "region"),
        ("武汉经开区", "region"),
        ("“外资”", "origin"),
        ("Foreign companies", "origin"),
        ("Investors from the Delta", "origin"),
        ("世界500强企业", "investor"),
        ("state-owned enterprises", "investor"),
        ("甲县", "region"),
        ("Lorem County", "region"),
        ("Lorem Ipsum", "region"),
        ("Lorem Group", "investor"),
        ("Guangdong", "origin"),
        ("Guangdong Province", "region"),
        ("现场签约", "occasion"),
        ("signed on site", "occasion"),
        ("会前", "occasion"),
        ("roadshows abroad", "occasion"),
        ("增资扩股", "other"),
        ("existing tenants", "other"),
        ("新引进", "other"),
        ("本地企业增资扩产", "origin"),
        ("框架协议类", "other"),
        ("产学研合作类", "other"),
        ("中小企业", "investor"),
        ("食品加工企业", "industry"),
        ("甲大学校友", "origin"),
        ("German suppliers", "origin"),
        ("traditional Chinese medicine", "industry"),
        ("broken ground", "stage"),
        ("电动工具", "industry"),
        ("国有企业", "investor"),
        ("上海站", "occasion"),
        ("走出去", "origin"),
        ("其他", None),
    ],
)
def test_labels_show_their_dimension(label, dimension):
    """A group's own words tell by what it is cut out."""
    assert dimension_of_label(label) == dimension


@pytest.mark.parametrize(
    ("sentence", "dimensions"),
    [
        ("从投资来源看，上海唱主角。", ["origin"]),
        ("从区域分布看，甲区7个。", ["region"]),
        ("按行业划分，制造业16个。", ["industry"]),
        ("从投资主体看，央企3个。", ["investor"]),
        ("按行业分，制造业16个；按投资者分，港企9个。", ["industry", "investor"]),
        ("By sector, tourism attracted five projects.", ["industry"]),
        ("投资额分别为48亿元。", []),
    ],
)
def test_frames_announce_dimensions_in_turn(sentence, dimensions):
    """An announcement holds for the groups that follow, up to the next."""
    assert [frame.dimension for frame in frames_of(sentence)] == dimensions
