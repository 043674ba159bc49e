"""Sheets of results on a terminal, in a pipe, and at the width that COLUMNS asks for."""

import io

import pytest
from rich.console import Console

from extractor.evals.table import Sheet
from extractor.report.fitted import standard_output
from extractor.report.sheets import show

SHEET = Sheet("Sizes", ("name", "number"), (("江北", "5"), ("a [bold] name", "12")))


def shown(*, is_terminal):
    """Return what is printed."""
    out = io.StringIO()
    show(Console(file=out, force_terminal=is_terminal, width=60 if is_terminal else 10), [SHEET])
    return out.getvalue()


def test_plain_text_is_aligned_and_never_cut():
    """In a pipe every line stands whole; wide characters take two places, markup means nothing."""
    assert shown(is_terminal=False).splitlines() == [
        "Sizes",
        "name           number",
        "江北                5",
        "a [bold] name      12",
        "",
    ]


@pytest.mark.parametrize("is_terminal", [True, False])
def test_names_of_systems_and_places_stand_as_they_are(monkeypatch, *, is_terminal):
    """They are no markup, and no pictures: `:100:` would be one."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("FORCE_COLOR" if is_terminal else "NO_COLOR", "1")
    console = standard_output()
    console.file = io.StringIO()
    names = ("of a[/b]:100:", "[red]", ":bug:", "n:100:", "[/x]")

    show(console, [Sheet(names[0], names[1:3], (names[3:],))])

    said = console.file.getvalue()
    assert [name for name in names if name not in said] == []


@pytest.mark.parametrize("text", ["Sizes", "a [bold] name", "12"])
def test_a_terminal_gets_a_drawn_table(text):
    """The same cells, between lines."""
    drawn = shown(is_terminal=True)

    assert text in drawn
    assert "│" in drawn


def test_a_sheet_without_rows_is_drawn_with_its_header():
    """A column of numbers that has none is as wide as its name."""
    out = io.StringIO()

    show(Console(file=out, force_terminal=True, width=60), [Sheet("Fields", ("name", "n"), ())])

    assert "Fields" in out.getvalue()
    assert "name" in out.getvalue()


def test_columns_is_kept_to_in_a_pipe(monkeypatch):
    """A sheet that is wider is drawn to fit, without cutting a number."""
    monkeypatch.setenv("COLUMNS", "30")
    wide = Sheet("Cost", ("system", *["tokens"] * 6), (("rules", *["1,000,000"] * 6),))
    out = io.StringIO()

    show(Console(file=out), [SHEET, wide])

    lines = out.getvalue().splitlines()
    assert "a [bold] name      12" in lines
    assert max(map(len, lines)) <= 30
    assert out.getvalue().count("1,000,000") == 6
