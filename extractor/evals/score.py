"""Score a prediction against gold: a verdict on every leaf (record-format.md).

Decided here, where the format leaves it open: a leaf for which gold accepts silence among other
readings is `correct` when one of them is given, counts nowhere when nothing is given, and is
`fabricated` when something else is: it costs precision, but no recall, since nothing was asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

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
from extractor.evals.text import is_alike, is_same
from extractor.evals.verdicts import Counts, Leaf, Verdict
from extractor.record import EMPTY, Record

_SILENT: Readings = (None,)
_NO_PARTNER = object()  # what a reference to a share without a gold partner is compared as

_SAME, _ALIKE, _DIFFERENT = 2, 1, 0


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
        leaves=tuple(_compare(gold.leaves, record_leaves(said.model_dump(mode="json")))),
    )


def _compare(gold: RecordLeaves, predicted: RecordLeaves) -> list[Leaf]:
    share_pairs = pair_items(SHARE, gold.shares, predicted.shares)
    judge = _Judge(
        {predicted.share_ids[said]: gold.share_ids[wanted] for wanted, said in share_pairs}
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


class _Judge:
    """Collects verdicts; knows which gold share each predicted share is paired with."""

    def __init__(self, gold_ids: dict[str, str]) -> None:
        self.gold_ids = gold_ids
        self.leaves: list[Leaf] = []

    def items(
        self,
        shape: Shape,
        gold: Sequence[Leaves],
        predicted: Sequence[Leaves],
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        """Judge all items of a kind; those without a partner are lost or invented."""
        partner = dict(pairs)
        taken = set(partner.values())
        for index, wanted in enumerate(gold):
            if index in partner:
                self._node(shape, shape.name, (wanted, predicted[partner[index]]), "missed", "fabricated")
            else:
                self._node(shape, shape.name, (wanted, None), "lost", "invented")
        for index, said in enumerate(predicted):
            if index not in taken:
                self._node(shape, shape.name, (None, said), "lost", "invented")

