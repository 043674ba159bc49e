"""The sheets of a run: documents, summary, fields, systems, differences, slices, mistakes."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from statistics import fmean
from typing import get_args

from extractor.evals.comparison import (
    FEWEST_FOR_INTERVALS,
    Comparison,
    Runs,
    Standing,
    compare_all,
    standing,
)
from extractor.evals.mistakes import MistakeKind, binding_loss, mistakes_of
from extractor.evals.run import DocumentRun, summary_of
from extractor.evals.summary import Summary
from extractor.evals.table import NONE, Sheet, dollars, number
from extractor.evals.verdicts import Counts

_LENGTHS = (1000, 3000)
_SHARES = (5, 15)
_FEWEST_OF_TRAIT = 3
_ENOUGH_FOR_RARE_FAILURES = 50


def run_sheets(runs: Sequence[DocumentRun], *, with_fields: bool = False) -> list[Sheet]:
    """Return the sheets of one system: its documents, their summary and, on request, every field."""
    summary = summary_of(runs)
    sheets = [document_sheet(runs), summary_sheet(summary)]
    return [*sheets, field_sheet(summary)] if with_fields else sheets


def comparison_sheets(runs: Runs, *, with_details: bool = False) -> list[Sheet]:
    """Return the sheets of one or several systems on the same gold.

    Args:
        runs: each system's runs; the first is the one that the others are compared with.
        with_details: whether to add slices and mistakes.
    """
    standings = [standing(title, documents) for title, documents in runs.items()]
    sheets = [system_sheet(standings), cost_sheet(standings)]
    by_base = groupby(compare_all(runs), key=lambda found: found.base)
    sheets += [difference_sheet([*comparisons]) for _, comparisons in by_base]
    return [*sheets, slice_sheet(runs), mistake_sheet(runs)] if with_details else sheets


def document_sheet(runs: Sequence[DocumentRun]) -> Sheet:
    """Return a row for each document: its scores, what went wrong how often, and its status."""
    rows = []
    for run in runs:
        score = run.score
        if score.has_event:
            scores = [_share(score.lenient.f1), _share(score.strict.f1), _share(score.figures.f1)]
            scores += [str(count) for count in score.lenient]
        else:
            verdict = "false alarm" if score.says_event else "no event"
            scores = [verdict, *[""] * (2 + len(Counts._fields))]
        rows.append((score.name, run.result.status, *scores))
    header = ("document", "status", "F1", "strict", "figures", *Counts._fields)
    return Sheet("Documents", header, tuple(rows), n_names=2)


def summary_sheet(summary: Summary) -> Sheet:
    """Return the means, the pooled scores and the negatives of a run."""
    rows = []
    if summary.n_documents:
        rows += [
            ("mean F1 over documents", "", "", _share(summary.f1)),
            ("mean F1, strict", "", "", _share(summary.strict_f1)),
            ("all leaves pooled", *_scores(summary.lenient)),
            ("all leaves pooled, strict", *_scores(summary.strict)),
            ("figures pooled", *_scores(summary.figures)),
        ]
    if summary.n_negatives:
        rows.append(
            ("no event, rightly", "", "", f"{summary.n_negatives_right}/{summary.n_negatives}")
        )
    if summary.n_failed:
        rows.append(("failed", "", "", str(summary.n_failed)))
    documents = "1 document" if summary.n_documents == 1 else f"{summary.n_documents} documents"
    title = f"Summary of {documents} with an event"
    return Sheet(title, ("", "precision", "recall", "F1"), tuple(rows))


def field_sheet(summary: Summary) -> Sheet:
    """Return a row for each field: lenient precision, recall and F1, strict F1, and the counts."""
    rows = tuple(
        (
            name,
            *_scores(counts),
            _share(summary.strict_fields[name].f1),
            *(str(count) for count in counts),
        )
        for name, counts in sorted(summary.fields.items())
    )
    header = ("field", "precision", "recall", "F1", "strict", *Counts._fields)
    return Sheet("Fields", header, rows)


def system_sheet(standings: Sequence[Standing]) -> Sheet:
    """Return a row for each system with its scores and error bars, one more for its first tries."""
    rows = []
    for system in standings:
        rows += [_standing_cells(each) for each in system.with_first_tries]
        if system.pass_hat is not None:
            rows.append(
                (
                    f"{system.title}, {system.n_repeats} repeats",
                    f"±{system.repeat_spread:.3f}",
                    *[""] * 6,
                    f"pass^{system.n_repeats} {system.pass_hat:.0%}",
                )
            )
    figures = ("figures P", "figures R", "figures F1")
    header = ("system", "F1", "95% interval", "strict", *figures, "no event", "records right")
    return Sheet(f"Systems{_caution(standings)}", header, tuple(rows))


def _standing_cells(system: Standing) -> tuple[str, ...]:
    low, high = system.right_interval
    return (
        system.title,
        *_score_cells(system.summary, system.interval),
        f"{system.n_right}/{system.n_records} ({low:.0%} to {high:.0%})",
    )


def _caution(standings: Sequence[Standing]) -> str:
    """Return what to think of intervals over few documents (docs/statistics.md)."""
    fewest = min(len(system.f1_by_document) for system in standings)
    if not FEWEST_FOR_INTERVALS <= fewest < _ENOUGH_FOR_RARE_FAILURES:
        return ""
    return f" ({fewest} articles: rare failures may lie outside the intervals)"


def cost_sheet(standings: Iterable[Standing]) -> Sheet:
    """Return a row for each system and its first tries: what it took, what a right record costs."""
    rows = tuple(
        (
            system.title,
            str(system.summary.n_failed),
            number(system.usage.input_tokens),
            number(system.usage.cached_tokens),
            number(system.usage.output_tokens),
            number(system.usage.reasoning_tokens),
            dollars(system.cost_usd),
            dollars(system.cost_per_right_usd) if system.n_right else NONE,
            f"{system.seconds:.1f}",
        )
        for each in standings
        for system in each.with_first_tries
    )
    tokens = ("tokens in", "cached", "tokens out", "reasoning")
    header = ("system", "failed", *tokens, "USD", "USD a right record", "seconds")
    return Sheet("Cost", header, rows)


def difference_sheet(comparisons: Sequence[Comparison]) -> Sheet:
    """Return a row for each system but the first: how it differs from it, and a verdict in words."""
    rows = []
    for found in comparisons:
        difference = found.difference
        detectable = difference.detectable
        rows.append(
            (
                found.title,
                f"{difference.mean:+.3f}",
                _interval(difference.low, difference.high),
                f"{found.adjusted_p:.4f}",
                NONE if detectable is None else f"{detectable:.3f}",
                found.right_alone,
                found.verdict,
            )
        )
    header = ("system", "F1", "95% interval", "p (Holm)", "detectable", "right alone", "verdict")
    return Sheet(f"Differences from {comparisons[0].base}", header, tuple(rows))


def slice_sheet(runs: Runs) -> Sheet:
    """Return the mean F1 of each system by language, origin, length and number of shares."""
    any_runs = next(iter(runs.values()))
    names = sorted({name for run in any_runs for name in _slices(run)}, key=_slice_order)
    rows = []
    for name in names:
        cells = []
        for documents in runs.values():
            scores = [run.score.lenient.f1 for run in documents if name in _slices(run)]
            cells.append(_share(fmean(scores)) if scores else "")
        n_documents = len({run.document.name for run in any_runs if name in _slices(run)})
        if name.startswith("trait ") and n_documents < _FEWEST_OF_TRAIT:
            continue
        rows.append((name, str(n_documents), *cells))
    return Sheet("Mean F1 by slice", ("slice", "documents", *runs), tuple(rows))


def mistake_sheet(runs: Runs) -> Sheet:
    """Return how often each kind of mistake was made, and what binding costs the figures' F1."""
    counts = {
        title: Counter(mistake.kind for run in documents for mistake in mistakes_of(run.score))
        for title, documents in runs.items()
    }
    rows: list[tuple[str, ...]] = [
        (kind, *(str(found[kind]) for found in counts.values()))
        for kind in get_args(MistakeKind)
        if any(found[kind] for found in counts.values())
    ]
    losses = [_mean_of(binding_loss, documents) for documents in runs.values()]
    rows.append(("binding loss, mean", *losses))
    return Sheet("Mistakes", ("mistake", *runs), tuple(rows))


def _mean_of(measure: Callable[..., float], runs: Sequence[DocumentRun]) -> str:
    values = [measure(run.score) for run in runs if run.score.has_event]
    return _share(fmean(values)) if values else ""


def _slices(run: DocumentRun) -> list[str]:
    """Return the slices that a document with an event belongs to."""
    document = run.document
    if not document.has_event or document.source is None:
        return []
    source = document.source
    return [
        f"language {source.language}",
        f"origin {source.origin}",
        f"length {_bin(len(document.article.text), _LENGTHS)}",
        f"shares {_bin(len(document.record['shares']), _SHARES)}",
        *(f"trait {trait}" for trait in source.traits),
    ]


def _bin(value: int, bounds: tuple[int, int]) -> str:
    low, high = bounds
    if value < low:
        return f"below {low}"
    return f"{low} to {high}" if value <= high else f"above {high}"


def _slice_order(name: str) -> tuple[int, str]:
    kinds = ("language", "origin", "length", "shares", "trait")
    kind, _, rest = name.partition(" ")
    sizes = ("below", "", "above")
    size = next((i for i, word in enumerate(sizes) if word and rest.startswith(word)), 1)
    return kinds.index(kind) * len(sizes) + (size if kind in kinds[2:4] else 0), rest


def _score_cells(summary: Summary, interval: tuple[float, float] | None) -> tuple[str, ...]:
    return (
        _share(summary.f1),
        NONE if interval is None else _interval(*interval),
        _share(summary.strict_f1),
        *_scores(summary.figures),
        f"{summary.n_negatives_right}/{summary.n_negatives}",
    )


def _interval(low: float, high: float) -> str:
    return f"{low:.3f} to {high:.3f}"


def _share(value: float) -> str:
    return f"{value:.3f}"


def _scores(counts: Counts) -> tuple[str, str, str]:
    return (_share(counts.precision), _share(counts.recall), _share(counts.f1))
