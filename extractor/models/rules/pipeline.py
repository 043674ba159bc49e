"""From an article and its figures to a draft, by rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.article import Article
from extractor.draft.schema import (
    Draft,
    DraftAgreement,
    DraftAmount,
    DraftEvent,
    DraftPercent,
    DraftShare,
    NoEvent,
)
from extractor.figures import Figure
from extractor.models.rules.agreements.agreements import read_agreements, without_articles
from extractor.models.rules.event.event import EventFacts, event_facts
from extractor.models.rules.groups.chinese_group_mending import (
    mend_groups,
    name_stops,
    without_restated,
    without_strays,
)
from extractor.models.rules.groups.chinese_kinship import nest_groups as nest_groups_zh
from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.groups.kinship import settle_kin, without_larger
from extractor.models.rules.groups.stages import find_stages
from extractor.models.rules.groups.totals import (
    SIGNED,
    Outcome,
    find_outcome,
    outcome_of_stages,
    stage_of_label,
)
from extractor.models.rules.leftovers.chinese_fits import bind_by_fit
from extractor.models.rules.leftovers.chinese_left_groups import (
    read_left_groups as read_left_groups_zh,
)
from extractor.models.rules.leftovers.chinese_outlays import (
    read_left_outlays as read_left_outlays_zh,
)
from extractor.models.rules.leftovers.chinese_total_amounts import complete_amounts
from extractor.models.rules.leftovers.chinese_whole_amounts import complete_whole
from extractor.models.rules.leftovers.english_aims import complete_targets
from extractor.models.rules.leftovers.english_backers import complete_investors, complete_places
from extractor.models.rules.leftovers.english_counted_works import read_counted_works
from extractor.models.rules.leftovers.english_entries import read_entries
from extractor.models.rules.leftovers.english_group_sums import read_group_sums
from extractor.models.rules.leftovers.english_joint_sums import read_joint_sums
from extractor.models.rules.leftovers.english_kinship import nest_groups
from extractor.models.rules.leftovers.english_left_papers import (
    read_left_papers,
    sum_up_papers,
    take_whole,
)
from extractor.models.rules.leftovers.english_leftovers import read_left_groups
from extractor.models.rules.leftovers.english_listed import read_listed
from extractor.models.rules.leftovers.english_outlays import read_left_outlays
from extractor.models.rules.leftovers.english_people import complete_people
from extractor.models.rules.leftovers.english_placed import Placed
from extractor.models.rules.leftovers.english_sequels import read_sequels
from extractor.models.rules.leftovers.tables import read_tables
from extractor.models.rules.news.background import Background
from extractor.models.rules.news.classification import weigh
from extractor.models.rules.projects.memberships import assign_groups
from extractor.models.rules.projects.named import NamedProjects
from extractor.models.rules.projects.passages import Passages
from extractor.models.rules.projects.projects import find_projects
from extractor.models.rules.reading.reading import PERCENT, Mark, Reading
from extractor.record import AmountKind, PercentBase, Stage


def draft(article: Article, figures: Sequence[Figure]) -> Draft:
    """Draft an article by rules.

    Figures that no rule places are left out, of the background too: they stay unplaced.

    Args:
        article: the article.
        figures: its figures, in order.
    """
    reading = Reading(article, figures)
    evidence = weigh(reading)
    if reason := evidence.no_event_reason:
        return _nothing(reason)
    background = Background(reading, looked_back_on=evidence.looked_back_on)
    findings = _find(reading, background)
    if findings.is_empty:
        return _nothing("other_news")  # every figure is of other years, of plans, of the region
    return _write(reading, background, findings)


@dataclass(frozen=True)
class _Findings:
    """What an article tells of its event, before it is written as a draft."""

    outcome: Outcome
    named: NamedProjects
    agreements: list[DraftAgreement]

    @property
    def is_empty(self) -> bool:
        whole = self.outcome
        return not (whole.total or whole.groups or self.named.projects or self.agreements)

    def figure_ids(self, reading: Reading) -> set[int]:
        """Return the figures that are told of."""
        ids = _ids_of_agreements(self.agreements) | self.named.figure_ids(reading)
        return ids | _ids_of_groups(self.outcome)

    def placed(self, reading: Reading, background: Background) -> Placed:
        """Return what there is to add to."""
        whole, taken = self.outcome, self.figure_ids(reading)
        return Placed(reading, background, whole.total, whole.groups, self.named.projects, taken)


def _find(reading: Reading, background: Background) -> _Findings:
    """Read agreements, projects and groups, each from the figures that those before it leave."""
    is_chinese = reading.article.language == "zh"
    agreements = read_agreements(reading, background)
    claimed = frozenset(_ids_of_agreements(agreements))
    named = find_projects(reading, background, claimed=claimed)
    claimed |= named.figure_ids(reading)
    groups = read_groups(reading, background, claimed=claimed)
    groups = mend_groups(reading, groups) if is_chinese else groups
    stages = find_stages(reading, groups)
    outcome = outcome_of_stages(stages, groups) if stages else find_outcome(reading, groups)
    findings = _Findings(outcome, named, agreements)
    leftovers = _read_leftovers_zh if is_chinese else _read_leftovers_en
    leftovers(reading, background, findings)
    outcome.groups = without_larger(outcome.groups, outcome.total)
    settle_kin(outcome.groups)
    return findings


def _read_leftovers_en(reading: Reading, background: Background, findings: _Findings) -> None:
    """Read what the first reading of an English article has left over."""
    outcome, agreements = findings.outcome, findings.agreements
    placed = findings.placed(reading, background)
    read_left_groups(placed)
    take_whole(placed, agreements)
    agreements += read_left_papers(placed, agreements)
    read_group_sums(placed)
    read_entries(placed)
    read_left_outlays(placed)
    read_sequels(placed)
    sum_up_papers(placed, agreements)
    complete_investors(placed)
    complete_people(placed)
    complete_places(placed)
    read_listed(placed)
    read_joint_sums(placed)
    read_counted_works(placed)
    complete_targets(placed)
    nest_groups(placed)
    outcome.total = placed.total
    outcome.groups[:] = sorted(placed.groups, key=lambda group: group.at)


def _read_leftovers_zh(reading: Reading, background: Background, findings: _Findings) -> None:
    """Read what the first reading of a Chinese article has left over."""
    outcome = findings.outcome
    placed = findings.placed(reading, background)
    read_tables(placed)
    read_left_outlays_zh(placed)
    complete_whole(reading, background, outcome, placed.taken)
    read_left_groups_zh(reading, background, outcome, placed.taken)
    name_stops(reading, outcome.groups)
    complete_amounts(reading, background, outcome, placed.taken)
    bind_by_fit(reading, background, outcome, placed.taken)
    nest_groups_zh(reading, outcome.groups)
    outcome.groups = without_restated(without_strays(outcome.groups), outcome.total)


def _write(reading: Reading, background: Background, findings: _Findings) -> Draft:
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


def _ids_of_groups(outcome: Outcome) -> set[int]:
    groups = (outcome.total, *outcome.groups)
    return {mark.figure.id for group in groups if group for mark in group.figures()}


def _nothing(reason: NoEvent) -> Draft:
    return Draft(no_event=reason, event=None, shares=[], projects=[], agreements=[], background=[])


def _ids_of_agreements(agreements: Sequence[DraftAgreement]) -> set[int]:
    ids = {agreement.count for agreement in agreements}
    ids |= {amount.f for agreement in agreements for amount in agreement.amounts}
    return {ref for ref in ids if isinstance(ref, int)}


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
    return [amount(kind, mark) for kind, mark in group.amounts]


def amount(kind: AmountKind, mark: Mark) -> DraftAmount:
    """Return an amount of a draft with its conversions."""
    return DraftAmount(f=mark.figure.id, kind=kind, same=list(mark.same))


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
