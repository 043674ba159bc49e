"""The fields of an evaluation: how every system does in each, and every leaf that is not right."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.evals.comparison import Standing
from extractor.evals.leaves import AGREEMENT, EVENT, PROJECT, SHARE
from extractor.evals.verdicts import Counts
from extractor.report.evaluation.judged import Judged

_ORDER = tuple(shape.name for shape in (EVENT, SHARE, PROJECT, AGREEMENT))
_NOTHING = Counts()
_TINTS = (0.95, 0.85, 0.7, 0.5)  # the F1 below which each of the tints begins


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and F1 in words, and how far the F1 is from right: 0 (right) to 4."""

    precision: str
    recall: str
    f1: str
    tint: int


@dataclass(frozen=True, slots=True)
class Fault:
    """A leaf that is not right, or right only leniently: whose, in which document and repeat."""

    index: int
    system: str
    document: str
    repeat: int
    judged: Judged


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field.

    Attributes:
        name: the field, such as `share.count.value`.
        n_gold: how many leaves gold asks for, over all documents with an event.
        lenient: each system's scores, texts alike; None where it is asked for and says nothing.
        strict: the same, texts equal.
        faults: the leaves that are not right, by document, then by system.
        n_documents: how many documents have any that is not right leniently.
    """

    name: str
    n_gold: int
    lenient: tuple[Scores | None, ...]
    strict: tuple[Scores | None, ...]
    faults: tuple[Fault, ...]
    n_documents: int


def field_rows(standings: Sequence[Standing], faults: Iterable[Fault]) -> tuple[FieldRow, ...]:
    """Return a row for each field, in the record's order.

    Args:
        standings: of every system.
        faults: all leaves that are not strictly right, of documents with an event or without.
    """
    by_field: Mapping[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        by_field[fault.judged.leaf.field].append(fault)
    names = {name for system in standings for name in system.summary.fields} | set(by_field)
    return tuple(_row(name, standings, by_field[name]) for name in sorted(names, key=_place))


def _place(name: str) -> tuple[int, str]:
    return _ORDER.index(name.partition(".")[0]), name


def _row(name: str, standings: Sequence[Standing], faults: list[Fault]) -> FieldRow:
    lenient = [system.summary.fields.get(name, _NOTHING) for system in standings]
    strict = [system.summary.strict_fields.get(name, _NOTHING) for system in standings]
    n_repeats = max(system.n_repeats for system in standings)
    faults.sort(key=lambda fault: (fault.document, fault.index, fault.repeat))
    return FieldRow(
        name=name,
        n_gold=max((each.n_asked for each in lenient), default=0) // n_repeats,
        lenient=tuple(map(_scores, lenient)),
        strict=tuple(map(_scores, strict)),
        faults=tuple(faults),
        n_documents=len({fault.document for fault in faults if not fault.judged.is_right}),
    )


def _scores(counts: Counts) -> Scores | None:
    if not any(counts):
        return None
    tint = sum(counts.f1 < bound for bound in _TINTS)
    return Scores(f"{counts.precision:.3f}", f"{counts.recall:.3f}", f"{counts.f1:.3f}", tint)
