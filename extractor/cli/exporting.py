"""The command `extractor export`: kept extractions as tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from extractor.cli.commands import Uncorrected
from extractor.cli.kept_extractions import kept_extractions
from extractor.cli.streams import complain, complain_of
from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.exports import Exported

Format = Literal["csv", "xlsx", "parquet", "sqlite", "jsonl"]


def export(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH …", help="Ledgers, kept extractions (extract --out), or folders of these."
        ),
    ],
    *,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the tables go.")],
    form: Annotated[Format, typer.Option("--format", "-f", help="How they are written.")] = "csv",
    uncorrected: Uncorrected = False,
) -> None:
    """Export extractions as tables with a data dictionary.

    Where a person has corrected a record of a ledger (extractor review), the corrected one.

    Exits with 1 where a file cannot be read; the others are exported. Where there is nothing,
    nothing is written.
    """
    kept = _Kept(paths, as_corrected=not uncorrected)
    n_written = _write(kept, out, form)
    complain_of(kept.unread)
    if n_written:
        _tell(n_written, kept.n_corrected, out, form)
    elif not kept.unread:
        complain("nothing to export: no article was answered yet")
    raise typer.Exit(1 if kept.unread or not n_written else 0)


@dataclass
class _Kept:
    """The extractions kept at some paths, and what was met on the way through them.

    Attributes:
        paths: where they are kept.
        as_corrected: whether a person's correction counts in place of the model's answer.
        unread: the errors of files and corrections that could not be read, so far.
        n_corrected: how many of the extractions given so far a person has corrected.
    """

    paths: list[Path]
    as_corrected: bool
    unread: list[UsageError] = field(default_factory=list)
    n_corrected: int = 0

    def __iter__(self) -> "Iterator[Exported]":
        for path in self.paths:
            for one in kept_extractions(path, self.unread, as_corrected=self.as_corrected):
                self.n_corrected += one.corrected is not None
                yield one


def _write(kept: "Iterable[Exported]", out: Path, form: Format) -> int:
    """Write the tables and return the number of extractions in them; nothing where there is none."""
    from extractor.exports import export as export_to

    extractions = iter(kept)
    first = next(extractions, None)
    return 0 if first is None else export_to(chain((first,), extractions), out, form=form)


def _tell(n_written: int, n_corrected: int, out: Path, form: Format) -> None:
    """Say what was written, and what of other exports stays beside it."""
    from extractor.exports import formats_in
    from extractor.report.wording import plural

    corrected = f", {n_corrected} of them corrected," if n_corrected else ""
    typer.echo(f"{plural(n_written, 'extraction')} as {form}{corrected} in {out}")
    for other in sorted({*formats_in(out)} - {form}):
        typer.echo(f"{out}: what an export as {other} left there stays beside it", err=True)
