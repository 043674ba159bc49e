"""The command `extractor export`: kept extractions as tables."""

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.kept_extractions import kept_extractions
from extractor.cli.streams import complain
from extractor.errors import UsageError

DEFAULT_FORMAT = "csv"


def export(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH …", help="Ledgers, kept extractions (extract --out), or folders of these."
        ),
    ],
    *,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the tables go.")],
    form: Annotated[
        str, typer.Option("--format", "-f", help="csv, xlsx, parquet, sqlite or jsonl.")
    ] = DEFAULT_FORMAT,
) -> None:
    """Export extractions as tables, with a data dictionary beside them.

    Exits with 1 where a file cannot be read; the others are exported.
    """
    from extractor.exports import export as export_to
    from extractor.report.wording import plural

    unread: list[UsageError] = []
    kept = chain.from_iterable(kept_extractions(path, unread) for path in paths)
    n_written = export_to(kept, out, form=form)
    for error in unread:
        complain(str(error))
    typer.echo(f"{plural(n_written, 'extraction')} as {form} in {out}")
    raise typer.Exit(1 if unread else 0)
