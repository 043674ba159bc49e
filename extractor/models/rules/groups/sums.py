"""Sums: a count that others in a row add up to is the whole of them, whatever its words are."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.models.rules.groups.group import Group

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
    wholes = [group.n_counted for group in groups]
    largest = max(wholes, default=Decimal(0))
    if largest < _LEAST:
        return frozenset()
    counts = [None if group.dimension == "size" else group.number for group in groups]
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
    counts = [None if group.dimension == "size" else group.number for group in groups]
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


def is_one_of_list(one: Group, groups: Sequence[Group]) -> bool:
    """Return whether a named group without a sum stands beside a larger one: a sum is of neither."""
    return (
        bool(one.label)
        and not one.amounts
        and any(
            group.sentence is one.sentence and group.label and group.n_counted > one.n_counted
            for group in groups
        )
    )
