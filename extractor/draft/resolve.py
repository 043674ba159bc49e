"""From a draft to a record: values, hedges, currencies and offsets come from the figures found.

What a draft says that cannot be resolved is left out of the record and reported as a violation, so
that the record always fits its schema and never holds a figure or a name that is not in the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.article import Article, Span
from extractor.draft.dates import completed_date, date_evidence
from extractor.draft.ids import distinct
from extractor.draft.names import Name, find_label, find_name
from extractor.draft.notes import Item, Notes, quoted
from extractor.draft.quantities import Quantities
from extractor.draft.references import References
from extractor.draft.schema import (
    EVENT_ITEM,
    Draft,
    DraftAgreement,
    DraftAmount,
    DraftEvent,
    DraftProject,
    DraftShare,
    NoEvent,
    Ref,
)
from extractor.figures import Figure
from extractor.record import EMPTY, Agreement, Event, Project, Record, Share, Tally
from extractor.violations import Finding, Violation

Near = tuple[int, ...]


@dataclass(frozen=True)
class Resolution:
    """What a draft resolves to.

    Attributes:
        record: always valid; empty where the draft has no event.
        evidence: spans by JSON pointer into the record.
        items: the draft's item ids by the record's pointer (`/shares/2` -> `s3`).
        background: ids of the figures that the draft puts aside.
        violations: what could not be resolved.
        findings: figures that the finder missed and the draft quoted.
        no_event: why the draft has no event, where it says so.
    """

    record: Record
    evidence: Mapping[str, tuple[Span, ...]]
    items: Mapping[str, str]
    background: frozenset[int]
    violations: tuple[Violation, ...]
    findings: tuple[Finding, ...]
    no_event: NoEvent | None = None


def resolve(draft: Draft, article: Article, figures: Sequence[Figure]) -> Resolution:
    """Resolve a draft against the article and the figures that were shown with it."""
    notes = Notes()
    record = _Resolver(article, figures, notes).record(draft)
    ids = [figure.id for figure in figures]
    return Resolution(
        record=record,
        evidence=notes.evidence,
        items=notes.items,
        background=frozenset(draft.background).intersection(ids),
        violations=tuple(notes.violations),
        findings=tuple(notes.findings),
        no_event=draft.no_event,
    )


class _Resolver:
    def __init__(self, article: Article, figures: Sequence[Figure], notes: Notes) -> None:
        self._article = article
        self._figures = figures
        self._notes = notes
        self._shares_given: frozenset[str] = frozenset()
        self._shares_kept: frozenset[str] = frozenset()
        references = References(article.text, figures)
        self._quantities = Quantities(article.text, references, notes)

    def record(self, draft: Draft) -> Record:
        if draft.event is None:
            self._check_silence(draft)
            return EMPTY
        if draft.no_event is not None:
            complaint = "no_event is given beside an event; set one of the two to null"
            event = Item(EVENT_ITEM, "event", "/event")
            self._notes.complain(event, "structure.event", complaint)
        kept, clashes = distinct(draft)
        self._notes.violations += clashes
        return Record(
            event=self._event(draft.event),
            shares=self._shares(kept.shares),
            projects=self._projects(kept.projects),
            agreements=self._agreements(kept.agreements),
        )

    def _check_silence(self, draft: Draft) -> None:
        lists = (draft.shares, draft.projects, draft.agreements)
        items = [item.id for items in lists for item in items]
        if draft.no_event is not None and not items:
            return
        complaint = (
            "without an event, shares, projects and agreements are empty; give the event or delete them"
            if items
            else "neither an event nor a no_event reason is given"
        )
        self._notes.violations.append(
            Violation(
                code="structure.event",
                message=f"event: {complaint}.",
                items=(EVENT_ITEM, *items),
                grows=("shares", "projects", "agreements", "background"),
            )
        )

    def _event(self, draft: DraftEvent) -> Event:
        item = Item(EVENT_ITEM, "event", "/event", _offsets(draft.count, draft.amounts))
        self._notes.items[item.pointer] = item.id
        return Event(
            name=self._text(draft.name, item, "name"),
            aliases=self._texts(draft.aliases, item, "aliases"),
            activity=self._text(draft.activity, item, "activity"),
            start_date=self._date(draft.start_date, item, "start_date"),
            end_date=self._date(draft.end_date, item, "end_date"),
            place=self._text(draft.place, item, "place"),
            host=self._text(draft.host, item, "host"),
            stage=draft.stage,
            industries=self._texts(draft.industries, item, "industries"),
            total=Tally(
                count=self._quantities.count(draft.count, item, "/event/total/count"),
                amounts=self._quantities.amounts(draft.amounts, item, "/event/total/amounts"),
            ),
        )

    def _shares(self, drafts: Sequence[DraftShare]) -> list[Share]:
        text = self._article.text
        kept: list[tuple[DraftShare, Name, Item]] = []
        for draft in drafts:
            refs = [percent.f for percent in draft.percents]
            near = _offsets(draft.count, draft.amounts, refs)
            item = Item(draft.id, f"share {draft.id}", f"/shares/{len(kept)}", near)
            label = find_label(draft.label, text, near=near)
            if label is None:
                self._complain_missing(draft.label, item, "label")
            else:
                kept.append((draft, label, item))
        self._shares_given = frozenset(draft.id for draft in drafts)
        self._shares_kept = frozenset(draft.id for draft, _, _ in kept)
        parents = self._parents([draft for draft, _, _ in kept])
        return [
            self._share(draft, label, item, parents.get(draft.id)) for draft, label, item in kept
        ]

    def _share(self, draft: DraftShare, label: Name, item: Item, parent: str | None) -> Share:
        self._enter(item, "label", label)
        return Share(
            id=draft.id,
            label=label.text,
            dimension=draft.dimension,
            of=parent,
            stage=draft.stage,
            count=self._quantities.count(draft.count, item, f"{item.pointer}/count"),
            amounts=self._quantities.amounts(draft.amounts, item, f"{item.pointer}/amounts"),
            percents=self._quantities.percents(draft.percents, item, f"{item.pointer}/percents"),
        )

    def _parents(self, drafts: Sequence[DraftShare]) -> dict[str, str]:
        """Return each share's parent, where it is there and no chain of parents comes back."""
        claimed = {draft.id: draft.of for draft in drafts if draft.of is not None}
        parents: dict[str, str] = {}
        for share, parent in claimed.items():
            item = Item(share, f"share {share}", "")
            if parent not in self._shares_given:
                self._notes.complain(item, "structure.parent", f"of: there is no share {parent}")
            elif parent not in self._shares_kept:
                continue
            elif share in _chain(parent, claimed):
                complaint = f"of: {parent} is itself a part of {share}; parts form no circle"
                self._notes.complain(item, "structure.cycle", complaint)
            else:
                parents[share] = parent
        return parents

    def _projects(self, drafts: Sequence[DraftProject]) -> list[Project]:
        projects: list[Project] = []
        for draft in drafts:
            refs = [target.f for target in draft.targets]
            near = _offsets(None, draft.amounts, refs)
            item = Item(draft.id, f"project {draft.id}", f"/projects/{len(projects)}", near)
            name = find_name(draft.name, self._article.text, near=near)
            if name is None:
                self._complain_missing(draft.name, item, "name")
            else:
                projects.append(self._project(draft, name, item))
        return projects

    def _project(self, draft: DraftProject, name: Name, item: Item) -> Project:
        self._enter(item, "name", name)
        item = _at(item, name)
        return Project(
            name=name.text,
            investors=self._texts(draft.investors, item, "investors"),
            place=self._text(draft.place, item, "place"),
            industry=self._text(draft.industry, item, "industry"),
            amounts=self._quantities.amounts(draft.amounts, item, f"{item.pointer}/amounts"),
            shares=self._memberships(draft, item),
            targets=self._quantities.targets(draft.targets, item, f"{item.pointer}/targets"),
        )

    def _memberships(self, draft: DraftProject, item: Item) -> list[str]:
        for share in draft.shares:
            if share not in self._shares_given:
                complaint = f"shares: there is no share {share}"
                self._notes.complain(item, "structure.membership", complaint)
        return [share for share in dict.fromkeys(draft.shares) if share in self._shares_kept]

    def _agreements(self, drafts: Sequence[DraftAgreement]) -> list[Agreement]:
        agreements: list[Agreement] = []
        for part in drafts:
            near = _offsets(part.count, part.amounts)
            item = Item(part.id, f"agreement {part.id}", f"/agreements/{len(agreements)}", near)
            label = find_name(part.label, self._article.text, near=near)
            if label is None:
                self._complain_missing(part.label, item, "label")
            else:
                agreements.append(self._agreement(part, label, item))
        return agreements

    def _agreement(self, draft: DraftAgreement, label: Name, item: Item) -> Agreement:
        self._enter(item, "label", label)
        item = _at(item, label)
        return Agreement(
            label=label.text,
            parties=self._texts(draft.parties, item, "parties"),
            count=self._quantities.count(draft.count, item, f"{item.pointer}/count"),
            amounts=self._quantities.amounts(draft.amounts, item, f"{item.pointer}/amounts"),
        )

    def _enter(self, item: Item, field: str, name: Name) -> None:
        self._notes.items[item.pointer] = item.id
        if name.spans:
            self._notes.evidence[f"{item.pointer}/{field}"] = name.spans

    def _text(self, quote: str | None, item: Item, field: str) -> str | None:
        if quote is None:
            return None
        name = find_name(quote, self._article.text, near=item.near)
        if name is None:
            self._complain_missing(quote, item, field)
            return None
        self._notes.evidence[f"{item.pointer}/{field}"] = name.spans
        return name.text

    def _texts(self, quotes: Sequence[str], item: Item, field: str) -> list[str]:
        names: dict[str, Name] = {}
        for quote in quotes:
            name = find_name(quote, self._article.text, near=item.near)
            if name is None:
                self._complain_missing(quote, item, field)
            else:
                names.setdefault(name.text, name)
        for index, name in enumerate(names.values()):
            self._notes.evidence[f"{item.pointer}/{field}/{index}"] = name.spans
        return list(names)

    def _date(self, claim: str | None, item: Item, field: str) -> str | None:
        if claim is None:
            return None
        span = date_evidence(claim, self._article, self._figures)
        if span is None:
            complaint = (
                f"{field}: the date {quoted(claim)} does not follow from the article; "
                "write it as 2022-11-03 (XXXX where no year can be known), or null"
            )
            self._notes.complain(
                item, "grounding.date", complaint, pointer=f"{item.pointer}/{field}"
            )
            return None
        self._notes.evidence[f"{item.pointer}/{field}"] = (span,)
        return completed_date(claim, self._figures)

    def _complain_missing(self, quote: str, item: Item, field: str) -> None:
        complaint = (
            f"{field}: {quoted(quote)} does not stand in the article; copy it letter for letter"
        )
        self._notes.complain(item, "grounding.name", complaint)


def _offsets(count: Ref | None, amounts: Sequence[DraftAmount], refs: Sequence[Ref] = ()) -> Near:
    """Return where the figures of an item stand, as far as they are referred to by id."""
    every = (count, *[amount.f for amount in amounts], *refs)
    return tuple([ref for ref in every if isinstance(ref, int)])


def _at(item: Item, name: Name) -> Item:
    """Let an item without figures look for its texts near its own name."""
    return item if item.near or not name.spans else item._replace(near=(name.spans[0].start,))


def _chain(start: str, parents: Mapping[str, str]) -> Iterator[str]:
    """Give a share and those it is a part of, each once."""
    seen: set[str] = set()
    share: str | None = start
    while share is not None and share not in seen:
        seen.add(share)
        yield share
        share = parents.get(share)
