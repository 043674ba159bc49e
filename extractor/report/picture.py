"""The picture of the shares: parts of the whole, nested, stated percentages beside computed ones."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.record import Amount, Count, Dimension, PercentBase, Record, Share, Tally
from extractor.report.wording import short

_DISJOINT: frozenset[Dimension] = frozenset({"industry", "region", "stage", "occasion", "origin"})
"""Dimensions whose groups, where they fit side by side into the whole, are drawn so."""

_MEASURES: dict[PercentBase, str] = {"investment": "investment", "count": "number"}
_ROOM = 100.5
"""How far, in percent, rounded parts may fill their whole."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One share in one measure; lengths are percent of the event's total.

    Attributes:
        measure: `investment` or `number`.
        start: where it begins.
        length: its length by the record's figures, or by the stated percentage without them.
        is_computed: whether the length comes from the record's figures.
        whole: start and length of the share that it is a part of, if that is drawn.
        stated: where it would end by the stated percentage; None where none is stated.
        words: the same in words.
    """

    measure: str
    start: float
    length: float
    is_computed: bool
    whole: tuple[float, float] | None
    stated: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One share of the picture.

    Attributes:
        index: its place in the record's list.
        depth: 0 for a part of the total, 1 for a part of a part.
        heading: the dimension, where it differs from the row above at depth 0, else empty.
        bars: at most one for each measure.
    """

    index: int
    depth: int
    heading: str
    bars: tuple[Bar, ...]


def share_rows(record: Record, computed: Mapping[str, Decimal]) -> tuple[Row, ...]:
    """Return every share under the one that it is a part of, with its bars."""
    return tuple(_Drawing(record, computed).rows())


_Extent = tuple[float, float]
_WHOLE: _Extent = (0.0, 100.0)


class _Drawing:
    def __init__(self, record: Record, computed: Mapping[str, Decimal]) -> None:
        self._record = record
        self._computed = computed
        self._parents = _parents(record.shares)
        self._children: dict[int | None, list[int]] = defaultdict(list)
        for index, parent in enumerate(self._parents):
            self._children[parent].append(index)
        self._extents: dict[tuple[int | None, PercentBase], _Extent] = {
            (None, measure): _WHOLE for measure in _MEASURES
        }

    def rows(self) -> Iterator[Row]:
        """Give every share after the one that it is a part of."""
        pending = self._level(None, depth=0)
        while pending:
            row = pending.pop(0)
            yield row
            pending[:0] = self._level(row.index, depth=row.depth + 1)

    def _level(self, parent: int | None, *, depth: int) -> list[Row]:
        """Draw the parts of one whole, one dimension after the other."""
        groups: dict[Dimension, list[int]] = defaultdict(list)
        for index in self._children[parent]:
            groups[self._record.shares[index].dimension].append(index)
        rows: list[Row] = []
        for dimension, group in groups.items():
            by_measure = [self._bars(group, parent, measure) for measure in _MEASURES]
            for index in group:
                heading = f"by {dimension}" if depth == 0 and index == group[0] else ""
                bars = tuple(bars[index] for bars in by_measure if index in bars)
                rows.append(Row(index, depth, heading, bars))
        return rows

    def _bars(
        self, group: Sequence[int], parent: int | None, measure: PercentBase
    ) -> dict[int, Bar]:
        """Draw the groups of one dimension, side by side where they exclude each other and fit."""
        lengths = {index: self._length(index, measure) for index in group}
        whole = self._extents.get((parent, measure))
        start, room = whole or _WHOLE
        total = sum(length for length, _ in lengths.values() if length)
        dimension = self._record.shares[group[0]].dimension
        is_side_by_side = dimension in _DISJOINT and total <= room * _ROOM / 100
        bars: dict[int, Bar] = {}
        for index, (length, is_computed) in lengths.items():
            if length is None:
                continue
            self._extents[index, measure] = (start, length)
            stated = self._stated(index, measure)
            bars[index] = Bar(
                measure=_MEASURES[measure],
                start=start,
                length=length,
                is_computed=is_computed,
                whole=whole if parent is not None else None,
                stated=None if stated is None else start + stated,
                words=self._words(index, measure, length, is_computed=is_computed),
            )
            start += length if is_side_by_side else 0
        return bars

    def _length(self, index: int, measure: PercentBase) -> tuple[float | None, bool]:
        """Return a share's length in percent of the total, and whether figures give it."""
        for whole in self._wholes(index):
            extent = self._extents.get((whole, measure))
            ratio = None if extent is None else self._ratio(index, whole, measure)
            if extent is not None and ratio is not None:
                return float(ratio) * extent[1], True
        return self._stated(index, measure), False

    def _stated(self, index: int, measure: PercentBase) -> float | None:
        """Return the stated percentage as a length: of the whole it fits best, else of the nearest."""
        percents = self._record.shares[index].percents
        for at, percent in enumerate(percents):
            if percent.of != measure:
                continue
            whole = self._base(index, measure, self._computed.get(f"/shares/{index}/percents/{at}"))
            extent = self._extents.get((whole, measure))
            return None if extent is None else float(percent.value) * extent[1] / 100
        return None

    def _base(self, index: int, measure: PercentBase, computed: Decimal | None) -> int | None:
        """Return the whole that a computed percentage was computed of; without one, the nearest."""
        wholes = list(self._wholes(index))
        if computed is not None:
            for whole in wholes:
                ratio = self._ratio(index, whole, measure)
                if ratio is not None and abs(100 * ratio - computed) <= Decimal("0.01"):
                    return whole
        return wholes[0]

    def _words(self, index: int, measure: PercentBase, length: float, *, is_computed: bool) -> str:
        shares = self._record.shares
        said = []
        for at, percent in enumerate(shares[index].percents):
            if percent.of != measure:
                continue
            said.append(f"stated {short(percent)}")
            computed = self._computed.get(f"/shares/{index}/percents/{at}")
            if computed is not None:
                whole = self._base(index, measure, computed)
                of = "" if whole is None else f" of {shares[whole].id}"
                said.append(f"computed {computed:,.2f}%{of}")
        if not said or (is_computed and not any(words.startswith("computed") for words in said)):
            said.append(f"{length:.1f}% of the total")
        return ", ".join(said)

    def _wholes(self, index: int) -> Iterator[int | None]:
        """Give what a share is a part of, from the nearest share outwards to the event."""
        parent = self._parents[index]
        while parent is not None:
            yield parent
            parent = self._parents[parent]
        yield None

    def _ratio(self, index: int, whole: int | None, measure: PercentBase) -> Decimal | None:
        """Return what part of a whole a share is by the record's figures, if they tell."""
        part, of = self._record.shares[index], self._tally(whole)
        if of is None:
            return None
        if measure == "count":
            return _quotient(part.count, of.count)
        for kind, currency, value in _sums(part.amounts):
            for total_kind, total_currency, total in _sums(of.amounts):
                if (kind, currency) == (total_kind, total_currency) and total:
                    return value / total
        return None

    def _tally(self, whole: int | None) -> Share | Tally | None:
        if whole is not None:
            return self._record.shares[whole]
        return self._record.event.total if self._record.event else None


def _sums(amounts: Sequence[Amount]) -> Iterator[tuple[str, str, Decimal]]:
    """Give kind, currency and value of amounts and of their conversions."""
    for amount in amounts:
        yield amount.kind, amount.currency, amount.value
        for equivalent in amount.equivalents:
            yield amount.kind, equivalent.currency, equivalent.value


def _quotient(part: Count | None, whole: Count | None) -> Decimal | None:
    if part is None or whole is None or not whole.value:
        return None
    return Decimal(part.value) / Decimal(whole.value)


def _parents(shares: Sequence[Share]) -> list[int | None]:
    """Return the index of what each share is a part of; a circle is cut where it is met first."""
    indexes = {share.id: index for index, share in enumerate(shares)}
    parents = [indexes.get(share.of) if share.of is not None else None for share in shares]
    for index in range(len(shares)):
        seen, at = {index}, parents[index]
        while at is not None and at not in seen:
            seen.add(at)
            at = parents[at]
        if at is not None:
            parents[at] = None
    return parents
