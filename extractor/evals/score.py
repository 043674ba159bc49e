"""Score a prediction against gold: a verdict on every leaf (record-format.md).

Decided here, where the format leaves it open: a leaf for which gold accepts silence among other
readings is `correct` when one of them is given, counts nowhere when nothing is given, and is
`fabricated` when something else is: it costs precision, but no recall, since nothing was asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from extractor.evals.align import pair_figures, pair_items
from extractor.evals.assignment import best_pairs
from extractor.evals.gold import GoldDocument
from extractor.evals.leaves import (
    AGREEMENT,
    EVENT,
    PROJECT,
    SHARE,
    How,
    Leaves,
    RecordLeaves,
    Shape,
    record_leaves,
)
from extractor.evals.readings import Readings
from extractor.evals.text import is_alike, is_same, likeness, traits_of
from extractor.evals.verdicts import Counts, Leaf, Verdict
from extractor.record import EMPTY, Record

_Gold = TypeVar("_Gold")
_Predicted = TypeVar("_Predicted")
_Wanted = tuple[str | None, Readings]  # where a leaf stands in gold, and its accepted values
_Said = tuple[str | None, object]  # where a leaf stands in the prediction, and its value

_SILENT: Readings = (None,)
_UNASKED: _Wanted = (None, _SILENT)
_UNSAID: _Said = (None, None)
_NO_PARTNER = object()  # what a reference to a share without a gold partner is compared as
_SAME, _ALIKE, _DIFFERENT = 2, 1, 0
_ITEM_NAMES = frozenset({"label", "name"})


@dataclass(frozen=True)
class DocumentScore:
    """The verdicts on one prediction.

    Attributes:
        name: the gold document's name.
        has_event: whether gold has an event; without one the document is a negative.
        says_event: whether the prediction has one.
        has_failed: whether there was no record; it is scored as an empty prediction.
        leaves: the verdicts; gold's order, what the prediction adds after each item's own.
    """

    name: str
    has_event: bool
    says_event: bool
    has_failed: bool
    leaves: tuple[Leaf, ...]

    @property
    def is_right(self) -> bool:
        """Whether the whole record is right, leniently; of a negative, whether there is no event."""
        if not self.has_event:
            return not self.says_event and not self.has_failed
        return all(leaf.lenient == "correct" for leaf in self.leaves)

    @cached_property
    def strict(self) -> Counts:
        """The verdicts counted, texts the same."""
        return Counts.of(leaf.strict for leaf in self.leaves)

    @cached_property
    def lenient(self) -> Counts:
        """The verdicts counted, texts alike."""
        return Counts.of(leaf.lenient for leaf in self.leaves)

    @cached_property
    def figures(self) -> Counts:
        """The verdicts on the values of counts, amounts, percentages and targets."""
        return Counts.of(leaf.lenient for leaf in self.leaves if leaf.is_figure)


def score_document(gold: GoldDocument, prediction: Record | None) -> DocumentScore:
    """Compare a prediction with gold, leaf by leaf.

    Args:
        gold: the document.
        prediction: the predicted record, or None where the extraction failed.
    """
    said = EMPTY if prediction is None else prediction
    return DocumentScore(
        name=gold.name,
        has_event=gold.has_event,
        says_event=said.event is not None,
        has_failed=prediction is None,
        leaves=tuple(_compare(gold.leaves, record_leaves(said.model_dump()))),
    )


def _compare(gold: RecordLeaves, predicted: RecordLeaves) -> list[Leaf]:
    share_pairs = pair_items(SHARE, gold.shares, predicted.shares)
    judge = _Judge(
        {predicted.share_ids[said]: gold.share_ids[wanted] for wanted, said in share_pairs},
        names={
            SHARE.name: [share.scalars["label"] for share in gold.shares],
            PROJECT.name: [project.scalars["name"] for project in gold.projects],
            AGREEMENT.name: [agreement.scalars["label"] for agreement in gold.agreements],
        },
    )
    event_pairs = [(0, 0)] if gold.event and predicted.event else []
    judge.items(EVENT, gold.event, predicted.event, event_pairs)
    judge.items(SHARE, gold.shares, predicted.shares, share_pairs)
    for shape, wanted, said in (
        (PROJECT, gold.projects, predicted.projects),
        (AGREEMENT, gold.agreements, predicted.agreements),
    ):
        judge.items(shape, wanted, said, pair_items(shape, wanted, said))
    return judge.leaves


def _sides(
    gold: Sequence[_Gold], predicted: Sequence[_Predicted], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[_Gold | None, _Predicted | None]]:
    """Yield the pairs and the rest of gold in gold's order, then what only the prediction has."""
    partner = dict(pairs)
    for index, wanted in enumerate(gold):
        yield wanted, predicted[partner[index]] if index in partner else None
    taken = set(partner.values())
    for index, said in enumerate(predicted):
        if index not in taken:
            yield None, said


def _placed(leaves: Leaves | None, name: str) -> list[tuple[str, Readings]]:
    """Return the members of a list with their JSON pointers; none of an item that is not there."""
    if leaves is None:
        return []
    return [
        (f"{leaves.pointer}/{name}/{index}", readings)
        for index, readings in enumerate(leaves.members[name])
    ]


class _Pair(NamedTuple):
    """The two sides of an item or figure, and the verdicts on what only one of them states."""

    gold: Leaves | None
    predicted: Leaves | None
    unsaid: Verdict
    unasked: Verdict


class _Judge:
    """Collects verdicts.

    Args:
        gold_ids: the gold share that each predicted share is paired with.
        names: the names of all gold items by kind, each in its accepted readings.
    """

    def __init__(self, gold_ids: dict[str, str], *, names: dict[str, list[Readings]]) -> None:
        self._gold_ids = gold_ids
        self._names = names
        self.leaves: list[Leaf] = []

    def items(
        self,
        shape: Shape,
        gold: Sequence[Leaves],
        predicted: Sequence[Leaves],
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        """Judge all items of a kind; those without a partner are lost or invented."""
        for wanted, said in _sides(gold, predicted, pairs):
            if wanted is None or said is None:
                self._item(shape, _Pair(wanted, said, "lost", "invented"))
            else:
                self._item(shape, _Pair(wanted, said, "missed", "fabricated"))

    def _item(self, shape: Shape, pair: _Pair) -> None:
        self._scalars(shape, shape.name, pair)
        for name in shape.members:
            self._members(shape, name, pair)
        prefix = f"{shape.name}.{shape.tally}" if shape.tally else shape.name
        for name, figure in shape.figures.items():
            gold = pair.gold.figures[name] if pair.gold else []
            predicted = pair.predicted.figures[name] if pair.predicted else []
            pairs = pair_figures(figure, gold, predicted)
            for wanted, said in _sides(gold, predicted, pairs):
                sides = pair._replace(gold=wanted, predicted=said)
                self._scalars(figure, f"{prefix}.{figure.name}", sides)

    def _scalars(self, shape: Shape, prefix: str, pair: _Pair) -> None:
        gold, predicted = pair.gold, pair.predicted
        for name, how in shape.scalars.items():
            readings = gold.scalars[name] if gold else _SILENT
            value = predicted.scalars[name][0] if predicted else None
            if value is None and None in readings:
                continue
            wanted = (f"{gold.pointer}/{name}" if gold else None, readings)
            said = (f"{predicted.pointer}/{name}" if predicted else None, value)
            self._leaf(f"{prefix}.{name}", how, wanted, said, pair)

    def _members(self, shape: Shape, name: str, pair: _Pair) -> None:
        """Judge a list of single leaves, paired for most matches, then for most strict ones."""
        how = shape.members[name]
        gold = _placed(pair.gold, name)
        predicted = [(place, readings[0]) for place, readings in _placed(pair.predicted, name)]
        pairs = best_pairs(
            [[self._weight(how, readings, said) for _, said in predicted] for _, readings in gold]
        )
        for wanted, said in _sides(gold, predicted, pairs):
            self._leaf(f"{shape.name}.{name}", how, wanted or _UNASKED, said or _UNSAID, pair)

    def _leaf(self, field: str, how: How, gold: _Wanted, predicted: _Said, pair: _Pair) -> None:
        """Add the verdict on one leaf; none where both sides are, or may be, silent."""
        (gold_at, readings), (predicted_at, said) = gold, predicted
        if said is None:
            if None in readings:
                return
            strict = lenient = pair.unsaid
        elif readings == _SILENT:
            strict = lenient = pair.unasked
        else:
            match = self._match(how, readings, said)
            if match == _ALIKE and self._is_nearer_to_another(field, readings, str(said)):
                match = _DIFFERENT
            miss = pair.unasked if None in readings else "wrong"
            strict = "correct" if match == _SAME else miss
            lenient = "correct" if match else miss
        self.leaves.append(Leaf(field, gold_at, predicted_at, readings, said, strict, lenient))

    def _is_nearer_to_another(self, field: str, readings: Readings, said: str) -> bool:
        """Return whether a name is more like that of another gold item: Bleiden is not Bleidon."""
        kind, _, leaf = field.partition(".")
        if leaf not in _ITEM_NAMES:
            return False
        own = _likeness(readings, said)
        rivals = (names for names in self._names.get(kind, ()) if names != readings)
        return any(_likeness(names, said) > own for names in rivals)

    def _weight(self, how: How, readings: Readings, said: object) -> float:
        match = self._match(how, readings, said)
        if match == _DIFFERENT:
            return 0.0
        return 1 + 0.01 * (match == _SAME) + 0.001 * (None not in readings)

    def _match(self, how: How, readings: Readings, said: object) -> int:
        """Return how well a predicted value meets any of the readings."""
        if how == "reference":
            return _SAME if self._gold_ids.get(str(said), _NO_PARTNER) in readings else _DIFFERENT
        if said in readings:
            return _SAME
        if how == "exact" or not isinstance(said, str):
            return _DIFFERENT
        texts = [reading for reading in readings if reading is not None]
        if any(is_same(reading, said) for reading in texts):
            return _SAME
        return _ALIKE if any(is_alike(reading, said) for reading in texts) else _DIFFERENT


def _likeness(readings: Readings, said: str) -> float:
    predicted = traits_of(said)
    return max(likeness(traits_of(name), predicted) for name in readings if name is not None)
