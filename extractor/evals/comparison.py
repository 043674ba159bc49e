"""Systems side by side on the same documents: scores with their error bars, and who is better.

Repeats are averaged inside a document first: the document is what is sampled.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce
from operator import add
from statistics import fmean, pstdev

from extractor.evals.run import DocumentRun, summary_of
from extractor.evals.statistics import (
    Difference,
    holm,
    mcnemar_p,
    mean_interval,
    paired_difference,
    pass_hat,
    wilson_interval,
)
from extractor.evals.summary import Summary
from extractor.usage import NO_TOKENS, Usage

Runs = Mapping[str, Sequence[DocumentRun]]
"""Each system's runs over the same documents, by its title."""

FEWEST_FOR_INTERVALS = 5
"""With fewer documents an interval or a comparison would only look like knowledge."""


@dataclass(frozen=True)
class Standing:
    """How one system stands.

    Attributes:
        title: the system's.
        summary: all its scores, of every repeat.
        f1_by_document: the lenient leaf F1 of each document with an event, mean over repeats.
        interval: the 95% interval of their mean; None with too few documents.
        first_tries: how its first tries alone would stand; None where nothing was repaired.
        n_right: records wholly right; `n_records` is how many there are, both over all repeats.
        n_records: see `n_right`.
        usage: tokens of all attempts.
        cost_usd: what they cost; None where any of it is unknown.
        seconds: wall time spent waiting for the model.
        n_repeats: how often each document was met.
        repeat_spread: standard deviation over repeats inside a document, mean over documents.
        pass_hat: the chance that all repeats of a document are right (pass^k); None without repeats.
    """

    title: str
    summary: Summary
    f1_by_document: Mapping[str, float]
    interval: tuple[float, float] | None
    first_tries: "Standing | None"
    n_right: int
    n_records: int
    usage: Usage
    cost_usd: Decimal | None
    seconds: float
    n_repeats: int
    repeat_spread: float
    pass_hat: float | None

    @property
    def with_first_tries(self) -> "tuple[Standing, ...]":
        """The system, and behind it its first tries where anything was repaired."""
        return (self,) if self.first_tries is None else (self, self.first_tries)

    @property
    def right_interval(self) -> tuple[float, float]:
        """The 95% interval of the share of records that are wholly right."""
        return wilson_interval(self.n_right, self.n_records)

    @property
    def cost_per_right_usd(self) -> Decimal | None:
        """What a wholly right record costs; None where unknown, or where there is none."""
        if self.cost_usd is None or not self.n_right:
            return None
        return self.cost_usd / self.n_right


@dataclass(frozen=True)
class Comparison:
    """One system against another on the same documents.

    Attributes:
        title: the system's.
        base: the one it is compared with.
        difference: of the mean leaf F1.
        adjusted_p: its p value adjusted for the number of comparisons (Holm).
        n_right_only: documents that only this system has wholly right, in its first repeat.
        n_base_only: documents that only the other has.
        hangs_on: the document without which the two could not be told apart, if there is one.
    """

    title: str
    base: str
    difference: Difference
    adjusted_p: float
    n_right_only: int
    n_base_only: int
    hangs_on: str | None

    @property
    def mcnemar_p(self) -> float:
        """The exact p value of the two counts of documents."""
        return mcnemar_p(self.n_right_only, self.n_base_only)

    @property
    def right_alone(self) -> str:
        """On how many documents only one of the two is wholly right, in words: `3:1 (p 0.625)`."""
        p_value = "p < 0.001" if self.mcnemar_p < 0.001 else f"p {self.mcnemar_p:.3f}"
        return f"{self.n_right_only}:{self.n_base_only} ({p_value})"

    @property
    def verdict(self) -> str:
        """The outcome in words; what does not outlast the number of comparisons is not told apart."""
        if self.difference.is_separable and self.adjusted_p >= 0.05:
            n_documents = self.difference.n_documents
            return f"not separable with {n_documents} articles among so many comparisons"
        said = self.difference.verdict(self.title, self.base)
        return f"{said} ({self.hangs_on})" if self.hangs_on else said


def standing(title: str, runs: Sequence[DocumentRun]) -> Standing:
    """Sum up one system's runs."""
    f1s = _f1s(runs)
    means = {name: fmean(values) for name, values in f1s.items()}
    first_tries = _first_tries(title, runs)
    right = _right_by_document(runs)
    n_repeats = max((run.result.key.repeat for run in runs), default=1)
    costs = [run.result.cost_usd for run in runs]
    known = [cost for cost in costs if cost is not None]
    return Standing(
        title=title,
        summary=summary_of(runs),
        f1_by_document=means,
        interval=mean_interval([*means.values()]) if _are_enough(means) else None,
        first_tries=None if first_tries is None else standing(*first_tries),
        n_right=sum(map(sum, right.values())),
        n_records=len(runs),
        usage=reduce(add, (run.result.usage for run in runs), NO_TOKENS),
        cost_usd=sum(known, Decimal(0)) if len(known) == len(costs) else None,
        seconds=sum(run.result.seconds for run in runs),
        n_repeats=n_repeats,
        repeat_spread=fmean(map(pstdev, f1s.values())) if f1s else 0.0,
        pass_hat=_pass_hat(right, n_repeats),
    )


def compare(runs: Runs) -> tuple[Comparison, ...]:
    """Compare every system with the first, on the documents that both have.

    Returns nothing where fewer than `FEWEST_FOR_INTERVALS` documents have an event.
    """
    return _adjusted(_compared(runs))


def compare_all(runs: Runs) -> tuple[Comparison, ...]:
    """Compare every system with the first, then each that was repaired with its own first tries.

    These are two questions: p values are adjusted for how often each is asked.
    """
    of_repairs = [
        comparison
        for title, documents in runs.items()
        if (first_tries := _first_tries(title, documents)) is not None
        for comparison in _compared(dict([first_tries, (title, documents)]))
    ]
    return (*(compare(runs) if len(runs) > 1 else ()), *_adjusted(of_repairs))


def _compared(runs: Runs) -> list[Comparison]:
    """Compare every system with the first; p values are as they are."""
    (first, base), *others = runs.items()
    base_f1s = {name: fmean(values) for name, values in _f1s(base).items()}
    found = []
    for title, documents in others:
        f1s = {name: fmean(values) for name, values in _f1s(documents).items()}
        common = [name for name in base_f1s if name in f1s]
        if _are_enough(common):
            difference = paired_difference(
                [f1s[name] for name in common], [base_f1s[name] for name in common]
            )
            at = difference.hangs_on
            found.append(
                Comparison(
                    title=title,
                    base=first,
                    difference=difference,
                    adjusted_p=difference.p_value,
                    n_right_only=_n_right_only(documents, base),
                    n_base_only=_n_right_only(base, documents),
                    hangs_on=None if at is None else common[at],
                )
            )
    return found


def _adjusted(comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """Adjust p values for how many comparisons there are, after Holm."""
    p_values = holm([comparison.difference.p_value for comparison in comparisons])
    return tuple(
        replace(comparison, adjusted_p=p_value)
        for comparison, p_value in zip(comparisons, p_values, strict=True)
    )


def _first_tries(
    title: str, runs: Sequence[DocumentRun]
) -> tuple[str, Sequence[DocumentRun]] | None:
    """Return the title and runs of a system's first tries; None where nothing was repaired."""
    if not any(run.result.was_repaired for run in runs):
        return None
    return f"{title}, first try", [run.first_try for run in runs]


def _f1s(runs: Sequence[DocumentRun]) -> dict[str, list[float]]:
    f1s: dict[str, list[float]] = defaultdict(list)
    for run in runs:
        if run.score.has_event:
            f1s[run.document.name].append(run.score.lenient.f1)
    return f1s


def _right_by_document(runs: Sequence[DocumentRun]) -> dict[str, list[bool]]:
    right: dict[str, list[bool]] = defaultdict(list)
    for run in runs:
        right[run.document.name].append(run.score.is_right)
    return right


def _n_right_only(runs: Sequence[DocumentRun], others: Sequence[DocumentRun]) -> int:
    right, other = _right_by_document(runs), _right_by_document(others)
    return sum(right[name][0] and not other[name][0] for name in right if name in other)


def _pass_hat(right: Mapping[str, Sequence[bool]], n_repeats: int) -> float | None:
    whole = [sum(found) for found in right.values() if len(found) == n_repeats]
    if n_repeats < 2 or not whole:
        return None
    return pass_hat(whole, n_runs=n_repeats, k=n_repeats)


def _are_enough(documents: Sequence[object] | Mapping[str, object]) -> bool:
    return len(documents) >= FEWEST_FOR_INTERVALS
