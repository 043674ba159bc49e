"""Chinese groups set right: names, repeats, parts."""

import pytest

from extractor.models.rules.groups.chinese_group_mending import mend_groups
from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.news.background import Background


@pytest.fixture
def mended(read):
    """Return a function that gives a text's groups, mended: label, count, and what it is part of."""

    def read_text(text: str) -> list[tuple[str, str | None, str | None]]:
        reading = read(text)
        groups = mend_groups(reading, read_groups(reading, Background(reading)))
        return [
            (
                group.label,
                group.count.figure.as_written if group.count else None,
                group.parent.label if group.parent else None,
            )
            for group in groups
        ]

    return read_text


def test_names_are_cut_to_their_heads(mended):
    """The verb of a count is no part of the group's name, and a bare verb names the whole."""
    text = "大会共落实签约项目30个。外地客商带来20个，剩下的为本地企业10个。"

    assert [label for label, _, _ in mended(text)] == ["", "外地客商", "本地企业"]


def test_a_heading_counts_nothing_of_its_own(mended):
    """What a line above the text counts is counted again below."""
    text = "县里开年第一签\n滨江，来了18个“新邻居”\n会上签约项目20个。外地企业投资项目18个。"

    assert ("外地企业", "18个", None) in mended(text)
    assert len([label for label, count, _ in mended(text) if count == "18个"]) == 1


def test_a_group_of_a_list_is_named_like_its_neighbours(mended):
    """Where a clause stands between name and count, the name ends as those beside it do."""
    text = "签约项目40个。能源链20个，30亿元；食品链12个，9亿元；医药链个头不多，8个项目有7亿元。"

    assert ("医药链", "8个", None) in [(a, (b or "")[:2], c) for a, b, c in mended(text)]


def test_a_group_taken_up_again_is_one(mended):
    """这5个项目 is the group counted before."""
    text = "签约项目40个。港澳企业5个，其他企业35个。港澳企业这5个项目，投资2亿元。"

    assert len([label for label, _, _ in mended(text) if label == "港澳企业"]) == 1


def test_parts_that_add_up_belong_to_the_group_before_them(mended):
    """A sentence of counts whose sum is that of the group told last before it lists its parts."""
    text = "签约项目40个。外地企业投资项目18个。深圳10个，广州5个，东莞3个。"

    assert [parent for label, _, parent in mended(text) if label in {"深圳", "东莞"}] == [
        "外地企业",
        "外地企业",
    ]


def test_groups_in_brackets_are_parts(mended):
    """外商10个（日商4个、美商3个）."""
    text = "签约项目40个。外商投资10个（日商4个、美商3个）。"

    assert {label: parent for label, _, parent in mended(text)}["日商"] == "外商投资"


def test_groups_below_a_heading_that_names_one_are_its_parts(mended):
    """一、新开工项目特点 heads the parts of the newly started."""
    text = (
        "项目集中开工\n本批项目共40个。新开工项目30个，竣工项目10个。\n"
        "二、新开工项目特点\n工业项目12个，农业项目8个。"
    )

    assert [parent for label, _, parent in mended(text) if label in {"工业", "农业"}] == [
        "新开工",
        "新开工",
    ]


def test_the_stops_of_a_tour_are_occasions(resolve_text):
    """Each is named after where it was, without its preposition."""
    text = (
        "云溪县赴长三角招商 三站签约17个项目\n7月1日至5日，云溪县代表团赴长三角开展“云溪有约”招商周活动，"
        "在上海签约8个项目，总投资32亿元；在苏州再签5个，投资18.4亿元；在宁波又签下4个，投资9.6亿元。"
        "三站共签约17个项目，总投资60亿元。\n"
    )

    record = resolve_text(text).record

    assert [(share.label, share.dimension, share.count.value) for share in record.shares] == [
        ("上海", "occasion", 8),
        ("苏州", "occasion", 5),
        ("宁波", "occasion", 4),
    ]


@pytest.mark.parametrize(
    ("rest", "label"),
    [("其余5个从事现代物流，", "现代物流"), ("其余5个分别来自日本和法国，", "日本和法国")],
)
def test_what_the_rest_do_names_them(resolve_text, rest, label):
    """The verb may be one of trade, and an adverb may stand before it."""
    text = (
        "林川招商会签约21个项目\n6月12日，2025林川招商会在林川市举行，签约项目21个，总投资98.6亿元。"
        f"电子信息类9个、投资46亿元，新材料类7个、投资31.5亿元，{rest}投资21.1亿元。\n"
    )

    shares = resolve_text(text).record.shares

    assert shares[-1].label == label


@pytest.mark.parametrize("label", ["中药", "中试", "中餐"])
def test_a_word_that_begins_like_the_end_of_a_whole_is_kept(resolve_text, label):
    """What stands behind a count is cut of 中 only where no word begins with it."""
    text = (
        "林川招商会签约21个项目\n6月12日，2025林川招商会在林川市举行，签约项目21个，总投资98.6亿元。"
        f"其中5个{label}项目，投资3亿元。\n"
    )

    (share,) = resolve_text(text).record.shares

    assert share.label == label
