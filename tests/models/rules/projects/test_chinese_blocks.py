"""Lists whose entries are spread over lines, as posts, bulletins and weeklies set them."""

import pytest

HEAD = "云渡区一季度项目集中签约\n\n4月18日，云渡区2024年一季度项目集中签约仪式举行，现场签约项目22个，总投资91.4亿元。\n\n"

POST = """🔹 年产30万套机器人关节模组项目
投资主体：苏州灵枢传动科技有限公司
计划投资：16亿元
落户园区：云渡智造园
🔹 高性能铝合金压铸件基地
投资主体：宁波浩铸股份有限公司
计划投资：9.5亿元
"""
BOXES = """1️⃣ 芯原半导体封测基地（二期）
💰总投资32亿元
🏢建设单位：芯原微电子（临湖）有限公司
📍位于滨湖科创园
2️⃣ 湖滨路快速化改造
💰总投资6.2亿元
"""
BULLETIN = """一、甲片区
1.高性能碳纤维复合材料项目。由江苏恒纤新材料股份有限公司投资建设，总投资18亿元。
2.电子级氢氟酸项目。由浙江凯氟化工有限公司投资建设，总投资7.6亿元。
"""
WEEKLY = """——18亿元，佛山澜星电器的年产600万台变频空调压缩机项目，落子湾城临港园。

——12.5亿元，由合肥晶显科技投资的家电显示模组基地，主攻可折叠屏。

——9亿元，本土龙头海星家纺“灯塔工厂”，用工减半。

——6亿元，跨境供应链中心，深圳越洋供应链与湾城港务集团携手共建。
"""
PRESS = """开工项目中，工业项目19个，主要有：
——宝通精密齿轮产业园，总投资15亿元，由宝通机械投建；
——城市东环快速路，总投资21亿元，全长18公里；
"""
BELOW = """▶ 白塔古镇夜游提升
总投资2.8亿元。
▶ 湘东南冷链物流港
陆海通供应链集团投建，总投资5.5亿元。
▶ 智能家居五金产业园
由五金商会会长企业——中山铭扣集团投资，总投资10.5亿元。
"""


def projects_of(resolution) -> list[tuple[str, list[str], str | None, list[str]]]:
    """Return the projects of a resolution: name, investors, place and amounts."""
    return [
        (
            project.name,
            list(project.investors),
            project.place,
            [amount.as_written for amount in project.amounts],
        )
        for project in resolution.record.projects
    ]


@pytest.mark.parametrize(
    ("listed", "projects"),
    [
        (
            POST,
            [
                (
                    "年产30万套机器人关节模组项目",
                    ["苏州灵枢传动科技有限公司"],
                    "云渡智造园",
                    ["16亿元"],
                ),
                ("高性能铝合金压铸件基地", ["宁波浩铸股份有限公司"], None, ["9.5亿元"]),
            ],
        ),
        (
            BOXES,
            [
                (
                    "芯原半导体封测基地（二期）",
                    ["芯原微电子（临湖）有限公司"],
                    "滨湖科创园",
                    ["32亿元"],
                ),
                ("湖滨路快速化改造", [], None, ["6.2亿元"]),
            ],
        ),
        (
            BULLETIN,
            [
                (
                    "高性能碳纤维复合材料项目",
                    ["江苏恒纤新材料股份有限公司"],
                    None,
                    ["18亿元"],
                ),
                ("电子级氢氟酸项目", ["浙江凯氟化工有限公司"], None, ["7.6亿元"]),
            ],
        ),
        (
            WEEKLY,
            [
                ("年产600万台变频空调压缩机项目", ["佛山澜星电器"], "湾城临港园", ["18亿元"]),
                ("家电显示模组基地", ["合肥晶显科技"], None, ["12.5亿元"]),
                ("灯塔工厂", ["海星家纺"], None, ["9亿元"]),
                ("跨境供应链中心", ["深圳越洋供应链", "湾城港务集团"], None, ["6亿元"]),
            ],
        ),
        (
            PRESS,
            [
                ("宝通精密齿轮产业园", ["宝通机械"], None, ["15亿元"]),
                ("城市东环快速路", [], None, ["21亿元"]),
            ],
        ),
        (
            BELOW,
            [
                ("白塔古镇夜游提升", [], None, ["2.8亿元"]),
                ("湘东南冷链物流港", ["陆海通供应链集团"], None, ["5.5亿元"]),
                ("智能家居五金产业园", ["中山铭扣集团"], None, ["10.5亿元"]),
            ],
        ),
    ],
    ids=["labels", "numbers in boxes", "bulletin", "amount first", "dashes", "told below"],
)
def test_an_entry_may_be_spread_over_lines(resolve_text, listed, projects):
    """What stands below the name of a project is told of it, up to the next."""
    assert projects_of(resolve_text(HEAD + listed)) == projects


def test_several_names_have_a_joint_amount_in_the_line_below(resolve_text):
    """The count and the sum below a line of names are those of a group of them."""
    listed = "▶ 第一中学扩建、城北公办幼儿园、老旧小区改造（第四批）\n三个项目一共3.6亿元，一个都不落下！\n"
    record = resolve_text(HEAD + BELOW + listed).record
    joint = record.shares[-1]

    assert [amount.as_written for amount in joint.amounts] == ["3.6亿元"]
    assert joint.count
    assert joint.count.value == 3
    assert [p.name for p in record.projects if joint.id in p.shares] == [
        "第一中学扩建",
        "城北公办幼儿园",
        "老旧小区改造（第四批）",
    ]


def test_a_title_over_its_tally_is_no_project(resolve_text):
    """A line that counts below a title makes it a group's name."""
    text = HEAD + "✅ 好事成双\n活动当天，还有4个项目同步竣工投产，总投资11.7亿元。\n" + BELOW

    assert "好事成双" not in [project.name for project in resolve_text(text).record.projects]
