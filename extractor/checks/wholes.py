"""Parts against their wholes: none above it, size classes inside each other, sums that close."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from extractor.checks.bounds import Bounds, bounds, total
from extractor.checks.claims import Claim, SumClaim, judge
from extractor.checks.entries import EVENT, Entry
from extractor.checks.size_classes import thresholds
from extractor.checks.subject import Group, Subject
from extractor.draft.references import show
from extractor.record import Dimension, Share
from extractor.violations import Finding, Violation

_DISJOINT: frozenset[Dimension] = frozenset({"industry", "region", "occasion"})
_SLIVER = Decimal("0.005")
_MOST_PARTS = 100
"""How many parts a group may have at most for each to be left out of its sum in turn."""


def check_parts(subject: Subject) -> Iterator[Violation | Finding]:
    """No share is above what it is a part of, and no project above the event or its share."""
    for share in subject.shares:
        yield from _check_part(share, subject.wholes(share)[0], subject)
    for index, project in enumerate(subject.record.projects):
        groups = [group for share in project.shares if (group := subject.share_at(share))]
        for whole in (*groups, EVENT):
            yield from _check_part(f"/projects/{index}", whole, subject)


def check_size_classes(subject: Subject) -> Iterator[Violation | Finding]:
    """A class with a higher threshold is a part of one with a lower, and holds no more than it."""
    classes = sorted(thresholds(subject).items(), key=lambda item: item[1].value)
    for (lower, low), (higher, high) in combinations(classes, 2):
        if low.is_below(high) and subject.wholes(higher)[0] in subject.wholes(lower):
            yield from _check_part(higher, lower, subject)


def check_nesting(subject: Subject) -> Iterator[Violation]:
    """Open size classes of one whole are entered as parts of each other."""
    classes = sorted(thresholds(subject).items(), key=lambda item: item[1].value)
    for (lower, low), (higher, high) in pairwise(classes):
        if low.is_below(high) and subject.shares[lower].of == subject.shares[higher].of:
            yield Violation(
                code="structure.nesting",
                message=f"{subject.title(higher)}: a class above a higher threshold is a part of "
                f"the one above a lower threshold; set `of` to {subject.shares[lower].id}.",
                pointers=(higher, lower),
                items=(subject.item(higher),),
            )


def check_hidden_parts(subject: Subject) -> Iterator[Violation]:
    """Shares that follow another and add up to it, in counts and in money, are entered as its parts."""
    begun: Counter[Group] = Counter()
    for whole, share in subject.shares.items():
        group = (share.dimension, share.of)
        begun[group] += 1
        followers = islice(subject.groups[group], begun[group], None)
        parts = _parts_that_add_up(share, followers, subject)
        columns = _columns(parts, whole, subject) if parts else ()
        if len(columns) > 1 and all(_closes(column.values) for column in columns):
            listed = ", ".join(subject.title(part) for part in parts)
            yield Violation(
                code="structure.parts",
                message=f"{listed}: they add up to {subject.title(whole)}; set `of` to {share.id} if "
                "they are its parts.",
                pointers=(*parts, whole),
                items=tuple(subject.item(part) for part in parts),
            )


def _parts_that_add_up(share: Share, followers: Iterable[str], subject: Subject) -> list[str]:
    """Return the next siblings of a share whose counts add up to its own, else none."""
    if share.count is None:
        return []
    left = share.count.value
    parts: list[str] = []
    for pointer in followers:
        count = subject.shares[pointer].count
        if count is None or count.value > left:
            return []
        left -= count.value
        parts.append(pointer)
        if left == 0:
            return parts if len(parts) > 1 else []
    return []


def check_sums(subject: Subject) -> Iterator[Violation | Finding]:
    """Groups that exclude each other do not add up to more than the whole.

    Where they close in counts or in money, or miss by a sliver only, they close in both.
    """
    for (dimension, _), parts in subject.groups.items():
        if len(parts) > 1:
            yield from _check_group(dimension, parts, subject)


def _check_group(
    dimension: Dimension, parts: Sequence[str], subject: Subject
) -> Iterator[Violation | Finding]:
    whole = subject.wholes(parts[0])[0]
    columns = _columns(parts, whole, subject)
    closing = _closing(columns)
    for column in closing or columns:
        if closing or _nearly_closes(column):
            holds = _closes
        elif dimension in _DISJOINT:
            holds = _stays_within
        else:
            continue
        if holds(column.values):
            continue
        *addends, stated = column.entries
        listed = " + ".join(_show(entry) for entry in addends)
        claim = SumClaim(
            code="arithmetic.sum",
            complaint=f"The groups by {dimension} ({listed}) do not add up to {_show(stated)} of "
            f"{subject.title(whole)}",
            entries=column.entries,
            holds=holds,
            is_tight=holds is _closes and _is_precise(column),
        )
        yield judge(claim, subject)


class Column(NamedTuple):
    """What every part and the whole state in one measure.

    Attributes:
        entries: the parts' figures, then the whole's.
        values: their bounds, in the same order.
    """

    entries: tuple[Entry, ...]
    values: tuple[Bounds, ...]

    def without(self, part: str) -> "Column":
        """Return the column with one part left out."""
        kept = [at for at, entry in enumerate(self.entries) if entry.owner != part]
        return Column(tuple(self.entries[at] for at in kept), tuple(self.values[at] for at in kept))


def _closing(columns: Sequence[Column]) -> Sequence[Column]:
    """Return the columns as far as they close in one measure at least, else nothing.

    A group may hold one share that is a part of another of them without being entered as such; the
    rest closes then, and is what is returned.
    """
    if any(_closes(column.values) for column in columns):
        return columns
    parts = dict.fromkeys(entry.owner for column in columns for entry in column.entries[:-1])
    if not 3 <= len(parts) <= _MOST_PARTS:
        return ()
    fewer = [[column.without(part) for column in columns] for part in parts]
    closed = [sum(_closes(column.values) for column in rest) for rest in fewer]
    return fewer[closed.index(max(closed))] if any(closed) else ()


def _columns(parts: Sequence[str], whole: str, subject: Subject) -> list[Column]:
    columns = []
    counts = [count for part in parts if (count := subject.count(part))]
    if (whole_count := subject.count(whole)) and len(counts) == len(parts):
        columns.append((*counts, whole_count))
    for amount in subject.money(whole):
        amounts = [entry for part in parts for entry in subject.money_like(amount, part)]
        if len(amounts) == len(parts):
            columns.append((*amounts, amount))
    return [Column(entries, tuple(map(bounds, entries))) for entries in columns]


def _closes(values: tuple[Bounds, ...]) -> bool:
    *parts, whole = values
    return total(parts).meets(whole)


def _stays_within(values: tuple[Bounds, ...]) -> bool:
    *parts, whole = values
    return total(parts).low <= whole.high


def _is_precise(column: Column) -> bool:
    """Return whether amounts are printed so finely that a sum of them hardly closes by chance."""
    *parts, whole = column.values
    reach = total(parts)
    return column.entries[-1].field != "count" and reach.high - reach.low <= whole.high * _SLIVER


def _nearly_closes(column: Column) -> bool:
    """Return whether amounts of at least three groups miss the whole by a sliver."""
    *parts, whole = column.entries
    if len(parts) < 3 or whole.field == "count":
        return False
    stated = Decimal(whole.part.value)
    missed = abs(sum((Decimal(part.part.value) for part in parts), Decimal(0)) - stated)
    return missed <= stated * _SLIVER


def _check_part(part: str, whole: str, subject: Subject) -> Iterator[Violation | Finding]:
    pairs = subject.comparable_money(part, whole)
    if (count := subject.count(part)) and (whole_count := subject.count(whole)):
        pairs.append((count, whole_count))
    for mine, theirs in pairs:
        if mine.part.value <= theirs.part.value or bounds(mine).low <= bounds(theirs).high:
            continue
        claim = Claim(
            code="arithmetic.part",
            complaint=f"{subject.title(part)}: {_show(mine)} is more than {_show(theirs)} of "
            f"{subject.title(whole)}, of which it is a part",
            entries=(mine, theirs),
            holds=_stays_within,
        )
        yield judge(claim, subject)


def _show(entry: Entry) -> str:
    return show(entry.figure) if entry.figure else f"“{entry.part.as_written}”"
