"""The examples in the prompts: what a model is shown must be what code would show and accept."""

import re

import pytest

from extractor.article import Article
from extractor.checks import Subject, run_checks
from extractor.dialogue import EXTRACT_PROMPT
from extractor.draft import Draft, resolve
from extractor.figures import find_figures
from extractor.marking import mark, shown
from extractor.packaged import packaged_folder
from extractor.prompts import load_prompt

_MARK = re.compile(r" \[\d+\]")
_EXAMPLE = re.compile(r"^Article: (?P<marked>.+)\nDraft: (?P<draft>\{.+\})$", re.MULTILINE)

EXAMPLES = [
    pytest.param(found["marked"], found["draft"], id=f"example {number}")
    for number, found in enumerate(
        _EXAMPLE.finditer(
            load_prompt(EXTRACT_PROMPT).messages(published="", article="")[0].content
        ),
        start=1,
    )
]


def test_the_prompt_has_an_english_and_a_chinese_example() -> None:
    """Both languages are shown."""
    languages = {Article(_MARK.sub("", str(example.values[0]))).language for example in EXAMPLES}

    assert languages == {"en", "zh"}


@pytest.mark.parametrize(("marked", "draft"), EXAMPLES)
def test_an_example_is_marked_as_code_marks_it(marked: str, draft: str) -> None:
    """Its ids are those that the finder gives."""
    text = _MARK.sub("", marked)

    assert mark(text, shown(find_figures(text))) == marked
    assert draft


@pytest.mark.parametrize(("marked", "draft"), EXAMPLES)
def test_an_example_passes_every_check(marked: str, draft: str) -> None:
    """Nobody learns from a draft that code would send back."""
    article = Article(_MARK.sub("", marked))
    figures = find_figures(article.text)

    resolution = resolve(Draft.model_validate_json(draft), article, figures)
    checked = run_checks(Subject(article, figures, resolution))

    assert [violation.message for violation in checked.violations] == []
    assert checked.unplaced == ()


@pytest.mark.parametrize(("marked", "draft"), EXAMPLES)
def test_no_example_is_a_gold_article(marked: str, draft: str) -> None:
    """A model that is scored on gold has not been shown it."""
    for path in (packaged_folder("evals") / "gold").glob("*.txt"):
        assert _MARK.sub("", marked)[:60] not in path.read_text(encoding="utf-8")
    assert draft
