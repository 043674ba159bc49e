"""Joining: one of several extractions of an article is kept, with the account of all of them."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.extraction import Extraction
from extractor.usage import NO_TOKENS, Usage
from extractor.violations import Finding


def faults(extraction: Extraction) -> tuple[bool, int]:
    """Return what makes one extraction worse than another: no record, then violations."""
    return extraction.record is None, len(extraction.violations)


def joined(
    kept: Extraction,
    extractions: Sequence[Extraction],
    *,
    findings: Sequence[Finding] = (),
    unanswered: Usage = NO_TOKENS,
) -> Extraction:
    """Return an extraction with the attempts and the usage of all.

    Args:
        kept: the one that is kept.
        extractions: all of them, in the order in which they were made.
        findings: what there is to say about all of them together.
        unanswered: what was taken by tries that led to no extraction.
    """
    if len(extractions) == 1 and not findings and unanswered == NO_TOKENS:
        return kept  # as nearly always, and nothing needs to be made anew
    attempts = [attempt for extraction in extractions for attempt in extraction.attempts]
    return replace(
        kept,
        attempts=tuple(
            replace(attempt, number=number) for number, attempt in enumerate(attempts, start=1)
        ),
        findings=(*kept.findings, *findings),
        unanswered=sum((extraction.unanswered for extraction in extractions), unanswered),
    )
