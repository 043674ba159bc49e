"""Sheets of results, and how their numbers are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rich.cells import cell_len

NONE = "–"
"""What stands in a cell where there is nothing to score or to divide by."""

_UNKNOWN = "unknown"
_GAP = "  "


@dataclass(frozen=True)
class Sheet:
    """A titled table of text cells; the first `n_names` columns are names, the rest numbers."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    n_names: int = 1


def number(known: int | None) -> str:
    """Write a number of tokens; what is not known is `unknown`, never zero."""
    return _UNKNOWN if known is None else f"{known:,}"


def dollars(known: Decimal | None) -> str:
    """Write what was paid in US dollars; what is not known is `unknown`, never zero."""
    return _UNKNOWN if known is None else f"{known:,.4f}"


def aligned(lines: Sequence[tuple[str, ...]], *, n_names: int = 1) -> list[str]:
    """Write lines of cells as text with aligned columns.

    Args:
        lines: as many cells in each.
        n_names: how many columns are names, and stand to the left; numbers stand to the right.
    """
    widths = [max(cell_len(cell) for cell in column) for column in zip(*lines, strict=True)]
    text = []
    for line in lines:
        padded = []
        for index, (cell, width) in enumerate(zip(line, widths, strict=True)):
            space = " " * (width - cell_len(cell))
            padded.append(cell + space if index < n_names else space + cell)
        text.append(_GAP.join(padded).rstrip())
    return text
