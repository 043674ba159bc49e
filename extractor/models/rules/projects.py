"""Named projects: investor, place, amounts, targets, and the groups they are examples of.

How a project is told differs by language (`projects_en`, `projects_zh`); what is done with one that
was found does not, and stands here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.draft.schema import DraftAmount, DraftProject, DraftTarget
from extractor.models.rules.groups import Group
from extractor.models.rules.reading import Mark, Reading, Sentence
from extractor.models.rules.targets import read_targets
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


_FURTHER: tuple[tuple[AmountKind, re.Pattern[str]], ...] = (
    (
        "current_year",
        re.compile(
            r"(?:年度计划(?:投资)?|年内计划(?:投资|完成)?|今年计划(?:投资|投入|完成)?|年度投资)(?P<m>Ⓜ)"
            r"|(?:complete|invest|spend) (?P<m2>Ⓜ) this year"
        ),
    ),
    (
        "foreign_capital",
        re.compile(r"合同外资(?P<m>Ⓜ)|contracted foreign capital(?: of| is| was)? (?P<m2>Ⓜ)"),
    ),
)


def complete(  # noqa: PLR0913  one project, and all that may be said of it
    reading: Reading,
    project: Project,
    sentence: Sentence,
    stop: int,
    groups: Sequence[Group],
    taken: set[int],
    start: int | None = None,
) -> None:
    """Add what the words behind a project say: further amounts, targets, its group.

    Args:
        reading: the article.
        project: the project, which is changed.
        sentence: the one that names it.
        stop: where in the reading the next project begins.
        groups: the groups found.
        taken: ids of the figures that have their item already; those used are added.
        start: where to look from, if not from the project's own words: a sentence that goes on
            about it.
    """
    begin = project.start if start is None else start
    for kind, pattern in _FURTHER:
        if found := pattern.search(reading.text, begin, stop):
            mark = reading.mark(found.start("m") if found.group("m") else found.start("m2"))
            if mark.figure.id not in taken:
                taken.add(mark.figure.id)
                project.amounts.append((kind, mark))
    for mark, target in read_targets(reading, begin, stop):
        if mark.figure.id not in taken:
            taken.add(mark.figure.id)
            project.targets.append(target)
    if start is not None:
        return
    example = _example_of(groups, sentence, project.start)
    region = _region_of(groups, sentence, project.start)
    project.groups += [group for group in dict.fromkeys([example, region]) if group]
    if region and project.place is None:
        project.place = (region.label_at, region.label_at + len(region.shape))


def _example_of(groups: Sequence[Group], sentence: Sentence, at: int) -> Group | None:
    """Return the group of which the words before a project make it an example."""
    before = [
        group
        for group in groups
        if group.sentence is sentence and group.at < at and not group.is_whole
    ]
    if not before:
        return None
    last = max(before, key=lambda group: group.at)
    between = sentence.text[last.at - sentence.start : at - sentence.start]
    return last if _EXAMPLE.search(between) else None


def _region_of(groups: Sequence[Group], sentence: Sentence, at: int) -> Group | None:
    """Return the region whose projects the paragraph goes through one by one."""
    regions = [
        group
        for group in groups
        if group.dimension == "region"
        and group.sentence.paragraph == sentence.paragraph
        and group.at < at
    ]
    return max(regions, key=lambda group: group.at) if regions else None


def joint_group(
    reading: Reading, projects: Sequence[Project], mark: Mark, sentence: Sentence
) -> Group:
    """Return the group of projects that share one amount, named after them."""
    start, end = projects[0].name[0], projects[-1].name[1]
    group = Group(
        label=reading.quote(start, end),
        shape=reading.text[start:end],
        clause="",
        at=start,
        sentence=sentence,
        label_at=start,
        dimension="other",
    )
    group.amounts.append(("investment", mark))
    for project in projects:
        project.groups.append(group)
    return group
