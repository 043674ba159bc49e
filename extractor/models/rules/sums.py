"""Sums: a count that others in a row add up to is the whole of them, whatever its words are."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from extractor.models.rules.group import Group

_FEWEST = 2
_MOST = 100  # groups of a row; it also keeps the time in proportion to the text
_LEAST = 6
"""Smaller counts are the sum of others by chance."""


class _Row(NamedTuple):
    """Groups that stand one after the other.

    Attributes:
        total: the sum of their counts.
        around: the place of the one that the others stand around and add up to, if there is one.
    """

    total: Decimal
    around: int | None


def find_sums(groups: Sequence[Group]) -> frozenset[int]:
    """Return the places of the groups whose count others in a row add up to.

    The row stands anywhere, or around the group itself. Classes by size are in no row: one lies
    inside the other.

    Args:
        groups: all groups of the article, in its order.
    """
    wholes = [_count(group) or Decimal(0) for group in groups]
    largest = max(wholes, default=Decimal(0))
    if largest < _LEAST:
        return frozenset()
    counts = [None if group.dimension == "size" else _count(group) for group in groups]
    totals: set[Decimal] = set()
    found: set[int] = set()
    for start in range(len(counts)):
        for row in _rows_from(start, counts, largest):
            totals.add(row.total)
            if row.around is not None:
                found.add(row.around)
    found.update(place for place, whole in enumerate(wholes) if whole in totals)
    return frozenset(place for place in found if wholes[place] >= _LEAST)


def row_totals(groups: Sequence[Group]) -> frozenset[Decimal]:
    """Return what the groups of rows add up to, each row of at least two within one paragraph.

    Args:
        groups: all groups of the article, in its order; classes by size are in no row.
    """
    counts = [None if group.dimension == "size" else _count(group) for group in groups]
    found: set[Decimal] = set()
    for start, first in enumerate(groups):
        total = Decimal(0)
        for place in range(start, min(start + _MOST, len(groups))):
            count = counts[place]
            if not count or groups[place].sentence.paragraph != first.sentence.paragraph:
                break
            total += count
            if place - start + 1 >= _FEWEST and total >= _LEAST:
                found.add(total)
    return frozenset(found)


def amount_rows(groups: Sequence[Group]) -> frozenset[tuple[str | None, Decimal]]:
    """Return what the amounts of the groups of each sentence, or of a list of lines, come to.

    Args:
        groups: all groups of the article, in its order; classes by size are in no row.

    Returns:
        The unit and the sum of each row of at least two amounts of one unit.
    """
    found: set[tuple[str | None, Decimal]] = set()
    for row in closed_rows(groups):
        figures = [group.amounts[0][1].figure for group in row if group.amounts]
        units = {figure.unit for figure in figures}
        if len(figures) == len(row) and len(units) == 1:
            total = sum((figure.value or Decimal(0) for figure in figures), Decimal(0))
            found.add((units.pop(), total))
    return frozenset(found)


def closed_rows(groups: Sequence[Group]) -> Iterator[list[Group]]:
    """Give the rows of groups that an article tells as one: of a sentence, or one a line.

    Of a sentence, also those of one dimension; parts of another group of the row, and classes by
    size, are left out. A row has at least two groups.
    """
    lines: list[Group] = []
    for _, told in groupby(groups, key=lambda group: group.sentence.start):
        here = [group for group in told if group.count or group.amounts]
        row = [g for g in here if g.dimension != "size" and g.parent not in here and g.label]
        if len(here) == 1 and row:
            lines += row
            continue
        if len(lines) >= _FEWEST:
            yield lines
        lines = []
        if len(row) >= _FEWEST:
            yield row
        kinds = [list(same) for _, same in groupby(row, key=lambda group: group.dimension)]
        if len(kinds) > 1:
            yield from (kind for kind in kinds if len(kind) >= _FEWEST)
    if len(lines) >= _FEWEST:
        yield lines


def _rows_from(start: int, counts: Sequence[Decimal | None], largest: Decimal) -> Iterator[_Row]:
    """Give the rows that begin at a place, as far as they may add up to something."""
    total = Decimal(0)
    inside: dict[Decimal, int] = {}
    for place in range(start, min(start + _MOST, len(counts))):
        count = counts[place]
        if not count or total + count > 2 * largest:
            return
        total += count
        if place - start + 1 >= _FEWEST:
            yield _Row(total, inside.get(total / 2))
            inside[count] = place


def _count(group: Group) -> Decimal | None:
    return group.count.figure.value if group.count else None
