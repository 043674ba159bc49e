"""Whose fault: what a record's figures should satisfy, and who is to be asked when they do not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from extractor.checks.bounds import Bounds, bounds, total
from extractor.checks.entries import Entry
from extractor.checks.subject import Subject
from extractor.draft.references import show
from extractor.figures import Figure
from extractor.violations import Finding, Violation


@dataclass(frozen=True)
class Claim:
    """A relation in which some figures of a record should stand, and do not.

    Attributes:
        code: `family.rule`.
        complaint: what is wrong; a clause that begins with the item's title.
        entries: the figures, in the order in which `holds` takes their bounds.
        holds: whether bounds of figures satisfy the claim.
        is_tight: whether few figures satisfy it by chance: then one that does is a likely mend even
            where it stands a sentence away or is used elsewhere (two that changed places).
    """

    code: str
    complaint: str
    entries: tuple[Entry, ...]
    holds: Callable[[tuple[Bounds, ...]], bool]
    is_tight: bool = False

    def trials(self, stated: tuple[Bounds, ...]) -> Iterator[Callable[[Bounds], bool]]:
        """Yield, for each figure in turn, whether the claim holds with other bounds in its place."""
        for index in range(len(stated)):
            yield partial(self._holds_with, stated, index)

    def _holds_with(self, stated: tuple[Bounds, ...], index: int, other: Bounds) -> bool:
        return self.holds((*stated[:index], other, *stated[index + 1 :]))


@dataclass(frozen=True)
class SumClaim(Claim):
    """A claim about parts and, last, their whole, which looks at no more than the parts' sum."""

    def trials(self, stated: tuple[Bounds, ...]) -> Iterator[Callable[[Bounds], bool]]:
        """Yield the trials; the rest of the parts is added up once, however many there are."""
        *parts, whole = stated
        added = total(parts)
        for part in parts:
            rest = Bounds(added.low - part.low, added.high - part.high)
            yield partial(self._holds_with, (rest, part, whole), 1)
        yield partial(self._holds_with, (added, whole), 1)


def judge(claim: Claim, subject: Subject) -> Violation | Finding:
    """Say whether a failed claim is the draft's fault or the article's.

    Where another figure of the same kind nearby would make it hold, the draft has probably taken
    the wrong one: a violation. Where none does, the source probably contradicts itself: a finding.
    """
    pointers = tuple(entry.pointer for entry in claim.entries)
    mend = next(_mends(claim, subject), None)
    if mend is None:
        return Finding(
            code=claim.code,
            message=f"{claim.complaint}; no figure nearby would fit, so the article itself may be at odds.",
            pointers=pointers,
            spans=tuple(entry.figure.span for entry in claim.entries if entry.figure),
        )
    wrong, right = mend
    return Violation(
        code=claim.code,
        message=f"{claim.complaint}; {show(right)} in place of {show(wrong)} would fit: correct it, "
        "or say that it stands.",
        pointers=pointers,
        items=subject.items(claim.entries),
        figures=(*(entry.figure.id for entry in claim.entries if entry.figure), right.id),
    )


def _mends(claim: Claim, subject: Subject) -> Iterator[tuple[Figure, Figure]]:
    """Yield figures that make the claim hold in the place of one of its own, and that one."""
    stated = tuple(bounds(entry) for entry in claim.entries)
    for entry, holds_with in zip(claim.entries, claim.trials(stated), strict=True):
        if entry.figure is None:
            continue
        for figure in subject.nearby(entry.figure, sentences=1 if claim.is_tight else 0):
            if not claim.is_tight and figure.id in subject.uses:
                continue
            if holds_with(bounds(figure)):
                yield entry.figure, figure
