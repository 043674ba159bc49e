"""Tables of groups, and of projects that open none, in both languages."""

import pytest

LEAD_ZH = "甲市集中开工73个项目\n7月18日，甲市三季度重大项目集中开工，项目共73个，总投资335亿元。\n"
LEAD_EN = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed.\n"
)


@pytest.mark.parametrize(
    ("table", "label", "dimension", "amounts"),
    [
        pytest.param(
            "地区　　项目数（个）　总投资（亿元）　年度计划投资（亿元）\n东陵区　　24　　126.8　　27.9\n西陵区　　18　　71.5　　16.2\n",
            "东陵区",
            "region",
            [("investment", 12_680_000_000), ("current_year", 2_790_000_000)],
            id="wide spaces, two amounts",
        ),
        pytest.param(
            "产业｜项目数｜投资额（万元）\n装备制造｜24｜12500\n新材料｜18｜7100\n",
            "装备制造",
            "industry",
            [("investment", 125_000_000)],
            id="bars",
        ),
        pytest.param(
            "单位：亿元\n资金来源\t签约个数\t投资\n台商\t24\t126.8\n港商\t18\t71.5\n合计\t42\t198.3\n",
            "台商",
            "origin",
            [("investment", 12_680_000_000)],
            id="tabs, the unit in a caption, a row of the sum",
        ),
    ],
)
def test_the_head_tells_what_the_cells_of_a_row_are(resolve_text, table, label, dimension, amounts):
    """The first column names the groups; each amount is of the kind that its title says."""
    shares = resolve_text(LEAD_ZH + table).record.shares

    assert len(shares) == 2
    first = shares[0]
    assert (first.label, first.dimension, first.count.value) == (label, dimension, 24)
    assert [(one.kind, one.value) for one in first.amounts] == amounts


def test_a_table_of_projects_opens_no_group(resolve_text):
    """A row that names a project and its firm is one of the projects."""
    table = "项目名称\t投资方\t投资额（万元）\n光伏组件项目\t甲能源\t126000\n锂电池项目\t乙科技\t71500\n"

    record = resolve_text(LEAD_ZH + table).record

    assert record.shares == []
    assert [project.name for project in record.projects] == ["光伏组件项目", "锂电池项目"]


@pytest.mark.parametrize(
    "table",
    [
        "地区　　人口（万）　GDP（亿元）\n东陵区　　24　　126.8\n西陵区　　18　　71.5\n",
        "区县　　去年项目数（个）　同比增长（%）\n东陵区　　24　　12.8\n西陵区　　18　　7.5\n",
    ],
    ids=["the economy", "an earlier year"],
)
def test_a_table_of_what_is_beside_the_event_opens_no_group(resolve_text, table):
    """Its columns are neither counts nor amounts of the projects."""
    assert resolve_text(LEAD_ZH + table).record.shares == []


@pytest.mark.parametrize(
    ("head", "dimension"),
    [("County", "region"), ("Sector", "industry"), ("Country of origin", "origin")],
)
def test_an_english_head_tells_the_dimension(resolve_text, head, dimension):
    """The first column's title says by what the groups are cut out."""
    text = f"| {head} | Projects | Investment |\n|---|---|---|\n| Dolor | 25 | $5 billion |\n"

    (share,) = resolve_text(LEAD_EN + text).record.shares

    assert (share.label, share.dimension, share.count.value) == ("Dolor", dimension, 25)


def test_a_ruled_table_of_projects_opens_no_group(resolve_text):
    """The numbers of its rows count nothing, and the rule below the head is no project."""
    text = (
        "| No. | Project | Investor | Amount |\n|---|---|---|---|\n"
        "| 1 | Crane base | Dolor Heavy Industry | $260 million |\n"
    )

    record = resolve_text(LEAD_EN + text).record

    assert [(p.name, p.investors) for p in record.projects] == [
        ("Crane base", ["Dolor Heavy Industry"])
    ]
    assert record.shares == []


def test_contracts_under_an_amount_with_its_unit_are_projects(resolve_text):
    """The head may hold the unit, and an investor to be announced is none."""
    text = (
        "No. | Contract | Investor | Amount (100 million yuan) | Place\n"
        "1 | Rail overhaul base | Dolor Rail | 32 | Amet Zone\n"
        "2 | Crane control line | to be announced | 2.2 | Elit District\n"
    )

    projects = resolve_text(LEAD_EN + text).record.projects

    assert [(p.name, p.investors, p.amounts[0].value) for p in projects] == [
        ("Rail overhaul base", ["Dolor Rail"], 3_200_000_000),
        ("Crane control line", [], 220_000_000),
    ]


def test_english_columns_of_the_economy_are_no_groups(resolve_text):
    """What is beside the event stands in no record."""
    text = "County | Population | GDP ($ billion)\nDolor | 250,000 | 12.5\nAmet | 310,000 | 7.9\n"

    assert resolve_text(LEAD_EN + text).record.shares == []


def test_sentences_two_spaces_apart_are_no_row(resolve_text):
    """What follows a table at once is read as sentences, not as a name and a count."""
    text = "Sector  Projects\nEnergy  30\nTextiles  20\nThe fair has closed.  In all 88 projects were signed.\n"

    assert [share.label for share in resolve_text(LEAD_EN + text).record.shares] == [
        "Energy",
        "Textiles",
    ]
