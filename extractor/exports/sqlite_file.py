"""SQLite: one database with a table each, and the dictionary.

A decimal is an INTEGER where it is whole and fits 64 bits, else its exact text: SQLite has no other
number that keeps every digit. SQL would sort such text behind all numbers; the column NAME_approx
beside each is the same as a float, to sort and compare by.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path

from extractor.exports.cells import as_text
from extractor.exports.dictionary import DICTIONARY, Entry, dictionary_rows
from extractor.exports.exported import Exported
from extractor.exports.rows import rows_of
from extractor.exports.table import MOST_OF_64_BITS, Cell, ColumnType, Table
from extractor.exports.tables import TABLES
from extractor.exports.writer import Add

NAME = "extractions.sqlite"

_TYPES: dict[ColumnType, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "decimal": "",  # no type: cells stay the integers and texts that they are
    "date": "TEXT",
}


@contextmanager
def sqlite_file(folder: Path) -> Iterator[Add]:
    """Write extractions.sqlite."""
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as database:
        _execute(database, "BEGIN")
        for table in (*TABLES, DICTIONARY):
            _execute(database, f'CREATE TABLE "{table.name}" ({", ".join(_columns(table))})')

        def add(exported: Exported) -> None:
            for table, row in rows_of(exported):
                _insert(database, table, row)

        yield add
        for entry in _dictionary():
            _insert(database, DICTIONARY, entry)
        for table in TABLES:
            index = f'"{table.name}_by_article" ON "{table.name}" (article)'
            _execute(database, f"CREATE INDEX {index}")
        _execute(database, "COMMIT")


def _columns(table: Table) -> Iterator[str]:
    """Give the definition of each column, those of approximations last."""
    for column in table.columns:
        yield f'"{column.name}" {_TYPES[column.type]}'
    for column in table.columns:
        if column.type == "decimal":  # declared as REAL, SQLite gives integers where it has sorted
            yield f'"{column.name}_approx" AS (CAST("{column.name}" AS REAL))'


def _dictionary() -> Iterator[Entry]:
    for entry in dictionary_rows():
        table, row, column, type_, _ = entry
        yield entry
        if type_ == "decimal":
            yield table, row, f"{column}_approx", "real", f"{column} as a float, to sort by"


def _insert(database: sqlite3.Connection, table: Table, row: Sequence[Cell]) -> None:
    places = ", ".join("?" * len(row))
    insert = f'INSERT INTO "{table.name}" VALUES ({places})'  # noqa: S608  our own names
    _execute(database, insert, [_stored(cell) for cell in row])


def _execute(
    database: sqlite3.Connection, statement: str, cells: Sequence[str | int | None] = ()
) -> None:
    try:
        database.execute(statement, cells)
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error


def _stored(cell: Cell) -> str | int | None:
    if isinstance(cell, Decimal) and abs(cell) <= MOST_OF_64_BITS and cell == int(cell):
        return int(cell)
    return cell if isinstance(cell, int) else as_text(cell)
