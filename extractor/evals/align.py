"""Pair the items and figures of a prediction with those of gold, before any leaf is judged.

Shares, projects and agreements are paired by what identifies them, figures inside an item by all
they state; one to one, so that the total likeness is greatest, and never below a floor. Among
equally alike partners the rest of the leaves decides, so the order of lists counts for nothing.

Source: bag alignment before scoring as in openai/simple-evals, `drop_eval._align_bags`; the way
out for rows without a partner as in omni-extract-bench, `matching.py`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

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
from extractor.evals.text import Traits, fold, likeness, traits_of

ITEM_FLOOR = 0.35
"""Least likeness of paired items: a name half alike with one figure, or all figures right."""

FIGURE_FLOOR = 0.25
"""Least likeness of paired figures: the value, or the kind and currency, or the base."""

_REST = 1e-3  # weight of all that does not identify an item: it only settles ties


@dataclass(frozen=True)
class _Identity:
    """What identifies an item of a kind, each with its weight: a name, a list, first figures.

    The name weighs most: an item that is badly read but can be recognised keeps its partner, and
    its faults count as wrong leaves instead of a lost and an invented item.
    """

    name: tuple[str, float]
    figures: tuple[tuple[str, float], ...]
    members: tuple[str, float] | None = None


_IDENTITIES: Mapping[str, _Identity] = {
    SHARE.name: _Identity(("label", 0.5), (("count", 0.2), ("amounts", 0.2), ("percents", 0.1))),
    PROJECT.name: _Identity(("name", 0.5), (("amounts", 0.25),), ("investors", 0.25)),
    AGREEMENT.name: _Identity(("label", 0.5), (("count", 0.25), ("amounts", 0.25))),
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
    return best_pairs(item_likenesses(shape, gold, predicted))


def item_likenesses(
    shape: Shape, gold: Sequence[Leaves], predicted: Sequence[Leaves]
) -> list[list[float]]:
    """Return how alike each gold item (row) is to each predicted one, about 0 to 1; 0 is no pair."""
    identity = _IDENTITIES[shape.name]
    said = [_marks(identity, item) for item in predicted]
    alike = [
        [_item_likeness(identity, wanted, other) for other in said]
        for wanted in (_marks(identity, item) for item in gold)
    ]
    for row, column in _ties(alike):
        alike[row][column] += _REST * _rest_likeness(shape, gold[row], predicted[column])
    return alike


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


class _Values(NamedTuple):
    """The readings of the first value of a list of figures, and those of all of them."""

    first: frozenset[Any]
    all: frozenset[Any]


_NO_VALUES = _Values(frozenset(), frozenset())


@dataclass(slots=True)
class _Marks:
    """An item's identity, made ready to be compared with many.

    Attributes:
        names: its name in every reading.
        members: its list of names, each in every reading, folded.
        all_members: the readings of all of them.
        figures: its values of each kind of figure.
    """

    names: list[Traits]
    members: list[frozenset[str]]
    all_members: frozenset[str]
    figures: list[_Values]


def _marks(identity: _Identity, item: Leaves) -> _Marks:
    lists = item.members[identity.members[0]] if identity.members else []
    members = [frozenset(fold(text) for text in texts if text) for texts in lists]
    return _Marks(
        names=[traits_of(reading) for reading in item.scalars[identity.name[0]]],
        members=members,
        all_members=frozenset().union(*members),
        figures=[_values(item.figures[name]) for name, _ in identity.figures],
    )


def _values(figures: Sequence[Leaves]) -> _Values:
    values = [frozenset(figure.scalars["value"]) for figure in figures]
    return _Values(values[0], frozenset().union(*values)) if values else _NO_VALUES


def _item_likeness(identity: _Identity, gold: _Marks, predicted: _Marks) -> float:
    """Return the weighted likeness of two items in what either of them states; 0 below the floor."""
    stated = identity.name[1]
    total = stated * max([likeness(name, predicted.names[0]) for name in gold.names])
    if identity.members and (gold.members or predicted.members):
        stated += identity.members[1]
        if not gold.all_members.isdisjoint(predicted.all_members):
            total += identity.members[1] * _dice(gold.members, predicted.members)
    for (_, weight), wanted, said in zip(
        identity.figures, gold.figures, predicted.figures, strict=True
    ):
        if wanted.first or said.first:
            stated += weight
            if wanted.first & said.all or said.first & wanted.all:
                total += weight
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
            total += weight * _text_likeness(gold.scalars[name], predicted.scalars[name])
        elif _has_common(gold.scalars[name], predicted.scalars[name]):
            total += weight
    return total if total >= FIGURE_FLOOR else 0.0


def _text_likeness(gold: Readings, predicted: Readings) -> float:
    said = traits_of(predicted[0])
    return max([likeness(traits_of(reading), said) for reading in gold])


def _overlap(gold: Sequence[Readings], predicted: Sequence[Readings]) -> float | None:
    """Return how far two lists of leaves are strictly equal; None where both are empty."""
    wanted = [_keys(readings) for readings in gold if readings != (None,)]
    said = [_keys(readings) for readings in predicted if readings != (None,)]
    return _dice(wanted, said) if wanted or said else None


def _keys(readings: Readings) -> frozenset[Any]:
    return frozenset(fold(text) if isinstance(text, str) else text for text in readings)


def _dice(gold: Sequence[frozenset[Any]], predicted: Sequence[frozenset[Any]]) -> float:
    """Return the Dice overlap of two lists, 0 to 1; each member is the set of its readings."""
    said = frozenset().union(*predicted)
    n_found = sum(not readings.isdisjoint(said) for readings in gold)
    return 2 * min(n_found, len(predicted)) / (len(gold) + len(predicted))


def _has_common(gold: Readings, predicted: Readings) -> bool:
    return predicted[0] in gold
