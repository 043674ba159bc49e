"""Parts against their wholes: none above it, size classes inside each other, sums that close."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from extractor.checks.bounds import ZERO, Bounds, bounds
from extractor.checks.claims import Claim, judge
from extractor.checks.size_classes import thresholds
from extractor.checks.subject import EVENT, Entry, Subject
from extractor.draft.references import show
from extractor.record import Dimension
from extractor.violations import Finding, Violation

_DISJOINT: frozenset[Dimension] = frozenset({"industry", "region", "occasion"})
_SLIVER = Decimal("0.005")


def check_parts(subject: Subject) -> Iterator[Violation | Finding]:
    """No share is above what it is a part of, and no project above the event or its share."""
    for share in subject.shares:
        whole = subject.wholes(share)[0]
        for part, total in _measures(share, whole, subject):
            yield from judge(_not_above(part, total, subject), subject)
    for index, project in enumerate(subject.record.projects):
        owner = f"/projects/{index}"
        groups = [group for share in project.shares if (group := subject.share_at(share))]
        for whole in (*groups, EVENT):
            for part, total in subject.comparable_money(owner, whole):
                yield from judge(_not_above(part, total, subject), subject)


def check_size_classes(subject: Subject) -> Iterator[Violation | Finding]:
    """A class with a higher threshold is a part of one with a lower, and holds no more than it."""
    for (lower, low), (higher, high) in combinations(
        sorted(thresholds(subject).items(), key=lambda item: item[1].value), 2
    ):
        if not low.is_below(high) or not _in_one_whole(lower, higher, subject):
            continue
        for part, total in _measures(higher, lower, subject):
            yield from judge(_not_above(part, total, subject), subject)


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


def check_sums(subject: Subject) -> Iterator[Violation | Finding]:
    """Groups that exclude each other do not add up to more than the whole.

    Where they close in counts or in money, or miss by a sliver only, they close in both.
    """
    groups: dict[tuple[Dimension, str | None], list[str]] = defaultdict(list)
    for pointer, share in subject.shares.items():
        groups[share.dimension, share.of].append(pointer)
    for (dimension, _), parts in groups.items():
        if len(parts) > 1:
            yield from _check_group(dimension, parts, subject)


def _check_group(
    dimension: Dimension, parts: Sequence[str], subject: Subject
) -> Iterator[Violation | Finding]:
    whole = subject.wholes(parts[0])[0]
    columns = list(_columns(parts, whole, subject))
    closed = [column for column in columns if _closes(_values(column))]
    for column in columns:
        if column in closed:
            continue
        if closed or _nearly_closes(column):
            holds = _closes
        elif dimension in _DISJOINT:
            holds = _stays_within
        else:
            continue
        *addends, total = column
        listed = " + ".join(_show(entry) for entry in addends)
        claim = Claim(
            code="arithmetic.sum",
            complaint=f"The groups by {dimension} ({listed}) do not add up to {_show(total)} of "
            f"{subject.title(whole)}",
            entries=tuple(column),
            holds=holds,
            is_tight=holds is _closes,
        )
        yield from judge(claim, subject)


def _columns(parts: Sequence[str], whole: str, subject: Subject) -> Iterator[list[Entry]]:
    """Yield what every part and the whole state in one measure: the parts' figures, then the whole's."""
    total = subject.count(whole)
    counts = [count for part in parts if (count := subject.count(part))]
    if total and len(counts) == len(parts):
        yield [*counts, total]
    for total in subject.money(whole):
        sums = [
            next(
                (mine for mine, theirs in subject.comparable_money(part, whole) if theirs is total),
                None,
            )
            for part in parts
        ]
        if all(sums):
            yield [*(entry for entry in sums if entry), total]


def _values(column: Sequence[Entry]) -> tuple[Bounds, ...]:
    return tuple(bounds(entry) for entry in column)


def _closes(values: tuple[Bounds, ...]) -> bool:
    *parts, whole = values
    return sum(parts, ZERO).meets(whole)


def _stays_within(values: tuple[Bounds, ...]) -> bool:
    *parts, whole = values
    return sum(parts, ZERO).low <= whole.high


def _nearly_closes(column: Sequence[Entry]) -> bool:
    """Return whether amounts of at least three groups miss the whole by a sliver."""
    *parts, whole = column
    if len(parts) < 3 or whole.field == "count":
        return False
    total = Decimal(whole.part.value)
    missed = abs(sum((Decimal(part.part.value) for part in parts), Decimal(0)) - total)
    return missed <= total * _SLIVER


def _measures(part: str, whole: str, subject: Subject) -> Iterator[tuple[Entry, Entry]]:
    """Yield what two items both state: counts, and amounts of one kind and currency."""
    if (mine := subject.count(part)) and (theirs := subject.count(whole)):
        yield mine, theirs
    yield from subject.comparable_money(part, whole)


def _not_above(part: Entry, whole: Entry, subject: Subject) -> Claim:
    return Claim(
        code="arithmetic.part",
        complaint=f"{subject.title(part.owner)}: {_show(part)} is more than {_show(whole)} of "
        f"{subject.title(whole.owner)}, of which it is a part",
        entries=(part, whole),
        holds=_stays_within,
        is_tight=False,
    )


def _in_one_whole(lower: str, higher: str, subject: Subject) -> bool:
    return subject.wholes(higher)[0] in {lower, *subject.wholes(lower)}


def _show(entry: Entry) -> str:
    return show(entry.figure) if entry.figure else f"“{entry.part.as_written}”"
