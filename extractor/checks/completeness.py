"""Completeness: every figure of an article with an event is accounted for."""

from collections import defaultdict
from collections.abc import Iterator

from extractor.article import Span
from extractor.checks.bounds import bounds
from extractor.checks.entries import EVENT
from extractor.checks.subject import Subject, unit
from extractor.draft.references import show
from extractor.figures import Figure
from extractor.marking import is_shown
from extractor.violations import Violation

_POINTS = "pp"

UNPLACED = "completeness.unplaced"
"""The code of the violation that lists figures without a place."""


def _unplaced(subject: Subject) -> tuple[Figure, ...]:
    """Return the figures that are neither used nor accounted for otherwise, in order.

    Accounted for are: a repeat of a used figure, a rounded one of the event's totals, a part of a
    quoted name or label, a conversion of a used amount, a bound of a class, background, whatever has
    no value or never needs a place (dates, ordinals, percentage points). Without an event nothing
    needs a place.
    """
    if subject.record.event is None:
        return ()
    placed = subject.uses.keys() | subject.resolution.background
    return tuple(
        figure
        for figure in subject.figures
        if figure.id not in placed
        and _needs_a_place(figure)
        and not is_accounted_for(figure, subject)
    )


def check_unplaced(subject: Subject) -> Iterator[Violation]:
    """Every figure that may belong to the event is used, or put aside as background."""
    by_sentence: dict[Span, list[Figure]] = defaultdict(list)
    for figure in _unplaced(subject):
        by_sentence[subject.article.sentence_at(figure.id)].append(figure)
    for sentence, figures in by_sentence.items():
        shown = ", ".join(show(figure) for figure in figures)
        neighbours = [
            entry
            for figure in subject.figures_between(sentence)
            for entry in subject.uses.get(figure.id, ())
        ]
        yield Violation(
            code=UNPLACED,
            message=f"{shown}: not used anywhere; put each where it belongs, or into background.",
            items=tuple(dict.fromkeys((subject.item(EVENT), *subject.items(neighbours)))),
            grows=("shares", "projects", "agreements", "background"),
            figures=tuple(figure.id for figure in figures),
        )


def _needs_a_place(figure: Figure) -> bool:
    return is_shown(figure) and figure.unit != _POINTS and not figure.boundary


def is_accounted_for(figure: Figure, subject: Subject) -> bool:
    """Return whether something in the record accounts for a figure that is not background."""
    return (
        figure.conversion_of in subject.uses
        or bool(subject.saying(figure))
        or _rounds_a_total(figure, subject)
        or figure.id in subject.figures_in_names  # last, for it takes the longest
    )


def _rounds_a_total(figure: Figure, subject: Subject) -> bool:
    totals = subject.entries_by_owner.get(EVENT, ())
    return any(total.figure and rounds(figure, total.figure) for total in totals)


def rounds(figure: Figure, total: Figure) -> bool:
    """Return whether a figure says less exactly what the total says (a headline's 近千亿)."""
    if figure.kind != total.kind or unit(figure) != unit(total) or total.value is None:
        return False
    reach = bounds(figure)
    return reach.high > reach.low and reach.low <= total.value <= reach.high
