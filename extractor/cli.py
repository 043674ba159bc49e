"""The command `extractor`: options in, exit status out; the work is done below.

Exit status: 0 done (ok, no_event, flagged), 1 an article failed (with --strict also a flagged one)
or a gate did not hold, 2 misuse.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from extractor import __version__
from extractor.errors import ArticleError, ExtractorError, UsageError

if TYPE_CHECKING:
    from extractor.article import Article
    from extractor.extraction import Extraction

app = typer.Typer(
    name="extractor",
    help="Investment-promotion news as data you can trust: the model chooses, code computes.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH|- …", help="UTF-8 text files; - reads standard input.")
]
ModelName = Annotated[
    str | None,
    typer.Option(
        "--model", "-m", help="rules, openai/NAME, replay; else $EXTRACTOR_MODEL, else rules."
    ),
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Day of publication, YYYY-MM-DD, where known.")
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")]


@app.command()
def extract(  # noqa: PLR0913  one parameter an option
    paths: Paths,
    *,
    model: ModelName = None,
    published: Published = None,
    as_json: Json = False,
    out: Annotated[Path | None, typer.Option(help="Write NAME.json for each input here.")] = None,
    strict: Annotated[bool, typer.Option(help="Exit with 1 for flagged articles too.")] = False,
    max_attempts: Annotated[int, typer.Option(min=1, help="Replies to take at most.")] = 3,
    timeout_s: Annotated[
        float, typer.Option(min=0.1, help="Seconds for all replies of an article.")
    ] = 120.0,
) -> None:
    """Extract the event, its projects and their shares from articles."""
    from extractor.api import extract as extract_one

    day = _day(published)
    failed = False
    names: set[str] = set()
    for source in paths:
        try:
            article = _read(source, published=day)
            extraction = extract_one(
                article, model=model, max_attempts=max_attempts, timeout_s=timeout_s
            )
        except ArticleError as error:
            _complain(str(error))
            failed = True
            continue
        if out is not None:
            _write(out, _free_name(article.name, names), extraction)
        _show(extraction, as_json=as_json, is_only=len(paths) == 1)
        failed |= extraction.status == "failed" or (strict and extraction.status == "flagged")
    raise typer.Exit(1 if failed else 0)


@app.command()
def figures(
    path: Annotated[str, typer.Argument(metavar="PATH|-")],
    *,
    as_json: Json = False,
    published: Published = None,
) -> None:
    """Show every figure of an article, marked in its text."""
    from extractor.figures import find_figures

    article = _read(path, published=_day(published))
    found = find_figures(article.text, published=article.published)
    if as_json:
        _print_json([figure.to_json() for figure in found])
    else:
        from extractor.report.terminal import print_figures

        print_figures(article, found)


@app.command()
def schema(
    which: Annotated[Literal["record", "draft", "patch"], typer.Argument()] = "record",
) -> None:
    """Print a JSON Schema: of the record (the public contract), of the draft, or of its patch."""
    from extractor.draft import draft_schema, patch_schema
    from extractor.record import record_schema

    _print_json({"record": record_schema, "draft": draft_schema, "patch": patch_schema}[which]())


@app.command()
def data() -> None:
    """Print the folder of the data that comes with the package: gold, recordings, baselines."""
    from extractor.packaged import packaged_folder

    typer.echo(packaged_folder("evals"))


@app.command()
def models() -> None:
    """List the models that can answer, and what each needs."""
    from extractor.models.catalogue import known_models
    from extractor.report.terminal import print_models

    print_models(known_models())


def _version(*, value: bool) -> None:
    if value:
        typer.echo(f"extractor (figurebook) {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=lambda value: _version(value=value), is_eager=True)
    ] = False,
) -> None:
    """Investment-promotion news as data you can trust: the model chooses, code computes."""


def main() -> None:
    """Run the command line; every error of this package becomes one line and an exit status."""
    try:
        app()
    except UsageError as error:
        _complain(str(error))
        sys.exit(2)
    except ExtractorError as error:
        _complain(str(error))
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)


def _complain(line: str) -> None:
    typer.echo(f"extractor: {line}", err=True)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--published {text!r}: write a day as YYYY-MM-DD") from error


def _read(source: str, *, published: date | None) -> "Article":
    from extractor.article import Article

    if source == "-":
        data = sys.stdin.buffer.read()
        return Article.decode(data, source="standard input", name="stdin", published=published)
    return Article.read(Path(source), published=published)


def _free_name(name: str, taken: set[str]) -> str:
    """Two inputs of one name are both written: the second as NAME-2."""
    candidates: Iterator[str] = (f"{name}-{n}" if n > 1 else name for n in range(1, sys.maxsize))
    free = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(free)
    return free


def _write(folder: Path, name: str, extraction: "Extraction") -> None:
    """Write whole or not at all: a reader never meets half a file."""
    path = folder / f"{name}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".json.part")
        partial.write_text(_json(extraction.to_json()) + "\n", encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def _show(extraction: "Extraction", *, as_json: bool, is_only: bool) -> None:
    """Print one extraction; as JSON, several are one line each (JSON Lines)."""
    if as_json:
        _print_json(extraction.to_json(), indent=2 if is_only else None)
        return
    from extractor.report.terminal import print_extraction

    print_extraction(extraction)


def _json(value: Any, *, indent: int | None = 2) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _print_json(value: Any, *, indent: int | None = 2) -> None:
    sys.stdout.buffer.write((_json(value, indent=indent) + "\n").encode())
    sys.stdout.flush()
