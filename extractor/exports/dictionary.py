"""The data dictionary: every column of every table with its type and meaning."""

import csv
from pathlib import Path

from extractor.exports.tables import TABLES

NAME = "dictionary.csv"


def write_dictionary(folder: Path) -> None:
    """Write dictionary.csv beside the tables."""
    with (folder / NAME).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("table", "row", "column", "type", "meaning"))
        for table in TABLES:
            writer.writerows(
                (table.name, table.what, column.name, column.type, column.what)
                for column in table.columns
            )
