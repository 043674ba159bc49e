"""Completeness: every figure of an article with an event is accounted for."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from extractor.article import Span
from extractor.checks.bounds import bounds
from extractor.checks.subject import EVENT, Subject
from extractor.draft.references import show
from extractor.figures import Figure, FigureKind
from extractor.violations import Violation

_PLACED_KINDS: frozenset[FigureKind] = frozenset({"money", "count", "percent", "quantity"})
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
    accounts = Accounts(subject)
    placed = subject.uses.keys() | subject.resolution.background
    return tuple(
        figure
        for figure in subject.figures
        if figure.id not in placed and _needs_a_place(figure) and not accounts.hold(figure)
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
    return (
        figure.kind in _PLACED_KINDS
        and figure.value is not None
        and figure.unit != _POINTS
        and not figure.boundary
    )


class Accounts:
    """What accounts for figures that a record does not use."""

    def __init__(self, subject: Subject) -> None:
        """Account by what the record of `subject` uses."""
        self._subject = subject

    def hold(self, figure: Figure) -> bool:
        """Return whether something accounts for a figure that is not background."""
        return (
            _reading(figure) in self._used
            or figure.conversion_of in self._subject.uses
            or figure.id in self._subject.figures_in_names
            or self._rounds_a_total(figure)
        )

    def _rounds_a_total(self, figure: Figure) -> bool:
        return any(_rounds(figure, total) for total in self._totals)

    @cached_property
    def _used(self) -> set[object]:
        by_id = self._subject.figures_by_id
        return {_reading(by_id[figure]) for figure in self._subject.uses}

    @cached_property
    def _totals(self) -> list[Figure]:
        return [
            entry.figure
            for entry in self._subject.entries_by_owner.get(EVENT, ())
            if entry.figure is not None
        ]


def _reading(figure: Figure) -> tuple[object, ...]:
    """Return what a figure says; another one that says the same repeats it."""
    return figure.kind, figure.value, figure.upper, _unit(figure)


def _rounds(figure: Figure, total: Figure) -> bool:
    """Return whether a figure says less exactly what the total says (a headline's 近千亿)."""
    if (figure.kind, _unit(figure)) != (total.kind, _unit(total)) or total.value is None:
        return False
    reach = bounds(figure)
    return reach.high > reach.low and reach.low <= total.value <= reach.high


def _unit(figure: Figure) -> str | None:
    """Return the unit that tells figures apart; the nouns of counts vary from mention to mention."""
    return None if figure.kind == "count" else figure.unit
