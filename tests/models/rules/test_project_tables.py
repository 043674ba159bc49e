"""Tables of projects."""

import pytest

from extractor.models.rules.project_tables import table_projects

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
