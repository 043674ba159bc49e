"""Lists of projects: a line for each, with its fields."""

import pytest

from extractor.models.rules.projects.chinese_blocks import entries_of
from extractor.models.rules.projects.chinese_entries import builder_in, read_entry


@pytest.mark.parametrize(
    ("text", "names", "investors", "place"),
    [
        ("1.甲食品：中央厨房，Ⓜ", ["中央厨房"], ["甲食品"], None),
        (
            "甲装备股份有限公司，年产Ⓠ塔筒项目，落户北港新区，Ⓜ。",
            ["年产Ⓠ塔筒项目"],
            ["甲装备股份有限公司"],
            "北港新区",
        ),
        (
            "甲物流，分拨中心，临空经济开发区，Ⓜ，Ⓞ投用。",
            ["分拨中心"],
            ["甲物流"],
            "临空经济开发区",
        ),
        ("甲精工与乙汽车，合资建铸造车间，Ⓜ。", ["铸造车间"], ["甲精工", "乙汽车"], None),
        ("● 智能水表项目（甲水务有限公司，Ⓜ）", ["智能水表项目"], ["甲水务有限公司"], None),
        ("（3）灌区改造工程（新开工）。", ["灌区改造工程"], [], None),
        ("一、冷链物流园项目", ["冷链物流园项目"], [], None),
        ("4.第二中学、养老服务中心。", ["第二中学", "养老服务中心"], [], None),
        ("5.滑冰中心，甲城投集团建设，Ⓜ。", ["滑冰中心"], ["甲城投集团"], None),
        ("6.滑雪小镇项目，由甲控股投资，共Ⓜ。", ["滑雪小镇项目"], ["甲控股"], None),
        ("7.青少年训练营，Ⓜ。", ["青少年训练营"], [], None),
        (
            "1.项目名称：光模块项目；投资主体：甲公司（乙集团子公司）；投资规模：Ⓜ；落户地：新材料园。",
            ["光模块项目"],
            ["甲公司"],
            "新材料园",
        ),
        (
            "◎冷链物流港项目  投资方：甲供应链集团  落户地：乙市  总投资：Ⓜ",
            ["冷链物流港项目"],
            ["甲供应链集团"],
            "乙市",
        ),
    ],
    ids=[
        *("firm: works", "firm, works, settled", "bare place", "joint venture"),
        *("in brackets", "works alone", "a heading", "two works"),
        *("who builds", "by whom", "a name of no known kind"),
        *("labelled fields", "labelled fields between spaces"),
    ],
)
def test_an_entry_is_read_by_its_fields(text, names, investors, place):
    """A firm, what it builds, where and for how much may stand in several orders."""
    entry = read_entry(text)

    assert entry is not None
    mention = entry.mention
    assert [text[slice(*name)] for name in mention.names] == names
    assert [text[slice(*body)] for body in mention.investors] == investors
    assert (text[slice(*mention.place)] if mention.place else None) == place


@pytest.mark.parametrize(
    "text",
    [
        "（一）工业唱主角。",
        "一、现代服务业项目",
        "1.新能源产业项目Ⓒ，总投资Ⓜ。",
        "2.强化要素保障，完善服务机制。",
        "甲市市长在会上介绍，园区去年引进项目Ⓒ，总投资Ⓜ。",
        "新材料类：Ⓒ，Ⓜ",
    ],
    ids=["heading", "section", "group", "policy", "prose", "group after a colon"],
)
def test_other_lines_are_no_entries(text):
    """Headings, groups, policies and sentences name no project."""
    assert read_entry(text) is None


def test_one_line_makes_no_list(read):
    """What might be an entry counts only beside another."""
    reading = read("某县项目集中签约\n会上签约项目5个。\n1.中央厨房项目。总投资3亿元。\n此外无他。")

    assert entries_of(reading) == {}


def test_a_list_of_offered_projects_is_left_out(read):
    """Below a heading that offers projects to investors nothing was signed."""
    entries = "1.中央厨房项目。总投资3亿元。\n2.冷链物流园项目。总投资2亿元。"

    offered = entries_of(read(f"某县项目集中签约\n会上签约项目5个。\n以下是招商项目\n{entries}"))
    signed = entries_of(read(f"某县项目集中签约\n会上签约项目5个。\n以下是主要项目\n{entries}"))

    assert (len(offered), len(signed)) == (0, 2)


def test_who_builds_is_told_behind_a_role():
    """建设单位为 and its like name the investor."""
    text = "总投资Ⓜ，建设单位为甲建材（乙县）有限公司。"

    assert [text[slice(*body)] for body in builder_in(text, 0, len(text))] == [
        "甲建材（乙县）有限公司"
    ]


def test_the_line_below_a_bare_name_tells_of_it(resolve_text):
    """Who invests, how much and what for; the line below that is none of the list."""
    text = (
        "甲区举行重大项目集中签约仪式\n"
        "5月6日，甲区举行重大项目集中签约仪式，现场签约项目2个，总投资16亿元。\n"
        "一、固态电池生产基地项目\n"
        "乙能源股份有限公司计划投资9亿元，建设生产线4条，建成后年产值20亿元。\n"
        "二、冷链物流园项目\n"
        "投资方为丙物流集团有限公司，总投资7亿元。\n"
        "丁县当天也有活动，投资3亿元。"
    )

    projects = resolve_text(text).record.projects

    assert [(p.name, p.investors, [a.as_written for a in p.amounts]) for p in projects] == [
        ("固态电池生产基地项目", ["乙能源股份有限公司"], ["9亿元"]),
        ("冷链物流园项目", ["丙物流集团有限公司"], ["7亿元"]),
    ]
    assert [target.as_written for target in projects[0].targets] == ["20亿元"]
