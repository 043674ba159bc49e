"""The command `extractor export`: kept extractions as tables."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.streams import complain
from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.exports import Exported

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

    unread: list[UsageError] = []
    n_written = export_to(_all(paths, unread), out, form=form)
    for error in unread:
        complain(str(error))
    typer.echo(f"{n_written} extractions as {form} in {out}")
    raise typer.Exit(1 if unread else 0)


def _all(paths: list[Path], unread: list[UsageError]) -> Iterator["Exported"]:
    from extractor.archive.storage import is_ledger

    for path in paths:
        yield from _of_ledger(path) if is_ledger(path) else _of_files(path, unread)


def _of_ledger(path: Path) -> Iterator["Exported"]:
    from extractor.archive.accounts import Accounts
    from extractor.exports import Exported

    with Accounts(path) as accounts:
        for result in accounts.results():
            first, *others = result.places
            yield Exported(
                article=result.article,
                envelope=result.envelope,
                place=first.place,
                title=first.title,
                url=first.url,
                also_at=tuple(other.url or other.place for other in others),
            )


def _of_files(path: Path, unread: list[UsageError]) -> Iterator["Exported"]:
    from extractor.api.kept import Articles, read_kept
    from extractor.exports import Exported

    no_others = Articles(lambda: ())
    for kept in read_kept(path, no_others):
        if isinstance(kept, UsageError):
            unread.append(kept)
        elif kept.envelope is None:
            unread.append(UsageError(f"{path}: a recording; export takes extractions"))
        else:
            yield Exported(kept.article, kept.envelope, kept.article.name)
