"""The terminal view: an extraction as tables, figures marked in their text, the list of models.

Everything that comes from an article or a model is printed as text, never as markup, and its control
characters are shown, not obeyed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from rich import box
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from extractor.article import Article
from extractor.extraction import Extraction
from extractor.figures import Figure, FigureKind
from extractor.models.base import ModelRow
from extractor.record import Amount, Count, Event, Project, Record
from extractor.report.fitted import fitted, standard_output
from extractor.report.wording import counted, exact, kind_words, plural, reading, taken

_NUMBERS = frozenset({"count", "amount", "computed"})
_NOTE_WIDTH = 9  # of the widest title
_STATUS_STYLES = {"ok": "green", "flagged": "yellow", "no_event": "cyan", "failed": "red"}
_KIND_STYLES: dict[FigureKind, str] = {
    "money": "black on yellow",
    "count": "black on green",
    "percent": "black on cyan",
    "quantity": "black on magenta",
    "date": "white on blue",
    "year": "white on blue",
    "ordinal": "white on bright_black",
    "other": "white on bright_black",
}


def print_extraction(extraction: Extraction, *, console: Console | None = None) -> None:
    """Print the event, shares with stated and computed percentages, projects, and what was found."""
    console = console or standard_output()
    console.print(_headline(extraction))
    if extraction.record is not None and extraction.record.event is not None:
        for table in _record(extraction, extraction.record):
            console.print(fitted(table, console.width))
    titles = Column(justify="right", width=_NOTE_WIDTH)
    notes = Table.grid(titles, Column(overflow="fold"), padding=(0, 2, 0, 0))
    for title, style, words in _notes(extraction):
        notes.add_row(Text(title, style=style), Text(words))
    console.print(notes)


def print_figures(
    article: Article,
    figures: Sequence[Figure],
    *,
    is_named: bool = False,
    console: Console | None = None,
) -> None:
    """Print a text with its figures coloured by kind, each with its id and value behind it.

    Args:
        article: the text.
        figures: its figures, in order.
        is_named: whether the article's name stands above it.
        console: where to print; None is standard output.
    """
    console = console or standard_output()
    if is_named:
        console.print(Text(f"{article.name}:", style="bold"))
    text, done = Text(), 0
    for figure in figures:
        text.append(article.text[done : figure.start])
        text.append(figure.as_written, style=_KIND_STYLES[figure.kind])
        text.append(f" [{figure.id} {reading(figure)}]", style="dim")
        done = figure.end
    text.append(article.text[done:])
    console.print(text)
    kinds = Text("\n")
    for kind, style in _KIND_STYLES.items():
        n_figures = sum(1 for figure in figures if figure.kind == kind)
        kinds.append(f" {kind} {n_figures} ", style=style)
        kinds.append(" ")
    console.print(kinds)


def print_models(rows: Iterable[ModelRow], *, console: Console | None = None) -> None:
    """Print the models that can be named, what each is and needs."""
    table = _table("Models", "name", "what it is", "needs", "ready here")
    for row in rows:
        table.add_row(*map(Text, (row.name, row.what, row.needs, "yes" if row.ready else "no")))
    console = console or standard_output()
    console.print(fitted(table, console.width))


def _headline(extraction: Extraction) -> Text:
    line = Text()
    line.append(extraction.article.name, style="bold")
    line.append(": ")
    line.append(extraction.status, style=f"bold {_STATUS_STYLES[extraction.status]}")
    if extraction.reason:
        line.append(f" ({extraction.reason})")
    line.append(f", by {answered_by(extraction)}")
    return line


def answered_by(extraction: Extraction) -> str:
    """Say which model answered; `rules` says that it is no language model."""
    if extraction.model == "rules":
        return "rules (patterns, not a language model)"
    served_by = next((a.reply.served_by for a in extraction.attempts if a.reply.served_by), None)
    return f"{extraction.model} ({served_by})" if served_by else extraction.model


def _record(extraction: Extraction, record: Record) -> Iterator[Table]:
    if record.event is not None:
        yield _event(extraction, record.event)
    if record.shares:
        yield _shares(record, extraction.computed)
    if record.projects:
        yield _projects(record.projects)
    if record.agreements:
        yield _agreements(record)


def _event(extraction: Extraction, event: Event) -> Table:
    table = _table("Event", "field", "value")
    count = event.total.count
    total = "" if count is None else counted(count, extraction, "/event/total/count", digits=exact)
    rows = {
        "name": event.name,
        "aliases": "; ".join(event.aliases),
        "activity": event.activity,
        "dates": " to ".join(filter(None, (event.start_date, event.end_date))),
        "place": event.place,
        "host": event.host,
        "stage": event.stage,
        "industries": "; ".join(event.industries),
        "total": "; ".join(filter(None, (total, _amounts(event.total.amounts)))),
    }
    for field, value in rows.items():
        if value:
            table.add_row(field, Text(value))
    return table


def _shares(record: Record, computed: Mapping[str, Decimal]) -> Table:
    table = _table(
        "Shares", "id", "group", "dimension", "part of", "count", "amount", "stated", "computed"
    )
    parents = {share.id: share.of for share in record.shares}
    for index, share in enumerate(record.shares):
        values = [
            computed.get(f"/shares/{index}/percents/{at}") for at in range(len(share.percents))
        ]
        table.add_row(
            share.id,
            Text("  " * _depth(share.of, parents) + share.label),
            share.dimension,
            Text(share.of or "total"),
            _count(share.count),
            _amounts(share.amounts),
            "\n".join(f"{exact(percent)} of {percent.of}" for percent in share.percents),
            "\n".join("-" if value is None else f"{value:.2f}%" for value in values),
        )
    return table


def _depth(parent: str | None, parents: Mapping[str, str | None]) -> int:
    return 0 if parent is None else 1 + _depth(parents.get(parent), parents)


def _projects(projects: Sequence[Project]) -> Table:
    table = _table("Projects", "name", "investors", "place", "amount", "in", "targets")
    for project in projects:
        table.add_row(
            Text(project.name),
            Text("; ".join(project.investors)),
            Text(_joined(project.place, project.industry)),
            _amounts(project.amounts),
            Text(", ".join(project.shares)),
            Text("\n".join(f"{each.measure}: {exact(each)}" for each in project.targets)),
        )
    return table


def _agreements(record: Record) -> Table:
    table = _table("Agreements", "kind", "parties", "count", "amount")
    for agreement in record.agreements:
        table.add_row(
            Text(agreement.label),
            Text("; ".join(agreement.parties)),
            _count(agreement.count),
            _amounts(agreement.amounts),
        )
    return table


def _notes(extraction: Extraction) -> Iterator[tuple[str, str, str]]:
    """Yield what there is to say of a record: title, its style, words."""
    for violation in extraction.violations:
        yield "to mend", "yellow", f"{violation.message} ({violation.code})"
    for finding in extraction.findings:
        yield "finding", "cyan", f"{finding.message} ({finding.code})"
    if extraction.unplaced:
        listed = ", ".join(f"{figure.as_written} [{figure.id}]" for figure in extraction.unplaced)
        yield "unplaced", "yellow", listed
    parts = (
        f"{plural(len(extraction.figures), 'figure')} in the article",
        f"{len(extraction.unplaced)} unplaced; {plural(len(extraction.violations), 'violation')}",
        f"{plural(len(extraction.findings), 'finding')}; "
        + plural(len(extraction.attempts), "attempt"),
        taken(extraction),
    )
    yield "checked", "green", ", ".join(parts)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, title_style="bold")
    for column in columns:
        table.add_column(
            column,
            justify="right" if column in _NUMBERS else "left",
            overflow="fold",
        )
    return table


def _count(count: Count | None) -> str:
    return "" if count is None else exact(count)


def _amounts(amounts: Sequence[Amount]) -> str:
    return "\n".join(_amount(amount) for amount in amounts)


def _amount(amount: Amount) -> str:
    kind = "" if amount.kind == "investment" else f" {kind_words(amount.kind)}"
    same = "".join(f" (= {exact(each)})" for each in amount.equivalents)
    return f"{exact(amount)}{kind}{same}"


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
