"""Pair two lists one to one so that the total likeness is greatest.

Source: shortest augmenting paths with potentials, after Kuhn and Munkres (the Hungarian method) in
the form of R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse
linear assignment problems", Computing 38 (1987), 325-340; own implementation. Cells of likeness 0
are no pair at all, so the table falls apart into small independent blocks, each solved alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

Table = Sequence[Sequence[float]]

_FREE = -1


def best_pairs(likeness: Table) -> list[tuple[int, int]]:
    """Return the (row, column) pairs of greatest total likeness, ordered by row.

    Args:
        likeness: rows of equal length, no cell negative; a cell of 0 is never paired.

    Time is cubic in the smaller side of the largest block; memory is that of the block.
    """
    if not likeness or not likeness[0]:
        return []
    if len(likeness) == len(likeness[0]) == 1:  # most tables, by far
        return [(0, 0)] if likeness[0][0] > 0 else []
    pairs = []
    for rows, columns in _blocks(likeness):
        if len(rows) == len(columns) == 1:
            pairs.append((rows[0], columns[0]))
        elif len(rows) <= len(columns):
            costs = [[-likeness[row][column] for column in columns] for row in rows]
            pairs += [(rows[i], columns[j]) for i, j in enumerate(_cheapest(costs))]
        else:
            costs = [[-likeness[row][column] for row in rows] for column in columns]
            pairs += [(rows[j], columns[i]) for i, j in enumerate(_cheapest(costs))]
    return sorted((row, column) for row, column in pairs if likeness[row][column] > 0)


def _blocks(likeness: Table) -> list[tuple[list[int], list[int]]]:
    """Split the table into the connected blocks of its positive cells, rows and columns ascending."""
    of_row = [[column for column, cell in enumerate(row) if cell > 0] for row in likeness]
    of_column: dict[int, list[int]] = {}
    for row, columns in enumerate(of_row):
        for column in columns:
            of_column.setdefault(column, []).append(row)
    blocks = []
    seen_rows: set[int] = set()
    seen_columns: set[int] = set()
    for start, columns in enumerate(of_row):
        if start in seen_rows or not columns:
            continue
        rows, block_columns, open_rows = [], [], [start]
        seen_rows.add(start)
        while open_rows:
            row = open_rows.pop()
            rows.append(row)
            for column in of_row[row]:
                if column not in seen_columns:
                    seen_columns.add(column)
                    block_columns.append(column)
                    reached = [other for other in of_column[column] if other not in seen_rows]
                    seen_rows.update(reached)
                    open_rows += reached
        blocks.append((sorted(rows), sorted(block_columns)))
    return blocks


def _cheapest(costs: list[list[float]]) -> list[int]:
    """Return each row's column in an assignment of least total cost; no more rows than columns."""
    prices = _Prices([0.0] * len(costs), [0.0] * len(costs[0]))
    row_of = [_FREE] * len(costs[0])
    column_of = [_FREE] * len(costs)
    for row in range(len(costs)):
        path = _shortest_path(costs, row, prices, row_of)
        prices.follow(path, row_of)
        column = path.end
        while column != _FREE:  # shift the rows along the path, each to the column it came by
            mover = path.row_before[column]
            row_of[column] = mover
            column_of[mover], column = column, column_of[mover]
    return column_of


@dataclass
class _Path:
    """A cheapest way from a row without a column to a free column."""

    distance: list[float]
    row_before: list[int]
    done: list[int]
    start: int
    end: int


@dataclass
class _Prices:
    """The potentials: no pair costs less than its row's and column's price together."""

    of_row: list[float]
    of_column: list[float]

    def follow(self, path: _Path, row_of: list[int]) -> None:
        """Raise and lower prices so that the path costs nothing more than they say."""
        length = path.distance[path.end]
        self.of_row[path.start] += length
        for column in path.done:
            slack = length - path.distance[column]
            self.of_column[column] -= slack
            if row_of[column] != _FREE:
                self.of_row[row_of[column]] += slack


def _shortest_path(
    costs: list[list[float]], start: int, prices: _Prices, row_of: list[int]
) -> _Path:
    """Find the cheapest path of alternating pairs by Dijkstra's method over reduced costs."""
    n_columns = len(row_of)
    path = _Path([inf] * n_columns, [_FREE] * n_columns, [], start, _FREE)
    remaining = list(range(n_columns))
    row, so_far = start, 0.0
    while path.end == _FREE:
        known = so_far - prices.of_row[row]
        for column in remaining:
            distance = known + costs[row][column] - prices.of_column[column]
            if distance < path.distance[column]:
                path.distance[column], path.row_before[column] = distance, row
        nearest = min(remaining, key=path.distance.__getitem__)
        remaining.remove(nearest)
        path.done.append(nearest)
        so_far = path.distance[nearest]
        row = row_of[nearest]
        if row == _FREE:
            path.end = nearest
    return path
