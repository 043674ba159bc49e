"""The command `extractor report`: an archive to look at, from disk and without a server."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.commands import Uncorrected, WhereTexts
from extractor.cli.kept_extractions import kept_extractions
from extractor.cli.streams import Interval, complain_of
from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.archive.accounts import Accounts, Failure
    from extractor.archive.job import State
    from extractor.exports import Exported

_STATES = ("ok", "flagged", "no_event", "failed", "unreadable")
_LEFT_OUT: "dict[State, str]" = {
    "skipped": "left out by the triage",
    "duplicate": "near-duplicates, named on the page of the article that they repeat",
    "pending": "waiting to be asked about",
    "running": "being asked about",
}
_ASKED_AGAIN: "dict[State, str]" = {
    "pending": "waiting to be asked about again",
    "running": "being asked about again",
    "failed": "asked about again in vain",
}


def report(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="LEDGER", help="What batch --ledger made, or a folder of extract --out."
        ),
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER|FILE.html",
            help="Where it goes; with FILE.html, all but the index in FILE_files. "
            "Else LEDGER-report.",
        ),
    ] = None,
    recipe: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="What one recipe answered, as status lists them; else the latest answers, "
            "as people corrected them.",
        ),
    ] = None,
    where: WhereTexts = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="List so many articles, the first ones.")
    ] = None,
    uncorrected: Uncorrected = False,
) -> None:
    """Make a report of an archive. An index to search and filter, totals, a page for each article.

    Where a person has corrected a record of a ledger (extractor review), the corrected one.

    The same command again makes what is new or was cut short. Exits with 1 where an extraction
    cannot be read; the others are listed. Where none can, the report before stays.
    """
    from extractor.archive.processes import n_cores
    from extractor.archive.where import Where
    from extractor.report.archive.folder import Choice, write_archive
    from extractor.report.wording import plural

    if not path.exists():
        raise UsageError(f"{path}: no such ledger or folder")
    unread: list[UsageError] = []
    chosen = Where.parse(where or (), states=_STATES)
    as_corrected = recipe is None and not uncorrected
    failures, left_out = _without_record(path, recipe, as_corrected=as_corrected)
    extractions = kept_extractions(path, unread, recipe=recipe, as_corrected=as_corrected)
    with closing(extractions) as kept, _shown() as tick:
        written = write_archive(
            _each(chain(_readable(kept, unread), failures), tick),
            out or Path(f"{path.stem or path.name}-report"),
            title=path.name,
            choice=Choice(chosen.fits, limit),
            left_out=left_out,
            n_processes=n_cores(),
        )
    complain_of((*unread, *written.unread))
    listed, made = plural(written.n_rows, "article"), plural(written.n_pages, "page")
    typer.echo(f"{listed}, {made} made: {written.index}")
    raise typer.Exit(1 if unread or written.unread else 0)


def _readable(kept: "Iterator[Exported]", unread: list[UsageError]) -> "Iterator[Exported]":
    """Return what is kept; end the command where there is something, and none of it can be read."""
    first = next(kept, None)
    if first is not None:
        return chain((first,), kept)
    if unread:
        complain_of(unread)
        raise typer.Exit(1)
    return kept


def _without_record(
    path: Path, recipe: int | None, *, as_corrected: bool
) -> "tuple[list[Failure], list[str]]":
    """Return what of a ledger has no record; in words, what is not listed, or not as it might be."""
    from extractor.archive.corrections import Reviewed
    from extractor.archive.storage import is_ledger

    if not is_ledger(path):
        return [], []
    with Reviewed(path) as accounts:
        said = _left_out(accounts, recipe)
        if n_corrected := accounts.n_corrected():
            how = "as they were corrected" if as_corrected else "as a model answered"
            said.append(f"Corrected by people, and listed {how}: {n_corrected:,}.")
        return list(accounts.failures(recipe=recipe)), said


def _left_out(accounts: "Accounts", recipe: int | None) -> list[str]:
    totals = accounts.totals()
    if recipe is not None and recipe > len(totals):
        raise UsageError(f"--recipe {recipe}: the ledger has {len(totals)}; see extractor status")
    chosen = totals if recipe is None else [totals[recipe - 1]]
    several = ", counted once for each recipe" if len(chosen) > 1 else ""
    none: Counter[State] = Counter()
    without = sum((each.states - each.asked_again for each in chosen), none)
    standing = sum((each.asked_again for each in chosen), none)
    said = ("Not in the list", without, _LEFT_OUT), ("Listed as before", standing, _ASKED_AGAIN)
    return [
        f"{listed}: {words[state]}: {counts[state]:,}{several}."
        for listed, counts, words in said
        for state in words
        if counts[state]
    ]


def _each(
    found: "Iterable[Exported | Failure]", tick: Callable[[], None]
) -> "Iterator[Exported | Failure]":
    for each in found:
        yield each
        tick()


@contextmanager
def _shown() -> Iterator[Callable[[], None]]:
    """Show how far the report is, on standard error: in place on a terminal, lines elsewhere."""
    if not sys.stderr.isatty():
        yield _Lines().tick
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,} articles"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("articles", total=None)
        yield lambda: bar.advance(task)


class _Lines:
    """A line every ten seconds."""

    def __init__(self) -> None:
        self._n = 0
        self._interval = Interval()

    def tick(self) -> None:
        """Count one article more."""
        self._n += 1
        if self._interval.is_over():
            typer.echo(f"{self._n:,} articles", err=True)
