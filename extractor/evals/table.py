"""Show a run's results: a table for each question, plain text where there is no terminal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.evals.run import DocumentRun, summary_of
from extractor.evals.statistics import mean_interval, paired_difference
from extractor.evals.summary import Summary
from extractor.evals.verdicts import Counts
from extractor.exchange import NO_TOKENS

FEWEST_FOR_INTERVALS = 5
"""With fewer documents an interval or a comparison would only look like knowledge."""

_GAP = "  "


@dataclass(frozen=True)
class Sheet:
    """A titled table of text cells; the first `n_names` columns are names, the rest numbers."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    n_names: int = 1


def show_run(console: Console, runs: Sequence[DocumentRun], *, with_fields: bool = False) -> None:
    """Print the documents of a run, their summary and, on request, every field.

    Args:
        console: where to print; not a terminal, it gets plain aligned text, never cut short.
        runs: the run's documents, gold or ordinary.
        with_fields: whether to add the table by field.
    """
    summary = summary_of(runs)
    sheets = [document_sheet(runs), summary_sheet(summary)]
    if with_fields:
        sheets.append(field_sheet(summary))
    _show(console, sheets)


def show_models(console: Console, runs: Mapping[str, Sequence[DocumentRun]]) -> None:
    """Print models side by side on the same gold, and whether they can be told apart.

    Args:
        console: where to print.
        runs: each model's run over the same documents, by the model's name; the first is the one
            that the others are compared with.
    """
    sheets = [model_sheet(runs)]
    if summary_of(next(iter(runs.values()))).n_documents >= FEWEST_FOR_INTERVALS:
        sheets.append(difference_sheet(runs))
    _show(console, sheets)


def _show(console: Console, sheets: Iterable[Sheet]) -> None:
    for sheet in sheets:
        if console.is_terminal:
            console.print(_table(sheet))
        else:
            console.print(_plain(sheet), soft_wrap=True, markup=False, highlight=False)


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
        rows.append((score.name, run.status, *scores))
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
    title = f"Summary of {summary.n_documents} documents with an event"
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


def model_sheet(runs: Mapping[str, Sequence[DocumentRun]]) -> Sheet:
    """Return a row for each model: its scores with their error bars, and what it took."""
    rows = []
    for model, documents in runs.items():
        summary = summary_of(documents)
        scores = _f1_by_document(documents)
        extractions = [run.extraction for run in documents if run.extraction is not None]
        usage = sum((extraction.usage for extraction in extractions), NO_TOKENS)
        rows.append(
            (
                model,
                _share(summary.f1),
                _interval(*mean_interval(scores)) if len(scores) >= FEWEST_FOR_INTERVALS else "–",
                _share(summary.strict_f1),
                *_scores(summary.figures),
                f"{summary.n_negatives_right}/{summary.n_negatives}",
                str(summary.n_failed),
                _tokens(usage.input_tokens),
                _tokens(usage.output_tokens),
                f"{sum(extraction.seconds for extraction in extractions):.1f}",
            )
        )
    figures = ("figures P", "figures R", "figures F1")
    cost = ("failed", "tokens in", "tokens out", "seconds")
    header = ("model", "F1", "95% interval", "strict", *figures, "no event", *cost)
    return Sheet("Models", header, tuple(rows))


def difference_sheet(runs: Mapping[str, Sequence[DocumentRun]]) -> Sheet:
    """Return a row for each model but the first: its paired difference from it, and a verdict."""
    (first, base), *others = runs.items()
    rows = []
    for model, documents in others:
        difference = paired_difference(_f1_by_document(documents), _f1_by_document(base))
        better = model if difference.mean > 0 else first
        verdict = f"{better} is better" if difference.is_separable else "not separable"
        interval = _interval(difference.low, difference.high)
        p_value = f"{difference.p_value:.3f}"
        rows.append((model, f"{difference.mean:+.3f}", interval, p_value, verdict))
    header = ("model", "difference of F1", "95% interval", "p", "verdict")
    return Sheet(f"Differences from {first}", header, tuple(rows))


def _f1_by_document(documents: Sequence[DocumentRun]) -> list[float]:
    return [run.score.lenient.f1 for run in documents if run.score.has_event]


def _interval(low: float, high: float) -> str:
    return f"{low:.3f} to {high:.3f}"


def _tokens(number: int | None) -> str:
    return "unknown" if number is None else str(number)


def _share(value: float) -> str:
    return f"{value:.3f}"


def _scores(counts: Counts) -> tuple[str, str, str]:
    return (_share(counts.precision), _share(counts.recall), _share(counts.f1))


def _table(sheet: Sheet) -> Table:
    table = Table(title=sheet.title, title_justify="left")
    for index, name in enumerate(sheet.header):
        table.add_column(name, justify="left" if index < sheet.n_names else "right")
    for row in sheet.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _plain(sheet: Sheet) -> str:
    lines = (sheet.header, *sheet.rows)
    widths = [max(cell_len(cell) for cell in column) for column in zip(*lines, strict=True)]
    text = [sheet.title]
    for line in lines:
        padded = []
        for index, (cell, width) in enumerate(zip(line, widths, strict=True)):
            space = " " * (width - cell_len(cell))
            padded.append(cell + space if index < sheet.n_names else space + cell)
        text.append(_GAP.join(padded).rstrip())
    return "\n".join(text) + "\n"
