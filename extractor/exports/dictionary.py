"""The data dictionary: every column of every table with its type and meaning."""

import csv
from collections.abc import Iterator
from pathlib import Path

from extractor.exports.table import Column, Table
from extractor.exports.tables import TABLES

NAME = "dictionary.csv"

DICTIONARY = Table(
    "dictionary",
    "a column of a table",
    (
        Column("table", "text", "the table"),
        Column("row", "text", "what its rows are"),
        Column("column", "text", "the column"),
        Column("type", "text", "of its cells, where they are not empty"),
        Column("meaning", "text", "what they say"),
    ),
)
"""The dictionary as a table, for formats that hold several."""

Entry = tuple[str, str, str, str, str]


def dictionary_rows() -> Iterator[Entry]:
    """Give a row of the dictionary for each column, in order."""
    for table in TABLES:
        for column in table.columns:
            yield table.name, table.what, column.name, column.type, column.what


def write_dictionary(folder: Path) -> None:
    """Write dictionary.csv beside the tables."""
    with (folder / NAME).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(DICTIONARY.header)
        writer.writerows(dictionary_rows())
