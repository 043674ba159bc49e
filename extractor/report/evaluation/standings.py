"""The systems' standings in words: a row for each, and one more for its first tries."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.evals.comparison import Standing
from extractor.evals.summary import Summary
from extractor.evals.table import NONE, dollars, number

FIRST_TRIES = "first try, without repair"


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
        title: its title, or that these are its first tries.
        is_of_first_tries: whether the line is about these alone.
        cells: a cell for each of `COLUMNS`.
    """

    index: int
    title: str
    is_of_first_tries: bool
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
    return tuple(
        Row(
            index,
            system.title if each is system else FIRST_TRIES,
            is_of_first_tries=each is not system,
            cells=_cells(each),
        )
        for index, system in enumerate(standings)
        for each in system.with_first_tries
    )


def _cells(system: Standing) -> tuple[Cell, ...]:
    low, high = system.right_interval
    usage = system.usage
    return (
        *_scores(system.summary, system.interval),
        Cell(f"{system.n_right}/{system.n_records}", f"{low:.0%} to {high:.0%}"),
        Cell(str(system.summary.n_failed)),
        Cell(number(usage.input_tokens), _of_which(usage.cached_tokens, "cached")),
        Cell(number(usage.output_tokens), _of_which(usage.reasoning_tokens, "reasoning")),
        Cell(dollars(system.cost_usd)),
        Cell(dollars(system.cost_per_right_usd) if system.n_right else NONE),
        Cell(f"{system.seconds:,.1f}"),
        _repeats(system),
    )


def _scores(summary: Summary, interval: tuple[float, float] | None) -> tuple[Cell, ...]:
    if not summary.n_documents:
        scores = (Cell(NONE),) * 3
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


def _of_which(number: int | None, kind: str) -> str:
    return f"{number:,} {kind}" if number else ""
