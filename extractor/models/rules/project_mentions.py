"""A place in an article where a project, or several in one breath, is named."""

from dataclasses import dataclass, field

from extractor.record import AmountKind

Extent = tuple[int, int]
"""Start and end in a sentence of the reading, half-open."""


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
    """

    names: list[Extent]
    start: int
    end: int
    investors: list[Extent] = field(default_factory=list)
    place: Extent | None = None
    amounts: list[tuple[AmountKind, int]] = field(default_factory=list)
    dealt: bool = False
    group: Extent | None = None
