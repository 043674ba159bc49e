"""What checks make of an error: impossible, a violation, a finding, or nothing at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from benchmarks.errors.error import Clean, Error
from extractor.checks import Subject, run_checks
from extractor.violations import Finding, Violation

Outcome = Literal["impossible", "violation", "finding", "unseen"]
OUTCOMES: tuple[Outcome, ...] = ("impossible", "violation", "finding", "unseen")


@dataclass(frozen=True)
class Report:
    """A violation or finding, told apart from others by its code and what it is about."""

    outcome: Outcome
    code: str
    items: frozenset[str]
    figures: frozenset[int]

    def concerns(self, items: frozenset[str], figures: frozenset[int]) -> bool:
        """Return whether it names one of the figures, or without any figures, one of the items."""
        return bool(self.figures & figures if self.figures else self.items & items)


def outcome(error: Error, clean: Clean) -> Outcome:
    """Return the first of the outcomes that a report which is new and concerns the error has.

    What `resolve` refuses is impossible: it never gets into a record.
    """
    own = {slot.figure.id for slot in clean.slots if slot.item in error.items}
    figures = error.figures | own
    known = set(reports(clean.subject))
    found = {
        report.outcome
        for report in reports(error.article.with_draft(error.draft))
        if report not in known and report.concerns(error.items, figures)
    }
    return next(each for each in OUTCOMES if each in found or each == "unseen")


def reports(subject: Subject) -> Iterator[Report]:
    """Yield what resolving and checking a draft say of it."""
    refused = subject.resolution.violations
    checked = run_checks(subject)
    said: tuple[Violation | Finding, ...] = (*checked.violations, *checked.findings)
    for each in said:
        yield _report(each, subject, is_refused=each in refused)


def _report(said: Violation | Finding, subject: Subject, *, is_refused: bool) -> Report:
    named = {subject.item(_owner(pointer)) for pointer in said.pointers}
    if isinstance(said, Finding):
        figures = {f.id for f in subject.figures if f.span in said.spans}
        return Report("finding", said.code, frozenset(named), frozenset(figures))
    return Report(
        "impossible" if is_refused else "violation",
        said.code,
        frozenset(named | set(said.items)),
        frozenset(said.figures),
    )


def _owner(pointer: str) -> str:
    parts = pointer.split("/")
    return "/event" if parts[1] == "event" else "/".join(parts[:3])
