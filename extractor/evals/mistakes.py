"""What kind of mistake stands behind a verdict: the scale, the wrong item, two items made one.

A verdict says that a leaf is not right; a mistake says in which way, and with which other leaf.

Source: binding loss as the difference between pooled and aligned scores, split and merged items
after the notes on ChFinAnn scorers (exact-record against role F1); own definitions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from extractor.evals.assignment import best_pairs
from extractor.evals.leaves import AGREEMENT, PROJECT, SHARE
from extractor.evals.score import DocumentScore
from extractor.evals.text import fold, is_alike
from extractor.evals.verdicts import Leaf

MistakeKind = Literal[
    "scale",
    "range end",
    "currency",
    "hedge",
    "kind",
    "base",
    "precision",
    "binding",
    "merged",
    "split",
]
"""`scale`: the value times a power of ten; `range end`: one end of a range differs; `currency`,
`hedge`, `kind` and `base` (of a percentage): that leaf of a figure is wrong; `precision`: a date is
coarser or finer than gold's; `binding`: a right value on the wrong item; `merged`: a lost item whose
name another prediction bears; `split`: an invented item with the name of a gold item that has a
partner."""

_NAMES = {
    shape.name: name for shape, name in ((SHARE, "label"), (PROJECT, "name"), (AGREEMENT, "label"))
}
_NAME_FIELDS = frozenset(f"{item}.{name}" for item, name in _NAMES.items())
_OF_FIGURE: dict[str, MistakeKind] = {
    "currency": "currency",
    "hedge": "hedge",
    "kind": "kind",
}
_BASE = f"{SHARE.name}.percent.of"
_DATES = frozenset({"event.start_date", "event.end_date"})
_FEWEST_SHARED_LETTERS = 4

_Value = tuple[Decimal, Decimal | None]  # a figure's value, its upper end second


class Mistake(NamedTuple):
    """One mistake.

    Attributes:
        kind: in which way.
        leaf: the leaf that is not right.
        other: the leaf that it was confused with, where the kind knows one.
    """

    kind: MistakeKind
    leaf: Leaf
    other: Leaf | None = None


def mistakes_of(score: DocumentScore) -> tuple[Mistake, ...]:
    """Return the mistakes of a document, those of single leaves first."""
    alone = (Mistake(kind, leaf) for leaf in score.leaves if (kind := _kind_alone(leaf)))
    return (*alone, *_bindings(score.leaves), *_merged_and_split(score.leaves))


def leaves_with_mistakes(score: DocumentScore) -> Iterator[tuple[Leaf, tuple[MistakeKind, ...]]]:
    """Yield every leaf of a document with the kinds of its mistakes."""
    kinds: dict[int, list[MistakeKind]] = defaultdict(list)
    for mistake in mistakes_of(score):
        kinds[id(mistake.leaf)].append(mistake.kind)  # equal leaves are not the same leaf
    for leaf in score.leaves:
        yield leaf, tuple(kinds.get(id(leaf), ()))


def pooled_f1(score: DocumentScore) -> float:
    """Return the F1 of the figures' values, no matter on which item they stand."""
    counts = score.figures
    n_both = counts.n_asked + counts.n_predicted
    n_bound = sum(1 for _ in _bindings(score.leaves))
    return 2 * (counts.correct + n_bound) / n_both if n_both else 0.0


def binding_loss(score: DocumentScore) -> float:
    """Return what of the figures' F1 is lost by values that stand on the wrong item."""
    return pooled_f1(score) - score.figures.f1


def _kind_alone(leaf: Leaf) -> MistakeKind | None:
    if leaf.lenient != "wrong":
        return None
    last = leaf.field.rsplit(".", 1)[-1]
    if leaf.is_figure:
        return _kind_of_value(leaf)
    if leaf.field in _DATES:
        return "precision" if _differs_in_precision(leaf) else None
    return "base" if leaf.field == _BASE else _OF_FIGURE.get(last)


def _kind_of_value(leaf: Leaf) -> MistakeKind | None:
    said = _as_value(leaf.predicted)
    wanted = [_as_value(reading) for reading in leaf.gold if reading is not None]
    if any(_is_scaled(reading, said) for reading in wanted):
        return "scale"
    return "range end" if any(set(reading) & set(said) - {None} for reading in wanted) else None


def _as_value(value: Any) -> _Value:
    low, high = value
    return low, high


def _is_scaled(wanted: _Value, said: _Value) -> bool:
    """Return whether both ends are a power of ten apart, the same one."""
    (low, high), (said_low, said_high) = wanted, said
    if not low or not said_low or (high is None) != (said_high is None):
        return False
    ratio = said_low / low
    if high is not None and said_high != high * ratio:
        return False
    return ratio != 1 and ratio.normalize().as_tuple().digits == (1,) and ratio > 0


def _differs_in_precision(leaf: Leaf) -> bool:
    said = str(leaf.predicted)
    wanted = [str(reading) for reading in leaf.gold if reading is not None]
    return any(reading.startswith(said) or said.startswith(reading) for reading in wanted)


def _bindings(leaves: Sequence[Leaf]) -> Iterator[Mistake]:
    """Yield each value that gold has on another item of the same kind, one to one."""
    fields = defaultdict(list)
    for leaf in leaves:
        if leaf.is_figure and leaf.lenient != "correct":
            fields[leaf.field].append(leaf)
    for off in fields.values():
        wanted = [leaf for leaf in off if leaf.lenient in {"wrong", "missed", "lost"}]
        said = [leaf for leaf in off if leaf.predicted is not None]
        found = [[float(other.predicted in leaf.gold) for other in said] for leaf in wanted]
        for row, column in best_pairs(found):
            yield Mistake("binding", said[column], wanted[row])


def _merged_and_split(leaves: Sequence[Leaf]) -> Iterator[Mistake]:
    names = [leaf for leaf in leaves if leaf.field in _NAME_FIELDS]
    paired = [leaf for leaf in names if leaf.lenient in {"correct", "wrong"}]
    for leaf in names:
        rivals = [other for other in paired if other.field == leaf.field]
        if leaf.lenient == "lost":
            other = _first(other for other in rivals if _bears(other.predicted, leaf.gold))
            kind: MistakeKind = "merged"
        elif leaf.lenient == "invented":
            other = _first(other for other in rivals if _bears(leaf.predicted, other.gold))
            kind = "split"
        else:
            continue
        if other is not None:
            yield Mistake(kind, leaf, other)


def _bears(said: object, readings: Iterable[object]) -> bool:
    """Return whether a predicted name is one of gold's, holds one of them, or is a part of one."""
    name = str(said)
    return any(_is_same_or_part(name, str(reading)) for reading in readings if reading is not None)


def _is_same_or_part(left: str, right: str) -> bool:
    short, long = sorted((fold(left), fold(right)), key=len)
    return is_alike(left, right) or (len(short) >= _FEWEST_SHARED_LETTERS and short in long)


def _first(leaves: Iterable[Leaf]) -> Leaf | None:
    return next(iter(leaves), None)
