"""The marked article: its text cut into runs, so that each figure and each quoted name can be marked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise

from extractor.extraction import Extraction
from extractor.figures import Figure
from extractor.report.fields import Field, lines
from extractor.report.roles import MEANINGS, Role, figure_roles
from extractor.report.wording import reading


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same evidence throughout.

    Attributes:
        start: where it begins in the article.
        text: its text.
        numbers: of the fields that rest on it, the one with the shortest evidence first.
        opens: whether the evidence of a field begins here.
        tip: the field it is shown for, in lines; empty where there is none.
    """

    start: int
    text: str
    numbers: tuple[int, ...]
    opens: bool
    tip: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What is shown of a figure.

    Attributes:
        role: what became of it.
        start: where it begins in the article.
        numbers: of the fields that rest on the figure itself.
        tip: role or field, value, as written, check, in lines.
    """

    role: Role
    start: int
    numbers: tuple[int, ...]
    tip: str


@dataclass(frozen=True, slots=True)
class Run:
    """A figure, or the text between two of them; the texts of all runs are the article's."""

    pieces: tuple[Piece, ...]
    mark: Mark | None


def marked_article(extraction: Extraction, fields: Mapping[str, Field]) -> tuple[Run, ...]:
    """Cut an article into runs.

    Args:
        extraction: its figures are in order and do not overlap.
        fields: the record's fields by pointer.
    """
    marks = _marks(extraction, fields)
    by_offset = groupby(_pieces(extraction, fields), _FigureAt(extraction.figures))
    return tuple(
        Run(tuple(pieces), None if figure is None else marks[figure.id])
        for figure, pieces in by_offset
    )


class _FigureAt:
    """Tells, for pieces in order, which figure each is a part of."""

    def __init__(self, figures: tuple[Figure, ...]) -> None:
        self._figures = iter(figures)
        self._next = next(self._figures, None)

    def __call__(self, piece: Piece) -> Figure | None:
        while self._next is not None and self._next.end <= piece.start:
            self._next = next(self._figures, None)
        if self._next is not None and self._next.start <= piece.start:
            return self._next
        return None


def _pieces(extraction: Extraction, fields: Mapping[str, Field]) -> Iterator[Piece]:
    text = extraction.article.text
    tips = {field.number: field.tip for field in fields.values() if field.number is not None}
    opening: dict[int, set[_Cover]] = defaultdict(set)
    closing: dict[int, set[_Cover]] = defaultdict(set)
    for pointer, field in fields.items():
        for start, end in extraction.evidence.get(pointer, ()):
            if field.number is not None and start < end:
                cover = (end - start, field.number, start)
                opening[start].add(cover)
                closing[end].add(cover)
    bounds = {0, len(text), *opening, *closing}
    bounds.update(offset for figure in extraction.figures for offset in figure.span)
    covers: set[_Cover] = set()
    for start, end in pairwise(sorted(bounds)):
        covers = covers - closing.get(start, set()) | opening.get(start, set())
        numbers = tuple(dict.fromkeys(number for _, number, _ in sorted(covers)))
        tip = tips[numbers[0]] if numbers else ""
        yield Piece(start, text[start:end], numbers, start in opening, tip)


_Cover = tuple[int, int, int]
"""A span that a field rests on: its length, the field's number, its start."""


def _marks(extraction: Extraction, fields: Mapping[str, Field]) -> dict[int, Mark]:
    resting: dict[tuple[int, int], list[Field]] = defaultdict(list)
    for pointer, field in fields.items():
        for span in extraction.evidence.get(pointer, ()):
            resting[span].append(field)
    roles = figure_roles(extraction)
    return {
        figure.id: _mark(figure, roles[figure.id], resting.get(figure.span, []))
        for figure in extraction.figures
    }


def _mark(figure: Figure, role: Role, fields: list[Field]) -> Mark:
    numbers = tuple(field.number for field in fields if field.number is not None)
    tip = "\n\n".join(field.tip for field in fields) or lines(
        f"{role.capitalize()}: {MEANINGS[role]}",
        f"Value: {reading(figure)}",
        f"As written: {figure.as_written}",
        f"Kind: {figure.kind}",
    )
    return Mark(role, figure.start, numbers, tip)
