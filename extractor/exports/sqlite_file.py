"""SQLite: one database with a table each; decimals and dates are exact text."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

from extractor.exports.cells import as_text
from extractor.exports.exported import Exported
from extractor.exports.table import Cell, ColumnType
from extractor.exports.tables import TABLES, rows_of

NAME = "extractions.sqlite"

_TYPES: dict[ColumnType, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "decimal": "TEXT",  # a number of SQLite's own would be a float
    "date": "TEXT",
}


class SqliteFile:
    """Writes extractions.sqlite.

    Args:
        folder: where to.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def __enter__(self) -> Self:
        self._database = sqlite3.connect(self._path, isolation_level=None)
        self._database.execute("BEGIN")
        for table in TABLES:
            columns = ", ".join(f'"{c.name}" {_TYPES[c.type]}' for c in table.columns)
            self._database.execute(f'CREATE TABLE "{table.name}" ({columns})')
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with closing(self._database):
            if error is None:
                self._execute("COMMIT")

    def add(self, exported: Exported) -> None:
        """Write one more extraction."""
        for table, row in rows_of(exported):
            places = ", ".join("?" * len(row))
            self._execute(
                f'INSERT INTO "{table.name}" VALUES ({places})',  # noqa: S608  our own names
                [_stored(cell) for cell in row],
            )

    def _execute(self, statement: str, cells: Sequence[str | int | None] = ()) -> None:
        try:
            self._database.execute(statement, cells)
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from error


def _stored(cell: Cell) -> str | int | None:
    return cell if isinstance(cell, int) else as_text(cell)
