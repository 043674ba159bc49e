"""A named project on its way into a draft, and those of an article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.draft.schema import DraftProject, DraftTarget
from extractor.models.rules.groups.group import Group
from extractor.models.rules.reading.reading import Mark, Reading, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.record import AmountKind


@dataclass
class NamedProject:
    """A project that an article names; extents are of the reading.

    Attributes:
        name: where its name stands.
        sentence: the one that names it; None in a table.
        investors: where the names of those stand who invest or build.
        place: where the name of its place stands.
        industry: where the words stand that tell its field.
        amounts: the first of each kind.
        groups: those that the text makes it a member or an example of.
        targets: what it is to make or bring.
        row: where the cells stand of its row in a table.
    """

    name: Extent
    sentence: Sentence | None = None
    investors: list[Extent] = field(default_factory=list)
    place: Extent | None = None
    industry: Extent | None = None
    amounts: list[tuple[AmountKind, Mark]] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    targets: list[DraftTarget] = field(default_factory=list)
    row: Sequence[Extent] = ()

    def to_draft(self, reading: Reading, number: int, share_ids: dict[int, str]) -> DraftProject:
        """Return it as an item of a draft; `share_ids` are by the identity of the group."""
        return DraftProject(
            id=f"p{number}",
            name=reading.quote(*self.name),
            investors=list(dict.fromkeys(reading.quote(*body) for body in self.investors)),
            place=reading.quote(*self.place) if self.place else None,
            industry=reading.quote(*self.industry) if self.industry else None,
            amounts=[mark.as_amount(kind) for kind, mark in self.amounts],
            shares=[share_ids[id(group)] for group in self.groups if id(group) in share_ids],
            targets=self.targets,
        )


@dataclass
class NamedProjects:
    """The projects that an article names.

    Attributes:
        projects: in order.
        joint: groups of them that have an amount in common.
        described: ids of figures that only describe a project.
    """

    projects: list[NamedProject] = field(default_factory=list)
    joint: list[Group] = field(default_factory=list)
    described: set[int] = field(default_factory=set)

    def figure_ids(self, reading: Reading) -> frozenset[int]:
        """Return the ids of the figures that are theirs or stand in their names."""
        targets = (target.f for project in self.projects for target in project.targets)
        marks = {mark.figure.id for mark in self._marks(reading)}
        return frozenset(
            marks | self.described | {target for target in targets if isinstance(target, int)}
        )

    def _marks(self, reading: Reading) -> Iterator[Mark]:
        for project in self.projects:
            for _, mark in (*project.amounts, *reading.marks(*project.name)):
                yield mark
        for group in self.joint:
            yield from group.figures()
