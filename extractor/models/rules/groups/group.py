"""A group of the event's projects, as the rules read it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from extractor.models.rules.reading.reading import Mark, Reading, Sentence
from extractor.patterns import Pattern
from extractor.record import AmountKind, Dimension, PercentBase

_TOPIC_NOUN = Pattern(r" industry$|类$|项目$|(?<=[式场会])上?(?:集中|现场)?签约$| projects?\b")


@dataclass(eq=False)
class Group:
    """A group of the event's projects, or (label empty) the whole of them.

    Attributes:
        label: the words that name it, as the article has them; empty for the whole.
        shape: the same in the reading, with marks.
        clause: the words around its first figure, which tell the scope and what was done.
        at: the offset of its first figure in the reading.
        sentence: which sentence opened it.
        label_at: where its label stands in the reading.
    """

    label: str
    shape: str
    clause: str
    at: int
    sentence: Sentence
    label_at: int = 0
    count: Mark | None = None
    amounts: list[tuple[AmountKind, Mark]] = field(default_factory=list)
    percents: list[tuple[PercentBase | None, Mark]] = field(default_factory=list)
    dimension: Dimension | None = None
    _parent: "Group | None" = field(default=None, init=False, repr=False)

    @property
    def parent(self) -> "Group | None":
        """What it is a part of; no group becomes a part of itself, or of a part of its own."""
        return self._parent

    @parent.setter
    def parent(self, wider: "Group | None") -> None:
        if wider is None or not wider.is_within(self):
            self._parent = wider

    def is_within(self, other: "Group") -> bool:
        """Return whether it is another group, or a part of it, or a part of a part."""
        group: Group | None = self
        while group is not None and group is not other:
            group = group.parent
        return group is other

    @property
    def number(self) -> Decimal | None:
        """How many it counts; None where it does not say, or only vaguely."""
        return self.count.figure.value if self.count else None

    @property
    def n_counted(self) -> Decimal:
        """How many it counts, zero where it does not say."""
        return self.number or Decimal(0)

    @property
    def money(self) -> Decimal | None:
        """What its first amount is; None where it has none, or a vague one."""
        return self.amounts[0][1].figure.value if self.amounts else None

    def percents_of(self, whole: "Group") -> tuple[Decimal | None, Decimal | None]:
        """Return the percentages that it is of a whole, by count and by money, where both tell."""
        return _percent(self.number, whole.number), _percent(self.money, whole.money)

    @property
    def topic(self) -> str:
        """The words of its name without "projects" and the like, as they head a sentence."""
        return _TOPIC_NOUN.sub("", self.shape)

    @property
    def is_whole(self) -> bool:
        """Whether nothing cuts it out from the rest."""
        return not self.label

    def name(self, reading: Reading, start: int, end: int) -> None:
        """Name it by a range of the reading; an empty one makes it the whole."""
        self.shape = reading.text[start:end]
        self.label = reading.quote(start, end) if end > start else ""
        self.label_at = start

    def add(self, kind: AmountKind, mark: Mark) -> None:
        """Add an amount, where none of its kind is told."""
        if all(kind != told for told, _ in self.amounts):
            self.amounts.append((kind, mark))

    def figures(self) -> Iterator[Mark]:
        """Give its figures."""
        if self.count:
            yield self.count
        for _, mark in self.amounts:
            yield mark
        for _, mark in self.percents:
            yield mark


def _percent(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return 100 * part / whole if part is not None and whole else None
