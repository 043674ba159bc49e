"""Rows of English figures that add up to one before them: a breakdown, whatever its words are."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, count, pairwise
from typing import NamedTuple

from extractor.models.rules.reading.reading import COUNT, MONEY, THING, Reading
from extractor.patterns import Pattern

PEOPLE = Pattern(
    r" (?:[a-z]+ )?(?:jobs?|posts|positions|people|persons|citizens|youths?|graduates|families|farmers|women|locals|workers|staff|employees|guests|delegates|visitors|exhibitors|participants|attendees|residents|households|countries|nations|regions|provinces|cities|counties|districts|booths|hectares|acres|tons|tonnes|beds|rooms|seats|days|weeks|months|years|times|km|MW)\b"
)
"""What is counted beside projects, and what they bring."""
_REFERENCE = Pattern(rf"\b(?:[Oo]f|[Aa]mong) (?:the|these|those) (?=[{COUNT}{THING}{MONEY}])")
"""What stands before a whole that is told again among its parts: "seven of the Ⓒ"."""
_LEAST = Decimal(6)
"""Smaller counts are the sum of others by chance."""
_MOST = 32  # figures behind a whole among which its parts are looked for
_FEWEST = 2
_LONGEST_GAP = 240  # letters between two parts
_ONE_BREAK = 2  # ends of lines, one of them of a blank line
_STEPS = 400  # into how many steps a sum is divided, of which rounding may take one

Figures = Sequence[tuple[int, Decimal]]
"""Figures with where they stand in the reading."""


class Row(NamedTuple):
    """Figures of one kind, one after the other, and what they add up to.

    Attributes:
        whole: where the figure stands in the reading that is their sum.
        parts: where they stand.
    """

    whole: int
    parts: tuple[int, ...]


def count_rows(reading: Reading, places: Sequence[int]) -> list[Row]:
    """Return the rows of counts, of projects and of whatever else may carry them.

    Args:
        reading: the article.
        places: where its counts stand that are no background.
    """
    text = reading.text
    counts = [at for at in places if text[at] == COUNT or _may_carry(reading, at)]
    return list(_rows(reading, counts, least=_LEAST, is_rounded=False))


def _may_carry(reading: Reading, at: int) -> bool:
    """Return whether what is counted may carry projects; one of anything ("one roof") hardly does."""
    return reading.mark(at).figure.value != 1 and not PEOPLE.match(reading.text, at + 1)


def money_rows(reading: Reading, places: Sequence[int]) -> list[Row]:
    """Return the rows of amounts, each of one currency; the sum of three or more may be rounded.

    Args:
        reading: the article.
        places: where its amounts stand that are no background.
    """
    by_currency: dict[str | None, list[int]] = {}
    for at in places:
        by_currency.setdefault(reading.mark(at).figure.unit, []).append(at)
    return [
        row
        for amounts in by_currency.values()
        if len(amounts) > _FEWEST
        for row in _rows(reading, amounts, least=Decimal(0), is_rounded=True)
    ]


def _rows(
    reading: Reading, places: Sequence[int], *, least: Decimal, is_rounded: bool
) -> Iterator[Row]:
    """Give the rows behind each of some figures that add up to it, each in one passage."""
    text = reading.text
    told = [(at, value) for at in places if (value := reading.mark(at).figure.value) is not None]
    again = {found.end() for found in _REFERENCE.finditer(text)}
    parts = [own for own in told if own[0] not in again]
    starts = [at for at, _ in parts]
    sums = list(accumulate((value for _, value in parts), initial=Decimal(0)))
    for at, whole in told:
        if whole < least:
            continue
        first = bisect_right(starts, at)
        behind = sums[first : first + _MOST]
        if (behind[-1] - behind[0]) * _STEPS < whole * (_STEPS - 1):
            continue
        for start, end in _ranges(behind, whole, is_rounded=is_rounded):
            row = Row(at, tuple(starts[first + start : first + end]))
            if _is_one_passage(text, row.parts):
                yield row


def _ranges(
    sums: Sequence[Decimal], whole: Decimal, *, is_rounded: bool
) -> Iterator[tuple[int, int]]:
    """Give from where to where sums grow by a whole; those of two parts exactly.

    All is done by sets: a loop over the sums would take as long as the rest of the rules.
    """
    places = dict(zip(sums, count()))
    ends = places.keys() & set(map(whole.__add__, sums))
    for end in sorted(ends):
        if places[end] - places[end - whole] >= _FEWEST:
            yield places[end - whole], places[end]
    if ends or not is_rounded or not whole:
        return
    steps = list(map(int, map((_STEPS / whole).__mul__, sums)))
    reached = dict(zip(steps, count()))
    for grown in (_STEPS, _STEPS - 1):
        for step in sorted(reached.keys() & set(map(grown.__add__, steps))):
            if reached[step] - reached[step - grown] > _FEWEST:
                yield reached[step - grown], reached[step]


def _is_one_passage(text: str, parts: Sequence[int]) -> bool:
    """Return whether parts stand close together in one paragraph or two, or in lines of a list."""
    if any(end - start > _LONGEST_GAP for start, end in pairwise(parts)):
        return False
    breaks = [text.count("\n", start, end) for start, end in pairwise(parts)]
    return sum(breaks) <= _ONE_BREAK or all(breaks)
