"""Projects that a Chinese article names twice."""

import pytest

_LEAD = "松陵区举行投资洽谈会，集中签约6个项目，总投资52.3亿元。\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "由启辰半导体有限公司投资的功率器件封装基地总投资18亿元，将落户松陵经开区。\n"
            "附：签约项目名单\n"
            "1. 功率器件封装基地，启辰半导体有限公司，18亿元\n"
            "2. 智能传感器项目，远翔科技有限公司，9.5亿元\n",
            [
                ("功率器件封装基地", ["启辰半导体有限公司"], "松陵经开区", ["18亿元"]),
                ("智能传感器项目", ["远翔科技有限公司"], None, ["9.5亿元"]),
            ],
            id="in a list",
        ),
        pytest.param(
            "启辰半导体投资18亿元在松陵经开区建设功率器件封装基地。\n"
            "项目名称\t投资方\t投资额\n"
            "功率器件封装基地项目\t启辰半导体有限公司\t18亿元\n"
            "智能传感器项目\t远翔科技有限公司\t9.5亿元\n",
            [
                ("功率器件封装基地", ["启辰半导体"], "松陵经开区", ["18亿元"]),
                ("智能传感器项目", ["远翔科技有限公司"], None, ["9.5亿元"]),
            ],
            id="in a table, with the word project and the firm's full name",
        ),
        pytest.param(
            "其中最大的是由启辰半导体公司投资18亿元建设的功率器件项目。\n"
            "项目名称\t投资方\t投资额（亿元）\n"
            "功率器件生产项目\t启辰半导体有限公司\t18\n"
            "智能传感器项目\t远翔科技有限公司\t9.5\n",
            [
                ("功率器件项目", ["启辰半导体公司"], None, ["18亿元"]),
                ("智能传感器项目", ["远翔科技有限公司"], None, ["9.5"]),
            ],
            id="in a table, with the firm's form and one word more",
        ),
        pytest.param(
            "远翔科技有限公司投资9.5亿元建设数据中心。\n丰禾供应链有限公司投资7.2亿元建设数据中心。",
            [
                ("数据中心", ["远翔科技有限公司"], None, ["9.5亿元"]),
                ("数据中心", ["丰禾供应链有限公司"], None, ["7.2亿元"]),
            ],
            id="of two firms",
        ),
        pytest.param(
            "启辰公司投资3亿元在甲县建设产业园。\n附：签约项目名单\n"
            "1. 产业园项目，位于丙县，总投资3亿元\n2. 钢管项目，乙公司，2亿元\n",
            [
                ("产业园", ["启辰公司"], "甲县", ["3亿元"]),
                ("产业园项目", [], "丙县", ["3亿元"]),
                ("钢管项目", ["乙公司"], None, ["2亿元"]),
            ],
            id="of two places",
        ),
        pytest.param(
            "启辰公司投资3亿元建设产业园。\n附：签约项目名单\n"
            "1. 产业园项目，启辰公司，3亿美元\n2. 钢管项目，乙公司，2亿元\n",
            [
                ("产业园", ["启辰公司"], None, ["3亿元"]),
                ("产业园项目", ["启辰公司"], None, ["3亿美元"]),
                ("钢管项目", ["乙公司"], None, ["2亿元"]),
            ],
            id="of two currencies",
        ),
    ],
)
def test_what_is_named_twice_is_one_project(resolve_text, text, told):
    """It is completed by what the second mention adds; what differs in firm, sum or place is another."""
    projects = resolve_text(_LEAD + text).record.projects

    assert [
        (one.name, one.investors, one.place, [paid.as_written for paid in one.amounts])
        for one in projects
    ] == told
