"""A console that the words of an article cannot steer."""

import io

import pytest
from rich.table import Table
from rich.text import Text

from extractor.article import Article
from extractor.figures import find_figures
from extractor.report.harmless import HarmlessConsole
from extractor.report.terminal import print_figures

HOSTILE = "a\x1b[31mb\x1b]0;title\x07c\x9b2Jd\x7fe"


def printed(renderable):
    """Return what a terminal gets."""
    out = io.StringIO()
    HarmlessConsole(file=out, force_terminal=True, color_system="standard").print(renderable)
    return out.getvalue()


def in_a_table():
    """Return the hostile text as a cell."""
    table = Table()
    table.add_column("x")
    table.add_row(Text(HOSTILE))
    return table


@pytest.mark.parametrize("renderable", [Text(HOSTILE), in_a_table()], ids=["text", "cell"])
def test_control_characters_are_shown(renderable):
    """Escape sequences of an article do nothing, wherever it is printed."""
    shown = printed(renderable)

    assert "a␛[31mb␛]0;titlec�2" in shown  # Rich takes the bell away
    assert "\x1b]" not in shown
    assert "\x07" not in shown


def test_styles_of_our_own_still_work():
    """Colour comes from us alone."""
    assert "\x1b[31m" in printed(Text("red", style="red"))


def test_the_figures_of_a_hostile_article_are_printed_harmlessly(capsys):
    """The view of `extractor figures` uses such a console."""
    article = Article(f"12 projects {HOSTILE} were signed.")

    print_figures(article, find_figures(article.text))

    assert "\x1b]" not in capsys.readouterr().out
