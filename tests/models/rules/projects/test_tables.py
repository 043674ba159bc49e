"""Tables of projects."""

import pytest

from extractor.models.rules.projects.tables import table_projects

_ZH = (
    "签约项目一览表\n序号\t项目名称\t投资方\t落户园区\t总投资（亿元）\n"
    "1\t年产3万吨包装材料项目\t中山甲包装有限公司\t北工业园\t4.6\n"
    "2\t跨境电商物流园\t广州乙供应链有限公司\t临港片区\t3.5\n"
    "合计\t2个\t\t\t8.1\n"
)
_EN = (
    "List of projects\nNo.\tProject name\tInvestor\tLocation\tInvestment\n"
    "1\tSoda ash plant\tLorem Chemicals\tIpsum Zone\t$120 million\n"
)
_LINES = (
    "The projects are as follows:\nNo.\nProject name\nInvestment subject\nLanding carrier\n"
    "Total investment (10,000 yuan)\n1\nValve core line\nLorem Valve Co., Ltd.\nIpsum Park\n"
    "52,000\n2\nLens coating with annual output of 6,000 sets\nDolor Optics\nAmet Park\n9,800\n"
)


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        pytest.param(
            _ZH,
            [
                ("年产3万吨包装材料项目", "中山甲包装有限公司", "北工业园", 1),
                ("跨境电商物流园", "广州乙供应链有限公司", "临港片区", 0),
            ],
            id="zh",
        ),
        pytest.param(
            _ZH.replace("\t\t", "\t").replace("\t", "　")
            + "\n仪式由甲局主持，　三家公司　发言。\n记者　李甲　编辑　王乙　审核　张丙\n",
            [
                ("年产3万吨包装材料项目", "中山甲包装有限公司", "北工业园", 1),
                ("跨境电商物流园", "广州乙供应链有限公司", "临港片区", 0),
            ],
            id="wide spaces, to the next sentence",
        ),
        pytest.param(_EN, [("Soda ash plant", "Lorem Chemicals", "Ipsum Zone", 0)], id="en"),
        pytest.param(
            _LINES,
            [
                ("Valve core line", "Lorem Valve Co., Ltd.", "Ipsum Park", 0),
                (
                    "Lens coating with annual output of 6,000 sets",
                    "Dolor Optics",
                    "Amet Park",
                    1,
                ),
            ],
            id="one cell a line",
        ),
    ],
)
def test_rows_are_read_by_the_head_of_the_table(read, text, projects):
    """A row gives name, investor, place and targets; the row of sums is left out."""
    reading = read(text)

    found = list(table_projects(reading))

    assert [
        (
            reading.quote(*project.name),
            reading.quote(*project.investors[0]),
            reading.quote(*project.place),
            len(project.targets),
        )
        for project in found
    ] == projects
    assert all(len(project.amounts) == 1 for project in found)


def test_a_table_without_a_head_is_no_table_of_projects(read):
    """Cells that nothing names are not guessed at."""
    assert list(table_projects(read("1\t2\t3\n4\t5\t6\n7\t8\t9\n"))) == []


_FIRMS = (
    "Lorem signs 3 deals worth $300 million at Dolor Investment Forum\n\n"
    "Lorem signed 3 deals worth $300 million at the Dolor Investment Forum on May 4.\n\n"
    "Company | Country | County | Investment | Jobs\n"
    "Ipsum Foods AG | Austria | Amet | $120 million | 300\n"
    "Elit Steel | U.K. | Tempor | $100 million | 1,200\n"
    "Magna Chemicals | U.S. | Aliqua | $80 million | 45\n\n"
    "Elit Steel will build a rolling mill at Tempor Port.\n"
)


def test_a_table_of_firms_gives_each_firm_its_project(resolve_text):
    """The row of a firm whose project the text names completes that one."""
    projects = {project.name: project for project in resolve_text(_FIRMS).record.projects}

    assert set(projects) == {"Ipsum Foods AG", "rolling mill", "Magna Chemicals"}
    assert [(p.place, p.amounts[0].value, p.targets[0].value) for p in projects.values()] == [
        ("Tempor Port", 100_000_000, 1200),
        ("Amet", 120_000_000, 300),
        ("Aliqua", 80_000_000, 45),
    ]
    assert all(project.targets[0].measure == "Jobs" for project in projects.values())


def test_a_table_of_firms_and_their_sales_is_none_of_projects(resolve_text):
    """What a firm sells or is worth is no outlay."""
    text = _FIRMS.replace("Investment | Jobs", "Market value | Jobs")

    names = [project.name for project in resolve_text(text).record.projects]

    assert names == ["rolling mill"]


def test_a_title_between_rows_makes_those_below_it_members_of_its_group(resolve_text):
    """It bears the name of a group that the text counts, with its tally in brackets."""
    record = resolve_text(
        "甲区集中签约3个项目\n"
        "6月18日，甲区集中签约仪式举行，3个项目签约，总投资20亿元。其中，先进制造业项目2个，总投资15亿元；"
        "现代服务业项目1个，总投资5亿元。\n\n附：签约清单\n\n"
        "序号　项目名称　投资主体　落户地点　总投资（万元）\n"
        "一、先进制造业项目（2个，150000万元）\n"
        "1　精密轴承产业化项目　乙精工公司　丙工业园　86000\n"
        "2　锂电池制造基地　丁动力公司　临港园　64000\n"
        "二、现代服务业项目（1个，50000万元）\n"
        "3　供应链中心　戊集团　临港园　50000\n"
    ).record

    labels = {share.id: share.label for share in record.shares}
    assert [[labels[share] for share in project.shares] for project in record.projects] == [
        ["先进制造业"],
        ["先进制造业"],
        ["现代服务业"],
    ]
