"""The systems' standings in words: a row for each, and one more for its first replies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.evals.comparison import Standing
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
        cells: a cell for each of `COLUMNS`.
    """

    index: int
    title: str
    is_first_try: bool
    cells: tuple[Cell, ...]


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


def rows(standings: Sequence[Standing]) -> tuple[Row, ...]:
    """Return the lines of the systems' table, for systems in their order."""
    return tuple(row for index, system in enumerate(standings) for row in _rows(index, system))


def _rows(index: int, system: Standing) -> Iterator[Row]:
    yield Row(index, system.title, is_first_try=False, cells=_cells(system))
    if system.first_try is not None:
        yield Row(index, FIRST_TRY, is_first_try=True, cells=_cells(system.first_try))


def _cells(system: Standing) -> tuple[Cell, ...]:
    low, high = system.right_interval
    usage = system.usage
    return (
        *_scores(system.summary, system.interval),
        Cell(f"{system.n_right}/{system.n_records}", f"{low:.0%} to {high:.0%}"),
        Cell(str(system.summary.n_failed)),
        Cell(_number(usage.input_tokens), _of_which(usage.cached_tokens, "cached")),
        Cell(_number(usage.output_tokens), _of_which(usage.reasoning_tokens, "reasoning")),
        Cell(_dollars(system.cost_usd)),
        Cell(_dollars(system.cost_per_right_usd) if system.n_right else "–"),
        Cell(f"{system.seconds:,.1f}"),
        _repeats(system),
    )


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
