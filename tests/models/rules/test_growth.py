"""What rules take grows in proportion to the text, whatever is repeated in it."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from extractor import Article
from extractor.checks import Subject, run_checks
from extractor.draft import resolve
from extractor.figures import find_figures
from extractor.models.rules.pipeline import draft

LEAD = {
    "zh": "9月8日，中国某城投资贸易洽谈会举行，现场签约重大项目88个，总投资935.88亿元。\n",
    "en": "SPRINGFIELD, Sept 8 - The 2026 Springfield Investment Conference opened on Tuesday, "
    "at which 88 projects were signed, with a total investment of 93.588 billion yuan.\n",
}


def _zh_projects(number: int) -> str:
    return f"{number}、甲{number}公司投资{number % 97 + 1}亿元在丁{number}镇建设电池项目。\n"


def _en_projects(number: int) -> str:
    return f"{number}. Company{number} Ltd will invest ${number % 97 + 1} million in a plant in Town{number}.\n"


def _zh_groups(number: int) -> str:
    return f"丁{number}县签约项目{number % 50 + 6}个，总投资{number % 97 + 1}亿元。\n"


def _zh_clauses(number: int) -> str:
    return f"甲{number}公司投资{number % 97 + 1}亿元，"


def _en_clauses(number: int) -> str:
    return f"Company{number} Ltd will invest ${number % 97 + 1} million in a plant, "


@pytest.mark.parametrize(
    ("language", "passage"),
    [
        pytest.param("zh", lambda _: "签约项目88个，总投资935.88亿元。", id="zh-one-sentence"),
        pytest.param(
            "en",
            lambda _: "88 projects were signed, with 93.588 billion yuan in all. ",
            id="en-one-sentence",
        ),
        pytest.param("zh", _zh_projects, id="zh-list-of-projects"),
        pytest.param("en", _en_projects, id="en-list-of-projects"),
        pytest.param("zh", _zh_groups, id="zh-list-of-groups"),
        pytest.param("zh", _zh_clauses, id="zh-one-long-sentence"),
        pytest.param("en", _en_clauses, id="en-one-long-sentence"),
    ],
)
def test_work_grows_in_proportion_to_the_text(language: str, passage: Callable[[int], str]) -> None:
    """Four times the text takes about four times the work, counted in lines of Python."""
    texts = [LEAD[language] + "".join(map(passage, range(1, n + 1))) for n in (75, 300)]

    for text in texts:  # what is loaded, compiled and worked out once
        _extract(text)

    few, many = (_lines_executed(text) for text in texts)

    assert many < 5.5 * few


def _lines_executed(text: str) -> int:
    executed = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal executed
        executed += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        _extract(text)
    finally:
        sys.settrace(before)
    return executed


def _extract(text: str) -> None:
    article = Article(text)
    figures = find_figures(text)
    resolution = resolve(draft(article, figures), article, figures)
    run_checks(Subject(article, tuple(figures), resolution))
