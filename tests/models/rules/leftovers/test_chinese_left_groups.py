"""What the first reading of a Chinese article leaves over, read by its clause."""

import pytest


@pytest.fixture
def shares_of(resolve_text):
    """Return a function that gives the shares of a body of text, below a usual beginning."""

    def read_text(body: str) -> dict[str, tuple[str, str | None, list[str], list[str]]]:
        text = (
            "青山县集中签约60个项目\n"
            "11月6日，青山县举行招商引资项目集中签约仪式，共签约项目60个，总投资200亿元。\n" + body
        )
        record = resolve_text(text).record
        return {
            share.label: (
                share.dimension,
                share.count.as_written if share.count else None,
                [amount.as_written for amount in share.amounts],
                [percent.as_written for percent in share.percents],
            )
            for share in record.shares
        }

    return read_text


@pytest.mark.parametrize(
    ("body", "label", "share"),
    [
        pytest.param(
            "工业项目14个。工业项目计划投资48.2亿元，占比24.1%。",
            "工业",
            ("industry", "14个", ["48.2亿元"], ["24.1%"]),
            id="an amount of a group told before",
        ),
        pytest.param(
            "签约项目中，六成来自长三角。",
            "长三角",
            ("origin", None, [], ["六成"]),
            id="a percentage before its group",
        ),
        pytest.param(
            "10亿元以上项目5个，制造业项目占四成。",
            "制造业",
            ("industry", None, [], ["四成"]),
            id="a percentage of another group",
        ),
        pytest.param(
            "项目中，一、二、三产业项目依次为4个、19个、9个，投资比重依次为6.2%、71.5%和22.3%。",
            "第二产业",
            ("industry", "19个", [], ["71.5%"]),
            id="the three sectors",
        ),
        pytest.param(
            "长三角、珠三角仍是主要来源地，分别有14个和10个项目签约。",
            "珠三角",
            ("origin", "10个项目", [], []),
            id="a list in the clause before the row of its counts",
        ),
        pytest.param(
            "从产业看，一产、二产、三产项目分别有4个、19个和9个，投资额之比为6∶72∶22。",
            "第二产业",
            ("industry", "19个", [], ["72"]),
            id="sectors whose ratio is read before",
        ),
        pytest.param(
            "按规模排，亿元以上、10亿元以上、50亿元以上项目依次为53个、29个和3个。",
            "10亿元以上",
            ("size", "29个", [], []),
            id="class bounds in a list",
        ),
        pytest.param(
            "外资项目8个。工业项目32个，总投资141.3亿元，占比分别为53.3%和70.7%。",
            "工业",
            ("industry", "32个", ["141.3亿元"], ["53.3%", "70.7%"]),
            id="both shares of one group",
        ),
        pytest.param(
            "从产业看，电子信息项目投资占38.2%，现代物流27.5%，智慧医疗15.1%。",
            "智慧医疗",
            ("industry", None, [], ["15.1%"]),
            id="bare shares in a row",
        ),
    ],
)
def test_figures_left_over_are_placed_by_their_clause(shares_of, body, label, share):
    """Who stands in a figure's clause names the group."""
    assert shares_of(body)[label] == share


@pytest.mark.parametrize(
    "body",
    ["规上工业增加值增长8.2%。", "每个项目平均投资3.3亿元。", "项目开工率达86%，资金到位率70%。"],
    ids=["growth", "average", "rates"],
)
def test_other_figures_make_no_group(shares_of, body):
    """Growth, averages and rates are no groups of the event's projects."""
    assert shares_of(body) == {}


def test_cases_are_a_measure_of_projects(shares_of):
    """案 counts investments as 个 and 件 do; 案件 is a word of its own."""
    dimension, count, amounts, _ = shares_of("外商占11案，金额112亿元；其余49案为本地企业。")[
        "外商"
    ]

    assert (dimension, amounts) == ("origin", ["112亿元"])
    assert count is not None
    assert count.startswith("11")


def test_a_number_of_nothing_in_particular_is_no_group(shares_of):
    """A bare count whose words show no dimension is left out, one with an amount is not."""
    body = "眼下项目5个。单笔涉资最大的一项仍在磋商。会期四天签下55个，投资180亿元。"

    assert set(shares_of(body)) == {"会期四天"}


@pytest.mark.parametrize(
    "told",
    [
        "其中制造业20个（98亿元）、服务业12个（80亿元）。",
        "制造业：98亿元（20个）；服务业：80亿元（12个）。",
        "按产业分：制造业—98亿元（20个）；服务业—80亿元（12个）。",
        "制造业——20个，98亿元；服务业——12个，80亿元。",
        "其中，制造业投资98亿元，项目20个；服务业投资80亿元，项目12个。",
        "制造业总投资98亿元，涉及20个项目；服务业总投资80亿元，涉及12个项目。",
    ],
)
def test_a_group_has_its_amount_and_count_in_whichever_order(resolve_text, told):
    """Brackets, colons and dashes stand between; neither group is a part of the other."""
    shares = resolve_text(
        "甲县集中签约\n8月2日，甲县集中签约仪式举行，共签约项目42个，总投资218亿元。" + told
    ).record.shares

    assert [
        (share.label, share.of, share.count.value, share.amounts[0].value) for share in shares
    ] == [("制造业", None, 20, 9_800_000_000), ("服务业", None, 12, 8_000_000_000)]
