"""Checks of a record: small functions of one signature, and the runner that collects what they say."""

from dataclasses import dataclass

from extractor.checks.completeness import UNPLACED, check_unplaced
from extractor.checks.conversions import check_conversions
from extractor.checks.cut_names import check_names_are_whole
from extractor.checks.denied import check_event_is_not_denied
from extractor.checks.grounding import (
    check_dates_have_evidence,
    check_figures_stand,
    check_reuse,
    check_texts_stand,
)
from extractor.checks.order import check_order
from extractor.checks.part_words import check_parts_are_said, check_said_parts
from extractor.checks.percentages import check_percent_sums, check_percents, computed_percent
from extractor.checks.put_aside import check_put_aside
from extractor.checks.reading import check_language, check_notation
from extractor.checks.structure import (
    check_conversions_apart,
    check_dates,
    check_duplicates,
    check_empty_shares,
)
from extractor.checks.subject import Check, Subject
from extractor.checks.wholes import (
    check_hidden_parts,
    check_nesting,
    check_parts,
    check_size_classes,
    check_sums,
)
from extractor.checks.wording import check_bases, check_kinds
from extractor.figures import Figure
from extractor.violations import Finding, Violation

__all__ = ["CHECKS", "Check", "Checked", "Subject", "computed_percent", "run_checks"]

CHECKS: tuple[Check, ...] = (
    check_dates,
    check_empty_shares,
    check_duplicates,
    check_conversions_apart,
    check_nesting,
    check_hidden_parts,
    check_parts_are_said,
    check_said_parts,
    check_figures_stand,
    check_texts_stand,
    check_dates_have_evidence,
    check_names_are_whole,
    check_reuse,
    check_order,
    check_percents,
    check_percent_sums,
    check_parts,
    check_size_classes,
    check_sums,
    check_conversions,
    check_kinds,
    check_bases,
    check_unplaced,
    check_put_aside,
    check_event_is_not_denied,
    check_language,
    check_notation,
)


@dataclass(frozen=True)
class Checked:
    """What all checks say of a record.

    Attributes:
        violations: what the model can mend; those of resolving the draft come first.
        findings: what a reader should know about the source; those of resolving come first.
        unplaced: the figures that are neither used nor accounted for otherwise.
    """

    violations: tuple[Violation, ...]
    findings: tuple[Finding, ...]
    unplaced: tuple[Figure, ...]


def run_checks(subject: Subject) -> Checked:
    """Run every check; equal violations and findings are given once."""
    said = [result for check in CHECKS for result in check(subject)]
    violations = [result for result in said if isinstance(result, Violation)]
    findings = [result for result in said if isinstance(result, Finding)]
    left = {figure for each in violations if each.code == UNPLACED for figure in each.figures}
    return Checked(
        violations=tuple(dict.fromkeys((*subject.resolution.violations, *violations))),
        findings=tuple(dict.fromkeys((*subject.resolution.findings, *findings))),
        unplaced=tuple(figure for figure in subject.figures if figure.id in left),
    )
