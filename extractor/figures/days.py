"""What dates are made of: parts of patterns, and readings of years, months and days."""

from extractor.figures.numerals import Numeral, chinese
from extractor.figures.reading import Reading

YEAR = r"(?:19|20)\d\d(?![\d,.]\d|\d)"


def dated(
    start: int,
    end: int,
    *,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
) -> Reading:
    """Make a reading of a date from what is known of it, unknown parts as X (EDTF)."""
    reading = Reading("date", start, end)
    written = f"{year:04d}" if year else "XXXX"
    if month or day:
        written += f"-{month:02d}" if month else "-XX"
    if day:
        written += f"-{day:02d}"
    reading.date = written
    return reading


def period(start: int, end: int, *, year: int | None, first: int, last: int) -> Reading:
    """Make a reading of the months `first` to `last` of a year."""
    reading = Reading("date", start, end)
    written = f"{year:04d}" if year else "XXXX"
    reading.date = f"{written}-{first:02d}/{written}-{last:02d}"
    return reading


def whole(written: str) -> int:
    """Read digits or a Chinese numeral; 0 where it is none."""
    if written.isdecimal():
        return int(written)
    number = chinese(written)
    return int(number.value) if isinstance(number, Numeral) else 0
