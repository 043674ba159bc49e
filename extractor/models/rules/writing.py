"""From what an article tells of its event to a draft, and of one without an event."""

from extractor.draft.schema import (
    Draft,
    DraftAmount,
    DraftEvent,
    DraftPercent,
    DraftShare,
    NoEvent,
)
from extractor.models.rules.agreements.agreements import without_articles
from extractor.models.rules.event.event import EventFacts, event_facts
from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.totals import SIGNED, Outcome, stage_of_label
from extractor.models.rules.leftovers.findings import Findings
from extractor.models.rules.news.background import Background
from extractor.models.rules.projects.memberships import assign_groups
from extractor.models.rules.projects.passages import Passages
from extractor.models.rules.reading.reading import PERCENT, Mark, Reading
from extractor.record import PercentBase, Stage


def no_event(reason: NoEvent) -> Draft:
    """Write the draft of an article without an event."""
    return Draft(no_event=reason, event=None, shares=[], projects=[], agreements=[], background=[])


def write(reading: Reading, background: Background, findings: Findings) -> Draft:
    """Write a draft; the background is what is put aside and told of by nothing."""
    outcome, projects = findings.outcome, findings.named.projects
    taken = findings.figure_ids(reading)
    total = outcome.total
    passages = Passages(reading, outcome.groups, total.number if total else None)
    passages.nest(outcome.groups)
    assign_groups(reading, projects, outcome.groups)
    passages.assign(projects)
    outcome.groups += findings.named.joint
    ids = {id(group): f"s{number}" for number, group in enumerate(outcome.groups, 1)}
    facts = event_facts(reading, background, outcome)
    return Draft(
        no_event=None,
        event=_event(facts, outcome),
        shares=_shares(outcome, ids, facts.stage),
        projects=[
            project.to_draft(reading, number, ids) for number, project in enumerate(projects, 1)
        ],
        agreements=without_articles(reading, findings.agreements),
        background=[
            mark.figure.id
            for at, mark in reading.marks(0, len(reading.text))
            if mark.figure.id not in taken and background.reason(at) is not None
        ],
    )


def _event(facts: EventFacts, outcome: Outcome) -> DraftEvent:
    total = outcome.total
    return DraftEvent(
        name=facts.name,
        aliases=list(facts.aliases),
        activity=facts.activity,
        start_date=facts.start_date,
        end_date=facts.end_date,
        place=facts.place,
        host=facts.host,
        stage=facts.stage,
        industries=list(facts.industries),
        count=total.count.figure.id if total and total.count else None,
        amounts=_amounts(total) if total else [],
    )


def _shares(outcome: Outcome, ids: dict[int, str], stage: Stage) -> list[DraftShare]:
    return [
        DraftShare(
            id=ids[id(group)],
            label=group.label,
            dimension=group.dimension or "other",
            of=ids.get(id(group.parent)) if group.parent else None,
            stage=_stage_beside(group, stage),
            count=group.count.figure.id if group.count else None,
            amounts=_amounts(group),
            percents=_percents(group, outcome.total),
        )
        for group in outcome.groups
    ]


def _stage_beside(group: Group, stage: Stage) -> Stage | None:
    """Return the stage that a group's name tells, or what it is a part of, if not the event's own."""
    wider: Group | None = group
    while wider and wider.dimension != "stage":
        wider = wider.parent
    own = stage_of_label(wider.shape) if wider else None
    if group.dimension == "occasion" and stage in {"started", "operating"}:
        own = "signed" if SIGNED.search(group.shape) else None  # 仪式后又现场签约
    return None if own == stage else own


def _amounts(group: Group) -> list[DraftAmount]:
    return [mark.as_amount(kind) for kind, mark in group.amounts]


def _percents(group: Group, total: Group | None) -> list[DraftPercent]:
    return [
        DraftPercent(f=mark.figure.id, of=base or _fitting_base(group, total, mark))
        for base, mark in group.percents
    ]


def _fitting_base(group: Group, total: Group | None, mark: Mark) -> PercentBase:
    """Return the base that the text's own figures fit better, where its words leave it open.

    Where they fit both, it is that of the figure which the percentage follows.
    """
    stated, step = mark.figure.value, mark.figure.step
    parent = group.parent or total
    by_count, by_money = group.percents_of(parent) if parent else (None, None)
    if stated is None or by_money is None:
        return "count" if by_count is not None else "investment"
    if by_count is None:
        return "investment"
    misses = abs(by_count - stated), abs(by_money - stated)
    if step and max(misses) < step:
        return _base_followed(group, mark)
    return "count" if misses[0] < misses[1] else "investment"


def _base_followed(group: Group, mark: Mark) -> PercentBase:
    """Return the base of the group's figure that stands last before a percentage."""
    told = [one for one in group.figures() if one.start < mark.start and one.letter != PERCENT]
    last = max(told, key=lambda one: one.start, default=None)
    return "count" if last and last is group.count else "investment"
