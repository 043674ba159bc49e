"""Every format of an export by its name; each is there whole or not at all."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from extractor.errors import UsageError
from extractor.exports.csv_files import csv_files
from extractor.exports.dictionary import write_dictionary
from extractor.exports.exported import Exported
from extractor.exports.jsonl_file import NAME as JSONL
from extractor.exports.jsonl_file import jsonl_file
from extractor.exports.parquet_files import parquet_files
from extractor.exports.sqlite_file import NAME as SQLITE
from extractor.exports.sqlite_file import sqlite_file
from extractor.exports.tables import ARTICLES
from extractor.exports.writer import Writer
from extractor.exports.xlsx_file import NAME as XLSX
from extractor.exports.xlsx_file import xlsx_file

FORMATS: Mapping[str, Writer] = {
    "csv": csv_files,
    "jsonl": jsonl_file,
    "parquet": parquet_files,
    "sqlite": sqlite_file,
    "xlsx": xlsx_file,
}

_FILES = {
    "csv": f"{ARTICLES.name}.csv",
    "jsonl": JSONL,
    "parquet": f"{ARTICLES.name}.parquet",
    "sqlite": SQLITE,
    "xlsx": XLSX,
}
"""A file that each format writes, whatever there is to write."""


def formats_in(folder: Path) -> tuple[str, ...]:
    """Return the formats in which exports were written into a folder."""
    return tuple(form for form, file in _FILES.items() if (folder / file).is_file())


def export(extractions: Iterable[Exported], folder: Path, *, form: str) -> int:
    """Write extractions into a folder, with a data dictionary beside the tables.

    Args:
        extractions: read once, one at a time.
        folder: made where it is missing; files of the same names are replaced once all is written.
        form: one of `FORMATS`.

    Returns:
        How many were written.

    Raises:
        UsageError: no such format, a library that it needs is not installed, or the folder cannot
            be made or written.
    """
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}; there are: {', '.join(FORMATS)}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: no folder can be made there ({error.strerror})") from error
    try:
        with TemporaryDirectory(prefix=".export-", dir=folder) as draft:
            n_written = _write(extractions, Path(draft), form)
            for file in sorted(Path(draft).iterdir()):
                file.replace(folder / file.name)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{folder}: cannot be written there ({reason})") from error
    return n_written


def _write(extractions: Iterable[Exported], folder: Path, form: str) -> int:
    n_written = 0
    with FORMATS[form](folder) as add:
        for exported in extractions:
            add(exported)
            n_written += 1
    if form != "jsonl":
        write_dictionary(folder)
    return n_written
