"""Whose fault: what a record's figures should satisfy, and who is to be asked when they do not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.checks.bounds import Bounds, bounds
from extractor.checks.subject import Entry, Subject
from extractor.draft.references import show
from extractor.figures import Figure
from extractor.violations import Finding, Violation


@dataclass(frozen=True)
class Claim:
    """A relation in which some figures of a record should stand.

    Attributes:
        code: `family.rule`.
        complaint: what is wrong when it does not hold; a clause that begins with the item's title.
        entries: the figures, in the order in which `holds` takes their bounds.
        holds: whether bounds of figures satisfy the claim.
        is_tight: whether few figures satisfy it by chance, so that one that does is a likely mend.
    """

    code: str
    complaint: str
    entries: tuple[Entry, ...]
    holds: Callable[[tuple[Bounds, ...]], bool]
    is_tight: bool = True


@dataclass(frozen=True)
class Mend:
    """A figure of the article that would make a failed claim hold in the place of another."""

    entry: Entry
    figure: Figure


def judge(claim: Claim, subject: Subject) -> Iterator[Violation | Finding]:
    """Yield nothing where a claim holds, else a violation that can be mended, or a finding.

    Where another figure of the same kind nearby would make it hold, the draft has probably taken
    the wrong one; where none does, the source probably contradicts itself.
    """
    stated = tuple(bounds(entry) for entry in claim.entries)
    if claim.holds(stated):
        return
    pointers = tuple(entry.pointer for entry in claim.entries)
    mend = next(_mends(claim, stated, subject), None)
    if mend is None:
        yield Finding(
            code=claim.code,
            message=f"{claim.complaint}; no figure nearby would fit, so the article seems to say so.",
            pointers=pointers,
            spans=tuple(entry.figure.span for entry in claim.entries if entry.figure),
        )
        return
    place = mend.entry.figure
    instead = f"in place of {show(place)}" if place else "there"
    yield Violation(
        code=claim.code,
        message=f"{claim.complaint}; {show(mend.figure)} {instead} would fit: correct it, "
        "or say that it stands.",
        pointers=pointers,
        items=subject.items(claim.entries),
        figures=(
            *(entry.figure.id for entry in claim.entries if entry.figure),
            mend.figure.id,
        ),
    )


def _mends(claim: Claim, stated: tuple[Bounds, ...], subject: Subject) -> Iterator[Mend]:
    for index, entry in enumerate(claim.entries):
        if entry.figure is None:
            continue
        for figure in subject.nearby(entry.figure, sentences=1 if claim.is_tight else 0):
            if not claim.is_tight and figure.id in subject.uses:
                continue
            if claim.holds((*stated[:index], bounds(figure), *stated[index + 1 :])):
                yield Mend(entry, figure)
