"""Tables at the widths that terminals have: numbers stay whole, texts break between words."""

import io

import pytest
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.report.fitted import fitted, is_of_a_width, standard_output

NUMBERS = ["dimension", "73,910,000,000 CNY", "2,610,000,000 EUR", "78.97%"]
LABEL = "an investment of more than 1 billion yuan"


def table(n_more: int = 0) -> Table:
    """Return a table with texts and numbers, and some more columns of numbers."""
    made = Table(title="Shares")
    made.add_column("group")
    made.add_column("dimension")
    for name in ("amount", "computed", *(f"more {at}" for at in range(n_more))):
        made.add_column(name, justify="right")
    amounts = "73,910,000,000 CNY\n2,610,000,000 EUR"
    made.add_row(Text(LABEL), Text("size"), amounts, "78.97%", *["1,000,000"] * n_more)
    return made


def lines(width: int, n_more: int = 0) -> list[str]:
    """Return what is printed at a width."""
    out = io.StringIO()
    Console(file=out, width=width).print(fitted(table(n_more), width))
    return out.getvalue().splitlines()


@pytest.mark.parametrize("n_more", [0, 1, 4], ids=lambda n: f"{n}-more")
@pytest.mark.parametrize("width", [130, 80, 70, 60, 40])
def test_numbers_and_headers_stand_whole(width: int, n_more: int) -> None:
    """At every width, in columns or stacked, and no line is longer than it may be."""
    printed = lines(width, n_more)

    assert all(number in "\n".join(printed) for number in NUMBERS)
    assert "\n".join(printed).count("1,000,000") == n_more
    assert max(map(len, printed)) <= width


def test_texts_give_way_between_words() -> None:
    """The narrowest columns keep their width, and the long text takes several lines."""
    printed = lines(70)

    words = [line.split("│")[1].strip() for line in printed if line.startswith("│")]
    assert " ".join(words) == LABEL
    assert len(words) > 1


def test_rows_are_stacked_where_columns_have_no_room() -> None:
    """Each begins with its first cell; nothing is left out, and further lines are set in."""
    assert [line.rstrip() for line in lines(40)] == [
        "Shares",
        "an investment of more than 1 billion",
        "yuan",
        "  dimension: size",
        "  amount: 73,910,000,000 CNY;",
        "  2,610,000,000 EUR",
        "  computed: 78.97%",
        "",
    ]


@pytest.mark.parametrize(
    ("columns", "is_told"),
    [("60", True), ("0", False), ("-5", False), ("", False), (None, False)],
    ids=str,
)
def test_columns_asks_for_a_width_where_there_is_no_terminal(
    columns: str | None, *, is_told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As other tools have it."""
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)

    assert is_of_a_width(Console(file=io.StringIO())) is is_told


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("0", 130), ("", 130)], ids=str)
def test_standard_output_has_room_whatever_columns_says(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines of no width would say nothing at all."""
    monkeypatch.setenv("COLUMNS", columns)

    console = standard_output()
    console.print("12 projects")

    assert console.width == width
    assert capsys.readouterr().out == "12 projects\n"
