"""A place in an article where a project, or several in one breath, is named; frames that read it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from extractor.record import AmountKind

Extent = tuple[int, int]
"""Start and end, half-open, in a sentence of the reading or in the whole of it."""


@dataclass(slots=True)
class Mention:
    """One or more projects named by one set of words.

    Offsets are those of the sentence.

    Attributes:
        names: the name of each project.
        start: where the words that name them begin.
        end: where they end; what stands behind, up to the next mention, is theirs too.
        investors: who invests or builds.
        place: where.
        amounts: offsets of amounts among the naming words.
        dealt: whether each investor has a project of his own under the one name, or each of the
            names one of the investors ("respectively").
        group: the word for all of them together, where the text has one (等商贸项目).
        places: where each of the names is, where each has a place of its own.
    """

    names: list[Extent]
    start: int
    end: int
    investors: list[Extent] = field(default_factory=list)
    place: Extent | None = None
    amounts: list[tuple[AmountKind, int]] = field(default_factory=list)
    dealt: bool = False
    group: Extent | None = None
    places: list[Extent] = field(default_factory=list)


@dataclass(frozen=True)
class Example:
    """A sentence of the reading, and what a frame reads in it.

    Attributes:
        text: the sentence.
        names: the names of its projects.
        investors: their investors, of all mentions in a row.
        place: the place of the last mention.
    """

    text: str
    names: tuple[str, ...]
    investors: tuple[str, ...] = ()
    place: str | None = None


Part = TypeVar("Part")
"""What a frame reads: a sentence, or a clause of one."""


@dataclass(frozen=True)
class Frame(Generic[Part]):
    """A way to tell of projects.

    Attributes:
        read: gives the mentions of a sentence, or of a clause.
        cues: one of them stands in everything that the frame reads; none: it may read anything.
        examples: a sentence for every way it is said.
    """

    read: Callable[[Part], Iterator[Mention]]
    cues: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
