"""Tables that lost their grid: one cell a line, the head's cells first, then row after row."""

import re
from collections.abc import Iterator, Sequence

from extractor.models.rules.reading.reading import MARKS
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_LINE = Pattern(r"[^\r\n]*\S[^\r\n]*")
_FIGURE = Pattern(rf"[{MARKS}]|\d{{1,3}}[.)]?")
_UNKNOWN = Pattern(r"[-–—/]+|n/?a|tb[acd]", re.IGNORECASE)
_LONGEST_CELL = 90
_WIDTHS = range(2, 9)
_FEWEST_FIGURES = 4

Rows = list[list[Extent]]
"""Rows of cells, the head first; extents are of the reading."""


def tables_of_lines(text: str) -> Iterator[Rows]:
    """Give the tables of a reading that are written one cell a line.

    They are known by their shape alone: lines of words that are as many as each of the rows behind
    them, in which figures stand alone in the same places.

    Args:
        text: the reading.
    """
    lines = [_trimmed(found) for found in _LINE.finditer(text)]
    shape = "".join(_kind(text[slice(*line)]) for line in lines)
    if shape.count("f") < _FEWEST_FIGURES:
        return
    taken: set[int] = set()
    for start, end, width in _blocks(shape):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield [lines[row : row + width] for row in range(start, end, width)]


def _blocks(shape: str) -> list[tuple[int, int, int]]:
    """Return where tables may begin and end, and how wide they are; the longest come first."""
    found = [
        (at - width, _end(shape, at, width), width)
        for at in range(_WIDTHS.start, len(shape))
        for width in _WIDTHS
        if _is_first_row(shape, at, width)
    ]
    return sorted(found, key=lambda block: block[0] - block[1])


def _trimmed(line: re.Match[str]) -> Extent:
    words = line.group()
    start = line.start() + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _kind(cell: str) -> str:
    """Return what a line may be: `f` a figure alone, `?` an empty cell, `w` words, ` ` no cell."""
    if len(cell) > _LONGEST_CELL:
        return " "
    if _FIGURE.fullmatch(cell):
        return "f"
    return "?" if _UNKNOWN.fullmatch(cell) else "w"


def _is_first_row(shape: str, at: int, width: int) -> bool:
    """Return whether a row of words and figures begins at a line, behind a head, before another."""
    row = shape[at : at + width]
    return (
        at >= width
        and shape[at - width : at] == "w" * width
        and "f" in row
        and "w" in row
        and _are_alike(row, shape[at + width : at + 2 * width])
    )


def _end(shape: str, at: int, width: int) -> int:
    """Return the line behind the last row of a table."""
    row = shape[at : at + width]
    while _are_alike(row, shape[at : at + width]):
        at += width
    return at


def _are_alike(row: Sequence[str], other: Sequence[str]) -> bool:
    return len(row) == len(other) and all(
        a == b or "?" in (a, b) for a, b in zip(row, other, strict=True)
    )
