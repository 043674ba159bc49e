"""Lines broken like verse, and two words written as one."""

import pytest

from extractor.models.rules.reading.chinese_layout import join_lines, plain_bullets, spell_out


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("签约活动在滨江举行\nⒸ项目签约\n总投资Ⓜ\n", "签约活动在滨江举行，Ⓒ项目签约，总投资Ⓜ\n"),
        ("Ⓓ下午\n某新区举行签约活动\n", "Ⓓ下午，某新区举行签约活动\n"),
        ("“牵手”\n某区签约项目Ⓒ\n\n会上签约。\n", "“牵手”，某区签约项目Ⓒ\n\n会上签约。\n"),
        ("一、总体情况\n本批项目Ⓒ，总投资Ⓜ。\n", "一、总体情况\n本批项目Ⓒ，总投资Ⓜ。\n"),
        ("▌先看产业\n新材料项目Ⓒ\n", "▌先看产业\n新材料项目Ⓒ\n"),
        ("来源：某报\n某县签约\n", "来源：某报\n某县签约\n"),
        ("● 工业篇\n● Ⓒ项目，Ⓜ\n", "● 工业篇：  Ⓒ项目，Ⓜ\n"),
        ("一、先进制造\n共Ⓒ项目\n", "一、先进制造：共Ⓒ项目\n"),
        ("● 工业类 Ⓒ Ⓜ\n", "  工业类：Ⓒ Ⓜ\n"),
        ("二、服务业（Ⓒ，Ⓜ）\n", "  服务业（Ⓒ，Ⓜ）\n"),
    ],
    ids=[
        *("verse", "time", "headline", "heading and paragraph", "bullet", "furniture"),
        *("tally below", "tally below a number", "tally behind", "tally in brackets"),
    ],
)
def test_broken_lines_are_joined(text, joined):
    """A break between two lines that are no sentences is read as a comma."""
    assert join_lines(text) == joined
    assert len(joined) == len(text)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("▲某公司 包装项目 总投资Ⓜ\n", "●某公司，包装项目，总投资Ⓜ\n"),
        ("2. 某公司  包装项目 Ⓜ\n", "2. 某公司， 包装项目，Ⓜ\n"),
        ("某公司 包装项目 总投资Ⓜ\n", "某公司，包装项目，总投资Ⓜ\n"),
        ("△某公司，包装项目，总投资Ⓜ\n", "●某公司，包装项目，总投资Ⓜ\n"),
        ("▲总投资Ⓜ的某项目签约现场\n", "▲总投资Ⓜ的某项目签约现场\n"),
        ("▲某公司\n", "▲某公司\n"),
        ("北方Green Valley公司 总投资Ⓜ\n", "北方Green Valley公司 总投资Ⓜ\n"),
        ("某县签约 总投资Ⓜ，共Ⓒ 创新高\n", "某县签约 总投资Ⓜ，共Ⓒ 创新高\n"),
    ],
    ids=[
        *("bullet", "number", "neither", "commas", "caption", "no sum"),
        *("two fields and Latin words", "sentence"),
    ],
)
def test_fields_of_an_entry_are_parted_by_commas(text, joined):
    """Spaces between the fields of a list's entry are read as commas, its bullet as a plain one."""
    assert join_lines(text) == joined
    assert len(joined) == len(text)


def test_two_words_in_one_are_spelt_out():
    """开（竣）工 reads as 开工和竣工, of the same length; other brackets stay."""
    assert spell_out("集中开（竣）工（首批）") == "集中开工和竣工（首批）"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("🏭 01 工业篇\n", "●    工业篇\n"),
        ("1️⃣ 冷链物流园\n", "●   冷链物流园\n"),
        ("💰总投资3亿元💪\n", "●总投资3亿元 \n"),
        ("开工\n01 工业篇\n", "开工\n●  工业篇\n"),
        ("0.5亿元\n", "0.5亿元\n"),
    ],
    ids=["picture and number", "number in a box", "at both ends", "number", "amount"],
)
def test_pictures_are_bullets_or_blanks(text, plain):
    """What opens a line is one bullet, and other pictures are blanks."""
    assert plain_bullets(text) == plain
    assert len(plain) == len(text)
