"""XLSX: one workbook with a sheet a table; numbers are numbers, dates are dates, text is never run."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extractor.errors import UsageError
from extractor.exports.cells import as_text
from extractor.exports.exported import Exported
from extractor.exports.rows import rows_of
from extractor.exports.table import Cell, Column, Row, Table
from extractor.exports.tables import TABLES
from extractor.exports.writer import Add

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NAME = "extractions.xlsx"
MOST_ROWS = 1_048_575
MOST_CHARS = 32_767
EXACT_DIGITS = 15
"""What a sheet holds: rows below the header, characters of a cell, digits of a number."""

_WIDTHS = {"text": 24, "integer": 9, "decimal": 18, "date": 12}


@contextmanager
def xlsx_file(folder: Path) -> Iterator[Add]:
    """Write extractions.xlsx; a sheet that is full while writing is a UsageError, too."""
    try:
        import xlsxwriter
    except ImportError:
        raise UsageError("XLSX needs xlsxwriter: pip install 'figurebook[tables]'") from None
    with TemporaryDirectory(prefix="figurebook-") as staging:
        options = {
            "constant_memory": True,
            "default_date_format": "yyyy-mm-dd",
            "tmpdir": staging,
        }
        workbook: xlsxwriter.Workbook = xlsxwriter.Workbook(str(folder / NAME), options)
        bold = workbook.add_format({"bold": True})
        sheets = {table.name: _Sheet(workbook, table, bold) for table in TABLES}

        def add(exported: Exported) -> None:
            for table, row in rows_of(exported):
                sheets[table.name].add(row)

        try:
            yield add
        except BaseException:
            for sheet in sheets.values():
                sheet.drop()
            raise
        for sheet in sheets.values():
            sheet.end()
        try:
            workbook.close()
        except xlsxwriter.exceptions.XlsxFileError as error:
            raise OSError(str(error)) from error


class _Sheet:
    """A sheet of a workbook, with the header of a table."""

    def __init__(self, workbook: "Workbook", table: Table, header_format: "Format") -> None:
        self._table = table
        self._sheet = workbook.add_worksheet(table.name)
        self._n_rows = 0
        for place, column in enumerate(table.columns):
            self._sheet.set_column(place, place, _WIDTHS[column.type])
            self._sheet.write_string(0, place, column.name, header_format)
        self._sheet.freeze_panes(1, 0)

    def add(self, row: Row) -> None:
        """Write a row.

        Raises:
            UsageError: the sheet is full.
        """
        self._n_rows += 1
        if self._n_rows > MOST_ROWS:
            raise UsageError(
                f"the sheet {self._table.name} is full after {MOST_ROWS:,} rows; "
                "export as parquet or csv"
            )
        for place, (column, cell) in enumerate(zip(self._table.columns, row, strict=True)):
            _write(self._sheet, (self._n_rows, place), column, cell)

    def end(self) -> None:
        """Let all rows be filtered."""
        self._sheet.autofilter(0, 0, self._n_rows, len(self._table.columns) - 1)

    def drop(self) -> None:
        """Close what the library holds open, without writing a workbook."""
        with suppress(OSError):
            self._sheet.row_data_fh.close()


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
