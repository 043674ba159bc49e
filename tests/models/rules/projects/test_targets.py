"""Targets of projects: output, value, tax, jobs, exports."""

import pytest

from extractor.models.rules.news.background import Background
from extractor.models.rules.projects.projects import find_projects
from extractor.models.rules.projects.targets import find_targets


@pytest.fixture
def targets_of(read):
    """Return a function that gives a text's targets: measure, figure and unit."""

    def read_text(text: str) -> set[tuple[str, str, str | None]]:
        reading = read(text)
        found = find_targets(reading, [(0, len(reading.text))], frozenset())
        return {
            (target.measure, mark.figure.as_written, target.unit or mark.figure.unit)
            for mark, target in found
        }

    return read_text


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        pytest.param(
            "项目达产后年产值可达35亿元，年税收1.5亿元，带动就业800人。",
            {
                ("年产值", "35亿元", "CNY"),
                ("年税收", "1.5亿元", "CNY"),
                ("带动就业", "800人", "人"),
            },
            id="zh: value, tax, jobs",
        ),
        pytest.param(
            "建成后年产精密仪器5万台，产品八成出口。",
            {("年产", "5万台", "台"), ("出口", "八成", "%")},
            id="zh: output, exports",
        ),
        pytest.param(
            "达产后年产装备15万台（套），年缴税收8000万元，一年可中转粮食60万吨，招工600人。",
            {
                ("年产", "15万台", "台（套）"),
                ("年缴税收", "8000万元", "CNY"),
                ("一年可中转粮食", "60万吨", "吨"),
                ("招工", "600人", "人"),
            },
            id="zh: sets, taxes paid, what a year handles, hands hired",
        ),
        pytest.param(
            "估計年營收貢獻120億元，外銷比重九成，三成供應東盟市場，增聘260名員工。",
            {
                ("年營收貢獻", "120億元", "TWD"),
                ("外銷比重", "九成", "%"),
                ("供應東盟市場", "三成", "%"),
                ("增聘", "260名", "名"),
            },
            id="zh-hant: contribution, shares sold, hands hired",
        ),
        pytest.param("2026年可生產設備300台。", set(), id="zh-hant: a year's own number"),
        pytest.param("年處理貨量80萬公噸。", {("年處理貨量", "80萬公噸", "公噸")}, id="zh-hant"),
        pytest.param(
            "expected to yield 9 billion yuan a year in output value and 2,200 jobs",
            {("output value", "9 billion yuan", "CNY"), ("jobs", "2,200", "jobs")},
            id="en: value, jobs",
        ),
        pytest.param(
            "with annual sales of over 800 million yuan and 60 million yuan in taxes",
            {("annual sales", "over 800 million yuan", "CNY"), ("taxes", "60 million yuan", "CNY")},
            id="en: sales, taxes",
        ),
        pytest.param(
            "a plant that will handle 3 million tons of cargo a year",
            {("handle", "3 million tons", "tons")},
            id="en: a year",
        ),
    ],
)
def test_targets_are_read_with_measure_and_unit(targets_of, text, targets):
    """The measure is named as the text names it; the unit is the figure's own or stands behind."""
    assert targets_of(text) == targets


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "甲公司投资5亿元建设智能终端基地，占地200亩，标准厂房18万平方米。", id="zh: area"
        ),
        pytest.param("Lorem Power will build a 600-megawatt wind farm.", id="en: capacity"),
    ],
)
def test_what_a_project_is_made_of_is_no_target(read, text):
    """Land, floor space and a capacity with no period are not what a project is to bring."""
    reading = read(text)

    (project,) = find_projects(reading, Background(reading)).projects

    assert project.targets == []
