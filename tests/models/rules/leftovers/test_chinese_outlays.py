"""Amounts that no frame has placed, read by the clauses around them."""

import pytest


@pytest.fixture
def projects_of(resolve_text):
    """Return a function that gives the projects of a body of text, below a usual beginning."""

    def read_text(body: str) -> list[tuple[str, list[str], str | None, list[str]]]:
        text = (
            "青山县集中签约60个项目\n"
            "11月6日，青山县举行招商引资项目集中签约仪式，共签约项目60个，总投资200亿元。\n" + body
        )
        record = resolve_text(text).record
        return [
            (
                project.name,
                list(project.investors),
                project.place,
                [amount.as_written for amount in project.amounts],
            )
            for project in record.projects
        ]

    return read_text


@pytest.mark.parametrize(
    ("body", "projects"),
    [
        pytest.param(
            "从东莞搬回的嘉和工具，投资3亿元设立无刷马达工厂。",
            [("无刷马达工厂", ["嘉和工具"], None, ["3亿元"])],
            id="what is built stands behind the amount",
        ),
        pytest.param(
            "甲电子、乙电子两家企业也在现场“组团”签约，各投资1亿元在经开区建设电子配件项目。",
            [
                ("电子配件项目", ["甲电子"], "经开区", ["1亿元"]),
                ("电子配件项目", ["乙电子"], "经开区", ["1亿元"]),
            ],
            id="each of several firms has its own",
        ),
        pytest.param(
            "最受关注的是翔宇科技的载人飞行器总装基地，投资22亿元，年底动工。",
            [("载人飞行器总装基地", ["翔宇科技"], None, ["22亿元"])],
            id="the firm owns the name",
        ),
        pytest.param(
            "专场上，甲光电、乙精工、丙智控三家企业“抱团”签约线控底盘产业园，总投资22亿元。",
            [("线控底盘产业园", ["甲光电", "乙精工", "丙智控"], None, ["22亿元"])],
            id="several firms sign for one",
        ),
        pytest.param(
            "云顶旅游缆车，总投资3.3亿元，由北岭文旅集团建设。",
            [("云顶旅游缆车", ["北岭文旅集团"], None, ["3.3亿元"])],
            id="a name of no known kind",
        ),
        pytest.param(
            "柳岸镇5个，投资12亿元：瑞禾农业的预制菜加工，3.2亿元；环湖路民宿群，8000万元。",
            [
                ("预制菜加工", ["瑞禾农业"], "柳岸镇", ["3.2亿元"]),
                ("环湖路民宿群", [], "柳岸镇", ["8000万元"]),
            ],
            id="a place heads a list of bare names",
        ),
        pytest.param(
            "恒力重工砸下30亿元，在临港新区再造一座风电装备基地，年产风机1000台。",
            [("风电装备基地", ["恒力重工"], "临港新区", ["30亿元"])],
            id="where it is built",
        ),
        pytest.param(
            "望江影业投资2.1亿元，将其改造成短剧拍摄基地。",
            [("短剧拍摄基地", ["望江影业"], None, ["2.1亿元"])],
            id="a comma behind the amount",
        ),
    ],
)
def test_an_amount_that_no_frame_places_is_an_outlay(projects_of, body, projects):
    """The project is what stands behind the last verb, its investor the subject of the clauses."""
    assert projects_of(body) == projects


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("望江产业园去年产值达到30亿元。", id="output"),
        pytest.param("银行向东湖产业园发放贷款3亿元。", id="a loan"),
        pytest.param("县里还设立了2亿元的创业基金。", id="a fund"),
        pytest.param("装备产业园12家、投资30亿元。", id="a count beside the amount"),
        pytest.param("参加签约的企业，单个投资额都在1亿元以上。", id="a bound for each"),
    ],
)
def test_other_amounts_are_no_outlay(projects_of, body):
    """Output, loans, funds, groups and bounds make no project."""
    assert projects_of(body) == []


@pytest.mark.parametrize(
    ("body", "investors"),
    [
        pytest.param(
            "最大的是光伏组件项目，由江苏甲源新能源有限公司投资25亿元。",
            [["江苏甲源新能源有限公司"]],
            id="by whom, behind the name",
        ),
        pytest.param(
            "甲源新能源25亿元的光伏组件项目、乙信智能12亿元的数控机床项目和丙丰食品8亿元的预制菜项目成为亮点。",
            [["甲源新能源"], ["乙信智能"], ["丙丰食品"]],
            id="each entry of a list has its own",
        ),
    ],
)
def test_who_pays_is_read(resolve_text, body, investors):
    """Who invests stands in the amount's own clause, or its own entry of a list."""
    lead = "5月20日，兰溪县举行集中签约仪式，签约项目16个，总投资92亿元。"

    projects = resolve_text(lead + body).record.projects

    assert [project.investors for project in projects] == investors
