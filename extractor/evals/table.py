"""Sheets of results, and how their numbers are written.

They are drawn as tables on a terminal, and are plain aligned text elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

NONE = "–"
"""What stands in a cell where there is nothing to score or to divide by."""

_UNKNOWN = "unknown"
_GAP = "  "


@dataclass(frozen=True)
class Sheet:
    """A titled table of text cells; the first `n_names` columns are names, the rest numbers."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    n_names: int = 1


def number(known: int | None) -> str:
    """Write a number of tokens; what is not known is `unknown`, never zero."""
    return _UNKNOWN if known is None else f"{known:,}"


def dollars(known: Decimal | None) -> str:
    """Write what was paid in US dollars; what is not known is `unknown`, never zero."""
    return _UNKNOWN if known is None else f"{known:,.4f}"


def show(console: Console, sheets: Iterable[Sheet]) -> None:
    """Print sheets; where there is no terminal as plain aligned text, never cut short."""
    for sheet in sheets:
        if console.is_terminal:
            console.print(_table(sheet))
        else:
            console.print(_plain(sheet), soft_wrap=True, markup=False, highlight=False)


def _table(sheet: Sheet) -> Table:
    table = Table(title=sheet.title, title_justify="left")
    for index, name in enumerate(sheet.header):
        table.add_column(name, justify="left" if index < sheet.n_names else "right")
    for row in sheet.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def aligned(lines: Sequence[tuple[str, ...]], *, n_names: int = 1) -> list[str]:
    """Write lines of cells as text with aligned columns.

    Args:
        lines: as many cells in each.
        n_names: how many columns are names, and stand to the left; numbers stand to the right.
    """
    widths = [max(cell_len(cell) for cell in column) for column in zip(*lines, strict=True)]
    text = []
    for line in lines:
        padded = []
        for index, (cell, width) in enumerate(zip(line, widths, strict=True)):
            space = " " * (width - cell_len(cell))
            padded.append(cell + space if index < n_names else space + cell)
        text.append(_GAP.join(padded).rstrip())
    return text


def _plain(sheet: Sheet) -> str:
    lines = aligned((sheet.header, *sheet.rows), n_names=sheet.n_names)
    return "\n".join((sheet.title, *lines, ""))
