"""What the first reading of an article has placed, and what the second adds to it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache

from extractor.models.rules.groups.english_rows import Row, count_rows, money_rows
from extractor.models.rules.groups.group import Group
from extractor.models.rules.news.background import Background
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.reading import (
    COUNT,
    MONEY,
    PERCENT,
    THING,
    Mark,
    Reading,
    Sentence,
)
from extractor.models.rules.words.dimensions import dimension_of
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern
from extractor.record import Dimension

_REGION = Pattern(
    r"\b(?:belt|districts?|count(?:y|ies)|provinces?|cit(?:y|ies)|towns?|zones?|coast|corridor|areas?"
    r"|region|valley|island|division|(?:north|south|east|west|centre|center)(?:ern)?)$",
    re.IGNORECASE,
)
_ORIGIN = Pattern(
    r"\b(?:overseas|foreign|international|domestic|local|out-of-\w+|from|within|homegrown|abroad)\b",
    re.IGNORECASE,
)
_INVESTOR = Pattern(
    r"\b(?:public sector|state-owned|private|listed|undertakings|start-?ups|Fortune|SMEs?|MSMEs?)\b"
)
_BOUND = Pattern("[ⒷⓂ]")
_STAGE = Pattern(
    r"(?:already |newly )?(?:signed|started|put into \w+|completed|under construction|in operation|resumed|continued)$"
)
_WORD = Pattern(r"[A-Za-z]{4,}")
_SHORTEST_STEM = 4
MOST_GROUPS = 100
"""Among how many groups one is looked for by its name."""


@dataclass
class Placed:
    """The items of an article's draft while figures are still being placed.

    Attributes:
        reading: the article.
        background: where its figures are put aside.
        total: the whole of the event's projects.
        groups: the groups, in order.
        projects: the named projects.
        taken: ids of the figures that are placed.
    """

    reading: Reading
    background: Background
    total: Group | None
    groups: list[Group]
    projects: list[NamedProject]
    taken: set[int] = field(default_factory=set)

    def is_free(self, at: int) -> bool:
        """Return whether the figure at an offset of the reading is still without a place."""
        mark = self.reading.mark(at)
        return (
            mark.figure.value is not None
            and mark.figure.id not in self.taken
            and self.background.reason(at) is None
        )

    def left(self, start: int, end: int, letters: str = COUNT + MONEY + PERCENT) -> Iterator[int]:
        """Give the offsets of a range's figures of some kinds that are still without a place."""
        first = bisect_left(self._open_places, start)
        last = bisect_left(self._open_places, end, first)
        for at, letter, figure in self._open_figures[first:last]:
            if letter in letters and figure not in self.taken:
                yield at

    @cached_property
    def _open_places(self) -> list[int]:
        return [at for at, _, _ in self._open_figures]

    @cached_property
    def _open_figures(self) -> list[tuple[int, str, int]]:
        """The figures with a value that are no background: offset, letter and id of each."""
        text, reason = self.reading.text, self.background.reason
        return [
            (at, text[at], mark.figure.id)
            for at, mark in self.reading.marks(0, len(text))
            if mark.figure.value is not None and reason(at) is None
        ]

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """The offsets of all counts that are no background, be they of projects or not."""
        return tuple(at for at, letter, _ in self._open_figures if letter in COUNT + THING)

    @cached_property
    def amounts(self) -> tuple[int, ...]:
        """The offsets of all amounts that are no background."""
        return tuple(at for at, letter, _ in self._open_figures if letter == MONEY)

    @cached_property
    def count_rows(self) -> list[Row]:
        """The counts that add up to one before them."""
        return count_rows(self.reading, self.counts)

    @cached_property
    def money_rows(self) -> list[Row]:
        """The amounts that add up to one before them."""
        return money_rows(self.reading, self.amounts)

    def take(self, at: int) -> Mark:
        """Place the figure at an offset of the reading."""
        mark = self.reading.mark(at)
        self.taken.update((mark.figure.id, *mark.same))
        return mark

    def release(self, group: Group) -> None:
        """Let the figures of a group be placed anew."""
        for mark in group.figures():
            self.taken.difference_update((mark.figure.id, *mark.same))

    def enter(self, label: Extent, sentence: Sentence, at: int) -> Group:
        """Open a group.

        Args:
            label: where the words stand that name it, in the reading.
            sentence: the one that tells of it.
            at: where its first figure stands in the reading.
        """
        shape = self.reading.text[slice(*label)]
        group = Group(
            label=self.reading.quote(*label),
            shape=shape,
            clause=sentence.text,
            at=at,
            sentence=sentence,
            label_at=label[0],
            dimension=dimension_of_words(shape),
        )
        if self.reading.text[at] in COUNT + THING:
            group.count = self.take(at)
        self.groups.append(group)
        return group

    def in_order(self) -> list[Group]:
        """Return the groups and the total, as they stand in the article."""
        whole = [self.total] if self.total else []
        return sorted([*self.groups, *whole], key=lambda group: group.at)

    def group_named(self, words: str) -> Group | None:
        """Return the last group whose name says what some words say, be it in other forms."""
        for group in reversed(self.groups[-MOST_GROUPS:]):
            if self.are_same(words, group.shape):
                return group
        return None

    def are_alike(self, words: str, others: str) -> bool:
        """Return whether two names share a word of substance."""
        return not _stems(words).isdisjoint(_stems(others))

    def are_same(self, words: str, others: str) -> bool:
        """Return whether all words of substance of one name stand in the other."""
        stems, wanted = _stems(words), _stems(others)
        return bool(stems and wanted) and (stems <= wanted or wanted <= stems)

    def group_counting(self, value: Decimal | None) -> Group | None:
        """Return the last group that counts so many."""
        for group in reversed(self.groups):
            if group.count and group.count.figure.value == value:
                return group
        return None

    def is_total(self, value: Decimal | None) -> bool:
        """Return whether a figure restates one of the total."""
        total = self.total
        return total is not None and any(mark.figure.value == value for mark in total.figures())


def dimension_of_words(shape: str) -> Dimension | None:
    """Return the dimension that a group's own words show, those of leftovers among them."""
    if _BOUND.search(shape):
        return "size"
    if _STAGE.match(shape):
        return "stage"
    if _INVESTOR.search(shape):
        return "investor"
    if _ORIGIN.search(shape):
        return "origin"
    return dimension_of(shape, None) or ("region" if _REGION.search(shape) else None)


@lru_cache(maxsize=1024)
def _stems(words: str) -> frozenset[str]:
    """Return the stems of the words of substance: storage plants and energy storage share one."""
    return frozenset(
        word.lower()[: max(_SHORTEST_STEM, len(word) - 3)] for word in _WORD.findall(words)
    ) - {"proj", "deal", "sect", "indust", "depart"}
