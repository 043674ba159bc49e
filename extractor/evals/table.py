"""Show sheets of results: drawn tables on a terminal, plain aligned text elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_GAP = "  "


@dataclass(frozen=True)
class Sheet:
    """A titled table of text cells; the first `n_names` columns are names, the rest numbers."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    n_names: int = 1


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


def _plain(sheet: Sheet) -> str:
    lines = (sheet.header, *sheet.rows)
    widths = [max(cell_len(cell) for cell in column) for column in zip(*lines, strict=True)]
    text = [sheet.title]
    for line in lines:
        padded = []
        for index, (cell, width) in enumerate(zip(line, widths, strict=True)):
            space = " " * (width - cell_len(cell))
            padded.append(cell + space if index < sheet.n_names else space + cell)
        text.append(_GAP.join(padded).rstrip())
    return "\n".join(text) + "\n"
