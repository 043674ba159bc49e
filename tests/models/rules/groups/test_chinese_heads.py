"""The head of a Chinese group's name."""

import pytest

from extractor.models.rules.groups.chinese_heads import head_of

HEADS = {
    "剩下的为商贸物流": "商贸物流",
    "其余均为民生工程": "民生工程",
    "省会甲都市": "甲都市",
    "同样投向新能源": "新能源",
    "青岛分会场分别签下": "青岛",
    "商贸及专业服务占": "商贸及专业服务",
    "外地客商带来": "外地客商",
    "甲县也不甘示弱揽下": "甲县",
    "六条产业链共落下": "六条产业链",
    "港澳这": "港澳",
    "湖滨区一家揽下": "湖滨区",
    "仅光电信息一项": "光电信息",
    "落户甲经济开发区": "落户甲经济开发区",
    "装备制造以": "装备制造",
    "大会共落实": "",
    "本次洽谈会一举拿下": "",
    "签约工业": "工业",
    "大会促成现代农业": "现代农业",
    "现场签约新能源": "新能源",
    "引进来": "引进来",
    "甲县签约": "甲县",
    "在高新区签约": "在高新区签约",
    "未签约工业": "未签约工业",
    "意向签约新能源": "意向签约新能源",
}
"""Names as they stand in a clause, and the head of each."""


@pytest.mark.parametrize(("text", "head"), HEADS.items(), ids=HEADS)
def test_a_name_is_cut_to_its_head(text, head):
    """Particles and ranks before a noun, adverbs and verbs behind it are left out."""
    found = head_of(text)

    assert found is not None
    assert text[slice(*found)] == head


@pytest.mark.parametrize("text", ["此前首次签约会", "如今", "省里还抛出", "有交叉", "待引资"])
def test_times_and_other_doings_are_no_names(text):
    """Words of time, of offers and of other doings name no group."""
    assert head_of(text) is None


@pytest.mark.parametrize("text", ["10亿元以上", "现场签约", "世界500强", "第二批", "外资控股"])
def test_a_bare_name_stays(text):
    """A name without anything around it stays as it is."""
    assert head_of(text) == (0, len(text))
