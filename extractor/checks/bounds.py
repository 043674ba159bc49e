"""The bounds that a figure leaves its true value, by its printed precision and its hedge."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from extractor.checks.entries import Entry
from extractor.figures import Figure
from extractor.record import Count, Hedge

_NONE = Decimal(0)

_REACH: dict[Hedge, tuple[Decimal, Decimal]] = {
    "about": (Decimal("0.1"), Decimal("0.1")),
    "nearly": (Decimal("0.08"), _NONE),
    "over": (_NONE, Decimal("0.35")),
    "under": (Decimal("0.35"), _NONE),
}
"""How far below and above a hedged figure its true value lies, as parts of the figure.

Nearly 80% is above 73.6%; more than half is below two thirds, where a writer would say so.
"""


class Bounds(NamedTuple):
    """A closed interval of decimals."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Bounds") -> bool:
        """Return whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def percent_of(self, whole: "Bounds") -> "Bounds":
        """Return the bounds of the part that these are of a whole, in percent; zero has none."""
        if whole.low <= 0:
            return Bounds(Decimal(0), Decimal("Infinity"))
        return Bounds(100 * self.low / whole.high, 100 * self.high / whole.low)

    def widened(self, by: Decimal) -> "Bounds":
        """Return the interval with a margin on both sides."""
        return Bounds(self.low - by, self.high + by)


def total(addends: Iterable[Bounds]) -> Bounds:
    """Return the bounds of a sum."""
    low = high = Decimal(0)
    for addend in addends:
        low += addend.low
        high += addend.high
    return Bounds(low, high)


def bounds(figure: Figure | Entry) -> Bounds:
    """Return the bounds of a figure, or of one in a record.

    A value as printed stands for half a unit of its last digit either way; counts are whole and
    stand for themselves. A hedge opens one side or both and closes neither further than the print.
    """
    if isinstance(figure, Entry):
        if figure.figure is None:
            return _of_part(figure)
        figure = figure.figure
    if figure.value is None:
        return Bounds(Decimal(0), Decimal("Infinity"))
    step = _NONE if figure.kind == "count" else figure.step
    return _bounds(figure.value, figure.upper, figure.hedge, step)


def _of_part(entry: Entry) -> Bounds:
    part = entry.part
    upper = None if part.upper is None else Decimal(part.upper)
    step = _NONE if isinstance(part, Count) else None
    return _bounds(Decimal(part.value), upper, part.hedge, step)


def _bounds(value: Decimal, upper: Decimal | None, hedge: Hedge, step: Decimal | None) -> Bounds:
    half = (printed_step(value) if step is None else step) / 2
    top = value if upper is None else upper
    if hedge == "exact":
        return Bounds(value - half, top + half)
    below, above = _REACH[hedge]
    return Bounds(
        value - (abs(value) * below if below else half if not above else _NONE),
        top + (abs(top) * above if above else half if not below else _NONE),
    )


def printed_step(value: Decimal) -> Decimal:
    """Return the value of one unit in the last digit that is not zero (93.588 billion: a million)."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
