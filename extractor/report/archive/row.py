"""A row of the index: what is shown of one article, and what it is found by."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from extractor.archive.where import year
from extractor.extraction import Extraction
from extractor.record import Event, Record
from extractor.report.source import Source
from extractor.report.wording import counted, kind_words, short

UNKNOWN = ""
"""The value of what is not said."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the index shows of one article.

    Attributes:
        page: the name of its page; empty where there is nothing to show of it.
        name: the event, else the article's title or name.
        source: the article's title where it has one and the event stands for it, else its place.
        url: its address on the web; empty where there is none.
        host: whose projects they are.
        date: when the event began, EDTF; where only its end is known, that.
        year: the event's year, else the year of publication.
        language: `en`, `zh` or `other`.
        status: `ok`, `flagged`, `no_event`, `failed`, or `unreadable`.
        reason: why there is no event, or no record.
        model: who answered.
        total: the event's total count, with what is counted where that is known.
        amounts: its sums, each in words.
        findings: how many findings there are; `violations` and `unplaced` figures likewise.
        words: what it is found by, beside what is shown.
    """

    page: str
    name: str
    source: str
    url: str
    host: str
    date: str
    year: str
    language: str
    status: str
    reason: str
    model: str
    total: str
    amounts: str
    findings: int
    violations: int
    unplaced: int
    words: str

    def content(self) -> list[Any]:
        """Return the values in the order of `FIELDS`."""
        return [getattr(self, name) for name in FIELDS]

    @property
    def state(self) -> str:
        """The status, as conditions call it."""
        return self.status


FIELDS = tuple(each.name for each in fields(Row))


def row_of(extraction: Extraction, source: Source, *, page: str) -> Row:
    """Return the row of an extraction.

    Args:
        extraction: the extraction.
        source: where its article stands.
        page: the name of its page.
    """
    article, record = extraction.article, extraction.record
    event = record.event if record is not None else None
    title = source.title or article.name
    return Row(
        page=page,
        name=(event.name if event else None) or title,
        source=title if event and event.name and source.title else source.place,
        url=source.link or "",
        host=(event.host if event else None) or UNKNOWN,
        date=_day(event) or UNKNOWN,
        year=year_of(extraction),
        language=article.language,
        status=extraction.status,
        reason=extraction.reason or "",
        model=extraction.model,
        total=_total(extraction),
        amounts=_amounts(event),
        findings=len(extraction.findings),
        violations=len(extraction.violations),
        unplaced=len(extraction.unplaced),
        words="\n".join(dict.fromkeys((*_words(source), *_names(record)))),
    )


def row_without_page(place: str, *, status: str, reason: str) -> Row:
    """Return the row of something that there is no extraction of."""
    texts = dict.fromkeys(FIELDS, "")
    counts = dict.fromkeys(("findings", "violations", "unplaced"), 0)
    said = {"name": place, "status": status, "reason": reason}
    return Row(**{**texts, **said, **counts})  # type: ignore[arg-type]


def year_of(extraction: Extraction) -> str:
    """Return the year of the event, else of publication; empty where neither is known."""
    record = extraction.record
    event = record.event if record is not None else None
    return year(_day(event), extraction.article.published)


def _day(event: Event | None) -> str | None:
    return None if event is None else event.start_date or event.end_date


def _total(extraction: Extraction) -> str:
    event = extraction.record.event if extraction.record is not None else None
    if event is None or event.total.count is None:
        return ""
    return counted(event.total.count, extraction, "/event/total/count", digits=short)


def _amounts(event: Event | None) -> str:
    if event is None:
        return ""
    return "\n".join(
        short(amount)
        if amount.kind == "investment"
        else f"{short(amount)} {kind_words(amount.kind)}"
        for amount in event.total.amounts
    )


def _words(source: Source) -> Iterator[str]:
    yield source.place
    yield from source.also_at


def _names(record: Record | None) -> Iterator[str]:
    """Give the names of a record that stand in no column."""
    if record is None or record.event is None:
        return
    event = record.event
    yield from filter(None, (event.activity, event.place))
    yield from (*event.aliases, *event.industries)
    yield from (share.label for share in record.shares)
    for project in record.projects:
        yield from (project.name, *project.investors)
        yield from filter(None, (project.place, project.industry))
    for agreement in record.agreements:
        yield from agreement.parties
