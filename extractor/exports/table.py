"""What a table of an export is: named columns with a type and a meaning."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

ColumnType = Literal["text", "integer", "decimal", "date"]
Cell = str | int | Decimal | date | None
Row = tuple[Cell, ...]

MOST_OF_64_BITS = 2**63 - 1
"""The largest integer that SQLite and Parquet hold."""


class Column(NamedTuple):
    """One column.

    Attributes:
        name: its name, the same in every format.
        type: what its cells are, where they are not empty.
        what: its meaning, for the data dictionary.
    """

    name: str
    type: ColumnType
    what: str


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes:
        name: its name: a file, a sheet or a table of that name.
        what: what a row stands for.
        columns: its columns, in order.
    """

    name: str
    what: str
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.columns)
