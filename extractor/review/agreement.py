"""Agreement: how far two labellers say the same of an article, leaf by leaf as a model is scored."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import fmean

from extractor.errors import UsageError
from extractor.evals.gold import GoldDocument, load_document
from extractor.evals.score import DocumentScore, score_document
from extractor.evals.verdicts import Counts


@dataclass(frozen=True)
class Field:
    """How far two labellers agree on one field.

    Attributes:
        name: as in a leaf's field (`share.count.value`).
        n_agreed: how often both say the same.
        n_said: how often either says something.
    """

    name: str
    n_agreed: int
    n_said: int


@dataclass(frozen=True)
class Sides:
    """Two labellers' labels of one article.

    Attributes:
        a: the first labeller's; any of their readings will do.
        b: the second's, of which the best readings count.
    """

    a: GoldDocument
    b: GoldDocument

    @cached_property
    def score(self) -> DocumentScore:
        """The second's labels scored against the first's."""
        return score_document(self.a, self.b.first_reading())

    @property
    def f1(self) -> float:
        """The lenient leaf F1; 1 where neither sees an event."""
        if not self.score.leaves:
            return float(self.score.has_event == self.score.says_event)
        return self.score.lenient.f1


@dataclass(frozen=True)
class Agreement:
    """How far two labellers agree on some articles that both have labelled.

    Attributes:
        sides: their labels of each article.
    """

    sides: Sequence[Sides]

    @property
    def f1(self) -> float:
        """The mean lenient leaf F1 of the articles in which either sees an event: 0 for none."""
        f1s = [each.f1 for each in self.sides if each.score.has_event or each.score.says_event]
        return fmean(f1s) if f1s else 0.0

    @property
    def counts(self) -> Counts:
        """The verdicts on all leaves together, texts alike."""
        total = Counts()
        for each in self.sides:
            total = total.plus(each.score.lenient)
        return total

    @property
    def n_same_event(self) -> int:
        """In how many articles they agree on whether there is an event."""
        return sum(each.score.has_event == each.score.says_event for each in self.sides)

    @property
    def fields(self) -> list[Field]:
        """Agreement by field, in the order of the record."""
        agreed: dict[str, list[bool]] = defaultdict(list)
        for each in self.sides:
            for leaf in each.score.leaves:
                agreed[leaf.field].append(leaf.lenient == "correct")
        return [Field(name, sum(said), len(said)) for name, said in agreed.items()]


def agreement_of(first: Path, second: Path) -> Agreement:
    """Compare two folders of labels, on the articles that both have.

    Raises:
        UsageError: there is no such folder, they have none in common, or labels of different texts.
        GoldError: a file breaks the record format.
    """
    common = sorted(_stems(first) & _stems(second))
    if not common:
        raise UsageError(f"{first} and {second} have no labels of the same articles")
    return Agreement([sides_of(first, second, stem) for stem in common])


def sides_of(first: Path, second: Path, stem: str) -> Sides:
    """Load two labellers' labels of one article.

    Raises:
        UsageError: they label different texts.
        GoldError: a file breaks the record format.
    """
    sides = Sides(load_document(first / f"{stem}.json"), load_document(second / f"{stem}.json"))
    if sides.a.article.sha256 != sides.b.article.sha256:
        raise UsageError(f"{stem}: the two labellers had different texts of it")
    return sides


def _stems(folder: Path) -> set[str]:
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder")
    return {path.stem for path in folder.glob("*.json")}
