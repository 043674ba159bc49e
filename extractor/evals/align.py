"""Pair the items and figures of a prediction with those of gold, before any leaf is judged.

Shares, projects and agreements are paired by what identifies them, figures inside an item by all
they state; one to one, so that the total likeness is greatest, and never below a floor. Among
equally alike partners the rest of the leaves decides, so the order of lists counts for nothing.

Source: bag alignment before scoring as in openai/simple-evals, `drop_eval._align_bags`; the way
out for rows without a partner as in omni-extract-bench, `matching.py`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from extractor.evals.assignment import best_pairs
from extractor.evals.leaves import (
    AGREEMENT,
    AMOUNT,
    COUNT,
    PERCENT,
    PROJECT,
    SHARE,
    TARGET,
    Leaves,
    Shape,
)
from extractor.evals.readings import Readings
from extractor.evals.text import fold, likeness

ITEM_FLOOR = 0.35
"""Least likeness of paired items: a name half alike with one figure, or all figures right."""

FIGURE_FLOOR = 0.25
"""Least likeness of paired figures: the value, or the kind and currency, or the base."""

_REST = 1e-3  # weight of all that does not identify an item: it only settles ties

Part = Callable[[Leaves, Leaves], float | None]
"""How alike two items are in one respect, 0 to 1; None where neither states anything."""

_IDENTITY: Mapping[str, Mapping[str, float]] = {
    SHARE.name: {"label": 0.5, "count": 0.2, "amounts": 0.2, "percents": 0.1},
    PROJECT.name: {"name": 0.5, "investors": 0.25, "amounts": 0.25},
    AGREEMENT.name: {"label": 0.5, "count": 0.25, "amounts": 0.25},
}
_FIGURE_WEIGHTS: Mapping[str, Mapping[str, float]] = {
    COUNT.name: {"value": 0.9, "hedge": 0.1},
    AMOUNT.name: {"value": 0.6, "kind": 0.2, "currency": 0.15, "hedge": 0.05},
    PERCENT.name: {"value": 0.6, "of": 0.3, "hedge": 0.1},
    TARGET.name: {"value": 0.5, "measure": 0.25, "unit": 0.2, "hedge": 0.05},
}


def pair_items(
    shape: Shape, gold: Sequence[Leaves], predicted: Sequence[Leaves]
) -> list[tuple[int, int]]:
    """Return (gold, predicted) indices of the items that stand for the same thing.

    Args:
        shape: SHARE, PROJECT or AGREEMENT.
        gold: the gold items.
        predicted: the predicted items.
    """
    parts = _parts(shape)
    alike = [[_item_likeness(parts, g, p) for p in predicted] for g in gold]
    for row, column in _ties(alike):
        alike[row][column] += _REST * _rest_likeness(shape, gold[row], predicted[column])
    return best_pairs(alike)


def pair_figures(
    shape: Shape, gold: Sequence[Leaves], predicted: Sequence[Leaves]
) -> list[tuple[int, int]]:
    """Return (gold, predicted) indices of the figures that stand for the same thing.

    A count has no rival in its item: it is paired whatever it says.
    """
    if not gold or not predicted:
        return []
    if shape is COUNT:
        return [(0, 0)]
    return best_pairs([[_figure_likeness(shape, g, p) for p in predicted] for g in gold])


def _item_likeness(parts: Iterable[tuple[float, Part]], gold: Leaves, predicted: Leaves) -> float:
    total = stated = 0.0
    for weight, part in parts:
        alike = part(gold, predicted)
        if alike is not None:
            stated += weight
            total += weight * alike
    return total / stated if total >= ITEM_FLOOR * stated else 0.0


def _ties(alike: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the cells that have an equal rival in their row or column."""
    columns = [Counter(column) for column in zip(*alike, strict=True)]
    found = []
    for index, row in enumerate(alike):
        in_row = Counter(row)
        found += [
            (index, place)
            for place, cell in enumerate(row)
            if cell and (in_row[cell] > 1 or columns[place][cell] > 1)
        ]
    return found


def _parts(shape: Shape) -> tuple[tuple[float, Part], ...]:
    """Return weight and measure of every respect in which items of a shape are compared."""
    kinds = ((shape.scalars, _named), (shape.members, _shared), (shape.figures, _first_figure))
    return tuple(
        (weight, next(make for fields, make in kinds if name in fields)(name))
        for name, weight in _IDENTITY[shape.name].items()
    )


def _named(name: str) -> Part:
    def alike(gold: Leaves, predicted: Leaves) -> float | None:
        return _text_likeness(gold.scalars[name], predicted.scalars[name])

    return alike


def _shared(name: str) -> Part:
    def alike(gold: Leaves, predicted: Leaves) -> float | None:
        return _overlap(gold.members[name], predicted.members[name])

    return alike


def _first_figure(name: str) -> Part:
    """Compare first figures; the first of one side may stand anywhere on the other."""

    def alike(gold: Leaves, predicted: Leaves) -> float | None:
        golden, said = gold.figures[name], predicted.figures[name]
        if not golden or not said:
            return 0.0 if golden or said else None
        first, said_first = golden[0].scalars["value"], said[0].scalars["value"]
        if said_first[0] in first:
            return 1.0
        if len(golden) == len(said) == 1:
            return 0.0
        return float(
            any(_has_common(first, other.scalars["value"]) for other in said)
            or any(_has_common(other.scalars["value"], said_first) for other in golden)
        )

    return alike


def _rest_likeness(shape: Shape, gold: Leaves, predicted: Leaves) -> float:
    """Return how far two items agree in everything that has a meaning outside the record, 0 to 1."""
    found = [_overlap(gold.groups, predicted.groups)]
    for name, how in shape.scalars.items():
        if how != "reference":
            found.append(_overlap([gold.scalars[name]], [predicted.scalars[name]]))
    for name, how in shape.members.items():
        if how != "reference":
            found.append(_overlap(gold.members[name], predicted.members[name]))
    for name, figure in shape.figures.items():
        found += [
            _overlap(
                [one.scalars[field] for one in gold.figures[name]],
                [one.scalars[field] for one in predicted.figures[name]],
            )
            for field in figure.scalars
        ]
    stated = [part for part in found if part is not None]
    return sum(stated) / len(stated) if stated else 0.0


def _figure_likeness(shape: Shape, gold: Leaves, predicted: Leaves) -> float:
    total = 0.0
    for name, weight in _FIGURE_WEIGHTS[shape.name].items():
        if shape.scalars[name] == "text":
            total += weight * (_text_likeness(gold.scalars[name], predicted.scalars[name]) or 0.0)
        elif _has_common(gold.scalars[name], predicted.scalars[name]):
            total += weight
    return total if total >= FIGURE_FLOOR else 0.0


def _text_likeness(gold: Readings, predicted: Readings) -> float | None:
    said = predicted[0]
    if said is None:
        return None if None in gold else 0.0
    return max([likeness(reading, said) for reading in gold if reading is not None], default=0.0)


def _overlap(gold: Sequence[Readings], predicted: Sequence[Readings]) -> float | None:
    """Return the Dice overlap of two lists of leaves, strictly equal; None where both are empty."""
    if not gold and not predicted:
        return None
    said = {_key(reading) for readings in predicted for reading in readings} - {None}
    wanted = [readings for readings in gold if readings != (None,)]
    if not said and not wanted:
        return None
    n_found = sum(1 for readings in wanted if any(_key(reading) in said for reading in readings))
    return 2 * min(n_found, len(said)) / (len(wanted) + len(said))


def _key(reading: object) -> object:
    return fold(reading) if isinstance(reading, str) else reading


def _has_common(gold: Readings, predicted: Readings) -> bool:
    return predicted[0] in gold
