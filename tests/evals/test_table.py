import io
from decimal import Decimal

import pytest
from rich.console import Console

from extractor.evals.table import Sheet, dollars, number, show

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


@pytest.mark.parametrize("text", ["Sizes", "a [bold] name", "12"])
def test_a_terminal_gets_a_drawn_table(text):
    """The same cells, between lines."""
    drawn = shown(is_terminal=True)

    assert text in drawn
    assert "│" in drawn


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param(number(1234567), "1,234,567", id="thousands stand apart"),
        pytest.param(dollars(Decimal("1234.56789")), "1,234.5679", id="a hundredth of a cent"),
        pytest.param(number(0), "0", id="no tokens"),
        pytest.param(dollars(Decimal(0)), "0.0000", id="free"),
        pytest.param(number(None), "unknown", id="unknown tokens"),
        pytest.param(dollars(None), "unknown", id="unknown cost"),
    ],
)
def test_what_is_unknown_is_told_from_what_is_zero(written, text):
    """Tokens and dollars are written alike in the sheets of a terminal and on a page."""
    assert written == text
