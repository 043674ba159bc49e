"""Named projects: investor, place, amounts, targets, and the groups they are examples of.

How a project is told differs by language (`projects_en`, `projects_zh`); what is done with one that
was found does not, and stands here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.draft.schema import DraftAmount, DraftProject, DraftTarget
from extractor.models.rules.groups import Group
from extractor.models.rules.reading import Mark, Reading, Sentence
from extractor.record import AmountKind

Span = tuple[int, int]


@dataclass
class Project:
    """A project on its way into a draft; spans are of the reading.

    Attributes:
        name: where its name stands.
        start: where what is told of it begins.
        end: where that ends: its targets are looked for up to there.
        investors: where its investors' names stand.
        place: where the name of its place stands.
        amounts: its amounts of money.
        groups: those that the text makes it an example of.
    """

    name: Span
    start: int
    end: int
    investors: list[Span] = field(default_factory=list)
    place: Span | None = None
    amounts: list[tuple[AmountKind, Mark]] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    targets: list[DraftTarget] = field(default_factory=list)

    def to_draft(self, reading: Reading, number: int, share_ids: dict[int, str]) -> DraftProject:
        """Return it as an item of a draft; `share_ids` are by the identity of the group."""
        return DraftProject(
            id=f"p{number}",
            name=reading.quote(*self.name),
            investors=list(dict.fromkeys(reading.quote(*span) for span in self.investors)),
            place=reading.quote(*self.place) if self.place else None,
            industry=None,
            amounts=[
                DraftAmount(f=mark.figure.id, kind=kind, same=list(mark.same))
                for kind, mark in self.amounts
            ],
            shares=[share_ids[id(group)] for group in self.groups if id(group) in share_ids],
            targets=self.targets,
        )


@dataclass
class Named:
    """The projects that an article names, and the joint amounts that some of them share."""

    projects: list[Project] = field(default_factory=list)
    joint: list[Group] = field(default_factory=list)


_EXAMPLE = re.compile(
    r"包括|例如|其中|(?<![不])如|即|分别[是为]|[：:]\s*$|\b(?:such as|including|include|for example|like|among (?:them|these))\b",
    re.IGNORECASE,
)


def groups_around(groups: Sequence[Group], sentence: Sentence, at: int) -> Iterator[Group]:
    """Give the group of which the words before a project make it an example."""
    before = [
        group
        for group in groups
        if group.sentence is sentence and group.at < at and not group.is_whole
    ]
    if not before:
        return
    last = max(before, key=lambda group: group.at)
    between = sentence.text[last.at - sentence.start : at - sentence.start]
    if _EXAMPLE.search(between):
        yield last
