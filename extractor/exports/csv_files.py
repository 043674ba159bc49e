"""CSV: a file a table, UTF-8, the first line its header."""

import csv
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extractor.exports.cells import defused
from extractor.exports.exported import Exported
from extractor.exports.tables import TABLES, rows_of


class CsvFiles:
    """Writes NAME.csv for each table.

    Args:
        folder: where to.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = ExitStack()
        self._writers: dict[str, Any] = {}

    def __enter__(self) -> Self:
        for table in TABLES:
            path = self._folder / f"{table.name}.csv"
            file = self._files.enter_context(path.open("w", encoding="utf-8", newline=""))
            self._writers[table.name] = csv.writer(file, lineterminator="\n")
            self._writers[table.name].writerow(table.header)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._files.close()

    def add(self, exported: Exported) -> None:
        """Write one more extraction."""
        for table, row in rows_of(exported):
            self._writers[table.name].writerow([defused(cell) for cell in row])
