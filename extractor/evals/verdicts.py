"""Verdicts on leaves, and what is counted from them: precision, recall, F1.

Source: MUC's correct, incorrect, missing and spurious (N. Chinchor, MUC-4 evaluation metrics, 1992),
with missing and spurious told apart by whether the whole item has a partner.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

from extractor.evals.readings import Readings

Verdict = Literal["correct", "wrong", "missed", "fabricated", "invented", "lost"]
"""`correct`; `wrong` (both stated, differ); `missed` (gold alone states it); `fabricated` (the
prediction alone states it); `invented` and `lost`: the same two in an item without a partner."""


class Leaf(NamedTuple):
    """One compared leaf.

    Attributes:
        field: what it is, such as `share.count.value`; the same for all leaves of a kind.
        gold_at: JSON pointer into the gold record, null or not; None where the item, the figure or
            the list's member is not there.
        predicted_at: the same for the predicted record.
        gold: the accepted values, best first; None among them where silence is right too.
        predicted: the predicted value; a figure's is a pair of decimals, its upper end second.
        strict: the verdict where texts must be the same.
        lenient: the verdict where texts may be alike; differs from `strict` for texts only.
    """

    field: str
    gold_at: str | None
    predicted_at: str | None
    gold: Readings
    predicted: object
    strict: Verdict
    lenient: Verdict

    @property
    def is_figure(self) -> bool:
        """Whether it is the value of a count, an amount, a percentage or a target."""
        return self.field.endswith(".value")


class Counts(NamedTuple):
    """How many leaves came to each verdict; counts of several documents add up with `plus`."""

    correct: int = 0
    wrong: int = 0
    missed: int = 0
    fabricated: int = 0
    invented: int = 0
    lost: int = 0

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> "Counts":
        """Count verdicts."""
        counted = Counter(verdicts)
        return cls(*(counted[verdict] for verdict in get_args(Verdict)))

    def plus(self, other: "Counts") -> "Counts":
        """Return the counts of both together."""
        return Counts(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def n_asked(self) -> int:
        """How many leaves gold asks for."""
        return self.correct + self.wrong + self.missed + self.lost

    @property
    def n_predicted(self) -> int:
        """How many leaves the prediction states."""
        return self.correct + self.wrong + self.fabricated + self.invented

    @property
    def precision(self) -> float:
        """Correct leaves among all that were predicted; 0 where none was."""
        return _ratio(self.correct, self.n_predicted)

    @property
    def recall(self) -> float:
        """Correct leaves among all that gold asks for; 0 where it asks for none."""
        return _ratio(self.correct, self.n_asked)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is correct."""
        return _ratio(2 * self.correct, self.n_asked + self.n_predicted)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
