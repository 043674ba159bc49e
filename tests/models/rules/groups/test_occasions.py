"""Wholes that are named after their occasion."""

import pytest

from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.groups.occasions import name_occasion
from extractor.models.rules.news.background import Background


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("现场签约28个，总投资316亿元。", "现场签约", id="on site"),
        pytest.param("在随后的项目对接会上，又签约9个项目。", "项目对接会", id="at a session"),
        pytest.param("会前已签约9个项目。", "会前", id="before the meeting"),
        pytest.param(
            "A total of 14 projects were signed on the closing day.", "closing day", id="on a day"
        ),
        pytest.param("共签约28个，总投资316亿元。", "", id="none"),
    ],
)
def test_a_whole_of_one_occasion_bears_its_name(read, text, label):
    """The words stand in its clause, or before it in the sentence."""
    reading = read(text)
    (group, *_) = read_groups(reading, Background(reading))

    is_named = name_occasion(reading, group)

    assert (is_named, group.label.removeprefix("在随后的").removeprefix("随后的")) == (
        bool(label),
        label,
    )
