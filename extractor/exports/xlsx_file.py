"""XLSX: one workbook with a sheet a table; numbers are numbers, dates are dates, text is never run."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, Self

from extractor.errors import UsageError
from extractor.exports.cells import as_text
from extractor.exports.dictionary import DICTIONARY, dictionary_rows
from extractor.exports.exported import Exported
from extractor.exports.rows import rows_of
from extractor.exports.table import Cell, Column, Table
from extractor.exports.tables import TABLES
from extractor.exports.writer import Add

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

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
        formats = _Formats.of(workbook)
        sheets = {table.name: _Sheet(workbook, table, formats) for table in (*TABLES, DICTIONARY)}

        def add(exported: Exported) -> None:
            for table, row in rows_of(exported):
                sheets[table.name].add(row)

        try:
            yield add
        except BaseException:
            for sheet in sheets.values():
                sheet.drop()
            raise
        for entry in dictionary_rows():
            sheets[DICTIONARY.name].add(entry)
        for sheet in sheets.values():
            sheet.end()
        try:
            workbook.close()
        except xlsxwriter.exceptions.XlsxFileError as error:
            raise OSError(str(error)) from error


class _Formats(NamedTuple):
    """How cells look: a header, a whole decimal, any other."""

    header: "Format"
    whole: "Format"
    fraction: "Format"

    @classmethod
    def of(cls, workbook: "Workbook") -> Self:
        """Make them in a workbook; no point stands behind a whole number."""
        looks = ({"bold": True}, {"num_format": "#,##0"}, {"num_format": "#,##0.##########"})
        return cls(*map(workbook.add_format, looks))


class _Sheet:
    """A sheet of a workbook, with the header of a table."""

    def __init__(self, workbook: "Workbook", table: Table, formats: _Formats) -> None:
        self._table = table
        self._sheet = workbook.add_worksheet(table.name)
        self._formats = formats
        self._n_rows = 0
        for place, column in enumerate(table.columns):
            self._sheet.set_column(place, place, _WIDTHS[column.type])
            self._sheet.write_string(0, place, column.name, formats.header)
        self._sheet.freeze_panes(1, 0)

    def add(self, row: Sequence[Cell]) -> None:
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
            self._write(place, column, cell)

    def _write(self, place: int, column: Column, cell: Cell) -> None:
        at = (self._n_rows, place)
        if cell is None:
            return
        if column.type == "date":
            self._sheet.write_datetime(*at, cell)
        elif isinstance(cell, int):
            self._sheet.write_number(*at, cell)
        elif isinstance(cell, Decimal) and _is_exact(cell):
            is_whole = cell == cell.to_integral_value()
            look = self._formats.whole if is_whole else self._formats.fraction
            self._sheet.write_number(*at, cell, look)
        else:
            self._sheet.write_string(*at, _cut(as_text(cell) or ""))

    def end(self) -> None:
        """Let all rows be filtered."""
        self._sheet.autofilter(0, 0, self._n_rows, len(self._table.columns) - 1)

    def drop(self) -> None:
        """Close what the library holds open, without writing a workbook."""
        with suppress(OSError):
            self._sheet.row_data_fh.close()


def _is_exact(value: Decimal) -> bool:
    """Return whether a sheet's number keeps every digit; what it would round is written as text."""
    return len(value.normalize().as_tuple().digits) <= EXACT_DIGITS


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARS else text[: MOST_CHARS - 1] + "…"
