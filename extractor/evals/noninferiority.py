"""Whether a run is no worse than another: overall and in each field, by more than chance explains.

Source: per-field paired non-inferiority as in smallprint's model cards: the lower end of the
interval of the paired difference must not lie below a margin.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from extractor.evals.comparison import Runs
from extractor.evals.run import DocumentRun
from extractor.evals.statistics import Difference, paired_difference
from extractor.evals.summary import summarise

FEWEST_DOCUMENTS = 10
"""A field that fewer documents have is shown, and decides nothing."""


@dataclass(frozen=True)
class Held:
    """Whether the run holds, and what to print."""

    passed: bool
    lines: tuple[str, ...]


def hold(runs: Runs, baseline: Runs, *, margin: float) -> Held:
    """Hold each system of a run against the same system of a baseline.

    Args:
        runs: the run, by system.
        baseline: the run that it must not be worse than; where either has one system alone, these
            two are compared whatever they are called.
        margin: by how much of F1 the lower end of a difference may lie below zero.
    """
    pairs = _pairs(runs, baseline)
    lines = [line for title, ours, theirs in pairs for line in _lines(title, ours, theirs, margin)]
    if not pairs:
        lines.append("FAIL the runs have no system in common")
    n_failures = sum(line.startswith("FAIL") for line in lines)
    lines.append(f"gate: {f'{n_failures} failures' if n_failures else 'passed'}, margin {margin:g}")
    return Held(not n_failures, tuple(lines))


def _pairs(
    runs: Runs, baseline: Runs
) -> list[tuple[str, Sequence[DocumentRun], Sequence[DocumentRun]]]:
    if len(runs) == len(baseline) == 1:
        ((title, ours),), (theirs,) = runs.items(), baseline.values()
        return [(title, ours, theirs)]
    return [(title, ours, baseline[title]) for title, ours in runs.items() if title in baseline]


def _lines(
    title: str, ours: Sequence[DocumentRun], theirs: Sequence[DocumentRun], margin: float
) -> Iterator[str]:
    measured, pinned = _by_field(ours), _by_field(theirs)
    for field in sorted(measured.keys() | pinned.keys()):
        mine, other = measured.get(field, {}), pinned.get(field, {})
        common = [name for name in mine if name in other]
        if not common:
            continue
        difference = paired_difference(
            [mine[name] for name in common], [other[name] for name in common]
        )
        yield from _line(f"{title} {field}", difference, margin)


def _line(subject: str, difference: Difference, margin: float) -> Iterator[str]:
    said = (
        f"{subject}: {difference.mean:+.3f} ({difference.low:+.3f} to {difference.high:+.3f}, "
        f"{difference.n_documents} documents)"
    )
    if difference.low >= -margin:
        return
    is_enough = difference.n_documents >= FEWEST_DOCUMENTS
    yield f"FAIL {said}" if is_enough else f"note {said}: too few to decide"


def _by_field(runs: Sequence[DocumentRun]) -> dict[str, Mapping[str, float]]:
    """Return the F1 of each field in each document that has it, mean over repeats, and of all leaves."""
    found: dict[str, dict[str, list[float]]] = {"all leaves": {}}
    for run in runs:
        if not run.score.has_event:
            continue
        name = run.document.name
        found["all leaves"].setdefault(name, []).append(run.score.lenient.f1)
        for field, counts in summarise([run.score]).fields.items():
            found.setdefault(field, {}).setdefault(name, []).append(counts.f1)
    return {
        field: {name: fmean(values) for name, values in documents.items()}
        for field, documents in found.items()
    }
