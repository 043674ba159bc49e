"""Cells as text: decimals without exponent, dates as ISO 8601, nothing that a spreadsheet runs."""

from datetime import date
from decimal import Decimal

from extractor.exports.table import Cell
from extractor.record import plain

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def as_text(cell: Cell) -> str | None:
    """Return a cell as text, exactly; None where it is empty."""
    if cell is None:
        return None
    if isinstance(cell, Decimal):
        return plain(cell)
    return cell.isoformat() if isinstance(cell, date) else encodable(str(cell))


def defused(cell: Cell) -> str | None:
    """Return a cell as text that a spreadsheet will not take for a formula.

    Source: OWASP, "CSV Injection": an apostrophe before what begins like one. Numbers stay.
    """
    text = as_text(cell)
    if isinstance(cell, str) and text and text.startswith(_RISKY):
        return f"'{text}"
    return text


def encodable(text: str) -> str:
    """Replace lone surrogates, which no file of text can hold."""
    return text.encode("utf-8", "replace").decode()
