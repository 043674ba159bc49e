"""Near-duplicates: gold articles as other pages would print them, and others that differ."""

from collections.abc import Callable

import pytest

from extractor.archive.near_duplicates import are_alike, figures_keys
from extractor.article import Article
from extractor.evals.gold import load_gold, packaged_gold
from extractor.figures import find_figures

GOLD = [document.article for document in load_gold(packaged_gold())]
OF_SEVERAL_LINES = [article for article in GOLD if article.text.strip().count("\n")]


def keys(text: str) -> set[str]:
    """Return an article's keys."""
    return set(figures_keys(text, find_figures(text)))


def is_linked(one: str, other: str) -> bool:
    """Tell whether two texts are taken for one article."""
    return bool(keys(one) & keys(other)) and are_alike(one, other)


def body(text: str) -> str:
    """Return a text without its first line."""
    return text.lstrip().partition("\n")[2]


@pytest.mark.parametrize(
    "reprint",
    [
        lambda text: f"Signing ceremony held / 集中签约仪式举行\n{body(text)}",
        body,
        lambda text: f"{text.lstrip().partition(chr(10))[0]}\n{text}",
        lambda text: f"Nov 5, 2023 10:32  阅读：1024  Views: 2,048\n{text}",
        lambda text: f"{text}\nEditor: J. Smith  责任编辑：王某\nShare this story",
        lambda text: text.replace("\n", "\r\n"),
    ],
    ids=["other headline", "no headline", "headline twice", "page head", "page foot", "line ends"],
)
def test_a_reprint_is_the_same_article(reprint: Callable[[str], str]) -> None:
    """Gold articles, printed as other pages do it."""
    missed = [a.name for a in OF_SEVERAL_LINES if not is_linked(a.text, reprint(a.text))]

    assert missed == []


def test_different_articles_are_different() -> None:
    """No two gold articles share a key."""
    every = [key for article in GOLD for key in keys(article.text)]

    assert len(every) == len(set(every))


def test_a_corrected_figure_makes_another_article() -> None:
    """One digit of one sum is enough."""
    text = (
        "Forum\nIt drew 12.5 billion yuan for 42 projects, 18 contracts and 30% more than before."
    )

    assert not is_linked(text, text.replace("12.5", "12.6"))


def test_few_figures_tell_nothing() -> None:
    """An article with two figures has no key, and is only linked where its text is the same."""
    assert keys("Forum\nIt drew 12.5 billion yuan for 42 projects.") == set()


def test_the_same_figures_in_another_language_are_another_article() -> None:
    """A translation is no reprint: its names and offsets are others."""
    english = Article("Forum\nIt drew 12.5 billion yuan, of it 3 billion yuan and 2 billion yuan.")
    chinese = Article("论坛\n总投资125亿元，其中30亿元和20亿元用于建设。")

    assert keys(english.text) & keys(chinese.text)
    assert not is_linked(english.text, chinese.text)
