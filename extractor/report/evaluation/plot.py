"""The plots: each system's score with its interval over what an article costs, or takes.

Prices and times differ by powers of ten, so the axis is logarithmic; nothing at all, and what is not
known, have lanes of their own at its ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, floor, log10
from typing import NamedTuple

WIDTH, HEIGHT = 420, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 20, 14, 26
_MARGIN = 24  # px, between a lane and the numbers
_LANE = 62  # px, of nothing and of the unknown
_LINE = 15  # px between labels
_STEPS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
_MOST_TICKS = 6


class Measured(NamedTuple):
    """One system: its number and title, score, interval, and what an article takes (None: unknown)."""

    number: int
    title: str
    score: float
    interval: tuple[float, float] | None
    taken: float | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis, in px."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Point:
    """A system's mark, in px; `low` and `high` are the ends of its interval.

    `label_at` is where its name is written, to the left of the mark where `is_left`.
    """

    index: int
    title: str
    words: str
    x: float
    y: float
    low: float | None
    high: float | None
    label_at: float
    is_left: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing of `WIDTH` by `HEIGHT` px: points, the axes' ticks, and lines between lanes."""

    name: str
    points: tuple[Point, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    walls: tuple[float, ...]
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    top: float = _TOP
    bottom: float = HEIGHT - _BOTTOM


def plot(name: str, systems: Sequence[Measured], *, unit: str) -> Plot:
    """Draw systems.

    Args:
        name: what lies on the axis, in words.
        systems: at least one.
        unit: written before the numbers of the axis (`$`) or, where it begins with a space, behind.
    """
    across = _Across([system.taken for system in systems], unit)
    up = _Up(systems)
    points = [_point(system, across, up, unit) for system in systems]
    return Plot(name, _spread(points), across.ticks, up.ticks, across.walls)


class _Up:
    """The axis of scores, cut to what there is."""

    def __init__(self, systems: Sequence[Measured]) -> None:
        ends = [end for each in systems for end in (each.score, *(each.interval or ()))]
        low, high = min(ends), max(ends)
        step = next((step for step in _STEPS if (high - low) / step <= _MOST_TICKS - 2), _STEPS[-1])
        first = max(floor(low / step - 1e-9), 0)
        last = max(ceil(min(high, 1) / step - 1e-9), first + 1)
        self._low: float = first * step
        self._high: float = last * step
        digits = 3 if step < 0.01 else 2
        self.ticks = tuple(
            Tick(self.at(n * step), f"{n * step:.{digits}f}") for n in range(first, last + 1)
        )

    def at(self, score: float) -> float:
        """Return where a score lies, in px."""
        part = (score - self._low) / (self._high - self._low)
        return HEIGHT - _BOTTOM - part * (HEIGHT - _BOTTOM - _TOP)


class _Across:
    """The axis of cost or time: a lane for nothing, a logarithmic stretch, a lane for the unknown."""

    def __init__(self, values: Sequence[float | None], unit: str) -> None:
        positive = [value for value in values if value]
        has_zero, has_unknown = any(value == 0 for value in values), None in values
        left, right = float(_LEFT), float(WIDTH - _RIGHT)
        stretches = [has_zero, bool(positive), has_unknown]
        lane = _LANE if sum(stretches) > 1 else right - left
        if sum(stretches) == 2 and not positive:
            lane = (right - left) / 2
        self._zero, self._unknown = left + lane / 2, right - lane / 2
        self._left = left + lane * has_zero
        self._right = right - lane * has_unknown
        self._decades = _decades(positive)
        ends = [(has_zero, self._zero, _amount(0, unit)), (has_unknown, self._unknown, "unknown")]
        self.ticks = (
            *(Tick(at, label) for there, at, label in ends if there),
            *(Tick(self.at(value), _amount(value, unit)) for value in self._marks(positive)),
        )
        walls = ((has_zero, self._left), (has_unknown, self._right))
        self.walls = tuple(at for there, at in walls if there and sum(stretches) > 1)

    def at(self, value: float | None) -> float:
        """Return where a cost or time lies, in px."""
        if value is None:
            return self._unknown
        if value == 0:
            return self._zero
        low, high = self._decades
        part: float = (log10(value) - low) / (high - low)
        return self._left + _MARGIN + part * (self._right - self._left - 2 * _MARGIN)

    def _marks(self, positive: Sequence[float]) -> list[float]:
        if not positive:
            return []
        low, high = self._decades
        if high - low == 1:
            return [float(f"{digit}e{low}") for digit in (1, 2, 5, 10)]
        every = ceil((high - low) / 5)
        return [float(f"1e{power}") for power in range(low, high + 1, every)]


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """Return the powers of ten around some numbers; at least one lies between the two."""
    if not values:
        return 0, 1
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)


def _amount(value: float, unit: str) -> str:
    number = f"{value:,.0f}" if value >= 1 or not value else f"{value:.{-floor(log10(value))}f}"
    return _written(number, unit)


def _written(number: str, unit: str) -> str:
    return f"{number}{unit}" if unit.startswith(" ") else f"{unit}{number}"


def _point(system: Measured, across: _Across, up: _Up, unit: str) -> Point:
    x, y = across.at(system.taken), up.at(system.score)
    low, high = system.interval or (None, None)
    number = "unknown" if system.taken is None else _written(f"{system.taken:.4g}", unit)
    interval = "" if low is None else f" ({low:.3f} to {high:.3f})"
    return Point(
        index=system.number,
        title=system.title,
        words=f"{system.title}: {system.score:.3f}{interval}, {number} an article",
        x=x,
        y=y,
        low=None if low is None else up.at(low),
        high=None if high is None else up.at(high),
        label_at=y,
        is_left=x > (_LEFT + WIDTH - _RIGHT) / 2,
    )


def _spread(points: Sequence[Point]) -> tuple[Point, ...]:
    """Move marks of one place apart, and labels that would cover each other."""
    by_place: dict[float, list[Point]] = {}
    for point in points:
        by_place.setdefault(round(point.x), []).append(point)
    moved = [
        replace(point, x=point.x + (place - (len(group) - 1) / 2) * 10)
        for group in by_place.values()
        for place, point in enumerate(group)
    ]
    moved.sort(key=lambda point: (point.is_left, point.y))
    labelled = list(moved[:1])
    for before, point in pairwise(moved):
        last = labelled[-1]
        crowded = before.is_left == point.is_left and point.y < last.label_at + _LINE
        labelled.append(replace(point, label_at=last.label_at + _LINE) if crowded else point)
    return tuple(sorted(labelled, key=lambda point: point.index))
