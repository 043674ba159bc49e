"""Items that say nothing, say something twice, or cannot be so."""

from collections.abc import Iterator

from extractor.checks.entries import EVENT
from extractor.checks.subject import Subject
from extractor.draft.references import show
from extractor.record import Record
from extractor.violations import Violation


def check_dates(subject: Subject) -> Iterator[Violation]:
    """An event does not end before it begins."""
    event = subject.record.event
    if event is None or event.start_date is None or event.end_date is None:
        return
    common = min(len(event.start_date), len(event.end_date))
    start, end = event.start_date[:common], event.end_date[:common]
    if "X" not in start.removeprefix("XXXX") + end.removeprefix("XXXX") and _is_later(start, end):
        yield Violation(
            code="structure.dates",
            message=f"the event: it starts on {event.start_date} and ends before that, on "
            f"{event.end_date}; correct the dates.",
            pointers=(f"{EVENT}/start_date", f"{EVENT}/end_date"),
            items=(subject.item(EVENT),),
        )


def check_empty_shares(subject: Subject) -> Iterator[Violation]:
    """A share has a count, an amount or a percentage: a group without figures is no share.

    Where its figures could not be resolved, that has been said already.
    """
    unresolved = {item for violation in subject.resolution.violations for item in violation.items}
    for pointer in subject.shares:
        if pointer not in subject.entries_by_owner and subject.item(pointer) not in unresolved:
            yield Violation(
                code="structure.empty_share",
                message=f"{subject.title(pointer)}: it has no count, amount or percentage; give its "
                "figures or delete it.",
                pointers=(pointer,),
                items=(subject.item(pointer),),
            )


def check_duplicates(subject: Subject) -> Iterator[Violation]:
    """No share, project or agreement is entered twice, by the same words and the same figures."""
    first: dict[object, str] = {}
    for pointer, names in _named_items(subject.record):
        entries = subject.entries_by_owner.get(pointer, ())
        figures = tuple(entry.figure.id if entry.figure else entry.pointer for entry in entries)
        original = first.setdefault((names, figures), pointer)
        if original != pointer:
            yield Violation(
                code="structure.duplicate",
                message=f"{subject.title(pointer)}: it says the same as {subject.title(original)}; "
                "delete one of the two.",
                pointers=(original, pointer),
                items=(subject.item(original), subject.item(pointer)),
            )


def check_conversions_apart(subject: Subject) -> Iterator[Violation]:
    """A conversion beside an amount is the same amount once more, never a second one."""
    for owner, entries in subject.entries_by_owner.items():
        amounts = {
            entry.figure.id: entry for entry in entries if entry.field == "amounts" and entry.figure
        }
        for entry in amounts.values():
            if entry.figure is None or entry.figure.conversion_of is None:
                continue
            restated = amounts.get(entry.figure.conversion_of)
            if restated and restated.figure:
                yield Violation(
                    code="structure.conversion",
                    message=f"{subject.title(owner)}: {show(entry.figure)} restates "
                    f"{show(restated.figure)}; move it into the `same` of that amount.",
                    pointers=(entry.pointer, restated.pointer),
                    items=(subject.item(owner),),
                    figures=(entry.figure.id, restated.figure.id),
                )


def _is_later(start: str, end: str) -> bool:
    """Compare two dates of one precision; without a year they may span New Year's Day."""
    if start.startswith("XXXX") or end.startswith("XXXX"):
        start_month, end_month = start[5:7], end[5:7]
        return start_month == end_month and start[8:] > end[8:]
    return start > end


def _named_items(record: Record) -> Iterator[tuple[str, tuple[str | None, ...]]]:
    """Yield every share, project and agreement by pointer, with the words that tell it from others."""
    for index, share in enumerate(record.shares):
        yield f"/shares/{index}", ("share", share.label.casefold(), share.of)
    for index, project in enumerate(record.projects):
        words = (project.name.casefold(), project.place, *project.investors)
        yield f"/projects/{index}", ("project", *words)
    for index, agreement in enumerate(record.agreements):
        yield f"/agreements/{index}", ("agreement", agreement.label.casefold(), *agreement.parties)
