"""Rows of groups, which an article tells as one: what they come to may be the whole of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from extractor.models.rules.groups.group import Group
from extractor.record import Dimension

_FEWEST = 2
_CUT_OUT: frozenset[Dimension | None] = frozenset(
    ["size", "industry", "investor", "origin", "occasion"]
)
"""What a group is cut out of the event's whole by; one by region or by stage may be of a wider one."""
_CLOSED = 1.0
_MOST_ROWS = 2
"""How many rows that come to the same are worth more than fewer."""
_TOO_SMALL = 2.5


class Rows:
    """What the rows of groups of an article tell of a group that may be the whole of it.

    Args:
        groups: all groups of the article, in its order.
    """

    def __init__(self, groups: Sequence[Group]) -> None:
        """Add the rows up."""
        rows = list(closed_rows(groups))
        self._totals = Counter(sum(group.n_counted for group in row) for row in rows)
        self._sums = amount_rows(rows)
        self._largest = max(
            (part.n_counted for row in rows for part in row if part.dimension in _CUT_OUT),
            default=Decimal(0),
        )

    def weigh(self, group: Group) -> float:
        """Return what rows that come to a group's figures weigh, less what a larger part weighs.

        One row may be the parts of a group that is cut out itself; two are cut out of the same whole.
        """
        value = group.n_counted
        rows = min(self._totals[value], _MOST_ROWS)
        is_whole = group.dimension not in _CUT_OUT or rows == _MOST_ROWS
        weight = _CLOSED * (rows + self._is_sum(group)) if is_whole else 0.0
        return weight - (_TOO_SMALL if self._largest > value else 0.0)

    def prove(self, group: Group) -> bool:
        """Return whether rows come to a group's count and to its amount, or several to the count."""
        return self.weigh(group) >= _CLOSED * _MOST_ROWS

    def _is_sum(self, group: Group) -> bool:
        """Return whether the amounts of a row come to a group's own."""
        figures = (mark.figure for _, mark in group.amounts)
        return any((figure.unit, figure.value) in self._sums for figure in figures)


def amount_rows(rows: Iterable[Sequence[Group]]) -> frozenset[tuple[str | None, Decimal]]:
    """Return what the amounts of rows come to.

    Args:
        rows: rows of groups (see `closed_rows`).

    Returns:
        The unit and the sum of each row of at least two amounts of one unit.
    """
    found: set[tuple[str | None, Decimal]] = set()
    for row in rows:
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
        row = [
            group
            for group in told
            if group.label and group.dimension != "size" and (group.count or group.amounts)
        ]
        if len(row) == 1:
            lines += row
            continue
        row = [group for group in row if group.parent not in row]
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
