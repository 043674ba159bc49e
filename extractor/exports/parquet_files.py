"""Parquet: a file a table, typed, decimals as DECIMAL(38, 10); written through DuckDB.

A number of more than 28 digits, which an article's slip can make, is left empty.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.errors import UsageError
from extractor.exports.cells import as_text
from extractor.exports.exported import Exported
from extractor.exports.rows import rows_of
from extractor.exports.table import ColumnType, Table
from extractor.exports.tables import TABLES
from extractor.exports.writer import Add

_TYPES: dict[ColumnType, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "decimal": "DECIMAL(38, 10)",
    "date": "DATE",
}


@contextmanager
def parquet_files(folder: Path) -> Iterator[Add]:
    """Write NAME.parquet for each table."""
    try:
        import duckdb
    except ImportError:
        raise UsageError("Parquet needs duckdb: pip install 'figurebook[tables]'") from None
    with TemporaryDirectory(prefix="figurebook-") as staging:
        lines = {table.name: Path(staging) / f"{table.name}.ndjson" for table in TABLES}
        with ExitStack() as files:
            staged = {name: files.enter_context(path.open("wb")) for name, path in lines.items()}

            def add(exported: Exported) -> None:
                for table, row in rows_of(exported):
                    cells = dict(zip(table.header, map(as_text, row), strict=True))
                    line = json.dumps(cells, ensure_ascii=False)
                    staged[table.name].write(line.encode() + b"\n")

            yield add
        try:
            with duckdb.connect() as database:
                for table in TABLES:
                    target = folder / f"{table.name}.parquet"
                    database.execute(_copy(table, lines[table.name], target))
        except duckdb.IOException as error:
            raise OSError(str(error)) from error


def _copy(table: Table, lines: Path, target: Path) -> str:
    """Return the statement that turns a table's lines of JSON into Parquet."""
    texts = ", ".join(f"'{column.name}': 'VARCHAR'" for column in table.columns)
    casts = ", ".join(
        f'TRY_CAST("{column.name}" AS {_TYPES[column.type]}) AS "{column.name}"'
        for column in table.columns
    )
    source = f"read_ndjson({_quoted(lines)}, columns = {{{texts}}})"
    return f"COPY (SELECT {casts} FROM {source}) TO {_quoted(target)} (FORMAT parquet)"  # noqa: S608  our own names


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
