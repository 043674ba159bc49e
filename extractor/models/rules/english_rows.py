"""Rows of English figures that add up to one before them: a breakdown, whatever its words are."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import NamedTuple

from extractor.models.rules.english_placed import Placed
from extractor.models.rules.reading import COUNT, MONEY, THING

_LEAST = 6
"""Smaller counts are the sum of others by chance."""
_MOST = 32  # figures behind a whole among which its parts are looked for
_FEWEST = 2
_LONGEST_GAP = 240  # letters between two parts
_ONE_BREAK = 2  # ends of lines, one of them of a blank line
_STEPS = 400  # into how many steps a sum is divided, of which rounding may take one


class Row(NamedTuple):
    """Figures of one kind, one after the other, and what they add up to.

    Attributes:
        whole: where the figure stands in the reading that is their sum.
        parts: where they stand.
    """

    whole: int
    parts: tuple[int, ...]


def count_rows(placed: Placed) -> list[Row]:
    """Return the rows of an article's counts, of projects and of whatever else may carry them."""
    counts = [
        (at, value)
        for at in placed.told(COUNT + THING)
        if (value := placed.reading.mark(at).figure.value) is not None
    ]
    rows = _closed(counts, least=Decimal(_LEAST), is_rounded=False)
    return [row for row in rows if _is_one_passage(placed.reading.text, row)]


def money_rows(placed: Placed) -> list[Row]:
    """Return the rows of an article's amounts, each of one currency; sums may be rounded."""
    by_currency: dict[str | None, list[tuple[int, Decimal]]] = {}
    for at in placed.told(MONEY):
        figure = placed.reading.mark(at).figure
        if figure.value is not None:
            by_currency.setdefault(figure.unit, []).append((at, figure.value))
    return [
        row
        for amounts in by_currency.values()
        for row in _closed(amounts, least=Decimal(0), is_rounded=True)
        if _is_one_passage(placed.reading.text, row)
    ]


def _is_one_passage(text: str, row: Row) -> bool:
    """Return whether parts stand in one paragraph or two, or each in a line of a list."""
    breaks = [text.count("\n", start, end) for start, end in pairwise(row.parts)]
    return sum(breaks) <= _ONE_BREAK or all(breaks)


def _closed(
    figures: Sequence[tuple[int, Decimal]], *, least: Decimal, is_rounded: bool
) -> Iterator[Row]:
    """Give the rows behind each figure that add up to it."""
    for number, (at, whole) in enumerate(figures):
        behind = [own for own in figures[number + 1 : number + 1 + _MOST] if own[1] < whole]
        if whole < least or len(behind) < _FEWEST:
            continue
        sums = list(accumulate((value for _, value in behind), initial=Decimal(0)))
        if sums[-1] * _STEPS < whole * (_STEPS - 1):
            continue
        for start, end in _ranges(sums, whole, is_rounded=is_rounded):
            parts = tuple(place for place, _ in behind[start:end])
            if len(parts) >= _FEWEST and all(b - a <= _LONGEST_GAP for a, b in pairwise(parts)):
                yield Row(at, parts)


def _ranges(
    sums: Sequence[Decimal], whole: Decimal, *, is_rounded: bool
) -> Iterator[tuple[int, int]]:
    """Give from where to where the sums of a row grow by the whole; two parts add up exactly."""
    seen = {value: place for place, value in enumerate(sums)}
    ends = [(seen[value - whole], place) for value, place in seen.items() if value - whole in seen]
    if ends or not is_rounded:
        yield from ends
        return
    steps = {int(value * _STEPS / whole): place for place, value in enumerate(sums)}
    for step, place in steps.items():
        for start in (steps.get(step - _STEPS), steps.get(step - _STEPS - 1)):
            if start is not None and place - start > _FEWEST:
                yield start, place
