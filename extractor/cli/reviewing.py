"""The commands `extractor review` and `extractor gold agreement`: a person's labels."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.streams import complain
from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.review.sources import Source


def review(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="A folder of texts or gold, one text, or a ledger."),
    ],
    *,
    model: Annotated[
        str | None,
        typer.Option(
            "--model", "-m", help="Who fills in first what nobody has labelled; none for nobody."
        ),
    ] = None,
    labeller: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Keep labels apart, without sight of those of others."),
    ] = None,
    adjudicate: Annotated[
        str | None,
        typer.Option(metavar="A,B", help="Two labellers side by side; gold is the folder's own."),
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any that is free.")] = 0,
    open_page: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in a browser.")
    ] = True,
) -> None:
    """Check and correct extractions on a local page. It saves gold, or corrections in a ledger."""
    missing = [name for name in ("starlette", "uvicorn") if find_spec(name) is None]
    if missing:
        raise UsageError(f"review needs {' and '.join(missing)}: pip install 'figurebook[review]'")
    import webbrowser

    from extractor.report.wording import plural
    from extractor.review.desk import Desk, asking
    from extractor.review.security import HOST, new_token
    from extractor.review.server import application, listening, serve

    names = None if adjudicate is None else _two(adjudicate)
    if names is not None and labeller is not None:
        raise UsageError("--labeller labels, --adjudicate compares; give one of them")
    source = _source(path, labeller=labeller, names=names)
    prefill = None if model == "none" or names is not None else asking(model)
    desk = Desk(source, prefill=prefill, labeller=labeller)
    token = new_token()
    listener = listening(port)
    port = listener.getsockname()[1]
    address = f"http://{HOST}:{port}/{token}/"
    found = plural(len(desk.entries), "article")
    typer.echo(f"{address}\n{found}; every edit is kept. Ctrl+C ends it.")
    if open_page and not webbrowser.open(address):
        complain("no browser could be opened; open the address yourself")
    with listener:
        serve(application(desk, token=token, port=port, names=names), listener)


def agreement(
    first: Annotated[Path, typer.Argument(metavar="A", help="Folder of one labeller's labels.")],
    second: Annotated[Path, typer.Argument(metavar="B", help="Folder of another's.")],
) -> None:
    """Tell how far two labellers agree. Leaf by leaf, as models are scored."""
    from extractor.review.agreement import agreement_of

    found = agreement_of(first, second)
    counts = found.counts
    lines = [f"{each.a.name}  F1 {each.f1:.3f}" for each in found.sides]
    lines += [f"{field.name}: {field.n_agreed} of {field.n_said}" for field in found.fields]
    lines.append(
        f"{len(found.sides)} articles; agreed whether there is an event in {found.n_same_event}; "
        f"mean leaf F1 {found.f1:.3f} ({counts.correct} of "
        f"{sum(counts)} leaves alike)"
    )
    typer.echo("\n".join(lines))


def _two(names: str) -> tuple[str, str]:
    first, comma, second = (part.strip() for part in names.partition(","))
    if not (comma and first and second) or first == second or "," in second:
        raise UsageError(f"--adjudicate {names!r}: name two labellers, as in ann,bo")
    return first, second


def _source(path: Path, *, labeller: str | None, names: tuple[str, str] | None) -> "Source":
    from extractor.archive.storage import is_ledger
    from extractor.review.adjudication import AdjudicationSource
    from extractor.review.ledgers import LedgerSource
    from extractor.review.sources import FolderSource

    if not path.exists():
        raise UsageError(f"{path}: no such file or folder")
    if names is not None:
        return AdjudicationSource(path, names)
    if path.is_file() and is_ledger(path):
        return LedgerSource(path, labeller=labeller)
    return FolderSource(path, labeller=labeller)
