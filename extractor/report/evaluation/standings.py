"""The systems' standings in words: a row for each, one more for its first replies, and the verdicts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractor.evals.comparison import Comparison, Runs, Standing, compare
from extractor.evals.run import DocumentRun
from extractor.evals.summary import Summary

_UNKNOWN = "unknown"
FIRST_TRY = "first try, without repair"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, and what stands under it in small print."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the systems' table.

    Attributes:
        index: the system's number.
        title: its title, or that this is its first try.
        is_first_try: whether the line is about its first replies alone.
        cells: a cell for each of `COLUMNS`; None where the column says nothing of a first try.
    """

    index: int
    title: str
    is_first_try: bool
    cells: tuple[Cell | None, ...]


COLUMNS = (
    ("score", "mean over articles of the lenient leaf F1, with its 95% interval"),
    ("strict", "the same where texts must be equal"),
    ("figures", "F1 of the values of all counts, amounts, percentages and targets together"),
    ("no event", "articles without an event for which none came out"),
    ("records right", "records without a single wrong leaf, with the 95% interval of their share"),
    ("failed", "articles without a record; each is scored as an empty one"),
    ("tokens in", "of all attempts"),
    ("tokens out", "of all attempts"),
    ("USD", "of all attempts"),
    ("USD a right record", "the cost divided by the records that are wholly right"),
    ("seconds", "waiting for the model, over all articles"),
    ("repeats", "how often each article was met; the spread is inside an article"),
)


def rows(standings: Sequence[Standing], runs: Runs) -> tuple[Row, ...]:
    """Return the lines of the systems' table.

    Args:
        standings: of every system, in the runs' order.
        runs: what they are of.
    """
    return tuple(
        row
        for index, (system, documents) in enumerate(zip(standings, runs.values(), strict=True))
        for row in _rows(index, system, documents)
    )


def verdicts(runs: Runs) -> tuple[Comparison, ...]:
    """Compare every system with the first, then each that was repaired with its own first replies."""
    between = compare(runs) if len(runs) > 1 else ()
    return (*between, *(found for pair in _first_tries(runs) for found in compare(pair)))


def _first_tries(runs: Runs) -> Iterator[Runs]:
    for title, documents in runs.items():
        if any(run.result.was_repaired for run in documents):
            first = [
                replace(run, result=replace(run.result, record=run.result.first_record))
                for run in documents
            ]
            yield {f"{title}, first try": first, title: documents}


def _rows(index: int, system: Standing, runs: Sequence[DocumentRun]) -> Iterator[Row]:
    low, high = system.right_interval
    right = Cell(f"{system.n_right}/{system.n_records}", f"{low:.0%} to {high:.0%}")
    usage = system.usage
    cells = (
        *_scores(system.summary, system.interval),
        right,
        Cell(str(system.summary.n_failed)),
        Cell(_number(usage.input_tokens), _of_which(usage.cached_tokens, "cached")),
        Cell(_number(usage.output_tokens), _of_which(usage.reasoning_tokens, "reasoning")),
        Cell(_dollars(system.cost_usd)),
        Cell(_dollars(system.cost_per_right_usd) if system.n_right else "–"),
        Cell(f"{system.seconds:,.1f}"),
        _repeats(system),
    )
    yield Row(index, system.title, is_first_try=False, cells=cells)
    if system.first_try is not None:
        n_right = sum(run.first_score.is_right for run in runs)
        cells = (
            *_scores(system.first_try, None),
            Cell(f"{n_right}/{system.n_records}"),
            Cell(str(system.first_try.n_failed)),
        )
        nothing = [None] * (len(COLUMNS) - len(cells))
        yield Row(index, FIRST_TRY, is_first_try=True, cells=(*cells, *nothing))


def _scores(summary: Summary, interval: tuple[float, float] | None) -> tuple[Cell, ...]:
    if not summary.n_documents:
        scores = (Cell("–"),) * 3
    else:
        between = "" if interval is None else f"{interval[0]:.3f} to {interval[1]:.3f}"
        figures = summary.figures
        ends = f"P {figures.precision:.3f} R {figures.recall:.3f}"
        scores = (
            Cell(f"{summary.f1:.3f}", between),
            Cell(f"{summary.strict_f1:.3f}"),
            Cell(f"{figures.f1:.3f}", ends),
        )
    return (*scores, Cell(f"{summary.n_negatives_right}/{summary.n_negatives}"))


def _repeats(system: Standing) -> Cell:
    if system.pass_hat is None:
        return Cell(str(system.n_repeats))
    spread = f"±{system.repeat_spread:.3f}, pass^{system.n_repeats} {system.pass_hat:.0%}"
    return Cell(str(system.n_repeats), spread)


def _number(number: int | None) -> str:
    return _UNKNOWN if number is None else f"{number:,}"


def _of_which(number: int | None, kind: str) -> str:
    return f"{number:,} {kind}" if number else ""


def _dollars(cost: Decimal | None) -> str:
    return _UNKNOWN if cost is None else f"{cost:,.4f}"
