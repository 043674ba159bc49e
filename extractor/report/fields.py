"""Fields: every value of a record with its name, its words, its place and what was said of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.article import Span
from extractor.extraction import Extraction
from extractor.record import Agreement, Amount, Count, Event, Percent, Project, Record, Share
from extractor.report.wording import Part, exact, kind_words, short

State = Literal["plain", "finding", "violation"]

_NAMING = {"shares": "label", "projects": "name", "agreements": "label"}
"""The field that bears what is said of its item as a whole."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a record.

    Attributes:
        number: what its evidence is linked by; None where it has none.
        place: where its evidence begins in the article; None where it has none.
        name: which value of what it is, in words.
        text: the value for reading.
        exact: the value with all its digits.
        as_written: the value as the article has it; None for a text that stands there letter for letter.
        checks: what the checks say of it, a sentence each.
        state: the worst that they say.
    """

    number: int | None
    place: int | None
    name: str
    text: str
    exact: str
    as_written: str | None
    checks: tuple[str, ...]
    state: State

    @property
    def tip(self) -> str:
        """The field in lines: name, value, as written, checks."""
        written = (f"As written: {self.as_written}",) if self.as_written else ()
        checks = (f"Check: {check}" for check in self.checks)
        return lines(self.name, f"Value: {self.exact}", *written, *checks)


def lines(*parts: str) -> str:
    """Join lines for a tip; white space inside a line becomes plain spaces."""
    return "\n".join(" ".join(part.split()) for part in parts)


def record_fields(extraction: Extraction) -> dict[str, Field]:
    """Return every value of an extraction's record by JSON pointer, in the record's order."""
    if extraction.record is None:
        return {}
    numbers = {pointer: number for number, pointer in enumerate(extraction.evidence)}
    remarks = _remarks(extraction)
    return {
        pointer: _field(pointer, name, value, extraction, numbers, remarks)
        for pointer, name, value in _values(extraction.record)
    }


_Remarks = Mapping[str, Sequence[tuple[State, str]]]
_Named = tuple[str, str, str | Part]
"""A pointer, the name of what stands there, and its value."""


def _field(
    pointer: str,
    name: str,
    value: str | Part,
    extraction: Extraction,
    numbers: Mapping[str, int],
    remarks: _Remarks,
) -> Field:
    spans = [span for span in extraction.evidence.get(pointer, ()) if span.start < span.end]
    said = remarks.get(pointer, ())
    return Field(
        number=numbers[pointer] if spans else None,
        place=spans[0].start if spans else None,
        name=name,
        text=value if isinstance(value, str) else short(value),
        exact=value if isinstance(value, str) else exact(value),
        as_written=_as_written(value, spans, extraction.article.text),
        checks=tuple(words for _, words in said) or (_standing(pointer, spans, extraction),),
        state=max((state for state, _ in said), key=_SEVERITY.index, default="plain"),
    )


def _as_written(value: str | Part, spans: Sequence[Span], text: str) -> str | None:
    if not isinstance(value, str):
        return value.as_written
    quote = text[slice(*spans[0])] if spans else value
    return None if quote == value else quote


_SEVERITY: tuple[State, ...] = ("plain", "finding", "violation")


def _standing(pointer: str, spans: Sequence[Span], extraction: Extraction) -> str:
    """Say what holds for a value that no check objects to."""
    computed = extraction.computed.get(pointer)
    if computed is not None:
        return f"the record’s own figures give {computed:,.2f}%."
    if not spans:
        return "follows from the text; it does not stand there in these words."
    return "stands in the article; no check objects."


def _remarks(extraction: Extraction) -> _Remarks:
    """Collect what violations and findings say, by the pointer of the value that bears it."""
    remarks: dict[str, list[tuple[State, str]]] = defaultdict(list)
    for violation in extraction.violations:
        for pointer in violation.pointers:
            remarks[_bearer(pointer)].append(("violation", violation.message))
    for finding in extraction.findings:
        for pointer in finding.pointers:
            remarks[_bearer(pointer)].append(("finding", finding.message))
    return remarks


def _bearer(pointer: str) -> str:
    """Return the value that bears a remark: an item as a whole is borne by what names it."""
    parts = pointer.split("/")
    if pointer == "/event":
        return "/event/name"
    if len(parts) == 3 and parts[1] in _NAMING:
        return f"{pointer}/{_NAMING[parts[1]]}"
    return pointer


def _values(record: Record) -> Iterator[_Named]:
    if record.event is not None:
        yield from _event(record.event)
    for index, share in enumerate(record.shares):
        yield from _share(f"/shares/{index}", share)
    for index, project in enumerate(record.projects):
        yield from _project(f"/projects/{index}", project)
    for index, agreement in enumerate(record.agreements):
        yield from _agreement(f"/agreements/{index}", agreement)


def _event(event: Event) -> Iterator[_Named]:
    texts = {
        "name": event.name,
        "activity": event.activity,
        "start_date": event.start_date,
        "end_date": event.end_date,
        "place": event.place,
        "host": event.host,
    }
    for field, text in texts.items():
        if text is not None:
            yield f"/event/{field}", f"Event: {field.replace('_', ' ')}", text
    yield from _listed("/event/aliases", "Event: other name", event.aliases)
    yield from _listed("/event/industries", "Event: industry", event.industries)
    yield from _count("/event/total", "Total", event.total.count)
    yield from _amounts("/event/total", "Total", event.total.amounts)


def _share(pointer: str, share: Share) -> Iterator[_Named]:
    title = f"Share {share.id} “{share.label}”"
    yield f"{pointer}/label", f"{title}: label", share.label
    yield from _count(pointer, title, share.count)
    yield from _amounts(pointer, title, share.amounts)
    for index, percent in enumerate(share.percents):
        yield f"{pointer}/percents/{index}", f"{title}: {base(percent)}, stated", percent


def _project(pointer: str, project: Project) -> Iterator[_Named]:
    title = f"Project “{project.name}”"
    yield f"{pointer}/name", "Project: name", project.name
    yield from _listed(f"{pointer}/investors", f"{title}: investor", project.investors)
    for field, text in {"place": project.place, "industry": project.industry}.items():
        if text is not None:
            yield f"{pointer}/{field}", f"{title}: {field}", text
    yield from _amounts(pointer, title, project.amounts)
    for index, target in enumerate(project.targets):
        yield f"{pointer}/targets/{index}", f"{title}: {target.measure}", target
        yield f"{pointer}/targets/{index}/measure", f"{title}: target", target.measure


def _agreement(pointer: str, agreement: Agreement) -> Iterator[_Named]:
    title = f"Agreement “{agreement.label}”"
    yield f"{pointer}/label", "Agreement: label", agreement.label
    yield from _listed(f"{pointer}/parties", f"{title}: party", agreement.parties)
    yield from _count(pointer, title, agreement.count)
    yield from _amounts(pointer, title, agreement.amounts)


def _count(pointer: str, title: str, count: Count | None) -> Iterator[_Named]:
    if count is not None:
        yield f"{pointer}/count", f"{title}: number", count


def _amounts(pointer: str, title: str, amounts: Sequence[Amount]) -> Iterator[_Named]:
    for index, amount in enumerate(amounts):
        name = f"{title}: {kind_words(amount.kind)}"
        yield f"{pointer}/amounts/{index}", name, amount
        for at, equivalent in enumerate(amount.equivalents):
            yield f"{pointer}/amounts/{index}/equivalents/{at}", f"{name}, converted", equivalent


def _listed(pointer: str, name: str, texts: Sequence[str]) -> Iterator[_Named]:
    for index, text in enumerate(texts):
        yield f"{pointer}/{index}", name, text


def base(percent: Percent) -> str:
    """Write what a percentage is of: `percent of the investment`, `percent of the number`."""
    return "percent of the number" if percent.of == "count" else "percent of the investment"
