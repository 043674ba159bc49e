"""A labelling: an article with what a labeller has said of it, resolved and checked."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from extractor.article import Article, Span
from extractor.checks import Checked, Subject, computed_percent, run_checks
from extractor.checks.entries import Entry
from extractor.draft.names import PLAIN_GROUPS, PLAIN_MEASURES
from extractor.draft.references import References
from extractor.draft.resolve import Resolution
from extractor.evals.readings import ANY_OF, is_choice, nth_reading
from extractor.extraction import Extraction, Status
from extractor.figures import Figure
from extractor.record import Record
from extractor.review.agreement import Sides
from extractor.review.labels import Labels
from extractor.review.pointers import get, put
from extractor.violations import Finding, Violation, as_finding

NOBODY = "review"
"""Who labels, where no labeller is named."""


@dataclass(frozen=True)
class Labelling:
    """An article, its figures as the finder sees them, and the labels.

    Attributes:
        article: the article, with the day of publication that the labels state.
        found: what the finder finds in it.
        labels: what is said of it.
        labeller: who says so, for reports.
        sides: two labellers' labels of it, where they are adjudicated.
    """

    article: Article
    found: tuple[Figure, ...]
    labels: Labels
    labeller: str = NOBODY
    sides: Sides | None = None

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The article's figures by place: the labeller's, and the finder's that none replaces."""
        return merged(self.found, self.labels, self.article.text)

    @cached_property
    def references(self) -> References:
        """Looks up figures for an edit."""
        return References(self.article.text, self.figures)

    @cached_property
    def record(self) -> Record:
        """The record, each text of several readings in the one that stands at its evidence.

        Raises:
            ValueError: the labels break the record's schema.
        """
        tree = nth_reading(self.labels.record, 0)
        for pointer, spans in self.labels.evidence.items():
            node = get(self.labels.record, pointer)
            if is_choice(node):
                words = (self.article.text[start:end] for start, end in spans)
                standing = next((text for text in words if text in node[ANY_OF]), None)
                if standing is not None:
                    put(tree, pointer, standing)
        return Record.model_validate(tree)

    @cached_property
    def subject(self) -> Subject:
        """What the checks look at."""
        return Subject(self.article, self.figures, self._resolution)

    @property
    def _resolution(self) -> Resolution:
        record, labels = self.record, self.labels
        items = {"/event": "event"} if record.event else {}
        items |= {f"/shares/{index}": share.id for index, share in enumerate(record.shares)}
        for name, ids in labels.items.items():
            items |= {f"/{name}/{index}": id_ for index, id_ in enumerate(ids)}
        return Resolution(
            record=record,
            evidence=labels.evidence,
            items=items,
            background=labels.background,
            violations=(),
            findings=(),
        )

    @cached_property
    def checked(self) -> Checked:
        """What the checks say of it."""
        return run_checks(self.subject)

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """What does not hold, but for what the labeller says stands as it is."""
        return tuple(v for v in self.checked.violations if v.key not in self.labels.accepted)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a reader should know of the source."""
        accepted = (v for v in self.checked.violations if v.key in self.labels.accepted)
        return (*self.checked.findings, *map(as_finding, accepted))

    @property
    def computed(self) -> Mapping[str, Decimal]:
        """What each stated percentage comes to by the record's own figures, by its pointer."""
        values = {
            f"{pointer}/percents/{index}": computed_percent(self.subject, pointer, index)
            for pointer, share in self.subject.shares.items()
            for index in range(len(share.percents))
        }
        return {pointer: value for pointer, value in values.items() if value is not None}

    @property
    def status(self) -> Status:
        """The status that an extraction with this record would have."""
        if self.record.event is None:
            return "no_event"
        return "flagged" if self.violations else "ok"

    @cached_property
    def extraction(self) -> Extraction:
        """The labelling as an extraction, for what shows extractions."""
        return Extraction(
            article=self.article,
            model=self.labeller,
            status=self.status,
            reason=None if self.record.event else "so labelled",
            record=self.record,
            evidence=self.labels.evidence,
            computed=self.computed,
            violations=self.violations,
            findings=self.findings,
            figures=self.figures,
            unplaced=self.checked.unplaced,
            attempts=(),
            versions={},
            background=self.labels.background,
        )

    def entry_at(self, pointer: str) -> Entry | None:
        """Return the figure of the record at a pointer."""
        return next((entry for entry in self.subject.entries if entry.pointer == pointer), None)

    def near(self, owner: str) -> tuple[int, ...]:
        """Return where the figures of an item stand, and where its name does."""
        spans = [
            span
            for pointer, places in self.labels.evidence.items()
            if pointer.startswith(f"{owner}/")
            for span in places
        ]
        return tuple(sorted({span.start for span in spans}))

    @cached_property
    def kept(self) -> tuple[str, ...]:
        """The pointers of values whose place in the article is not known."""
        return tuple(self._kept())

    def _kept(self) -> Iterator[str]:
        evidence = self.labels.evidence
        for entry in self.subject.entries:
            if entry.pointer not in evidence:
                yield entry.pointer
        for pointer, words in self.subject.texts:
            allowed = PLAIN_MEASURES if pointer.endswith("/measure") else PLAIN_GROUPS
            if pointer not in evidence and words.casefold() not in allowed:
                yield pointer
        event = self.record.event
        for field in ("start_date", "end_date"):
            if event and getattr(event, field) and f"/event/{field}" not in evidence:
                yield f"/event/{field}"


def merged(found: tuple[Figure, ...], labels: Labels, text: str) -> tuple[Figure, ...]:
    """Return the finder's figures with the labeller's in place of those that they overlap."""
    if not labels.marks:
        return found
    marks = [mark.figure(text) for mark in labels.marks]
    gone = {each.id for mark in marks for each in overlapping(found, mark.span)}
    return tuple(sorted([*(f for f in found if f.id not in gone), *marks]))


def overlapping(figures: tuple[Figure, ...], span: Span) -> tuple[Figure, ...]:
    """Return those of some figures in order of place, none overlapping, that share a character."""
    first = bisect_left(figures, span.start + 1, key=lambda figure: figure.end)
    last = bisect_left(figures, span.end, key=lambda figure: figure.start)
    return figures[first:last]
