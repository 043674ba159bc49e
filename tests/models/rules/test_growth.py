"""What rules take grows in proportion to the text, whatever is repeated in it."""

import re
import sys
from collections.abc import Callable
from time import process_time
from types import FrameType
from typing import Any

import pytest

from extractor import Article
from extractor.checks import Subject, run_checks
from extractor.draft import resolve
from extractor.figures import find_figures
from extractor.models.rules.agreements.chinese_agreements import chinese_papers
from extractor.models.rules.groups.chinese_heads import head_of
from extractor.models.rules.groups.labels import find_label
from extractor.models.rules.groups.naming import name_of_count
from extractor.models.rules.groups.windows import Windows
from extractor.models.rules.pipeline import draft
from extractor.models.rules.projects.chinese_projects import chinese_mentions

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
        pytest.param("zh", lambda _: "签约31个", id="zh-counts-without-a-pause"),
        pytest.param(
            "en", lambda _: "signed 5 agreements with Ab ", id="en-papers-without-a-pause"
        ),
        pytest.param("en", lambda _: "worth $96 million, ", id="en-sums-in-a-row"),
    ],
)
def test_work_grows_in_proportion_to_the_text(language: str, passage: Callable[[int], str]) -> None:
    """Four times the text takes about four times the work, counted in lines of Python."""
    texts = [LEAD[language] + "".join(map(passage, range(1, n + 1))) for n in (75, 300)]

    for text in texts:  # what is loaded, compiled and worked out once
        _extract(text)

    few, many = (_lines_executed(text) for text in texts)

    assert many < 5.5 * few


def _papers(text: str) -> object:
    return list(chinese_papers(text, is_lead=False))


def _label(text: str) -> object:
    return find_label(text, "zh")


def _topic(text: str) -> object:
    return name_of_count(text, text.index("Ⓒ"), Windows(text, "zh"), "zh")


@pytest.mark.parametrize(
    ("read", "text"),
    [
        pytest.param(chinese_mentions, "甲公司{将}旧厂改造，投资Ⓜ。", id="turns"),
        pytest.param(chinese_mentions, "甲公司{将}把旧厂，投资Ⓜ。", id="puts"),
        pytest.param(chinese_mentions, "甲公司{共同}，投资Ⓜ。", id="joins"),
        pytest.param(chinese_mentions, "甲公司同{共同}建设，投资Ⓜ。", id="joins-one"),
        pytest.param(chinese_mentions, "1、甲公司，{在}，Ⓜ\n2、乙公司，{在}，Ⓜ", id="entries"),
        pytest.param(chinese_mentions, "{在}改，投资Ⓜ。", id="builds"),
        pytest.param(chinese_mentions, "甲项目、乙项目{也}签约", id="also"),
        pytest.param(chinese_mentions, "签约的有甲电厂等{工程等}。", id="names"),
        pytest.param(_papers, "甲公司{也}签订合作协议。", id="papers"),
        pytest.param(_label, "{共有}Ⓒ为", id="label"),
        pytest.param(head_of, "新能源{合共}完", id="head"),
        pytest.param(_topic, "{：}最亮眼，共有Ⓒ，Ⓜ。", id="topic"),
        pytest.param(_topic, "{“甲甲：}最亮眼，共有Ⓒ，Ⓜ。", id="quoted-topic"),
    ],
)
def test_words_in_a_row_are_read_in_one_way_only(read: Callable[[str], object], text: str) -> None:
    """Each further word of a kind must not multiply the ways to read a sentence."""
    repeated = re.sub(r"\{(.+?)\}", lambda found: 128 * found[1], text)
    began = process_time()

    read(repeated)

    assert process_time() - began < 0.25


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
