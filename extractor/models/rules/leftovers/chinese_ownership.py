"""Which group each figure of a Chinese article is of, while those left over are read."""

from dataclasses import dataclass, field
from decimal import Decimal

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.totals import Outcome
from extractor.models.rules.news.background import Background
from extractor.models.rules.reading.reading import Mark, Reading, Sentence
from extractor.record import Dimension


@dataclass
class Ownership:
    """Whose figures are whose so far.

    Attributes:
        reading: the article.
        background: where its figures are put aside.
        outcome: the groups.
        taken: ids of the figures that are placed.
        owners: the groups by the ids of their figures.
        dimensions: of the last group of each sentence.
        counts: the counts of all groups.
    """

    reading: Reading
    background: Background
    outcome: Outcome
    taken: set[int]
    owners: dict[int, Group] = field(default_factory=dict)
    dimensions: dict[Sentence, Dimension | None] = field(default_factory=dict)
    counts: set[Decimal | None] = field(default_factory=set)

    def __post_init__(self) -> None:
        total = self.outcome.total
        for group in (*([total] if total else []), *self.outcome.groups):
            for mark in group.figures():
                self.owners.setdefault(mark.figure.id, group)
            if group.count:
                self.counts.add(group.count.figure.value)
            named = self.reading.marks(group.label_at, group.label_at + len(group.shape))
            self.taken.update(mark.figure.id for _, mark in named)
        self.dimensions.update((group.sentence, group.dimension) for group in self.outcome.groups)

    def is_free(self, at: int) -> bool:
        """Return whether the figure at an offset is of nothing yet, and not put aside."""
        mark = self.reading.mark(at)
        is_new = mark.figure.id not in self.taken and mark.figure.value is not None
        return is_new and self.background.reason(at) is None

    def take(self, at: int, group: Group) -> Mark:
        """Return the mark at an offset, which a group has from now on."""
        mark = self.reading.mark(at)
        self.taken.update((mark.figure.id, *mark.same))
        self.owners.setdefault(mark.figure.id, group)
        return mark
