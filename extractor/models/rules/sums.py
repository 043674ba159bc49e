"""Sums: a count that others in a row add up to is the whole of them, whatever its words are."""

from collections.abc import Sequence
from decimal import Decimal

from extractor.models.rules.group import Group

_FEWEST = 2
_LEAST = 6
"""Smaller counts are the sum of others by chance."""


def is_sum(group: Group, groups: Sequence[Group]) -> bool:
    """Return whether the counts of groups in a row add up to a group's own.

    Args:
        group: the one that may be the whole.
        groups: all groups of the article, in its order.
    """
    wanted = _count(group)
    if wanted is None or wanted < _LEAST:
        return False
    counts = [_count(other) for other in groups if other is not group]
    return any(_adds_up(counts, start, wanted) for start in range(len(counts)))


def _adds_up(counts: Sequence[Decimal | None], start: int, wanted: Decimal) -> bool:
    total = Decimal(0)
    for place in range(start, len(counts)):
        count = counts[place]
        if count is None or total + count > wanted:
            return False
        total += count
        if total == wanted:
            return place - start + 1 >= _FEWEST
    return False


def _count(group: Group) -> Decimal | None:
    return group.count.figure.value if group.count else None
