"""Tables fitted to a width: no number is broken or cut, texts break between words, or rows are stacked.

Columns of numbers are those that stand to the right, and those that are not to be wrapped.
"""

import os
import re
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from extractor.report.harmless import HarmlessConsole

_PLAIN_WIDTH = 130
_FRAME = 3  # of each column: a space on both sides and a line; one more line closes the table
_LONGEST_WORD = 24  # columns; a longer word of a text may be broken
_WORD = re.compile(r"^\s*[^\s⺀-\U0010ffff]+|[^\s⺀-\U0010ffff]+|[⺀-\U0010ffff]")
_GAP = "  "


def is_of_a_width(console: Console) -> bool:
    """Tell whether lines have a width to keep to: what COLUMNS asks for, else a terminal's."""
    asked = os.environ.get("COLUMNS", "")
    return int(asked) > 0 if asked.isdecimal() else console.is_terminal


def standard_output() -> Console:
    """Return standard output, where a text is no markup and `:100:` no picture.

    Where its lines have no width to keep to, they get a plain one.
    """
    console = HarmlessConsole(markup=False, emoji=False, highlight=False)
    if not is_of_a_width(console):
        console.width = _PLAIN_WIDTH
    return console


def fits(text: str, width: int) -> bool:
    """Tell whether every line of a text has room."""
    return all(cell_len(line) <= width for line in text.splitlines())


def fitted(table: Table, width: int) -> RenderableType:
    """Return a table whose columns have widths that fit, or its rows stacked where none do.

    Args:
        table: a table with edges, whose cells are texts.
        width: of the lines, in columns of a terminal.
    """
    ranges = [_range(column) for column in table.columns]
    room = width - _FRAME * len(ranges) - 1
    if sum(narrow for narrow, _ in ranges) > room:
        return _stacked(table, width)
    for column, size in zip(table.columns, _shared(ranges, room), strict=True):
        column.width = size
    return table


def _cells(column: Column) -> list[str]:
    return [cell.plain if isinstance(cell, Text) else str(cell) for cell in column.cells]


def _range(column: Column) -> tuple[int, int]:
    """Return the least and the greatest width that a column may take."""
    head, cells = str(column.header), _cells(column)
    wide = max(cell_len(line) for cell in (head, *cells) for line in cell.split("\n"))
    words = [cell_len(word) for cell in (head, *cells) for word in _WORD.findall(cell)]
    longest = min(max(words, default=1), _LONGEST_WORD)
    if column.justify == "right" or column.no_wrap:
        lines = [cell_len(line) for cell in cells for line in cell.split("\n")]
        return max([longest, *lines]), wide
    return longest, wide


def _shared(ranges: Sequence[tuple[int, int]], room: int) -> list[int]:
    """Share out what room there is: the narrowest column that lacks some grows first."""
    sizes = [narrow for narrow, _ in ranges]
    for _ in range(room - sum(sizes)):
        lacking = [at for at, (_, wide) in enumerate(ranges) if sizes[at] < wide]
        if not lacking:
            break
        sizes[min(lacking, key=sizes.__getitem__)] += 1
    return sizes


def _stacked(table: Table, width: int) -> Group:
    """Return each row as its cells side by side, named but for the first, further lines set in."""
    names = [str(column.header) for column in table.columns]
    blocks: list[RenderableType] = [Text(str(table.title), style="bold")]
    for cells in zip(*map(_cells, table.columns), strict=True):
        named = [
            name + "; ".join(cell.strip().splitlines())
            for name, cell in zip(["", *(f"{name}: " for name in names[1:])], cells, strict=True)
            if cell.strip()
        ]
        first, *others = _filled(named, width - len(_GAP))
        blocks += [Text(first), *(Padding(Text(line), (0, 0, 0, len(_GAP))) for line in others)]
    return Group(*blocks, "")


def _filled(parts: Sequence[str], width: int) -> list[str]:
    """Set parts side by side, as many in a line as it holds."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]}{_GAP}{part}" if lines else part
        if lines and cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    return lines
