"""Parquet: an article in each row, read in batches by DuckDB."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.archive.entry import Entry
from extractor.archive.readers.extras import require
from extractor.archive.readers.fields import Fields
from extractor.archive.readers.source import Source
from extractor.errors import ArticleError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BATCH_ROWS = 100


def read_parquet(source: Source, fields: Fields) -> Iterator[Entry]:
    """Give the article in each row of a table.

    Raises:
        ArticleError: it is broken, no column holds texts, or it lies in an archive.
        UsageError: what reads it is not installed.
    """
    require("parquet")
    if source.path is None:
        raise ArticleError("Parquet is read from a file alone; unpack it first")
    import duckdb

    # DuckDB takes the name for a pattern.
    pattern = re.sub(r"([*?\[])", r"[\1]", str(source.path.absolute()))
    with duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": False}) as database:
        try:
            yield from _entries(database, pattern, source, fields)
        except duckdb.Error as error:
            reason = str(error).partition("\n")[0]  # then comes the query
            raise ArticleError(f"broken Parquet ({reason})") from error


def _entries(
    database: "DuckDBPyConnection", pattern: str, source: Source, fields: Fields
) -> Iterator[Entry]:
    described = database.execute("DESCRIBE SELECT * FROM read_parquet(?)", [pattern]).fetchall()
    columns = fields.named(str(column[0]) for column in described)
    if not fields.has_text(columns):
        raise ArticleError(f"no column with texts; looked for {', '.join(fields.text)}")
    quoted = ", ".join('"' + column.replace('"', '""') + '"' for column in columns)
    query = f"SELECT {quoted} FROM read_parquet(?, file_row_number = true)"  # noqa: S608  quoted
    number = 0
    if source.rows is not None:
        number = source.rows.first - 1
        query += f" WHERE file_row_number BETWEEN {number} AND {number + source.rows.n - 1}"
    found = database.execute(query, [pattern])
    while rows := found.fetchmany(_BATCH_ROWS):
        for row in rows:
            number += 1
            place = f"{source.place}:{number}"
            try:
                values = dict(zip(columns, row, strict=True))
                yield fields.entry(values, place=place, name=f"{source.stem}-{number}")
            except ArticleError as error:
                yield Entry(place, fault=str(error))
