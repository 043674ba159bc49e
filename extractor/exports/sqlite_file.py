"""SQLite: one database with a table each; decimals and dates are exact text."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from extractor.exports.cells import as_text
from extractor.exports.exported import Exported
from extractor.exports.rows import rows_of
from extractor.exports.table import Cell, ColumnType
from extractor.exports.tables import TABLES
from extractor.exports.writer import Add

NAME = "extractions.sqlite"

_TYPES: dict[ColumnType, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "decimal": "TEXT",  # a number of SQLite's own would be a float
    "date": "TEXT",
}


@contextmanager
def sqlite_file(folder: Path) -> Iterator[Add]:
    """Write extractions.sqlite."""
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as database:
        _execute(database, "BEGIN")
        for table in TABLES:
            columns = ", ".join(f'"{c.name}" {_TYPES[c.type]}' for c in table.columns)
            _execute(database, f'CREATE TABLE "{table.name}" ({columns})')

        def add(exported: Exported) -> None:
            for table, row in rows_of(exported):
                places = ", ".join("?" * len(row))
                insert = f'INSERT INTO "{table.name}" VALUES ({places})'  # noqa: S608  our own names
                _execute(database, insert, [_stored(cell) for cell in row])

        yield add
        _execute(database, "COMMIT")


def _execute(
    database: sqlite3.Connection, statement: str, cells: Sequence[str | int | None] = ()
) -> None:
    try:
        database.execute(statement, cells)
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error


def _stored(cell: Cell) -> str | int | None:
    return cell if isinstance(cell, int) else as_text(cell)
