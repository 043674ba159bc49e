"""Parquet: a file a table, typed, decimals as DECIMAL(38, 10); written through DuckDB.

A number of more than 28 digits, which an article's slip can make, is left empty.
"""

import json
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import BinaryIO, Self

from extractor.errors import UsageError
from extractor.exports.cells import as_text
from extractor.exports.exported import Exported
from extractor.exports.table import ColumnType, Table
from extractor.exports.tables import TABLES, rows_of

_TYPES: dict[ColumnType, str] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "decimal": "DECIMAL(38, 10)",
    "date": "DATE",
}


class ParquetFiles:
    """Writes NAME.parquet for each table.

    Args:
        folder: where to.

    Raises:
        UsageError: DuckDB is not installed.
    """

    def __init__(self, folder: Path) -> None:
        try:
            import duckdb
        except ImportError:
            raise UsageError("Parquet needs duckdb: pip install 'figurebook[tables]'") from None
        self._duckdb = duckdb
        self._folder = folder
        self._files = ExitStack()
        self._staged: dict[str, BinaryIO] = {}

    def __enter__(self) -> Self:
        self._staging = TemporaryDirectory(prefix="figurebook-")
        for table in TABLES:
            file = self._files.enter_context(self._path(table).open("wb"))
            self._staged[table.name] = file
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._staging:
            self._files.close()
            if error is None:
                self._convert()

    def add(self, exported: Exported) -> None:
        """Write one more extraction."""
        for table, row in rows_of(exported):
            cells = dict(zip(table.header, map(as_text, row), strict=True))
            line = json.dumps(cells, ensure_ascii=False)
            self._staged[table.name].write(line.encode() + b"\n")

    def _convert(self) -> None:
        try:
            with self._duckdb.connect() as database:
                for table in TABLES:
                    database.execute(self._copy(table))
        except self._duckdb.IOException as error:
            raise OSError(str(error)) from error

    def _path(self, table: Table) -> Path:
        return Path(self._staging.name) / f"{table.name}.ndjson"

    def _copy(self, table: Table) -> str:
        texts = ", ".join(f"'{column.name}': 'VARCHAR'" for column in table.columns)
        casts = ", ".join(
            f'TRY_CAST("{column.name}" AS {_TYPES[column.type]}) AS "{column.name}"'
            for column in table.columns
        )
        source = f"read_ndjson({_quoted(self._path(table))}, columns = {{{texts}}})"
        target = _quoted(self._folder / f"{table.name}.parquet")
        return f"COPY (SELECT {casts} FROM {source}) TO {target} (FORMAT parquet)"  # noqa: S608  our own names


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
