"""Roles: what became of every figure of an article in the record."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from extractor.article import Span
from extractor.checks.completeness import rounds
from extractor.checks.subject import reading_of
from extractor.extraction import Extraction
from extractor.figures import Figure

Role = Literal[
    "total",
    "share",
    "project",
    "target",
    "agreement",
    "date",
    "label",
    "repeat",
    "background",
    "unplaced",
    "unjudged",
]

MEANINGS: dict[Role, str] = {
    "total": "the event’s total",
    "share": "a group’s number, amount or percentage",
    "project": "a project’s amount",
    "target": "what a project is to make or bring",
    "agreement": "agreements beside the projects",
    "date": "a date or year",
    "label": "part of a name or label, or the bound of a class",
    "repeat": "says again what is used elsewhere",
    "background": "put aside: not this event’s result",
    "unplaced": "neither used nor accounted for",
    "unjudged": "found, but there is no record to place it in",
}
"""Every role in words, in the order of the legend."""

_USES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("total", re.compile(r"/event/total/")),
    ("share", re.compile(r"/shares/\d+/(?:count|amounts|percents)\b")),
    ("project", re.compile(r"/projects/\d+/amounts\b")),
    ("target", re.compile(r"/projects/\d+/targets/\d+$")),
    ("agreement", re.compile(r"/agreements/\d+/(?:count|amounts)\b")),
)


def figure_roles(extraction: Extraction) -> dict[int, Role]:
    """Return the role of every figure by its id.

    A figure that serves in several places has the role that comes first in the legend.
    """
    uses = _uses(extraction.evidence)
    others = _Others(extraction, uses)
    return {
        figure.id: uses.get(figure.span) or others.role(figure) for figure in extraction.figures
    }


def _uses(evidence: Mapping[str, Sequence[Span]]) -> dict[Span, Role]:
    """Return the role of every span that a figure of the record rests on."""
    uses: dict[Span, Role] = {}
    for role, pattern in _USES:
        for pointer, spans in evidence.items():
            if pattern.match(pointer):
                for span in spans:
                    uses.setdefault(span, role)
    return uses


class _Others:
    """Roles of the figures that the record does not use."""

    def __init__(self, extraction: Extraction, uses: Mapping[Span, Role]) -> None:
        used = [figure for figure in extraction.figures if figure.span in uses]
        self._is_judged = extraction.record is not None
        self._used_ids = {figure.id for figure in used}
        self._readings = {reading_of(figure) for figure in used}
        self._totals = [figure for figure in used if uses[figure.span] == "total"]
        self._background = extraction.background
        self._unplaced = {figure.id for figure in extraction.unplaced}
        self._names = {
            span for spans in extraction.evidence.values() for span in spans if span not in uses
        }

    def role(self, figure: Figure) -> Role:
        if figure.kind in {"date", "year"}:
            return "date"
        if not self._is_judged:
            return "unjudged"
        if figure.id in self._unplaced:
            return "unplaced"
        if figure.boundary or any(span.start <= figure.id < span.end for span in self._names):
            return "label"
        if figure.id in self._background or not self._is_repeat(figure):
            return "background"
        return "repeat"

    def _is_repeat(self, figure: Figure) -> bool:
        if figure.value is None:
            return False
        return (
            reading_of(figure) in self._readings
            or figure.conversion_of in self._used_ids
            or any(rounds(figure, total) for total in self._totals)
        )
