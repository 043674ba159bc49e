"""Marks: figures shown with their ids, and quotes freed of them again."""

import pytest

from extractor.article import Span
from extractor.marking import mark, naming, shown, unmark

TEXT = "The fair brought 12 projects worth 3.4 billion yuan."


def test_marks_stand_behind_their_figures(figure_at) -> None:
    """The id is the offset of the numeral."""
    figures = [
        figure_at(TEXT, "12", "12"),
        figure_at(TEXT, "3.4 billion yuan", "3400000000", kind="money", unit="CNY"),
    ]

    marked = mark(TEXT, figures)

    assert marked == "The fair brought 12 [17] projects worth 3.4 billion yuan [35]."


def test_marks_of_a_text_with_numbers_in_brackets_look_different(figure_at) -> None:
    """A reader tells a mark from a footnote."""
    text = "It brought 12 projects [445]."

    marked = mark(text, [figure_at(text, "12", "12")])

    assert marked == "It brought 12 ⟦11⟧ projects [445]."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("It brought 12 projects.", "[445]", id="plain"),
        pytest.param("It brought 12 projects ［3］.", "⟦445⟧", id="numbers in brackets"),
    ],
)
def test_a_figure_is_named_as_it_is_marked(text: str, name: str) -> None:
    """So that whoever reads the name finds the mark, and no footnote."""
    assert naming(445, text) == name


def test_a_text_without_figures_stays_as_it_is() -> None:
    """Nothing is marked."""
    assert mark(TEXT, []) == TEXT


@pytest.mark.parametrize(
    ("text", "quote", "plain"),
    [
        pytest.param("12 projects", "12 [0] projects", "12 projects", id="mark"),
        pytest.param("12 projects [3]", "12 ⟦0⟧ projects [3]", "12 projects [3]", id="footnote"),
        pytest.param("签约12个", "签约12 [2]个", "签约12个", id="chinese"),
        pytest.param("12 [a] {x}", "12 [a] {x}", "12 [a] {x}", id="other-brackets"),
    ],
)
def test_unmark_leaves_the_text_own_brackets(text: str, quote: str, plain: str) -> None:
    """Only what `mark` writes into this text is taken out."""
    assert unmark(quote, text) == plain


@pytest.mark.parametrize(
    ("fields", "is_shown"),
    [
        pytest.param({"kind": "count"}, True, id="count"),
        pytest.param({"kind": "ordinal"}, False, id="ordinal"),
        pytest.param({"kind": "year", "date": "2024"}, False, id="year"),
        pytest.param({"kind": "other"}, False, id="other"),
    ],
)
def test_only_kinds_to_refer_to_are_shown(figure_at, fields, is_shown) -> None:
    """A model writes dates out, and has no use for ranks and clock times."""
    figures = [figure_at(TEXT, "12", "12", **fields)]

    assert bool(shown(figures)) is is_shown


def test_a_vague_figure_is_not_shown(figure_at) -> None:
    """Dozens have no value that a record could hold."""
    assert shown([figure_at("dozens of projects", "dozens", None)]) == ()


def test_a_stretch_is_marked_as_it_stands_in_the_whole(figure_at) -> None:
    """Marks look as the whole text wants them, also in a part without brackets of its own."""
    text = "It brought 12 projects. See [445]."

    marked = mark(text, [figure_at(text, "12", "12")], span=Span(3, 23))

    assert marked == "brought 12 ⟦11⟧ projects."
