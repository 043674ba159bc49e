"""Sums: a count that others in a row add up to is the whole of them, whatever its words are."""

from collections.abc import Sequence
from decimal import Decimal

from extractor.models.rules.group import Group

_FEWEST = 2
_LEAST = 6
"""Smaller counts are the sum of others by chance."""


def is_sum(group: Group, groups: Sequence[Group]) -> bool:
    """Return whether the counts of groups in a row add up to a group's own.

    Classes by size do not count: one lies inside the other.

    Args:
        group: the one that may be the whole.
        groups: all groups of the article, in its order.
    """
    wanted = _count(group)
    if wanted is None or wanted < _LEAST:
        return False
    others = [other for other in groups if other is not group]
    return any(_adds_up(others[start:], wanted) for start in range(len(others)))


def _adds_up(groups: Sequence[Group], wanted: Decimal) -> bool:
    total = Decimal(0)
    for n_added, group in enumerate(groups, 1):
        count = _count(group)
        if count is None or total + count > wanted or group.dimension == "size":
            return False
        total += count
        if total == wanted:
            return n_added >= _FEWEST
    return False


def _count(group: Group) -> Decimal | None:
    return group.count.figure.value if group.count else None
