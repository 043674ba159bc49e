"""Questions: what a request is about, and which prompts and messages ask it."""

import pytest

from extractor.article import Article, Span
from extractor.dialogue.messages import (
    EXTRACT_PROMPT,
    PART_PROMPT,
    REGION_PROMPT,
    REPAIR_PROMPT,
    first_messages,
    region_messages,
    repair_messages,
)
from extractor.dialogue.questions import Question
from extractor.dialogue.standing import Standing
from extractor.dialogue.views import View, views
from extractor.figures import find_figures
from extractor.prompts import load_prompt

TEXT = "At the Lorem Fair 12 projects were signed. Tea has 5 of them. Steel has 7. All went home."
ARTICLE, FIGURES = Article(TEXT), find_figures(TEXT)
WHOLE = View(ARTICLE, FIGURES, Span(0, len(TEXT)))
CUT = TEXT.index("Steel")
FIRST, SECOND = views(ARTICLE, FIGURES, [Span(0, CUT), Span(CUT, len(TEXT))])
TEA = Span(TEXT.index("Tea"), CUT)
PROMPT = load_prompt(EXTRACT_PROMPT)


@pytest.fixture
def standing(make) -> Standing:
    """A draft with a place that is not in the article, and without two of its figures."""
    event = make.event(name="Lorem Fair", place="Ipsum", count=TEXT.index("12"))
    return Standing.of(make.draft(event), ARTICLE, FIGURES)


@pytest.mark.parametrize(
    ("question", "places"),
    [
        pytest.param(Question("repair", WHOLE), ["12", "5", "7"], id="all of the article"),
        pytest.param(Question("repair", FIRST), ["12", "5"], id="the first part"),
        pytest.param(Question("repair", SECOND), ["7"], id="the second part"),
        pytest.param(Question("repair", WHOLE, TEA), ["5"], id="a passage"),
        pytest.param(
            Question("repair", WHOLE, Span(0, CUT)), ["5"], id="a passage's figures alone"
        ),
    ],
)
def test_a_repair_is_about_what_is_wrong_where_it_looks(
    standing: Standing, question: Question, places: list[str]
) -> None:
    """In a passage, about figures without a place only."""
    concerned = question.concerns(standing)

    found = sorted(standing.place(violation) for violation in concerned)
    assert found == [TEXT.index(words) for words in places]


def test_violations_keep_the_order_of_their_numbers(standing: Standing) -> None:
    """An answer means them by number."""
    assert Question("repair", WHOLE).concerns(standing) == standing.violations


def test_what_the_model_disputes_is_not_asked_again(standing: Standing) -> None:
    """It stands as it is."""
    disputed = frozenset(violation.key for violation in standing.violations)
    settled = Standing(standing.draft, standing.subject, standing.checked, disputed)

    assert Question("repair", WHOLE).concerns(settled) == ()


@pytest.mark.parametrize(
    ("question", "behind"),
    [
        pytest.param(Question("draft", WHOLE), (), id="draft"),
        pytest.param(Question("draft", SECOND), (PART_PROMPT,), id="draft of a part"),
        pytest.param(Question("repair", WHOLE), (REPAIR_PROMPT,), id="repair"),
        pytest.param(Question("repair", SECOND), (PART_PROMPT, REPAIR_PROMPT), id="of a part"),
        pytest.param(Question("repair", WHOLE, TEA), (REGION_PROMPT,), id="region"),
        pytest.param(
            Question("repair", FIRST, TEA), (PART_PROMPT, REGION_PROMPT), id="region of a part"
        ),
    ],
)
def test_the_prompts_are_named_in_the_order_of_their_words(
    question: Question, behind: tuple[str, ...]
) -> None:
    """The one that asks for a draft begins every request."""
    assert question.prompts(PROMPT) == (EXTRACT_PROMPT, *behind)


def test_without_a_draft_one_is_asked_for() -> None:
    """There is nothing to mend."""
    assert Question("draft", SECOND).render(PROMPT, None)() == first_messages(PROMPT, SECOND)


def test_a_repair_writes_what_it_is_about(standing: Standing) -> None:
    """Of the view that it looks at, and of nothing else."""
    question = Question("repair", SECOND)

    messages = question.render(PROMPT, standing)()

    concerned = question.concerns(standing)
    assert messages == repair_messages(PROMPT, SECOND, standing.draft, concerned)


def test_a_repair_of_a_passage_writes_the_passage(standing: Standing) -> None:
    """With the figures that have no place in it."""
    question = Question("repair", WHOLE, TEA)

    messages = question.render(PROMPT, standing)()

    concerned = question.concerns(standing)
    assert messages == region_messages(PROMPT, WHOLE, standing.draft, concerned, TEA)
    assert f"Without a place: [{TEXT.index('5')}]\n" in messages[-1].content
