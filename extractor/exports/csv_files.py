"""CSV: a file a table, UTF-8, the first line its header."""

import csv
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from extractor.exports.cells import defused
from extractor.exports.exported import Exported
from extractor.exports.rows import rows_of
from extractor.exports.tables import TABLES
from extractor.exports.writer import Add


@contextmanager
def csv_files(folder: Path) -> Iterator[Add]:
    """Write NAME.csv for each table."""
    with ExitStack() as files:
        writers = {}
        for table in TABLES:
            path = folder / f"{table.name}.csv"
            file = files.enter_context(path.open("w", encoding="utf-8", newline=""))
            writers[table.name] = csv.writer(file, lineterminator="\n")
            writers[table.name].writerow(table.header)

        def add(exported: Exported) -> None:
            for table, row in rows_of(exported):
                writers[table.name].writerow([defused(cell) for cell in row])

        yield add
