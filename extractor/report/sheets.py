"""Sheets of results on a terminal as drawn tables, and as plain aligned text elsewhere."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.evals.table import Sheet, aligned
from extractor.report.fitted import fits, fitted, is_of_a_width


def show(console: Console, sheets: Iterable[Sheet]) -> None:
    """Print sheets; elsewhere than on a terminal their lines stand whole, unless COLUMNS is set."""
    for sheet in sheets:
        text = _plain(sheet)
        if console.is_terminal or (is_of_a_width(console) and not fits(text, console.width)):
            console.print(fitted(_table(sheet), console.width))
        else:
            console.print(Text(text), soft_wrap=True)


def _table(sheet: Sheet) -> Table:
    table = Table(title=sheet.title, title_justify="left")
    for index, name in enumerate(sheet.header):
        table.add_column(name, justify="left" if index < sheet.n_names else "right")
    for row in sheet.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _plain(sheet: Sheet) -> str:
    lines = aligned((sheet.header, *sheet.rows), n_names=sheet.n_names)
    return "\n".join((sheet.title, *lines, ""))
