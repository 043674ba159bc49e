"""The command `extractor recheck`: kept replies with today's finder and checks."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.streams import complain, free_name, write_json
from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.api.kept import Articles, Kept
    from extractor.api.recheck import Rechecked
    from extractor.article import Article


def recheck(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH…",
            help="What extract --out wrote, recordings, folders of them, or ledgers of batch.",
        ),
    ],
    *,
    out: Annotated[Path | None, typer.Option(help="Write the new NAME.json files here.")] = None,
    articles: Annotated[
        list[Path] | None,
        typer.Option(help="Articles that the files do not hold; else the gold articles."),
    ] = None,
    strict: Annotated[
        bool, typer.Option(help="Exit with 1 for any change, not worse only.")
    ] = False,
) -> None:
    """Check kept replies again, without a model. Tells what is different.

    It is about what models answered; what people corrected of a ledger is told, and left as it is.

    Exits with 1 where an extraction is worse than it was, or cannot be read.
    """
    from extractor.api.kept import Articles
    from extractor.api.recheck import recheck as recheck_one

    known = Articles(lambda: _articles(articles))
    names: set[str] = set()
    n_done = n_changed = n_worse = n_unread = 0
    for kept in chain.from_iterable(_kept(path, known) for path in paths):
        if isinstance(kept, UsageError):
            complain(str(kept))
            n_unread += 1
            continue
        rechecked = recheck_one(kept)
        n_done += 1
        n_changed += bool(rechecked.changes)
        n_worse += rechecked.is_worse
        _show(rechecked)
        if out is not None:
            name = free_name(kept.article.name, names)
            write_json(out / f"{name}.json", rechecked.to_json())
    typer.echo(f"{n_done} rechecked, {n_changed} changed, {n_worse} worse, {n_unread} unreadable")
    bad = n_worse or n_unread or (strict and n_changed) or not n_done
    raise typer.Exit(1 if bad else 0)


def _kept(path: Path, articles: "Articles") -> "Iterator[Kept | UsageError]":
    """Read what is kept in a file or folder, or in the ledger of an archive."""
    from extractor.api.kept import read_kept
    from extractor.archive.corrections import Reviewed
    from extractor.archive.storage import is_ledger

    if not is_ledger(path):
        yield from read_kept(path, articles)
        return
    with Reviewed(path) as accounts:
        if n_corrected := accounts.n_corrected():
            complain(
                f"{path}: people corrected {n_corrected} of its articles; here are the models' "
                "answers, extractor export and report take the corrections"
            )
        yield from accounts.kept()


def _show(rechecked: "Rechecked") -> None:
    from extractor.report.wording import plural

    extraction = rechecked.extraction
    verdict = "worse" if rechecked.is_worse else "changed" if rechecked.changes else "same"
    typer.echo(
        f"{extraction.article.name}  {extraction.model}  {extraction.status}  "
        f"{plural(len(extraction.violations), 'violation')}  {verdict}"
    )
    for change in rechecked.changes:
        typer.echo(f"  {change}")


def _articles(paths: list[Path] | None) -> "Iterator[Article]":
    from extractor.api.kept import files_of
    from extractor.article import Article

    if paths:
        for path in paths:
            yield from map(Article.read, files_of(path, ".txt"))
        return
    from extractor.evals.gold import load_gold, packaged_gold

    yield from (document.article for document in load_gold(packaged_gold()))
