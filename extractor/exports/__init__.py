"""Exports: extractions as tables (CSV, XLSX, Parquet, SQLite, data frames) and as JSON lines."""

from extractor.exports.exported import Corrected, Exported
from extractor.exports.formats import FORMATS, export, formats_in
from extractor.exports.frames import to_frames
from extractor.exports.table import Column, Table
from extractor.exports.tables import TABLES

__all__ = [
    "FORMATS",
    "TABLES",
    "Column",
    "Corrected",
    "Exported",
    "Table",
    "export",
    "formats_in",
    "to_frames",
]
