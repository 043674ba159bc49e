"""Percentages against the amounts and counts that they are percentages of."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from extractor.checks.bounds import Bounds, bounds
from extractor.checks.claims import Claim, judge
from extractor.checks.entries import Entry
from extractor.checks.subject import Subject
from extractor.draft.references import show
from extractor.record import Dimension, Percent, PercentBase
from extractor.violations import Finding, Violation

_CENT = Decimal("0.01")
_COARSE = Decimal(1)
_WORDS_MARGIN = Decimal(2)
_MOST_TRIED = 40
_MOST_OF_DISJOINT_GROUPS = Decimal(102)
_DISJOINT: frozenset[Dimension] = frozenset({"industry", "region", "stage", "occasion"})

Pair = tuple[Entry, Entry]
"""A part's figure and the same figure of its whole."""


def check_percents(subject: Subject) -> Iterator[Violation | Finding]:
    """A percentage is what its share's figure makes of the whole's, as far as the text gives both."""
    for entry in subject.entries:
        if isinstance(entry.part, Percent):
            yield from _check_percent(entry, entry.part, subject)


def check_percent_sums(subject: Subject) -> Iterator[Finding]:
    """Percentages of groups that exclude each other do not add up to more than the whole."""
    groups: dict[tuple[str, str, str | None], list[Entry]] = defaultdict(list)
    for pointer, share in subject.shares.items():
        for entry in subject.entries_by_owner.get(pointer, ()):
            if isinstance(entry.part, Percent) and share.dimension in _DISJOINT:
                groups[entry.part.of, share.dimension, share.of].append(entry)
    for (base, dimension, _), entries in groups.items():
        lowest = sum((_stated(entry).low for entry in entries), Decimal(0))
        if len(entries) > 1 and lowest > _MOST_OF_DISJOINT_GROUPS:
            shown = ", ".join(_show(entry) for entry in entries)
            yield Finding(
                code="arithmetic.percent_sum",
                message=f"The percentages of the {base} by {dimension} add up to more than 100: {shown}.",
                pointers=tuple(entry.pointer for entry in entries),
                spans=tuple(entry.figure.span for entry in entries if entry.figure),
            )


def computed_percent(subject: Subject, share_pointer: str, index: int) -> Decimal | None:
    """Compute what a stated percentage would be by the record's own figures.

    Args:
        subject: the record with its article.
        share_pointer: the share, for example `/shares/2`.
        index: which of its percentages.

    Returns:
        Percent with two decimals (78.97 beside "nearly 80%"): of the whole that comes nearest to
        what is stated; None where the text gives no figures to compute it from.
    """
    percent = subject.shares[share_pointer].percents[index]
    computed = [
        100 * Decimal(part.part.value) / Decimal(whole.part.value)
        for part, whole in _pairs(share_pointer, percent.of, subject)
        if whole.part.value
    ]
    if not computed:
        return None
    return min(computed, key=lambda value: abs(value - percent.value)).quantize(_CENT)


def _check_percent(
    entry: Entry, percent: Percent, subject: Subject
) -> Iterator[Violation | Finding]:
    pairs = list(_pairs(entry.owner, percent.of, subject))
    if not pairs or any(_fits(entry, pair) for pair in pairs):
        return
    other: PercentBase = "count" if percent.of == "investment" else "investment"
    if any(_fits(entry, pair) for pair in _pairs(entry.owner, other, subject)):
        yield Violation(
            code="arithmetic.base",
            message=f"{subject.title(entry.owner)}: {_show(entry)} fits the {other}, not the "
            f"{percent.of}: set its `of` to {other}.",
            pointers=(entry.pointer,),
            items=subject.items((entry,)),
            figures=(entry.figure.id,) if entry.figure else (),
        )
        return
    if percent.hedge == "exact" and (parent := _fitting_parent(entry, percent.of, subject)):
        yield Violation(
            code="arithmetic.parent",
            message=f"{subject.title(entry.owner)}: {_show(entry)} does not fit what the share is "
            f"said to be a part of, but it fits {subject.title(parent)}: set `of` to it if it is a "
            "part of that.",
            pointers=(entry.pointer,),
            items=subject.items((entry,)),
            figures=(entry.figure.id,) if entry.figure else (),
        )
        return
    part, whole = pairs[0]
    computed = computed_percent(subject, entry.owner, int(entry.pointer.rsplit("/", 1)[1]))
    claim = Claim(
        code="arithmetic.percent",
        complaint=f"{subject.title(entry.owner)}: {_show(entry)} is stated, but {_show(part)} of "
        f"{_show(whole)} is {computed}%",
        entries=(entry, part, whole),
        holds=lambda values: values[1].percent_of(values[2]).meets(values[0]),
        is_tight=percent.hedge == "exact",
    )
    yield judge(claim, subject)


def _pairs(share: str, base: PercentBase, subject: Subject) -> Iterator[Pair]:
    """Yield the share's figure beside that of each whole it is a part of, the nearest whole first."""
    for whole in subject.wholes(share):
        yield from _pairs_with(whole, share, base, subject)


def _pairs_with(whole: str, share: str, base: PercentBase, subject: Subject) -> Iterator[Pair]:
    if base == "investment":
        yield from subject.comparable_money(share, whole)
    elif (part := subject.count(share)) and (total := subject.count(whole)):
        yield part, total


def _fitting_parent(entry: Entry, base: PercentBase, subject: Subject) -> str | None:
    """Return a share that the percentage would fit, were the percentage's share a part of it.

    Of very many shares, those entered next to it are tried.
    """
    own = int(entry.owner.rsplit("/", 1)[1])
    for pointer in islice(subject.shares, max(own - _MOST_TRIED, 0), own + _MOST_TRIED):
        if pointer == entry.owner or entry.owner in subject.wholes(pointer):
            continue
        if any(_fits(entry, pair) for pair in _pairs_with(pointer, entry.owner, base, subject)):
            return pointer
    return None


def _fits(entry: Entry, pair: Pair) -> bool:
    part, whole = pair
    return bounds(part).percent_of(bounds(whole)).meets(_stated(entry))


def _stated(entry: Entry) -> Bounds:
    """Return a percentage's bounds; its last digit may be cut off instead of rounded."""
    figure, stated = entry.figure, bounds(entry)
    if entry.part.hedge != "exact" or figure is None or figure.step is None:
        return stated
    if not any(char.isdigit() for char in figure.as_written):
        return stated.widened(_WORDS_MARGIN)
    return stated.widened(figure.step / 2) if figure.step <= _COARSE else stated


def _show(entry: Entry) -> str:
    return show(entry.figure) if entry.figure else f"“{entry.part.as_written}”"
