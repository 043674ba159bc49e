"""XLSX: one workbook with a sheet a table; numbers are numbers, dates are dates, text is never run."""

from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Self

from extractor.errors import UsageError
from extractor.exports.cells import as_text
from extractor.exports.exported import Exported
from extractor.exports.table import Cell, Column, Table
from extractor.exports.tables import TABLES, rows_of

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NAME = "extractions.xlsx"
MOST_ROWS = 1_048_575
MOST_CHARS = 32_767
EXACT_DIGITS = 15
"""What a sheet holds: rows below the header, characters of a cell, digits of a number."""

_WIDTHS = {"text": 24, "integer": 9, "decimal": 18, "date": 12}


class XlsxFile:
    """Writes extractions.xlsx.

    Args:
        folder: where to.

    Raises:
        UsageError: xlsxwriter is not installed; while writing: a sheet is full.
    """

    def __init__(self, folder: Path) -> None:
        try:
            import xlsxwriter
        except ImportError:
            raise UsageError("XLSX needs xlsxwriter: pip install 'figurebook[tables]'") from None
        self._unwritable = xlsxwriter.exceptions.XlsxFileError
        self._staging = TemporaryDirectory(prefix="figurebook-")
        self._workbook: xlsxwriter.Workbook = xlsxwriter.Workbook(
            str(folder / NAME),
            {
                "constant_memory": True,
                "default_date_format": "yyyy-mm-dd",
                "tmpdir": self._staging.name,
            },
        )
        self._sheets: dict[str, Worksheet] = {}
        self._n_rows = {table.name: 0 for table in TABLES}

    def __enter__(self) -> Self:
        bold = self._workbook.add_format({"bold": True})
        for table in TABLES:
            sheet = self._sheets[table.name] = self._workbook.add_worksheet(table.name)
            for place, column in enumerate(table.columns):
                sheet.set_column(place, place, _WIDTHS[column.type])
                sheet.write_string(0, place, column.name, bold)
            sheet.freeze_panes(1, 0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._staging:
            if error is None:
                self._save()
            else:
                self._drop()

    def _save(self) -> None:
        for table in TABLES:
            last = len(table.columns) - 1
            self._sheets[table.name].autofilter(0, 0, self._n_rows[table.name], last)
        try:
            self._workbook.close()
        except self._unwritable as error:
            raise OSError(str(error)) from error

    def _drop(self) -> None:
        """Close what the library holds open for each sheet, without writing a workbook."""
        for sheet in self._sheets.values():
            with suppress(OSError):
                sheet.row_data_fh.close()

    def add(self, exported: Exported) -> None:
        """Write one more extraction."""
        for table, row in rows_of(exported):
            self._n_rows[table.name] += 1
            self._refuse_full(table)
            sheet = self._sheets[table.name]
            for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
                _write(sheet, (self._n_rows[table.name], place), column, cell)

    def _refuse_full(self, table: Table) -> None:
        if self._n_rows[table.name] > MOST_ROWS:
            raise UsageError(
                f"the sheet {table.name} is full after {MOST_ROWS:,} rows; export as parquet or csv"
            )


def _write(sheet: "Worksheet", place: tuple[int, int], column: Column, cell: Cell) -> None:
    if cell is None:
        return
    if column.type == "date":
        sheet.write_datetime(*place, cell)
    elif isinstance(cell, int) or (isinstance(cell, Decimal) and _is_exact(cell)):
        sheet.write_number(*place, cell)
    else:
        sheet.write_string(*place, _cut(as_text(cell) or ""))


def _is_exact(value: Decimal) -> bool:
    """Return whether a sheet's number keeps every digit; what it would round is written as text."""
    return len(value.normalize().as_tuple().digits) <= EXACT_DIGITS


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARS else text[: MOST_CHARS - 1] + "…"
