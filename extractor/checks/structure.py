"""Items that say nothing, say something twice, or cannot be so."""

from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.subject import EVENT, Subject
from extractor.draft.references import show
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
    """A share has a count, an amount or a percentage: a group without figures is no share."""
    for pointer in subject.shares:
        if pointer not in subject.entries_by_owner:
            yield Violation(
                code="structure.empty_share",
                message=f"{subject.title(pointer)}: it has no count, amount or percentage; give its "
                "figures or delete it.",
                pointers=(pointer,),
                items=(subject.item(pointer),),
            )


def check_duplicates(subject: Subject) -> Iterator[Violation]:
    """No share, project or agreement is entered twice: the same name with the same figures."""
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pointer, text in subject.texts:
        owner, _, field = pointer.rpartition("/")
        if field in {"label", "name"} and owner != EVENT:
            names[owner.split("/")[1], text.casefold()].append(owner)
    for owners in names.values():
        for twin in owners[1:]:
            if any(_says_the_same(owner, twin, subject) for owner in owners[: owners.index(twin)]):
                yield Violation(
                    code="structure.duplicate",
                    message=f"{subject.title(twin)}: it is entered twice with the same figures; "
                    "delete one.",
                    pointers=(twin,),
                    items=tuple(subject.item(owner) for owner in owners),
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


def _says_the_same(owner: str, twin: str, subject: Subject) -> bool:
    return _sayings(owner, subject) == _sayings(twin, subject)


def _sayings(owner: str, subject: Subject) -> list[tuple[str, object]]:
    return [(entry.field, entry.part) for entry in subject.entries_by_owner.get(owner, ())]
