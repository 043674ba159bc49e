"""Figures that the finder missed or misread: the labeller marks the words, code reads what it can."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import get_args

from extractor.article import Span
from extractor.draft.notes import quoted
from extractor.figures import Figure, find_figures
from extractor.review.edits import MarkFigure, MarkKind, RefusedError, UnmarkFigure
from extractor.review.labelling import Labelling, overlapping
from extractor.review.labels import Labels, Mark
from extractor.review.placing import placed_again
from extractor.review.wording import span_of

_CURRENCY = re.compile(r"[A-Z]{3}")
_MOST_DIGITS = 30


def figure_marked(labelling: Labelling, edit: MarkFigure) -> Labels:
    """Mark a figure; the finder's that it overlaps give way, and what rests on them is computed anew.

    Raises:
        RefusedError: code reads nothing there and no reading is given, or a use cannot follow.
    """
    span = span_of(labelling, edit.span)
    gone = overlapping(labelling.figures, span)
    kept = tuple(m for m in labelling.labels.marks if m.id not in {each.id for each in gone})
    mark = _mark(labelling, edit, span, gone)
    labels = replace(labelling.labels, marks=(*kept, mark))
    return _following(labelling, labels, gone, mark.id)


def figure_unmarked(labelling: Labelling, edit: UnmarkFigure) -> Labels:
    """Take a mark back, so that the finder's figure is there again.

    Raises:
        RefusedError: the labeller marked no such figure, or the record needs it.
    """
    marks = labelling.labels.marks
    mark = next((each for each in marks if each.id == edit.figure), None)
    if mark is None:
        raise RefusedError(f"[{edit.figure}] is no figure that you marked")
    labels = replace(labelling.labels, marks=tuple(m for m in marks if m is not mark))
    gone = tuple(figure for figure in labelling.figures if figure.id == mark.id)
    back = overlapping(labelling.found, mark.span)
    if labelling.subject.uses.get(mark.id) and len(back) != 1:
        raise RefusedError("the record uses this figure; take it out there first")
    return _following(labelling, labels, gone, back[0].id if back else mark.id)


def read_span(labelling: Labelling, span: Span) -> Figure | None:
    """Return the one figure that code reads in a stretch of the article, with its offsets."""
    words = labelling.article.text[slice(*span)]
    figures = [
        figure
        for figure in find_figures(words, published=labelling.article.published)
        if figure.value is not None
    ]
    if len(figures) != 1:
        return None
    only = figures[0]
    return only._replace(
        id=only.id + span.start,
        start=only.start + span.start,
        end=only.end + span.start,
        conversion_of=None,
    )


def agrees(labelling: Labelling, mark: Mark) -> bool:
    """Return whether code reads the same as the labeller in the words that were marked."""
    read = read_span(labelling, mark.span)
    return read is not None and _reading(read) == (mark.value, mark.upper, mark.unit, mark.hedge)


def free_id(span: Span, figures: Sequence[Figure]) -> int:
    """Return an id for a figure that is marked: one of those that stand there, else its place.

    Ids lie inside their figures, so that their order is that of the figures.
    """
    ids = (figure.id for figure in figures if span.start <= figure.id < span.end)
    return next(ids, span.start)


def _reading(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.upper, figure.unit, figure.hedge


def _mark(labelling: Labelling, edit: MarkFigure, span: Span, gone: Sequence[Figure]) -> Mark:
    read = read_span(labelling, span) or (gone[0] if len(gone) == 1 else None)
    value = edit.value if edit.value is not None or read is None else read.value
    kind = edit.kind or (read.kind if read else None)
    if value is None or kind is None:
        words = quoted(labelling.article.text[slice(*span)])
        raise RefusedError(f"code reads no single figure in {words}; give its kind and value")
    if kind not in get_args(MarkKind):
        raise RefusedError("a date needs no mark; set the event's dates themselves")
    says = edit.model_fields_set
    is_read_upper = read is not None and "upper" not in says and "value" not in says
    is_read_unit = read is not None and "unit" not in says and kind == read.kind
    mark = Mark(
        id=free_id(span, [*gone, *([read] if read else [])]),
        span=span,
        kind=kind,
        value=value,
        upper=read.upper if read is not None and is_read_upper else edit.upper,
        unit="%" if kind == "percent" else read.unit if read and is_read_unit else edit.unit,
        hedge=edit.hedge or (read.hedge if read else "exact"),
    )
    _check(mark)
    return mark


def _check(mark: Mark) -> None:
    """Refuse a reading that no figure can have."""
    numbers = [number for number in (mark.value, mark.upper) if number is not None]
    if any(
        number.adjusted() > _MOST_DIGITS or len(number.as_tuple().digits) > _MOST_DIGITS
        for number in numbers
    ):
        raise RefusedError(f"a value has at most {_MOST_DIGITS} digits")
    if mark.upper is not None and mark.upper <= mark.value:
        raise RefusedError("the upper end of a range lies above its value")
    if mark.kind == "count" and any(number % Decimal(1) for number in numbers):
        raise RefusedError("a count is a whole number")
    if mark.kind == "money" and not _CURRENCY.fullmatch(mark.unit or ""):
        raise RefusedError("an amount of money needs its currency as a code: CNY, USD, VND …")


def _following(labelling: Labelling, labels: Labels, gone: Sequence[Figure], heir: int) -> Labels:
    """Let what rests on figures that are gone rest on the one in their place."""
    after = replace(labelling, labels=labels)
    changed = labels.copied()
    for figure in gone:
        for entry in labelling.subject.uses.get(figure.id, ()):
            placed_again(after, changed, entry.pointer, heir)
    known = {figure.id for figure in after.figures}
    background = labels.background & known
    if any(figure.id in labels.background for figure in gone) and heir in known:
        background |= {heir}
    return replace(changed, background=background)
