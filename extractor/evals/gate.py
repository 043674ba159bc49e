"""The gate: floors for every measure, pinned to one corpus, that may rise and never silently fall.

Source: trafilatura, `tests/eval_gate.py`: pins per corpus, a changed corpus is refused until it is
pinned anew, and lowering a floor takes a flag of its own.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

from extractor.errors import PackagedDataError
from extractor.evals.gold import corpus_sha256
from extractor.evals.summary import Summary

Measures = Mapping[str, Mapping[str, float]]
"""Measures by subject: a model's name, or `figures` for the finder; more is always better."""

BASELINES = "baselines.json"
"""The baselines file's name, in the folder of evaluation data."""

_DIGITS = Decimal("0.0001")  # floors are cut, not rounded, here: a pin never exceeds its measure


@dataclass(frozen=True)
class Baselines:
    """What is pinned.

    Attributes:
        corpus_sha256: the gold files for which the floors hold.
        floors: the least value of each measure by subject.
    """

    corpus_sha256: str
    floors: Measures

    @classmethod
    def load(cls, path: Path) -> "Baselines":
        """Read the baselines file.

        Raises:
            PackagedDataError: it is missing or malformed.
        """
        try:
            content = json.loads(path.read_text("utf-8"))
            floors = {
                subject: {name: float(value) for name, value in pinned.items()}
                for subject, pinned in content["floors"].items()
            }
            return cls(str(content["corpus_sha256"]), floors)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise PackagedDataError(f"{path}: no baselines file ({error!r}); repin it") from error

    def save(self, path: Path) -> None:
        """Write the baselines file, ordered, so that a change of floors reads well in a diff."""
        content = {"corpus_sha256": self.corpus_sha256, "floors": self.floors}
        path.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", "utf-8")


@dataclass(frozen=True)
class GateResult:
    """Whether the gate lets the measures pass, and what to print."""

    passed: bool
    lines: tuple[str, ...]


def measures_of(gold: Summary, ordinary: Summary | None = None) -> dict[str, float]:
    """Return what is pinned for a model: mean leaf F1, figures' F1, and no-events that are right.

    Args:
        gold: the summary over the gold documents.
        ordinary: that over ordinary news; None where the model was not run on it.
    """
    measures = {
        "f1": gold.f1,
        "strict_f1": gold.strict_f1,
        "figures_f1": gold.figures.f1,
        "negatives": float(gold.n_negatives_right),
    }
    if ordinary is not None:
        measures["ordinary"] = float(ordinary.n_negatives_right)
    return measures


def check(measured: Measures, floors: Measures) -> list[str]:
    """Return the failures: each floor of a measured subject that is not reached or not measured."""
    failures = []
    for subject, measure, floor in _pinned(floors):
        if subject in measured:
            value = measured[subject].get(measure)
            if value is None:
                failures.append(f"{subject} {measure}: pinned at {floor:g}, not measured")
            elif value < floor:
                failures.append(f"{subject} {measure}: {value:.4f} is below its floor {floor:g}")
    return failures


def gate(measured: Measures, *, baselines: Path, corpus: Path) -> GateResult:
    """Hold measures against the pinned floors.

    Args:
        measured: the measures, all taken on `corpus`.
        baselines: the baselines file.
        corpus: the gold folder.

    Raises:
        PackagedDataError: the baselines file is missing or malformed.
    """
    pinned = Baselines.load(baselines)
    failures = check(measured, pinned.floors)
    if pinned.corpus_sha256 != corpus_sha256(corpus):
        failures.insert(0, "corpus: changed since the floors were pinned; review it, then repin")
    lines = [f"FAIL {failure}" for failure in failures]
    lines += [f"note {note}" for note in _notes(measured, pinned.floors)]
    n_floors = sum(subject in measured for subject, _, _ in _pinned(pinned.floors))
    verdict = f"{len(failures)} failures" if failures else "passed"
    return GateResult(not failures, (*lines, f"gate: {verdict}, {n_floors} floors held against"))


def repin(
    measured: Measures, baselines: Baselines, *, corpus: Path, allow_lower: bool = False
) -> tuple[Baselines, list[str]]:
    """Return baselines for the corpus as it is now, and the floors that were left standing.

    Floors rise to what was measured. One that would fall stands as it is, and is named, unless
    `allow_lower`. Subjects and measures that were not measured keep their floors.
    """
    floors = {subject: dict(pinned) for subject, pinned in baselines.floors.items()}
    kept = []
    for subject, measure, value in _pinned(measured):
        pinned = floors.setdefault(subject, {})
        new, old = _cut(value), pinned.get(measure)
        if old is not None and new < old and not allow_lower:
            kept.append(f"{subject} {measure}: stands at {old:g}, measured {value:.4f}")
        else:
            pinned[measure] = new
    return Baselines(corpus_sha256(corpus), floors), kept


def _notes(measured: Measures, floors: Measures) -> Iterator[str]:
    for subject in floors:
        if subject not in measured:
            yield f"{subject}: pinned, not measured in this run"
    for subject, measure, value in _pinned(measured):
        floor = floors.get(subject, {}).get(measure)
        if floor is None:
            yield f"{subject} {measure}: {value:.4f} is not pinned yet; repin"
        elif _cut(value) > floor:
            yield f"{subject} {measure}: {value:.4f} is above its floor {floor:g}; repin raises it"


def _pinned(measures: Measures) -> Iterator[tuple[str, str, float]]:
    for subject, by_name in measures.items():
        for name, value in by_name.items():
            yield subject, name, value


def _cut(value: float) -> float:
    return float(Decimal(repr(value)).quantize(_DIGITS, ROUND_FLOOR))
