"""The command `extractor export`: kept extractions as tables."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from extractor.cli.kept_extractions import kept_extractions
from extractor.cli.streams import complain
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
    uncorrected: Annotated[
        bool,
        typer.Option("--uncorrected", help="The models' own answers, where people corrected them."),
    ] = False,
) -> None:
    """Export extractions as tables, with a data dictionary beside them.

    Where a person has corrected a record of a ledger (extractor review), the corrected one.

    Exits with 1 where a file cannot be read; the others are exported. Where there is nothing,
    nothing is written.
    """
    from extractor.exports import export as export_to
    from extractor.exports import formats_in
    from extractor.report.wording import plural

    unread: list[UsageError] = []
    n_corrected = 0

    def kept() -> "Iterator[Exported]":
        nonlocal n_corrected
        for path in paths:
            for one in kept_extractions(path, unread, as_corrected=not uncorrected):
                n_corrected += one.corrected is not None
                yield one

    extractions = kept()
    first = next(extractions, None)
    n_written = 0
    if first is None and not unread:
        complain("nothing to export: no article was answered yet")
    elif first is not None:
        n_written = export_to(chain((first,), extractions), out, form=form)
    for error in unread:
        complain(str(error))
    if n_written:
        corrected = f", {n_corrected} of them corrected," if n_corrected else ""
        typer.echo(f"{plural(n_written, 'extraction')} as {form}{corrected} in {out}")
        for other in sorted({*formats_in(out)} - {form}):
            typer.echo(f"{out}: what an export as {other} left there stays beside it", err=True)
    raise typer.Exit(1 if unread or not n_written else 0)
