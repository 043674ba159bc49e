"""Totals over the records of an archive, exact: by year, by host, and by the groups of each dimension.

Only what is of one kind in one currency is added up. An event counts once for each article that
reports it: whether two articles mean the same event is not for code to guess. Of an amount its first
mention of a kind and currency counts, and never a conversion beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import Self, get_args

from extractor.archive.where import folded
from extractor.extraction import Extraction
from extractor.record import Amount, AmountKind, Count, Dimension, Share, Tally
from extractor.report.archive.row import year_of

_EXACT = Context(prec=200)
"""Sums of decimals of any length that an article holds."""

Measure = tuple[AmountKind, str] | None
"""What may be added up: a kind of amount in a currency; None is the number of projects."""

PROJECTS: Measure = None


@dataclass
class Sum:
    """A sum of what articles state.

    Attributes:
        low: the sum of the values; of a range, its lower end.
        high: the same with the upper ends.
        n: how many values there are in it.
        n_hedged: how many of them are not exact as written (about, nearly, over, under).
    """

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    n: int = 0
    n_hedged: int = 0

    def add(self, figure: Count | Amount) -> None:
        """Add a figure of a record."""
        low = Decimal(figure.value)
        high = low if figure.upper is None else Decimal(figure.upper)
        self._add(low, high, 1, int(figure.hedge != "exact"))

    def __iadd__(self, other: "Sum") -> Self:
        """Add another sum."""
        self._add(other.low, other.high, other.n, other.n_hedged)
        return self

    def _add(self, low: Decimal, high: Decimal, n: int, n_hedged: int) -> None:
        self.low, self.high = _EXACT.add(self.low, low), _EXACT.add(self.high, high)
        self.n += n
        self.n_hedged += n_hedged

    def percent_of(self, whole: "Sum") -> Decimal | None:
        """Return what part of another sum this is, in percent; None where that one is nothing."""
        return _EXACT.divide(100 * self.low, whole.low) if whole.low > 0 else None


Sums = defaultdict[Measure, Sum]


def _no_sums() -> Sums:
    return defaultdict(Sum)


@dataclass
class Group:
    """What some events, or a group of projects in some events, come to.

    Attributes:
        title: its name as it was first met.
        n_events: in how many articles' events.
        sums: the sum of each measure.
        parts: for a group of projects, the same of those events alone that state their total too.
        wholes: the sums of these totals.
    """

    title: str
    n_events: int = 0
    sums: Sums = field(default_factory=_no_sums)
    parts: Sums = field(default_factory=_no_sums)
    wholes: Sums = field(default_factory=_no_sums)

    def add(self, part: Tally | Share, whole: Tally | None = None) -> None:
        """Add an event's total, or a share with the total that it is a part of."""
        self.n_events += 1
        whole_figures = dict(_figures(whole)) if whole is not None else {}
        for measure, figure in _figures(part):
            self.sums[measure].add(figure)
            if measure in whole_figures:
                self.parts[measure].add(figure)
                self.wholes[measure].add(whole_figures[measure])

    def __iadd__(self, other: "Group") -> Self:
        """Add another group."""
        self.n_events += other.n_events
        for name in ("sums", "parts", "wholes"):
            for measure, total in getattr(other, name).items():
                getattr(self, name)[measure] += total
        return self


class Totals:
    """Totals that grow with every extraction.

    Attributes:
        all: all events.
        years: by year; events without one under the empty text.
        hosts: by host, as it is compared; events without one under the empty text.
        groups: by dimension and label, as it is compared.
        n_with: in how many events there is a group of a dimension.
    """

    def __init__(self) -> None:
        self.all = Group("all")
        self.years: dict[str, Group] = {}
        self.hosts: dict[str, Group] = {}
        self.groups: dict[Dimension, dict[str, Group]] = {
            dimension: {} for dimension in get_args(Dimension)
        }
        self.n_with: dict[Dimension, int] = dict.fromkeys(get_args(Dimension), 0)

    def add(self, extraction: Extraction) -> None:
        """Add an extraction; one without an event adds nothing."""
        record = extraction.record
        if record is None or record.event is None:
            return
        total, host = record.event.total, record.event.host or ""
        for group in (
            self.all,
            _named(self.years, year_of(extraction)),
            _named(self.hosts, host),
        ):
            group.add(total)
        self._add_shares(record.shares, total)

    def _add_shares(self, shares: Sequence[Share], total: Tally) -> None:
        """Add each group of an event once, also where it stands below several others."""
        seen: set[tuple[Dimension, str]] = set()
        for share in shares:
            key = (share.dimension, folded(share.label))
            if key not in seen:
                seen.add(key)
                _named(self.groups[share.dimension], share.label).add(share, total)
        for dimension in {dimension for dimension, _ in seen}:
            self.n_with[dimension] += 1


def largest(groups: Mapping[str, Group], *, most: int) -> tuple[list[Group], Group | None]:
    """Return the groups of the most events, and all others as one; None where there are none."""
    ordered = sorted(groups.values(), key=lambda group: -group.n_events)
    shown, left = ordered[:most], ordered[most:]
    return shown, _together(left) if left else None


def _together(groups: Sequence[Group]) -> Group:
    others = Group(f"{len(groups):,} others")
    for group in groups:
        others += group
    return others


def _named(groups: dict[str, Group], name: str) -> Group:
    return groups.setdefault(folded(name), Group(name))


def _figures(part: Tally | Share) -> Iterator[tuple[Measure, Count | Amount]]:
    """Give the first figure of each measure."""
    if part.count is not None:
        yield PROJECTS, part.count
    yield from _first(part.amounts)


def _first(amounts: Iterable[Amount]) -> Iterator[tuple[Measure, Amount]]:
    seen: set[Measure] = set()
    for amount in amounts:
        measure = (amount.kind, amount.currency)
        if measure not in seen:
            seen.add(measure)
            yield measure, amount
