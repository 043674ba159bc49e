"""Views: what of an article a request shows."""

import pytest

from extractor.article import Article, Span
from extractor.dialogue.views import split, tokens, views, within
from extractor.figures import find_figures

ENGLISH = "The Lorem Fair opened today. It brought 12 projects. Dolor signed 5. All went home."
CHINESE = "甲州大会今天开幕。会上签约12个项目。乙县签约5个。大家都回家了。"


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, "One sentence. ", "\n\n12 projects.\n\n"])
@pytest.mark.parametrize("max_tokens", [1, 12, 1_000])
def test_parts_are_the_article_and_end_with_sentences(text: str, max_tokens: int) -> None:
    """Nothing is lost or doubled; a part is longer than asked only as a single sentence."""
    article = Article(text)

    spans = split(article, find_figures(text), Span(0, len(text)), max_tokens=max_tokens)

    assert "".join(text[a:b] for a, b in spans) == text
    assert {start for start, _ in spans[1:]} <= {sentence.start for sentence in article.sentences}
    if max_tokens == 1:
        assert len(spans) == max(len(article.sentences), 1)
    if max_tokens == 1_000:
        assert len(spans) == 1


def test_parts_are_few_and_equal() -> None:
    """A little rest would cost a request of its own."""
    text = "All went home. " * 30
    whole = tokens("All went home. ") * 30

    spans = split(Article(text), (), Span(0, len(text)), max_tokens=whole * 6 // 10)

    assert [end - start for start, end in spans] == [len(text) // 2] * 2


def test_marks_count_where_an_article_is_cut() -> None:
    """A list of figures takes more tokens than its characters."""
    text = "12 projects. " * 20
    sizes = [
        len(split(Article(text), figures, Span(0, len(text)), max_tokens=50))
        for figures in ((), find_figures(text))
    ]

    assert sizes[0] < sizes[1]


def test_a_later_part_stands_behind_the_head_of_the_article() -> None:
    """The head has no ids: its figures are for another part."""
    figures = find_figures(ENGLISH)
    cut = ENGLISH.index("Dolor")

    first, second = views(Article(ENGLISH), figures, [Span(0, cut), Span(cut, len(ENGLISH))])

    assert first.marked == "The Lorem Fair opened today. It brought 12 [40] projects. "
    assert second.marked == (
        "The Lorem Fair opened today. It brought 12 projects. \n[…]\nDolor signed 5 [66]. All went home."
    )
    assert [(view.number, view.count) for view in (first, second)] == [(1, 2), (2, 2)]
    assert first.figures + second.figures == figures


def test_the_head_is_short() -> None:
    """An article without sentence ends has a head all the same."""
    text = "x" * 2_000

    (view,) = views(Article(text), (), [Span(1_000, 2_000)])

    assert view.marked == "x" * 500 + "\n[…]\n" + "x" * 1_000


def test_figures_within_a_stretch_are_found_by_their_ids() -> None:
    """The stretch is half open."""
    figures = find_figures(ENGLISH)

    assert [figure.id for figure in within(figures, Span(40, 66))] == [40]


@pytest.mark.parametrize(("text", "count"), [("", 1), ("abc", 2), ("甲州", 3)])
def test_tokens_are_estimated_from_bytes(text: str, count: int) -> None:
    """A Chinese character is about one, three English letters are."""
    assert tokens(text) == count
