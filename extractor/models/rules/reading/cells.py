"""Rows of tables: what stands between bars, tabs or wide spaces is a cell."""

import re
from collections.abc import Sequence

from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_BAR = Pattern(r"[\t|｜│]")
_WIDE_SPACE = Pattern(r"(?<=[^\s])(?:[ ]?　|  )[ 　]*(?=[^\s])")
_HINT = Pattern(r"[\t|｜│　]|(?<=[^\s])  ")
_SENTENCE = Pattern(r"。|[a-z][.!?] ")
_RULE = Pattern(r"[\s:|｜+=—–-]*")
_FEWEST_GAPS = 2


def may_hold_rows(text: str) -> bool:
    """Return whether anything stands in a text that parts cells."""
    return _HINT.search(text) is not None


def is_row(line: str) -> bool:
    """Return whether a line is a row of a table: one with a tab, or of three cells, and no sentence."""
    if "\t" in line or len(_BAR.findall(line)) >= _FEWEST_GAPS:
        return True
    return len(_wide_spaces(line, 0, len(line))) >= _FEWEST_GAPS


def is_rule(line: str) -> bool:
    """Return whether a line is only drawn: |---|--:|."""
    return _RULE.fullmatch(line) is not None


def cells_of(text: str, start: int, end: int) -> list[Extent]:
    """Return the cells of a line, each without the spaces around it; an empty one has no length.

    Args:
        text: the reading.
        start: where the line begins in it.
        end: where it ends.
    """
    bars = [*_BAR.finditer(text, start, end)]
    gaps = bars or _wide_spaces(text, start, end)
    edges = [start, *(edge for gap in gaps for edge in gap.span()), end]
    cells = [_stripped(text, *cell) for cell in zip(edges[::2], edges[1::2], strict=True)]
    return cells[_is_frame(cells[0], bars) : len(cells) - _is_frame(cells[-1], bars)]


def _wide_spaces(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the wide spaces of a line; between sentences they part no cells."""
    if _SENTENCE.search(text, start, end):
        return []
    return [*_WIDE_SPACE.finditer(text, start, end)]


def _is_frame(cell: Extent, bars: Sequence[object]) -> bool:
    """Return whether an outer cell is what lies outside the bars of a frame: | a | b |."""
    return bool(bars) and cell[0] == cell[1]


def _stripped(text: str, start: int, end: int) -> Extent:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
