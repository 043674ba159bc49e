"""Extractions as data frames of pandas or polars, whichever is installed."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Literal

from extractor.errors import UsageError
from extractor.exports.exported import Exported
from extractor.exports.rows import rows_of
from extractor.exports.table import Row
from extractor.exports.tables import TABLES
from extractor.extraction import Extraction


def to_frames(
    extractions: Iterable[Extraction | Exported], *, library: Literal["pandas", "polars"] = "pandas"
) -> dict[str, Any]:
    """Return one data frame a table, by the table's name; amounts are exact decimals.

    Args:
        extractions: what `extract` returned, or what was kept.
        library: whose frames.

    Raises:
        UsageError: the library is not installed.
    """
    try:
        frames = import_module(library)
    except ImportError:
        raise UsageError(f"{library} is not installed: pip install {library}") from None
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for extraction in extractions:
        exported = Exported.of(extraction) if isinstance(extraction, Extraction) else extraction
        for table, row in rows_of(exported):
            rows[table.name].append(row)
    if library == "polars":
        return {
            table.name: frames.DataFrame(
                rows[table.name], schema=list(table.header), orient="row", infer_schema_length=None
            )
            for table in TABLES
        }
    return {
        table.name: frames.DataFrame(rows[table.name], columns=list(table.header))
        for table in TABLES
    }
